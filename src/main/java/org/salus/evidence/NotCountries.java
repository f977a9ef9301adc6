package org.salus.evidence;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Names that stand where a country is expected and are none: totals, aggregates, former states, parts of countries. */
final class NotCountries {
    private static final NotCountries SHIPPED = read();

    private final Map<String, String> kinds = new HashMap<>();

    private NotCountries() {}

    static NotCountries shipped() {
        return SHIPPED;
    }

    boolean has(String name) {
        return kinds.containsKey(Countries.fold(name));
    }

    /** Whether the name stands for the sum of all recipients or countries. */
    boolean isTotal(String name) {
        return "total".equals(kinds.get(Countries.fold(name)));
    }

    private static NotCountries read() {
        try (InputStream bytes =
                        Objects.requireNonNull(NotCountries.class.getResourceAsStream("reference/not-countries.csv"));
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            NotCountries names = new NotCountries();
            rows.forEach(row -> names.kinds.put(Countries.fold(row.getField("name")), row.getField("kind")));
            return names;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
