package org.salus.planning;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Hue;
import org.salus.documents.Table;
import org.salus.documents.Tint;
import org.salus.framework.PartialDate;
import org.salus.framework.Term;
import org.salus.framework.Wording;

/** A schedule as tables, for pages, files and a terminal. */
public final class ScheduleTables {
    /** The names of the tables that can be kept as files. */
    public static final String NAMES =
            "steps|left-out|years|loads|missing|conflict|others|moved|said|offers|unmet|orders";

    private final Wording wording;
    private final Function<String, Optional<URI>> links;

    /**
     * Tables in a language.
     *
     * @param links where an item is shown, by its id; empty where nothing is linked
     */
    public ScheduleTables(Wording wording, Function<String, Optional<URI>> links) {
        this.wording = wording;
        this.links = links;
    }

    /**
     * The table of that name.
     *
     * @return empty if there is none, or the answer does not have it
     */
    public Optional<Table> table(String name, ScheduleAnswer answer, PlanningBoard board) {
        return switch (name) {
            case "steps" -> Optional.of(steps(answer));
            case "left-out" -> Optional.of(leftOut(answer));
            case "years" -> Optional.of(years(answer));
            case "loads" -> Optional.of(loads(answer));
            case "missing" -> Optional.of(missing(answer));
            case "conflict" -> Optional.of(conflict(answer));
            case "others" -> Optional.of(others(answer));
            case "moved" -> answer.comparison().map(this::moved);
            case "said" -> Optional.of(said(board));
            case "offers" -> Optional.of(offers(board.offered()));
            case "unmet" -> Optional.of(unmet(board.offered()));
            case "orders" -> Optional.of(orders(board.offered()));
            default -> Optional.empty();
        };
    }

    private Column text(String key, String name) {
        return Column.text(key, wording.say("planning.schedule.column." + name));
    }

    private String title(String name) {
        return wording.say("planning.schedule.table." + name);
    }

    private Cell linked(String title, String item) {
        Cell cell = Cell.text(title);
        return links.apply(item).map(cell::withLink).orElse(cell);
    }

    private Cell month(Optional<PartialDate> month, String otherwise) {
        return month.map(known -> Cell.text(known.toString()))
                .orElseGet(() -> Cell.blank(wording.say("planning.schedule." + otherwise)));
    }

    private Column day(String key, String name) {
        return Column.date(key, wording.say("planning.schedule.column." + name));
    }

    private Cell yes(boolean is) {
        return is ? Cell.text(wording.say("planning.schedule.yes")) : Cell.blank("");
    }

    private Cell amount(Optional<BigDecimal> amount) {
        return amount.map(Cell::number).orElseGet(() -> Cell.blank(wording.say("planning.schedule.no-cost")));
    }

    private Cell words(String text, String otherwise) {
        return text.isBlank() ? Cell.blank(wording.say("planning.schedule." + otherwise)) : Cell.text(text);
    }

    /** The steps in their order. */
    public Table steps(ScheduleAnswer answer) {
        Map<String, String> titles = new HashMap<>();
        answer.steps().forEach(line -> titles.put(line.id(), line.title()));
        List<List<Cell>> rows = new ArrayList<>();
        for (ScheduleAnswer.Line line : answer.steps()) {
            rows.add(List.of(
                    linked(line.title(), line.id()),
                    Cell.text(line.begins().toString()).withTint(new Tint(Hue.ACCENT, line.locked() ? 4 : 2)),
                    Cell.text(line.until().toString()),
                    words(String.join("; ", line.goals()), "none"),
                    words(line.institution(), "none"),
                    words(line.donor(), "no-donor"),
                    amount(line.cost()),
                    yes(line.must()),
                    yes(line.locked()),
                    words(
                            line.after().stream()
                                    .map(id -> titles.getOrDefault(id, ""))
                                    .filter(title -> !title.isEmpty())
                                    .collect(Collectors.joining("; ")),
                            "none")));
        }
        return new Table(
                title("steps"),
                List.of(
                        Column.text("step", wording.say("planning.column.step")),
                        day("first_month", "first-month"),
                        day("last_month", "last-month"),
                        text("goals", "goals"),
                        text("institution", "institution"),
                        text("pays", "pays"),
                        Column.decimal("cost", wording.say("planning.schedule.column.cost"), answer.currency(), 0),
                        text("must", "must"),
                        text("fixed", "locked"),
                        text("waits_for", "after")),
                rows);
    }

