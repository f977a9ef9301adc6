package org.salus.portal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.evidence.Codes;
import org.salus.evidence.Rates;
import org.salus.framework.Field;
import org.salus.framework.ReformArea;
import org.salus.framework.Wording;
import org.salus.portfolio.Amounts;
import org.salus.portfolio.AreaSupport;
import org.salus.portfolio.DonorSupport;
import org.salus.portfolio.LeftOut;
import org.salus.portfolio.LeftOutRow;
import org.salus.portfolio.Measure;
import org.salus.portfolio.SortedActivity;
import org.salus.portfolio.SupportMap;
import org.salus.portfolio.SupportRow;

/** The tables behind a map of support, for files and pages: codes and names, unrounded, each with the row of totals it adds up to. */
public final class SupportTables {

    private final Wording wording;

    public SupportTables(Wording wording) {
        this.wording = wording;
    }

    /** One row per reform area. */
    public Table areas(SupportMap map) {
        List<Column> columns = new ArrayList<>(
                List.of(Column.text("area", word("area")), Column.integer("activities", word("activities"), "")));
        columns.addAll(money(map));
        List<List<Cell>> rows = new ArrayList<>();
        for (AreaSupport area : map.areas()) {
            List<Cell> row = new ArrayList<>(List.of(area(area.area()), Cell.number(area.activities())));
            row.addAll(money(area.amounts()));
            rows.add(row);
        }
        List<Cell> total = new ArrayList<>(
                List.of(Cell.text(word("total")), Cell.number(map.activities().size())));
        total.addAll(money(map.totals()));
        return new Table(caption("areas", map), columns, rows, Optional.of(total));
    }

