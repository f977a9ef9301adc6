/** The API of workspaces and of people. */
@NullMarked
package org.salus.workspace.api;

import org.jspecify.annotations.NullMarked;
