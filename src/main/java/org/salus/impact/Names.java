package org.salus.impact;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names that somebody may have meant. */
final class Names {
    private static final int OFFERED = 4;

    private Names() {}

    /** The nearest of some names, in quotes, nearest first. */
    static String nearest(String wanted, List<String> names) {
        String sought = wanted.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> !name.isBlank())
                .distinct()
                .sorted(Comparator.comparingInt((String name) -> apart(sought, name.toLowerCase(Locale.ROOT))))
                .limit(OFFERED)
                .map(name -> "\"" + name + "\"")
                .collect(Collectors.joining(", "));
    }

    /** How many letters have to be changed; one name within the other is near whatever its length. */
    private static int apart(String one, String other) {
        if (one.length() > 2 && other.contains(one)) {
            return 1;
        }
        int[] before = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[other.length() + 1];
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(changed, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[other.length()];
    }
}
