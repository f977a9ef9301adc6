package org.salus.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DifferencesTest {
    /** A treated unit goes from 10 to 17, the others from 1 to 3 and from 4 to 8: 7 less 3. */
    @Test
    void two_times_and_three_units_by_hand() {
        ImpactAnswer answer = Impact.differences(Tables.of("""
                        unit,time,y
                        A,1,10
                        A,2,17
                        B,1,1
                        B,2,3
                        C,1,4
                        C,2,8
                        """), Tables.question("2", "A"));
        assertThat(answer.estimate().value()).isEqualTo(4, within(1e-12));
        assertThat(answer.verdict().kind()).isEqualTo(VerdictKind.CANNOT_BE_TOLD);
    }

    /** With two times the error clustered by unit is that of a difference of means, which can be written down. */
    @Test
    void clustered_errors_by_hand() {
        Panel panel = new Panel(
                java.util.List.of("A", "B", "C", "D"),
                java.util.List.of("1", "2"),
                new double[][] {{0, 5}, {0, 7}, {0, 1}, {0, 2}},
                new int[] {1, 1, 2, 2});
        Differences.Effect effect = new Differences(panel).fixedEffects();
        assertThat(effect.value()).isEqualTo(4.5, within(1e-12));
        double meat = (1 + 1 + 0.25 + 0.25) / 4;
        double small = 4.0 / 3 * 7 / (8 - 2 - 1);
        assertThat(effect.error()).isEqualTo(Math.sqrt(small * meat), within(1e-12));
        assertThat(effect.freedom()).isEqualTo(3);
    }

    /** Early units gain one more each time, late ones nothing: the true mean over treated cells is (1+2+3+4+0+0) / 6. */
    @Test
    void where_effects_grow_the_regression_is_misled_and_group_averages_are_not() {
        double[][] outcome = new double[6][6];
        int[] start = {2, 2, 4, 4, 6, 6};
        for (int unit = 0; unit < 6; unit++) {
            for (int time = 0; time < 6; time++) {
                outcome[unit][time] = 10 * unit + 3 * time + (unit < 2 && time >= 2 ? time - 1 : 0);
            }
        }
        Differences differences = new Differences(new Panel(
                java.util.List.of("A", "B", "C", "D", "E", "F"),
                java.util.List.of("1", "2", "3", "4", "5", "6"),
                outcome,
                start));
        Differences.Effect groups = differences.groupTime();
        assertThat(groups).isNotNull();
        assertThat(java.util.Objects.requireNonNull(groups).value()).isEqualTo(10.0 / 6, within(1e-12));
        assertThat(differences.fixedEffects().value()).isNotCloseTo(10.0 / 6, within(0.05));
        assertThat(differences.events())
                .filteredOn(event -> event.since() == 3)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.effect().value()).isEqualTo(4, within(1e-12));
                    assertThat(event.units()).isEqualTo(2);
                });
    }

    @Test
    void where_nobody_is_never_treated_groups_are_compared_with_those_not_treated_yet() {
        double[][] outcome = {{1, 2, 8, 9}, {1, 2, 3, 4}, {5, 6, 7, 8}};
        Differences.Effect effect = new Differences(new Panel(
                        java.util.List.of("A", "B", "C"), java.util.List.of("1", "2", "3", "4"), outcome, new int[] {
                            2, 3, 3
                        }))
                .groupTime();
        assertThat(java.util.Objects.requireNonNull(effect).value())
                .as("only the third time can be compared")
                .isEqualTo(5, within(1e-12));
    }

    @Test
    void units_that_ran_apart_before_are_no_comparison() {
        ImpactAnswer answer = Impact.differences(random(8, 12, 0.5, 4), Tables.question("9", treated(8)));
        assertThat(answer.verdict().kind()).isEqualTo(VerdictKind.CANNOT_BE_TOLD);
        assertThat(answer.tests().getFirst().p()).isLessThan(0.05);
    }

    @Test
    void an_effect_among_many_units_is_told_and_none_is_not() {
        ImpactAnswer some = Impact.differences(random(8, 12, 0, 4), Tables.question("9", treated(8)));
        assertThat(some.verdict().kind()).isEqualTo(VerdictKind.EFFECT_TOLD);
        assertThat(some.estimate().lower()).isLessThan(4.0);
        assertThat(some.estimate().upper()).isGreaterThan(4.0);
        ImpactAnswer none = Impact.differences(random(8, 12, 0, 0), Tables.question("9", treated(8)));
        assertThat(none.verdict().kind()).isEqualTo(VerdictKind.NO_EFFECT_TOLD);
    }

    private static String[] treated(int count) {
        String[] names = new String[count];
        for (int i = 0; i < count; i++) {
            names[i] = "T" + i;
        }
        return names;
    }

    private static PanelTable random(int treated, int others, double apart, double effect) {
        Random random = new Random(7);
        StringBuilder lines = new StringBuilder("unit,time,y\n");
        for (int unit = 0; unit < treated + others; unit++) {
            boolean isTreated = unit < treated;
            for (int time = 1; time <= 12; time++) {
                double y = unit
                        + time
                        + random.nextGaussian() * 0.5
                        + (isTreated ? apart * time : 0)
                        + (isTreated && time >= 9 ? effect : 0);
                lines.append(isTreated ? "T" + unit : "C" + unit)
                        .append(',')
                        .append(time)
                        .append(',')
                        .append(y)
                        .append('\n');
            }
        }
        return Tables.of(lines.toString());
    }
}
