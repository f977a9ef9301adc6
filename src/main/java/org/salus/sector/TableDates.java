package org.salus.sector;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.salus.framework.PartialDate;

/**
 * Dates as people write them into tables: {@code 2015-03-18}, {@code 18.3.2015}, {@code 3/18/2015}. Which of two numbers is the day is never guessed from one date: it is taken
 * from the others of the table, where all of those that can be read in one way only agree.
 *
 * @param order what the table's dates say together
 */
record TableDates(Order order) {
    /** How a table writes days and months. */
    enum Order {
        DAY_FIRST,
        MONTH_FIRST,
        /** No date of it can be read in one way only. */
        NOT_TOLD,
        /** Some have the day first and some the month: somebody swapped them. */
        BOTH
    }

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})");
    private static final Pattern MONTH = Pattern.compile("(\\d{1,2})[./-](\\d{4})");
    private static final int MONTHS = 12;

    /** What dates that are written so in one table say of how it writes them. */
    static TableDates of(Collection<String> written) {
        boolean isDayFirst = false;
        boolean isMonthFirst = false;
        for (String text : written) {
            Matcher numbers = NUMBERS.matcher(text.strip());
            if (numbers.matches()) {
                int first = Integer.parseInt(numbers.group(1));
                int second = Integer.parseInt(numbers.group(3));
                isDayFirst |= first > MONTHS && second <= MONTHS;
                isMonthFirst |= second > MONTHS && first <= MONTHS;
            }
        }
        if (isDayFirst && isMonthFirst) {
            return new TableDates(Order.BOTH);
        }
        if (isDayFirst) {
            return new TableDates(Order.DAY_FIRST);
        }
        return new TableDates(isMonthFirst ? Order.MONTH_FIRST : Order.NOT_TOLD);
    }

    /** Whether a text is a date of which nobody can say which number is the day. */
    boolean isAmbiguous(String text) {
        Matcher numbers = NUMBERS.matcher(text.strip());
        if (!numbers.matches() || order == Order.DAY_FIRST || order == Order.MONTH_FIRST) {
            return false;
        }
        int first = Integer.parseInt(numbers.group(1));
        int second = Integer.parseInt(numbers.group(3));
        return first <= MONTHS && second <= MONTHS && first != second;
    }

    /** The date that is written so; empty if it is none, or may be two. */
    Optional<PartialDate> find(String text) {
        String plain = text.strip();
        Matcher numbers = NUMBERS.matcher(plain);
        if (numbers.matches()) {
            if (isAmbiguous(plain)) {
                return Optional.empty();
            }
            int first = Integer.parseInt(numbers.group(1));
            int second = Integer.parseInt(numbers.group(3));
            boolean isMonthFirst = second > MONTHS || (first <= MONTHS && order == Order.MONTH_FIRST);
            return date(
                    numbers.group(4),
                    isMonthFirst ? numbers.group(1) : numbers.group(3),
                    isMonthFirst ? numbers.group(3) : numbers.group(1));
        }
        Matcher month = MONTH.matcher(plain);
        return month.matches()
                ? PartialDate.find(month.group(2) + "-" + padded(month.group(1)))
                : PartialDate.find(plain);
    }

    private static Optional<PartialDate> date(String year, String month, String day) {
        return PartialDate.find(year + "-" + padded(month) + "-" + padded(day));
    }

    private static String padded(String number) {
        return number.length() == 1 ? "0" + number : number;
    }
}
