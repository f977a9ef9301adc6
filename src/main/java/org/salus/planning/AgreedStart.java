package org.salus.planning;

import java.math.BigDecimal;
import java.util.Optional;
import org.salus.framework.PartialDate;
import org.salus.ledger.ItemId;

/**
 * Where a step stands in a plan that was agreed on.
 *
 * @param step the box it is
 * @param title what it was called then
 * @param begins its first month
 * @param until its last month
 * @param cost what it was to take, in units of the plan's currency; empty where nobody had said
 */
public record AgreedStart(
        ItemId step, String title, PartialDate begins, PartialDate until, Optional<BigDecimal> cost) {}
