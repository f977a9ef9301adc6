/**
 * Whether a strategy holds: what it has considered, check by check; whether an activity of peace and security may be counted as aid (ODA), as an explained answer that asks for what it does not
 * know; which treaties and standards bind a country, and what is done about them; and who decides on the strategy, when something can be moved, what was agreed, and who stands where on each
 * objective.
 *
 * <p>Owns: {@code checks/}, a file for each check of the considerations and recommendations with its edition; the kinds of items that people answer them with and that keep appraisals;
 * {@code aid-rules.yaml}, the rules with their edition; {@code aid-words.yaml}, how short free texts are understood; {@code aid-cases.yaml}, published cases to compare with;
 * {@code instruments/}, the library of treaties and standards, and the kind {@code instrument-statement}; the kinds of items of decisions and politics
 * ({@link org.salus.appraisal.PoliticsFaces}), of which stances and red lines are written for few. Allowed rooms: coordination, goals, governance, sector, diligence, portfolio, context, evidence,
 * workspace, frame, documents, people, ledger, framework. Procedures, sources and limits: {@code docs/appraisal.md}, {@code docs/oda.md}, {@code docs/standards.md},
 * {@code docs/politics.md}.
 */
@NullMarked
package org.salus.appraisal;

import org.jspecify.annotations.NullMarked;
