/** The commands of due diligence. */
@NullMarked
package org.salus.diligence.cli;

import org.jspecify.annotations.NullMarked;
