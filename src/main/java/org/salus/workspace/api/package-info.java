/** The drawer of this room that holds its part of the API. */
@NullMarked
package org.salus.workspace.api;

import org.jspecify.annotations.NullMarked;
