/** Tests of the pages of planning. */
@NullMarked
package org.salus.planning.api;

import org.jspecify.annotations.NullMarked;
