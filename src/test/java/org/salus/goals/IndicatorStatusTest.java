package org.salus.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.ledger.AccountId;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;

/** How an indicator stands against its path, what is owed, and what may be added. */
class IndicatorStatusTest {
    private static final LocalDate TODAY = LocalDate.of(2029, 2, 1);
    private static final ItemId ID = Plan.id("an indicator");

    /** From 30 at the end of 2026 to 90 at the end of 2031. */
    private static Indicator indicator(Direction direction, String from, String to, MeasuringPlan plan) {
        return new Indicator(
                Plan.CHAIN,
                Plan.id("payroll"),
                "Posts paid in full",
                "posts",
                direction,
                reading(from, 2026),
                reading(to, 2031),
                "",
                "",
                Optional.of(plan));
    }

    private static Indicator up() {
        return indicator(Direction.UP, "30", "90", MeasuringPlan.NONE);
    }

    private static Reading reading(String value, int year) {
        return value.isEmpty()
                ? Reading.NONE
                : new Reading(Optional.of(new BigDecimal(value)), "", Optional.of(PartialDate.ofYear(year)));
    }

    private static Measurement approved(int year, Finding says) {
        AccountId ana = AccountId.fresh();
        return Measurement.of(Plan.CHAIN, ID, PartialDate.ofYear(year), "", says)
                .step(MeasurementState.SUBMITTED, ana, "")
                .step(MeasurementState.APPROVED, ana, "");
    }

    private static Finding value(String value) {
        return Finding.of(new BigDecimal(value));
    }

    private static IndicatorStatus status(Indicator indicator, Measurement... measurements) {
        return IndicatorStatus.of(indicator, List.of(measurements), TODAY).status();
    }

    @Test
    void at_the_path_or_better_is_on_path() {
        // 731 of 1826 days after the baseline the path asks for 54.02.
        assertThat(status(up(), approved(2028, value("54.1")))).isEqualTo(IndicatorStatus.ON_PATH);
        assertThat(status(up(), approved(2028, value("54.0")))).isEqualTo(IndicatorStatus.BEHIND);
        assertThat(status(up(), approved(2028, value("29.9")))).isEqualTo(IndicatorStatus.MOVING_AWAY);
        assertThat(status(up(), approved(2028, value("30")))).isEqualTo(IndicatorStatus.BEHIND);
    }

    @Test
    void downwards_is_upwards_turned_round() {
        Indicator down = indicator(Direction.DOWN, "90", "30", MeasuringPlan.NONE);
        assertThat(status(down, approved(2028, value("65")))).isEqualTo(IndicatorStatus.ON_PATH);
        assertThat(status(down, approved(2028, value("70")))).isEqualTo(IndicatorStatus.BEHIND);
        assertThat(status(down, approved(2028, value("91")))).isEqualTo(IndicatorStatus.MOVING_AWAY);
    }

    @Test
    void an_interval_with_the_path_in_it_says_unknown() {
        assertThat(status(up(), approved(2028, between("50", "60")))).isEqualTo(IndicatorStatus.UNKNOWN);
        assertThat(status(up(), approved(2028, between("55", "60")))).isEqualTo(IndicatorStatus.ON_PATH);
        assertThat(status(up(), approved(2028, between("20", "40")))).isEqualTo(IndicatorStatus.BEHIND);
        assertThat(status(up(), approved(2028, between("20", "29")))).isEqualTo(IndicatorStatus.MOVING_AWAY);
    }

    private static Finding between(String low, String high) {
        return Finding.between(new BigDecimal(low), new BigDecimal(high));
    }

    @Test
    void what_is_said_of_a_time_that_has_not_begun_is_no_measurement() {
        assertThat(status(up(), approved(2999, value("50")))).isEqualTo(IndicatorStatus.NOT_MEASURED);
        assertThat(IndicatorStatus.of(up(), List.of(approved(2028, value("54.1")), approved(2999, value("50"))), TODAY)
                        .asOf())
                .contains(PartialDate.ofYear(2028));
    }

    @Test
    void what_nobody_approved_does_not_count_and_what_is_missing_is_not_guessed() {
        Measurement draft = Measurement.of(Plan.CHAIN, ID, PartialDate.ofYear(2028), "", value("80"));
        assertThat(status(up(), draft)).isEqualTo(IndicatorStatus.NOT_MEASURED);
        assertThat(status(up(), draft.step(MeasurementState.SUBMITTED, AccountId.fresh(), "")))
                .isEqualTo(IndicatorStatus.UNKNOWN);
        assertThat(status(up(), approved(2027, value("80")), approved(2028, Finding.missing("No access"))))
                .isEqualTo(IndicatorStatus.UNKNOWN);
        assertThat(status(up())).isEqualTo(IndicatorStatus.NOT_MEASURED);
    }

