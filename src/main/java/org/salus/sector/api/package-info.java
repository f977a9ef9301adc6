/** The API of the sector map. */
@NullMarked
package org.salus.sector.api;

import org.jspecify.annotations.NullMarked;
