package org.salus.portal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.salus.portfolio.Folding;

/**
 * Names as they are compared: without case and accents, Cyrillic and Greek letters by the Latin ones most used for them, so that a name is found in
 * whichever of these scripts it is typed. Other scripts are compared as they are: Arabic leaves out the vowels that a Latin spelling has.
 */
final class Spelling {
    private static final int MOST_WORDS = 12;
    private static final int LONGEST = 400;

    /** Shorter words differ in one letter from half of the dictionary. */
    private static final int LEAST_NEAR = 5;

    private static final int LEAST_TWO_OFF = 8;

    private static final Map<Character, String> LATIN = Map.ofEntries(
            Map.entry('а', "a"),
            Map.entry('б', "b"),
            Map.entry('в', "v"),
            Map.entry('г', "g"),
            Map.entry('ґ', "g"),
            Map.entry('д', "d"),
            Map.entry('ђ', "dj"),
            Map.entry('е', "e"),
            Map.entry('є', "ie"),
            Map.entry('ж', "zh"),
            Map.entry('з', "z"),
            Map.entry('и', "i"),
            Map.entry('і', "i"),
            Map.entry('ј', "j"),
            Map.entry('к', "k"),
            Map.entry('л', "l"),
            Map.entry('љ', "lj"),
            Map.entry('м', "m"),
            Map.entry('н', "n"),
            Map.entry('њ', "nj"),
            Map.entry('о', "o"),
            Map.entry('п', "p"),
            Map.entry('р', "r"),
            Map.entry('с', "s"),
            Map.entry('т', "t"),
            Map.entry('ћ', "c"),
            Map.entry('у', "u"),
            Map.entry('ф', "f"),
            Map.entry('х', "kh"),
            Map.entry('ц', "ts"),
            Map.entry('ч', "ch"),
            Map.entry('џ', "dzh"),
            Map.entry('ш', "sh"),
            Map.entry('щ', "shch"),
            Map.entry('ъ', ""),
            Map.entry('ы', "y"),
            Map.entry('ь', ""),
            Map.entry('э', "e"),
            Map.entry('ю', "iu"),
            Map.entry('я', "ia"),
            Map.entry('α', "a"),
            Map.entry('β', "v"),
            Map.entry('γ', "g"),
            Map.entry('δ', "d"),
            Map.entry('ε', "e"),
            Map.entry('ζ', "z"),
            Map.entry('η', "i"),
            Map.entry('θ', "th"),
            Map.entry('ι', "i"),
            Map.entry('κ', "k"),
            Map.entry('λ', "l"),
            Map.entry('μ', "m"),
            Map.entry('ν', "n"),
            Map.entry('ξ', "x"),
            Map.entry('ο', "o"),
            Map.entry('π', "p"),
            Map.entry('ρ', "r"),
            Map.entry('σ', "s"),
            Map.entry('ς', "s"),
            Map.entry('τ', "t"),
            Map.entry('υ', "y"),
            Map.entry('φ', "f"),
            Map.entry('χ', "ch"),
            Map.entry('ψ', "ps"),
            Map.entry('ω', "o"));

    private Spelling() {}

    /** The words of a text as they are compared, one space between them. */
    static String folded(String text) {
        String plain = Folding.words(text);
        StringBuilder latin = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char letter = plain.charAt(i);
            if (letter < 'Ͱ') {
                latin.append(letter);
            } else {
                latin.append(LATIN.getOrDefault(letter, String.valueOf(letter)));
            }
        }
        return latin.toString();
    }

    /** The words that somebody typed, as they are compared; the first of them, where somebody pastes a page. */
    static List<String> words(String typed) {
        String text = folded(typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed);
        List<String> words = new ArrayList<>();
        if (!text.isBlank()) {
            for (String word : text.strip().split(" ", -1)) {
                if (!word.isEmpty() && words.size() < MOST_WORDS && !words.contains(word)) {
                    words.add(word);
                }
            }
        }
        return words;
    }

    /** Whether two different words may be two spellings of one: one letter apart, or two where the word is long. Letters that changed places count as one. */
    static boolean isNear(String typed, String known) {
        int allowed = typed.length() >= LEAST_TWO_OFF ? 2 : 1;
        return typed.length() >= LEAST_NEAR
                && Math.abs(typed.length() - known.length()) <= allowed
                && distance(typed, known, allowed) <= allowed;
    }

    /** Optimal string alignment distance (Damerau 1964), or more than is allowed as soon as it can only be more. */
    private static int distance(String one, String other, int allowed) {
        int width = other.length() + 1;
        int[] before = new int[width];
        int[] last = new int[width];
        int[] next = new int[width];
        Arrays.setAll(last, column -> column);
        for (int row = 1; row <= one.length(); row++) {
            next[0] = row;
            int least = row;
            for (int column = 1; column < width; column++) {
                boolean isSame = one.charAt(row - 1) == other.charAt(column - 1);
                int steps = Math.min(last[column - 1] + (isSame ? 0 : 1), Math.min(last[column], next[column - 1]) + 1);
                boolean isSwapped = row > 1
                        && column > 1
                        && one.charAt(row - 1) == other.charAt(column - 2)
                        && one.charAt(row - 2) == other.charAt(column - 1);
                next[column] = isSwapped ? Math.min(steps, before[column - 2] + 1) : steps;
                least = Math.min(least, next[column]);
            }
            if (least > allowed) {
                return least;
            }
            int[] free = before;
            before = last;
            last = next;
            next = free;
        }
        return last[other.length()];
    }
}
