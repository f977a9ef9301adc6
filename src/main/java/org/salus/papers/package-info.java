/**
 * The papers of a working week, composed in a minute from what a workspace and the evidence hold: hand-outs, reviews, briefs, sheets, proposals, terms of reference, notes, reports
 * and packs.
 *
 * <p>Owns: the kind of item {@link org.salus.papers.OwnTemplate}; the parts papers are made of and the templates that put them together, which come with the program and can be
 * copied and changed. What is composed is made of the view a reader is given and of nothing else.
 *
 * <p>Allowed rooms: agenda, strategy, appraisal, planning, coordination, goals, governance, sector, diligence, portfolio, context, evidence, workspace, frame, documents, people, ledger,
 * framework.
 */
@NullMarked
package org.salus.papers;

import org.jspecify.annotations.NullMarked;
