/** A deliberate violation; {@link org.salus.HouseTests} says of which rule. */
@NullMarked
package org.salus.violations.floating.portfolio;

import org.jspecify.annotations.NullMarked;
