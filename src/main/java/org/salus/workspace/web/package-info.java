/** The pages of workspaces and of people. */
@NullMarked
package org.salus.workspace.web;

import org.jspecify.annotations.NullMarked;
