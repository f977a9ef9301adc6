package org.salus.planning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Hue;
import org.salus.documents.Table;
import org.salus.documents.Tint;
import org.salus.framework.Figure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;

/** A plan as tables, for pages, files and a terminal. */
public final class PlanTables {
    /** More years side by side nobody can read; the table of steps has them all. */
    private static final int MOST_YEARS = 25;

    private final Wording wording;

    public PlanTables(Wording wording) {
        this.wording = wording;
    }

    /** The steps with their cost and who pays. */
    public Table steps(List<PlanStep> steps) {
        return new Table(
                wording.say("planning.table.steps"),
                List.of(
                        Column.text("step", wording.say("planning.column.step")),
                        Column.integer("begins", wording.say("planning.column.begins"), ""),
                        Column.integer("reached", wording.say("planning.column.reached"), ""),
                        Column.integer("handed_over", wording.say("planning.column.handed-over"), ""),
                        Column.text("currency", wording.say("planning.column.currency")),
                        Column.decimal("once", wording.say("planning.column.once"), "", 0),
                        Column.decimal("every_year", wording.say("planning.column.every-year"), "", 0),
                        Column.decimal("support", wording.say("planning.column.support"), "", 0),
                        Column.text("donors", wording.say("planning.column.donors")),
                        Column.text("payer", wording.say("planning.column.payer"))),
                steps.stream().map(this::row).toList());
    }

    private List<Cell> row(PlanStep step) {
        return List.of(
                Cell.text(step.title()),
                year(step.begins()),
                year(step.ready()),
                year(step.handedOver()),
                words(step.currency()),
                amount(step.once()),
                amount(step.everyYear()),
                amount(step.supported()),
                words(String.join("; ", step.donors())),
                words(step.payer()));
    }

    /** A year is no count: it is written without a space among its digits. */
    private Cell year(Optional<Integer> year) {
        return year.map(known -> Cell.text(Integer.toString(known))).orElseGet(this::notSaid);
    }

    private Cell amount(Optional<BigDecimal> amount) {
        return amount.map(Cell::number).orElseGet(this::notSaid);
    }

    private Cell words(String text) {
        return text.isBlank() ? notSaid() : Cell.text(text);
    }

    private Cell notSaid() {
        return Cell.blank(wording.say("planning.not-said"));
    }

