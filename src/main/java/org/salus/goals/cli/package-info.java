/** Goals on the command line. */
@NullMarked
package org.salus.goals.cli;

import org.jspecify.annotations.NullMarked;
