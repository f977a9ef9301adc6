package org.salus.planning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.ledger.Kind;

/**
 * What somebody expects a state to have for its security institutions in the years to come: one scenario of growth. Everything is at the prices of its first
 * year; growth is above inflation.
 *
 * @param title what the scenario is called
 * @param from the first year, and the year of its prices: 1990 to 2100
 * @param until the last year: at most 40 years later
 * @param currency ISO 4217, of all its amounts
 * @param budget what is there in the first year for the institutions that are planned for, in units of the currency
 * @param bound how much of that is bound already: salaries, running cost, debts
 * @param growth by how much the budget grows a year, in percent above inflation
 * @param boundGrowth by how much what is bound grows a year, in percent above inflation
 * @param inflation by how much prices rise a year, in percent; empty where nobody dares to say
 * @param citizens how many people live there; empty where nobody has said
 * @param rates what other currencies are worth
 * @param source who says so, and where
 */
public record FiscalOutlook(
        String title,
        Optional<PartialDate> from,
        Optional<PartialDate> until,
        String currency,
        Optional<BigDecimal> budget,
        Optional<BigDecimal> bound,
        Optional<BigDecimal> growth,
        Optional<BigDecimal> boundGrowth,
        Optional<BigDecimal> inflation,
        Optional<BigDecimal> citizens,
        List<ExchangeRate> rates,
        String source,
        String note) {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;
    private static final int LONGEST_YEARS = 40;
    private static final BigDecimal LEAST_PERCENT = BigDecimal.valueOf(-50);
    private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(1_000);

    public static final Kind<FiscalOutlook> KIND = Kind.of("fiscal-outlook", FiscalOutlook.class)
            .ruledBy((edited, view) -> edited.value().refusals());

    public FiscalOutlook {
        rates = List.copyOf(rates);
    }

    /** Why it cannot be reckoned with; empty if it can. */
    List<Sentence> refusals() {
        List<Sentence> refusals = new ArrayList<>();
        if (title.isBlank()) {
            refusals.add(Sentence.of("planning.refusal.no-title"));
        }
        if (!PlanTexts.isCurrency(currency)) {
            refusals.add(PlanTexts.noCurrency(currency));
        }
        years(refusals);
        if (budget.isEmpty()) {
            refusals.add(Sentence.of("planning.refusal.no-budget"));
        }
        if (Stream.of(budget, bound).flatMap(Optional::stream).anyMatch(amount -> amount.signum() < 0)) {
            refusals.add(Sentence.of("planning.refusal.negative"));
        }
        Stream.of(growth, boundGrowth, inflation)
                .flatMap(Optional::stream)
                .filter(percent -> percent.compareTo(LEAST_PERCENT) < 0 || percent.compareTo(MOST_PERCENT) > 0)
                .forEach(percent ->
                        refusals.add(Sentence.of("planning.refusal.percent", percent, LEAST_PERCENT, MOST_PERCENT)));
        if (citizens.filter(number -> number.signum() <= 0).isPresent()) {
            refusals.add(Sentence.of("planning.refusal.citizens"));
        }
        rates.stream()
                .filter(rate -> !PlanTexts.isCurrency(rate.currency())
                        || rate.worth().filter(worth -> worth.signum() > 0).isEmpty())
                .forEach(rate -> refusals.add(Sentence.of("planning.refusal.rate", rate.currency())));
        return refusals;
    }

    private void years(List<Sentence> refusals) {
        if (from.isEmpty() || until.isEmpty()) {
            refusals.add(Sentence.of("planning.refusal.no-years"));
            return;
        }
        int first = from.get().year();
        int last = until.get().year();
        if (first < FIRST_YEAR || first > LAST_YEAR) {
            refusals.add(Sentence.of("planning.refusal.year", first, FIRST_YEAR, LAST_YEAR));
        } else if (last < first || last > first + LONGEST_YEARS) {
            refusals.add(Sentence.of("planning.refusal.until", last, first, LONGEST_YEARS));
        }
    }

    /** What can be reckoned with; empty while it is not complete, as a merged copy may be. What is bound and how things grow counts as none where nobody has said. */
    Optional<FiscalSpace> space() {
        if (!refusals().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new FiscalSpace(
                title,
                from.orElseThrow().year(),
                until.orElseThrow().year(),
                currency,
                budget.orElseThrow(),
                bound.orElse(BigDecimal.ZERO),
                growth.orElse(BigDecimal.ZERO),
                boundGrowth.orElse(BigDecimal.ZERO),
                inflation,
                citizens,
                rates));
    }

    /** What counts as none in it because nobody has said. */
    List<Sentence> assumed() {
        List<Sentence> assumed = new ArrayList<>();
        if (bound.isEmpty()) {
            assumed.add(Sentence.of("planning.assumed.bound"));
        }
        if (growth.isEmpty()) {
            assumed.add(Sentence.of("planning.assumed.growth"));
        }
        if (boundGrowth.isEmpty()) {
            assumed.add(Sentence.of("planning.assumed.bound-growth"));
        }
        return assumed;
    }
}
