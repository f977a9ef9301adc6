package org.salus.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is not shown of few people, and cannot be worked out from what is. */
class SmallCellsTest {
    @Test
    void large_groups_are_shown() {
        assertThat(SmallCells.hidden(new int[][] {{5, 18}, {9, 0}})).isDeepEqualTo(new boolean[2][2]);
    }

    @Test
    void with_a_small_group_the_next_smallest_goes_too() {
        assertThat(SmallCells.hidden(new int[][] {{4, 30, 20}})).isDeepEqualTo(new boolean[][] {{true, false, true}});
    }

    @Test
    void an_answer_of_two_takes_another_answer_and_another_group_with_it() {
        boolean[][] hidden = SmallCells.hidden(new int[][] {{2, 20, 30}, {40, 20, 30}, {50, 60, 70}});
        assertThat(hidden)
                .isDeepEqualTo(new boolean[][] {{true, true, false}, {true, true, false}, {false, false, false}});
    }

    @Test
    void a_group_of_one_takes_a_single_other_group_with_it() {
        assertThat(SmallCells.hidden(new int[][] {{0, 30, 40}, {1, 70, 60}})).isDeepEqualTo(new boolean[][] {
            {true, true, false}, {true, true, false}
        });
    }

    @Test
    void nothing_is_ever_hidden_alone_beside_a_known_whole() {
        Random dice = new Random(7);
        for (int run = 0; run < 2_000; run++) {
            int[][] counts = new int[2 + dice.nextInt(4)][2 + dice.nextInt(5)];
            for (int[] row : counts) {
                for (int group = 0; group < row.length; group++) {
                    row[group] = dice.nextInt(12);
                }
            }
            boolean[][] hidden = SmallCells.hidden(counts);
            for (int group = 0; group < counts[0].length; group++) {
                int missing = 0;
                for (boolean[] row : hidden) {
                    missing += row[group] ? 1 : 0;
                }
                assertThat(missing).isNotEqualTo(1);
            }
            for (boolean[] row : hidden) {
                int missing = 0;
                for (boolean each : row) {
                    missing += each ? 1 : 0;
                }
                assertThat(missing).isNotEqualTo(1);
            }
        }
    }
}
