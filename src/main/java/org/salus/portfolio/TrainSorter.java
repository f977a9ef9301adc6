package org.salus.portfolio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.salus.framework.ReformArea;
import org.salus.ledger.Digest;
import org.salus.portfolio.Measures.Answer;

/**
 * Learns from labelled activities how the rules' points are to be corrected, and measures how good the result is on activities it has not seen. Large coded files
 * serve as weak labels where codes and rules agree. Pure: the same activities give the same model, byte for byte.
 */
public final class TrainSorter {
    /** Strength of what draws weights to nothing: with a few hundred labels the rules stay in charge. */
    private static final double PULL = 3;
    /** Traits met in fewer activities are left out. */
    private static final int FEWEST = 3;
    /** All weak labels together count as much as so many labelled activities. */
    private static final double WEAK_WEIGHT = 100;

    private static final double SURE = 0.85;
    /** Weak labels of an area that are used at most; the others by far outnumber them. */
    private static final int MOST_WEAK = 1_500;

    private static final int GROUPS = 5;
    private static final double PRIOR = 1;
    /** Whoever is surer is never taken for less sure. */
    private static final double LEAST_SLOPE = 0.1;

    private final RuleSorter rules;
    private final List<Prepared> labelled;
    private final List<Prepared> weak;

    /** An activity with all that is computed of it once. */
    private static final class Prepared {
        private final LabelledActivity example;
        private final List<Traits.Trait> traits;
        private final double[] offsets;
        private final boolean[] isRight;
        private final double weight;

        Prepared(
                LabelledActivity example,
                List<Traits.Trait> traits,
                double[] offsets,
                boolean[] isRight,
                double weight) {
            this.example = example;
            this.traits = traits;
            this.offsets = offsets;
            this.isRight = isRight;
            this.weight = weight;
        }

        LabelledActivity example() {
            return example;
        }

        List<Traits.Trait> traits() {
            return traits;
        }

        double weight() {
            return weight;
        }

        String publisher() {
            return example.publisher();
        }
    }

    /**
     * Prepares training.
     *
     * @param labelled activities that people have sorted; those that cannot be told are left out
     * @param coded any others; those that are also among the labelled or kept-aside ones are left out
     * @param keptAside labelled activities that nothing may be learned from
     */
    public TrainSorter(List<LabelledActivity> labelled, List<Sortable> coded, List<LabelledActivity> keptAside) {
        this(RuleSorter.SHIPPED, labelled, coded, keptAside);
    }

    TrainSorter(
            RuleSorter rules, List<LabelledActivity> labelled, List<Sortable> coded, List<LabelledActivity> keptAside) {
        this.rules = rules;
        this.labelled = labelled.stream()
                .filter(one -> one.area() != ReformArea.CANNOT_BE_TOLD)
                .map(one -> prepared(one, 1))
                .toList();
        Set<String> known = new HashSet<>();
        for (List<LabelledActivity> some : List.of(labelled, keptAside)) {
            for (LabelledActivity one : some) {
                known.add(one.activity().id());
                known.add(title(one.activity()));
            }
        }
        this.weak = weak(coded, known);
    }

    /** How many labelled activities there are to learn from. */
    public int labelled() {
        return labelled.size();
    }

    /** How many weak labels there are. */
    public int weak() {
        return weak.size();
    }

    private Prepared prepared(LabelledActivity example, double weight) {
        RulePoints points = rules.points(example.activity());
        double[] offsets = new double[LearnedModel.AREAS.size()];
        boolean[] isRight = new boolean[offsets.length];
        for (int i = 0; i < offsets.length; i++) {
            ReformArea area = LearnedModel.AREAS.get(i);
            offsets[i] = points.all().getOrDefault(area, 0.0);
            isRight[i] = example.isRight(area);
        }
        return new Prepared(
                example,
                Traits.of(example.activity(), points.best()),
                offsets,
                isRight,
                points.saysTooLittle() ? 0 : weight);
    }

