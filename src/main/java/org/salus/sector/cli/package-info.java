/** The sector map on the command line. */
@NullMarked
package org.salus.sector.cli;

import org.jspecify.annotations.NullMarked;
