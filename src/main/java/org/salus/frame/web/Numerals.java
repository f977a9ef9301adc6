package org.salus.frame.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.salus.framework.Wording;

/** How numbers, money and days are written for readers. Rounding happens here and nowhere else. */
public record Numerals(Wording wording) {
    private static final char THIN_SPACE = '\u202f';
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    /** A count: 12 345. */
    public String count(long number) {
        return grouped(Long.toString(Math.abs(number)), number < 0);
    }

    /** A number with every digit it has: 12 345.678. */
    public String exact(BigDecimal number) {
        String plain =
                number.signum() == 0 ? "0" : number.abs().stripTrailingZeros().toPlainString();
        return grouped(plain, number.signum() < 0);
    }

    /** A number with so many decimals: 12 345.7. */
    public String rounded(BigDecimal number, int decimals) {
        BigDecimal rounded = number.setScale(decimals, RoundingMode.HALF_UP);
        if (rounded.signum() == 0 && number.signum() > 0) {
            // Something is not nothing.
            return "<" + rounded(BigDecimal.ONE.movePointLeft(decimals), decimals);
        }
        return grouped(rounded.abs().toPlainString(), rounded.signum() < 0);
    }

    /** Money without its currency, short: 4.1 m, 310 k, 0. */
    public String money(BigDecimal amount) {
        BigDecimal size = amount.abs();
        if (size.compareTo(MILLION.multiply(new BigDecimal("0.9995"))) >= 0) {
            return wording.say("frame.money.million", digits(amount, MILLION));
        }
        if (size.compareTo(THOUSAND.multiply(new BigDecimal("0.9995"))) >= 0) {
            return wording.say("frame.money.thousand", digits(amount, THOUSAND));
        }
        return rounded(amount, 0);
    }

    /** Money, short: USD 4.1 m. */
    public String money(String currency, BigDecimal amount) {
        return wording.say("frame.money.amount", currency, money(amount));
    }

    /** Money to the cent: USD 12 345.68, USD 12 345 where there are no cents. */
    public String moneyToTheCent(String currency, BigDecimal amount) {
        BigDecimal cents = amount.setScale(2, RoundingMode.HALF_UP);
        if (cents.signum() == 0) {
            // Less than a cent is not nothing.
            return exactMoney(currency, amount);
        }
        boolean isWhole = cents.stripTrailingZeros().scale() <= 0;
        return wording.say("frame.money.amount", currency, isWhole ? exact(cents) : rounded(cents, 2));
    }

    /** Money with every digit. */
    public String exactMoney(String currency, BigDecimal amount) {
        return wording.say("frame.money.amount", currency, exact(amount));
    }

    /** A day: 3 May 2013. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", wording.locale()).format(day);
    }

    /** A day where room is short: 30 Sep 2013. */
    public String shortDay(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMM uuuu", wording.locale()).format(day);
    }

    /** The day of an ISO 8601 stamp, else the stamp as it is. */
    public String day(String stamp) {
        return stamp.matches("\\d{4}-\\d{2}-\\d{2}.*") ? day(LocalDate.parse(stamp.substring(0, 10))) : stamp;
    }

    /** A part of a whole, 0 to 1: 37 %. */
    public String share(BigDecimal part, int decimals) {
        return rounded(part.movePointRight(2), decimals) + THIN_SPACE + "%";
    }

    private String digits(BigDecimal amount, BigDecimal unit) {
        return rounded(amount.divide(unit, 6, RoundingMode.HALF_UP), unit.compareTo(THOUSAND) == 0 ? 0 : 1);
    }

    private String grouped(String plain, boolean negative) {
        int point = plain.indexOf('.');
        int end = point < 0 ? plain.length() : point;
        StringBuilder out = new StringBuilder(plain.length() + 6);
        if (negative) {
            out.append('\u2212');
        }
        for (int i = 0; i < end; i++) {
            if (i > 0 && (end - i) % 3 == 0) {
                out.append(THIN_SPACE);
            }
            out.append(plain.charAt(i));
        }
        if (point >= 0) {
            out.append(DecimalFormatSymbols.getInstance(wording.locale()).getDecimalSeparator())
                    .append(plain, point + 1, plain.length());
        }
        return out.toString();
    }
}
