/** The pages of this room. */
@NullMarked
package org.salus.appraisal.web;

import org.jspecify.annotations.NullMarked;
