package org.salus.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds, in one walk over a word's letters, which of many known words it is and with which of many stems it begins. */
final class WordIndex {
    private static final int ALPHABET = 36;

    private int[] next = new int[ALPHABET];
    private final List<Integer> exact = new ArrayList<>(List.of(-1));
    private final List<Integer> stem = new ArrayList<>(List.of(-1));
    private int words;

    /** The number of a word, or of a stem if it ends in an asterisk; added if it is new. Letters that are not Latin are refused. */
    int add(String word) {
        boolean isStem = word.endsWith("*");
        int node = 0;
        for (int i = 0; i < word.length() - (isStem ? 1 : 0); i++) {
            int letter = letter(word.charAt(i));
            if (letter < 0) {
                throw new IllegalArgumentException("Not a word of Latin letters and digits: " + word);
            }
            int slot = node * ALPHABET + letter;
            if (next[slot] == 0) {
                exact.add(-1);
                stem.add(-1);
                if (exact.size() * ALPHABET > next.length) {
                    next = Arrays.copyOf(next, next.length * 2);
                }
                next[slot] = exact.size() - 1;
            }
            node = next[slot];
        }
        List<Integer> ends = isStem ? stem : exact;
        if (ends.get(node) < 0) {
            ends.set(node, words++);
        }
        return ends.get(node);
    }

    /** Writes the numbers of all matches into {@code found} and returns how many there are. */
    int find(char[] letters, int from, int to, int[] found) {
        int count = 0;
        int node = 0;
        for (int at = from; at < to; at++) {
            int letter = letter(letters[at]);
            if (letter < 0) {
                return count;
            }
            node = next[node * ALPHABET + letter];
            if (node == 0) {
                return count;
            }
            if (stem.get(node) >= 0 && count < found.length) {
                found[count++] = stem.get(node);
            }
        }
        if (exact.get(node) >= 0 && count < found.length) {
            found[count++] = exact.get(node);
        }
        return count;
    }

    private static int letter(char c) {
        if (c >= 'a' && c <= 'z') {
            return c - 'a';
        }
        return c >= '0' && c <= '9' ? c - '0' + 26 : -1;
    }
}
