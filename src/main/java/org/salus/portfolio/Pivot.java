package org.salus.portfolio;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Field;
import org.salus.framework.Figure;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;

/**
 * Support by two dimensions: what, when, where, who. Immutable. What has several values of a dimension, such as an activity in two places, counts in each of
 * them, once in every total; {@link #repeatedInRows} and {@link #repeatedInColumns} say how much more the lines add up to than the total.
 */
public final class Pivot {
    /**
     * A row or a column.
     *
     * @param key its value of the dimension, as in addresses
     * @param total of all that is in it, each thing once
     */
    public record Line(String key, Figure<BigDecimal> total) {}

    private final PivotAsked asked;
    private final List<Line> rows;
    private final List<Line> columns;
    private final Map<String, Map<String, Figure<BigDecimal>>> cells;
    private final Figure<BigDecimal> total;
    private final int inSeveralRows;
    private final int inSeveralColumns;

    private Pivot(
            PivotAsked asked,
            List<Line> rows,
            List<Line> columns,
            Map<String, Map<String, Figure<BigDecimal>>> cells,
            Figure<BigDecimal> total,
            int inSeveralRows,
            int inSeveralColumns) {
        this.asked = asked;
        this.rows = List.copyOf(rows);
        this.columns = List.copyOf(columns);
        this.cells = cells;
        this.total = total;
        this.inSeveralRows = inSeveralRows;
        this.inSeveralColumns = inSeveralColumns;
    }

    public PivotAsked asked() {
        return asked;
    }

    /** Areas, fields and years in their order; everything else by size, what is not told last. */
    public List<Line> rows() {
        return rows;
    }

    /** In the same order as rows. */
    public List<Line> columns() {
        return columns;
    }

    /** What is in a row and a column; empty if nothing is. */
    public Optional<Figure<BigDecimal>> cell(String row, String column) {
        return Optional.ofNullable(cells.getOrDefault(row, Map.of()).get(column));
    }

