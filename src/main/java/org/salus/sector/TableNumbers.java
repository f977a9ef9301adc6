package org.salus.sector;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Amounts as people write them into tables, {@code 1,234.5} or {@code 1.234,5}, and what a heading says of those below it. */
final class TableNumbers {
    /** A comma or point between thousands has three digits behind the last of it, so that 1,5 is never taken for fifteen. */
    private static final Pattern WITH_POINT =
            Pattern.compile("(?:\\d{1,30}|\\d{1,3}(?:,\\d{2,3}){0,9},\\d{3})(?:\\.\\d{1,12})?");

    private static final Pattern WITH_COMMA =
            Pattern.compile("(?:\\d{1,30}|\\d{1,3}(?:\\.\\d{2,3}){0,9}\\.\\d{3})(?:,\\d{1,12})?");

    private static final Pattern AMOUNT =
            Pattern.compile("([A-Z]{3}|€|£|US\\$|\\$|¥)?(.*?)([A-Z]{3}|€|£|US\\$|\\$|¥)?");

    /** Signs that several currencies have: they name none, but do not make a number unreadable. */
    private static final Set<String> SHARED_SIGNS = Set.of("$", "¥");

    private static final int THOUSANDTHS = 3;
    private static final Map<String, String> SIGNS = Map.of("€", "EUR", "£", "GBP", "US$", "USD");
    private static final Pattern NAMED = Pattern.compile("(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])|€|£|US\\$");

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern THOUSANDS = Pattern.compile(
            ".*(?:'000|’000|\\b000s?\\b|thousand|millier|\\bmiles\\b|\\bk ?(?:€|£|us\\$|eur|usd|gbp)).*");

    private static final Pattern MILLIONS =
            Pattern.compile(".*(?:million|millón|millones|\\bmio\\b|\\bmln\\b|\\bm ?(?:€|£|us\\$|eur|usd|gbp)).*");

    private static final Pattern UNIT = Pattern.compile(
            "\\b(?:in|en) (?:['’]?000s?|thousands?|milliers?|miles|millions?|millones|mio|mln|k ?(?:€|£|eur|usd|gbp))\\b"
                    + "|(?:€|£|eur|usd|gbp|us\\$) ?['’]000");

    private static final long THOUSAND = 1_000;
    private static final long MILLION = 1_000_000;

    private TableNumbers() {}

    /**
     * A cell taken apart.
     *
     * @param number what is left without currency and spaces
     * @param currencies those that stand beside it, by ISO 4217 or as three letters that may be none
     * @param sign a sign beside it that several currencies have; empty if none stands there
     */
    record Written(String number, Set<String> currencies, String sign) {
        /** The number, if it is one that is written so. */
        Optional<BigDecimal> read(boolean decimalComma) {
            if (!(decimalComma ? WITH_COMMA : WITH_POINT).matcher(number).matches()) {
                return Optional.empty();
            }
            return Optional.of(
                    new BigDecimal(decimalComma ? number.replace(".", "").replace(',', '.') : number.replace(",", "")));
        }

        /**
         * What the number is if its one comma or point stands before thousands and not before decimals: {@code 250,000} in a table of decimal commas. Money has no
         * thousandths, so the other reading is the likelier one, however the rest of the table is written.
         */
        Optional<BigDecimal> asThousands(boolean decimalComma) {
            return read(decimalComma)
                    .filter(value -> value.scale() == THOUSANDTHS)
                    .flatMap(value -> read(!decimalComma));
        }
    }

    static Written apart(String cell) {
        Matcher parts = AMOUNT.matcher(cell.strip());
        String number = cell;
        Set<String> beside = Set.of();
        if (parts.matches()) {
            number = parts.group(2);
            beside = Stream.of(1, 3).map(parts::group).filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
        }
        return new Written(
                number.replaceAll("[\\s\u00a0\u202f']", ""),
                beside.stream()
                        .filter(sign -> !SHARED_SIGNS.contains(sign))
                        .map(sign -> SIGNS.getOrDefault(sign, sign))
                        .collect(Collectors.toUnmodifiableSet()),
                beside.stream()
                        .filter(SHARED_SIGNS::contains)
                        .sorted()
                        .findFirst()
                        .orElse(""));
    }

    /** Whether it is the code of a currency, by ISO 4217. */
    static boolean isCurrency(String code) {
        return CURRENCIES.contains(code);
    }

    /** Whether a table writes decimal commas: some of its amounts can be read in no other way, and none only with a decimal point. */
    static boolean hasDecimalComma(Collection<String> amounts) {
        boolean comma = false;
        for (String cell : amounts) {
            Written written = apart(cell);
            boolean isWithPoint = written.read(false).isPresent();
            boolean isWithComma = written.read(true).isPresent();
            if (isWithPoint && !isWithComma) {
                return false;
            }
            comma |= isWithComma && !isWithPoint;
        }
        return comma;
    }

    /** The currency that a heading names, such as <q>Budget (EUR)</q>; empty if it names none or several. */
    static Optional<String> currency(String heading) {
        Set<String> named = NAMED.matcher(heading)
                .results()
                .map(found -> SIGNS.getOrDefault(found.group(), found.group()))
                .filter(CURRENCIES::contains)
                .collect(Collectors.toSet());
        return named.size() == 1 ? Optional.of(named.iterator().next()) : Optional.empty();
    }

    /** Whether a text above a table says in what its amounts are written: <q>Support to the police, in thousands of EUR</q>. A number of a title says nothing of it. */
    static boolean saysUnit(String above) {
        return UNIT.matcher(above.toLowerCase(Locale.ROOT)).find();
    }

    /** By what a heading says that the amounts below it are to be multiplied: 1, 1 000 or 1 000 000. */
    static long factor(String heading) {
        String plain = heading.toLowerCase(Locale.ROOT);
        if (MILLIONS.matcher(plain).matches()) {
            return MILLION;
        }
        return THOUSANDS.matcher(plain).matches() ? THOUSAND : 1;
    }
}
