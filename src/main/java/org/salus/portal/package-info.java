/**
 * What mixes rooms: the brief of a country, home, the country page, the pages of an activity, and the commands for them.
 *
 * <p>Owns the kind of items {@link org.salus.portal.KeptView}, a question; every figure is another room's. Allowed rooms: all below.
 */
@NullMarked
package org.salus.portal;

import org.jspecify.annotations.NullMarked;
