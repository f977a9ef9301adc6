package org.salus.sector;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.frame.web.Address;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.ledger.ItemId;

/**
 * What somebody asks about a sector map, in the words that pages, API and command line share. A word that means nothing is refused, with what may be asked
 * instead: a silent guess would answer another question.
 *
 * @param asked the words
 * @param today the day of a question that names none
 */
public record MapQuestion(Address asked, LocalDate today) {
    /**
     * The day of the map: of a year or month its last day, of the present one today.
     *
     * @throws Failure (wrong use) if it is no date
     */
    public LocalDate day() {
        return asked.choice("on").map(this::day).orElse(today);
    }

    private LocalDate day(String text) {
        try {
            PartialDate date = PartialDate.find(text).orElseThrow(() -> noDate(text));
            boolean isNow = !today.isBefore(date.earliest()) && !today.isAfter(date.latest());
            return isNow ? today : date.latest();
        } catch (DateTimeException beyond) {
            throw noDate(text);
        }
    }

    private static Failure noDate(String text) {
        return Failure.wrongUse(Sentence.of("sector.page.no-date", text));
    }

    /** Whether something is asked for that is left out otherwise. */
    public boolean yes(String name) {
        return find(
                        name,
                        word -> switch (word) {
                            case "yes", "true" -> Optional.of(true);
                            case "no", "false" -> Optional.of(false);
                            default -> Optional.empty();
                        },
                        List.of("yes", "no"))
                .orElse(false);
    }

    /** A choice among terms. */
    public <T extends Enum<T> & Term> Optional<T> term(String name, Class<T> vocabulary) {
        return find(
                name,
                word -> Term.find(vocabulary, word),
                Arrays.stream(vocabulary.getEnumConstants()).map(Term::code).toList());
    }

    /** A reform area by its code. */
    public Optional<ReformArea> area(String name) {
        return find(
                name,
                ReformArea::find,
                Stream.of(ReformArea.values()).map(ReformArea::code).toList());
    }

    /** An item by its id. */
    public Optional<ItemId> item(String name) {
        return find(
                name,
                word -> {
                    try {
                        return Optional.of(ItemId.of(word));
                    } catch (IllegalArgumentException none) {
                        return Optional.empty();
                    }
                },
                List.of("01975f1e-7c2a-7000-8000-000000000000"));
    }

    /** One of these words. */
    public Optional<String> word(String name, Collection<String> allowed) {
        return find(name, word -> Optional.of(word).filter(allowed::contains), allowed);
    }

    /** Any text. */
    public String text(String name) {
        return asked.choice(name).orElse("");
    }

    private <T> Optional<T> find(String name, Function<String, Optional<T>> meaning, Collection<String> allowed) {
        return asked.choice(name)
                .map(word -> meaning.apply(word)
                        .orElseThrow(() -> Failure.wrongUse(Sentence.of(
                                "sector.question.wrong",
                                name,
                                word,
                                allowed.stream().collect(Collectors.joining(", "))))));
    }

    /**
     * The same, which carries no choices but these.
     *
     * @throws Failure (wrong use) naming another one, and what there is
     */
    public MapQuestion knowing(String... known) {
        asked.knowing(known);
        return this;
    }
}
