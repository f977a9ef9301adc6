package org.salus.evidence;

import org.salus.framework.Sentence;
import org.salus.framework.Wording;

/**
 * A country or territory.
 *
 * @param iso3 ISO 3166-1 alpha-3 code, {@code XKX} for Kosovo
 * @param iso2 ISO 3166-1 alpha-2 code, {@code XK} for Kosovo
 * @param name short English name
 */
public record Country(String iso3, String iso2, String name) {
    /** Its name as it stands in the middle of a sentence: with its article, where English gives it one; a name that is the same in every language is in no bundle. */
    public String inText(Wording wording) {
        return wording.knows(key()) ? wording.say(key()) : name;
    }

    /** The same to be filled into a sentence whose language is not known yet. */
    public Object inSentence() {
        return Wording.english().knows(key()) ? Sentence.of(key()) : name;
    }

    private String key() {
        return "evidence.country." + iso3;
    }
}
