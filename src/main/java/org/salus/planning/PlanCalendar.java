package org.salus.planning;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.salus.framework.PartialDate;

/**
 * The months of a plan, counted from 0.
 *
 * @param first the month 0
 * @param months how many there are, 1 or more
 */
record PlanCalendar(YearMonth first, int months) {
    /** The months from the first possible day of one date to the last possible day of another. */
    static PlanCalendar of(PartialDate from, PartialDate until) {
        YearMonth first = YearMonth.from(from.earliest());
        return new PlanCalendar(first, (int) first.until(YearMonth.from(until.latest()), ChronoUnit.MONTHS) + 1);
    }

    /** The number of the month a day is in; below 0 before the plan begins. */
    int month(LocalDate day) {
        return (int) first.until(YearMonth.from(day), ChronoUnit.MONTHS);
    }

    /** The month of that number. */
    PartialDate at(int month) {
        YearMonth found = first.plusMonths(month);
        return new PartialDate(found.getYear(), found.getMonthValue(), 0);
    }

    /** The calendar year a month is in. */
    int year(int month) {
        return first.plusMonths(month).getYear();
    }

    /** The calendar years, each as the months of the plan that lie in it. */
    List<ScheduleProblem.Window> years() {
        List<ScheduleProblem.Window> years = new ArrayList<>();
        int from = 0;
        for (int month = 1; month <= months; month++) {
            if (month == months || year(month) != year(from)) {
                years.add(new ScheduleProblem.Window(from, month - 1));
                from = month;
            }
        }
        return List.copyOf(years);
    }
}
