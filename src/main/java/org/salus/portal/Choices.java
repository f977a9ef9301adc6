package org.salus.portal;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.salus.frame.web.Address;
import org.salus.framework.Failure;
import org.salus.framework.Field;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.portfolio.Measure;
import org.salus.portfolio.PivotMeasure;

/** Reads the words of a question as values. A word that means nothing is refused, with what may be asked instead. */
public final class Choices {
    private static final List<String> YES = List.of("yes", "true");
    private static final List<String> NO = List.of("no", "false");

    private Choices() {}

    /**
     * What a word means; empty where nothing is chosen.
     *
     * @param find what each word means
     * @param allowed the words there are, for the refusal
     * @throws Failure (wrong use) if the word means nothing
     */
    static <T> Optional<T> find(
            Address here, String name, Function<String, Optional<T>> find, Collection<String> allowed) {
        return here.choice(name).map(word -> find.apply(word).orElseThrow(() -> wrong(name, word, allowed)));
    }

    static Optional<Measure> measure(Address here) {
        return find(
                here,
                "measure",
                Measure::find,
                Stream.of(Measure.values()).map(Measure::word).toList());
    }

    /** What cells of a pivot count. */
    static Optional<PivotMeasure> pivotMeasure(Address here) {
        return find(
                here,
                "measure",
                word -> PivotMeasure.find(word.toLowerCase(Locale.ROOT)),
                Stream.of(PivotMeasure.values()).map(PivotMeasure::code).toList());
    }

    static Optional<ReformArea> area(Address here, String name) {
        return find(here, name, ReformArea::find, areas());
    }

    static List<String> areas() {
        return Stream.of(ReformArea.values()).map(ReformArea::code).toList();
    }

    static Optional<Field> field(Address here) {
        return find(
                here,
                "field",
                word -> Stream.of(Field.values())
                        .filter(field -> field.code().equals(word))
                        .findFirst(),
                Stream.of(Field.values()).map(Field::code).toList());
    }

    /** Yes or no; {@code true} and {@code false} are the same. */
    static Optional<Boolean> yes(Address here, String name) {
        return find(
                here,
                name,
                word -> YES.contains(word)
                        ? Optional.of(true)
                        : NO.contains(word) ? Optional.of(false) : Optional.empty(),
                List.of("yes", "no"));
    }

    /** A year of four digits. */
    static Optional<Integer> year(Address here, String name) {
        return here.choice(name).map(word -> {
            if (!word.matches("\\d{4}")) {
                throw Failure.wrongUse(Sentence.of("portal.choice.year", name, word));
            }
            return Integer.valueOf(word);
        });
    }

    static Failure wrong(String name, String word, Collection<String> allowed) {
        return Failure.wrongUse(Sentence.of("portal.choice.wrong", name, word, String.join(", ", allowed)));
    }
}