    /** Activities on which codes and rules agree and the rules are sure; each title once, in an order that has nothing to do with what they say. */
    private List<Prepared> weak(List<Sortable> coded, Set<String> known) {
        List<Sortable> shuffled = new ArrayList<>(coded);
        Map<Sortable, String> order = new HashMap<>();
        shuffled.forEach(
                activity -> order.put(activity, Digest.ofText(activity.id()).toString()));
        shuffled.sort(Comparator.comparing((Sortable activity) -> order.getOrDefault(activity, ""))
                .thenComparing(activity -> activity.titles().toString())
                .thenComparing(activity -> activity.descriptions().toString()));
        Map<ReformArea, List<Sortable>> chosen = new EnumMap<>(ReformArea.class);
        Set<String> titles = new HashSet<>(known);
        for (Sortable activity : shuffled) {
            if (known.contains(activity.id()) || !titles.add(title(activity))) {
                continue;
            }
            ReformArea area = agreed(activity);
            List<Sortable> alike = chosen.computeIfAbsent(area, any -> new ArrayList<>());
            if (area != ReformArea.CANNOT_BE_TOLD && alike.size() < MOST_WEAK) {
                alike.add(activity);
            }
        }
        chosen.remove(ReformArea.CANNOT_BE_TOLD);
        double roots = chosen.values().stream()
                .mapToDouble(alike -> Math.sqrt(alike.size()))
                .sum();
        List<Prepared> weak = new ArrayList<>();
        // An area counts by the root of its number, so that the frequent ones do not drown the rare.
        chosen.forEach((area, alike) -> alike.forEach(activity -> weak.add(prepared(
                new LabelledActivity(activity, area, java.util.Optional.empty(), ""),
                WEAK_WEIGHT / roots / Math.sqrt(alike.size())))));
        return weak;
    }

    /** The rules' answer if they are sure of it and codes alone say the same of reform or not; otherwise it cannot be told. */
    private ReformArea agreed(Sortable activity) {
        RulePoints points = rules.points(activity);
        ReformArea answer = points.best();
        Map<ReformArea, Double> ofCodes = new EnumMap<>(ReformArea.class);
        points.sectors()
                .forEach(sector -> sector.points().forEach((area, own) -> ofCodes.merge(area, own, Double::sum)));
        boolean agree = !ofCodes.isEmpty() && RuleSorter.best(ofCodes).isSsr() == answer.isSsr();
        return !points.saysTooLittle() && agree && RuleSorter.certainty(answer, points.all()) >= SURE
                ? answer
                : ReformArea.CANNOT_BE_TOLD;
    }

    private static String title(Sortable activity) {
        StringBuilder title = new StringBuilder();
        for (String part : activity.titles()) {
            Words words = new Words(part, Math.min(part.length(), 1_000));
            title.append(words.count() == 0 ? "" : words.folded(0, words.count()))
                    .append(' ');
        }
        return title.toString();
    }

    /** The bytes of a model learned from everything, as sure as it deserves to be by groups it had not seen. */
    public byte[] train() {
        return model().bytes();
    }

    LearnedModel model() {
        return model(labelled, weak);
    }

    private LearnedModel model(List<Prepared> taught, List<Prepared> hinted) {
        List<LearnedModel> ofGroups = IntStream.range(0, GROUPS)
                .mapToObj(group ->
                        fit(taught.stream().filter(one -> group(one) != group).toList(), hinted, new Calibration(0, 1)))
                .toList();
        return fit(taught, hinted, calibration(taught, ofGroups));
    }

    /** How odds become confidence. */
    private record Calibration(double trust, double slope) {}

    private static int group(Prepared one) {
        return Math.floorMod(
                Integer.parseUnsignedInt(
                        Digest.ofText(one.example().activity().id()).toString().substring(0, 8), 16),
                GROUPS);
    }

