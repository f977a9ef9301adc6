package org.salus.diligence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.salus.framework.PartialDate;

/** Versions of a case that copies brought, put together: no step is lost. */
class CaseVersionsTest {
    private static CaseFile file(Steps steps) {
        return steps.file(List.of("us-leahy"), List.of());
    }

    private static Steps decided() {
        return Steps.decided(RiskLevel.MEDIUM, Decision.GO);
    }

    @Test
    void a_suspension_in_one_version_and_a_review_in_the_other_both_stay() {
        CaseFile stopped = file(decided().then(StepKind.SUSPENDED, "2026-04-01"));
        CaseFile reviewed = file(
                decided().then(Steps.step(StepKind.REVIEWED, "2026-03-20").reviewedBy(PartialDate.of("2026-12-01"))));
        for (List<CaseFile> order : List.of(List.of(stopped, reviewed), List.of(reviewed, stopped))) {
            CaseVersions versions = new CaseVersions(order);
            CaseFile together = versions.together().orElseThrow();
            assertThat(together.steps())
                    .extracting(CaseStep::kind)
                    .endsWith(StepKind.DECIDED, StepKind.REVIEWED, StepKind.SUSPENDED);
            assertThat(versions.isContinuedBy(together.steps())).isTrue();
            assertThat(versions.fresh(together.steps())).isEmpty();
            assertThat(together.course().on(LocalDate.of(2026, 5, 1), 30)).isEqualTo(CaseState.SUSPENDED);
            order.forEach(
                    alone -> assertThat(versions.isContinuedBy(alone.steps())).isFalse());
        }
    }

    @Test
    void a_step_that_is_said_a_second_time_is_a_new_one() {
        Steps steps = decided().then(StepKind.SUSPENDED, "2026-04-01");
        CaseVersions one = new CaseVersions(List.of(file(steps)));
        List<CaseStep> again = new ArrayList<>(steps.all);
        again.add(steps.all.get(2));
        assertThat(one.isContinuedBy(again)).isTrue();
        assertThat(one.fresh(again)).as("the decision, once more").containsExactly(4);
        CaseVersions two = new CaseVersions(List.of(file(steps), file(decided())));
        assertThat(two.fresh(again)).containsExactly(4);
    }

    @Test
    void of_a_single_version_steps_are_only_added_and_names_may_go() {
        CaseStep named = Steps.step(StepKind.SUSPENDED, "2026-04-01")
                .takenBy(new NamedPerson("A. N. Other", PartialDate.of("2026-12-31")));
        Steps steps = decided().then(named);
        CaseVersions one = new CaseVersions(List.of(file(steps)));
        List<CaseStep> without = new ArrayList<>(steps.all);
        without.set(3, named.withoutName());
        assertThat(one.isContinuedBy(without)).isTrue();
        assertThat(one.fresh(without)).isEmpty();
        assertThat(one.isContinuedBy(steps.all.subList(0, 3))).isFalse();
        List<CaseStep> between = new ArrayList<>(steps.all);
        between.add(1, Steps.step(StepKind.OUT_OF_SCOPE, "2026-01-06"));
        assertThat(one.isContinuedBy(between)).isFalse();
    }

    @Test
    void a_name_that_was_taken_out_in_one_version_stays_out() {
        CaseStep named = Steps.step(StepKind.SUSPENDED, "2026-04-01")
                .takenBy(new NamedPerson("A. N. Other", PartialDate.of("2026-12-31")));
        CaseVersions versions = new CaseVersions(
                List.of(file(decided().then(named)), file(decided().then(named.withoutName()))));
        CaseFile together = versions.together().orElseThrow();
        assertThat(together.steps()).hasSize(4).allMatch(step -> step.named().isEmpty());
        assertThat(versions.isContinuedBy(together.steps())).isTrue();
        assertThat(versions.fresh(together.steps())).isEmpty();
    }
}
