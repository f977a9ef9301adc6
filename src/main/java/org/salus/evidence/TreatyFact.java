package org.salus.evidence;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of a table of status as it is stored: an act, or what the table says of itself.
 *
 * @param of the one state that the table tells this of, where it tells of some states only; null in a table of all
 * @param act null for what the table says of itself, which stands before its acts
 */
record TreatyFact(
        String treaty,
        Optional<LocalDate> asAt,
        boolean tellsReservations,
        boolean tellsWithdrawals,
        @Nullable String of,
        @Nullable TreatyAct act) {}
