/** The commands of the room impact. */
@NullMarked
package org.salus.impact.cli;

import org.jspecify.annotations.NullMarked;
