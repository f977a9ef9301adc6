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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Sentence;

/**
 * Reads OECD's Creditor Reporting System as tables of one year: a row per recipient, a column per purpose or per donor, amounts in USD million. Header
 * names differ from year to year; the year is in the file's name. Also reads the long form {@code year, recipient_name, purpose_code, usd_million}.
 */
final class CrsReader implements TableReader {
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)((?:19|20)\\d{2})(?!\\d)");
    private static final Pattern CRS = Pattern.compile("(?i)(^|[^a-z])crs([^a-z]|$)");
    private static final Pattern CODE = Pattern.compile("\\d{1,5}");
    private static final Pattern NUMBER = Pattern.compile("[\\d.]+");
    private static final Set<String> RECIPIENT_MARKS =
            Set.of("row labels", "recipient_name", "recipientname", "recipient_code", "recipientcode", "recipient");
    private static final Set<String> DONOR_MARKS = Set.of("donor_code", "donor_name");
    private static final Set<String> NO_COLUMN = Set.of("", "grand total", "regional");
    private static final Map<String, String> DONORS = donors();

    private final Countries countries;

    CrsReader(Countries countries) {
        this.countries = countries;
    }

    @Override
    public int format() {
        return 2;
    }

    /** Whether a file with these first rows is such a table. */
    static boolean fits(String file, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return false;
        }
        if (isLong(new TableHeader(rows.getFirst()))) {
            return true;
        }
        boolean marked = rows.stream()
                .limit(2)
                .flatMap(row -> row.stream().limit(2))
                .map(CrsReader::fold)
                .anyMatch(cell -> RECIPIENT_MARKS.contains(cell) || DONOR_MARKS.contains(cell));
        boolean named = CRS.matcher(file.replace('_', ' ')).find();
        return marked
                && named
                && rows.getFirst().size() > 10
                && YEAR.matcher(file.replace('_', ' ')).find();
    }

    private static boolean isLong(TableHeader header) {
        return header.has("year")
                && header.has("recipient_name")
                && header.has("purpose_code", "donor_name")
                && header.has("usd_million");
    }

    @Override
    public TableRows.Visitor rows(String name, FactSink out) {
        String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('!')) + 1);
        return new Amounts(name, file, out);
    }

    private final class Amounts implements TableRows.Visitor {
        private final String name;
        private final String file;
        private final FactSink out;
        private final Set<String> unknown = new HashSet<>();
        private @Nullable List<String> header;
        private @Nullable TableHeader longHeader;
        private List<String> keys = List.of();
        private boolean byDonor;
        private int year;

        Amounts(String name, String file, FactSink out) {
            this.name = name;
            this.file = file;
            this.out = out;
        }

        @Override
        public void otherEncoding() {
            issue(IssueKind.OTHER_ENCODING, 0);
        }

        @Override
        public boolean sheet(String sheet) {
            header = null;
            longHeader = null;
            keys = List.of();
            return true;
        }

        @Override
        public void formula(long line, String address) {
            issue(IssueKind.FORMULA_VALUE, line, address);
        }

        @Override
        public boolean row(long line, List<String> row) throws IOException {
            TableHeader columns = longHeader;
            if (columns != null) {
                longRow(line, row, columns);
            } else if (header == null) {
                begin(row);
            } else if (row.stream()
                    .limit(2)
                    .map(CrsReader::fold)
                    .anyMatch(cell -> RECIPIENT_MARKS.contains(cell) || DONOR_MARKS.contains(cell))) {
                secondHeader(row);
            } else {
                amounts(line, row);
            }
            return true;
        }

        @Override
        public void withoutLineBreak(long line, List<String> row) throws UnreadableFile {
            if (header != null && new TableHeader(header).isCut(row)) {
                throw new UnreadableFile(Sentence.of("evidence.file.table-cut-short"), line);
            }
        }

        private void begin(List<String> row) throws IOException {
            TableHeader candidate = new TableHeader(row);
            header = row;
            if (isLong(candidate)) {
                longHeader = candidate;
                return;
            }
            Matcher stated = YEAR.matcher(file.replace('_', ' '));
            if (!stated.find()) {
                throw new UnreadableFile(Sentence.of("evidence.file.not-recognised"), 1);
            }
            year = Integer.parseInt(stated.group(1));
            boolean codes = row.stream()
                            .filter(cell -> CODE.matcher(cell.strip()).matches())
                            .count()
                    > 5;
            boolean named = file.toLowerCase(Locale.ROOT).matches(".*(sector|purpose).*");
            byDonor = row.stream().map(CrsReader::fold).anyMatch(DONOR_MARKS::contains) || (!codes && !named);
            keys = keys(row);
        }

        private void secondHeader(List<String> row) {
            byDonor = true;
            List<String> named = keys(row);
            List<String> merged = new ArrayList<>();
            for (int i = 0; i < Math.max(keys.size(), named.size()); i++) {
                String other = i < named.size() ? named.get(i) : "";
                merged.add(other.isEmpty() && i < keys.size() ? keys.get(i) : other);
            }
            keys = merged;
        }

        /** What a column is about; empty for a column that is no purpose and no donor. */
        private List<String> keys(List<String> row) {
            return row.stream()
                    .map(cell -> {
                        String folded = fold(cell);
                        boolean none = NO_COLUMN.contains(folded)
                                || RECIPIENT_MARKS.contains(folded)
                                || DONOR_MARKS.contains(folded);
                        return none ? "" : cell.strip().replaceAll("\\s+", " ");
                    })
                    .toList();
        }

        private void amounts(long line, List<String> row) {
            int at = recipientColumn(row);
            boolean empty = row.stream().skip(at + 1L).allMatch(String::isBlank);
            if (empty) {
                if (row.stream().anyMatch(cell -> !cell.isBlank())) {
                    issue(IssueKind.BAD_ROW, line, String.join(" ", row).strip());
                }
                return;
            }
            String recipient = recipient(row.get(at));
            if (recipient.equals("(blank)") || recipient.isEmpty()) {
                issue(IssueKind.BAD_ROW, line, recipient);
                return;
            }
            for (int i = 0; i < row.size(); i++) {
                String key = i < keys.size() ? keys.get(i) : "";
                if (i != at && !key.isEmpty()) {
                    String donor = byDonor ? DONORS.getOrDefault(key, key) : null;
                    amount(line, recipient, byDonor ? null : key, donor, year, row.get(i));
                }
            }
        }

        private void longRow(long line, List<String> row, TableHeader columns) {
            String recipient = recipient(TableHeader.cell(row, columns.find("recipient_name")));
            String stated = TableHeader.cell(row, columns.find("year"));
            if (!stated.matches("(19|20)\\d{2}") || recipient.isEmpty()) {
                issue(IssueKind.BAD_ROW, line, String.join(" ", row).strip());
                return;
            }
            String purpose = TableHeader.cell(row, columns.find("purpose_code"));
            String donor = TableHeader.cell(row, columns.find("donor_name"));
            amount(
                    line,
                    recipient,
                    purpose.isEmpty() ? null : purpose,
                    donor.isEmpty() ? null : donor,
                    Integer.parseInt(stated),
                    TableHeader.cell(row, columns.find("usd_million")));
        }

        private void amount(
                long line,
                String recipient,
                @Nullable String purpose,
                @Nullable String donor,
                int amountYear,
                String text) {
            if (text.isBlank()) {
                return;
            }
            BigDecimal million = Values.number(text);
            if (million == null) {
                issue(IssueKind.BAD_VALUE, line, String.valueOf(purpose == null ? donor : purpose), text);
                return;
            }
            Optional<Country> country = countries.findByName(recipient);
            if (country.isEmpty() && !NotCountries.shipped().has(recipient) && unknown.add(recipient)) {
                issue(IssueKind.UNKNOWN_COUNTRY, line, recipient);
            }
            out.crs(new CrsAmount(
                    country.map(Country::iso3).orElse(null), recipient, purpose, donor, amountYear, million, "", line));
        }

        private void issue(IssueKind kind, long line, String... arguments) {
            out.issue(new ImportIssue(kind, name, line, null, List.of(arguments)));
        }
    }

    /** The first or second column, whichever holds a name and not a code. */
    private static int recipientColumn(List<String> row) {
        String first = row.getFirst().strip();
        boolean code = first.isEmpty() || NUMBER.matcher(first).matches();
        return code && row.size() > 1 && !NUMBER.matcher(row.get(1).strip()).matches() ? 1 : 0;
    }

    private static String recipient(String written) {
        return written.strip().replace("''", "'").replaceAll("\\s+", " ");
    }

    private static String fold(String cell) {
        return cell.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> donors() {
        try (InputStream bytes =
                        Objects.requireNonNull(CrsReader.class.getResourceAsStream("reference/crs-donors.csv"));
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            Map<String, String> names = new HashMap<>();
            rows.forEach(row -> names.put(row.getField("code"), row.getField("name")));
            return Map.copyOf(names);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
