package org.salus.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.salus.evidence.TreatyAct;
import org.salus.evidence.TreatyAct.Kind;
import org.salus.evidence.TreatyTable;

class TreatyStandingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final Instrument ROME = Instruments.shipped().get("rome-statute");

    private static TreatyAct act(Kind kind, String day) {
        return new TreatyAct("18-10", "BDI", kind, Optional.of(LocalDate.parse(day)), false, 2);
    }

    private static TreatyTable table(Optional<LocalDate> asAt, boolean tellsReservations) {
        return new TreatyTable(
                "18-10",
                "18-10",
                "18-10.csv",
                asAt,
                Optional.of(LocalDate.of(2017, 10, 27)),
                120,
                tellsReservations,
                true);
    }

    private static TreatyStanding on(LocalDate day, TreatyAct... acts) {
        return TreatyStanding.of(
                ROME,
                new TreatyTable.Status(List.of(table(Optional.of(LocalDate.of(2026, 1, 1)), true)), List.of(acts)),
                day);
    }

    @Test
    void a_signature_alone_binds_nobody() {
        assertThat(on(TODAY, act(Kind.SIGNATURE, "1999-01-13")).status()).isEqualTo(TreatyStatus.SIGNED);
        assertThat(on(TODAY, act(Kind.SIGNATURE, "1999-01-13"), act(Kind.RATIFICATION, "2004-09-21"))
                        .status())
                .isEqualTo(TreatyStatus.PARTY);
        assertThat(on(TODAY, act(Kind.SUCCESSION, "2001-03-12")).status()).isEqualTo(TreatyStatus.PARTY);
    }

    @Test
    void a_withdrawal_counts_from_the_day_it_takes_effect() {
        TreatyAct ratified = act(Kind.RATIFICATION, "2004-09-21");
        TreatyAct told = act(Kind.WITHDRAWAL_NOTIFIED, "2016-10-27");
        TreatyAct left = act(Kind.WITHDRAWAL, "2017-10-27");

        assertThat(on(LocalDate.of(2017, 10, 26), ratified, told, left).status())
                .isEqualTo(TreatyStatus.LEAVING);
        assertThat(on(LocalDate.of(2017, 10, 27), ratified, told, left).status())
                .isEqualTo(TreatyStatus.WITHDRAWN);
        assertThat(on(TODAY, ratified, told).status())
                .as("without a day of effect nobody knows that it has left")
                .isEqualTo(TreatyStatus.LEAVING);
    }

    @Test
    void who_comes_back_is_party_again() {
        assertThat(on(
                                TODAY,
                                act(Kind.RATIFICATION, "2004-09-21"),
                                act(Kind.WITHDRAWAL, "2017-10-27"),
                                act(Kind.ACCESSION, "2020-05-01"))
                        .status())
                .isEqualTo(TreatyStatus.PARTY);
    }

    @Test
    void what_a_table_sets_in_brackets_is_over() {
        TreatyAct bracketed =
                new TreatyAct("18-10", "BDI", Kind.RATIFICATION, Optional.of(LocalDate.of(2004, 9, 21)), true, 2);

        assertThat(on(TODAY, bracketed).status()).isEqualTo(TreatyStatus.WITHDRAWN);
    }

    @Test
    void only_a_loaded_table_says_that_a_state_is_not_party() {
        assertThat(on(TODAY).status()).isEqualTo(TreatyStatus.NOT_PARTY);
        assertThat(TreatyStanding.of(ROME, TreatyTable.Status.NONE, TODAY).status())
                .isEqualTo(TreatyStatus.NO_TABLE);
        assertThat(TreatyStanding.of(Instruments.shipped().get("udhr"), TreatyTable.Status.NONE, TODAY)
                        .status())
                .isEqualTo(TreatyStatus.NO_TREATY);
    }

    @Test
    void a_table_older_than_two_years_or_of_no_known_day_asks_to_be_checked() {
        assertThat(old(Optional.of(TODAY.minusYears(2)))).isFalse();
        assertThat(old(Optional.of(TODAY.minusYears(2).minusDays(1)))).isTrue();
        assertThat(old(Optional.empty())).isTrue();
    }

    private static boolean old(Optional<LocalDate> asAt) {
        return TreatyStanding.of(ROME, new TreatyTable.Status(List.of(table(asAt, true)), List.of()), TODAY)
                .isOld();
    }

    @Test
    void a_table_without_a_column_of_reservations_is_silent_about_them() {
        TreatyTable silent = table(Optional.of(TODAY), false);

        assertThat(TreatyStanding.of(ROME, new TreatyTable.Status(List.of(silent), List.of()), TODAY)
                        .reservation())
                .isEmpty();
        assertThat(on(TODAY, act(Kind.RATIFICATION, "2004-09-21")).reservation())
                .contains(false);
        assertThat(on(TODAY, act(Kind.RESERVATION, "2004-09-21")).reservation()).contains(true);
    }
}
