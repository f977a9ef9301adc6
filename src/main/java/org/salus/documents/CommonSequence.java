package org.salus.documents;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The longest sequence that two lists have in common, by the greedy algorithm of Myers ("An O(ND) Difference Algorithm and Its Variations", 1986). Lists that have next to
 * nothing in common are not searched to the end: after a bounded number of differences the rest counts as different, so that hostile lists take no quadratic time.
 */
final class CommonSequence {
    private static final int MOST_DIFFERENCES = 2_000;

    private CommonSequence() {}

    /** Pairs of an index in the first and one in the second list, both rising. */
    static List<int[]> of(List<String> one, List<String> other) {
        int start = 0;
        int most = Math.min(one.size(), other.size());
        while (start < most && one.get(start).equals(other.get(start))) {
            start++;
        }
        int end = 0;
        while (end < most - start && one.get(one.size() - 1 - end).equals(other.get(other.size() - 1 - end))) {
            end++;
        }
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < start; i++) {
            pairs.add(new int[] {i, i});
        }
        for (int[] pair : middle(one.subList(start, one.size() - end), other.subList(start, other.size() - end))) {
            pairs.add(new int[] {pair[0] + start, pair[1] + start});
        }
        for (int i = end; i > 0; i--) {
            pairs.add(new int[] {one.size() - i, other.size() - i});
        }
        return pairs;
    }

    private static List<int[]> middle(List<String> one, List<String> other) {
        int differences = Math.min(one.size() + other.size(), MOST_DIFFERENCES);
        int[] furthest = new int[2 * differences + 3];
        List<int[]> steps = new ArrayList<>();
        int zero = differences + 1;
        for (int d = 0; d <= differences; d++) {
            for (int k = -d; k <= d; k += 2) {
                boolean isDown = k == -d || (k != d && furthest[zero + k - 1] < furthest[zero + k + 1]);
                int x = isDown ? furthest[zero + k + 1] : furthest[zero + k - 1] + 1;
                int y = x - k;
                while (x < one.size()
                        && y < other.size()
                        && x >= 0
                        && y >= 0
                        && one.get(x).equals(other.get(y))) {
                    x++;
                    y++;
                }
                furthest[zero + k] = x;
                if (x >= one.size() && y >= other.size()) {
                    return back(steps, d, k, one.size());
                }
            }
            // Of step d only the diagonals from -d to d can have been reached.
            int[] reached = new int[2 * d + 3];
            System.arraycopy(furthest, zero - d - 1, reached, 0, reached.length);
            steps.add(reached);
        }
        return List.of();
    }

    private static List<int[]> back(List<int[]> steps, int last, int diagonal, int end) {
        List<int[]> pairs = new ArrayList<>();
        int k = diagonal;
        int x = end;
        for (int d = last; d > 0; d--) {
            int[] before = steps.get(d - 1);
            boolean isDown = k == -d || (k != d && at(before, d - 1, k - 1) < at(before, d - 1, k + 1));
            int from = isDown ? k + 1 : k - 1;
            int start = at(before, d - 1, from);
            int reached = isDown ? start : start + 1;
            for (; x > reached; x--) {
                pairs.add(new int[] {x - 1, x - 1 - k});
            }
            x = start;
            k = from;
        }
        for (; x > 0; x--) {
            pairs.add(new int[] {x - 1, x - 1 - k});
        }
        Collections.reverse(pairs);
        return pairs;
    }

    private static int at(int[] reached, int d, int k) {
        int index = k + d + 1;
        return index < 0 || index >= reached.length ? -1 : reached[index];
    }
}
