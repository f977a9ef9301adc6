/** The commands of coordination. */
@NullMarked
package org.salus.coordination.cli;

import org.jspecify.annotations.NullMarked;
