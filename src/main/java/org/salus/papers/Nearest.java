package org.salus.papers;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Which of the names there are somebody may have meant. */
final class Nearest {
    private static final int NAMED = 3;

    private Nearest() {}

    /** The few that need the fewest letters changed, the nearest first. */
    static List<String> of(String typed, Collection<String> names) {
        return names.stream()
                .distinct()
                .sorted(Comparator.comparingInt((String name) -> distance(typed, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(NAMED)
                .toList();
    }

    /** Letters to put in, leave out or change, after Levenshtein (1966); a name that holds what was typed is nearer than any other. */
    private static int distance(String one, String other) {
        if (!one.isBlank() && Stream.of(other.split("-", -1)).anyMatch(one::equals)) {
            return 0;
        }
        int[] before = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(before[j], row[j - 1]) + 1);
            }
            before = row;
        }
        return before[other.length()];
    }
}
