package org.salus.planning;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.TypedNumber;
import org.salus.ledger.Item;

/** What somebody typed to begin a fiscal outlook; the rest is said on its own page. */
public final class TypedOutlook {
    private static final Set<String> FIELDS = Set.of(
            "title",
            "from",
            "until",
            "currency",
            "budget",
            "bound",
            "growth",
            "boundGrowth",
            "inflation",
            "citizens",
            "source");

    private final Map<String, String> words;

    public TypedOutlook(Map<String, String> words) {
        this.words = Map.copyOf(words);
    }

    /**
     * The outlook that was typed.
     *
     * @throws Failure (wrong use) if a field is not known, or a year or a number cannot be read
     */
    public Item<FiscalOutlook> outlook() {
        Set<String> unknown = new TreeSet<>(words.keySet());
        unknown.removeAll(FIELDS);
        if (!unknown.isEmpty()) {
            throw Failure.wrongUse(Sentence.of(
                    "planning.typed.no-field", String.join(", ", unknown), String.join(", ", new TreeSet<>(FIELDS))));
        }
        return Item.fresh(
                FiscalOutlook.KIND,
                new FiscalOutlook(
                        word("title"),
                        year("from"),
                        year("until"),
                        word("currency"),
                        number("budget"),
                        number("bound"),
                        number("growth"),
                        number("boundGrowth"),
                        number("inflation"),
                        number("citizens"),
                        List.of(),
                        word("source"),
                        ""));
    }

    private String word(String field) {
        return words.getOrDefault(field, "").strip();
    }

    private Optional<PartialDate> year(String field) {
        String text = word(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("\\d{4}")) {
            throw Failure.wrongUse(Sentence.of("planning.typed.no-year", text)).at(field);
        }
        return Optional.of(PartialDate.ofYear(Integer.parseInt(text)));
    }

    private Optional<BigDecimal> number(String field) {
        if (word(field).isBlank()) {
            return Optional.empty();
        }
        return Optional.of(TypedNumber.find(word(field))
                .orElseThrow(() -> Failure.wrongUse(TypedNumber.doubt(word(field))
                                .orElse(Sentence.of("planning.typed.no-number", word(field))))
                        .at(field)));
    }
}
