/** The API of impact. */
@NullMarked
package org.salus.impact.api;

import org.jspecify.annotations.NullMarked;
