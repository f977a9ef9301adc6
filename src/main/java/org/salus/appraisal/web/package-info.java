/** The pages of the appraisal. */
@NullMarked
package org.salus.appraisal.web;

import org.jspecify.annotations.NullMarked;
