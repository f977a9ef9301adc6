package org.salus.portal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salus.appraisal.InstrumentQuestion;
import org.salus.appraisal.InstrumentRegister;
import org.salus.appraisal.InstrumentTables;
import org.salus.context.Deaths;
import org.salus.context.EventRow;
import org.salus.context.GovernancePanel;
import org.salus.context.Premise;
import org.salus.context.Premises;
import org.salus.context.Violence;
import org.salus.coordination.CoordinationQuestion;
import org.salus.coordination.Coordinations;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.evidence.ActivityRecord;
import org.salus.evidence.Codes;
import org.salus.evidence.CrsAmount;
import org.salus.evidence.IndicatorSeries;
import org.salus.evidence.Snapshot;
import org.salus.frame.web.Address;
import org.salus.frame.web.Numerals;
import org.salus.framework.Failure;
import org.salus.framework.Figure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.portfolio.CountedRow;
import org.salus.portfolio.DonorSupport;
import org.salus.portfolio.Judgements;
import org.salus.portfolio.LeftOut;
import org.salus.portfolio.LeftOutRow;
import org.salus.portfolio.Measure;
import org.salus.portfolio.OrganisationJudgements;
import org.salus.portfolio.Period;
import org.salus.portfolio.PivotAsked;
import org.salus.portfolio.PivotMeasure;
import org.salus.portfolio.SameActivityJudgements;
import org.salus.portfolio.SortedActivity;
import org.salus.portfolio.SupportMap;
import org.salus.portfolio.SupportRow;
import org.salus.portfolio.SupportTraits;
import org.salus.portfolio.Supports;

/**
 * Every table of a country by its name: the figures of its page and the rows behind them. Pages, files, API and command line ask here, each with the choices
 * of an address, and so give the same rows in the same order.
 */
public final class CountryTables {
    private static final String GOVERNANCE = "governance-";
    private static final String DEFAULT_PURPOSE = "15210";

    /** The tables every country has; others are named after the publishers whose indicators are loaded. */
    private static final Map<String, List<String>> TABLES = Map.ofEntries(
            Map.entry("areas", List.of()),
            Map.entry("donors", List.of("reform", "sort")),
            Map.entry("donor-names", List.of("sort")),
            Map.entry("matrix", List.of()),
            Map.entry("years", List.of()),
            Map.entry("activities", ActivitySelection.names()),
            Map.entry("locations", List.of("activity")),
            Map.entry("rows", RowSelection.names()),
            Map.entry("pivot", PivotQuestion.names()),
            Map.entry("places", Places.choices()),
            Map.entry("place-rows", PivotQuestion.narrowing()),
            Map.entry("under-way", PivotQuestion.narrowing()),
            Map.entry("planned-rows", PivotQuestion.narrowing()),
            Map.entry("left-out", List.of()),
            Map.entry("left-out-rows", List.of("reason", "counted_as", "published_in")),
            Map.entry("gaps", List.of()),
            Map.entry(CoordinationTables.FINDINGS, List.of(CoordinationTables.FINDING)),
            Map.entry(CoordinationTables.SPREAD, List.of()),
            Map.entry(CoordinationTables.PLANS, List.of()),
            Map.entry(CoordinationTables.SWINGS, List.of()),
            Map.entry(CoordinationTables.RECEIVED, List.of()),
            Map.entry(CoordinationTables.FIELDS, List.of()),
            Map.entry(CoordinationTables.CONTENTS, List.of()),
            Map.entry(CoordinationTables.LEVELS, List.of()),
            Map.entry(DonorTables.PROFILES, List.of(DonorTables.DONOR)),
            Map.entry(ChainTables.TOTALS, List.of()),
            Map.entry(ChainTables.SET_ASIDE, List.of()),
            Map.entry(ChainTables.PROPOSALS, List.of()),
            Map.entry("crs-years", List.of()),
            Map.entry("crs", List.of()),
            Map.entry("crs-rows", List.of("year", "purpose")),
            Map.entry("crs-world", List.of("year", "purpose")),
            Map.entry("premise-years", List.of()),
            Map.entry("premise-types", List.of()),
            Map.entry("premise-actors", List.of()),
            Map.entry("premise-units", List.of()),
            Map.entry("premise-indices", List.of()),
            Map.entry("events", List.of("year", "violence", "actor", "non_state")),
            Map.entry("indicators", List.of("descriptor", "series", "year")),
            Map.entry("treaties", List.of()));

    private static final List<String> ORDER = List.of(
            "areas",
            "donors",
            "donor-names",
            "matrix",
            "years",
            "activities",
            "locations",
            "rows",
            "pivot",
            "places",
            "place-rows",
            "under-way",
            "planned-rows",
            "left-out",
            "left-out-rows",
            "gaps",
            CoordinationTables.FINDINGS,
            CoordinationTables.SPREAD,
            CoordinationTables.PLANS,
            CoordinationTables.SWINGS,
            CoordinationTables.RECEIVED,
            CoordinationTables.FIELDS,
            CoordinationTables.CONTENTS,
            CoordinationTables.LEVELS,
            DonorTables.PROFILES,
            ChainTables.TOTALS,
            ChainTables.SET_ASIDE,
            ChainTables.PROPOSALS,
            "crs-years",
            "crs",
            "crs-rows",
            "crs-world",
            "premise-years",
            "premise-types",
            "premise-actors",
            "premise-units",
            "premise-indices",
            "events",
            "indicators",
            "treaties");

