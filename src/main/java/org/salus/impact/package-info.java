/**
 * Did it work? What changed where something was done, beside what would have happened otherwise: interrupted series, differences in differences, synthetic control and
 * synthetic differences in differences, each with what it takes for granted, what speaks against it, and a verdict that is no surer than its figures.
 *
 * <p>Owns: the methods, which are pure, and how a table becomes a panel. Allowed rooms: framework, frame, evidence (how tables are read). Sources, published figures
 * beside ours and limits: {@code docs/impact.md}.
 */
@NullMarked
package org.salus.impact;

import org.jspecify.annotations.NullMarked;
