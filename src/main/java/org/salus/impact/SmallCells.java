package org.salus.impact;

import java.util.Arrays;

/**
 * Which figures of few people are not shown. A group of fewer than ten who answered is not shown at all, nor is a figure on which fewer than three people stand; and where one alone would be left out beside figures that
 * add up to a known whole, another one goes with it, so that it cannot be worked out from the rest (complementary suppression; Hundepool and others, Statistical Disclosure Control, 2012, chapter 4). The
 * numbers ten and three are ours: surveys of people on security are read by people who know their neighbours.
 */
final class SmallCells {
    /** Fewer who answered in a group are not spoken of. */
    static final int LEAST_GROUP = 10;

    /** Fewer who gave an answer in a group are not spoken of; nobody at all is. */
    static final int LEAST_CELL = 3;

    private SmallCells() {}

    /**
     * What is not shown of a table whose rows and columns add up to figures that are.
     *
     * @param counts people, per answer and group
     * @return the same shape; true where nothing is shown
     */
    static boolean[][] hidden(int[][] counts) {
        int answers = counts.length;
        int groups = answers == 0 ? 0 : counts[0].length;
        boolean[][] hidden = new boolean[answers][groups];
        for (int group = 0; group < groups; group++) {
            int of = 0;
            for (int[] row : counts) {
                of += row[group];
            }
            for (int answer = 0; answer < answers; answer++) {
                int cell = counts[answer][group];
                hidden[answer][group] = of < LEAST_GROUP || (answers > 1 && cell > 0 && cell < LEAST_CELL);
            }
        }
        boolean more = true;
        while (more) {
            more = false;
            for (int answer = 0; answer < answers; answer++) {
                boolean[] begun = new boolean[groups];
                for (int group = 0; group < groups; group++) {
                    int each = group;
                    begun[group] = Arrays.stream(hidden).anyMatch(row -> row[each]);
                }
                int other = alone(hidden[answer], counts[answer], begun);
                if (other >= 0) {
                    hidden[answer][other] = true;
                    more = true;
                }
            }
            for (int group = 0; answers > 1 && group < groups; group++) {
                boolean[] column = new boolean[answers];
                boolean[] begun = new boolean[answers];
                int[] people = new int[answers];
                for (int answer = 0; answer < answers; answer++) {
                    column[answer] = hidden[answer][group];
                    people[answer] = counts[answer][group];
                    for (boolean each : hidden[answer]) {
                        begun[answer] |= each;
                    }
                }
                int other = alone(column, people, begun);
                if (other >= 0) {
                    hidden[other][group] = true;
                    more = true;
                }
            }
        }
        return hidden;
    }

    /**
     * Where one alone is hidden, the smallest of the others; -1 where there is nothing to do.
     *
     * @param begun those of which something is hidden elsewhere: they go first, so that large groups beside them stay whole
     */
    private static int alone(boolean[] hidden, int[] people, boolean[] begun) {
        int count = 0;
        for (boolean each : hidden) {
            count += each ? 1 : 0;
        }
        if (count != 1) {
            return -1;
        }
        int best = -1;
        for (int i = 0; i < hidden.length; i++) {
            if (!hidden[i] && (best < 0 || (begun[i] == begun[best] ? people[i] < people[best] : begun[i]))) {
                best = i;
            }
        }
        return best;
    }

    /** Whether a group is hidden altogether. */
    static boolean isWhole(boolean[][] hidden, int group) {
        return Arrays.stream(hidden).allMatch(row -> row[group]);
    }
}
