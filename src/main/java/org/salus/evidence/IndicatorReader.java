package org.salus.evidence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads figures per country and year, or counts records, as a descriptor says. */
final class IndicatorReader implements TableReader {
    /** With three digits after the comma it could as well stand between thousands. */
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?(0,\\d{1,20}|\\d{1,20},(\\d{1,2}|\\d{4,20}))");

    private static final int FIRST_YEAR = 1700;
    private static final int LAST_YEAR = 2200;

    private final Countries countries;
    private final Descriptors descriptors;

    IndicatorReader(Countries countries, Descriptors descriptors) {
        this.countries = countries;
        this.descriptors = descriptors;
    }

    @Override
    public int format() {
        return 2;
    }

    @Override
    public TableRows.Visitor rows(String name, FactSink out) {
        descriptors.issues().forEach(out::issue);
        return new Figures(name, out);
    }

    private record Column(int index, int year, Descriptor.Indicator indicator) {}

    private final class Figures implements TableRows.Visitor {
        private final String file;
        private final FactSink out;
        private final Set<String> seen = new HashSet<>();
        private final Set<String> unknown = new HashSet<>();
        /** By descriptor: records of one kind on several sheets are counted together. */
        private final Map<String, RecordCount> counts = new LinkedHashMap<>();

        private @Nullable RecordCount count;
        private @Nullable Descriptor descriptor;
        private @Nullable TableHeader names;
        private @Nullable String sheet;
        private int countryColumn;
        private int yearColumn;
        private int indicatorColumn;
        private List<Column> columns = List.of();
        private int rowsWithoutHeader;

        Figures(String file, FactSink out) {
            this.file = file;
            this.out = out;
        }

        @Override
        public boolean sheet(String name) {
            sheet = name;
            descriptor = null;
            count = null;
            rowsWithoutHeader = 0;
            return true;
        }

        @Override
        public void formula(long line, String address) {
            if (descriptor != null) {
                issue(IssueKind.FORMULA_VALUE, line, address);
            }
        }

        @Override
        public void otherEncoding() {
            issue(IssueKind.OTHER_ENCODING, 0);
        }

        @Override
        public boolean row(long line, List<String> row) {
            Descriptor known = descriptor;
            if (known == null) {
                header(row);
                return descriptor != null || ++rowsWithoutHeader < TableReaders.HEADER_WITHIN;
            }
            RecordCount counted = count;
            if (counted != null) {
                counted.row(line, row);
                return true;
            }
            String named = TableHeader.cell(row, countryColumn);
            if (named.isEmpty()) {
                if (row.stream().anyMatch(cell -> !cell.isBlank())) {
                    issue(IssueKind.BAD_ROW, line, String.join(" ", row).strip());
                }
                return true;
            }
            Optional<Country> country = known.country(named, countries);
            if (country.isEmpty()) {
                if (unknown.add(named)) {
                    boolean aggregate = NotCountries.shipped().has(named);
                    issue(aggregate ? IssueKind.NOT_A_COUNTRY : IssueKind.UNKNOWN_COUNTRY, line, named);
                }
                return true;
            }
            int year = yearColumn < 0 ? 0 : year(TableHeader.cell(row, yearColumn), line);
            if (yearColumn >= 0 && year == 0) {
                return true;
            }
            String indicator = TableHeader.cell(row, indicatorColumn);
            for (Column column : columns) {
                if (indicatorColumn < 0 || column.indicator().key().equalsIgnoreCase(indicator)) {
                    value(
                            known,
                            column.indicator(),
                            country.get(),
                            column.year() == 0 ? year : column.year(),
                            TableHeader.cell(row, column.index()),
                            line);
                }
            }
            return true;
        }

        @Override
        public void withoutLineBreak(long line, List<String> row) {
            if (descriptor != null && names != null && names.isCut(row)) {
                issue(IssueKind.CUT_SHORT, line);
            }
        }

        @Override
        public void noMore() {
            counts.values().forEach(RecordCount::tell);
        }

        private void header(List<String> row) {
            TableHeader header = new TableHeader(row);
            String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('!')) + 1);
            Optional<Descriptor> found = descriptors.find(name, sheet, header);
            if (found.isEmpty()) {
                return;
            }
            Descriptor known = found.get();
            descriptor = known;
            names = header;
            if (known.counting() != null) {
                count = counts.computeIfAbsent(known.id(), id -> new RecordCount(known, countries, file, out))
                        .under(header);
                return;
            }
            countryColumn = header.find(known.countryColumn());
            yearColumn = known.yearColumn() == null ? -1 : header.find(known.yearColumn());
            indicatorColumn = known.indicatorColumn() == null ? -1 : header.find(known.indicatorColumn());
            List<Column> figures = new ArrayList<>();
            for (Descriptor.Indicator indicator : known.indicators()) {
                if (yearColumn < 0) {
                    for (int i = 0; i < row.size(); i++) {
                        int year = whole(row.get(i).strip());
                        if (year >= FIRST_YEAR && year <= LAST_YEAR) {
                            figures.add(new Column(i, year, indicator));
                        }
                    }
                } else {
                    String column = known.valueColumn() == null ? indicator.key() : known.valueColumn();
                    if (header.has(column)) {
                        figures.add(new Column(header.find(column), 0, indicator));
                    }
                }
            }
            columns = figures;
        }

        private void value(
                Descriptor known, Descriptor.Indicator indicator, Country country, int year, String text, long line) {
            if (known.isMissing(text)) {
                return;
            }
            BigDecimal value = Values.number(text);
            if (value == null && DECIMAL_COMMA.matcher(text).matches()) {
                value = Values.number(text.replace(',', '.'));
                issue(IssueKind.DECIMAL_COMMA, line, text);
            }
            if (value == null
                    || (indicator.lowest() != null && value.compareTo(indicator.lowest()) < 0)
                    || (indicator.highest() != null && value.compareTo(indicator.highest()) > 0)) {
                issue(IssueKind.BAD_VALUE, line, indicator.name(), text);
                return;
            }
            if (!seen.add(indicator.id() + '|' + country.iso3() + '|' + year)) {
                issue(IssueKind.REPEATED_ROW, line, country.name() + " " + year + ", " + indicator.name());
                return;
            }
            out.indicator(new IndicatorSeries(
                    known.id(),
                    indicator.id(),
                    indicator.name(),
                    indicator.unit(),
                    indicator.direction(),
                    indicator.min(),
                    indicator.max(),
                    known.publisher(),
                    known.licence(),
                    known.edition(),
                    "",
                    country.iso3(),
                    List.of(new IndicatorSeries.Value(year, value, line))));
        }

        private int year(String written, long line) {
            int year = IndicatorReader.year(written);
            if (year == 0) {
                issue(IssueKind.BAD_VALUE, line, "year", written);
            }
            return year;
        }

        private void issue(IssueKind kind, long line, String... arguments) {
            out.issue(new ImportIssue(kind, file, line, null, List.of(arguments)));
        }
    }

    /** The year of an ISO date, or a year alone; 0 if it is neither. */
    static int year(String written) {
        LocalDate date = Values.date(written);
        int year = date != null ? date.getYear() : whole(written);
        return year < FIRST_YEAR || year > LAST_YEAR ? 0 : year;
    }

    /** A whole number, also as {@code 2005.0}; 0 if it is none. */
    static int whole(String written) {
        BigDecimal number = Values.number(written);
        return number == null
                        || number.signum() < 0
                        || number.stripTrailingZeros().scale() > 0
                        || number.compareTo(BigDecimal.valueOf(100_000)) > 0
                ? 0
                : number.intValue();
    }
}
