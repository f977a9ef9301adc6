package org.salus.goals;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.salus.evidence.Countries;
import org.salus.evidence.Country;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Charter;

/**
 * Which series of open data: the same in every snapshot.
 *
 * @param country ISO 3166-1 alpha-3 code
 * @param code within the type: {@code v-dem-indices/liberal}, a type of violence or {@code all}, a reform area or {@code ssr}, a purpose
 */
public record SeriesKey(SeriesType type, String country, String code) {
    private static final int LONGEST = 200;
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{3}");

    /** As it stands in addresses and commands. */
    public static Optional<SeriesKey> find(String written) {
        String[] parts = written.strip().split(":", 3);
        return parts.length < 3
                ? Optional.empty()
                : SeriesType.find(parts[0])
                        .map(type -> new SeriesKey(type, parts[1], parts[2]))
                        .filter(SeriesKey::isWhole);
    }

    boolean isWhole() {
        return COUNTRY.matcher(country).matches() && !code.isBlank() && code.length() <= LONGEST;
    }

    /**
     * The country as people name it. A place of one's own, such as an invented country, is in no list of countries: where a workspace is about it alone, it is called as
     * the workspace is, with its code; else nobody knows more than the code. It is said in the language of the sentence that it is filled into.
     *
     * @param charter of the workspace that follows the series
     */
    public Object countryIn(Charter charter) {
        return named(country, charter);
    }

    /** The same by itself, in a language. */
    public String countryIn(Charter charter, Wording wording) {
        Object named = countryIn(charter);
        return named instanceof Sentence sentence ? wording.say(sentence) : named.toString();
    }

    /** What to call the country of a code in a workspace, to be filled into a sentence. */
    static Object named(String code, Charter charter) {
        return Countries.shipped()
                .findByCode(code)
                .map(Country::inSentence)
                .orElseGet(() -> charter.countries().equals(List.of(code))
                        ? Sentence.of("goals.series.own-place", charter.name(), code)
                        : code);
    }

    /** The publisher's table it is a column of; empty for what is no table. */
    Optional<String> table() {
        int slash = code.indexOf('/');
        return type == SeriesType.TABLE && slash > 0 ? Optional.of(code.substring(0, slash)) : Optional.empty();
    }

    @Override
    public String toString() {
        return type.code() + ":" + country + ":" + code;
    }
}
