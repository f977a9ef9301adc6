package org.salus.goals;

import java.util.Optional;
import java.util.regex.Pattern;
import org.salus.evidence.Countries;
import org.salus.framework.Wording;

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

    /** The country as people name it; its code where it is none of ours. */
    public String countryIn(Wording wording) {
        return Countries.shipped()
                .findByCode(country)
                .map(known -> known.inText(wording))
                .orElse(country);
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
