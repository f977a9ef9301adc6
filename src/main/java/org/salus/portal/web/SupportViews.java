package org.salus.portal.web;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.salus.documents.Cell;
import org.salus.documents.ChartOption;
import org.salus.documents.Column;
import org.salus.documents.Hue;
import org.salus.documents.Table;
import org.salus.documents.Tint;
import org.salus.evidence.Rates;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.TableView;
import org.salus.framework.Field;
import org.salus.framework.ReformArea;
import org.salus.framework.Wording;
import org.salus.portal.BriefJson;
import org.salus.portal.CountryQuestion;
import org.salus.portal.CountryTables;
import org.salus.portal.CrsCheck;
import org.salus.portal.Shown;
import org.salus.portal.SupportTables;
import org.salus.portfolio.DonorSupport;
import org.salus.portfolio.Measure;
import org.salus.portfolio.SupportMap;

/** The map of support as a page shows it: coloured, and with every figure leading to the rows it is a sum of. */
final class SupportViews {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final int OPEN_DONORS = 15;

    private final CountryQuestion question;
    private final SupportMap map;
    private final Measure measure;
    private final Layout layout;
    private final Wording wording;
    private final SupportTables tables;

    SupportViews(CountryQuestion question, SupportMap map, Measure measure, Layout layout) {
        this.question = question;
        this.map = map;
        this.measure = measure;
        this.layout = layout;
        this.wording = layout.wording();
        this.tables = new SupportTables(wording);
    }

    /** A field above the columns of its areas. */
    record Band(String name, String css, int span) {}

    /** A column: its code, what the code stands for in a word or two, in full, and in a sentence. */
    record Head(String code, String word, String name, String text, String css) {}

    /** Donors by reform area, with the heads of its columns. */
    record HeatMap(List<Band> bands, List<Head> heads, TableView table) {}

    HeatMap heatMap() {
        List<Band> bands = new ArrayList<>();
        for (Field field : Field.values()) {
            bands.add(new Band(
                    field.code() + " " + wording.say(field.label()),
                    new Tint(Shown.hue(field), 4).className(),
                    ReformArea.of(field).size()));
        }
        long others = shownAreas().stream().filter(area -> !area.isSsr()).count();
        if (others > 0) {
            bands.add(new Band(wording.say("portal.support.others"), "", (int) others));
        }
        return new HeatMap(
                bands,
                shownAreas().stream()
                        .map(area -> new Head(
                                area.code(),
                                wording.say("portal.support.word." + area.code()),
                                wording.say(area.label()),
                                wording.say("framework.area." + area.code() + ".text"),
                                Colours.tint(area)))
                        .toList(),
                matrix());
    }

