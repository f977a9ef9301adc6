package org.salus.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Synthetic controls and differences on tables whose answer is known. */
class SyntheticTest {
    /** The treated unit is a quarter of the first donor and three quarters of the second, and five more from the ninth time on. */
    private static PanelTable mixture(int others, double effect) {
        Random random = new Random(11);
        double[][] outcome = new double[others + 1][12];
        for (int unit = 1; unit <= others; unit++) {
            double level = 50 + 10 * random.nextGaussian();
            double trend = random.nextGaussian();
            for (int time = 0; time < 12; time++) {
                outcome[unit][time] = level + trend * time + random.nextGaussian();
            }
        }
        StringBuilder lines = new StringBuilder("unit,time,y\n");
        for (int unit = 0; unit <= others; unit++) {
            for (int time = 0; time < 12; time++) {
                double y = unit > 0
                        ? outcome[unit][time]
                        : 0.25 * outcome[1][time] + 0.75 * outcome[2][time] + (time >= 8 ? effect : 0);
                lines.append("u%d,%d,%s%n".formatted(unit, time + 1, y).replace("\r", ""));
            }
        }
        return Tables.of(lines.toString());
    }

    @Test
    void a_unit_that_is_a_mixture_of_two_is_found_to_be_one() {
        ImpactAnswer answer = Impact.synthetic(mixture(6, 5), Tables.question("9", "u0"), "usual");
        assertThat(answer.weights()).extracting(ImpactAnswer.Weight::name).startsWith("u2", "u1");
        assertThat(answer.weights().get(0).weight()).isEqualTo(0.75, within(1e-4));
        assertThat(answer.weights().get(1).weight()).isEqualTo(0.25, within(1e-4));
        assertThat(answer.estimate().value()).isEqualTo(5, within(1e-3));
        assertThat(answer.verdict().kind()).as("six donors").isEqualTo(VerdictKind.CANNOT_BE_TOLD);
    }

    @Test
    void with_donors_enough_an_effect_is_told_and_none_is_not() {
        assertThat(Impact.synthetic(mixture(25, 30), Tables.question("9", "u0"), "usual")
                        .verdict()
                        .kind())
                .isEqualTo(VerdictKind.EFFECT_TOLD);
        assertThat(Impact.synthetic(mixture(25, 0), Tables.question("9", "u0"), "usual")
                        .verdict()
                        .kind())
                .isNotEqualTo(VerdictKind.EFFECT_TOLD);
    }

    @Test
    void the_donor_that_is_left_out_by_hand_carries_nothing() {
        PanelQuestion question =
                new PanelQuestion("unit", "time", "y", List.of("u0"), "9", List.of("u2"), List.of(), null, null);
        ImpactAnswer answer = Impact.synthetic(mixture(6, 5), question, "usual");
        assertThat(answer.weights()).extracting(ImpactAnswer.Weight::name).doesNotContain("u2");
        assertThat(answer.data().controls()).isEqualTo(5);
    }

