/**
 * Did it work? What changed where something was done, beside what would have happened otherwise: interrupted series, differences in differences, synthetic control and
 * synthetic differences in differences, each with what it takes for granted, what speaks against it, and a verdict that is no surer than its figures.
 *
 * <p>Owns: the methods, which are pure, and how a table becomes a panel; the kinds of items {@link org.salus.impact.StudyTable} and {@link org.salus.impact.ImpactStudy}, with what
 * studies come to. Sources, published figures beside ours and limits: {@code docs/impact.md}.
 *
 * <p>Allowed rooms: goals (which studies speak of, and whose series and measurements they ask), portfolio, evidence, workspace, frame, documents, people, ledger, framework.
 */
@NullMarked
package org.salus.impact;

import org.jspecify.annotations.NullMarked;
