/** A deliberate violation; {@link org.salus.HouseTests} says of which rule. */
@NullMarked
package org.salus.violations.spring.context;

import org.jspecify.annotations.NullMarked;
