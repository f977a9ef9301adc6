/**
 * Human-rights due diligence: a case for each unit and support, from the question whether a regime applies to a decision that is reviewed, suspended or expires.
 *
 * <p>Owns: the kinds of items {@link org.salus.diligence.CaseFile}, {@link org.salus.diligence.RiskFact} and {@link org.salus.diligence.Measure}; the rules by which a case goes on;
 * the regimes as data. Who may know of a case is decided by the ledger alone: whatever is told here is made of the view of one reader and of the private layers that reader
 * may open. The program approves nothing and never will.
 *
 * <p>Allowed rooms: workspace, frame, documents, ledger, framework.
 */
@NullMarked
package org.salus.diligence;

import org.jspecify.annotations.NullMarked;
