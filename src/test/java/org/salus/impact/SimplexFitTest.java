package org.salus.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SimplexFitTest {
    @Test
    void of_two_corners_on_either_side_both_carry_weight_by_their_distance() {
        assertThat(SimplexFit.nearest(new double[][] {{-1, 0}, {3, 0}}))
                .containsExactly(new double[] {0.75, 0.25}, within(1e-12));
    }

    @Test
    void of_corners_on_one_side_the_nearest_carries_all() {
        assertThat(SimplexFit.nearest(new double[][] {{3, 1}, {1, 0}, {2, 0}})).containsExactly(0, 1, 0);
    }

    @Test
    void no_corner_lies_nearer_in_the_direction_of_what_was_found() {
        Random random = new Random(1);
        for (int round = 0; round < 500; round++) {
            int count = 2 + random.nextInt(40);
            int size = 1 + random.nextInt(20);
            double[][] corners = new double[count][size];
            for (double[] corner : corners) {
                for (int k = 0; k < size; k++) {
                    corner[k] = random.nextGaussian() + 0.3;
                }
            }
            double[] weights = SimplexFit.nearest(corners);
            double[] point = new double[size];
            double sum = 0;
            for (int j = 0; j < count; j++) {
                assertThat(weights[j]).isNotNegative();
                sum += weights[j];
                for (int k = 0; k < size; k++) {
                    point[k] += weights[j] * corners[j][k];
                }
            }
            assertThat(sum).isEqualTo(1, within(1e-9));
            double here = SimplexFit.dot(point, point);
            for (double[] corner : corners) {
                assertThat(SimplexFit.dot(point, corner)).isGreaterThanOrEqualTo(here - 1e-8);
            }
        }
    }
}
