package org.salus.appraisal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.salus.evidence.TreatyAct;
import org.salus.evidence.TreatyTable;

/**
 * Whether an instrument binds a state on a day, by the newest loaded table of its status. Pure: the day is handed in.
 *
 * @param signature the newest act of signature
 * @param binding the newest act by which the state became party
 * @param leaving the withdrawal after that, the day it takes effect before the day it was told
 * @param reservation whether the table tells of a reservation or declaration; empty where it is silent about them
 * @param table where this was read
 * @param isOld whether the table asks to be checked: it is older than two years, or nobody knows how old
 */
public record TreatyStanding(
        TreatyStatus status,
        Optional<TreatyAct> signature,
        Optional<TreatyAct> binding,
        Optional<TreatyAct> leaving,
        Optional<Boolean> reservation,
        Optional<TreatyTable> table,
        boolean isOld) {
    /** Older tables ask to be checked. */
    private static final int YEARS = 2;

    private static final Comparator<TreatyAct> BY_DAY =
            Comparator.comparing((TreatyAct act) -> act.on().orElse(LocalDate.MIN));

    /** Of one instrument. */
    public static TreatyStanding of(Instrument instrument, TreatyTable.Status told, LocalDate today) {
        if (!instrument.type().isTreaty()) {
            return without(TreatyStatus.NO_TREATY);
        }
        Optional<TreatyTable> table = told.table(instrument.table());
        return table.map(found -> of(found, told.acts(instrument.table()), today))
                .orElseGet(() -> without(TreatyStatus.NO_TABLE));
    }

    private static TreatyStanding without(TreatyStatus status) {
        return new TreatyStanding(
                status,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private static TreatyStanding of(TreatyTable table, List<TreatyAct> acts, LocalDate today) {
        Optional<TreatyAct> signature = newest(
                acts,
                act -> act.kind() == TreatyAct.Kind.SIGNATURE || act.kind() == TreatyAct.Kind.SUCCESSION_TO_SIGNATURE);
        Optional<TreatyAct> binding = newest(acts, act -> act.kind().isBinding());
        Optional<TreatyAct> leaving = newest(acts, act -> act.kind() == TreatyAct.Kind.WITHDRAWAL)
                .or(() -> newest(acts, act -> act.kind() == TreatyAct.Kind.WITHDRAWAL_NOTIFIED))
                // Who came back after leaving is bound by the newer act.
                .filter(left -> binding.isEmpty() || BY_DAY.compare(left, binding.get()) >= 0);
        return new TreatyStanding(
                status(signature, binding, leaving, today),
                signature,
                binding,
                leaving,
                table.tellsReservations()
                        ? Optional.of(acts.stream().anyMatch(act -> act.kind() == TreatyAct.Kind.RESERVATION))
                        : Optional.empty(),
                Optional.of(table),
                table.asAt().map(day -> day.isBefore(today.minusYears(YEARS))).orElse(true));
    }

    private static TreatyStatus status(
            Optional<TreatyAct> signature, Optional<TreatyAct> binding, Optional<TreatyAct> leaving, LocalDate today) {
        if (binding.isEmpty()) {
            return signature.filter(act -> !act.isBracketed()).isPresent()
                    ? TreatyStatus.SIGNED
                    : TreatyStatus.NOT_PARTY;
        }
        boolean isEffective = leaving.filter(act -> act.kind() == TreatyAct.Kind.WITHDRAWAL)
                .flatMap(TreatyAct::on)
                .filter(day -> !day.isAfter(today))
                .isPresent();
        if (isEffective) {
            return TreatyStatus.WITHDRAWN;
        }
        if (leaving.isPresent()) {
            return TreatyStatus.LEAVING;
        }
        return binding.get().isBracketed() ? TreatyStatus.WITHDRAWN : TreatyStatus.PARTY;
    }

    private static Optional<TreatyAct> newest(List<TreatyAct> acts, Predicate<TreatyAct> which) {
        return acts.stream().filter(which).max(BY_DAY);
    }
}
