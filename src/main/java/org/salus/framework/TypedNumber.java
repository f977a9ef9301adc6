package org.salus.framework;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decimal numbers as people type them and spreadsheets save them, whatever their language: digits, with a point or a comma before decimals, and spaces of any kind between
 * thousands. Where a comma could stand between thousands as well ({@code 1,500}), it is no number: nobody's figure may be taken for a thousandth of it.
 */
public final class TypedNumber {
    private static final Pattern SPACES = Pattern.compile("[\\s\u00a0\u202f\u2009]");
    private static final Pattern WITH_POINT = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

    /** One or two digits behind it, or four and more; three only where no thousands can be meant. */
    private static final Pattern WITH_COMMA =
            Pattern.compile("-?(\\d{1,30},(\\d{1,2}|\\d{4,30})|(0{1,30}|\\d{4,30}),\\d{3})");

    private static final Pattern TWO_WAYS = Pattern.compile("-?[1-9]\\d{0,2},\\d{3}");

    private TypedNumber() {}

    /** The number that is written so; empty if it is none, or may be two. */
    public static Optional<BigDecimal> find(String typed) {
        String plain = plain(typed);
        if (WITH_POINT.matcher(plain).matches()) {
            return Optional.of(new BigDecimal(plain));
        }
        return WITH_COMMA.matcher(plain).matches()
                ? Optional.of(new BigDecimal(plain.replace(',', '.')))
                : Optional.empty();
    }

    /** What to ask where a text may be two numbers: one with decimals, and one with thousands set apart. */
    public static Optional<Sentence> doubt(String typed) {
        String plain = plain(typed);
        return TWO_WAYS.matcher(plain).matches()
                ? Optional.of(Sentence.of(
                        "framework.number.two-ways", typed.strip(), plain.replace(",", ""), plain.replace(',', '.')))
                : Optional.empty();
    }

    private static String plain(String typed) {
        return SPACES.matcher(typed).replaceAll("").replace('\u2212', '-');
    }
}
