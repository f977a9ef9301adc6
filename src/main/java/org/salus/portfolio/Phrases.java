package org.salus.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Finds phrases in a text. From the left, the longest phrase wins and hides shorter ones inside it: where "food security" stands, "security" is not
 * found. Words match as a whole; a word of a phrase may end in an asterisk and then matches what begins with it.
 *
 * @param <T> what a phrase stands for
 */
final class Phrases<T> {
    private static final int MOST_WORDS_ALIKE = 16;
    private static final int LONGEST = 16;

    /** Phrases found from one word up to before another: more than one where a word is known both as itself and by its stem. */
    record Hit<T>(List<T> values, int from, int to) {}

    private final WordIndex index = new WordIndex();
    private final List<Map<Integer, Integer>> steps = new ArrayList<>(List.of(new HashMap<>()));
    private final Map<Integer, T> values = new LinkedHashMap<>();

    /** The value of a phrase, made by {@code fresh} when the phrase is new. */
    T at(String phrase, Supplier<T> fresh) {
        int state = 0;
        int length = 0;
        for (String part : phrase.strip().split("\\s+", -1)) {
            boolean isStem = part.endsWith("*");
            Words words = new Words(isStem ? part.substring(0, part.length() - 1) : part, Integer.MAX_VALUE);
            for (int i = 0; i < words.count(); i++) {
                int word = index.add(words.folded(i) + (isStem && i == words.count() - 1 ? "*" : ""));
                int from = state;
                state = steps.get(from).computeIfAbsent(word, unknown -> {
                    steps.add(new HashMap<>());
                    return steps.size() - 1;
                });
                length++;
            }
        }
        if (length == 0 || length > LONGEST) {
            throw new IllegalArgumentException("A phrase has one to " + LONGEST + " words: " + phrase);
        }
        return values.computeIfAbsent(state, unknown -> fresh.get());
    }

    /** What is found, from left to right, without overlaps. */
    List<Hit<T>> find(Words words) {
        int count = words.count();
        int[][] known = new int[count][];
        int[] scratch = new int[MOST_WORDS_ALIKE];
        for (int i = 0; i < count; i++) {
            int found = index.find(words.letters(), words.lettersFrom(i), words.lettersTo(i), scratch);
            known[i] = found == 0 ? NOTHING : Arrays.copyOf(scratch, found);
        }
        List<Hit<T>> hits = new ArrayList<>();
        int at = 0;
        while (at < count) {
            Longest longest = new Longest(at);
            if (known[at].length > 0) {
                follow(words, known, 0, at, longest);
            }
            if (longest.values.isEmpty()) {
                at++;
            } else {
                hits.add(new Hit<>(List.copyOf(longest.values), at, longest.end));
                at = longest.end;
            }
        }
        return hits;
    }

    private static final int[] NOTHING = {};

    /** The phrases that reach farthest; several where a word is known both as itself and by its stem. */
    private final class Longest {
        private final List<T> values = new ArrayList<>(1);
        private final int start;
        private int end;

        Longest(int start) {
            this.start = start;
            this.end = start;
        }
    }

    private void follow(Words words, int[][] known, int state, int at, Longest longest) {
        T value = values.get(state);
        if (value != null && at >= longest.end) {
            if (at > longest.end) {
                longest.values.clear();
                longest.end = at;
            }
            longest.values.add(value);
        }
        if (at == known.length || (at > longest.start && words.startsThought(at))) {
            return;
        }
        Map<Integer, Integer> onward = steps.get(state);
        for (int word : known[at]) {
            Integer next = onward.get(word);
            if (next != null) {
                follow(words, known, next, at + 1, longest);
            }
        }
    }
}
