package org.salus.evidence;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers and dates as files write them; what cannot be read is null, and the caller says so. */
final class Values {
    /** Bounded, because a number like 1e999999999 would take all memory once somebody adds to it. */
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})([eE][+-]?\\d{1,2})?");

    private static final Pattern SEPARATED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d{1,20})?");

    private Values() {}

    static @Nullable BigDecimal number(String written) {
        String text = written.strip();
        return NUMBER.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    /** A number with commas between thousands, or null. */
    static @Nullable BigDecimal separatedNumber(String written) {
        String text = written.strip();
        return SEPARATED.matcher(text).matches() ? new BigDecimal(text.replace(",", "")) : null;
    }

    /** An ISO date, also at the start of a date and time; null unless it is a day of the years 1900 to 2200. */
    static @Nullable LocalDate date(String written) {
        String text = written.strip();
        if (text.length() < 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        try {
            int year = Integer.parseInt(text, 0, 4, 10);
            if (year < 1900 || year > 2200) {
                return null;
            }
            return LocalDate.of(year, Integer.parseInt(text, 5, 7, 10), Integer.parseInt(text, 8, 10, 10));
        } catch (DateTimeException | NumberFormatException noDate) {
            return null;
        }
    }
}
