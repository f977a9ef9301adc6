/**
 * The country strategy: composed from the model, written by people where they want to, agreed on an exact version, and recognised again.
 *
 * <p>Owns: the kinds of items {@link org.salus.strategy.SectionText} and {@link org.salus.strategy.Edition}; the sections and what they are composed from; comparing editions and
 * verifying files. A room above adds to a section by a {@link org.salus.strategy.SectionSource}. What is composed is made of the view it is given and of nothing else, so that a
 * public edition holds what is meant for everybody and says no more.
 *
 * <p>Allowed rooms: appraisal, coordination, goals, governance, sector, diligence, portfolio, context, evidence, workspace, frame, documents, people, ledger, framework.
 */
@NullMarked
package org.salus.strategy;

import org.jspecify.annotations.NullMarked;
