package org.salus.portal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.salus.documents.Hue;
import org.salus.documents.Tint;
import org.salus.framework.Field;
import org.salus.framework.ReformArea;
import org.salus.framework.Wording;

/** How values are written for readers; every exact value stands beside, behind or under it. */
public final class Shown {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final char THIN_SPACE = '\u2009';

    private static final Map<String, Currency> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, known -> known));

    private Shown() {}

    /** The name of a currency in the reader's language. */
    public static String currency(String code, Wording wording) {
        // The table of rates has codes that Java has never heard of.
        Currency known = CURRENCIES.get(code);
        return known == null ? code : known.getDisplayName(wording.locale());
    }

    /** {@code USD 4.1 m}; below a hundred thousand in whole thousands, below one thousand as it is. */
    static String million(String currency, BigDecimal amount, Wording wording) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(wording.locale());
        symbols.setMinusSign('\u2212');
        if (amount.abs().compareTo(THOUSAND) < 0) {
            return currency
                    + "\u00a0"
                    + Wording.figure(amount.stripTrailingZeros()).replace('.', symbols.getDecimalSeparator());
        }
        if (amount.abs().compareTo(BigDecimal.valueOf(100_000)) < 0) {
            return currency + "\u00a0" + Wording.figure(amount.divide(THOUSAND, 0, RoundingMode.HALF_EVEN)) + "\u00a0k";
        }
        symbols.setGroupingSeparator(THIN_SPACE);
        return wording.say(
                "frame.money.amount",
                currency,
                wording.say(
                        "frame.money.million", new DecimalFormat("#,##0.0", symbols).format(amount.divide(MILLION))));
    }

    /** {@code 3 May 2013}. */
    static String day(LocalDate day, Wording wording) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", wording.locale()).format(day);
    }

    /** The editions of several files of rules, said once where they are the same: {@code 2026-11 (codes, en, fr)}. */
    public static String editions(String editions) {
        Map<String, List<String>> files = new LinkedHashMap<>();
        for (String one : editions.split(", ", -1)) {
            int space = one.indexOf(' ');
            files.computeIfAbsent(one.substring(space + 1), first -> new ArrayList<>())
                    .add(space < 0 ? one : one.substring(0, space));
        }
        return files.entrySet().stream()
                .map(edition -> edition.getKey() + " (" + String.join(", ", edition.getValue()) + ")")
                .collect(Collectors.joining(", "));
    }

    /** The step of the area's hue for an amount: by the square root of its part of the largest, so that small amounts stay visible. */
    public static Tint heat(ReformArea area, BigDecimal value, BigDecimal largest) {
        double part = largest.signum() == 0
                ? 0
                : Math.sqrt(Math.min(1, Math.max(0, value.doubleValue() / largest.doubleValue())));
        return new Tint(hue(area), Math.max(1, (int) Math.ceil(part * 4)));
    }

    /** The hue of an area's field, of none, or of what cannot be told. */
    public static Hue hue(ReformArea area) {
        return area.field().map(Shown::hue).orElse(area == ReformArea.NONE ? Hue.NONE : Hue.UNKNOWN);
    }

    /** The hue a field keeps everywhere. */
    public static Hue hue(Field field) {
        return switch (field.code()) {
            case "1" -> Hue.FIELD_1;
            case "2" -> Hue.FIELD_2;
            case "3" -> Hue.FIELD_3;
            default -> Hue.FIELD_4;
        };
    }
}
