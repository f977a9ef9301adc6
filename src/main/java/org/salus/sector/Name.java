package org.salus.sector;

import java.util.Locale;

/**
 * What an actor is called in one language.
 *
 * @param language a tag of BCP 47 such as {@code fr}; {@code und} where it is not told
 */
public record Name(String language, String text) {
    /** A name in a language that nobody told. */
    public static Name of(String text) {
        return new Name("und", text);
    }

    /** Whether the tag has the form of one. */
    public static boolean isLanguage(String tag) {
        return tag.equals("und") || !Locale.forLanguageTag(tag).toLanguageTag().equals("und");
    }
}