    @Test
    void whoever_looks_on_hears_of_each_part_and_can_end_it() {
        for (StudyMethod method : List.of(StudyMethod.SYNTHETIC, StudyMethod.SYNTHETIC_DIFFERENCES)) {
            StudySettings settings =
                    StudySettings.of(method, "unit", "time", "y").treating(List.of("u0"), "9");
            AtomicInteger most = new AtomicInteger();
            AtomicInteger done = new AtomicInteger();
            AtomicReference<Double> effect = new AtomicReference<>(Double.NaN);
            ImpactAnswer answer = settings.ask(mixture(25, 30), new Course() {
                @Override
                public void of(int parts) {
                    most.set(parts);
                }

                @Override
                public void step() {
                    done.incrementAndGet();
                }

                @Override
                public void effect(double value) {
                    effect.set(value);
                }
            });
            assertThat(done).as(method.code()).hasValue(most.get()).hasValueGreaterThan(25);
            assertThat(effect).hasValue(answer.estimate().value());
            assertThatThrownBy(() -> settings.ask(mixture(25, 30), new Course() {
                        @Override
                        public void step() {
                            throw new CancellationException();
                        }
                    }))
                    .isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void placebos_that_only_meet_their_unit_are_no_evidence() {
        StringBuilder lines = new StringBuilder("unit,time,y\n");
        for (int unit = 0; unit < 30; unit++) {
            for (int time = 1; time <= 12; time++) {
                double y = unit == 0 ? 10 + time + (time > 8 ? 10 : 0) : 5;
                lines.append("u")
                        .append(unit)
                        .append(',')
                        .append(time)
                        .append(',')
                        .append(y)
                        .append('\n');
            }
        }
        ImpactAnswer answer = Impact.synthetic(Tables.of(lines.toString()), Tables.question("9", "u0"), "usual");
        assertThat(answer.verdict().kind()).isEqualTo(VerdictKind.CANNOT_BE_TOLD);
        assertThat(answer.estimate().p()).isEqualTo(1);
        assertThat(answer.tests()).extracting(ImpactAnswer.Test::name).contains("exact_placebos");
    }

    /** Units and times alike make synthetic differences what plain ones are: 4 more than the others' 2. */
    @Test
    void synthetic_differences_of_lines_that_run_side_by_side() {
        StringBuilder lines = new StringBuilder("unit,time,y\n");
        for (int unit = 0; unit < 5; unit++) {
            for (int time = 1; time <= 6; time++) {
                double y = 10 * unit + (time % 2) + (time > 4 ? 2 : 0) + (unit == 0 && time > 4 ? 4 : 0);
                lines.append("u%d,%d,%s%n".formatted(unit, time, y).replace("\r", ""));
            }
        }
        ImpactAnswer answer = Impact.syntheticDifferences(Tables.of(lines.toString()), Tables.question("5", "u0"));
        assertThat(answer.estimate().value()).isEqualTo(4, within(0.01));
        assertThat(answer.weights().stream()
                        .mapToDouble(ImpactAnswer.Weight::weight)
                        .sum())
                .isEqualTo(1, within(1e-9));
        assertThat(answer.timeWeights().stream()
                        .mapToDouble(ImpactAnswer.Weight::weight)
                        .sum())
                .isEqualTo(1, within(1e-9));
    }

    @Test
    void of_several_treated_units_the_jackknife_is_told_beside_the_placebos() {
        PanelQuestion question =
                new PanelQuestion("unit", "time", "y", List.of("u0", "u3"), "9", List.of(), List.of(), null, null);
        ImpactAnswer answer = Impact.syntheticDifferences(mixture(25, 30), question);
        assertThat(answer.tests()).extracting(ImpactAnswer.Test::name).contains("jackknife_error");
        assertThat(answer.placebos().stream().filter(each -> each.kind().equals("in_space")))
                .hasSize(200);
        assertThatThrownBy(() -> Impact.synthetic(mixture(25, 30), question, "usual"))
                .hasMessageContaining("one treated unit; 2 are treated");
    }

    @Test
    void windows_that_cross_the_beginning_are_refused() {
        PanelQuestion question =
                new PanelQuestion("unit", "time", "y", List.of("u0"), "9", List.of(), List.of(), "1..9", null);
        assertThatThrownBy(() -> Impact.synthetic(mixture(6, 5), question, "usual"))
                .hasMessageContaining("before 9");
        assertThatThrownBy(() -> Impact.synthetic(mixture(6, 5), Tables.question("9", "u0"), "best"))
                .hasMessageContaining("usual, wide");
    }

    @Test
    void beginnings_at_different_times_are_sent_to_differences() {
        PanelTable table = Tables.of("""
                unit,time,y,d
                A,1,1,0
                A,2,3,1
                A,3,3,1
                B,1,1,0
                B,2,2,0
                B,3,4,1
                C,1,2,0
                C,2,3,0
                C,3,4,0
                """);
        assertThatThrownBy(() -> Impact.syntheticDifferences(table, Tables.question(null, "d")))
                .hasMessageContaining("Treatments begin at different times");
        assertThat(Impact.differences(table, Tables.question(null, "d"))
                        .alternatives()
                        .getFirst()
                        .name())
                .isEqualTo("fixed_effects");
    }
}
