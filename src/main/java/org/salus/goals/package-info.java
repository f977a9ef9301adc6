/**
 * Goals from right to left: what is to change for citizens, in which institution, what would bring that about, who supports it, and what is missing. One
 * model, seen as diagram, tree, logframe and tables.
 *
 * <p>Owns: the kinds of items {@link org.salus.goals.ResultsChain}, {@link org.salus.goals.Goal}, {@link org.salus.goals.Objective},
 * {@link org.salus.goals.Result}, {@link org.salus.goals.Support}, {@link org.salus.goals.Assumption}, {@link org.salus.goals.Risk},
 * {@link org.salus.goals.Indicator}, {@link org.salus.goals.Measurement}, {@link org.salus.goals.Link}, {@link org.salus.goals.BoxPlace} and
 * {@link org.salus.goals.LogframeMapping}; the rules that find holes in a chain; the library of indicators.
 *
 * <p>Allowed rooms: governance and sector (whose institutions change, and why), portfolio and evidence (what is supported; rows of files), workspace, frame, documents,
 * ledger, framework.
 */
@NullMarked
package org.salus.goals;

import org.jspecify.annotations.NullMarked;