    /** Steps there is no room for. */
    public Table leftOut(ScheduleAnswer answer) {
        return new Table(
                title("left-out"),
                List.of(Column.text("step", wording.say("planning.column.step"))),
                answer.leftOut().stream()
                        .map(named -> List.of(linked(named.title(), named.id())))
                        .toList());
    }

    /** What is spent in each year, with what is left of budgets, and what is committed by steps that begin. */
    public Table years(ScheduleAnswer answer) {
        String unit = answer.currency();
        return new Table(
                title("years"),
                List.of(
                        Column.text("year", wording.say("planning.column.year")),
                        Column.decimal("committed", wording.say("planning.schedule.column.committed"), unit, 0),
                        Column.decimal("spent", wording.say("planning.schedule.column.spent"), unit, 0),
                        Column.decimal("budgets", wording.say("planning.schedule.column.budget"), unit, 0),
                        Column.decimal("left", wording.say("planning.schedule.column.left"), unit, 0)),
                answer.years().stream()
                        .map(year -> List.of(
                                Cell.text(Integer.toString(year.year())),
                                Cell.number(year.committed()),
                                Cell.number(year.spent()),
                                amount(year.budget()),
                                amount(year.budget().map(budget -> budget.subtract(year.spent())))))
                        .toList());
    }

    /** How much of each limit is used. */
    public Table loads(ScheduleAnswer answer) {
        return new Table(
                title("loads"),
                List.of(
                        text("limit", "limit"),
                        Column.integer("capacity", wording.say("planning.schedule.column.capacity"), ""),
                        Column.integer("peak", wording.say("planning.schedule.column.peak"), ""),
                        day("first_in", "when")),
                answer.loads().stream()
                        .map(load -> List.of(
                                linked(load.title(), load.id()),
                                Cell.number(load.capacity()),
                                Cell.number(load.peak()),
                                month(load.first(), "none")))
                        .toList());
    }

    /** What has not been said of steps. */
    public Table missing(ScheduleAnswer answer) {
        return new Table(
                title("missing"),
                List.of(
                        Column.text("step", wording.say("planning.column.step")),
                        Column.text("missing", wording.say("planning.column.missing"))),
                answer.missing().stream()
                        .map(lack -> List.of(
                                linked(lack.title(), lack.id()),
                                Cell.text(wording.say(lack.what().label()))
                                        .withCode(lack.what().code())))
                        .toList());
    }

    /** What cannot be had together. */
    public Table conflict(ScheduleAnswer answer) {
        return new Table(
                title("conflict"),
                List.of(text("demand", "demand")),
                answer.conflict().stream()
                        .map(clash -> List.of(
                                linked(wording.say(clash.says()), clash.item().orElse(""))))
                        .toList());
    }

    /** Plans along time, money and risk. */
    public Table others(ScheduleAnswer answer) {
        return new Table(
                title("others"),
                List.of(
                        text("aim", "aim"),
                        day("ends", "end"),
                        Column.decimal(
                                "dearest_year", wording.say("planning.schedule.column.dearest"), answer.currency(), 0),
                        Column.decimal("spare_months", wording.say("planning.schedule.column.slack"), "", 1),
                        Column.integer("moved", wording.say("planning.schedule.column.moved"), ""),
                        text("state", "state")),
                answer.others().stream()
                        .map(other -> List.of(
                                Cell.text(wording.say("planning.aim." + Term.codeOf(other.aim())))
                                        .withCode(Term.codeOf(other.aim())),
                                month(other.end(), "none"),
                                amount(other.dearest()),
                                other.slack()
                                        .map(Cell::number)
                                        .orElseGet(() -> Cell.blank(wording.say("planning.schedule.none"))),
                                other.moved()
                                        .map(Cell::number)
                                        .orElseGet(() -> Cell.blank(wording.say("planning.schedule.none"))),
                                Cell.text(wording.say("planning.schedule.state." + Term.codeOf(other.state())))))
                        .toList());
    }