    private static LearnedModel fit(List<Prepared> taught, List<Prepared> hinted, Calibration calibration) {
        List<Prepared> all = new ArrayList<>(taught);
        all.addAll(hinted);
        all.removeIf(one -> one.weight() == 0);
        Map<String, Integer> met = new HashMap<>();
        all.forEach(one -> one.traits().forEach(trait -> met.merge(trait.name(), 1, Integer::sum)));
        List<String> names = met.keySet().stream()
                .filter(name -> met.getOrDefault(name, 0) >= FEWEST)
                .sorted()
                .toList();
        Map<String, Integer> numbers = new HashMap<>();
        names.forEach(name -> numbers.put(name, numbers.size()));
        List<LogisticFit.Row> rows = all.stream().map(one -> row(one, numbers)).toList();
        int classes = LearnedModel.AREAS.size();
        double[] found = new LogisticFit(rows, names.size(), classes, PULL).fit();
        Map<String, double[]> weights = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            weights.put(names.get(i), java.util.Arrays.copyOfRange(found, i * classes, (i + 1) * classes));
        }
        return LearnedModel.of(found[found.length - 1], calibration.trust(), calibration.slope(), weights);
    }

    private static LogisticFit.Row row(Prepared one, Map<String, Integer> numbers) {
        List<Traits.Trait> known = one.traits().stream()
                .filter(trait -> numbers.containsKey(trait.name()))
                .toList();
        return new LogisticFit.Row(
                known.stream()
                        .mapToInt(trait -> numbers.getOrDefault(trait.name(), 0))
                        .toArray(),
                known.stream().mapToDouble(Traits.Trait::weight).toArray(),
                one.offsets,
                one.isRight,
                one.weight());
    }

    /**
     * Under what line of odds it is most likely that answers about groups not learned from were right as often as they were: a logistic regression of one trait, by
     * Newton's steps.
     */
    private static Calibration calibration(List<Prepared> taught, List<LearnedModel> ofGroups) {
        List<double[]> answers = new ArrayList<>();
        for (Prepared one : taught) {
            if (one.weight() > 0) {
                LearnedModel model = ofGroups.get(group(one));
                Map<ReformArea, Double> points = model.points(one.traits());
                for (int i = 0; i < one.offsets.length; i++) {
                    points.merge(LearnedModel.AREAS.get(i), one.offsets[i], Double::sum);
                }
                ReformArea answer = RuleSorter.best(points);
                answers.add(
                        new double[] {model.odds(answer, points), one.example().isRight(answer) ? 1 : 0});
            }
        }
        double trust = 0;
        double slope = 1;
        for (int step = 0; step < 50; step++) {
            // A little of the start stays, so that a handful of answers that are all right leads to no infinity.
            double[] down = {PRIOR * trust, PRIOR * (slope - 1)};
            double[] bend = {PRIOR, 0, PRIOR};
            for (double[] answer : answers) {
                double sure = 1 / (1 + StrictMath.exp(-trust - slope * answer[0]));
                down[0] += sure - answer[1];
                down[1] += (sure - answer[1]) * answer[0];
                double spread = sure * (1 - sure);
                bend[0] += spread;
                bend[1] += spread * answer[0];
                bend[2] += spread * answer[0] * answer[0];
            }
            double determinant = bend[0] * bend[2] - bend[1] * bend[1];
            trust -= (bend[2] * down[0] - bend[1] * down[1]) / determinant;
            slope -= (bend[0] * down[1] - bend[1] * down[0]) / determinant;
        }
        return new Calibration(trust, Math.max(slope, LEAST_SLOPE));
    }

    /** The rules' own answers. */
    public Measures byRules() {
        return new Measures(labelled.stream()
                .map(one -> new Answer(one.example(), rules.sort(one.example().activity())))
                .toList());
    }

    /** Answers of models that were learned without the fifth of the activities they are asked about. */
    public Measures byGroups() {
        return asked(one -> String.valueOf(group(one)), one -> "");
    }

    /** Answers of models that were learned without anything of the publisher they are asked about. */
    public Measures byPublishers() {
        return asked(Prepared::publisher, Prepared::publisher);
    }

    private Measures asked(
            java.util.function.Function<Prepared, String> part,
            java.util.function.Function<Prepared, String> weakPart) {
        List<Answer> answers = new ArrayList<>();
        for (String asked : labelled.stream().map(part).distinct().sorted().toList()) {
            Predicate<Prepared> isAsked = one -> part.apply(one).equals(asked);
            Sorter sorter = new LearnedSorter(
                    rules,
                    model(
                            labelled.stream().filter(isAsked.negate()).toList(),
                            weak.stream()
                                    .filter(one -> !weakPart.apply(one).equals(asked))
                                    .toList()));
            labelled.stream()
                    .filter(isAsked)
                    .forEach(one -> answers.add(
                            new Answer(one.example(), sorter.sort(one.example().activity()))));
        }
        return new Measures(answers);
    }

    /** Whether none of the labelled activities is of the same publisher. */
    public boolean isOfNewPublisher(LabelledActivity activity) {
        return labelled.stream().noneMatch(one -> one.publisher().equals(activity.publisher()));
    }

    /** Answers of the trained model, or of the rules, about activities that were kept aside. */
    public Measures about(List<LabelledActivity> keptAside, boolean byRules) {
        Sorter sorter = byRules ? rules : new LearnedSorter(rules, model());
        return new Measures(keptAside.stream()
                .filter(one -> one.area() != ReformArea.CANNOT_BE_TOLD)
                .map(one -> new Answer(one, sorter.sort(one.activity())))
                .toList());
    }
}
