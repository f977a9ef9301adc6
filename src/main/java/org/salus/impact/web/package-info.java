/** The pages of impact. */
@NullMarked
package org.salus.impact.web;

import org.jspecify.annotations.NullMarked;
