/**
 * Whether a strategy holds: whether an activity of peace and security may be counted as aid (ODA), as an explained answer that asks for what it does not know; and which
 * treaties and standards bind a country, and what is done about them.
 *
 * <p>Owns: {@code aid-rules.yaml}, the rules with their edition; {@code aid-words.yaml}, how short free texts are understood; {@code aid-cases.yaml}, published cases to
 * compare with; {@code instruments/}, the library of treaties and standards; the kind {@code instrument-statement}. Allowed rooms: goals, sector, evidence, workspace, frame,
 * documents, people, ledger, framework. Procedure, sources and limits: {@code docs/oda.md}, {@code docs/standards.md}.
 */
@NullMarked
package org.salus.appraisal;

import org.jspecify.annotations.NullMarked;
