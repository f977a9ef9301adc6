/** Tests of the pages of planning. */
@NullMarked
package org.salus.planning.web;

import org.jspecify.annotations.NullMarked;
