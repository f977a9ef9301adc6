package org.salus.impact;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time as a table writes it.
 *
 * @param kind what it is
 * @param order its place among times of its kind: the number, or months, quarters or days since the year 0 or 1970
 * @param label as it is shown
 */
record TimeLabel(Kind kind, long order, String label) {
    /** How times are written; a table uses one way throughout. */
    enum Kind {
        NUMBER,
        MONTH,
        QUARTER,
        DAY
    }

    private static final Pattern NUMBER = Pattern.compile("(-?\\d{1,15})(\\.0+)?");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(0[1-9]|1[0-2])");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})[- ]?[Qq]([1-4])");
    private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})([T ]00:00(:00(\\.0+)?)?)?");

    /** Reads a time; null if it is none. */
    static @Nullable TimeLabel read(String text) {
        Matcher number = NUMBER.matcher(text);
        if (number.matches()) {
            long value = Long.parseLong(number.group(1));
            return new TimeLabel(Kind.NUMBER, value, String.valueOf(value));
        }
        Matcher month = MONTH.matcher(text);
        if (month.matches()) {
            return new TimeLabel(
                    Kind.MONTH, 12 * Long.parseLong(month.group(1)) + Long.parseLong(month.group(2)) - 1, text);
        }
        Matcher quarter = QUARTER.matcher(text);
        if (quarter.matches()) {
            return new TimeLabel(
                    Kind.QUARTER,
                    4 * Long.parseLong(quarter.group(1)) + Long.parseLong(quarter.group(2)) - 1,
                    quarter.group(1) + "-Q" + quarter.group(2));
        }
        Matcher day = DAY.matcher(text);
        if (day.matches()) {
            try {
                LocalDate date = LocalDate.parse(day.group(1));
                return new TimeLabel(Kind.DAY, date.toEpochDay(), date.toString());
            } catch (DateTimeException noSuchDay) {
                return null;
            }
        }
        return null;
    }

    /** The same day of any month, counted in months. */
    TimeLabel inMonths() {
        LocalDate date = LocalDate.ofEpochDay(order);
        return new TimeLabel(kind, 12L * date.getYear() + date.getMonthValue() - 1, label);
    }

    int dayOfMonth() {
        return LocalDate.ofEpochDay(order).getDayOfMonth();
    }
}
