package org.salus.documents;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Joins Arabic letters for renderers that cannot: replaces each letter by the form it takes beside its neighbours. The forms are those of Unicode's
 * Arabic Presentation Forms, read from the character names of the Java platform.
 */
final class ArabicShapes {
    private static final int ISOLATED = 0;
    private static final int FINAL = 1;
    private static final int INITIAL = 2;
    private static final int MEDIAL = 3;
    private static final char TATWEEL = '\u0640';
    private static final char LAM = '\u0644';

    /** Forms of each letter, and of lam-alef under the two letters' string; 0 where a form does not exist. */
    private static final Map<String, char[]> FORMS = forms();

    private static final Map<Character, String> LETTERS = letters();

    private ArabicShapes() {}

    /** The text with joined letters, in the same (logical) order. */
    static String join(String text) {
        if (text.chars().noneMatch(c -> c >= 0x600 && c < 0x700)) {
            return text;
        }
        StringBuilder joined = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            char[] forms = FORMS.get(String.valueOf(letter));
            if (forms == null) {
                joined.append(letter);
                continue;
            }
            int length = 1;
            if (letter == LAM && i + 1 < text.length()) {
                char[] pair = FORMS.get(text.substring(i, i + 2));
                if (pair != null) {
                    forms = pair;
                    length = 2;
                }
            }
            boolean before = forms[FINAL] != 0 && joinsForward(neighbour(text, i, -1));
            boolean after = forms[INITIAL] != 0 && joinsBackward(neighbour(text, i + length - 1, 1));
            int form = before ? (after && forms[MEDIAL] != 0 ? MEDIAL : FINAL) : after ? INITIAL : ISOLATED;
            joined.append(forms[form] == 0 ? letter : forms[form]);
            i += length - 1;
        }
        return joined.toString();
    }

    /** Presentation forms back to letters. */
    static String separate(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String letter = LETTERS.get(c);
            if (letter == null) {
                letters.append(c);
            } else {
                letters.append(letter);
            }
        }
        return letters.toString();
    }

    /** The next letter in that direction; vowel signs do not part letters. */
    private static char neighbour(String text, int from, int step) {
        for (int i = from + step; i >= 0 && i < text.length(); i += step) {
            if (Character.getType(text.charAt(i)) != Character.NON_SPACING_MARK) {
                return text.charAt(i);
            }
        }
        return ' ';
    }

    private static boolean joinsForward(char letter) {
        char[] forms = FORMS.get(String.valueOf(letter));
        return letter == TATWEEL || (forms != null && forms[INITIAL] != 0);
    }

    private static boolean joinsBackward(char letter) {
        char[] forms = FORMS.get(String.valueOf(letter));
        return letter == TATWEEL || (forms != null && forms[FINAL] != 0);
    }

    private static Map<String, char[]> forms() {
        Map<String, char[]> forms = new HashMap<>();
        for (char c = '\ufb50'; c <= '\ufefc'; c++) {
            if (c == '\ufbea') {
                c = '\ufe80';
            }
            String name = Character.getName(c);
            int form = name == null ? -1 : formOf(name);
            if (form >= 0) {
                String letter = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
                if (letter.length() <= 2 && letter.charAt(0) != ' ' && letter.charAt(0) != TATWEEL) {
                    forms.computeIfAbsent(letter, key -> new char[4])[form] = c;
                }
            }
        }
        return forms;
    }

    private static Map<Character, String> letters() {
        Map<Character, String> letters = new HashMap<>();
        FORMS.forEach((letter, forms) -> {
            for (char form : forms) {
                if (form != 0) {
                    letters.put(form, letter);
                }
            }
        });
        return letters;
    }

    private static int formOf(String name) {
        if (name.endsWith(" ISOLATED FORM")) {
            return ISOLATED;
        }
        if (name.endsWith(" FINAL FORM")) {
            return FINAL;
        }
        if (name.endsWith(" INITIAL FORM")) {
            return INITIAL;
        }
        return name.endsWith(" MEDIAL FORM") ? MEDIAL : -1;
    }
}
