/**
 * Assessments of institutions on the four characteristics of good governance: sets of questions with written levels, rounds in which several assessors
 * answer independently, what their answers say together and where they disagree.
 *
 * <p>Owns: the kinds of items {@link org.salus.governance.QuestionSet}, {@link org.salus.governance.Round}, {@link org.salus.governance.Scope},
 * {@link org.salus.governance.Rating}, {@link org.salus.governance.Review} and {@link org.salus.governance.InstitutionReply}; the forms in which sets,
 * answers and replies travel. There is no score of a country and no order between institutions, and there will be none.
 *
 * <p>Allowed rooms: sector, context, evidence (readers of tables), workspace, frame, documents, ledger, framework.
 */
@NullMarked
package org.salus.governance;

import org.jspecify.annotations.NullMarked;
