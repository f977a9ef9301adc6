package org.salus.evidence;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A file to be loaded.
 *
 * @param name as people know it, without folders, with pictures of control signs in it
 * @param origin where it came from: path, address, standard input
 * @param path where its bytes are now
 * @param named whether somebody named it, rather than a folder it lies in; a file nobody named may be of a kind that Salus does not read
 */
public record LoadInput(String name, String origin, Path path, boolean named) {
    /** Signs that command a terminal or begin a line; the name of a file may hold any of them. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]");

    private static final char PICTURES = '\u2400';
    private static final char PICTURE_OF_DELETE = '\u2421';

    public LoadInput {
        name = seen(name);
        origin = seen(origin);
    }

    public LoadInput(String name, String origin, Path path) {
        this(name, origin, path, true);
    }

    /** A name with a picture of each control sign in it, so that it stays on its line and says what it is; signs without a picture become replacement signs. */
    static String seen(String name) {
        return UNSEEN.matcher(name).replaceAll(found -> {
            char sign = found.group().charAt(0);
            char picture = sign < ' ' ? (char) (PICTURES + sign) : sign == '\u007f' ? PICTURE_OF_DELETE : '\ufffd';
            return String.valueOf(picture);
        });
    }
}
