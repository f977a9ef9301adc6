/** Pages of goals: alternatives, the tree, the picture, the logframe, the matrix, the holes. */
@NullMarked
package org.salus.goals.web;

import org.jspecify.annotations.NullMarked;
