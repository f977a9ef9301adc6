/** The command of planning. */
@NullMarked
package org.salus.planning.cli;

import org.jspecify.annotations.NullMarked;
