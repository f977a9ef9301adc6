/** The commands of the papers. */
@NullMarked
package org.salus.papers.cli;

import org.jspecify.annotations.NullMarked;
