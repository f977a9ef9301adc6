/** The commands of the room evidence: load, sources, issues. */
@NullMarked
package org.salus.evidence.cli;

import org.jspecify.annotations.NullMarked;