    private final Snapshot snapshot;
    private final Premises premises;
    private final Supports supports;
    private final Brief brief;
    private final CountryQuestion question;
    private final Wording wording;
    private final LocalDate today;
    private final SupportMap map;
    private final Measure measure;
    private final Address here;
    private @Nullable CoordinationTables coordination;

    /**
     * The tables of a question.
     *
     * @param brief of the question's country and period
     * @param today the day they leave the program; events younger than a year before it are totals only
     */
    public CountryTables(
            Snapshot snapshot,
            Premises premises,
            Supports supports,
            Brief brief,
            CountryQuestion question,
            LocalDate today,
            Wording wording) {
        this.snapshot = snapshot;
        this.premises = premises;
        this.supports = supports;
        this.brief = brief;
        this.question = question;
        this.today = today;
        this.wording = wording;
        this.map = brief.support();
        this.measure = question.measure().orElseGet(() -> BriefDocument.measure(brief.support()));
        this.here = question.here();
    }

    /** Tables that are asked for with measures which only pivots have. */
    private static final Set<String> OF_PIVOTS = Set.of("pivot", "places", "place-rows", "under-way", "planned-rows");

    /**
     * The question of an address about a table.
     *
     * @throws Failure if there is no such country, or the address has a word that means nothing
     */
    public static CountryQuestion question(String table, String country, Address here) {
        return OF_PIVOTS.contains(table) ? CountryQuestion.ofPivot(country, here) : CountryQuestion.of(country, here);
    }

    /** The tables that do not depend on what is loaded. */
    public static List<String> names() {
        return ORDER;
    }

    /** The tables of this country, also those of the publishers whose indicators are loaded. */
    public List<String> all() {
        return Stream.concat(
                        ORDER.stream(),
                        brief.governance().publishers().stream().map(publisher -> GOVERNANCE + publisher.descriptor()))
                .toList();
    }

    /** The choices a table takes besides those of its country, in the order of addresses. */
    public static List<String> choices(String table) {
        return TABLES.getOrDefault(table, List.of());
    }

    /** Every choice that some table takes besides those of its country. */
    public static List<String> choices() {
        Set<String> names = new LinkedHashSet<>();
        ORDER.forEach(table -> names.addAll(choices(table)));
        return List.copyOf(names);
    }

    /** The columns by which a table can be sorted as a whole. */
    public static List<String> sorting(String table) {
        return TableOrder.of(table);
    }

    /** The column this table is sorted by, with a minus if descending; empty if by none of its own. */
    public String sort(String table) {
        return TableOrder.asked(table, here).orElse(table.equals("donors") ? "-" + measure.word() : "");
    }

    /**
     * The table of that name.
     *
     * @throws Failure if there is none, or the question has a word that means nothing for it
     */
    public Table get(String name) {
        SupportTables tables = new SupportTables(wording);
        return switch (name) {
            case "areas" -> tables.areas(map);
            case "donors" -> donors();
            case "donor-names" -> donorNames();
            case "matrix" -> tables.matrix(map, measure);
            case "years" -> tables.years(map, measure);
            case "activities" ->
                linkedActivities(
                        tables.activities(
                                map,
                                ActivitySelection.of(snapshot, map, measure, here)
                                        .activities()),
                        0,
                        1);
            case "locations" -> locations();
            case "rows" -> rows(tables);
            case "pivot" -> pivot();
            case "places" -> new PlacesTables(places(), wording).places();
            case "place-rows" -> linkedActivities(new PlacesTables(places(), wording).shares(map), 0, 1);
            case "under-way" -> underWay();
            case "planned-rows" -> plannedRows();
            case "left-out" -> leftOut();
            case "left-out-rows" -> linkedActivities(tables.leftOutRows(map, leftOutRows()), 1, 2);
            case "gaps" -> gaps();
            case CoordinationTables.FINDINGS,
                    CoordinationTables.SPREAD,
                    CoordinationTables.PLANS,
                    CoordinationTables.SWINGS,
                    CoordinationTables.RECEIVED,
                    CoordinationTables.FIELDS,
                    CoordinationTables.CONTENTS,
                    CoordinationTables.LEVELS -> coordination().get(name, here.choice(CoordinationTables.FINDING));
            case DonorTables.PROFILES -> profiles();
            case ChainTables.TOTALS, ChainTables.SET_ASIDE, ChainTables.PROPOSALS ->
                new ChainTables(question, measure, wording)
                        .get(
                                name,
                                supports.reported(
                                        snapshot,
                                        question.country(),
                                        question.currency(),
                                        Judgements.NONE,
                                        OrganisationJudgements.NONE,
                                        SameActivityJudgements.NONE));
            case "crs" -> crsPurposes();
            case "crs-years" -> crsYears();
            case "crs-rows" -> crsRows();
            case "crs-world" -> crsWorld();
            case "premise-years" -> premiseYears();
            case "premise-types" -> premiseTypes();
            case "premise-actors" -> premiseActors();
            case "premise-units" -> premiseUnits();
            case "premise-indices" -> premiseIndices();
            case "events" -> events();
            case "indicators" -> indicators();
            case "treaties" -> treaties();
            default ->
                brief.governance().publishers().stream()
                        .filter(publisher -> name.equals(GOVERNANCE + publisher.descriptor()))
                        .findFirst()
                        .map(this::governance)
                        .orElseThrow(
                                () -> Failure.notFound(Sentence.of("portal.no-table", name, String.join(", ", all()))));
        };
    }

