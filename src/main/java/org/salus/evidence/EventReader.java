package org.salus.evidence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Sentence;

/**
 * Reads UCDP's georeferenced events as its releases and other carriers write them: with or without an index column, {@code best} or {@code best_est},
 * numbers with a decimal point, a row of HXL tags under the header.
 */
final class EventReader implements TableReader {
    private static final String GOVERNMENT = "Government of ";

    private final Countries countries;

    EventReader(Countries countries) {
        this.countries = countries;
    }

    @Override
    public int format() {
        return 2;
    }

    static boolean fits(TableHeader header) {
        return header.has("id")
                && header.has("year")
                && header.has("type_of_violence")
                && header.has("side_a")
                && header.has("country")
                && header.has("best", "best_est");
    }

    @Override
    public TableRows.Visitor rows(String name, FactSink out) {
        return new Events(name, out);
    }

    private final class Events implements TableRows.Visitor {
        private final String file;
        private final FactSink out;
        private final Set<String> ids = new HashSet<>();
        private @Nullable TableHeader header;

        Events(String file, FactSink out) {
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
            return true;
        }

        @Override
        public void formula(long line, String address) {
            issue(IssueKind.FORMULA_VALUE, line, address);
        }

        @Override
        public boolean row(long line, List<String> row) {
            TableHeader columns = header;
            if (columns == null) {
                TableHeader candidate = new TableHeader(row);
                if (fits(candidate)) {
                    header = candidate;
                }
            } else if (row.stream().filter(cell -> cell.startsWith("#")).count() > 2) {
                issue(IssueKind.HXL_ROW, line);
            } else {
                event(line, row, columns);
            }
            return true;
        }

        @Override
        public void withoutLineBreak(long line, List<String> row) throws UnreadableFile {
            if (header != null && header.isCut(row)) {
                throw new UnreadableFile(Sentence.of("evidence.file.table-cut-short"), line);
            }
        }

        private void event(long line, List<String> row, TableHeader columns) {
            String id = whole(cell(row, columns, "id"));
            Integer year = number(row, columns, line, "year");
            Integer violence = number(row, columns, line, "type_of_violence");
            Integer best = number(row, columns, line, "best", "best_est");
            if (id.isEmpty() || year == null || violence == null || violence < 1 || violence > 3 || best == null) {
                issue(IssueKind.BAD_ROW, line, id);
                return;
            }
            Optional<Country> country = country(row, columns);
            if (country.isEmpty()) {
                issue(IssueKind.UNKNOWN_COUNTRY, line, cell(row, columns, "country"));
                return;
            }
            if (!ids.add(id)) {
                issue(IssueKind.REPEATED_ROW, line, id);
                return;
            }
            String actorA = cell(row, columns, "side_a");
            String actorB = cell(row, columns, "side_b");
            Integer low = number(row, columns, line, "low", "low_est");
            Integer high = number(row, columns, line, "high", "high_est");
            Integer precision = number(row, columns, line, "where_prec");
            BigDecimal latitude = coordinate(row, columns, line, "latitude", 90);
            BigDecimal longitude = coordinate(row, columns, line, "longitude", 180);
            boolean point = latitude != null && longitude != null;
            out.event(new ConflictEvent(
                    id,
                    "",
                    country.get().iso3(),
                    year,
                    date(row, columns, line, "date_start"),
                    date(row, columns, line, "date_end"),
                    violence,
                    orNull(cell(row, columns, "conflict_name")),
                    actorA,
                    orNull(actorB),
                    actorA.startsWith(GOVERNMENT)
                            || !cell(row, columns, "gwnoa").isEmpty(),
                    actorB.startsWith(GOVERNMENT)
                            || !cell(row, columns, "gwnob").isEmpty(),
                    orNull(cell(row, columns, "adm_1")),
                    point && latitude != null ? (Double) latitude.doubleValue() : null,
                    point && longitude != null ? (Double) longitude.doubleValue() : null,
                    precision == null ? 0 : precision,
                    best,
                    low == null ? best : low,
                    high == null ? best : high));
        }

        private Optional<Country> country(List<String> row, TableHeader columns) {
            String iso3 = cell(row, columns, "iso3");
            String number = whole(cell(row, columns, "country_id"));
            return (iso3.isEmpty() ? Optional.<Country>empty() : countries.findByCode(iso3))
                    .or(() -> number.matches("\\d{1,4}")
                            ? countries.findByGleditschWard(Integer.parseInt(number))
                            : Optional.empty())
                    .or(() -> countries.findByName(cell(row, columns, "country")));
        }

        /** A count, also as {@code 12.0}; null if it is none, which is reported unless the cell is empty. */
        private @Nullable Integer number(List<String> row, TableHeader columns, long line, String... names) {
            String written = cell(row, columns, names);
            if (written.isEmpty()) {
                return null;
            }
            BigDecimal value = Values.number(written);
            if (value == null
                    || value.signum() < 0
                    || value.stripTrailingZeros().scale() > 0
                    || value.compareTo(BigDecimal.valueOf(100_000_000)) > 0) {
                issue(IssueKind.BAD_VALUE, line, names[0], written);
                return null;
            }
            return value.intValueExact();
        }

        private @Nullable BigDecimal coordinate(
                List<String> row, TableHeader columns, long line, String name, int most) {
            String written = cell(row, columns, name);
            BigDecimal value = written.isEmpty() ? null : Values.number(written);
            if (value == null || value.abs().compareTo(BigDecimal.valueOf(most)) > 0) {
                if (!written.isEmpty()) {
                    issue(IssueKind.BAD_COORDINATES, line, written);
                }
                return null;
            }
            return value;
        }

        private @Nullable LocalDate date(List<String> row, TableHeader columns, long line, String name) {
            String written = cell(row, columns, name);
            LocalDate date = written.isEmpty() ? null : Values.date(written);
            if (date == null && !written.isEmpty()) {
                issue(IssueKind.BAD_DATE, line, name, written);
            }
            return date;
        }

        private void issue(IssueKind kind, long line, String... arguments) {
            out.issue(new ImportIssue(kind, file, line, null, List.of(arguments)));
        }
    }

    private static String cell(List<String> row, TableHeader columns, String... names) {
        return TableHeader.cell(row, columns.find(names));
    }

    private static String whole(String number) {
        return number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