    @Test
    void without_baseline_or_target_or_with_a_target_on_the_other_side_nothing_can_be_said() {
        Measurement one = approved(2028, value("80"));
        assertThat(status(indicator(Direction.UP, "", "90", MeasuringPlan.NONE), one))
                .isEqualTo(IndicatorStatus.UNKNOWN);
        assertThat(status(indicator(Direction.UP, "30", "", MeasuringPlan.NONE), one))
                .isEqualTo(IndicatorStatus.UNKNOWN);
        assertThat(status(indicator(Direction.UP, "90", "30", MeasuringPlan.NONE), one))
                .isEqualTo(IndicatorStatus.UNKNOWN);
        assertThat(status(up(), approved(2020, value("80")))).isEqualTo(IndicatorStatus.NOT_MEASURED);
    }

    @Test
    void a_measurement_that_is_a_whole_period_too_old_says_nothing_about_now() {
        Indicator monthly = indicator(
                Direction.UP,
                "30",
                "90",
                new MeasuringPlan(
                        "", List.of(), Frequency.MONTHLY, Optional.of(PartialDate.of("2027-01")), "", List.of()));
        assertThat(status(monthly, approved(2028, value("80")))).isEqualTo(IndicatorStatus.ON_PATH);
        assertThat(status(monthly, approved(2027, value("80")))).isEqualTo(IndicatorStatus.UNKNOWN);
    }

    @Test
    void milestones_bend_the_path_and_levels_go_in_steps() {
        MeasuringPlan late =
                new MeasuringPlan("", List.of(reading("35", 2029)), Frequency.YEARLY, Optional.empty(), "", List.of());
        assertThat(status(indicator(Direction.UP, "30", "90", late), approved(2028, value("40"))))
                .isEqualTo(IndicatorStatus.ON_PATH);
        MeasuringPlan words = new MeasuringPlan(
                "", List.of(), Frequency.YEARLY, Optional.empty(), "", List.of("none", "some", "most", "all"));
        Indicator judged = indicator(Direction.WORDS, "1", "3", words);
        assertThat(status(judged, approved(2028, Finding.level(1)))).isEqualTo(IndicatorStatus.ON_PATH);
        assertThat(status(judged, approved(2028, Finding.level(0)))).isEqualTo(IndicatorStatus.MOVING_AWAY);
        assertThat(IndicatorStatus.of(judged, List.of(approved(2031, Finding.level(2))), LocalDate.of(2032, 2, 1))
                        .status())
                .isEqualTo(IndicatorStatus.BEHIND);
    }

    @Test
    void what_is_to_stay_is_looked_at_from_both_sides() {
        Indicator keep = indicator(Direction.KEEP, "95", "100", MeasuringPlan.NONE);
        assertThat(status(keep, approved(2028, value("97")))).isEqualTo(IndicatorStatus.ON_PATH);
        assertThat(status(keep, approved(2028, value("101")))).isEqualTo(IndicatorStatus.MOVING_AWAY);
        assertThat(status(keep, approved(2028, between("90", "97")))).isEqualTo(IndicatorStatus.UNKNOWN);
    }

