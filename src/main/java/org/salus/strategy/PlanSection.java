package org.salus.strategy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.framework.PartialDate;
import org.salus.framework.Wording;
import org.salus.goals.Chain;
import org.salus.goals.Cost;
import org.salus.goals.Objective;
import org.salus.ledger.Item;

/** Plan, cost and hand-over: when each objective begins and is to be reached, what it takes, and who pays once support has ended. Currencies are never added to one another. */
final class PlanSection implements SectionSource {
    private static final int DECIMALS = 0;

    @Override
    public Section section() {
        return Section.PLAN;
    }

    @Override
    public Composed compose(Material material) {
        Wording wording = material.wording();
        Composing section = new Composing(section(), wording);
        List<Item<Objective>> objectives =
                material.chain().map(chain -> inTime(chain)).orElse(List.of());
        if (objectives.isEmpty()) {
            return section.say(material.isUndecided() ? "strategy.undecided" : "strategy.plan.nothing")
                    .composed();
        }
        long dated = objectives.stream()
                .filter(one -> one.value().until().isPresent())
                .count();
        long costed =
                objectives.stream().filter(one -> one.value().cost().isKnown()).count();
        long handed = objectives.stream()
                .filter(one -> !one.value().payerAfterHandover().isBlank())
                .count();
        section.say("strategy.plan.lead", objectives.size(), dated, costed, handed);
        section.list(totals(objectives, wording));
        section.table("objectives", table(objectives, material));
        if (costed < objectives.size()) {
            section.note("strategy.plan.left-out", objectives.size() - costed);
        }
        return section.composed();
    }

    private static List<Item<Objective>> inTime(Chain chain) {
        return chain.list(Objective.KIND).stream()
                .sorted(Comparator.comparing((Item<Objective> one) ->
                                one.value().until().map(PartialDate::toString).orElse("9999"))
                        .thenComparing(Item::id))
                .toList();
    }

    private static List<String> totals(List<Item<Objective>> objectives, Wording wording) {
        Map<String, BigDecimal> once = new TreeMap<>();
        Map<String, BigDecimal> everyYear = new TreeMap<>();
        for (Item<Objective> one : objectives) {
            Cost cost = one.value().cost();
            cost.once().ifPresent(amount -> once.merge(cost.currency(), amount, BigDecimal::add));
            cost.everyYear().ifPresent(amount -> everyYear.merge(cost.currency(), amount, BigDecimal::add));
        }
        List<String> told = new ArrayList<>();
        once.forEach((currency, amount) -> told.add(wording.say("strategy.plan.once", currency, amount)));
        everyYear.forEach((currency, amount) -> told.add(wording.say("strategy.plan.every-year", currency, amount)));
        return told;
    }

    private static Table table(List<Item<Objective>> objectives, Material material) {
        Wording wording = material.wording();
        return new Table(
                wording.say("strategy.plan.table"),
                List.of(
                        Column.text("objective", wording.say("strategy.plan.objective")),
                        Column.text("institution", wording.say("strategy.plan.institution")),
                        Column.text("owner", wording.say("strategy.plan.owner")),
                        Column.text("begins", wording.say("strategy.plan.begins")),
                        Column.text("until", wording.say("strategy.plan.until")),
                        Column.decimal("once", wording.say("strategy.plan.once.name"), "", DECIMALS),
                        Column.decimal("every_year", wording.say("strategy.plan.every-year.name"), "", DECIMALS),
                        Column.text("currency", wording.say("strategy.plan.currency")),
                        Column.text("payer", wording.say("strategy.plan.payer"))),
                objectives.stream().map(one -> row(one.value(), material)).toList());
    }

    private static List<Cell> row(Objective objective, Material material) {
        String none = material.wording().say("strategy.plan.not-said");
        return List.of(
                Cell.text(objective.title()),
                words(GoalsSection.institution(objective, material), none),
                words(objective.owner(), none),
                words(objective.begins().map(PartialDate::toString).orElse(""), none),
                words(objective.until().map(PartialDate::toString).orElse(""), none),
                amount(objective.cost().once(), none),
                amount(objective.cost().everyYear(), none),
                Cell.text(objective.cost().currency()),
                words(objective.payerAfterHandover(), none));
    }

    static Cell words(String text, String none) {
        return text.isBlank() ? Cell.blank(none) : Cell.text(text);
    }

    private static Cell amount(Optional<BigDecimal> amount, String none) {
        return amount.map(Cell::number).orElseGet(() -> Cell.blank(none));
    }
}