    /**
     * The table with titles leading to their activities.
     *
     * @param identifier column of the activities' identifiers
     * @param title column of their titles
     */
    public static Table linkedActivities(Table table, int identifier, int title) {
        List<List<Cell>> rows = table.rows().stream()
                .map(row -> {
                    List<Cell> cells = new ArrayList<>(row);
                    if (row.get(identifier).content() instanceof Cell.Content.Words words) {
                        cells.set(
                                title,
                                row.get(title)
                                        .withLink(uri(Address.of("/activities").with("id", words.text()))));
                    }
                    return List.copyOf(cells);
                })
                .toList();
        return new Table(table.caption(), table.columns(), rows, table.footer());
    }

    /** What is found about coordination, by the rules alone; computed once for all its tables. */
    private CoordinationTables coordination() {
        CoordinationTables known = coordination;
        if (known == null) {
            known = new CoordinationTables(
                    supports.of(snapshot, question.country(), Period.ALL, question.currency()),
                    question,
                    new Coordinations(supports).of(snapshot, asked()),
                    wording);
            coordination = known;
        }
        return known;
    }

    private CoordinationQuestion asked() {
        return new CoordinationQuestion(
                question.country(),
                question.period(),
                question.currency(),
                question.measure(),
                Optional.empty(),
                Optional.empty());
    }

    private Table profiles() {
        Coordinations coordinations = new Coordinations(supports);
        DonorTables tables = new DonorTables(question, wording);
        return here.choice(DonorTables.DONOR)
                .map(name -> tables.of(coordinations.donor(snapshot, asked(), name)))
                .orElseGet(() -> tables.all(coordinations.donors(snapshot, asked())));
    }

    private SupportTraits traits() {
        return supports.traits(snapshot, map.country());
    }

