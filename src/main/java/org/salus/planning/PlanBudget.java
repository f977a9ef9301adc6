package org.salus.planning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.framework.PartialDate;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;

/**
 * What one donor, or the partner government itself, can pay for the steps of a plan, year by year. A step takes its part of each year by the months it goes on in that year.
 *
 * @param donor who gives it
 * @param currency ISO 4217
 * @param years what it holds, one entry a year; a year without one holds nothing
 * @param areas reform areas whose steps it may pay for; all if there are none
 * @param earmarks steps it is set aside for: if there are some, it pays for nothing else
 * @param source who says so
 */
public record PlanBudget(
        String donor,
        String currency,
        List<BudgetYear> years,
        List<ReformArea> areas,
        List<Earmark> earmarks,
        String source,
        String note) {
    public static final Kind<PlanBudget> KIND = Kind.of("plan-budget", PlanBudget.class)
            .needing(budget -> budget.earmarks().stream().map(Earmark::step).collect(Collectors.<ItemId>toSet()))
            .ruledBy((edited, view) -> edited.value().refusals());

    public PlanBudget {
        years = List.copyOf(years);
        areas = List.copyOf(areas);
        earmarks = List.copyOf(earmarks);
    }

    /** The same with every amount so many hundredths of what it is. */
    PlanBudget times(BigDecimal percent) {
        return new PlanBudget(
                donor,
                currency,
                years.stream()
                        .map(one -> new BudgetYear(
                                one.year(), one.amount().multiply(percent).movePointLeft(2)))
                        .toList(),
                areas,
                earmarks,
                source,
                note);
    }

    private List<Sentence> refusals() {
        List<Sentence> refusals =
                new ArrayList<>(Stream.concat(PlanTexts.refusals(donor, note), PlanTexts.tooLong(source))
                        .toList());
        if (!PlanTexts.isCurrency(currency)) {
            refusals.add(PlanTexts.noCurrency(currency));
        }
        Set<Integer> seen = new HashSet<>();
        for (BudgetYear one : years) {
            if (one.year().precision() != PartialDate.Precision.YEAR) {
                refusals.add(Sentence.of("planning.typed.no-year", one.year().toString()));
            } else if (!seen.add(one.year().year())) {
                refusals.add(
                        Sentence.of("planning.refusal.year-twice", one.year().toString()));
            }
            if (one.amount().signum() < 0) {
                refusals.add(Sentence.of("planning.refusal.negative"));
            }
        }
        return refusals;
    }
}
