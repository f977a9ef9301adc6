package org.salus.strategy;

import org.salus.framework.PartialDate;

/**
 * That an office approved exactly what an edition says. Whoever approved needs no account: somebody writes it down, with the document that proves it.
 *
 * @param who approved, as the document names them
 * @param office in which they did
 * @param document that proves it: minutes, a letter, an article
 * @param digest of what was approved, as the approved file tells it
 */
public record Approval(
        Side side, String who, String office, PartialDate date, String place, String document, String digest) {}
