/** A deliberate violation; {@link org.salus.HouseTests} says of which rule. */
@NullMarked
package org.salus.violations.clock.portfolio.cli;

import org.jspecify.annotations.NullMarked;
