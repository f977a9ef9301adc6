package org.salus.evidence;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The table of countries, found by any of the codes and names that publishers use. */
public final class Countries {
    private static final Countries SHIPPED = read();

    /** The codes that ISO 3166-1 leaves to its users: AAA to AAZ, QMA to QZZ, XAA to XZZ and ZZA to ZZZ. */
    private static final Pattern LEFT_TO_USERS = Pattern.compile("AA[A-Z]|Q[M-Z][A-Z]|X[A-Z]{2}|ZZ[A-Z]");

    private final List<Country> all;
    private final Map<String, Country> byCode = new HashMap<>();
    private final Map<String, Country> byName = new HashMap<>();
    private final Map<Country, List<String>> otherNames = new HashMap<>();
    private final Map<Integer, Country> byGleditschWard = new HashMap<>();
    private final Map<Integer, Country> byCorrelatesOfWar = new HashMap<>();

    private Countries(List<Country> all) {
        this.all = all;
    }

    /** The table that comes with the program. */
    public static Countries shipped() {
        return SHIPPED;
    }

    /** Every country, by name. */
    public List<Country> all() {
        return all;
    }

    /** By ISO 3166-1 code with two or three letters, in any case. */
    public Optional<Country> findByCode(String code) {
        return Optional.ofNullable(byCode.get(code.strip().toUpperCase(Locale.ROOT)));
    }

    /**
     * A place of one's own, an invented country for instance: known by a code of three letters that ISO 3166-1 leaves to its users and that the table gives to
     * nobody. It is in no list of countries; only what names its code speaks of it, and that is what it is called.
     */
    public Optional<Country> findOwn(String code) {
        String written = code.strip().toUpperCase(Locale.ROOT);
        return LEFT_TO_USERS.matcher(written).matches() && !byCode.containsKey(written)
                ? Optional.of(new Country(written, "", written))
                : Optional.empty();
    }

    /** By one of the names and spellings in use; accents, case and punctuation do not matter. */
    public Optional<Country> findByName(String name) {
        return Optional.ofNullable(byName.get(fold(name)));
    }

    /** Further names and spellings of a country that are in use, as they are written. */
    public List<String> otherNames(Country country) {
        return otherNames.getOrDefault(country, List.of());
    }

    /** By Gleditsch and Ward's number, as UCDP uses it. */
    public Optional<Country> findByGleditschWard(int number) {
        return Optional.ofNullable(byGleditschWard.get(number));
    }

    /** By number in the Correlates of War project's list of states. */
    public Optional<Country> findByCorrelatesOfWar(int number) {
        return Optional.ofNullable(byCorrelatesOfWar.get(number));
    }

    /**
     * By ISO 3166-1 code.
     *
     * @throws UnknownCountry if no country has this code
     */
    public Country get(String iso3) {
        return findByCode(iso3).orElseThrow(() -> new UnknownCountry(iso3));
    }

    /** A name as it is compared: without accents, case and punctuation. */
    static String fold(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                out.append(c);
            } else if (c == '&') {
                out.append("and");
            }
        }
        return out.toString();
    }

    private static Countries read() {
        try (InputStream bytes =
                        Objects.requireNonNull(Countries.class.getResourceAsStream("reference/countries.csv"));
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            List<Country> all = new ArrayList<>();
            Countries countries = new Countries(all);
            for (NamedCsvRecord row : rows) {
                Country country = new Country(row.getField("iso3"), row.getField("iso2"), row.getField("name"));
                all.add(country);
                countries.byCode.put(country.iso3(), country);
                if (!country.iso2().isEmpty()) {
                    countries.byCode.put(country.iso2(), country);
                }
                countries.byName.put(fold(country.name()), country);
                for (String other : row.getField("other_names").split("\\|", -1)) {
                    if (!other.isBlank()) {
                        countries.byName.put(fold(other), country);
                        countries
                                .otherNames
                                .computeIfAbsent(country, first -> new ArrayList<>())
                                .add(other.strip());
                    }
                }
                String war = row.getField("cow");
                if (!war.isBlank()) {
                    countries.byCorrelatesOfWar.put(Integer.valueOf(war.strip()), country);
                }
                String number = row.getField("gwno");
                if (!number.isBlank()) {
                    countries.byGleditschWard.put(Integer.valueOf(number.strip()), country);
                }
            }
            all.sort(Comparator.comparing(Country::name));
            return countries;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
