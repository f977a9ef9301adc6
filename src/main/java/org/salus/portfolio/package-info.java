/**
 * Which activity supports which reform area.
 *
 * <p>Owns: the rules of sorting, with their editions. Allowed rooms: framework; its command line also evidence and frame.
 */
@NullMarked
package org.salus.portfolio;

import org.jspecify.annotations.NullMarked;
