package org.salus.portfolio;

import java.text.Normalizer;
import java.util.Locale;

/** Takes case and accents from letters, one character at a time, so that places in the original stay known. */
public final class Folding {
    private static final int TABLE = 0x2000;
    private static final String[] FOLDED = new String[TABLE];

    static {
        for (int c = 0; c < TABLE; c++) {
            FOLDED[c] = switch (c) {
                case 'ß', 'ẞ' -> "ss";
                case 'æ', 'Æ' -> "ae";
                case 'œ', 'Œ' -> "oe";
                case 'ø', 'Ø' -> "o";
                case 'ł', 'Ł' -> "l";
                case 'đ', 'Đ' -> "d";
                case 'ı' -> "i";
                default -> {
                    String bare = Normalizer.normalize(String.valueOf((char) c), Normalizer.Form.NFD)
                            .replaceAll("\\p{M}+", "")
                            .toLowerCase(Locale.ROOT);
                    yield Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK
                            ? bare
                            : " ";
                }
            };
        }
    }

    private Folding() {}

    /** What a character becomes: letters and digits, nothing for an accent that stands alone, a space for everything else. */
    static String fold(char c) {
        if (c < TABLE) {
            return FOLDED[c];
        }
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c)
                ? String.valueOf(Character.toLowerCase(c))
                : " ";
    }

    /** The words of a text without case and accents, one space between them: for order and comparison. */
    public static String words(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (char c : Normalizer.normalize(text, Normalizer.Form.NFC).toCharArray()) {
            folded.append(fold(c));
        }
        return folded.toString().strip().replaceAll(" +", " ");
    }
}
