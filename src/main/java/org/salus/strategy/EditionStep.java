package org.salus.strategy;

import org.salus.framework.PartialDate;

/**
 * A step an edition took.
 *
 * @param to how far it came by it
 * @param date the day on which it did
 * @param because why; may be empty
 */
public record EditionStep(EditionState to, PartialDate date, String because) {}
