package org.salus.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;
import org.salus.framework.Failure;

class InterruptedSeriesTest {
    private static final InterruptedSeries.Design LINEAR =
            new InterruptedSeries.Design(InterruptedSeries.Model.LINEAR, InterruptedSeries.Errors.NEWEY_WEST, 0, 1);

    private static String lines(double... figures) {
        StringBuilder lines = new StringBuilder("time,y\n");
        for (int i = 0; i < figures.length; i++) {
            lines.append(2000 + i).append(',').append(figures[i]).append('\n');
        }
        return lines.toString();
    }

    /** Up by one a time, then a jump of five and two more a time. */
    @Test
    void a_broken_line_gives_back_its_level_and_its_trend() {
        double[] series = new double[20];
        for (int time = 0; time < 20; time++) {
            series[time] = 3 + time + (time >= 12 ? 5 + 2 * (time - 12) : 0);
        }
        InterruptedSeries.Fit fit = new InterruptedSeries(series, LINEAR).fit(12);
        assertThat(fit.terms()).extracting(InterruptedSeries.Term::value).satisfies(values -> {
            assertThat(values.get(0)).isEqualTo(3, within(1e-9));
            assertThat(values.get(1)).isEqualTo(1, within(1e-9));
            assertThat(values.get(2)).isEqualTo(5, within(1e-9));
            assertThat(values.get(3)).isEqualTo(2, within(1e-9));
        });
        assertThat(fit.effect().value()).as("5 and the mean of 0, 2 … 14").isEqualTo(12, within(1e-9));
        assertThat(fit.expected().getLast()).isEqualTo(22, within(1e-9));
    }

    /** The same errors by plain matrices: (X'X)^-1 S (X'X)^-1 with Bartlett's weights and n / (n - k). */
    @Test
    void errors_after_newey_and_west_by_matrices() {
        Random random = new Random(3);
        int count = 60;
        double[] series = new double[count];
        double[][] x = new double[count][];
        double left = 0;
        for (int time = 0; time < count; time++) {
            left = 0.6 * left + random.nextGaussian();
            series[time] = time * 0.2 + (time >= 40 ? 3 : 0) + left;
            x[time] = new double[] {time, time >= 40 ? 1 : 0, time >= 40 ? time - 40 : 0};
        }
        OLSMultipleLinearRegression plain = new OLSMultipleLinearRegression();
        plain.newSampleData(series, x);
        double[] coefficients = plain.estimateRegressionParameters();
        double[] residuals = plain.estimateResiduals();
        RealMatrix rows = new Array2DRowRealMatrix(count, 4);
        for (int time = 0; time < count; time++) {
            rows.setRow(time, new double[] {1, x[time][0], x[time][1], x[time][2]});
        }
        int lags = 3;
        RealMatrix scores = new Array2DRowRealMatrix(count, 4);
        for (int time = 0; time < count; time++) {
            scores.setRow(
                    time,
                    rows.getRowMatrix(time).scalarMultiply(residuals[time]).getRow(0));
        }
        RealMatrix meat = scores.transpose().multiply(scores);
        for (int lag = 1; lag <= lags; lag++) {
            RealMatrix later = scores.getSubMatrix(lag, count - 1, 0, 3);
            RealMatrix earlier = scores.getSubMatrix(0, count - 1 - lag, 0, 3);
            RealMatrix both = later.transpose().multiply(earlier);
            meat = meat.add(both.add(both.transpose()).scalarMultiply(1 - lag / (lags + 1.0)));
        }
        RealMatrix bread =
                new LUDecomposition(rows.transpose().multiply(rows)).getSolver().getInverse();
        RealMatrix covariance = bread.multiply(meat).multiply(bread).scalarMultiply(count / (count - 4.0));
        InterruptedSeries.Fit fit = new InterruptedSeries(series, LINEAR).fit(40);
        assertThat(fit.lags()).isEqualTo(lags);
        for (int k = 0; k < 4; k++) {
            assertThat(fit.terms().get(k).value()).isEqualTo(coefficients[k], within(1e-8));
            assertThat(fit.terms().get(k).error()).isEqualTo(Math.sqrt(covariance.getEntry(k, k)), within(1e-8));
        }
        assertThat(fit.ljungBox().probability())
                .as("neighbours resemble each other")
                .isLessThan(0.05);
    }

