/** This room as other programs ask it. */
@NullMarked
package org.salus.impact.api;

import org.jspecify.annotations.NullMarked;
