package org.salus.evidence;

import org.salus.framework.Sentence;

/**
 * Looks at the bytes of an XML file before the parser does and refuses a tag with more attributes than any real one has: the parser holds each of them
 * against all others before anybody can count them, so that a few megabytes would take minutes.
 */
final class TagScan {
    /** The standard knows eight for one element at most; some publishers add a few of their own. */
    static final int MOST_ATTRIBUTES = 1_000;

    private static final int LONGEST_OPENING = 9;

    private enum Place {
        TEXT,
        /** Behind the bracket that opens something, until it shows what. */
        OPENING,
        TAG,
        QUOTED,
        COMMENT,
        CHARACTER_DATA,
        INSTRUCTION,
        DECLARATION
    }

    private final StringBuilder opening = new StringBuilder();
    private Place place = Place.TEXT;
    private int quote;
    private int attributes;
    /** Within the brackets of a document type, and there within a declaration. */
    private boolean subset;

    private boolean declares;

    /** The last two characters, by which the longer endings are seen. */
    private int last;

    private int beforeLast;
    /** Bytes of one character, 0 until the first bytes have told. */
    private int width;

    private final int[] head = new int[2];
    private int count;
    private int high;
    private boolean bigEndian;

    void over(byte[] buffer, int offset, int length) throws UnreadableFile {
        int end = offset + length;
        for (int i = offset; i < end; i++) {
            if (width == 1) {
                // Most of a file is text and values, of which only the end matters.
                if (place == Place.TEXT) {
                    i = next((byte) '<', buffer, i, end);
                } else if (place == Place.QUOTED) {
                    i = next((byte) quote, buffer, i, end);
                } else if (place == Place.TAG) {
                    i = nextOfTag(buffer, i, end);
                }
                if (i < end) {
                    character(buffer[i] & 0xFF);
                }
            } else {
                one(buffer[i] & 0xFF);
            }
        }
    }

    private static int next(byte wanted, byte[] buffer, int from, int end) {
        int at = from;
        while (at < end && buffer[at] != wanted) {
            at++;
        }
        return at;
    }

    /** The next byte that {@link #tag} looks at: names are most of a tag. */
    private static int nextOfTag(byte[] buffer, int from, int end) {
        int at = from;
        while (at < end) {
            byte one = buffer[at];
            // All four are smaller than any letter.
            if (one >= 0 && one <= '>' && (one == '>' || one == '=' || one == '"' || one == '\'')) {
                return at;
            }
            at++;
        }
        return at;
    }

    /** One byte of the file's first two, or of one in which characters take two bytes. */
    private void one(int one) throws UnreadableFile {
        if (width == 0) {
            head[count++] = one;
            if (count == 2) {
                boolean marked = head[0] + head[1] == 0xFE + 0xFF && (head[0] == 0xFE || head[0] == 0xFF);
                bigEndian = head[0] == 0xFE || head[0] == 0;
                width = marked || head[0] == 0 || head[1] == 0 ? 2 : 1;
                count = 0;
                for (int i = 0; i < 2; i++) {
                    one(head[i]);
                }
            }
        } else if (width == 1) {
            character(one);
        } else if (count++ % 2 == 0) {
            high = one;
        } else {
            character(bigEndian ? high << 8 | one : one << 8 | high);
        }
    }

    private void character(int c) throws UnreadableFile {
        switch (place) {
            case TEXT -> {
                if (c == '<') {
                    place = Place.OPENING;
                    opening.setLength(0);
                    attributes = 0;
                }
            }
            case OPENING -> opening(c);
            case TAG -> tag(c);
            case QUOTED -> {
                if (c == quote) {
                    place = Place.TAG;
                }
            }
            case COMMENT -> endsAt(c, '-', '-');
            case CHARACTER_DATA -> endsAt(c, ']', ']');
            case INSTRUCTION -> {
                if (c == '>' && last == '?') {
                    place = Place.TEXT;
                }
            }
            case DECLARATION -> declaration(c);
        }
        beforeLast = last;
        last = c;
    }

    private void endsAt(int c, char first, char second) {
        if (c == '>' && last == second && beforeLast == first) {
            place = Place.TEXT;
        }
    }

    /** Follows a document type as the parser passes over it, so that nothing in it makes what comes later look like something else. */
    private void declaration(int c) {
        if (quote != 0) {
            quote = c == quote ? 0 : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '[' && !subset) {
            subset = true;
        } else if (c == ']' && !declares) {
            subset = false;
        } else if (c == '<' && subset) {
            declares = true;
        } else if (c == '>' && subset) {
            declares = false;
        } else if (c == '>') {
            place = Place.TEXT;
        }
    }

    private void opening(int c) throws UnreadableFile {
        if (opening.isEmpty() && c != '!') {
            place = c == '?' ? Place.INSTRUCTION : Place.TAG;
            tag(c);
            return;
        }
        opening.append((char) c);
        String so = opening.toString();
        if (so.equals("!--")) {
            place = Place.COMMENT;
            // "<!-->" is no whole comment.
            last = 0;
        } else if (so.equals("![CDATA[")) {
            place = Place.CHARACTER_DATA;
        } else if (c == '>') {
            place = Place.TEXT;
        } else if (opening.length() == LONGEST_OPENING || !("!--".startsWith(so) || "![CDATA[".startsWith(so))) {
            place = Place.DECLARATION;
            quote = 0;
            subset = false;
            declares = false;
        }
    }

    private void tag(int c) throws UnreadableFile {
        if (place != Place.TAG) {
            return;
        }
        if (c == '>') {
            place = Place.TEXT;
        } else if (c == '"' || c == '\'') {
            place = Place.QUOTED;
            quote = c;
        } else if (c == '=' && ++attributes > MOST_ATTRIBUTES) {
            throw new UnreadableFile(Sentence.of("evidence.file.too-many-attributes", MOST_ATTRIBUTES), 0);
        }
    }
}
