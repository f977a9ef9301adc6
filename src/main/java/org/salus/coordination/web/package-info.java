/** The pages of coordination in a workspace. */
@NullMarked
package org.salus.coordination.web;

import org.jspecify.annotations.NullMarked;