    /** Which steps stand elsewhere. */
    public Table moved(PlanComparison compared) {
        return new Table(
                wording.say("planning.schedule.table.moved", compared.before(), compared.after()),
                List.of(
                        Column.text("step", wording.say("planning.column.step")),
                        day("before", "before"),
                        day("after", "now"),
                        Column.integer("months_later", wording.say("planning.schedule.column.months"), "")),
                compared.moved().stream()
                        .map(one -> List.of(
                                linked(one.title(), one.id()),
                                month(one.before(), "not-in"),
                                month(one.after(), "not-in"),
                                one.months()
                                        .map(Cell::number)
                                        .orElseGet(() -> Cell.blank(wording.say("planning.schedule.not-in")))))
                        .toList());
    }

    /** What both plans commit, year by year. */
    public Table paid(PlanComparison compared, String currency) {
        return new Table(
                wording.say("planning.schedule.table.paid", compared.before(), compared.after()),
                List.of(
                        Column.text("year", wording.say("planning.column.year")),
                        Column.decimal("before", wording.say("planning.schedule.column.before"), currency, 0),
                        Column.decimal("after", wording.say("planning.schedule.column.now"), currency, 0)),
                compared.years().stream()
                        .map(year -> List.of(
                                Cell.text(Integer.toString(year.year())),
                                Cell.number(year.before()),
                                Cell.number(year.after())))
                        .toList());
    }

    /** What is said of steps. */
    public Table said(PlanningBoard board) {
        return new Table(
                title("said"),
                List.of(
                        Column.text("step", wording.say("planning.column.step")),
                        text("type", "type"),
                        Column.integer("months", wording.say("planning.schedule.column.duration"), ""),
                        day("not_before", "earliest"),
                        day("over_by", "latest"),
                        day("fixed_to", "lock"),
                        text("must", "must")),
                board.steps().stream()
                        .map(step -> List.of(
                                linked(step.title(), step.item()),
                                words(
                                        step.types().stream()
                                                .map(type -> wording.say(type.label()))
                                                .collect(Collectors.joining("; ")),
                                        "no-cost"),
                                step.months()
                                        .map(Cell::number)
                                        .orElseGet(() -> Cell.blank(wording.say("planning.not-said"))),
                                month(step.earliest(), "no-cost"),
                                month(step.latest(), "no-cost"),
                                month(step.lock(), "none"),
                                yes(step.must())))
                        .toList());
    }

    private List<Column> pair() {
        return List.of(text("precondition", "precondition"), text("first", "first"), text("then", "then"));
    }

    private static <T> List<T> joined(List<T> some, List<T> others) {
        List<T> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    /** What usually comes first, and nobody has decided about. */
    public Table offers(PreconditionLibrary.Offered offered) {
        return new Table(
                title("offers"),
                joined(pair(), List.of(text("why", "why"), text("source", "source"))),
                offered.offers().stream()
                        .map(offer -> List.of(
                                Cell.text(offer.name()).withCode(offer.precondition()),
                                linked(offer.beforeTitle(), offer.before()),
                                linked(offer.afterTitle(), offer.after()),
                                Cell.text(offer.why()),
                                Cell.text(offer.source())))
                        .toList());
    }

    /** Steps for which nothing in the plan is what usually comes first. */
    public Table unmet(PreconditionLibrary.Offered offered) {
        return new Table(
                title("unmet"),
                List.of(
                        Column.text("step", wording.say("planning.column.step")),
                        text("precondition", "precondition"),
                        text("why", "why"),
                        text("source", "source")),
                offered.unmet().stream()
                        .map(unmet -> List.of(
                                linked(unmet.title(), unmet.step()),
                                Cell.text(unmet.name()).withCode(unmet.precondition()),
                                Cell.text(unmet.why()),
                                Cell.text(unmet.source())))
                        .toList());
    }

    /** What was made of offers, and orders people said by themselves. */
    public Table orders(PreconditionLibrary.Offered offered) {
        return new Table(
                title("orders"),
                joined(pair(), List.of(text("standing", "standing"), text("because", "because"))),
                offered.decided().stream()
                        .map(order -> List.of(
                                words(order.name(), "none").withCode(order.precondition()),
                                linked(order.beforeTitle(), order.id()),
                                linked(order.afterTitle(), order.id()),
                                Cell.text(wording.say(order.standing().label()))
                                        .withCode(order.standing().code()),
                                words(order.because(), "none")))
                        .toList());
    }
}