    @Test
    void the_order_of_measurements_does_not_matter() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<Measurement> some = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                some.add(approved(2026 + i, value(String.valueOf(random.nextInt(120)))));
            }
            IndicatorStatus.Judged before = IndicatorStatus.of(up(), some, TODAY);
            Collections.shuffle(some, random);
            assertThat(IndicatorStatus.of(up(), some, TODAY)).isEqualTo(before);
        }
    }

    @Test
    void what_is_owed_is_overdue_due_returned_waiting_or_missing_with_a_reason() {
        Indicator yearly = indicator(
                Direction.UP,
                "30",
                "90",
                new MeasuringPlan(
                        "", List.of(), Frequency.YEARLY, Optional.of(PartialDate.ofYear(2024)), "", List.of()));
        Item<Indicator> item = Item.fresh(Indicator.KIND, yearly);
        AccountId ana = AccountId.fresh();
        Measurement returned = Measurement.of(Plan.CHAIN, item.id(), PartialDate.ofYear(2026), "", value("31"))
                .step(MeasurementState.SUBMITTED, ana, "")
                .step(MeasurementState.RETURNED, ana, "Which posts?");
        List<Item<Measurement>> measured = List.of(
                approved(2024, value("30")).fresh(),
                approved(2025, Finding.missing("The survey team could not travel"))
                        .fresh(),
                returned.fresh());
        assertThat(Owing.of(List.of(item), Map.of(item.id(), measured), TODAY))
                .extracting(owing -> owing.what() + " " + owing.due() + " " + owing.open() + " " + owing.remark())
                .containsExactly(
                        "OVERDUE 2027-12-31 2 ",
                        "RETURNED 2026-12-31 1 Which posts?",
                        "MISSING 2025-12-31 1 The survey team could not travel");
    }

    @Test
    void the_end_of_a_month_stays_the_end_of_a_month_and_nothing_is_owed_after_the_target() {
        Indicator monthly = indicator(
                Direction.UP,
                "30",
                "90",
                new MeasuringPlan(
                        "", List.of(), Frequency.MONTHLY, Optional.of(PartialDate.of("2031-09")), "", List.of()));
        assertThat(Owing.dueDays(monthly, LocalDate.of(2040, 1, 1)))
                .extracting(LocalDate::toString)
                .containsExactly("2031-09-30", "2031-10-31", "2031-11-30", "2031-12-31");
    }

    @Test
    void only_counts_of_the_same_unit_and_of_different_parts_are_added() {
        assertThat(RollUp.of(List.of(
                        new RollUp.Part("north", "deaths a year", value("0.1")),
                        new RollUp.Part("south", "deaths a year", value("0.2")))))
                .isEqualTo(new RollUp.Sum(new BigDecimal("0.3"), "deaths a year"));
        assertThat(RollUp.of(List.of(
                        new RollUp.Part("north", "deaths a year", value("3")),
                        new RollUp.Part("south", "deaths a year", Finding.missing("No access")))))
                .isEqualTo(new RollUp.Incomplete(
                        new BigDecimal("3"), "deaths a year", List.of(new RollUp.Missing("south", "No access"))));
        assertThat(RollUp.of(List.of(
                        new RollUp.Part("north", "deaths", value("3")),
                        new RollUp.Part("south", "persons", value("3")))))
                .isInstanceOf(RollUp.Refused.class);
        assertThat(RollUp.of(List.of(
                        new RollUp.Part("north", "% of posts", value("3")),
                        new RollUp.Part("south", "% of posts", value("3")))))
                .isInstanceOf(RollUp.Refused.class);
        assertThat(RollUp.of(List.of(
                        new RollUp.Part("North", "posts", value("3")), new RollUp.Part("north ", "posts", value("3")))))
                .isInstanceOf(RollUp.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "percentage",
                "‰",
                "proportion",
                "score",
                "score (0-4)",
                "pour cent",
                "Prozent",
                "taux",
                "Tasa",
                "days",
                "minutes",
                "standard units, about -2.5 to 2.5",
                "score 0–100",
                "per 100,000 people",
                "rating A to D",
                "deaths/100 000",
                "homicides pour 100 000 habitants",
                "homicidios por 100 000 habitantes",
                "casos por cada mil habitantes",
                "Anzahl je 100 000",
                "Fälle je Einwohner",
                "pro 100 000",
                "Besuche pro Monat",
                "visites par an",
                "cas sur 100",
                "1 von 5",
                "1 in 5",
                "3 out of 10",
                "1:30",
                "°C",
                "km/h",
                "USD/month",
                "minutes waited",
                "jours d'attente",
                "days until the first hearing",
                "jours avant le jugement",
                "Tage bis zur Anhörung"
            })
    void shares_scores_and_lengths_of_time_have_no_sum(String unit) {
        assertThat(RollUp.of(List.of(
                        new RollUp.Part("women", unit, value("60")), new RollUp.Part("men", unit, value("70")))))
                .isEqualTo(new RollUp.Refused(Sentence.of("goals.roll-up.rate", unit)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "officers",
                "agents formés",
                "training days",
                "days of training",
                "visits a year",
                "USD",
                "stations de police",
                "agents formés pour la police",
                "casos resueltos por jueces",
                "pro bono cases",
                "formations sur les droits",
                "visits in 12 provinces",
                "posts in 2024",
                "nº de casos",
                "n° de cas",
                "personnes en attente de jugement",
                "persons waiting for a trial"
            })
    void what_is_counted_has_a_sum(String unit) {
        assertThat(RollUp.of(List.of(
                        new RollUp.Part("women", unit, value("60")), new RollUp.Part("men", unit, value("70")))))
                .isEqualTo(new RollUp.Sum(new BigDecimal("130"), unit));
    }
}
