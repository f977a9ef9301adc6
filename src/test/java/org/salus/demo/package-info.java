/** How the demo pack about Burundi was written from facts of open data, so that it can be written again, and whether its sums are right. */
@NullMarked
package org.salus.demo;

import org.jspecify.annotations.NullMarked;
