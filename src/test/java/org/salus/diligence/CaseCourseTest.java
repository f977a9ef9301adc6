package org.salus.diligence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salus.framework.PartialDate;

/** What steps come to on a day. */
class CaseCourseTest {
    private static final int LEAD = 30;

    private static CaseState on(Steps steps, String day) {
        return steps.course().on(LocalDate.parse(day), LEAD);
    }

    @Test
    void a_case_is_opened_found_in_scope_assessed_and_decided() {
        Steps steps = new Steps();
        assertThat(on(steps, "2026-01-01")).isEqualTo(CaseState.OPENED);
        steps.then(StepKind.IN_SCOPE, "2026-01-05");
        assertThat(on(steps, "2026-01-05")).isEqualTo(CaseState.IN_SCOPE);
        steps.then(Steps.step(StepKind.ASSESSED, "2026-01-20").at(RiskLevel.MEDIUM));
        assertThat(on(steps, "2026-01-20")).isEqualTo(CaseState.ASSESSED);
        steps.then(Steps.step(StepKind.DECIDED, "2026-02-01").deciding(Decision.NO));
        assertThat(on(steps, "2026-02-01")).isEqualTo(CaseState.REFUSED);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-01, DECIDED",
        "2026-02-28, DECIDED",
        "2026-03-01, IN_FORCE",
        "2026-08-01, IN_FORCE",
        "2026-08-02, DUE",
        "2026-09-02, DUE",
        "2026-12-31, DUE",
        "2027-01-01, EXPIRED"
    })
    void a_decision_is_in_force_then_due_then_expired(String day, CaseState state) {
        assertThat(on(Steps.decided(RiskLevel.MEDIUM, Decision.GO), day)).isEqualTo(state);
    }

    @Test
    void a_review_moves_what_is_due_and_not_the_end() {
        Steps steps = Steps.decided(RiskLevel.MEDIUM, Decision.GO)
                .then(Steps.step(StepKind.REVIEWED, "2026-08-20").reviewedBy(PartialDate.of("2026-12-20")));
        assertThat(on(steps, "2026-09-02")).isEqualTo(CaseState.IN_FORCE);
        assertThat(on(steps, "2026-11-20")).isEqualTo(CaseState.DUE);
        assertThat(on(steps, "2027-01-01")).isEqualTo(CaseState.EXPIRED);
        assertThat(steps.course().reviewBy()).contains(LocalDate.of(2026, 12, 20));
        assertThat(steps.course().until()).contains(LocalDate.of(2026, 12, 31));
    }

    @Test
    void a_suspension_stands_until_it_is_lifted_and_a_lifted_decision_holds_as_before() {
        Steps steps = Steps.decided(RiskLevel.MEDIUM, Decision.GO).then(StepKind.SUSPENDED, "2026-04-01");
        assertThat(on(steps, "2026-04-01")).isEqualTo(CaseState.SUSPENDED);
        assertThat(on(steps, "2027-02-01")).as("after its end").isEqualTo(CaseState.SUSPENDED);
        steps.then(StepKind.LIFTED, "2026-05-01");
        assertThat(on(steps, "2026-05-01")).isEqualTo(CaseState.IN_FORCE);
        steps.then(StepKind.SUSPENDED, "2026-06-01");
        assertThat(on(steps, "2026-06-02")).isEqualTo(CaseState.SUSPENDED);
        steps.then(Steps.step(StepKind.ASSESSED, "2026-06-20").at(RiskLevel.LOW))
                .then(Steps.step(StepKind.DECIDED, "2026-07-01")
                        .deciding(Decision.GO)
                        .holding(
                                PartialDate.of("2026-07-01"),
                                PartialDate.of("2027-01-01"),
                                PartialDate.of("2027-06-30")));
        assertThat(on(steps, "2026-07-01")).as("a new decision").isEqualTo(CaseState.IN_FORCE);
    }

    @Test
    void a_decision_holds_while_it_is_looked_at_again() {
        Steps steps = Steps.decided(RiskLevel.MEDIUM, Decision.GO).then(StepKind.IN_SCOPE, "2026-05-01");
        assertThat(on(steps, "2026-05-02")).isEqualTo(CaseState.IN_FORCE);
        steps.then(StepKind.OUT_OF_SCOPE, "2026-05-10");
        assertThat(on(steps, "2026-05-10")).isEqualTo(CaseState.OUT_OF_SCOPE);
    }

    @Test
    void nothing_follows_the_end() {
        Steps steps = Steps.decided(RiskLevel.MEDIUM, Decision.GO).then(StepKind.CLOSED, "2026-05-01");
        assertThat(on(steps, "2026-04-01")).isEqualTo(CaseState.CLOSED);
        assertThat(on(steps, "2027-05-01")).isEqualTo(CaseState.CLOSED);
    }

    @Test
    void what_a_merged_copy_may_bring_never_holds_by_itself() {
        Steps without =
                new Steps().then(Steps.step(StepKind.DECIDED, "2026-02-01").deciding(Decision.GO));
        assertThat(on(without, "2026-02-02")).as("without a period").isEqualTo(CaseState.EXPIRED);
        Steps lifted = Steps.decided(RiskLevel.MEDIUM, Decision.GO)
                .then(StepKind.LIFTED, "2026-03-20")
                .then(StepKind.SUSPENDED, "2026-04-01");
        assertThat(on(lifted, "2026-04-02")).isEqualTo(CaseState.SUSPENDED);
    }

    @Test
    void support_rests_on_a_decision_that_holds_or_on_none_being_needed() {
        assertThat(CaseState.values())
                .filteredOn(CaseState::isValid)
                .containsExactlyInAnyOrder(CaseState.IN_FORCE, CaseState.DUE, CaseState.OUT_OF_SCOPE);
    }
}
