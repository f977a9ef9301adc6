/** The pages of this room. */
@NullMarked
package org.salus.impact.web;

import org.jspecify.annotations.NullMarked;
