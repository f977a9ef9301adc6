package org.salus.evidence;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Names under which funders appear, and whom they stand for. The raw name is always kept beside the donor. */
public final class Donors {
    private static final Donors SHIPPED = read();

    /**
     * A donor with the name it is known by here.
     *
     * @param name a country, or an organisation that is none of a single country
     * @param kind country, multilateral, ngo, private … as in the table; {@code unknown} for a name that is not in it
     */
    public record Donor(String name, String kind) {
        private static final String UNSPECIFIED = "unspecified";

        /** Whether the name is a word that files put in the place of a donor, such as "Unspecified": it names nobody. */
        public boolean isNobody() {
            return kind.equals(UNSPECIFIED);
        }
    }

    /**
     * A line of the table.
     *
     * @param name as published
     * @param iso3 the donor's country; empty for one of no single country
     * @param agency the part of the donor that the name stands for; empty for the donor itself
     */
    public record Line(String name, Donor donor, String iso3, String agency) {}

    private final Map<String, Donor> byName = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();

    /** The table that comes with the program. */
    public static Donors shipped() {
        return SHIPPED;
    }

    /** Whom a raw name stands for; itself if the table does not know it. */
    public Donor of(String rawName) {
        Donor known = byName.get(fold(rawName));
        return known == null ? new Donor(rawName, "unknown") : known;
    }

    /** Whether two raw names stand for one donor: a country's agency is its country, whatever language a file is in. */
    public boolean isSame(String one, String other) {
        return fold(of(one).name()).equals(fold(of(other).name()));
    }

    /** The table, line by line. */
    public List<Line> lines() {
        return Collections.unmodifiableList(lines);
    }

    private static String fold(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static Donors read() {
        try (InputStream bytes = Objects.requireNonNull(Donors.class.getResourceAsStream("reference/donors.csv"));
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            Donors donors = new Donors();
            for (NamedCsvRecord row : rows) {
                Donor donor = new Donor(row.getField("donor"), row.getField("kind"));
                donors.byName.put(fold(row.getField("name")), donor);
                donors.lines.add(new Line(row.getField("name"), donor, row.getField("iso3"), row.getField("agency")));
            }
            return donors;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
