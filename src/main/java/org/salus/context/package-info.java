/**
 * The premise of a country: what open data record about armed contest of the state's monopoly of violence, and whether it crosses borders. Evidence beside
 * the premise that an office states; never a verdict.
 *
 * <p>Owns: {@code premise.yaml}, the thresholds with their edition. Allowed rooms: framework, documents, frame, evidence. Formulas and sources:
 * {@code docs/premise.md}.
 */
@NullMarked
package org.salus.context;

import org.jspecify.annotations.NullMarked;
