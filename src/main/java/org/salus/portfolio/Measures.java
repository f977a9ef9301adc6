package org.salus.portfolio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.salus.framework.Field;
import org.salus.framework.ReformArea;

/** How good answers are, beside those of people. Intervals come from 1,000 drawings of the activities with replacement, with a fixed seed. */
public final class Measures {
    /** An answer beside a person's. */
    public record Answer(LabelledActivity example, Sorting sorting) {
        boolean isRight() {
            return example.isRight(sorting.area());
        }

        ReformArea truth() {
            return example.truthBeside(sorting.area());
        }
    }

    /** A figure with the bounds of its 95 % interval. */
    public record Score(double figure, double low, double high) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.3f (%.3f–%.3f)", figure, low, high);
        }
    }

    /** Right and wrong answers about one label. */
    public record OfLabel(ReformArea area, int labelled, int answered, int right, Score f1) {}

    /** Answers that are about equally sure, and how many of them were right. */
    public record Bin(int answers, double confidence, double right) {}

    private static final int DRAWINGS = 1_000;
    private static final long SEED = 20_261_127;
    private static final int BINS = 10;
    private static final int ENOUGH = 10;

    private final List<Answer> answers;

    Measures(List<Answer> answers) {
        this.answers = List.copyOf(answers);
    }

    public int size() {
        return answers.size();
    }

    /** The same for some of the activities. */
    public Measures of(Predicate<LabelledActivity> which) {
        return new Measures(
                answers.stream().filter(answer -> which.test(answer.example())).toList());
    }

    public Score accuracy() {
        return score(Measures::accuracy);
    }

    /** F1 of the question whether an activity is support to reform at all. */
    public Score ssrF1() {
        return score(drawn -> f1(drawn, ReformArea::isSsr));
    }

    /** Mean F1 over all labels that occur. */
    public Score macroF1() {
        return score(drawn -> macro(drawn, labels(1)));
    }

    /** Mean F1 over the labels of at least ten activities. */
    public Score macroF1OfFrequent() {
        List<ReformArea> frequent = labels(ENOUGH);
        return score(drawn -> macro(drawn, frequent));
    }

    /** Mean F1 over those of the four fields and none that people gave to any activity: of a field that nobody gave, nothing can be measured. */
    public Score fieldF1() {
        List<Predicate<ReformArea>> classes = new ArrayList<>(List.of(area -> area == ReformArea.NONE));
        for (Field field : Field.values()) {
            classes.add(area -> area.field().filter(field::equals).isPresent());
        }
        classes.removeIf(which -> count(answer -> which.test(answer.truth())) == 0);
        return score(drawn -> classes.stream()
                .mapToDouble(which -> f1(drawn, which))
                .average()
                .orElse(0));
    }

    /** Mean distance between confidence and part of right answers, over ten bins of equal size. */
    public Score calibrationError() {
        return score(Measures::calibrationError);
    }

    private static double calibrationError(List<Answer> drawn) {
        return bins(drawn).stream()
                .mapToDouble(bin -> bin.answers() * Math.abs(bin.confidence() - bin.right()) / drawn.size())
                .sum();
    }

    /** Ten bins of equal size, the least sure first. */
    public List<Bin> bins() {
        return bins(answers);
    }

    private static List<Bin> bins(List<Answer> drawn) {
        List<Answer> sorted = drawn.stream()
                .sorted(Comparator.comparing((Answer answer) -> answer.sorting().confidence())
                        .thenComparing(answer -> answer.example().activity().id()))
                .toList();
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            List<Answer> bin = sorted.subList(i * sorted.size() / BINS, (i + 1) * sorted.size() / BINS);
            bins.add(new Bin(
                    bin.size(),
                    bin.stream()
                            .mapToDouble(answer -> answer.sorting().confidence().doubleValue())
                            .average()
                            .orElse(0),
                    accuracy(bin)));
        }
        return bins;
    }

    /** One line per label that people or the program gave. */
    public List<OfLabel> labels() {
        List<OfLabel> lines = new ArrayList<>();
        for (ReformArea area : ReformArea.values()) {
            int labelled = count(answer -> answer.truth() == area);
            int answered = count(answer -> answer.sorting().area() == area);
            if (labelled + answered > 0) {
                lines.add(new OfLabel(
                        area,
                        labelled,
                        answered,
                        count(answer -> answer.truth() == area && answer.isRight()),
                        score(drawn -> f1(drawn, area::equals))));
            }
        }
        return lines;
    }

    /** How often people gave the first label and the program the second. */
    public Map<ReformArea, Map<ReformArea, Integer>> confusion() {
        Map<ReformArea, Map<ReformArea, Integer>> table = new EnumMap<>(ReformArea.class);
        for (Answer answer : answers) {
            table.computeIfAbsent(answer.truth(), area -> new EnumMap<>(ReformArea.class))
                    .merge(answer.sorting().area(), 1, Integer::sum);
        }
        return table;
    }

    /** The languages of the activities' texts, as far as their small words tell. */
    public List<String> languages() {
        return answers.stream()
                .map(answer -> language(answer.example()))
                .distinct()
                .sorted()
                .toList();
    }

    /** The activities of one language. */
    public Measures inLanguage(String language) {
        return of(example -> language(example).equals(language));
    }

    private int count(Predicate<Answer> which) {
        return (int) answers.stream().filter(which).count();
    }

    private List<ReformArea> labels(int atLeast) {
        return List.of(ReformArea.values()).stream()
                .filter(area -> count(answer -> answer.truth() == area) >= atLeast)
                .toList();
    }

    private static double accuracy(List<Answer> drawn) {
        return drawn.isEmpty()
                ? 0
                : (double) drawn.stream().filter(Answer::isRight).count() / drawn.size();
    }

    private static double macro(List<Answer> drawn, List<ReformArea> labels) {
        return labels.stream()
                .mapToDouble(area -> f1(drawn, area::equals))
                .average()
                .orElse(0);
    }

    private static double f1(List<Answer> drawn, Predicate<ReformArea> which) {
        int hit = 0;
        int wrong = 0;
        int missed = 0;
        for (Answer answer : drawn) {
            boolean is = which.test(answer.truth());
            boolean said = which.test(answer.sorting().area());
            hit += is && said ? 1 : 0;
            wrong += !is && said ? 1 : 0;
            missed += is && !said ? 1 : 0;
        }
        return hit == 0 ? 0 : 2.0 * hit / (2.0 * hit + wrong + missed);
    }

    private Score score(ToDoubleFunction<List<Answer>> figure) {
        if (answers.isEmpty()) {
            return new Score(0, 0, 0);
        }
        SplittableRandom random = new SplittableRandom(SEED);
        double[] drawn = new double[DRAWINGS];
        for (int i = 0; i < DRAWINGS; i++) {
            List<Answer> some = new ArrayList<>(answers.size());
            for (int k = 0; k < answers.size(); k++) {
                some.add(answers.get(random.nextInt(answers.size())));
            }
            drawn[i] = figure.applyAsDouble(some);
        }
        java.util.Arrays.sort(drawn);
        return new Score(
                figure.applyAsDouble(answers), drawn[DRAWINGS * 25 / 1_000], drawn[DRAWINGS * 975 / 1_000 - 1]);
    }

    private static final Map<String, Set<String>> SMALL_WORDS = Map.of(
            "en", Set.of("the", "of", "and", "for", "to", "in", "with", "support", "programme", "project"),
            "fr", Set.of("le", "la", "les", "des", "du", "et", "pour", "dans", "au", "projet", "appui", "une"),
            "es", Set.of("el", "los", "las", "del", "y", "para", "en", "con", "una", "proyecto", "apoyo"),
            "sv", Set.of("och", "att", "som", "av", "till", "den", "for", "stod", "ar", "med", "saknar"),
            "de", Set.of("und", "der", "die", "das", "fur", "von", "zur", "des", "im", "mit"));

    private static String language(LabelledActivity example) {
        Map<String, Integer> found = new java.util.TreeMap<>();
        Function<String, Words> words = text -> new Words(text, Math.min(text.length(), 2_000));
        List<String> texts = new ArrayList<>(example.activity().titles());
        texts.addAll(example.activity().descriptions());
        for (String text : texts) {
            Words cut = words.apply(text);
            for (int i = 0; i < cut.count(); i++) {
                String word = cut.folded(i);
                SMALL_WORDS.forEach(
                        (language, small) -> found.merge(language, small.contains(word) ? 1 : 0, Integer::sum));
            }
        }
        String best = "–";
        int most = 0;
        for (Map.Entry<String, Integer> one : found.entrySet()) {
            if (one.getValue() > most) {
                best = one.getKey();
                most = one.getValue();
            }
        }
        return best;
    }
}