    /**
     * The steps over the years, as a chart that is a table: when each is worked on, when donors pay for running it, and when the state does. Steps without a year stand in it
     * with a word.
     */
    public Table gantt(List<PlanStep> steps) {
        int first = steps.stream()
                .flatMap(step -> step.begins().or(step::ready).stream())
                .min(Integer::compare)
                .orElse(0);
        // One year behind the last hand-over shows that it goes on.
        int last = Math.min(
                first + MOST_YEARS - 1,
                steps.stream()
                                .flatMap(step -> step.handedOver().or(step::ready).stream())
                                .max(Integer::compare)
                                .orElse(first)
                        + 1);
        List<Column> columns = new ArrayList<>(List.of(Column.text("step", wording.say("planning.column.step"))));
        for (int year = first; year <= last && first > 0; year++) {
            columns.add(Column.text("y" + year, Integer.toString(year)));
        }
        if (first == 0) {
            columns.add(Column.text("years", wording.say("planning.column.year")));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (PlanStep step : steps) {
            List<Cell> row = new ArrayList<>(List.of(Cell.text(step.title())));
            for (int column = 1; column < columns.size(); column++) {
                row.add(bar(step, first + column - 1));
            }
            rows.add(row);
        }
        return new Table(wording.say("planning.table.gantt"), columns, rows);
    }

    private Cell bar(PlanStep step, int year) {
        if (step.ready().isEmpty()) {
            return notSaid();
        }
        int ready = step.ready().get();
        if (year <= ready) {
            return year >= step.begins().orElse(ready) ? bar("work", new Tint(Hue.ACCENT, 4)) : Cell.blank("");
        }
        return year <= step.handedOver().orElse(ready)
                ? bar("donors", new Tint(Hue.ACCENT, 2))
                : bar("state", new Tint(Hue.NONE, 2));
    }

    private Cell bar(String phase, Tint tint) {
        return Cell.text(wording.say("planning.phase." + phase)).withTint(tint);
    }

    /** What is to be paid year by year under one outlook. */
    public Table years(Affordability found) {
        String unit = found.currency();
        return new Table(
                wording.say("planning.table.years", found.scenario(), found.priceYear()),
                List.of(
                        Column.text("year", wording.say("planning.column.year")),
                        Column.decimal("once", wording.say("planning.column.once"), unit, 0),
                        Column.decimal("donors_yearly", wording.say("planning.column.donors-yearly"), unit, 0),
                        Column.decimal("after_hand_over", wording.say("planning.column.after-hand-over"), unit, 0),
                        Column.decimal("nobody_named", wording.say("planning.column.nobody-named"), unit, 0),
                        Column.decimal("room", wording.say("planning.column.room"), unit, 0),
                        Column.decimal("left", wording.say("planning.column.left"), unit, 0),
                        Column.decimal("by_head", wording.say("planning.column.by-head"), unit, 2),
                        Column.decimal("current_prices", wording.say("planning.column.current-prices"), unit, 0)),
                found.years().stream().map(this::row).toList());
    }

    private List<Cell> row(Affordability.Year year) {
        return List.of(
                Cell.text(Integer.toString(year.year())),
                figure(year.once()),
                figure(year.donors()),
                figure(year.state()),
                Cell.number(year.unnamed()),
                Cell.number(year.room()),
                figure(year.left()),
                figure(year.perCitizen()),
                figure(year.nominal()));
    }

    private Cell figure(Figure<BigDecimal> figure) {
        return figure.valueIfAny()
                .map(Cell::number)
                .orElseGet(
                        () -> Cell.blank(figure.reasonIfAny().map(wording::say).orElse("")));
    }

    /** How the first gap moves with one figure. */
    public Table sensitivities(Affordability found) {
        return new Table(
                wording.say("planning.table.sensitivities", found.scenario()),
                List.of(
                        Column.text("change", wording.say("planning.column.change")),
                        Column.text("first_gap", wording.say("planning.column.first-gap")),
                        Column.decimal("worst_gap", wording.say("planning.column.worst-gap"), found.currency(), 0)),
                Stream.concat(
                                Stream.of(new Affordability.Sensitivity(
                                        Sentence.of("planning.sensitivity.none"), found.gap())),
                                found.sensitivities().stream())
                        .map(one -> List.of(
                                Cell.text(wording.say(one.change())),
                                one.gap()
                                        .map(gap -> Cell.text(Integer.toString(gap.first())))
                                        .orElseGet(() -> Cell.blank(wording.say("planning.no-gap"))),
                                one.gap()
                                        .map(gap -> Cell.number(gap.amount()))
                                        .orElseGet(() -> Cell.blank(wording.say("planning.no-gap")))))
                        .toList());
    }

    /** The steps of a plan that was agreed on, by their beginning. */
    public Table agreed(AgreedPlan plan) {
        return new Table(
                wording.say("planning.table.agreed", plan.title()),
                List.of(
                        Column.text("step", wording.say("planning.column.step")),
                        Column.text("begins", wording.say("planning.column.begins")),
                        Column.text("until", wording.say("planning.roadmap.column.until")),
                        Column.decimal("cost", wording.say("planning.roadmap.column.cost"), plan.currency(), 0)),
                plan.starts().stream()
                        .sorted(Comparator.comparing(AgreedStart::begins).thenComparing(AgreedStart::title))
                        .map(start -> List.of(
                                Cell.text(start.title()),
                                Cell.text(wording.shortDay(start.begins())),
                                Cell.text(wording.shortDay(start.until())),
                                amount(start.cost())))
                        .toList());
    }

    /** What has not been said of steps. */
    public Table missing(Affordability found) {
        return new Table(
                wording.say("planning.table.missing"),
                List.of(
                        Column.text("step", wording.say("planning.column.step")),
                        Column.text("missing", wording.say("planning.column.missing"))),
                found.missing().stream()
                        .map(lack -> List.of(
                                Cell.text(lack.title()),
                                Cell.text(wording.say(lack.what().label()))
                                        .withCode(lack.what().code())))
                        .toList());
    }
}
