package org.salus.evidence;

import org.salus.framework.Wording;

/**
 * A country or territory.
 *
 * @param iso3 ISO 3166-1 alpha-3 code, {@code XKX} for Kosovo
 * @param iso2 ISO 3166-1 alpha-2 code, {@code XK} for Kosovo
 * @param name short English name
 */
public record Country(String iso3, String iso2, String name) {
    /** Its name as it stands in the middle of a sentence: with its article, where the language gives it one. */
    public String inText(Wording wording) {
        String key = "evidence.country." + iso3;
        return wording.knows(key) ? wording.say(key) : name;
    }
}
