package org.salus.evidence;

import org.jspecify.annotations.Nullable;

/**
 * What a publisher wrote, with its language.
 *
 * @param language two-letter code as stated on the text or its activity; null if none was stated
 */
public record Text(@Nullable String language, String text) {
    /** The beginning of a longer text, with an ellipsis; no character is cut in half. */
    static String shortened(String written, int longest) {
        return written.length() <= longest ? written : written.substring(0, whole(written, longest)) + "…";
    }

    /** The largest length up to this one at which a text can be cut without leaving half a character. */
    static int whole(CharSequence text, int length) {
        return length > 0 && length < text.length() && Character.isHighSurrogate(text.charAt(length - 1))
                ? length - 1
                : length;
    }
}
