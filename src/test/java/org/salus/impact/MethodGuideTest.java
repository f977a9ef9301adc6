package org.salus.impact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.salus.framework.Failure;
import org.salus.framework.Wording;
import org.salus.impact.MethodGuide.Situation;

class MethodGuideTest {
    private static java.util.List<String> allowed(Situation situation) {
        return MethodGuide.of(situation).methods().stream()
                .filter(MethodGuide.Advice::isAllowed)
                .map(MethodGuide.Advice::method)
                .toList();
    }

    @Test
    void one_state_with_many_others_and_long_series_allows_every_method() {
        assertThat(allowed(new Situation(1, 38, 19, 12, false, true, false, false)))
                .containsExactly("synth", "sdid", "did", "its");
    }

    @Test
    void one_unit_alone_leaves_its_own_past() {
        assertThat(allowed(new Situation(1, 0, 24, 12, true, true, false, false)))
                .containsExactly("its");
    }

    @Test
    void groups_that_begin_at_different_times_leave_averages_per_group() {
        assertThat(allowed(new Situation(6, 10, 5, 3, false, false, false, false)))
                .containsExactly("did");
    }

    @Test
    void others_that_were_touched_are_no_comparison() {
        assertThat(allowed(new Situation(6, 40, 12, 6, false, true, false, true)))
                .containsExactly("its");
    }

    @Test
    void a_second_cause_at_the_same_time_leaves_no_method_and_other_ways_are_named() {
        MethodGuide.Guidance guidance = MethodGuide.of(new Situation(1, 38, 19, 12, false, true, true, false));
        assertThat(guidance.methods()).noneMatch(MethodGuide.Advice::isAllowed);
        assertThat(guidance.says().key()).isEqualTo("impact.guide.none");
        assertThat(guidance.otherWays()).hasSize(3);
    }

    @Test
    void numbers_that_cannot_be_are_refused() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new Situation(0, 1, 1, 1, false, true, false, false))
                .isInstanceOf(Failure.class);
    }

    @Test
    void every_reason_is_there_in_words() {
        for (int treated : new int[] {1, 3, 8}) {
            for (int controls : new int[] {0, 1, 8, 30}) {
                for (int times : new int[] {1, 3, 20}) {
                    for (boolean either : new boolean[] {true, false}) {
                        MethodGuide.Guidance guidance = MethodGuide.of(
                                new Situation(treated, controls, times, times, either, either, false, false));
                        guidance.methods()
                                .forEach(each -> assertThat(Wording.english().say(each.why()))
                                        .endsWith(".")
                                        .doesNotContain("{"));
                    }
                }
            }
        }
    }
}
