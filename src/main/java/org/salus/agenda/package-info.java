/**
 * The working week: meetings with what was decided and who does what next, requests with their answers, focal points, and one calendar of what is due in a workspace.
 *
 * <p>Owns: the kinds of items {@link org.salus.agenda.Meeting}, {@link org.salus.agenda.DecisionTaken}, {@link org.salus.agenda.Action}, {@link org.salus.agenda.Request} and
 * {@link org.salus.agenda.FocalPoint}; how minutes are read; the calendar with its feed. Decisions are those of the register in {@code appraisal}. What is due in other rooms they tell themselves,
 * through {@link org.salus.workspace.Contribution.Dues}. Everybody named here is an office; the name of a focal point is shown for a year at most.
 *
 * <p>Allowed rooms: appraisal, sector, workspace, frame, documents, people, ledger, framework. Rules and limits: {@code docs/agenda.md}.
 */
@NullMarked
package org.salus.agenda;

import org.jspecify.annotations.NullMarked;
