/**
 * Did it work? What changed where something was done, beside what would have happened otherwise: interrupted series, differences in differences, synthetic control and
 * synthetic differences in differences, each with what it takes for granted, what speaks against it, and a verdict that is no surer than its figures.
 *
 * <p>Also, where nothing can be counted: what is claimed to have contributed, tested by evidence; outcomes that were seen; and what was planned, done, spent, achieved, learned and changed in a
 * period.
 *
 * <p>Owns: the methods, which are pure, how a table becomes a panel, claims, their evidence, outcomes, and the review of a period, to which rooms above add through
 * {@link org.salus.impact.ReviewSource}. Allowed rooms: framework, ledger, documents, frame, workspace, evidence (how tables are read, what was published), portfolio,
 * diligence (for whom something is kept) and goals. Sources,
 * published figures beside ours and limits: {@code docs/impact.md}.
 */
@NullMarked
package org.salus.impact;

import org.jspecify.annotations.NullMarked;
