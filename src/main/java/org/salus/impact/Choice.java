package org.salus.impact;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/** One of a few words that somebody typed. */
final class Choice {
    private Choice() {}

    /**
     * What a word stands for: the name in lower case with hyphens.
     *
     * @throws Failure (wrong use) that lists the words
     */
    static <E extends Enum<E>> E of(Class<E> type, String option, String word) {
        List<E> all = Arrays.asList(type.getEnumConstants());
        return all.stream()
                .filter(each -> word(each).equals(word))
                .findFirst()
                .orElseThrow(() -> Failure.wrongUse(Sentence.of(
                        "impact.choice.unknown",
                        option,
                        word,
                        String.join(", ", all.stream().map(Choice::word).toList()))));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
