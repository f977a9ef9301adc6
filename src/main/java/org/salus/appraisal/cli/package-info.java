/** The commands of the room appraisal. */
@NullMarked
package org.salus.appraisal.cli;

import org.jspecify.annotations.NullMarked;
