package org.salus.goals;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.framework.Characteristic;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;

/**
 * An indicator others have used, in our own words.
 *
 * @param key lasting name in the library
 * @param theme under which it stands
 * @param code official, such as {@code SDG 16.3.2}; empty where there is none
 * @param custodian who publishes or keeps it; empty where nobody does: it is a measure of the field in our own words, which each country collects for itself
 * @param areas of reform it fits
 * @param characteristics of good governance it tells of
 * @param by what it is to be broken down
 * @param near who publishes something near to it that nobody should take for it; empty where we know of none
 * @param limits what it does not show, and which wrong it may tempt to
 */
public record LibraryIndicator(
        String key,
        String theme,
        String code,
        String name,
        String custodian,
        String unit,
        Direction direction,
        IndicatorLevel level,
        List<ReformArea> areas,
        List<Characteristic> characteristics,
        String method,
        List<String> by,
        String near,
        String limits) {
    public LibraryIndicator {
        areas = List.copyOf(areas);
        characteristics = List.copyOf(characteristics);
        by = List.copyOf(by);
    }

    /** Its source in a few words: the code and who keeps it. */
    public String source() {
        return Stream.of(code, custodian)
                .filter(text -> !text.isEmpty())
                .reduce((one, two) -> one + ", " + two)
                .orElse("");
    }

    /** Whether nobody publishes or keeps it: a common measure of the field, in our own words. */
    public boolean isOwnWording() {
        return custodian.isEmpty();
    }

    /** Its source in words: the code and who keeps it, or that nobody does. */
    public Sentence keptBy() {
        return isOwnWording() ? Sentence.of("goals.library.own") : Sentence.of("goals.library.kept", source());
    }

    /** What somebody publishes that is near to a measure nobody keeps, or that nothing is known; empty of what somebody keeps and nothing is near to. */
    public Optional<Sentence> nearby() {
        if (!near.isEmpty()) {
            return Optional.of(Sentence.of("goals.library.near", near));
        }
        return isOwnWording() ? Optional.of(Sentence.of("goals.library.nothing-near")) : Optional.empty();
    }

    /** Whether each of these words stands somewhere in it. */
    boolean speaksOf(String words) {
        String all = String.join(" ", key, code, name, custodian, unit, method, String.join(" ", by), near, limits)
                .toLowerCase(Locale.ROOT);
        return Stream.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+")).allMatch(all::contains);
    }
}
