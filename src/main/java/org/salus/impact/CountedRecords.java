package org.salus.impact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/**
 * A table of records (agreements, laws, cases) as figures: how many there are per unit and year. A year without a record has no figure, or none where the table is said to be complete
 * there; where it is open whether a row counts there is none either, since one that may be too small would be none. All that is not counted is said.
 */
final class CountedRecords {
    private static final Pattern YEAR = Pattern.compile("(\\d{4})(-\\d{2}(-\\d{2}.*)?)?");
    private static final Pattern YEARS = Pattern.compile("(\\d{4})\\s*[-–]\\s*(\\d{4})");
    private static final Set<String> YES = Set.of("1", "1.0", "yes", "y", "true", "x");
    private static final Set<String> NO = Set.of("0", "0.0", "no", "n", "false");
    private static final int MOST_YEARS = 300;
    /** As many lines of at least nine characters are what a study keeps of a table. */
    private static final int MOST_FIGURES = StudyTable.MOST_CHARACTERS / 9;

    /**
     * How to count.
     *
     * @param by column of the units
     * @param year column of years or dates
     * @param distinct column whose different values are counted; empty to count rows
     * @param where column that says whether a row counts; empty if each does
     * @param covers first and last year for which the table is complete; empty if that is not known
     */
    record Asked(String by, String year, String distinct, String where, String covers) {}

    /**
     * What was counted.
     *
     * @param table unit, year, count
     * @param says what was counted, and what was not
     */
    record Counted(PanelTable table, List<Sentence> says) {}

    private static final class Cell {
        private final Set<String> values = new HashSet<>();
        private int rows;
        private boolean isOpen;
    }

    private final Map<String, NavigableMap<Integer, Cell>> units = new TreeMap<>();
    private final Map<String, Integer> left = new HashMap<>();

    private CountedRecords() {}

    /**
     * Counts.
     *
     * @throws Failure in the field that names no column or no years, or if nothing can be counted
     */
    static Counted of(PanelTable table, Asked asked) {
        return new CountedRecords().counted(table, asked);
    }

    private Counted counted(PanelTable table, Asked asked) {
        int by = table.column(asked.by(), "count-by");
        int when = table.column(asked.year(), "count-year");
        int distinct = asked.distinct().isEmpty() ? -1 : table.column(asked.distinct(), "count-distinct");
        int where = asked.where().isEmpty() ? -1 : table.column(asked.where(), "count-where");
        int[] covers = covers(asked.covers());
        Set<List<String>> seen = new HashSet<>();
        for (PanelTable.Row row : table.rows()) {
            Matcher year = YEAR.matcher(row.cell(when));
            if (row.cell(by).isEmpty()) {
                leave("unit");
            } else if (!year.matches()) {
                leave("year");
            } else if (covers.length > 0 && isOutside(Integer.parseInt(year.group(1)), covers)) {
                leave("outside");
            } else if (!seen.add(row.cells().stream().map(String::strip).toList())) {
                leave("twice");
            } else {
                Cell cell = units.computeIfAbsent(row.cell(by), first -> new TreeMap<>())
                        .computeIfAbsent(Integer.valueOf(year.group(1)), first -> new Cell());
                count(
                        cell,
                        distinct < 0 ? "-" : row.cell(distinct),
                        where < 0 ? "yes" : row.cell(where).toLowerCase(Locale.ROOT));
            }
        }
        if (units.isEmpty()) {
            throw Failure.wrongUse(Sentence.of("impact.count.nothing", table.name()))
                    .advising(Sentence.of("impact.count.nothing.advice"))
                    .at("count-year");
        }
        return new Counted(told(table.name(), asked, covers), says(table, asked));
    }

    private static boolean isOutside(int year, int[] covers) {
        return year < covers[0] || year > covers[1];
    }

    private static int[] covers(String text) {
        if (text.isEmpty()) {
            return new int[0];
        }
        Matcher years = YEARS.matcher(text);
        if (years.matches()) {
            int[] covers = {Integer.parseInt(years.group(1)), Integer.parseInt(years.group(2))};
            if (covers[0] <= covers[1] && covers[1] - covers[0] < MOST_YEARS) {
                return covers;
            }
        }
        throw Failure.wrongUse(Sentence.of("impact.count.no-years", text)).at("count-covers");
    }

    private void leave(String why) {
        left.merge(why, 1, Integer::sum);
    }

    private void count(Cell cell, String value, String counts) {
        if (NO.contains(counts)) {
            return;
        }
        if (value.isEmpty() || !YES.contains(counts)) {
            cell.isOpen = true;
            leave("open");
            return;
        }
        cell.rows++;
        cell.values.add(value);
    }

    private PanelTable told(String name, Asked asked, int[] covers) {
        if (covers.length > 0) {
            refuseMore(name, units.size() * (covers[1] - covers[0] + 1L));
            units.values()
                    .forEach(years -> IntStream.rangeClosed(covers[0], covers[1])
                            .forEach(year -> years.computeIfAbsent(year, none -> new Cell())));
        }
        refuseMore(name, units.values().stream().mapToLong(Map::size).sum());
        PanelTable.Gathered gathered = new PanelTable.Gathered(name);
        gathered.add(1, List.of("unit", "year", "count"));
        long line = 1;
        for (Map.Entry<String, NavigableMap<Integer, Cell>> unit : units.entrySet()) {
            for (Map.Entry<Integer, Cell> year : unit.getValue().entrySet()) {
                Cell cell = year.getValue();
                if (!cell.isOpen) {
                    int count = asked.distinct().isEmpty() ? cell.rows : cell.values.size();
                    gathered.add(++line, List.of(unit.getKey(), String.valueOf(year.getKey()), String.valueOf(count)));
                }
            }
        }
        if (line == 1) {
            throw Failure.wrongUse(Sentence.of("impact.count.all-open", name))
                    .at(asked.where().isEmpty() ? "count-distinct" : "count-where");
        }
        return gathered.table();
    }

    private static void refuseMore(String name, long figures) {
        if (figures > MOST_FIGURES) {
            throw Failure.wrongUse(Sentence.of("impact.count.too-many", name, figures, MOST_FIGURES))
                    .at("count-by");
        }
    }

    private List<Sentence> says(PanelTable table, Asked asked) {
        List<Sentence> says = new ArrayList<>();
        says.add(
                asked.distinct().isEmpty()
                        ? Sentence.of("impact.count.rows", table.name(), asked.by(), asked.year())
                        : Sentence.of(
                                "impact.count.distinct", table.name(), asked.by(), asked.year(), asked.distinct()));
        if (!asked.where().isEmpty()) {
            says.add(Sentence.of("impact.count.where", asked.where()));
        }
        if (!asked.covers().isEmpty()) {
            says.add(Sentence.of("impact.count.covers", asked.covers()));
        }
        for (String why : List.of("unit", "year", "outside", "twice", "open")) {
            int count = left.getOrDefault(why, 0);
            if (count > 0) {
                says.add(Sentence.of("impact.count.left." + why, count));
            }
        }
        return says;
    }
}