    /** The rows behind a figure; where everything counts once is asked for, what of each is set aside and what counts, so that they add up to it. */
    private Table rows(SupportTables tables) {
        RowSelection selection = RowSelection.of(here);
        List<SupportRow> all = selection.of(map, this::traits);
        Table published = linkedActivities(tables.rows(map, all), 0, 1);
        if (!selection.once()) {
            return published;
        }
        Map<SupportRow, BigDecimal> aside =
                supports.once(snapshot, map.country(), map.currency()).setAsideOf(all).stream()
                        .collect(Collectors.toMap(CountedRow::row, CountedRow::setAside));
        List<Column> columns = new ArrayList<>(published.columns());
        columns.add(Column.decimal("set_aside", wording.say("portal.chains.aside"), map.currency(), 2));
        columns.add(Column.decimal("counted", wording.say("portal.chains.counted"), map.currency(), 2));
        List<List<Cell>> lines = new ArrayList<>();
        BigDecimal less = BigDecimal.ZERO;
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < all.size(); i++) {
            BigDecimal one = aside.getOrDefault(all.get(i), BigDecimal.ZERO);
            List<Cell> line = new ArrayList<>(published.rows().get(i));
            line.add(Cell.number(one));
            line.add(Cell.number(all.get(i).value().subtract(one)));
            lines.add(line);
            less = less.add(one);
            sum = sum.add(all.get(i).value());
        }
        BigDecimal setAside = less;
        BigDecimal counted = sum.subtract(less);
        Optional<List<Cell>> footer = published.footer().map(cells -> {
            List<Cell> whole = new ArrayList<>(cells);
            whole.add(Cell.number(setAside));
            whole.add(Cell.number(counted));
            return whole;
        });
        return new Table(published.caption(), columns, lines, footer);
    }

    private Table pivot() {
        PivotQuestion pivot = PivotQuestion.of(question, map);
        return new PivotTables(pivot, traits(), wording)
                .whole(supports.pivot(
                        snapshot, map.country(), map.period(), map.currency(), brief.asOf(), pivot.asked()));
    }

    private Places places() {
        return Places.of(snapshot, supports, question, map, brief.asOf());
    }

    private Table underWay() {
        PivotQuestion pivot = PivotQuestion.of(question, map);
        PivotAsked asked = pivot.asked();
        PivotAsked months =
                new PivotAsked(asked.rows(), asked.columns(), PivotMeasure.MONTHS, asked.only(), asked.reform());
        return linkedActivities(
                new PivotTables(pivot, traits(), wording)
                        .underWay(
                                supports.underWayRows(snapshot, map.country(), map.period(), brief.asOf(), asked),
                                supports.pivot(
                                                snapshot,
                                                map.country(),
                                                map.period(),
                                                map.currency(),
                                                brief.asOf(),
                                                months)
                                        .total()),
                0,
                1);
    }

    private Table plannedRows() {
        PivotQuestion pivot = PivotQuestion.of(question, map);
        return linkedActivities(
                new PivotTables(pivot, traits(), wording)
                        .planned(supports.plannedRows(
                                snapshot, map.country(), map.period(), map.currency(), pivot.asked())),
                0,
                1);
    }

    /** One row per donor, whoever gives most first; of reform alone if the question says so. */
    private Table donors() {
        boolean reform = Choices.yes(here, "reform").orElse(false);
        Table plain = new SupportTables(wording).donors(map, reform);
        List<DonorSupport> shown = SupportTables.donorsOf(map, reform);
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            String donor = shown.get(i).name();
            List<Cell> row = new ArrayList<>(plain.rows().get(i));
            row.set(0, row.get(0).withLink(uri(question.activities().with("donor", donor))));
            int column = row.size() - Measure.values().length;
            for (Measure each : Measure.values()) {
                row.set(
                        column,
                        linked(
                                row.get(column),
                                question.rows(each).with("donor", donor).with("reform", reform ? "yes" : null)));
                column++;
            }
            rows.add(row);
        }
        return TableOrder.sorted(new Table(plain.caption(), plain.columns(), rows, plain.footer()), sort("donors"));
    }

    /** Every name a donor has in the files, beside the donor under which it is counted; the names of whoever gives most first. */
    private Table donorNames() {
        String sort = sort("donor-names");
        List<List<Cell>> rows = map.donors().stream()
                .sorted(Comparator.comparing(
                                (DonorSupport donor) -> donor.amounts().of(measure))
                        .reversed())
                .flatMap(donor -> donor.names().stream()
                        .map(name -> List.of(
                                Cell.text(name),
                                Cell.text(BriefJson.donorName(donor.name(), wording))
                                        .withLink(uri(question.activities().with("donor", donor.name()))),
                                Cell.text(new SupportTables(wording).kind(donor.kind())))))
                .toList();
        Table names = new Table(
                wording.say("portal.table.donor-names", map.country().inText(wording)),
                List.of(
                        Column.text("name", word("name")),
                        Column.text("donor", word("donor")),
                        Column.text("kind", word("kind"))),
                rows);
        return sort.isEmpty() ? names : TableOrder.sorted(names, sort);
    }

    private Table leftOut() {
        Table plain = new SupportTables(wording).leftOut(map);
        List<List<Cell>> rows = plain.rows().stream()
                .map(row -> {
                    Address behind = question.table("left-out-rows")
                            .with("reason", row.getFirst().code().orElse(""))
                            .with("counted_as", row.get(3).code().orElse("none"))
                            .with(
                                    "published_in",
                                    row.get(4).content() instanceof Cell.Content.Words words ? words.text() : "none");
                    List<Cell> cells = new ArrayList<>(row);
                    for (int column : new int[] {1, 2, 5}) {
                        cells.set(column, linked(row.get(column), behind));
                    }
                    return List.copyOf(cells);
                })
                .toList();
        return new Table(plain.caption(), plain.columns(), rows, plain.footer());
    }

    private List<LeftOutRow> leftOutRows() {
        Optional<LeftOut.Reason> reason = Choices.find(
                here,
                "reason",
                word -> Stream.of(LeftOut.Reason.values())
                        .filter(one -> one.code().equals(word))
                        .findFirst(),
                Stream.of(LeftOut.Reason.values()).map(LeftOut.Reason::code).toList());
        List<String> measures = Stream.concat(Stream.of(Measure.values()).map(Measure::word), Stream.of("none"))
                .toList();
        Optional<String> counted =
                Choices.find(here, "counted_as", word -> Optional.of(word).filter(measures::contains), measures);
        Optional<String> currency = here.choice("published_in").map(word -> word.equals("none") ? "" : word);
        return map.leftOutRows().stream()
                .filter(row -> reason.isEmpty() || row.reason() == reason.get())
                .filter(row -> counted.isEmpty()
                        || counted.get()
                                .equals(Optional.ofNullable(row.measure())
                                        .map(Measure::word)
                                        .orElse("none")))
                .filter(row -> currency.isEmpty() || row.summedIn().equals(currency.get()))
                .toList();
    }

    /** Where activities are, each location as its publisher gave it. */
    private Table locations() {
        Optional<String> only = here.choice("activity");
        List<Column> columns = new ArrayList<>(
                List.of(Column.text("activity", word("identifier")), Column.text("title", word("title"))));
        columns.addAll(LocationCells.columns(wording));
        List<List<Cell>> rows = new ArrayList<>();
        snapshot.activities().locationsIn(map.country()).forEach((identifier, locations) -> {
            SortedActivity found = map.find(identifier).orElse(null);
            if (found != null && only.map(identifier::equals).orElse(true)) {
                for (ActivityRecord.Location location : locations) {
                    List<Cell> row = new ArrayList<>(List.of(
                            Cell.text(identifier), Cell.text(found.activity().title())));
                    row.addAll(LocationCells.of(location));
                    rows.add(row);
                }
            }
        });
        return linkedActivities(
                new Table(wording.say("portal.table.locations", map.country().inText(wording)), columns, rows), 0, 1);
    }

    /** What the published data leave open, the most frequent first. */
    private Table gaps() {
        int all = map.activities().size();
        record Line(Gap gap, long activities) {}
        List<Line> lines = new ArrayList<>();
        for (Gap gap : Gap.values()) {
            long count = gap.in(map);
            if (count > 0) {
                lines.add(new Line(gap, count));
            }
        }
        lines.sort(Comparator.comparingLong(Line::activities).reversed());
        List<List<Cell>> rows = lines.stream()
                .map(line -> List.of(
                        Cell.text(wording.say("portal.gap." + line.gap().code()))
                                .withCode(line.gap().code()),
                        Cell.number(line.activities())
                                .withLink(uri(question.activities()
                                        .with("gap", line.gap().code()))),
                        Cell.number(BigDecimal.valueOf(line.activities())
                                .divide(BigDecimal.valueOf(all), 6, RoundingMode.HALF_EVEN))))
                .toList();
        return new Table(
                wording.say("portal.table.gaps", map.country().inText(wording)),
                List.of(
                        Column.text("gap", word("gap")),
                        Column.integer("activities", word("activities"), ""),
                        Column.share("share", word("share"), 0)),
                rows);
    }

    /** What donors told the OECD beside what is loaded. */
    private Table crsYears() {
        List<List<Cell>> rows = brief.crs().years().stream()
                .map(year -> List.of(
                        Cell.text(String.valueOf(year.year())),
                        year.crsUsd()
                                .map(Cell::number)
                                .map(cell ->
                                        linked(cell, question.table("crs-rows").with("year", year.year())))
                                .orElseGet(() -> Cell.blank(wording.say("portal.crs.no-table"))),
                        loaded(year)))
                .toList();
        return new Table(
                wording.say("portal.table.crs-years", map.country().inText(wording)),
                List.of(
                        Column.text("year", word("year")),
                        Column.decimal("oecd_crs", word("crs"), "USD", 0),
                        Column.decimal("loaded_disbursements", word("loaded"), "USD", 0)),
                rows);
    }

    private Cell loaded(CrsCheck.Year year) {
        return year.loadedUsd()
                .valueIfAny()
                .map(value -> linked(
                        Cell.number(value),
                        question.rows(Measure.DISBURSEMENTS)
                                .with("currency", null)
                                .with("purpose_152", "yes")
                                .with("year", year.year())))
                .orElseGet(() -> Cell.blank(
                        year.loadedUsd().reasonIfAny().map(wording::say).orElse("")));
    }

    /** The OECD's amounts by purpose. */
    private Table crsPurposes() {
        List<List<Cell>> rows = brief.crs().rows().stream()
                .map(row -> List.of(
                        Cell.text(String.valueOf(row.year())),
                        purpose(row.purpose()),
                        linked(
                                Cell.number(row.millionUsd()),
                                question.table("crs-rows")
                                        .with("year", row.year())
                                        .with("purpose", row.purpose())),
                        row.worldMillionUsd()
                                .map(Cell::number)
                                .map(cell -> linked(
                                        cell,
                                        question.table("crs-world")
                                                .with("year", row.year())
                                                .with("purpose", row.purpose())))
                                .orElseGet(() -> Cell.blank(""))))
                .toList();
        return new Table(
                wording.say("portal.table.crs", map.country().inText(wording)),
                List.of(
                        Column.text("year", word("year")),
                        Column.text("purpose", word("purpose")),
                        Column.decimal("million_usd", map.country().name(), "USD m", 3),
                        Column.decimal("world_million_usd", word("world"), "USD m", 1)),
                rows);
    }

    /** The OECD's amounts as loaded; without a purpose those that the years' sums consist of. */
    private Table crsRows() {
        Optional<Integer> year = Choices.year(here, "year");
        Optional<String> purpose = purpose();
        List<CrsCheck.Row> shown = brief.crs().rows().stream()
                .filter(row -> year.isEmpty() || row.year() == year.get())
                .filter(row -> purpose.map(row.purpose()::equals).orElse(row.counted()))
                .toList();
        return crs(
                wording.say("portal.table.crs-rows", map.country().inText(wording)),
                shown.stream()
                        .map(row -> List.of(
                                Cell.text(String.valueOf(row.year())),
                                Cell.text(map.country().name())
                                        .withCode(map.country().iso3()),
                                purpose(row.purpose()),
                                row.donor().isEmpty() ? noDonor() : Cell.text(row.donor()),
                                Cell.number(row.millionUsd()),
                                Cell.text(row.source()),
                                Cell.number(row.line())))
                        .toList(),
                shown.stream().map(CrsCheck.Row::millionUsd).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** What all recipients got under a purpose, recipient by recipient. */
    private Table crsWorld() {
        Optional<Integer> year = Choices.year(here, "year");
        List<CrsAmount> shown = CrsCheck.world(snapshot, purpose().orElse(DEFAULT_PURPOSE)).stream()
                .filter(amount -> year.isEmpty() || amount.year() == year.get())
                .filter(amount -> map.period().contains(amount.year()))
                .toList();
        return crs(
                wording.say("portal.table.crs-world", purpose().orElse(DEFAULT_PURPOSE)),
                shown.stream()
                        .map(amount -> List.of(
                                Cell.text(String.valueOf(amount.year())),
                                amount.iso3() == null
                                        ? Cell.text(amount.recipient())
                                        : Cell.text(amount.recipient()).withCode(amount.iso3()),
                                purpose(String.valueOf(amount.purpose())),
                                amount.donor() == null ? noDonor() : Cell.text(amount.donor()),
                                Cell.number(amount.millionUsd()),
                                Cell.text(amount.source()),
                                Cell.number(amount.row())))
                        .toList(),
                shown.stream().map(CrsAmount::millionUsd).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** A file that has one amount for all donors names none. */
    private Cell noDonor() {
        return Cell.blank(wording.say("portal.crs.no-donor"));
    }

    private Optional<String> purpose() {
        return here.choice("purpose").map(word -> {
            if (!word.matches("152(\\d\\d)?")) {
                throw Choices.wrong("purpose", word, List.of("152", "152xx"));
            }
            return word;
        });
    }

    private static Cell purpose(String code) {
        return Cell.text(Codes.shipped()
                        .findPurpose(code)
                        .map(name -> code + " " + name)
                        .orElse(code))
                .withCode(code);
    }

    private Table crs(String caption, List<List<Cell>> rows, BigDecimal sum) {
        return new Table(
                caption,
                List.of(
                        Column.text("year", word("year")),
                        Column.text("recipient", word("recipient")),
                        Column.text("purpose", word("purpose")),
                        Column.text("donor", word("donor")),
                        Column.decimal("million_usd", word("million"), "USD m", 3),
                        Column.text("source", word("source")),
                        Column.integer("row", word("row"), "")),
                rows,
                Optional.of(List.of(
                        Cell.text(word("total")),
                        Cell.blank(""),
                        Cell.blank(""),
                        Cell.blank(""),
                        Cell.number(sum),
                        Cell.blank(""),
                        Cell.blank(""))));
    }

    /** Deaths and events of each year; a year without any figure says so. */
    private Table premiseYears() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Premise.YearRow row : brief.premise().perYear()) {
            boolean counted = row.events().valueIfAny().isPresent();
            Address events = question.table("events").with("year", row.year());
            Address totals = question.table("indicators")
                    .with("descriptor", Premises.YEARLY_DEATHS)
                    .with("year", row.year());
            rows.add(List.of(
                    Cell.text(String.valueOf(row.year())),
                    known(count(row.best()), counted ? events : totals),
                    known(count(part(row.range(), Premise.Range::low)), events),
                    known(count(part(row.range(), Premise.Range::high)), events),
                    known(count(row.events()), events),
                    known(count(part(row.nonState(), Premise.Counted::events)), events.with("non_state", "yes")),
                    Cell.text(row.best()
                            .reasonIfAny()
                            .or(() -> row.events().reasonIfAny())
                            .map(wording::say)
                            .orElse(""))));
        }
        return new Table(
                wording.say("portal.table.premise-years", map.country().inText(wording)),
                List.of(
                        Column.text("year", word("year")),
                        Column.integer("deaths_best", word("best"), ""),
                        Column.integer("deaths_low", word("low"), ""),
                        Column.integer("deaths_high", word("high"), ""),
                        Column.integer("events", word("events"), ""),
                        Column.integer("events_non_state", word("non-state"), ""),
                        Column.text("remark", word("remark"))),
                rows,
                rows.size() < 2 ? Optional.empty() : Optional.of(summed(rows)));
    }

    /** A sum under each column of figures, of those that are known. */
    private List<Cell> summed(List<List<Cell>> rows) {
        List<Cell> sums = new ArrayList<>();
        sums.add(Cell.text(word("total")));
        int last = rows.getFirst().size() - 1;
        for (int column = 1; column < last; column++) {
            List<BigDecimal> known = new ArrayList<>();
            for (List<Cell> row : rows) {
                if (row.get(column).content() instanceof Cell.Content.Quantity quantity) {
                    known.add(quantity.value());
                }
            }
            sums.add(
                    known.isEmpty()
                            ? Cell.blank("")
                            : Cell.number(known.stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
        }
        sums.add(Cell.text(""));
        return sums;
    }

    /** Events and deaths by type of violence. */
    private Table premiseTypes() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Premise.TypeTotal total : brief.premise().byType().valueIfAny().orElse(List.of())) {
            Address events =
                    question.table("events").with("violence", total.type().code());
            List<Cell> row =
                    new ArrayList<>(List.of(Cell.text(wording.say(total.type().label()))
                            .withCode(total.type().code())));
            row.addAll(counted(total.events(), total.deaths(), events));
            rows.add(row);
        }
        List<Column> columns = new ArrayList<>(List.of(Column.text("type", word("violence"))));
        columns.addAll(countedColumns());
        return new Table(wording.say("portal.table.premise-types", map.country().inText(wording)), columns, rows);
    }

    /** Who took part in the events, by deaths. */
    private Table premiseActors() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Premise.ActorTotal total : brief.premise().actors().valueIfAny().orElse(List.of())) {
            List<Cell> row = new ArrayList<>(List.of(
                    Cell.text(total.name()),
                    Cell.text(wording.say(total.state() ? "portal.premise.state" : "portal.premise.non-state"))));
            row.addAll(counted(
                    total.events(), total.deaths(), question.table("events").with("actor", total.name())));
            row.add(Cell.text(total.firstYear() + "–" + total.lastYear()));
            rows.add(row);
        }
        List<Column> columns =
                new ArrayList<>(List.of(Column.text("actor", word("actor")), Column.text("side", word("side"))));
        columns.addAll(countedColumns());
        columns.add(Column.text("years", word("years")));
        return new Table(
                wording.say("portal.table.premise-actors", map.country().inText(wording)), columns, rows);
    }

    /** What the map of the premise shows, unit by unit, by deaths; none where no events or no outlines are loaded. */
    private Table premiseUnits() {
        List<List<Cell>> rows = brief.premise().spread().units().valueIfAny().orElse(List.of()).stream()
                .map(total -> List.of(
                        Cell.text(total.name()),
                        Cell.number(total.events()),
                        Cell.number(total.deaths().best()),
                        Cell.number(total.deaths().low()),
                        Cell.number(total.deaths().high())))
                .toList();
        List<Column> columns = new ArrayList<>(List.of(Column.text("unit", word("unit"))));
        columns.addAll(countedColumns());
        return new Table(wording.say("portal.table.premise-units", map.country().inText(wording)), columns, rows);
    }

    private List<Column> countedColumns() {
        return List.of(
                Column.integer("events", word("events"), ""),
                Column.integer("deaths_best", word("best"), ""),
                Column.integer("deaths_low", word("low"), ""),
                Column.integer("deaths_high", word("high"), ""));
    }

    private static List<Cell> counted(int events, Deaths deaths, Address rows) {
        return List.of(
                known(Cell.number(events), rows),
                known(Cell.number(deaths.best()), rows),
                known(Cell.number(deaths.low()), rows),
                known(Cell.number(deaths.high()), rows));
    }

    /** Indices of other publishers beside the reading. */
    private Table premiseIndices() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Premise.OtherIndex index : brief.premise().others()) {
            rows.add(List.of(
                    Cell.text(index.publisher()),
                    Cell.text(index.name()).withCode(index.series()),
                    Cell.number(index.latest().value())
                            .withLink(uri(question.table("indicators")
                                    .with("descriptor", index.descriptor())
                                    .with("series", index.series()))),
                    Cell.text(String.valueOf(index.latest().year())),
                    Cell.text(index.change().map(this::change).orElse("")),
                    Cell.text(String.join(
                            " ", index.notes().stream().map(wording::say).toList()))));
        }
        return new Table(
                wording.say("portal.table.premise-indices", map.country().inText(wording)),
                List.of(
                        Column.text("publisher", word("publisher")),
                        Column.text("index", word("index")),
                        Column.decimal("latest", word("latest"), "", 2),
                        Column.text("year", word("year")),
                        Column.text("change", word("change")),
                        Column.text("notes", word("notes"))),
                rows);
    }

    /** Which treaties bind the country, by loaded tables of their status; none where no table is loaded. */
    private Table treaties() {
        InstrumentQuestion asked = InstrumentQuestion.of(
                Address.of("").with("country", question.country().iso3()), List.of());
        return new InstrumentTables(wording, line -> Optional.empty())
                .treaties(InstrumentRegister.of(
                        asked, InstrumentRegister.told(snapshot, asked), Optional.empty(), today, wording.locale()));
    }

    private String change(Premise.Change change) {
        Numerals numerals = new Numerals(wording);
        return numerals.rounded(change.first().value(), 2) + " ("
                + change.first().year() + ") → "
                + numerals.rounded(change.last().value(), 2) + " ("
                + change.last().year() + ")";
    }

    /** The events behind the premise. */
    private Table events() {
        Optional<Integer> year = Choices.year(here, "year");
        Optional<Violence> violence = Choices.find(
                here,
                "violence",
                word -> Stream.of(Violence.values())
                        .filter(type -> type.code().equals(word))
                        .findFirst(),
                Stream.of(Violence.values()).map(Violence::code).toList());
        List<String> parties = brief.premise().actors().valueIfAny().orElse(List.of()).stream()
                .map(Premise.ActorTotal::name)
                .toList();
        Optional<String> actor = Choices.find(
                here, "actor", word -> parties.contains(word) ? Optional.of(word) : Optional.empty(), parties);
        Optional<Boolean> nonState = Choices.yes(here, "non_state");
        List<EventRow> shown =
                premises
                        .events(
                                snapshot,
                                question.country(),
                                question.period().from(),
                                question.period().to(),
                                today)
                        .stream()
                        .filter(row -> year.isEmpty() || row.year() == year.get())
                        .filter(row -> violence.isEmpty() || row.violence() == violence.get())
                        .filter(row -> actor.isEmpty()
                                || row.actorA().equals(actor.get())
                                || row.actorB().equals(actor.get()))
                        .filter(row -> nonState.isEmpty() || row.nonState() == nonState.get())
                        .toList();
        long events = 0;
        long best = 0;
        long low = 0;
        long high = 0;
        List<List<Cell>> rows = new ArrayList<>();
        for (EventRow row : shown) {
            events += row.events();
            best += row.deaths().best();
            low += row.deaths().low();
            high += row.deaths().high();
            rows.add(List.of(
                    Cell.text(row.id()),
                    Cell.text(String.valueOf(row.year())),
                    row.start() == null ? Cell.blank("") : Cell.day(row.start()),
                    row.end() == null ? Cell.blank("") : Cell.day(row.end()),
                    Cell.text(wording.say(row.violence().label()))
                            .withCode(row.violence().code()),
                    Cell.text(row.actorA()),
                    Cell.text(row.actorB()),
                    Cell.text(wording.say(row.nonState() ? "portal.events.yes" : "portal.events.no")),
                    Cell.text(row.unit()),
                    Cell.number(row.events()),
                    Cell.number(row.deaths().best()),
                    Cell.number(row.deaths().low()),
                    Cell.number(row.deaths().high()),
                    Cell.text(row.source())));
        }
        List<Cell> total = new ArrayList<>(List.of(Cell.text(word("total"))));
        Stream.generate(() -> Cell.blank("")).limit(8).forEach(total::add);
        total.addAll(
                List.of(Cell.number(events), Cell.number(best), Cell.number(low), Cell.number(high), Cell.blank("")));
        return new Table(
                wording.say("portal.table.events", map.country().inText(wording)),
                List.of(
                        Column.text("event", word("event")),
                        Column.text("year", word("year")),
                        Column.date("start", word("first-day")),
                        Column.date("end", word("last-day")),
                        Column.text("violence", word("violence")),
                        Column.text("side_a", word("side-a")),
                        Column.text("side_b", word("side-b")),
                        Column.text("non_state", word("non-state-party")),
                        Column.text("unit", word("unit")),
                        Column.integer("events", word("events"), ""),
                        Column.integer("deaths_best", word("best"), ""),
                        Column.integer("deaths_low", word("low"), ""),
                        Column.integer("deaths_high", word("high"), ""),
                        Column.text("source", word("source"))),
                rows,
                Optional.of(total));
    }

    /** Values of publishers' indicators as loaded, each with the row of the file it stands in. */
    private Table indicators() {
        Optional<Integer> year = Choices.year(here, "year");
        List<IndicatorSeries> all = snapshot.observations().indicators(question.country());
        Optional<String> descriptor = word("descriptor", all, IndicatorSeries::descriptor);
        Optional<String> series = word("series", all, IndicatorSeries::id);
        List<List<Cell>> rows = new ArrayList<>();
        boolean isWhole = true;
        for (IndicatorSeries one : all) {
            if (descriptor.filter(word -> !word.equals(one.descriptor())).isPresent()
                    || series.filter(word -> !word.equals(one.id())).isPresent()) {
                continue;
            }
            for (IndicatorSeries.Value value : one.values()) {
                if (year.isEmpty() || value.year() == year.get()) {
                    isWhole &= value.value().stripTrailingZeros().scale() <= 0;
                    rows.add(List.of(
                            Cell.text(one.publisher()).withCode(one.descriptor()),
                            Cell.text(one.name()).withCode(one.id()),
                            Cell.text(one.unit() == null ? "" : one.unit()),
                            Cell.text(String.valueOf(value.year())),
                            Cell.number(value.value()),
                            Cell.text(one.licence() == null ? "" : one.licence()),
                            Cell.text(one.source()),
                            Cell.number(value.row())));
                }
            }
        }
        return new Table(
                wording.say("portal.table.indicators", map.country().inText(wording)),
                List.of(
                        Column.text("publisher", word("publisher")),
                        Column.text("index", word("index")),
                        Column.text("unit", word("in-unit")),
                        Column.text("year", word("year")),
                        // Deaths are counted, and a count has no decimals.
                        Column.decimal("value", word("value"), "", isWhole ? 0 : 2),
                        Column.text("licence", word("licence")),
                        Column.text("source", word("source")),
                        Column.integer("row", word("row"), "")),
                rows);
    }

    private Optional<String> word(String name, List<IndicatorSeries> loaded, Function<IndicatorSeries, String> part) {
        Collection<String> words =
                new LinkedHashSet<>(loaded.stream().map(part).sorted().toList());
        return Choices.find(
                here, name, word -> Optional.of(word).filter(one -> words.isEmpty() || words.contains(one)), words);
    }

    /** A publisher's indicators, one column each, years down. */
    private Table governance(GovernancePanel.Publisher publisher) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("year", word("year")));
        for (GovernancePanel.Series series : publisher.series()) {
            columns.add(Column.decimal(
                            "value_"
                                    + series.id()
                                            .toLowerCase(java.util.Locale.ROOT)
                                            .replaceAll("[^a-z0-9]+", "_"),
                            series.name(),
                            series.unit().orElse(""),
                            2)
                    .withCodedKey());
        }
        List<Integer> years = publisher.series().stream()
                .flatMap(series -> series.values().stream())
                .map(Premise.YearValue::year)
                .distinct()
                .sorted()
                .toList();
        List<List<Cell>> rows = new ArrayList<>();
        for (int year : years) {
            List<Cell> row = new ArrayList<>();
            row.add(Cell.text(String.valueOf(year)));
            for (GovernancePanel.Series series : publisher.series()) {
                row.add(series.values().stream()
                        .filter(value -> value.year() == year)
                        .findFirst()
                        .map(value -> Cell.number(value.value())
                                .withLink(uri(question.table("indicators")
                                        .without("from", "to")
                                        .with("descriptor", publisher.descriptor())
                                        .with("series", series.id())
                                        .with("year", year))))
                        .orElseGet(() -> Cell.blank("")));
            }
            rows.add(row);
        }
        return new Table(brief.governance().title(publisher), columns, rows);
    }

    private String word(String column) {
        return wording.say("portal.column." + column);
    }

    private static <T, R> Figure<R> part(Figure<T> figure, Function<T, R> part) {
        return switch (figure) {
            case Figure.Known<T> known -> Figure.known(part.apply(known.value()));
            case Figure.Partial<T> partial -> Figure.partial(part.apply(partial.value()), partial.reason());
            case Figure.Unknown<T> unknown -> Figure.unknown(unknown.reason());
        };
    }

    private Cell count(Figure<? extends Number> figure) {
        Optional<? extends Number> known = figure.valueIfAny();
        return known.isPresent()
                ? Cell.number(known.get().longValue())
                : Cell.blank(wording.say("portal.premise.unknown"));
    }

    /** A figure leads to its rows, also if it is nought: that somebody counted nothing is a row, too. */
    private static Cell known(Cell cell, Address rows) {
        return cell.content() instanceof Cell.Content.Quantity ? cell.withLink(uri(rows)) : cell;
    }

    /** The cell leading to that address, unless it has nothing to show there. */
    public static Cell linked(Cell cell, Address address) {
        boolean nothing = cell.content() instanceof Cell.Content.Blank
                || (cell.content() instanceof Cell.Content.Quantity number
                        && number.value().signum() == 0);
        return nothing ? cell : cell.withLink(uri(address));
    }

    private static URI uri(Address address) {
        return URI.create(address.toString());
    }
}
