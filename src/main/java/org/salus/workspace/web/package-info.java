/** The drawer of this room that holds its pages. */
@NullMarked
package org.salus.workspace.web;

import org.jspecify.annotations.NullMarked;
