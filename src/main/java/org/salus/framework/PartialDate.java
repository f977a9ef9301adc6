package org.salus.framework;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as exactly as it is known: {@code 2005}, {@code 2005-03} or {@code 2005-03-18}. Of a coarse date only its first and last possible day can be
 * compared with other days; it is never taken for its first of January. Sorted by the first possible day, then the coarser first.
 *
 * @param year 1 to 9999
 * @param month 1 to 12; 0 where only the year is known
 * @param day of the month, from 1; 0 where it is not known
 */
public record PartialDate(int year, int month, int day) implements Comparable<PartialDate> {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

    /** How exactly a date is known. */
    public enum Precision {
        YEAR,
        MONTH,
        DAY
    }

    /**
     * @throws IllegalArgumentException if the calendar has no such date
     */
    public PartialDate {
        if (!isInCalendar(year, month, day)) {
            throw new IllegalArgumentException("No such date: " + year + ", " + month + ", " + day);
        }
    }

    private static boolean isInCalendar(int year, int month, int day) {
        if (year < 1 || year > 9999) {
            return false;
        }
        if (month == 0) {
            return day == 0;
        }
        return month >= 1
                && month <= 12
                && (day == 0 || YearMonth.of(year, month).isValidDay(day));
    }

    /** Some day of that year. */
    public static PartialDate ofYear(int year) {
        return new PartialDate(year, 0, 0);
    }

    /** That day. */
    public static PartialDate of(LocalDate day) {
        return new PartialDate(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    /**
     * The date that is written so.
     *
     * @throws IllegalArgumentException if the text is no year, month or day in the form of ISO 8601, or the calendar has no such day
     */
    public static PartialDate of(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("Not a date: " + text));
    }

    /** The date that is written so, if the text is one. */
    public static Optional<PartialDate> find(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PartialDate(
                    Integer.parseInt(written.group(1)),
                    numberOrZero(written.group(2)),
                    numberOrZero(written.group(3))));
        } catch (IllegalArgumentException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int numberOrZero(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    public Precision precision() {
        if (month == 0) {
            return Precision.YEAR;
        }
        return day == 0 ? Precision.MONTH : Precision.DAY;
    }

    /** The first day it can be. */
    public LocalDate earliest() {
        return LocalDate.of(year, month == 0 ? 1 : month, day == 0 ? 1 : day);
    }

    /** The last day it can be. */
    public LocalDate latest() {
        YearMonth last = YearMonth.of(year, month == 0 ? 12 : month);
        return day == 0 ? last.atEndOfMonth() : last.atDay(day);
    }

    /** Whether it is before the other one, however coarse both are. */
    public boolean isSurelyBefore(PartialDate other) {
        return latest().isBefore(other.earliest());
    }

    @Override
    public int compareTo(PartialDate other) {
        int byDay = earliest().compareTo(other.earliest());
        return byDay != 0 ? byDay : precision().compareTo(other.precision());
    }

    /** As it is written in files and addresses. */
    @Override
    public String toString() {
        return switch (precision()) {
            case YEAR -> String.format(Locale.ROOT, "%04d", year);
            case MONTH -> String.format(Locale.ROOT, "%04d-%02d", year, month);
            case DAY -> String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
        };
    }
}
