package org.salus.documents;

import java.text.Bidi;

/** Text in the order it is drawn from left to right, for renderers that know nothing of right-to-left writing. */
final class ReadingOrder {
    private static final String MIRRORED = "()[]{}<>«»‹›";

    private ReadingOrder() {}

    static boolean isLeftToRight(String text) {
        return !Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    }

    /** A line whose own direction is that of its first letter. */
    static String visual(String line) {
        if (isLeftToRight(line)) {
            return line;
        }
        return ordered(ArabicShapes.join(line), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
    }

    /** A stretch of right-to-left text with the numbers and names in it. */
    static String visualOfRightToLeft(String run) {
        return ordered(run, Bidi.DIRECTION_RIGHT_TO_LEFT);
    }

    private static String ordered(String text, int direction) {
        Bidi bidi = new Bidi(text, direction);
        int runs = bidi.getRunCount();
        byte[] levels = new byte[runs];
        String[] pieces = new String[runs];
        for (int i = 0; i < runs; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            String piece = text.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
            pieces[i] = levels[i] % 2 == 0 ? piece : turned(piece);
        }
        Bidi.reorderVisually(levels, 0, pieces, 0, runs);
        return String.join("", pieces);
    }

    private static String turned(String text) {
        StringBuilder turned = new StringBuilder(text).reverse();
        for (int i = 0; i < turned.length(); i++) {
            int at = MIRRORED.indexOf(turned.charAt(i));
            if (at >= 0) {
                turned.setCharAt(i, MIRRORED.charAt(at ^ 1));
            }
        }
        return turned.toString();
    }
}