    /** The largest figure of a cell; one where there is none. */
    public BigDecimal largest() {
        return cells.values().stream()
                .flatMap(line -> line.values().stream())
                .flatMap(figure -> figure.valueIfAny().stream())
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ONE);
    }

    /** All that was asked for, each thing once. */
    public Figure<BigDecimal> total() {
        return total;
    }

    /** How many activities stand in more than one row. */
    public int inSeveralRows() {
        return inSeveralRows;
    }

    /** How many activities stand in more than one column. */
    public int inSeveralColumns() {
        return inSeveralColumns;
    }

    /** By how much the rows add up to more than the total. */
    public BigDecimal repeatedInRows() {
        return sum(rows).subtract(value(total));
    }

    /** By how much the columns add up to more than the total. */
    public BigDecimal repeatedInColumns() {
        return sum(columns).subtract(value(total));
    }

    private static BigDecimal sum(List<Line> lines) {
        return lines.stream().map(line -> value(line.total())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal value(Figure<BigDecimal> figure) {
        return figure.valueIfAny().orElse(BigDecimal.ZERO);
    }

    /** Counts entries. */
    static Pivot of(PivotAsked asked, Collection<PivotEntry> entries, SupportTraits traits) {
        Counting counting = new Counting(asked, traits);
        entries.forEach(counting::add);
        return counting.pivot();
    }

    /** Whether an entry has every value that was asked for. */
    static boolean takes(PivotAsked asked, PivotEntry entry, SupportTraits traits) {
        if (asked.reform() && !entry.area().isSsr()) {
            return false;
        }
        for (Map.Entry<PivotDimension, String> one : asked.only().entrySet()) {
            if (!entry.values(one.getKey(), traits).contains(one.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static final class Counting {
        private final PivotAsked asked;
        private final SupportTraits traits;
        private final Map<String, Map<String, Sum>> cells = new HashMap<>();
        private final Map<String, Sum> rows = new HashMap<>();
        private final Map<String, Sum> columns = new HashMap<>();
        private final Sum total = new Sum();
        private final Set<String> severalRows = new HashSet<>();
        private final Set<String> severalColumns = new HashSet<>();

        Counting(PivotAsked asked, SupportTraits traits) {
            this.asked = asked;
            this.traits = traits;
        }

        void add(PivotEntry entry) {
            if (!takes(asked, entry, traits)) {
                return;
            }
            List<String> down = values(entry, asked.rows());
            List<String> across = values(entry, asked.columns());
            String year = asked.only(PivotDimension.YEAR).orElse(null);
            for (String row : down) {
                String rowYear = asked.rows() == PivotDimension.YEAR ? row : year;
                rows.computeIfAbsent(row, first -> new Sum()).add(entry, rowYear);
                Map<String, Sum> line = cells.computeIfAbsent(row, first -> new HashMap<>());
                for (String column : across) {
                    String both = asked.columns() == PivotDimension.YEAR ? column : rowYear;
                    line.computeIfAbsent(column, first -> new Sum()).add(entry, both);
                }
            }
            for (String column : across) {
                columns.computeIfAbsent(column, first -> new Sum())
                        .add(entry, asked.columns() == PivotDimension.YEAR ? column : year);
            }
            total.add(entry, year);
            if (down.size() > 1) {
                severalRows.add(entry.activity());
            }
            if (across.size() > 1) {
                severalColumns.add(entry.activity());
            }
        }

        /** A dimension that is narrowed to a value has no other line. */
        private List<String> values(PivotEntry entry, PivotDimension dimension) {
            return asked.only(dimension).map(List::of).orElseGet(() -> entry.values(dimension, traits));
        }

        Pivot pivot() {
            Map<String, Map<String, Figure<BigDecimal>>> figures = new HashMap<>();
            cells.forEach((row, line) -> {
                Map<String, Figure<BigDecimal>> one = new HashMap<>();
                line.forEach((column, sum) -> one.put(column, sum.figure(asked.measure())));
                figures.put(row, one);
            });
            return new Pivot(
                    asked,
                    lines(rows, asked.rows()),
                    lines(columns, asked.columns()),
                    figures,
                    total.figure(asked.measure()),
                    severalRows.size(),
                    severalColumns.size());
        }

        private List<Line> lines(Map<String, Sum> sums, PivotDimension dimension) {
            List<Line> lines = new ArrayList<>();
            sums.forEach((key, sum) -> lines.add(new Line(key, sum.figure(asked.measure()))));
            lines.sort(order(dimension));
            return lines;
        }
    }

    private static Comparator<Line> order(PivotDimension dimension) {
        Comparator<Line> byKey = Comparator.comparing(Line::key);
        return switch (dimension) {
            case AREA -> Comparator.comparingInt(line -> AREAS.indexOf(line.key()));
            case FIELD -> Comparator.comparingInt(line -> FIELDS.indexOf(line.key()));
            case YEAR ->
                Comparator.comparing((Line line) -> line.key().equals(PivotDimension.WITHOUT))
                        .thenComparing(byKey);
            case DONOR, FUNDER, IMPLEMENTER, PLACE, FLOW ->
                Comparator.comparing((Line line) -> line.key().startsWith("*"))
                        .thenComparing(line -> value(line.total()), Comparator.reverseOrder())
                        .thenComparing(byKey);
        };
    }

    private static final List<String> AREAS =
            Stream.of(ReformArea.values()).map(ReformArea::code).toList();

    private static final List<String> FIELDS = Stream.concat(
                    Stream.of(Field.values()).map(Field::code),
                    Stream.of(ReformArea.NONE, ReformArea.CANNOT_BE_TOLD).map(ReformArea::code))
            .toList();

    /** Of some entries: money, activities, months. */
    private static final class Sum {
        private BigDecimal money = BigDecimal.ZERO;
        private @Nullable Set<String> known;
        private @Nullable Set<String> unknown;
        private @Nullable BitSet months;

        /** Adds an entry; of an activity the months of a year, or all. */
        void add(PivotEntry entry, @Nullable String year) {
            UnderWay underWay = entry.underWay();
            if (underWay == null) {
                money = money.add(entry.value());
                return;
            }
            if (underWay.isKnown()) {
                known = with(known, entry.activity());
                BitSet so = months == null ? new BitSet() : months;
                underWay.ofYear(year).addTo(so);
                months = so;
            } else {
                unknown = with(unknown, entry.activity());
            }
        }

        private static Set<String> with(@Nullable Set<String> some, String one) {
            Set<String> all = some == null ? new HashSet<>() : some;
            all.add(one);
            return all;
        }

        Figure<BigDecimal> figure(PivotMeasure measure) {
            int told = known == null ? 0 : known.size();
            int untold = unknown == null ? 0 : unknown.size();
            return switch (measure) {
                case ACTIVITIES -> Figure.known(BigDecimal.valueOf((long) told + untold));
                case MONTHS -> months(told, untold);
                case COMMITMENTS, DISBURSEMENTS, EXPENDITURES, PLANNED_DISBURSEMENTS, BUDGETS -> Figure.known(money);
            };
        }

        private Figure<BigDecimal> months(int told, int untold) {
            BigDecimal count = BigDecimal.valueOf(months == null ? 0 : months.cardinality());
            if (untold == 0) {
                return Figure.known(count);
            }
            Sentence why = Sentence.of("portfolio.pivot.undated", untold);
            return told == 0 ? Figure.unknown(why) : Figure.partial(count, why);
        }
    }
}
