/** A deliberate violation; {@link org.salus.HouseTests} says of which rule. */
@NullMarked
package org.salus.violations.knocking.portal;

import org.jspecify.annotations.NullMarked;
