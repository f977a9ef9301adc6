package org.salus.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A loaded table of the status of one treaty.
 *
 * @param treaty as the depositary numbers it, or the name of the table
 * @param source what it was loaded as
 * @param file the name of the file
 * @param asAt the day it tells the status of; empty where neither the table nor its file says
 * @param newestAct the day of the newest act in it, before which it cannot have been made
 * @param participants how many states it names
 * @param tellsReservations whether it has a column of reservations or declarations; without one it is silent about them
 * @param tellsWithdrawals whether it has a column of withdrawals
 */
public record TreatyTable(
        String treaty,
        String source,
        String file,
        Optional<LocalDate> asAt,
        Optional<LocalDate> newestAct,
        int participants,
        boolean tellsReservations,
        boolean tellsWithdrawals) {
    /**
     * Tables, and what they tell of one state. Of two tables of one treaty the newer counts.
     *
     * @param acts of that state, in the order of the tables
     */
    public record Status(List<TreatyTable> tables, List<TreatyAct> acts) {
        public Status {
            tables = List.copyOf(tables);
            acts = List.copyOf(acts);
        }

        /** Where no table is loaded. */
        public static final Status NONE = new Status(List.of(), List.of());

        /** The table of a treaty. */
        public Optional<TreatyTable> table(String treaty) {
            return tables.stream().filter(one -> one.treaty().equals(treaty)).findFirst();
        }

        /** The acts about a treaty. */
        public List<TreatyAct> acts(String treaty) {
            return acts.stream().filter(act -> act.treaty().equals(treaty)).toList();
        }
    }
}
