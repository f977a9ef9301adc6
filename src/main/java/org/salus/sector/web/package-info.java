/** The pages of the sector map. */
@NullMarked
package org.salus.sector.web;

import org.jspecify.annotations.NullMarked;
