package org.salus.planning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.salus.goals.Chain;
import org.salus.goals.Objective;
import org.salus.ledger.Item;

/**
 * A step of a reform as far as its cost goes: what it takes once, what it takes every year afterwards, and who pays when. Whatever nobody has said stays empty.
 *
 * @param id by which it is found again, such as the id of an objective
 * @param title what it is called
 * @param begins the first year of work on it
 * @param ready the year in which it is reached; it runs, and costs its yearly amount, from the year after
 * @param months of the first and the last of these years
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
        Months months,
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

    /**
     * In which months of its first and its last year work goes on.
     *
     * @param first 1 to 12; 1 where only the year is known
     * @param last 1 to 12; 12 where only the year is known
     */
    public record Months(int first, int last) {
        /** All months of both years. */
        public static final Months ALL = new Months(1, 12);
    }

    /** The objective of a chain as a step, with the support that leads to it there. */
    public static PlanStep of(Chain chain, Item<Objective> objective) {
        return PlanSteps.step(chain, objective);
    }

    /**
     * What a step takes in one year.
     *
     * @param once of what brings it about; empty where nobody has said, or nothing of it falls into this year
     * @param everyYear to keep it up; empty likewise
     * @param isHandedOver whether the state pays for that, and donors no longer
     */
    public record Year(int year, Optional<BigDecimal> once, Optional<BigDecimal> everyYear, boolean isHandedOver) {}

    /**
     * Year by year what it takes, in its own currency: from the first year of work to so many years after hand-over. What it takes once is shared by the months of work in each year.
     *
     * @param afterwards how many years after hand-over, 0 or more
     * @return nothing where its first or last year is not known, or the one comes after the other
     */
    public List<Year> years(int afterwards) {
        if (begins.isEmpty() || ready.isEmpty() || begins.get() > ready.get()) {
            return List.of();
        }
        int first = begins.get();
        int last = ready.get();
        int handed = Math.max(last, handedOver.orElse(last));
        return IntStream.rangeClosed(first, handed + afterwards)
                .mapToObj(year -> new Year(
                        year,
                        year > last ? Optional.empty() : once.map(all -> share(all, first, last, months, year)),
                        year > last ? everyYear : Optional.empty(),
                        year > handed))
                .toList();
    }

    /** What of an amount falls into a year of those from the first to the last, both included. */
    static BigDecimal share(BigDecimal all, int first, int last, Months months, int year) {
        LocalDate from = LocalDate.of(first, months.first(), 1);
        LocalDate until = YearMonth.of(last, months.last()).atEndOfMonth();
        return CostByTime.byYear(List.of(
                        new CostByTime.Spent(FiscalSpace.round(all), from, until.isBefore(from) ? from : until)))
                .getOrDefault(year, BigDecimal.ZERO);
    }

    /** The same, handed over so many years later. */
    PlanStep handedOverLater(int years) {
        return new PlanStep(
                id,
                title,
                begins,
                ready,
                months,
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
                months,
                handedOver,
                newOnce,
                newEveryYear,
                newCurrency,
                newCurrency.equals(currency) ? supported : Optional.empty(),
                donors,
                payer);
    }
}
