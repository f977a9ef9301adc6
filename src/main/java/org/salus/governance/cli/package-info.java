/** The commands of assessments. */
@NullMarked
package org.salus.governance.cli;

import org.jspecify.annotations.NullMarked;
