package org.salus.evidence;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Term;

/**
 * Reads what some states did about several treaties: a row per act. Such a table is a part of what depositaries tell, so it speaks of the states it names and of no other; of those it tells
 * with the word {@code none} that the depositary's table does not name them.
 *
 * <p>Columns: country, treaty (as the depositary numbers it, or the name of its table), act (by its code), date, status as at, and where there is one, source.
 */
final class TreatyActReader implements TableReader {
    private static final List<String> NEEDED = List.of("country", "treaty", "act", "date", "status as at");
    private static final String NONE = "none";

    private final Countries countries;

    TreatyActReader(Countries countries) {
        this.countries = countries;
    }

    @Override
    public int format() {
        return 1;
    }

    /** Whether a table with this header is one. */
    static boolean fits(TableHeader header) {
        return header.hasAll(NEEDED);
    }

    @Override
    public TableRows.Visitor rows(String name, FactSink out) {
        return new Acts(name, out);
    }

    private final class Acts implements TableRows.Visitor {
        private final String file;
        private final FactSink out;
        private final Set<String> sources = new HashSet<>();

        /** Which acts are told of a state and a treaty; none where its table does not name the state. */
        private final Map<List<String>, Set<Optional<TreatyAct>>> told = new HashMap<>();

        private @Nullable TableHeader header;
        private int rowsWithoutHeader;

        Acts(String file, FactSink out) {
            this.file = file;
            this.out = out;
        }

        @Override
        public boolean sheet(String name) {
            header = null;
            rowsWithoutHeader = 0;
            return true;
        }

        @Override
        public void otherEncoding() {
            issue(IssueKind.OTHER_ENCODING, 0);
        }

        @Override
        public boolean row(long line, List<String> row) {
            TableHeader known = header;
            if (known == null) {
                TableHeader found = new TableHeader(row);
                if (fits(found)) {
                    header = found;
                    return true;
                }
                return ++rowsWithoutHeader < TableReaders.HEADER_WITHIN;
            }
            if (row.stream().allMatch(String::isBlank)) {
                return true;
            }
            String written = cell(known, row, "country");
            Optional<Country> country = countries.findByName(written).or(() -> countries.findByCode(written));
            String treaty = TreatyReader.treaty(cell(known, row, "treaty"));
            if (written.isEmpty() || treaty.isEmpty()) {
                issue(IssueKind.BAD_ROW, line, String.join(" ", row).strip());
            } else if (country.isEmpty()) {
                issue(IssueKind.UNKNOWN_COUNTRY, line, written);
            } else {
                act(country.get(), treaty, known, row, line);
            }
            return true;
        }

        private void act(Country country, String treaty, TableHeader known, List<String> row, long line) {
            String code = cell(known, row, "act");
            String date = cell(known, row, "date");
            String day = cell(known, row, "status as at");
            Optional<LocalDate> asAt = Optional.ofNullable(Values.date(day));
            Optional<LocalDate> on = Optional.ofNullable(Values.date(date));
            Optional<TreatyAct.Kind> kind = Term.find(TreatyAct.Kind.class, code);
            boolean isNone = code.equals(NONE);
            if (kind.isEmpty() && !isNone) {
                issue(IssueKind.BAD_VALUE, line, "act", code);
                return;
            }
            if (!date.isEmpty() && (on.isEmpty() || isNone)) {
                issue(IssueKind.BAD_VALUE, line, "date", date);
                return;
            }
            if (!day.isEmpty() && asAt.isEmpty()) {
                issue(IssueKind.BAD_VALUE, line, "status as at", day);
                return;
            }
            Optional<TreatyAct> act = kind.map(which -> new TreatyAct(treaty, country.iso3(), which, on, false, line));
            Set<Optional<TreatyAct>> before =
                    told.computeIfAbsent(List.of(treaty, country.iso3()), key -> new HashSet<>());
            // Nobody is named and not named by one table.
            if (!before.isEmpty() && (isNone || before.contains(Optional.empty()))) {
                issue(IssueKind.REPEATED_ROW, line, country.name());
                return;
            }
            // The line is no part of what is told.
            if (!before.add(act.map(one -> new TreatyAct(treaty, one.iso3(), one.kind(), one.on(), false, 0)))) {
                issue(IssueKind.REPEATED_ROW, line, country.name());
                return;
            }
            boolean isReservation =
                    kind.filter(TreatyAct.Kind.RESERVATION::equals).isPresent();
            boolean isLeaving = kind.filter(
                            which -> which == TreatyAct.Kind.WITHDRAWAL || which == TreatyAct.Kind.WITHDRAWAL_NOTIFIED)
                    .isPresent();
            if (before.size() == 1) {
                out.treaty(new TreatyFact(treaty, asAt, false, false, country.iso3(), null));
            }
            act.ifPresent(
                    one -> out.treaty(new TreatyFact(treaty, asAt, isReservation, isLeaving, country.iso3(), one)));
            String source = cell(known, row, "source");
            if (!source.isEmpty() && sources.add(source)) {
                out.licence(source);
            }
        }

        private void issue(IssueKind kind, long line, String... arguments) {
            out.issue(new ImportIssue(kind, file, line, null, List.of(arguments)));
        }
    }

    private static String cell(TableHeader header, List<String> row, String column) {
        return TableHeader.cell(row, header.find(column));
    }
}