    /** Counts of 8 and 2 around the break with no trend: the ratio is a quarter, and the error of its logarithm that of two Poisson means. */
    @Test
    void a_ratio_of_counts() {
        double[] series = {8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2};
        InterruptedSeries.Fit fit = new InterruptedSeries(
                        series,
                        new InterruptedSeries.Design(
                                InterruptedSeries.Model.POISSON, InterruptedSeries.Errors.MODEL, 0, 1))
                .fit(10);
        assertThat(Math.exp(fit.effect().value())).isEqualTo(0.25, within(1e-9));
        assertThat(fit.terms().getFirst().value()).isEqualTo(Math.log(8), within(1e-9));
        // The line before, drawn on to the middle of the times after: var(a) + (14.5 - 4.5)^2 / sxx, and 1 / 20 after.
        double before = 1 / 80.0 + 10.0 * 10.0 / (82.5 * 8);
        assertThat(fit.effect().error()).isEqualTo(Math.sqrt(before + 1 / 20.0), within(1e-9));
    }

    @Test
    void counts_of_nothing_but_few_are_fitted_so_that_what_is_left_adds_to_nothing() {
        double[] series = {0, 1, 0, 2, 1, 3, 0, 1, 4, 2, 9, 7, 12, 8, 6, 11};
        InterruptedSeries.Fit fit = new InterruptedSeries(
                        series,
                        new InterruptedSeries.Design(
                                InterruptedSeries.Model.QUASI_POISSON, InterruptedSeries.Errors.NEWEY_WEST, 0, 1))
                .fit(10);
        double left = 0;
        for (int time = 0; time < series.length; time++) {
            left += series[time] - fit.fitted().get(time);
        }
        assertThat(left).isEqualTo(0, within(1e-8));
        assertThat(fit.dispersion()).isBetween(0.3, 2.0);
    }

    @Test
    void seasons_are_not_taken_for_a_break() {
        double[] series = new double[48];
        for (int time = 0; time < 48; time++) {
            series[time] = 50 + 10 * Math.sin(2 * Math.PI * time / 12) + 0.1 * ((time * 7) % 5);
        }
        ImpactAnswer answer =
                Impact.interrupted(Tables.of(lines(series)), Tables.series("2030"), "linear", "newey-west", 12, 1);
        assertThat(answer.estimate().value()).isEqualTo(0, within(0.3));
        assertThat(answer.verdict().kind()).isEqualTo(VerdictKind.NO_EFFECT_TOLD);
        assertThat(answer.coefficients())
                .extracting(ImpactAnswer.Coefficient::name)
                .contains("sine_1", "cosine_1");
    }

    @Test
    void a_break_that_many_dates_show_is_none() {
        Random random = new Random(5);
        double[] series = new double[60];
        double walk = 0;
        for (int time = 0; time < 60; time++) {
            walk += random.nextGaussian();
            series[time] = walk;
        }
        ImpactAnswer answer =
                Impact.interrupted(Tables.of(lines(series)), Tables.series("2045"), "linear", "model", 0, 1);
        assertThat(answer.verdict().kind()).isEqualTo(VerdictKind.CANNOT_BE_TOLD);
        assertThat(answer.verdict().says().key()).isEqualTo("impact.verdict.many-breaks");
    }

    @Test
    void too_few_times_are_said_to_tell_nothing() {
        ImpactAnswer answer = Impact.interrupted(
                Tables.of(lines(1, 2, 4, 3, 5, 9, 8)), Tables.series("2005"), "linear", "newey-west", 0, 1);
        assertThat(answer.verdict().says().key()).isEqualTo("impact.verdict.short");
    }

    @Test
    void what_is_no_count_is_refused_by_its_time() {
        PanelTable table = Tables.of(lines(1, 2, 3, -4, 5, 6, 7, 8, 9, 1));
        assertThatThrownBy(() -> Impact.interrupted(table, Tables.series("2006"), "poisson", "model", 0, 1))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("2003")
                .hasMessageContaining("\u22124");
    }

    @Test
    void unknown_words_and_impossible_seasons_are_refused_with_what_there_is() {
        PanelTable table = Tables.of(lines(1, 2, 3, 4, 5, 6, 7, 8, 9, 1));
        assertThatThrownBy(() -> Impact.interrupted(table, Tables.series("2006"), "poison", "model", 0, 1))
                .hasMessageContaining("linear, poisson, quasi-poisson");
        assertThatThrownBy(() -> Impact.interrupted(table, Tables.series("2006"), "linear", "model", 4, 3))
                .hasMessageContaining("season of 4");
    }

    @Test
    void a_season_has_to_be_seen_twice() {
        PanelTable table = Tables.of(lines(1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 4, 3));
        assertThatThrownBy(() -> Impact.interrupted(table, Tables.series("2008"), "linear", "model", 12, 1))
                .hasMessageContaining("seen twice at least");
    }
}
