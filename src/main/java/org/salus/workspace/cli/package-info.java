/** The commands of workspaces and of people. */
@NullMarked
package org.salus.workspace.cli;

import org.jspecify.annotations.NullMarked;
