/**
 * A plan that can be kept: what steps cost and who can pay for them after hand-over, and in which order they can be taken within limits of money, of what
 * institutions can absorb, and of time.
 *
 * <p>Owns: the kind of items {@link org.salus.planning.FiscalOutlook}; the reckoning of affordability; the model of a schedule and its solver; the reader of
 * project files of the PSPLIB; a plan in days as bars, loads and files.
 *
 * <p>Allowed rooms: goals (whose objectives are the steps), workspace, frame, documents, ledger, framework.
 */
@NullMarked
package org.salus.planning;

import org.jspecify.annotations.NullMarked;
