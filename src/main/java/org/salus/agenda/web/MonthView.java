package org.salus.agenda.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.salus.agenda.CalendarEntry;
import org.salus.frame.web.Address;
import org.salus.framework.PartialDate;
import org.salus.framework.Wording;

/**
 * A month as weeks of days.
 *
 * @param name what it is called
 * @param days names of the days of the week, whole and short, in the reader's order
 * @param before where the month before is
 * @param after where the next one is
 */
record MonthView(String name, List<DayName> days, List<List<Day>> weeks, String before, String after) {
    /** What a day of the week is called. */
    record DayName(String whole, String brief) {}

    /**
     * A day.
     *
     * @param isIn whether it is of the month
     * @param isToday whether it is today
     */
    record Day(LocalDate date, boolean isIn, boolean isToday, List<CalendarEntry> entries) {}

    /** The month with what is due in it. */
    static MonthView of(YearMonth month, LocalDate today, List<CalendarEntry> entries, Address here, Wording wording) {
        DayOfWeek first = wording.locale().getCountry().isEmpty()
                ? DayOfWeek.MONDAY
                : WeekFields.of(wording.locale()).getFirstDayOfWeek();
        LocalDate day = month.atDay(1);
        while (day.getDayOfWeek() != first) {
            day = day.minusDays(1);
        }
        List<List<Day>> weeks = new ArrayList<>();
        while (!day.isAfter(month.atEndOfMonth())) {
            List<Day> week = new ArrayList<>();
            for (int at = 0; at < DayOfWeek.values().length; at++) {
                LocalDate date = day;
                week.add(new Day(
                        date,
                        YearMonth.from(date).equals(month),
                        date.equals(today),
                        entries.stream()
                                .filter(entry ->
                                        entry.due().last().filter(date::equals).isPresent())
                                .toList()));
                day = day.plusDays(1);
            }
            weeks.add(List.copyOf(week));
        }
        return new MonthView(
                wording.day(new PartialDate(month.getYear(), month.getMonthValue(), 0)),
                Stream.iterate(first, one -> one.plus(1))
                        .limit(DayOfWeek.values().length)
                        .map(one -> name(one, wording.locale()))
                        .toList(),
                weeks,
                here.with("month", month.minusMonths(1)).toString(),
                here.with("month", month.plusMonths(1)).toString());
    }

    private static DayName name(DayOfWeek day, Locale locale) {
        return new DayName(day.getDisplayName(TextStyle.FULL, locale), day.getDisplayName(TextStyle.SHORT, locale));
    }
}
