/**
 * Did it work? What changed where something was done, beside what would have happened otherwise: interrupted series, differences in differences, synthetic control and
 * synthetic differences in differences, each with what it takes for granted, what speaks against it, and a verdict that is no surer than its figures.
 *
 * <p>Also, where nothing can be counted: what is claimed to have contributed, tested by evidence; outcomes that were seen; and what was planned, done, spent, achieved, learned and changed in a
 * period.
 *
 * <p>Owns: the methods, which are pure, and how a table becomes a panel; the kinds of items {@link org.salus.impact.StudyTable} and {@link org.salus.impact.ImpactStudy}, with what
 * studies come to; claims, their evidence, outcomes, and the review of a period, to which rooms above add through {@link org.salus.impact.ReviewSource}. Sources, published figures beside ours and
 * limits: {@code docs/impact.md}.
 *
 * <p>Allowed rooms: goals (which studies speak of, and whose series and measurements they ask), diligence (for whom something is kept), portfolio, evidence, workspace, frame, documents, people,
 * ledger, framework.
 */
@NullMarked
package org.salus.impact;

import org.jspecify.annotations.NullMarked;
