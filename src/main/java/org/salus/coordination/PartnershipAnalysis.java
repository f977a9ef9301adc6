package org.salus.coordination;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.salus.framework.Figure;
import org.salus.framework.Sentence;
import org.salus.portfolio.SortedActivity;
import org.salus.portfolio.SupportRow;

/** Indicators 1a, 5a, 5b, 6 and 9b of the Global Partnership, as far as published activities allow. Definitions and sources are in {@code docs/coordination.md}. */
final class PartnershipAnalysis {
    /** The indicator looks at the next three years. */
    private static final int YEARS_AHEAD = 3;
    /** DAC's types of aid: general and sector budget support, which the country's own systems spend. */
    private static final Set<String> BUDGET_SUPPORT = Set.of("A01", "A02");

    private final CoordinationInputs inputs;

    private PartnershipAnalysis(CoordinationInputs inputs) {
        this.inputs = inputs;
    }

    /**
     * The five indicators in their order.
     *
     * @param plans and payments of the same inputs
     * @param aidTypes the type of aid by the activity's identifier, where it is stated
     */
    static List<PartnershipIndicator> of(
            CoordinationInputs inputs, Predictability plans, Map<String, String> aidTypes) {
        PartnershipAnalysis analysis = new PartnershipAnalysis(inputs);
        return List.of(
                unknown("1a"),
                annual(plans),
                analysis.mediumTerm(),
                unknown("6"),
                analysis.countrySystems(new TreeMap<>(aidTypes)));
    }

    private static PartnershipIndicator unknown(String code) {
        return unknown(code, Sentence.of("coordination.partnership." + code + ".missing"));
    }

    private static PartnershipIndicator unknown(String code, Sentence reason) {
        return new PartnershipIndicator(code, Figure.unknown(reason), Optional.empty(), List.of());
    }

    /** The last of the years asked for that was over and has a plan. */
    private static PartnershipIndicator annual(Predictability plans) {
        return plans.years().reversed().stream()
                .filter(year -> year.asPlanned().valueIfAny().isPresent())
                .findFirst()
                .map(year -> new PartnershipIndicator(
                        "5a",
                        Figure.partial(
                                year.asPlanned().valueIfAny().orElse(BigDecimal.ZERO),
                                Sentence.of("coordination.partnership.5a.partial")),
                        Optional.of(year.year()),
                        year.activities()))
                .orElseGet(() -> unknown("5a"));
    }

    private PartnershipIndicator mediumTerm() {
        if (inputs.lastFullYear().isEmpty()) {
            return unknown("5b", Sentence.of("coordination.not-computed.no-years"));
        }
        int last = inputs.lastFullYear().getAsInt();
        Map<String, BigDecimal> paid = new TreeMap<>();
        for (SupportRow row : inputs.counted()) {
            Integer year = row.year();
            if (year != null && year == last && OneDonor.is(row.donor())) {
                paid.merge(row.donor(), row.value(), BigDecimal::add);
            }
        }
        paid.values().removeIf(value -> value.signum() <= 0);
        BigDecimal all = paid.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (all.signum() == 0) {
            return unknown("5b", Sentence.of("coordination.partnership.5b.no-money", String.valueOf(last)));
        }
        Map<String, NavigableMap<Integer, BigDecimal>> plans =
                PlannedMoney.of(inputs).byActivity();
        Set<String> planning = new TreeSet<>();
        BigDecimal covered = BigDecimal.ZERO;
        for (int year = last + 1; year <= last + YEARS_AHEAD; year++) {
            Set<String> donors = new HashSet<>();
            for (SortedActivity sorted : inputs.activities()) {
                String identifier = sorted.activity().identifier();
                // Some publishers state a budget of nothing for decades ahead; that covers no support.
                if (plans.getOrDefault(identifier, new TreeMap<>())
                                .getOrDefault(year, BigDecimal.ZERO)
                                .signum()
                        > 0) {
                    planning.add(identifier);
                    donors.add(sorted.donor());
                }
            }
            covered = covered.add(paid.entrySet().stream()
                    .filter(donor -> donors.contains(donor.getKey()))
                    .map(Map.Entry::getValue)
                    .reduce(BigDecimal.ZERO, BigDecimal::add));
        }
        return planning.isEmpty()
                ? unknown("5b", Sentence.of("coordination.partnership.5b.missing", String.valueOf(last)))
                : new PartnershipIndicator(
                        "5b",
                        Figure.partial(
                                Share.ratio(covered, all.multiply(BigDecimal.valueOf(YEARS_AHEAD))),
                                Sentence.of("coordination.partnership.5b.partial", String.valueOf(last))),
                        Optional.of(last),
                        List.copyOf(planning));
    }

    private PartnershipIndicator countrySystems(Map<String, String> aidTypes) {
        BigDecimal told = BigDecimal.ZERO;
        BigDecimal budget = BigDecimal.ZERO;
        BigDecimal all = BigDecimal.ZERO;
        Set<String> activities = new TreeSet<>();
        for (SupportRow row : inputs.inPeriod()) {
            String type = aidTypes.get(row.activity());
            all = all.add(row.value());
            if (type != null) {
                told = told.add(row.value());
                if (BUDGET_SUPPORT.contains(type)) {
                    budget = budget.add(row.value());
                    activities.add(row.activity());
                }
            }
        }
        return told.signum() <= 0 || all.signum() <= 0 || budget.signum() < 0
                ? unknown("9b")
                : new PartnershipIndicator(
                        "9b",
                        Figure.partial(
                                Share.ratio(budget, told),
                                Sentence.of(
                                        "coordination.partnership.9b.partial",
                                        Share.of(told, all).percent())),
                        Optional.empty(),
                        List.copyOf(activities));
    }
}
