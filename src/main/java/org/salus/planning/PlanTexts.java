package org.salus.planning;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.framework.Sentence;
import org.salus.ledger.ItemId;

/** What the kinds of this room refuse alike, and how places are made. */
final class PlanTexts {
    static final int LONGEST_TITLE = 1_000;
    static final int LONGEST_NOTE = 20_000;

    private static final int LONGEST_TOLD = 80;

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private PlanTexts() {}

    /** Why a title or these notes cannot stand. */
    static Stream<Sentence> refusals(String title, String... notes) {
        return Stream.concat(
                title.isBlank() || title.length() > LONGEST_TITLE
                        ? Stream.of(Sentence.of("planning.refusal.title", LONGEST_TITLE))
                        : Stream.empty(),
                tooLong(notes));
    }

    /** Why these notes cannot stand. */
    static Stream<Sentence> tooLong(String... notes) {
        return Stream.of(notes).anyMatch(note -> note.length() > LONGEST_NOTE)
                ? Stream.of(Sentence.of("planning.refusal.long", LONGEST_NOTE))
                : Stream.empty();
    }

    /** Why a number cannot stand: it is no whole number from the one to the other. */
    static Stream<Sentence> notWhole(Sentence what, Optional<BigDecimal> number, int least, int most) {
        return number
                .filter(value -> value.stripTrailingZeros().scale() > 0
                        || value.compareTo(BigDecimal.valueOf(least)) < 0
                        || value.compareTo(BigDecimal.valueOf(most)) > 0)
                .map(value -> Sentence.of("planning.refusal.whole", what, value, least, most))
                .stream();
    }

    /** Whether letters are the code of a currency of ISO 4217. */
    static boolean isCurrency(String code) {
        return CURRENCIES.contains(code);
    }

    /** Why a code is no currency: nothing was said, or nobody knows it. */
    static Sentence noCurrency(String code) {
        return code.isBlank()
                ? Sentence.of("planning.refusal.no-currency")
                : Sentence.of("planning.refusal.currency", told(code));
    }

    /** What somebody typed, as it is told again: its beginning, where it is long. */
    static String told(String typed) {
        String line = typed.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= LONGEST_TOLD
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_TOLD)) + "…";
    }

    /** The one item that can say so: made twice, also apart from each other, it is the same. */
    static ItemId place(String... words) {
        return new ItemId(
                UUID.nameUUIDFromBytes(String.join("\n", List.of(words)).getBytes(StandardCharsets.UTF_8)));
    }

    /** What a field is called, within a sentence about it. */
    static Sentence field(String name) {
        return Sentence.of("planning.field." + name);
    }
}
