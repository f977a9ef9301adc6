package org.salus.goals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.framework.PartialDate;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.workspace.Differing;

/** Two alternatives in tables: their measures beside each other, and every difference field by field. Nothing is weighed: which is better is for people to say. */
public final class ComparisonTables {
    private final GoalsAnswers answers;
    private final ChainComparison comparison;
    private final Wording wording;

    public ComparisonTables(GoalsAnswers answers, ChainComparison comparison, Wording wording) {
        this.answers = answers;
        this.comparison = comparison;
        this.wording = wording;
    }

    /** What can be counted in each. Costs of different currencies are not added. */
    public Table measures() {
        List<Chain> models = List.of(answers.model(comparison.before()), answers.model(comparison.after()));
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(counted("goals", models, chain -> chain.list(Goal.KIND).size()));
        rows.add(counted(
                "objectives", models, chain -> chain.list(Objective.KIND).size()));
        rows.add(counted("results", models, chain -> chain.list(Result.KIND).size()));
        rows.add(counted("support", models, chain -> chain.list(Support.KIND).size()));
        rows.add(counted("indicators", models, chain -> chain.indicators().size()));
        rows.add(counted(
                "open",
                models,
                chain -> answers.holes(chain).open(answers.answered(chain)).size()));
        rows.add(row("cost", models, chain -> money(chain, Cost::once)));
        rows.add(row("every-year", models, chain -> money(chain, Cost::everyYear)));
        rows.add(counted("without-cost", models, chain -> (int) chain.list(Objective.KIND).stream()
                .filter(objective -> !objective.value().cost().isKnown())
                .count()));
        rows.add(row(
                "last",
                models,
                chain -> chain.list(Objective.KIND).stream()
                        .flatMap(objective -> objective.value().until().stream())
                        .max(Comparator.comparing(PartialDate::latest))
                        .map(date -> Cell.text(date.toString()))
                        .orElseGet(() -> Cell.text(wording.say("goals.table.not-said")))));
        return new Table(
                wording.say("goals.compare.measures"),
                List.of(
                        Column.text("measure", wording.say("goals.compare.measure")),
                        Column.text("before", comparison.before().value().title()),
                        Column.text("after", comparison.after().value().title())),
                rows);
    }

    private List<Cell> counted(String name, List<Chain> models, Function<Chain, Integer> count) {
        return row(name, models, chain -> Cell.number(count.apply(chain)));
    }

    private List<Cell> row(String name, List<Chain> models, Function<Chain, Cell> cell) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.text(wording.say("goals.compare.measure." + name))));
        models.forEach(model -> cells.add(cell.apply(model)));
        return cells;
    }

    private Cell money(Chain chain, Function<Cost, Optional<BigDecimal>> part) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Item<Objective> objective : chain.list(Objective.KIND)) {
            Cost cost = objective.value().cost();
            part.apply(cost).ifPresent(amount -> sums.merge(cost.currency(), amount, BigDecimal::add));
        }
        return Cell.text(
                sums.isEmpty()
                        ? wording.say("goals.table.not-said")
                        : sums.entrySet().stream()
                                .map(sum -> wording.say("goals.compare.money", sum.getKey(), sum.getValue()))
                                .collect(Collectors.joining(" + ")));
    }

    /** Every difference, a row for each field that says something else. */
    public Table differences(List<Differing> told) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Differing one : told) {
            String change =
                    wording.say("workspace.change." + one.change().name().toLowerCase(Locale.ROOT));
            if (one.change() == Differing.Change.CHANGED) {
                one.fields()
                        .forEach(field -> rows.add(line(change, one, field.label(), field.before(), field.after())));
            } else {
                rows.add(line(change, one, "", "", ""));
            }
        }
        return new Table(
                wording.say(
                        "goals.compare.title",
                        comparison.after().value().title(),
                        comparison.before().value().title()),
                List.of(
                        Column.text("change", wording.say("goals.compare.change")),
                        Column.text("kind", wording.say("goals.compare.kind")),
                        Column.text("title", wording.say("goals.table.summary")),
                        Column.text("id", wording.say("goals.compare.id")),
                        Column.text("field", wording.say("goals.compare.field")),
                        Column.text("before", comparison.before().value().title()),
                        Column.text("after", comparison.after().value().title())),
                rows);
    }

    private static List<Cell> line(String change, Differing one, String field, String before, String after) {
        return List.of(
                Cell.text(change),
                Cell.text(one.kind()),
                Cell.text(one.title()),
                Cell.text(one.item().toString()),
                Cell.text(field),
                Cell.text(before),
                Cell.text(after));
    }
}