    /** One row per donor, one column per area. */
    public Table matrix(SupportMap map, Measure measure) {
        String measured = wording.say("portfolio.measure." + measure.word());
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("donor", word("donor")));
        for (ReformArea area : ReformArea.values()) {
            columns.add(Column.decimal(key(area), area.code() + " " + wording.say(area.label()), map.currency(), 0)
                    .measuring(measured)
                    .withCodedKey());
        }
        columns.add(Column.decimal("total", word("total"), map.currency(), 0).measuring(measured));
        List<List<Cell>> rows = new ArrayList<>();
        for (DonorSupport donor : map.donors()) {
            List<Cell> row = new ArrayList<>();
            row.add(Cell.text(BriefJson.donorName(donor.name(), wording)));
            for (ReformArea area : ReformArea.values()) {
                row.add(Cell.number(map.cell(donor.name(), area).amounts().of(measure)));
            }
            row.add(Cell.number(donor.amounts().of(measure)));
            rows.add(row);
        }
        List<Cell> total = new ArrayList<>();
        total.add(Cell.text(word("total")));
        map.areas().forEach(area -> total.add(Cell.number(area.amounts().of(measure))));
        total.add(Cell.number(map.totals().of(measure)));
        return new Table(
                wording.say("portal.table.matrix", map.country().inText(wording), measured),
                columns,
                rows,
                Optional.of(total));
    }

    /**
     * One row per donor with the names it has in the files.
     *
     * @param reform only named donors of reform areas, with what they give there
     */
    Table donors(SupportMap map, boolean reform) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("donor", word("donor")),
                Column.text("kind", word("kind")),
                Column.text("names", word("names")),
                Column.integer("activities", word("activities"), ""),
                Column.integer("joint", word("joint"), "")));
        columns.addAll(money(map));
        List<List<Cell>> rows = new ArrayList<>();
        Amounts sum = Amounts.ZERO;
        for (DonorSupport donor : donorsOf(map, reform)) {
            Amounts amounts = reform ? reform(map, donor) : donor.amounts();
            sum = sum.plus(amounts);
            List<Cell> row = new ArrayList<>(List.of(
                    Cell.text(BriefJson.donorName(donor.name(), wording)),
                    Cell.text(kind(donor.kind())),
                    Cell.text(String.join("; ", donor.names())),
                    Cell.number(reform ? reformActivities(map, donor) : donor.activities()),
                    Cell.number(donor.joint())));
            row.addAll(money(amounts));
            rows.add(row);
        }
        List<Cell> total = new ArrayList<>(List.of(
                Cell.text(word("total")),
                Cell.blank(""),
                Cell.blank(""),
                reform ? Cell.blank("") : Cell.number(map.activities().size()),
                Cell.blank("")));
        total.addAll(money(sum));
        return new Table(caption(reform ? "donors-of-reform" : "donors", map), columns, rows, Optional.of(total));
    }

    /** What a donor is, in words. */
    String kind(String kind) {
        String key = "portal.donor-kind." + kind;
        return wording.knows(key) ? wording.say(key) : kind;
    }

    /** Every donor, or only the named ones with activities in reform areas. */
    public static List<DonorSupport> donorsOf(SupportMap map, boolean reform) {
        return map.donors().stream()
                .filter(donor -> !reform
                        || (!donor.name().equals(DonorSupport.SEVERAL)
                                && !donor.name().equals(DonorSupport.UNNAMED)
                                && map.areas().stream()
                                        .anyMatch(area -> area.area().isSsr()
                                                && map.cell(donor.name(), area.area())
                                                                .activities()
                                                        > 0)))
                .toList();
    }

    private static long reformActivities(SupportMap map, DonorSupport donor) {
        return map.rows().stream()
                .filter(row -> row.area().isSsr() && row.donor().equals(donor.name()))
                .map(SupportRow::activity)
                .distinct()
                .count();
    }

    private static Amounts reform(SupportMap map, DonorSupport donor) {
        Amounts sum = Amounts.ZERO;
        for (AreaSupport area : map.areas()) {
            if (area.area().isSsr()) {
                sum = sum.plus(map.cell(donor.name(), area.area()).amounts());
            }
        }
        return sum;
    }

    /** One row per year, one column per field, {@code none} and {@code ?}; the last row is money without a year, so that it adds up. */
    public Table years(SupportMap map, Measure measure) {
        String measured = wording.say("portfolio.measure." + measure.word());
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("year", word("year")));
        for (Field field : Field.values()) {
            columns.add(Column.decimal(
                            "field_" + field.code(), field.code() + " " + wording.say(field.label()), map.currency(), 0)
                    .measuring(measured)
                    .withCodedKey());
        }
        for (ReformArea area : List.of(ReformArea.NONE, ReformArea.CANNOT_BE_TOLD)) {
            columns.add(Column.decimal(key(area), wording.say(area.label()), map.currency(), 0)
                    .measuring(measured)
                    .withCodedKey());
        }
        columns.add(Column.decimal("total", word("total"), map.currency(), 0).measuring(measured));
        List<List<Cell>> rows = new ArrayList<>();
        for (int year : map.years()) {
            rows.add(year(map, measure, String.valueOf(year), year));
        }
        if (map.hasUndated()) {
            rows.add(year(map, measure, word("no-year"), null));
        }
        List<Cell> total = new ArrayList<>();
        total.add(Cell.text(word("total")));
        for (Field field : Field.values()) {
            total.add(Cell.number(sum(map, measure, null, field)));
        }
        total.add(Cell.number(sum(map, measure, ReformArea.NONE, null)));
        total.add(Cell.number(sum(map, measure, ReformArea.CANNOT_BE_TOLD, null)));
        total.add(Cell.number(map.totals().of(measure)));
        return new Table(
                wording.say("portal.table.years", map.country().inText(wording), measured),
                columns,
                rows,
                Optional.of(total));
    }

    private List<Cell> year(SupportMap map, Measure measure, String name, @Nullable Integer year) {
        List<Cell> row = new ArrayList<>();
        row.add(Cell.text(name));
        BigDecimal whole = BigDecimal.ZERO;
        for (Field field : Field.values()) {
            BigDecimal sum = map.ofYear(year, field).of(measure);
            whole = whole.add(sum);
            row.add(Cell.number(sum));
        }
        for (ReformArea area : List.of(ReformArea.NONE, ReformArea.CANNOT_BE_TOLD)) {
            BigDecimal sum = map.ofYear(year, area).of(measure);
            whole = whole.add(sum);
            row.add(Cell.number(sum));
        }
        row.add(Cell.number(whole));
        return row;
    }

    private static BigDecimal sum(SupportMap map, Measure measure, @Nullable ReformArea area, @Nullable Field field) {
        return map.rows(new SupportMap.Filter(measure, area, field, null, null, null, null)).stream()
                .map(SupportRow::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** One row per activity. */
    public Table activities(SupportMap map, List<SortedActivity> activities) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("identifier", word("identifier")),
                Column.text("title", word("title")),
                Column.text("area", word("area")),
                Column.decimal("confidence", word("confidence"), "", 2),
                Column.text("shares", word("shares")),
                Column.text("donors", word("donors")),
                Column.text("status", word("status")),
                Column.date("start", word("start")),
                Column.date("end", word("end")),
                Column.text("source", word("source"))));
        columns.addAll(money(map));
        List<List<Cell>> rows = new ArrayList<>();
        Amounts sum = Amounts.ZERO;
        for (SortedActivity sorted : activities) {
            sum = sum.plus(sorted.amounts());
            List<Cell> row = new ArrayList<>(List.of(
                    Cell.text(sorted.activity().identifier()),
                    Cell.text(sorted.activity().title()),
                    area(sorted.sorting().area()),
                    Cell.number(sorted.sorting().confidence()),
                    Cell.text(sorted.sorting().shares().entrySet().stream()
                            .map(share -> share.getKey().code() + " "
                                    + share.getValue().stripTrailingZeros().toPlainString())
                            .collect(Collectors.joining("; "))),
                    Cell.text(String.join("; ", sorted.donors())),
                    status(sorted.activity().status()),
                    day(sorted.activity().start()),
                    day(sorted.activity().end()),
                    Cell.text(sorted.activity().source())));
            row.addAll(money(sorted.amounts()));
            rows.add(row);
        }
        List<Cell> total = new ArrayList<>();
        total.add(Cell.text(word("total")));
        for (int i = 1; i < 10; i++) {
            total.add(Cell.blank(""));
        }
        total.addAll(money(sum));
        return new Table(caption("activities", map), columns, rows, Optional.of(total));
    }

    /** The rows behind a figure, with the sum they add up to; the last column is named after the currency of the map. */
    public Table rows(SupportMap map, List<SupportRow> rows) {
        boolean dollars = map.currency().equals(Rates.DOLLAR);
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("activity", word("identifier")),
                Column.text("title", word("title")),
                Column.integer("transaction", word("transaction"), ""),
                Column.text("measure", word("measure")),
                Column.text("year", word("year")),
                Column.text("donor", word("donor")),
                Column.text("area", word("area")),
                Column.decimal("amount", word("amount"), "", 2),
                Column.text("currency", word("currency")),
                Column.decimal("per_usd", word("per-usd"), "", 6),
                Column.text("rate_year", word("rate-year")),
                Column.text("rate_source", word("rate-source"))));
        if (!dollars) {
            columns.add(
                    Column.decimal("into_per_usd", wording.say("portal.column.into-per-usd", map.currency()), "", 6));
            columns.add(Column.text("into_rate_source", wording.say("portal.column.into-rate-source", map.currency())));
        }
        columns.add(Column.decimal("country_percent", word("country-percent"), "%", 2));
        columns.add(Column.decimal("area_percent", word("area-percent"), "%", 2));
        columns.add(Column.decimal(map.currency().toLowerCase(Locale.ROOT), map.currency(), "", 2));
        List<List<Cell>> cells = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (SupportRow row : rows) {
            sum = sum.add(row.value());
            List<Cell> line = new ArrayList<>(List.of(
                    Cell.text(row.activity()),
                    Cell.text(row.title()),
                    Cell.number(row.transaction()),
                    Cell.text(wording.say("portfolio.measure." + row.measure().word())),
                    Cell.text(row.year() == null ? "" : String.valueOf(row.year())),
                    Cell.text(BriefJson.donorName(row.donor(), wording)),
                    area(row.area()),
                    Cell.number(row.amount()),
                    Cell.text(row.currency())));
            boolean rated = dollars || row.isConverted();
            // The value date chooses the rate, and its year need not be the year of the flow; both rates are of one
            // year.
            line.addAll(rate(row.rate(), rated));
            line.add(
                    line.size() - 1, rated ? Cell.text(String.valueOf(row.rate().year())) : Cell.blank(""));
            if (!dollars) {
                line.addAll(rate(row.into(), rated));
            }
            line.addAll(List.of(
                    Cell.number(row.countryPercent()), Cell.number(row.areaPercent()), Cell.number(row.value())));
            cells.add(line);
        }
        List<Cell> total = new ArrayList<>();
        total.add(Cell.text(word("total")));
        for (int i = 1; i < columns.size() - 1; i++) {
            total.add(Cell.blank(""));
        }
        total.add(Cell.number(sum));
        return new Table(caption("rows", map), columns, cells, Optional.of(total));
    }

    /** Money that is not converted has no rate. */
    private List<Cell> rate(Rates.Rate rate, boolean rated) {
        return rated
                ? List.of(Cell.number(rate.perUsd()), Cell.text(rate.source()))
                : List.of(Cell.blank(""), Cell.text(word("not-converted")));
    }

    /**
     * What is in no figure, and why: a line for each reason, measure and currency, so that every line is the sum of its own rows. Measures are never added: a commitment and
     * its disbursement are the same money.
     */
    public Table leftOut(SupportMap map) {
        List<Column> columns = List.of(
                Column.text("reason", word("reason")),
                Column.integer("transactions", word("transactions"), ""),
                Column.integer("activities", word("activities"), ""),
                Column.text("measure", word("measure")),
                Column.text("currency", word("currency")),
                Column.decimal("amount", word("amount"), "", 2));
        record Line(LeftOut.Reason reason, String measure, String currency) {}
        Map<Line, List<LeftOutRow>> lines = new TreeMap<>(
                Comparator.comparing(Line::reason).thenComparing(Line::measure).thenComparing(Line::currency));
        for (LeftOutRow row : map.leftOutRows()) {
            lines.computeIfAbsent(
                            new Line(
                                    row.reason(),
                                    row.measure() == null ? "" : row.measure().word(),
                                    row.summedIn()),
                            first -> new ArrayList<>())
                    .add(row);
        }
        List<List<Cell>> rows = new ArrayList<>();
        lines.forEach((line, members) -> rows.add(List.of(
                reason(line.reason()),
                Cell.number(members.stream()
                        .filter(row -> row.transaction() != null)
                        .count()),
                Cell.number(
                        members.stream().map(LeftOutRow::activity).distinct().count()),
                line.measure().isEmpty()
                        ? Cell.blank("")
                        : Cell.text(wording.say("portfolio.measure." + line.measure()))
                                .withCode(line.measure()),
                line.currency().isEmpty() ? Cell.blank("") : Cell.text(line.currency()),
                line.currency().isEmpty() ? Cell.blank("") : Cell.number(amount(members)))));
        return new Table(caption("left-out", map), columns, rows);
    }

    /** The transactions, or whole activities, behind a line of what is left out. */
    public Table leftOutRows(SupportMap map, List<LeftOutRow> rows) {
        List<List<Cell>> cells = new ArrayList<>();
        for (LeftOutRow row : rows) {
            cells.add(List.of(
                    reason(row.reason()),
                    Cell.text(row.activity()),
                    Cell.text(row.title()),
                    row.transaction() == null ? Cell.blank("") : Cell.number(row.transaction()),
                    Cell.text(
                            row.measure() == null
                                    ? ""
                                    : wording.say(
                                            "portfolio.measure." + row.measure().word())),
                    Cell.text(row.year() == null ? "" : String.valueOf(row.year())),
                    Cell.text(row.currency() == null ? "" : row.currency()),
                    row.amount() == null ? Cell.blank("") : Cell.number(row.amount())));
        }
        Optional<List<Cell>> total =
                rows.stream().map(LeftOutRow::summedIn).distinct().count() == 1
                        ? Optional.of(List.of(
                                Cell.text(word("total")),
                                Cell.blank(""),
                                Cell.blank(""),
                                Cell.number(rows.stream()
                                        .filter(row -> row.transaction() != null)
                                        .count()),
                                Cell.blank(""),
                                Cell.blank(""),
                                Cell.blank(""),
                                Cell.number(amount(rows))))
                        : Optional.empty();
        return new Table(
                caption("left-out-rows", map),
                List.of(
                        Column.text("reason", word("reason")),
                        Column.text("activity", word("identifier")),
                        Column.text("title", word("title")),
                        Column.integer("transaction", word("transaction"), ""),
                        Column.text("measure", word("measure")),
                        Column.text("year", word("year")),
                        Column.text("currency", word("currency")),
                        Column.decimal("amount", word("amount"), "", 2)),
                cells,
                total);
    }

    private Cell reason(LeftOut.Reason reason) {
        return Cell.text(wording.say("portfolio.left-out." + reason.code())).withCode(reason.code());
    }

    private static BigDecimal amount(List<LeftOutRow> rows) {
        BigDecimal sum = BigDecimal.ZERO;
        for (LeftOutRow row : rows) {
            if (row.amount() != null) {
                sum = sum.add(row.amount());
            }
        }
        return sum;
    }

    /** An IATI status by its name, with its code. */
    public static Cell status(@Nullable String code) {
        return code == null
                ? Cell.blank("")
                : Cell.text(Codes.shipped().find("ActivityStatus", code).orElse(code))
                        .withCode(code);
    }

    private Cell area(ReformArea area) {
        return Cell.text(wording.say(area.label())).withCode(area.code());
    }

    private static Cell day(java.time.@Nullable LocalDate day) {
        return day == null ? Cell.blank("") : Cell.day(day);
    }

    private static String key(ReformArea area) {
        return area == ReformArea.CANNOT_BE_TOLD ? "area_unknown" : "area_" + area.code();
    }

    private List<Column> money(SupportMap map) {
        List<Column> columns = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            columns.add(Column.decimal(
                    measure.word(), wording.say("portfolio.measure." + measure.word()), map.currency(), 0));
        }
        return columns;
    }

    private static List<Cell> money(Amounts amounts) {
        List<Cell> cells = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            cells.add(Cell.number(amounts.of(measure)));
        }
        return cells;
    }

    private String word(String column) {
        return wording.say("portal.column." + column);
    }

    private String caption(String table, SupportMap map) {
        return wording.say("portal.table." + table, map.country().inText(wording));
    }
}
