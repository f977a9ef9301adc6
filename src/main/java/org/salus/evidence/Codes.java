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
import java.util.Optional;
import java.util.function.Consumer;

/** Names of the codes in open data: IATI's code lists and DAC's purpose codes, with withdrawn ones. */
public final class Codes {
    private static final Codes SHIPPED = new Codes();

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> purposes = new HashMap<>();

    private Codes() {
        read("codes.csv", row -> names.put(key(row.getField("codelist"), row.getField("code")), row.getField("name")));
        read("purpose-codes.csv", row -> purposes.put(row.getField("code"), row.getField("name")));
    }

    /** The lists that come with the program. */
    public static Codes shipped() {
        return SHIPPED;
    }

    /**
     * The English name of a code.
     *
     * @param list as IATI names it: {@code TransactionType}, {@code OrganisationType}, {@code PolicyMarker}
     * @param code in the form of IATI 2
     */
    public Optional<String> find(String list, String code) {
        return Optional.ofNullable(names.get(key(list, code)));
    }

    /** DAC's name of a purpose code with five digits or a category with three. */
    public Optional<String> findPurpose(String code) {
        return Optional.ofNullable(purposes.get(code));
    }

    private static String key(String list, String code) {
        return list + ' ' + code;
    }

    private static void read(String file, Consumer<NamedCsvRecord> each) {
        try (InputStream bytes = Objects.requireNonNull(Codes.class.getResourceAsStream("reference/" + file));
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            rows.forEach(each);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