    /** Donors without a figure in the shown columns are left out; the sums are those of the shown columns. */
    private TableView matrix() {
        List<ReformArea> shown = shownAreas();
        List<ReformArea> reform = shown.stream().filter(ReformArea::isSsr).toList();
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("donor", wording.say("portal.column.donor")));
        for (ReformArea area : shown) {
            columns.add(Column.decimal(
                    area == ReformArea.CANNOT_BE_TOLD ? "area_unknown" : "area_" + area.code(),
                    area.code() + " " + wording.say(area.label()),
                    map.currency(),
                    0));
        }
        columns.add(Column.decimal("total", wording.say("portal.column.total"), map.currency(), 0));
        BigDecimal largest = map.donors().stream()
                .flatMap(donor -> reform.stream().map(area -> cell(donor, area)))
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ONE);
        List<List<Cell>> rows = map.donors().stream()
                .filter(donor ->
                        shown.stream().anyMatch(area -> cell(donor, area).signum() != 0))
                .sorted(Comparator.comparing((DonorSupport donor) -> sum(donor, reform))
                        .thenComparing(donor -> sum(donor, shown))
                        .reversed()
                        .thenComparing(DonorSupport::name))
                .map(donor -> {
                    List<Cell> row = new ArrayList<>();
                    row.add(Cell.text(BriefJson.donorName(donor.name(), wording))
                            .withLink(uri(activities().with("donor", donor.name()))));
                    for (ReformArea area : shown) {
                        BigDecimal value = cell(donor, area);
                        row.add(
                                value.signum() == 0
                                        ? Cell.blank("")
                                        : Cell.number(value)
                                                .withTint(Shown.heat(area, value, largest))
                                                .withLink(uri(rows().with("donor", donor.name())
                                                        .with("area", area.code()))));
                    }
                    row.add(Cell.number(sum(donor, shown))
                            .withLink(uri(onlyReform(rows().with("donor", donor.name())))));
                    return List.copyOf(row);
                })
                .toList();
        List<Cell> footer = new ArrayList<>();
        footer.add(Cell.text(wording.say("portal.column.total")));
        BigDecimal whole = BigDecimal.ZERO;
        for (ReformArea area : shown) {
            BigDecimal value = ofArea(area);
            whole = whole.add(value);
            footer.add(Cell.number(value).withLink(uri(rows().with("area", area.code()))));
        }
        footer.add(Cell.number(whole).withLink(uri(onlyReform(rows()))));
        return TableView.of(
                        "matrix",
                        new Table(
                                wording.say(
                                        "portal.support.caption",
                                        map.country().inText(wording),
                                        wording.say("portfolio.measure." + measure.word()),
                                        map.currency()),
                                columns,
                                rows,
                                Optional.of(footer)),
                        layout)
                .withShortMoney()
                .withFold(OPEN_DONORS)
                .withFiles(question.file("matrix"));
    }

    /** The whole of an area. */
    BigDecimal ofArea(ReformArea area) {
        return map.areas().stream()
                .filter(support -> support.area() == area)
                .map(support -> support.amounts().of(measure))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Money per year by field, as a picture and as a table; empty where no transaction has a year. */
    Optional<ChartView> years() {
        if (map.years().isEmpty()) {
            return Optional.empty();
        }
        List<Integer> years = drawnYears();
        List<ChartOption.Series> series = new ArrayList<>();
        for (Field field : Field.values()) {
            series.add(series(
                    field.code() + " " + wording.say(field.label()),
                    Tint.of(Shown.hue(ReformArea.of(field).getFirst())),
                    years.stream()
                            .map(year -> map.ofYear(year, field).of(measure))
                            .toList()));
        }
        for (ReformArea area : List.of(ReformArea.NONE, ReformArea.CANNOT_BE_TOLD)) {
            if (question.shows(area)) {
                series.add(series(
                        wording.say(area.label()),
                        Tint.of(area == ReformArea.NONE ? Hue.NONE : Hue.UNKNOWN),
                        years.stream()
                                .map(year -> map.ofYear(year, area).of(measure))
                                .toList()));
            }
        }
        ChartOption chart = new ChartOption(
                ChartOption.Kind.STACKED_BARS,
                finding(),
                wording.say("portal.years.unit", map.currency()),
                wording.say("portal.column.year"),
                years.stream().map(String::valueOf).toList(),
                series);
        return Optional.of(ChartView.of(chart, yearsTable()));
    }

    /** What the OECD was told beside what is loaded, year by year; empty where neither has a year. */
    static Optional<ChartView> crs(CrsCheck crs, TableView table, Layout layout) {
        if (crs.years().isEmpty()) {
            return Optional.empty();
        }
        Wording wording = layout.wording();
        Map<Integer, CrsCheck.Year> byYear =
                crs.years().stream().collect(Collectors.toMap(CrsCheck.Year::year, year -> year));
        List<Integer> years = IntStream.rangeClosed(
                        crs.years().getFirst().year(), crs.years().getLast().year())
                .boxed()
                .toList();
        ChartOption chart = new ChartOption(
                ChartOption.Kind.BARS,
                wording.say("portal.crs.finding"),
                // Years without loaded amounts are said in the answer above it: a second line would lie under the key
                // on a phone.
                wording.say("portal.years.unit", Rates.DOLLAR),
                wording.say("portal.column.year"),
                years.stream().map(String::valueOf).toList(),
                List.of(
                        new ChartOption.Series(
                                wording.say("portal.column.crs"),
                                new Tint(Hue.ACCENT, 5),
                                drawn(years, byYear, CrsCheck.Year::crsUsd)),
                        // A paler step would not be seen on the page.
                        new ChartOption.Series(
                                wording.say("portal.column.loaded"),
                                new Tint(Hue.ACCENT, 4),
                                drawn(years, byYear, year -> year.loadedUsd().valueIfAny()))));
        return Optional.of(ChartView.of(chart, table.withShortMoney()));
    }

    private static List<Optional<BigDecimal>> drawn(
            List<Integer> years,
            Map<Integer, CrsCheck.Year> byYear,
            Function<CrsCheck.Year, Optional<BigDecimal>> amount) {
        return years.stream()
                .map(year ->
                        Optional.ofNullable(byYear.get(year)).flatMap(amount).map(SupportViews::millions))
                .toList();
    }

    private static BigDecimal millions(BigDecimal value) {
        return value.divide(MILLION, 3, java.math.RoundingMode.HALF_EVEN);
    }

    /** Every year from the first to the last with money in the shown columns; gaps between them are years, too. */
    private List<Integer> drawnYears() {
        List<Integer> shown = map.years().stream()
                .filter(year -> shownAreas().stream()
                        .anyMatch(area -> map.ofYear(year, area).of(measure).signum() != 0))
                .toList();
        List<Integer> ends = shown.isEmpty() ? map.years() : shown;
        return IntStream.rangeClosed(ends.getFirst(), ends.getLast()).boxed().toList();
    }

    private String finding() {
        int most = map.years().getFirst();
        BigDecimal largest = reform(most);
        for (int year : map.years()) {
            if (reform(year).compareTo(largest) > 0) {
                most = year;
                largest = reform(year);
            }
        }
        return largest.signum() == 0
                ? wording.say("portal.years.none")
                : wording.say(
                        "portal.years.finding",
                        wording.say("portfolio.measure." + measure.word()),
                        most,
                        layout.numerals().money(map.currency(), largest));
    }

    private BigDecimal reform(int year) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Field field : Field.values()) {
            sum = sum.add(map.ofYear(year, field).of(measure));
        }
        return sum;
    }

    private static ChartOption.Series series(String name, Tint tint, List<BigDecimal> values) {
        return new ChartOption.Series(
                name,
                tint,
                values.stream().map(value -> Optional.of(millions(value))).toList());
    }

    private TableView yearsTable() {
        Table plain = tables.years(map, measure);
        List<Integer> years = map.years();
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < plain.rows().size(); i++) {
            String year = i < years.size() ? String.valueOf(years.get(i)) : "without";
            rows.add(linkedYear(plain.rows().get(i), rows().with("year", year)));
        }
        return TableView.of(
                        "years",
                        new Table(
                                plain.caption(),
                                plain.columns(),
                                rows,
                                plain.footer().map(footer -> linkedYear(footer, rows()))),
                        layout)
                .withShortMoney()
                .withFiles(question.file("years"));
    }

    private static List<Cell> linkedYear(List<Cell> row, Address rows) {
        List<Cell> linked = new ArrayList<>();
        linked.add(row.getFirst());
        int column = 1;
        for (Field field : Field.values()) {
            linked.add(linked(row.get(column++), rows.with("field", field.code())));
        }
        linked.add(linked(row.get(column++), rows.with("area", ReformArea.NONE.code())));
        linked.add(linked(row.get(column++), rows.with("area", ReformArea.CANNOT_BE_TOLD.code())));
        linked.add(linked(row.get(column), rows));
        return linked;
    }

    /** Support by area with all measures; every activity counts in one area. */
    TableView areas() {
        Table plain = tables.areas(map);
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < plain.rows().size(); i++) {
            ReformArea area = map.areas().get(i).area();
            List<Cell> row = new ArrayList<>();
            Cell name = plain.rows().get(i).getFirst();
            row.add(new Cell(
                    new Cell.Content.Words(area.code() + " " + wording.say(area.label())),
                    name.code(),
                    Optional.empty(),
                    Optional.empty()));
            row.add(linked(plain.rows().get(i).get(1), activities().with("area", area.code())));
            int column = 2;
            for (Measure each : Measure.values()) {
                row.add(linked(
                        plain.rows().get(i).get(column++), question.rows(each).with("area", area.code())));
            }
            rows.add(row);
        }
        Optional<List<Cell>> footer = plain.footer().map(cells -> {
            List<Cell> row = new ArrayList<>();
            row.add(cells.getFirst());
            row.add(linked(cells.get(1), activities()));
            int column = 2;
            for (Measure each : Measure.values()) {
                row.add(linked(cells.get(column++), question.rows(each)));
            }
            return row;
        });
        return TableView.of("areas", new Table(plain.caption(), plain.columns(), rows, footer), layout)
                .withShortMoney()
                .withFiles(question.file("areas"));
    }

    List<ReformArea> shownAreas() {
        return java.util.stream.Stream.of(ReformArea.values())
                .filter(question::shows)
                .toList();
    }

    private Address rows() {
        return question.rows(measure);
    }

    /** Sums over the shown columns lead to rows of these columns. */
    private Address onlyReform(Address rows) {
        if (question.none() && question.unknown()) {
            return rows;
        }
        Address reform = rows.with("reform", "yes");
        return question.none()
                ? reform.with("also", ReformArea.NONE.code())
                : question.unknown() ? reform.with("also", ReformArea.CANNOT_BE_TOLD.code()) : reform;
    }

    private Address activities() {
        return question.activities();
    }

    private BigDecimal cell(DonorSupport donor, ReformArea area) {
        return map.cell(donor.name(), area).amounts().of(measure);
    }

    private BigDecimal sum(DonorSupport donor, List<ReformArea> areas) {
        BigDecimal sum = BigDecimal.ZERO;
        for (ReformArea area : areas) {
            sum = sum.add(cell(donor, area));
        }
        return sum;
    }

    static Cell linked(Cell cell, Address address) {
        return CountryTables.linked(cell, address);
    }

    static URI uri(@Nullable Address address) {
        return URI.create(String.valueOf(address));
    }
}
