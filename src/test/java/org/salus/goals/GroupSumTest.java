package org.salus.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.salus.framework.PartialDate;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;

/** What the groups of an indicator come to, and when that is no total. */
class GroupSumTest {
    private static final Indicator DEATHS = new Indicator(
            Plan.CHAIN,
            Plan.id("payroll"),
            "Deaths on the roads",
            "deaths",
            Direction.DOWN,
            Reading.NONE,
            Reading.NONE,
            "",
            "");

    private static Measurement draft(String on, String group, String value) {
        return Measurement.of(
                Plan.CHAIN,
                Plan.id("an indicator"),
                PartialDate.of(on),
                group,
                value.isEmpty() ? Finding.missing("No access") : Finding.of(new BigDecimal(value)));
    }

    private static Measurement approved(String on, String group, String value) {
        AccountId ana = AccountId.fresh();
        return draft(on, group, value)
                .step(MeasurementState.SUBMITTED, ana, "")
                .step(MeasurementState.APPROVED, ana, "");
    }

    private static List<String> says(Measurement... measured) {
        return GroupSum.of(DEATHS, List.of(measured)).stream()
                .map(sum -> Wording.english().say(sum.says()))
                .toList();
    }

    @Test
    void a_sum_names_the_groups_it_is_of() {
        assertThat(says(approved("2024", "sex: men", "12"), approved("2024", "sex: women", "8")))
                .containsExactly("2024, sex: 20 deaths in the groups measured together: men, women.");
    }

    @Test
    void a_group_of_another_time_that_was_not_measured_makes_a_sum_incomplete() {
        assertThat(says(
                        approved("2023", "province: east", "10"),
                        approved("2023", "province: north", "10"),
                        approved("2023", "province: south", "10"),
                        approved("2024", "province: north", "10"),
                        approved("2024", "province: south", "10")))
                .containsExactly(
                        "2023, province: 30 deaths in the groups measured together: east, north, south.",
                        "2024, province: at least 20 deaths in the groups measured; incomplete, as these are missing: east.");
    }

    @Test
    void a_missing_group_is_named_with_the_reason_why() {
        Measurement[] measured = {
            approved("2024", "province: east", ""), approved("2024", "province: north", "10"),
        };
        assertThat(says(measured))
                .containsExactly(
                        "2024, province: at least 10 deaths in the groups measured; incomplete, as these are missing: east (No access).");
        assertThat(GroupSum.of(DEATHS, List.of(measured)).getFirst().tell(Wording.english()))
                .containsEntry("missing", List.of("east"))
                .containsEntry("reasons", Map.of("east", "No access"));
    }

    @Test
    void one_group_alone_is_no_total_where_another_is_known_and_a_draft_does_not_count() {
        assertThat(says(approved("2024", "province: north", "10"), draft("2024", "province: south", "5")))
                .containsExactly(
                        "2024, province: at least 10 deaths in the groups measured; incomplete, as these are missing: south.");
        assertThat(says(approved("2024", "province: north", "10"))).isEmpty();
    }

    @Test
    void of_groups_that_are_all_missing_nothing_is_added() {
        assertThat(says(approved("2024", "province: north", ""), approved("2024", "province: south", "")))
                .containsExactly("2024, province: no sum. There is nothing to add.");
    }

    @Test
    void a_group_is_one_however_it_is_spaced_and_capitalised() {
        assertThat(says(approved("2024", "province: North", "10"), approved("2024", "Province:north", "10")))
                .containsExactly("2024, province: no sum. “north” would count twice.");
    }

    @Test
    void groups_of_numbers_that_overlap_have_no_sum() {
        Stream.of("15-64", "20+", "under 18", "24–30 years", "15 and over")
                .forEach(other -> assertThat(
                                says(approved("2024", "age: 15-24", "10"), approved("2024", "age: " + other, "10")))
                        .containsExactly("2024, age: no sum. “15-24” and “" + other
                                + "” have something in common, which would count twice."));
        assertThat(says(
                        approved("2024", "age: under 15", "1"),
                        approved("2024", "age: 15-24", "10"),
                        approved("2024", "age: 25+", "10")))
                .containsExactly("2024, age: 21 deaths in the groups measured together: under 15, 15-24, 25+.");
    }

    @Test
    void a_total_is_no_group_beside_the_others_and_is_not_missed() {
        assertThat(says(
                        approved("2023", "sex: men", "12"),
                        approved("2023", "sex: total", "20"),
                        approved("2023", "sex: women", "8"),
                        approved("2024", "sex: men", "12"),
                        approved("2024", "sex: women", "8"),
                        approved("2025", "sex: total", "20")))
                .containsExactly(
                        "2023, sex: no sum. “total” would count twice.",
                        "2024, sex: 20 deaths in the groups measured together: men, women.");
    }

    @Test
    void a_group_that_is_only_cut_otherwise_is_not_missing() {
        assertThat(says(
                        approved("2023", "age: 15-64", "10"),
                        approved("2024", "age: 15-24", "4"),
                        approved("2024", "age: 25-64", "5"),
                        approved("2025", "age: 15-24", "4")))
                .containsExactly(
                        "2024, age: 9 deaths in the groups measured together: 15-24, 25-64.",
                        "2025, age: at least 4 deaths in the groups measured; incomplete, as these are missing: 15-64, 25-64.");
    }

    private static Measurement approvedOver(String since, String on, String group, String value) {
        Measurement one = approved(on, group, value);
        return new Measurement(
                one.chain(),
                one.indicator(),
                Optional.of(PartialDate.of(since)),
                one.on(),
                one.group(),
                one.says(),
                one.source(),
                one.method(),
                one.note(),
                one.progress(),
                one.taken());
    }

    @Test
    void groups_of_one_period_are_added_and_those_of_two_are_not() {
        assertThat(says(
                        approvedOver("2023", "2024", "province: north", "10"),
                        approvedOver("2023", "2024", "province: south", "5")))
                .containsExactly("2023 to 2024, province: 15 deaths in the groups measured together: north, south.");
        assertThat(says(
                        approvedOver("2022", "2024", "province: north", "10"),
                        approved("2024", "province: south", "5")))
                .containsExactly(
                        "2024, province: at least 5 deaths in the groups measured; incomplete, as these are missing: north.",
                        "2022 to 2024, province: at least 10 deaths in the groups measured; incomplete, as these are missing: south.");
    }
}
