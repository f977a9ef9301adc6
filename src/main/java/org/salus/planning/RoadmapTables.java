package org.salus.planning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;

/** A roadmap as tables: its steps, what is reached when, how many steps go on at once, and what they cost. */
public final class RoadmapTables {
    /** The names that {@link #table} knows. */
    public static final List<String> NAMES = List.of(
            "roadmap",
            "milestones",
            "load-month",
            "load-quarter",
            "load-year",
            "money-month",
            "money-quarter",
            "money-year",
            "committed",
            "spent");

    private final Roadmap roadmap;
    private final Wording wording;

    public RoadmapTables(Roadmap roadmap, Wording wording) {
        this.roadmap = roadmap;
        this.wording = wording;
    }

    /**
     * The table of that name, as an address or a command gives it.
     *
     * @throws Failure (not found) if there is none
     */
    public Table table(String name) {
        return switch (name) {
            case "roadmap" -> steps();
            case "milestones" -> milestones();
            case "load-month" -> load(Every.MONTH);
            case "load-quarter" -> load(Every.QUARTER);
            case "load-year" -> load(Every.YEAR);
            case "money-month" -> money(Every.MONTH);
            case "money-quarter" -> money(Every.QUARTER);
            case "money-year" -> money(Every.YEAR);
            case "committed" -> budget(Counting.COMMITTED);
            case "spent" -> budget(Counting.SPENT);
            default -> throw Failure.notFound(Sentence.of("planning.failure.no-table", name));
        };
    }

    /** Every step with all that is said of it; the same as the picture of bars, for readers who cannot or would not read that. */
    public Table steps() {
        Map<String, String> titles = titles();
        return new Table(
                wording.say("planning.roadmap.table.steps", roadmap.title()),
                List.of(
                        Column.text("step", wording.say("planning.column.step")),
                        Column.date("from", wording.say("planning.roadmap.column.from")),
                        Column.date("until", wording.say("planning.roadmap.column.until")),
                        Column.integer("days", wording.say("planning.roadmap.column.days"), ""),
                        Column.text("goal", wording.say("planning.roadmap.group.goal")),
                        Column.text("institution", wording.say("planning.roadmap.group.institution")),
                        Column.text("donor", wording.say("planning.roadmap.group.donor")),
                        Column.decimal("cost", wording.say("planning.roadmap.column.cost"), roadmap.currency(), 0),
                        Column.text("must", wording.say("planning.roadmap.column.must")),
                        Column.text("locked", wording.say("planning.roadmap.column.locked")),
                        Column.text("after", wording.say("planning.roadmap.column.after"))),
                roadmap.bars().stream()
                        .map(bar -> List.of(
                                Cell.text(bar.title()),
                                Cell.day(bar.from()),
                                Cell.day(bar.until()),
                                Cell.number(ChronoUnit.DAYS.between(bar.from(), bar.until()) + 1),
                                words(bar.goal()),
                                words(bar.institution()),
                                words(bar.donor()),
                                amount(bar.cost()),
                                yes(bar.isMust()),
                                yes(bar.isLocked()),
                                Cell.text(bar.after().stream()
                                        .filter(titles::containsKey)
                                        .map(id -> titles.getOrDefault(id, id))
                                        .collect(Collectors.joining("; ")))))
                        .toList());
    }

    /** What steps are called, by their ids. */
    private Map<String, String> titles() {
        return roadmap.bars().stream()
                .collect(Collectors.toMap(Roadmap.Bar::id, Roadmap.Bar::title, (one, other) -> one));
    }

    private Cell yes(boolean isSo) {
        return Cell.text(isSo ? wording.say("planning.roadmap.yes") : "");
    }

    private Cell words(String text) {
        return text.isBlank() ? notSaid() : Cell.text(text);
    }

    private Cell notSaid() {
        return Cell.blank(wording.say("planning.not-said"));
    }

    private Cell amount(Optional<BigDecimal> amount) {
        return amount.map(Cell::number).orElseGet(this::notSaid);
    }

    /** What is reached when: the last days of steps, year by year. */
    public Table milestones() {
        return new Table(
                wording.say("planning.roadmap.table.milestones"),
                List.of(
                        Column.text("year", wording.say("planning.column.year")),
                        Column.date("reached", wording.say("planning.roadmap.column.until")),
                        Column.text("step", wording.say("planning.column.step")),
                        Column.text("goal", wording.say("planning.roadmap.group.goal")),
                        Column.text("institution", wording.say("planning.roadmap.group.institution"))),
                roadmap.bars().stream()
                        .sorted(Comparator.comparing(Roadmap.Bar::until)
                                .thenComparing(Roadmap.Bar::from)
                                .thenComparing(Roadmap.Bar::title))
                        .map(bar -> List.of(
                                Cell.text(Integer.toString(bar.until().getYear())),
                                Cell.day(bar.until()),
                                Cell.text(bar.title()),
                                words(bar.goal()),
                                words(bar.institution())))
                        .toList());
    }

