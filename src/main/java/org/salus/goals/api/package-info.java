/** Goals for other programs. */
@NullMarked
package org.salus.goals.api;

import org.jspecify.annotations.NullMarked;
