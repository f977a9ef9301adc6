package org.salus.evidence;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tables of an AidData release that say more than its IATI file: purpose codes of projects, the country's own sector names, locations. They
 * never become activities of their own.
 */
final class ReleaseTableReader implements SupplementReader {
    /** Grows with every change of what is read, see {@link FactReader#format()}. */
    static final int FORMAT = 3;

    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final Set<String> UNSPECIFIED = Set.of("", "unspecified", "non spécifié", "no especifica");
    private static final Set<String> DAC_CODES = dacCodes();
    private static final Pattern CATEGORY = Pattern.compile("[0-9]{3}");

    private enum Table {
        PURPOSES,
        OWN_SECTORS,
        LOCATIONS
    }

    private final Table table;

    private ReleaseTableReader(Table table) {
        this.table = table;
    }

    /** The reader of a table of a release, told by its columns and, where those are common words, its name. */
    static Optional<ReleaseTableReader> find(String file, TableHeader header) {
        if (header.hasAll(List.of("project_id", "geoname_id", "place_name", "latitude", "longitude"))
                && !header.has("project_title")) {
            return Optional.of(new ReleaseTableReader(Table.LOCATIONS));
        }
        if (header.hasAll(List.of("project_id", "ad_sector_codes", "is_geocoded")) && !header.has("geoname_id")) {
            return Optional.of(new ReleaseTableReader(Table.PURPOSES));
        }
        if (file.matches("(?i)projects?_ancillary\\.csv")
                && header.has("project", "projet")
                && header.has("sector", "secteur")) {
            return Optional.of(new ReleaseTableReader(Table.OWN_SECTORS));
        }
        return Optional.empty();
    }

    @Override
    public int format() {
        return FORMAT;
    }

    @Override
    public void read(InputStream bytes, String name, FactSink out) throws IOException {
        TableRows.text(bytes, null, new TableRows.Visitor() {
            private @Nullable TableHeader header;

            @Override
            public void otherEncoding() {
                out.issue(new ImportIssue(IssueKind.OTHER_ENCODING, name, 0, null, List.of()));
            }

            @Override
            public boolean row(long line, List<String> row) {
                TableHeader columns = header;
                if (columns == null) {
                    header = new TableHeader(row);
                    return true;
                }
                String project = TableHeader.cell(row, columns.find("project_id", "project", "projet"));
                if (project.isEmpty()) {
                    out.issue(new ImportIssue(IssueKind.BAD_ROW, name, line, null, List.of(String.join(" ", row))));
                    return true;
                }
                Supplement supplement = switch (table) {
                    case PURPOSES ->
                        new Supplement(project, categories(row, columns), purposes(row, columns), List.of());
                    case OWN_SECTORS -> new Supplement(project, List.of(), ownSectors(row, columns), List.of());
                    case LOCATIONS -> new Supplement(project, List.of(), List.of(), List.of(location(row, columns)));
                };
                if (!supplement.categories().isEmpty()
                        || !supplement.sectors().isEmpty()
                        || !supplement.locations().isEmpty()) {
                    out.supplement(supplement);
                }
                return true;
            }
        });
    }

    /** As DAC's if all codes are on DAC's list, else as AidData's own; a share is known only where there is one code. */
    private static List<SectorCode> purposes(List<String> row, TableHeader columns) {
        String[] codes = TableHeader.cell(row, columns.find("ad_purpose_codes")).split("\\|", -1);
        String[] names = TableHeader.cell(row, columns.find("ad_purpose_names")).split("\\|", -1);
        String vocabulary = DAC_CODES.containsAll(List.of(codes)) ? "1" : "6";
        List<SectorCode> sectors = new ArrayList<>();
        for (int i = 0; i < codes.length; i++) {
            String code = codes[i].strip();
            if (!code.isEmpty()) {
                sectors.add(new SectorCode(
                        vocabulary,
                        code,
                        codes.length == 1 ? ALL : null,
                        names.length == codes.length ? names[i].strip() : null));
            }
        }
        return sectors;
    }

    /** The three-digit categories, each once; those of a whole field, such as 110, are on no list of purposes. */
    private static List<SectorCode> categories(List<String> row, TableHeader columns) {
        String[] codes = TableHeader.cell(row, columns.find("ad_sector_codes")).split("\\|", -1);
        String[] names = TableHeader.cell(row, columns.find("ad_sector_names")).split("\\|", -1);
        Map<String, SectorCode> found = new LinkedHashMap<>();
        for (int i = 0; i < codes.length; i++) {
            String code = codes[i].strip();
            if (CATEGORY.matcher(code).matches()) {
                found.putIfAbsent(
                        code,
                        new SectorCode(
                                "2",
                                code,
                                codes.length == 1 ? ALL : null,
                                names.length == codes.length ? names[i].strip() : null));
            }
        }
        return List.copyOf(found.values());
    }

    private static List<SectorCode> ownSectors(List<String> row, TableHeader columns) {
        List<SectorCode> sectors = new ArrayList<>();
        own(sectors, "99", TableHeader.cell(row, columns.find("secteur", "sector")));
        own(sectors, "98", TableHeader.cell(row, columns.find("focus area")));
        return sectors;
    }

    private static void own(List<SectorCode> sectors, String vocabulary, String names) {
        String[] parts = names.split(";", -1);
        for (String part : parts) {
            String name = part.strip();
            if (!UNSPECIFIED.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                sectors.add(new SectorCode(vocabulary, name, parts.length == 1 ? ALL : null, name));
            }
        }
    }

    private static ActivityRecord.Location location(List<String> row, TableHeader columns) {
        String geoname = TableHeader.cell(row, columns.find("geoname_id"));
        return new ActivityRecord.Location(
                "geoname_id",
                orNull(TableHeader.cell(row, columns.find("place_name"))),
                null,
                degrees(TableHeader.cell(row, columns.find("latitude")), 90),
                degrees(TableHeader.cell(row, columns.find("longitude")), 180),
                null,
                orNull(TableHeader.cell(row, columns.find("geographic_exactness"))),
                orNull(TableHeader.cell(row, columns.find("location_class"))),
                orNull(TableHeader.cell(row, columns.find("location_type_code"))),
                geoname.isEmpty() ? null : "GEO " + geoname);
    }

    private static @Nullable Double degrees(String written, int most) {
        BigDecimal number = Values.number(written);
        return number == null || number.abs().compareTo(BigDecimal.valueOf(most)) > 0
                ? null
                : (Double) number.doubleValue();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Set<String> dacCodes() {
        try (InputStream bytes = Objects.requireNonNull(
                        ReleaseTableReader.class.getResourceAsStream("reference/purpose-codes.csv"));
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            Set<String> codes = new HashSet<>();
            rows.forEach(row -> codes.add(row.getField("code")));
            return Set.copyOf(codes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
