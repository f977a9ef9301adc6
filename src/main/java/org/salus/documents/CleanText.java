package org.salus.documents;

/**
 * Text without the characters that XML 1.0 forbids, and those that turn round the order of what follows them; each becomes the replacement character, so that a
 * reader sees that something stood there.
 */
public final class CleanText {
    private CleanText() {}

    /** The text without them; the same text where it has none. */
    public static String of(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0xd800 || isTurning(c)) {
                return cleaned(text);
            }
        }
        return text;
    }

    private static String cleaned(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(isAllowed(c) ? c : 0xfffd));
        return clean.toString();
    }

    private static boolean isTurning(int c) {
        return c == 0x202d || c == 0x202e;
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= ' ' && c < 0xd800 && !isTurning(c))
                || (c >= 0xe000 && c <= 0xfffd)
                || c >= 0x10000;
    }
}
