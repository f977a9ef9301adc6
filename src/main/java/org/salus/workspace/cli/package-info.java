/** The drawer of this room that holds its commands. */
@NullMarked
package org.salus.workspace.cli;

import org.jspecify.annotations.NullMarked;
