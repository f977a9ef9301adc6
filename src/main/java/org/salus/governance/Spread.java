package org.salus.governance;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where answers lie on the five levels. A median and a range, because steps between levels are not equal distances: a mean would pretend that they are.
 *
 * @param median of the questions' medians, so that a question with more assessors does not count more; halves and quarters lie between two levels
 * @param least the lowest level that any assessor chose for any of the questions
 * @param most the highest
 * @param questions that have a level
 */
public record Spread(BigDecimal median, int least, int most, int questions) {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** The middle of these values, exactly; halfway between two in the middle; empty of none. */
    static Optional<BigDecimal> median(Collection<BigDecimal> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        List<BigDecimal> sorted = values.stream().sorted().toList();
        BigDecimal upper = sorted.get(sorted.size() / 2);
        BigDecimal lower = sorted.get((sorted.size() - 1) / 2);
        return Optional.of(plain(upper.add(lower).divide(TWO)));
    }

    /** The same number in its shortest form. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Of these questions; empty if none has a level. */
    static Optional<Spread> of(Collection<Answers> questions) {
        List<Answers> withLevels = questions.stream()
                .filter(answers -> !answers.levels().isEmpty())
                .toList();
        return median(withLevels.stream()
                        .map(answers -> answers.median().orElseThrow())
                        .toList())
                .map(median -> new Spread(
                        median,
                        withLevels.stream()
                                .mapToInt(answers -> answers.levels().getFirst())
                                .min()
                                .orElseThrow(),
                        withLevels.stream()
                                .mapToInt(answers -> answers.levels().getLast())
                                .max()
                                .orElseThrow(),
                        withLevels.size()));
    }
}
