package org.salus.planning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A plan in days: when each step goes on, what it waits for and what it costs. This is what charts, tables and files of a plan are drawn from, whoever made the plan.
 *
 * @param title what is planned
 * @param from the first day that is shown
 * @param until the last day that is shown, on or after {@code from}
 * @param currency ISO 4217 of all amounts
 * @param bars the steps that are planned, by their beginning
 * @param leftOut the titles of steps that the plan has no room for
 */
public record Roadmap(
        String title, LocalDate from, LocalDate until, String currency, List<Bar> bars, List<String> leftOut) {
    public Roadmap {
        bars = List.copyOf(bars);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * A step in its place.
     *
     * @param id by which it is found again, such as the id of an objective
     * @param title what it is called
     * @param goal what it is for; empty if nobody has said
     * @param institution who has to carry it; empty if nobody has said
     * @param donor who pays for it; empty if nobody has said
     * @param from its first day
     * @param until its last day, on or after {@code from}
     * @param cost what it takes, in units of the plan's currency; empty where nobody has said
     * @param isMust whether it may not be left out
     * @param isLocked whether its beginning was fixed by hand
     * @param after the ids of the steps that have to be over before it begins
     */
    public record Bar(
            String id,
            String title,
            String goal,
            String institution,
            String donor,
            LocalDate from,
            LocalDate until,
            Optional<BigDecimal> cost,
            boolean isMust,
            boolean isLocked,
            List<String> after) {
        public Bar {
            after = List.copyOf(after);
        }
    }
}
