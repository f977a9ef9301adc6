/**
 * Who does what where: how support is spread over donors, whether plans were kept, who receives, what each donor does more than others, and where support overlaps,
 * falls or ends. Statements about published data, each with the rows it stands on; never a ranking and never a verdict.
 *
 * <p>Owns: {@code coordination.yaml}, the thresholds with their edition; {@code institution-rules.yaml}; the kinds of items
 * {@link org.salus.coordination.InstitutionJudgement} and {@link org.salus.coordination.DonorStatement}. Allowed rooms: goals, sector, diligence, portfolio, context, evidence, workspace, ledger, people, frame,
 * documents, framework. Formulas and sources:
 * {@code docs/coordination.md}.
 */
@NullMarked
package org.salus.coordination;

import org.jspecify.annotations.NullMarked;
