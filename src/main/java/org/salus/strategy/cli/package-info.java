/** The commands of the strategy. */
@NullMarked
package org.salus.strategy.cli;

import org.jspecify.annotations.NullMarked;
