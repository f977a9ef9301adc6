/** The commands of the room portfolio. */
@NullMarked
package org.salus.portfolio.cli;

import org.jspecify.annotations.NullMarked;
