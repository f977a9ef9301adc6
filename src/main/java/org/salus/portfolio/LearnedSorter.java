package org.salus.portfolio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.portfolio.RulePoints.Evidence;

/** The rules, corrected by what labelled activities taught: codes and words that the rules weigh too much, too little or not at all. */
final class LearnedSorter implements Sorter {
    /** Words and codes are named as a reason if together they move an answer by at least so many points. */
    private static final double WORTH_SAYING = 0.3;

    private static final double WORTH_NAMING = 0.05;
    private static final int MOST_NAMED = 4;

    private final RuleSorter rules;
    private final LearnedModel model;

    LearnedSorter(RuleSorter rules, LearnedModel model) {
        this.rules = rules;
        this.model = model;
    }

    private static final class Shipped {
        private static final LearnedSorter SORTER = new LearnedSorter(RuleSorter.SHIPPED, LearnedModel.shipped());
    }

    /** Another one that the program was told to work with; empty where it was told none. */
    private static final AtomicReference<Optional<Sorter>> OWN = new AtomicReference<>(Optional.empty());

    static void workWith(Sorter own) {
        OWN.set(Optional.of(own));
    }

    /** Read when it is first asked for: most commands sort nothing. */
    static Sorter shipped() {
        return OWN.get().orElseGet(() -> Shipped.SORTER);
    }

    @Override
    public String edition() {
        return rules.edition() + ", " + model.edition();
    }

    @Override
    public Sorting sort(Sortable activity) {
        RulePoints points = rules.points(activity);
        if (points.saysTooLittle()) {
            return RuleSorter.withoutWords(points);
        }
        List<Traits.Trait> traits = Traits.of(activity, points.best());
        Map<ReformArea, Double> learned = model.points(traits);
        Map<ReformArea, Double> all = new EnumMap<>(points.all());
        learned.forEach((area, more) -> all.merge(area, more, Double::sum));
        return RuleSorter.decide(
                points, learned, evidence(points.best(), RuleSorter.best(all), traits), model::certainty);
    }

    /** What spoke for the answer against the rules' own; where they agree, what spoke for it against the average area. */
    private List<Evidence> evidence(ReformArea rulesAnswer, ReformArea answer, List<Traits.Trait> traits) {
        List<Evidence> evidence = new ArrayList<>();
        named(evidence, "portfolio.reason.learned.words", Traits.WORD, rulesAnswer, answer, traits);
        named(evidence, "portfolio.reason.learned.codes", Traits.CODE, rulesAnswer, answer, traits);
        if (evidence.isEmpty() && answer != rulesAnswer) {
            evidence.add(new Evidence(
                    answer, WORTH_SAYING, Sentence.of("portfolio.reason.learned.balance", rulesAnswer.code())));
        }
        return evidence;
    }

    private record Move(Traits.Trait trait, double points) {}

    private void named(
            List<Evidence> evidence,
            String key,
            String kind,
            ReformArea rulesAnswer,
            ReformArea answer,
            List<Traits.Trait> traits) {
        List<Move> moves = traits.stream()
                .filter(trait -> trait.name().startsWith(kind))
                .map(trait -> new Move(trait, move(trait, rulesAnswer, answer)))
                .filter(move -> move.points() >= WORTH_NAMING)
                .sorted(Comparator.comparing(Move::points, Comparator.reverseOrder())
                        .thenComparing(move -> move.trait().name()))
                .limit(MOST_NAMED)
                .toList();
        double sum = moves.stream().mapToDouble(Move::points).sum();
        if (sum >= WORTH_SAYING) {
            String names = String.join(
                    ", ",
                    moves.stream()
                            .map(move -> "*" + move.trait().shown().get() + "*")
                            .toList());
            evidence.add(new Evidence(answer, sum, Sentence.of(key, names, answer.code())));
        }
    }

    private double move(Traits.Trait trait, ReformArea rulesAnswer, ReformArea answer) {
        double own = model.points(trait, answer);
        return answer == rulesAnswer ? own : own - model.points(trait, rulesAnswer);
    }
}
