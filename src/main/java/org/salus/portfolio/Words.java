package org.salus.portfolio;

import java.util.Arrays;

/** A text cut into folded words once; each knows where it stood. Punctuation that ends a thought keeps phrases from reaching across it. */
final class Words {
    private final String text;
    private final boolean cut;
    private char[] letters = new char[256];
    private int[] letterEnds = new int[64];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private boolean[] afterBreak = new boolean[64];
    private int count;

    /** Reads at most that many characters of the text. */
    Words(String text, int limit) {
        this.text = text;
        this.cut = text.length() > limit;
        int length = Math.min(text.length(), limit);
        int used = 0;
        int start = -1;
        boolean broken = true;
        for (int at = 0; at <= length; at++) {
            String folded = at == length ? " " : Folding.fold(text.charAt(at));
            if (folded.equals(" ")) {
                if (start >= 0) {
                    close(start, at, used, broken);
                    broken = false;
                    start = -1;
                }
                broken |= at < length && endsThought(text.charAt(at));
            } else if (!folded.isEmpty()) {
                if (start < 0) {
                    start = at;
                }
                if (used + folded.length() > letters.length) {
                    letters = Arrays.copyOf(letters, letters.length * 2);
                }
                for (int i = 0; i < folded.length(); i++) {
                    letters[used++] = folded.charAt(i);
                }
            }
        }
    }

    private void close(int start, int end, int letterEnd, boolean broken) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            letterEnds = Arrays.copyOf(letterEnds, count * 2);
            afterBreak = Arrays.copyOf(afterBreak, count * 2);
        }
        starts[count] = start;
        ends[count] = end;
        letterEnds[count] = letterEnd;
        afterBreak[count] = broken;
        count++;
    }

    private static boolean endsThought(char c) {
        return switch (c) {
            case '.', ';', ':', '!', '?', '(', ')', '|', '[', ']' -> true;
            default -> false;
        };
    }

    int count() {
        return count;
    }

    /** Whether a part of the text was left unread. */
    boolean isCut() {
        return cut;
    }

    char[] letters() {
        return letters;
    }

    int lettersFrom(int word) {
        return word == 0 ? 0 : letterEnds[word - 1];
    }

    int lettersTo(int word) {
        return letterEnds[word];
    }

    boolean startsThought(int word) {
        return afterBreak[word];
    }

    /** The words as they were written, for showing: one line, at most 80 characters. */
    String original(int from, int to) {
        int end = Math.min(ends[to - 1], starts[from] + 80);
        return text.substring(starts[from], end).replaceAll("[\\s\\p{Cntrl}]+", " ");
    }

    /** Words as they are compared, joined by spaces. */
    String folded(int from, int to) {
        StringBuilder joined = new StringBuilder();
        for (int word = from; word < to; word++) {
            joined.append(word == from ? "" : " ").append(folded(word));
        }
        return joined.toString();
    }

    /** A word as it is compared. */
    String folded(int word) {
        return new String(letters, lettersFrom(word), lettersTo(word) - lettersFrom(word));
    }
}