    /** The most steps that each institution has to carry at once in each span. */
    public Table load(Every every) {
        Load load = Load.of(roadmap, every);
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("institution", wording.say("planning.roadmap.group.institution")));
        load.spans().forEach(span -> columns.add(Column.integer(every.key(span), every.name(span, wording), "")));
        columns.add(Column.integer("most", wording.say("planning.roadmap.column.most"), ""));
        List<List<Cell>> rows = new ArrayList<>();
        load.peaks().forEach((institution, peaks) -> {
            List<Cell> row = new ArrayList<>();
            row.add(name(institution, Grouping.INSTITUTION));
            peaks.forEach(peak -> row.add(Cell.number(peak.longValue())));
            row.add(Cell.number(load.most(institution)));
            rows.add(row);
        });
        return new Table(wording.say("planning.roadmap.table.load"), columns, rows);
    }

    private Cell name(String said, Grouping grouping) {
        return said.isEmpty() ? Cell.blank(wording.say(grouping.unnamed())) : Cell.text(said);
    }

    /** What is spent in each span, each cost spread evenly over the days of its step, with how many steps have no known cost. */
    public Table money(Every every) {
        Spending spending = Spending.of(roadmap, every, Counting.SPENT);
        List<List<Cell>> rows = IntStream.range(0, spending.spans().size())
                .mapToObj(at -> {
                    Spending.Sum sum = spending.span(at);
                    return List.of(
                            Cell.text(every.name(spending.spans().get(at), wording)),
                            sum.told().map(Cell::number).orElseGet(this::notKnown),
                            Cell.number(sum.known() + sum.unknown()),
                            Cell.number(sum.unknown()));
                })
                .toList();
        return new Table(
                wording.say("planning.roadmap.table.money", Counting.SPENT.label()),
                List.of(
                        Column.text(every.code(), wording.say(every.label())),
                        Column.decimal("cost", wording.say("planning.roadmap.column.cost"), roadmap.currency(), 0),
                        Column.integer("steps", wording.say("planning.roadmap.column.steps"), ""),
                        unknownColumn()),
                rows,
                Optional.of(List.of(
                        Cell.text(wording.say("planning.roadmap.total")),
                        total(spending),
                        Cell.number(roadmap.bars().size()),
                        Cell.number(withoutCost()))));
    }

    private Column unknownColumn() {
        return Column.integer("cost_not_known", wording.say("planning.roadmap.column.unknown"), "");
    }

    private Cell notKnown() {
        return Cell.blank(wording.say("planning.roadmap.not-known"));
    }

    private Cell total(Spending spending) {
        return spending.all().told().map(Cell::number).orElseGet(this::notKnown);
    }

    /** How many steps have no known cost. */
    long withoutCost() {
        return roadmap.bars().stream().filter(bar -> bar.cost().isEmpty()).count();
    }

    /** What each donor pays in each year; every row and column has its sum, and they add up to the same. */
    public Table budget(Counting counting) {
        Spending spending = Spending.of(roadmap, Every.YEAR, counting);
        List<String> donors = List.copyOf(spending.rows().keySet());
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("year", wording.say("planning.column.year")));
        for (int i = 0; i < donors.size(); i++) {
            String donor = donors.get(i);
            columns.add(Column.decimal(
                            "donor_" + (i + 1),
                            donor.isEmpty() ? wording.say(Grouping.DONOR.unnamed()) : donor,
                            roadmap.currency(),
                            0)
                    .withCodedKey());
        }
        columns.add(Column.decimal("total", wording.say("planning.roadmap.total"), roadmap.currency(), 0));
        columns.add(unknownColumn());
        List<List<Cell>> rows = new ArrayList<>();
        for (int at = 0; at < spending.spans().size(); at++) {
            LocalDate year = spending.spans().get(at);
            int place = at;
            rows.add(row(
                    Integer.toString(year.getYear()),
                    donors,
                    donor -> spending.rows().getOrDefault(donor, List.of()).get(place),
                    spending.span(at),
                    spending.span(at).unknown()));
        }
        return new Table(
                wording.say("planning.roadmap.table.budget", counting.label()),
                columns,
                rows,
                Optional.of(row(
                        wording.say("planning.roadmap.total"), donors, spending::row, spending.all(), withoutCost())));
    }

    private List<Cell> row(
            String name, List<String> donors, Function<String, Spending.Sum> sums, Spending.Sum total, long unknown) {
        List<Cell> row = new ArrayList<>();
        row.add(Cell.text(name));
        donors.forEach(donor -> row.add(cell(sums.apply(donor))));
        row.add(cell(total));
        row.add(Cell.number(unknown));
        return row;
    }

    private Cell cell(Spending.Sum sum) {
        return sum.told().map(Cell::number).orElseGet(this::notKnown);
    }

    /** The steps that the plan has no room for. */
    Table leftOut() {
        return new Table(
                wording.say("planning.roadmap.table.left-out"),
                List.of(Column.text("step", wording.say("planning.column.step"))),
                roadmap.leftOut().stream()
                        .map(title -> List.of(Cell.text(title)))
                        .toList());
    }
}
