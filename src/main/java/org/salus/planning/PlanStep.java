package org.salus.planning;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A step of a reform as far as its cost goes: what it takes once, what it takes every year afterwards, and who pays when. Whatever nobody has said stays empty.
 *
 * @param id by which it is found again, such as the id of an objective
 * @param title what it is called
 * @param begins the first year of work on it
 * @param ready the year in which it is reached; it runs, and costs its yearly amount, from the year after
 * @param handedOver the last year in which donors pay for running it; never before {@code ready}
 * @param once what it takes to bring it about, in units of the currency at the prices of the outlook's year
 * @param everyYear what it takes to keep it up, a year, in the same units
 * @param currency ISO 4217; empty where nobody has said
 * @param supported what donors are known to give for it, in the same units; empty where no amount is known
 * @param donors who supports it
 * @param payer who pays after hand-over; empty where nobody is named
 */
public record PlanStep(
        String id,
        String title,
        Optional<Integer> begins,
        Optional<Integer> ready,
        Optional<Integer> handedOver,
        Optional<BigDecimal> once,
        Optional<BigDecimal> everyYear,
        String currency,
        Optional<BigDecimal> supported,
        List<String> donors,
        String payer) {
    public PlanStep {
        donors = List.copyOf(donors);
    }

    /** The same, handed over so many years later. */
    PlanStep handedOverLater(int years) {
        return new PlanStep(
                id,
                title,
                begins,
                ready,
                handedOver.or(() -> ready).map(year -> year + years),
                once,
                everyYear,
                currency,
                supported,
                donors,
                payer);
    }

    /** The same with other amounts. */
    PlanStep costing(Optional<BigDecimal> newOnce, Optional<BigDecimal> newEveryYear, String newCurrency) {
        return new PlanStep(
                id,
                title,
                begins,
                ready,
                handedOver,
                newOnce,
                newEveryYear,
                newCurrency,
                newCurrency.equals(currency) ? supported : Optional.empty(),
                donors,
                payer);
    }
}
