package org.salus.goals;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.framework.PartialDate;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;

/** A chain as tables: the logframe, its holes, and who supports which goal in which reform area. */
public final class ChainTables {
    private final String title;
    private final Chain chain;
    private final HolesAnswer holes;
    private final Wording wording;
    private final Function<ItemId, Optional<URI>> links;

    /** @param links where an element leads; nowhere in files */
    public ChainTables(
            String title, Chain chain, HolesAnswer holes, Wording wording, Function<ItemId, Optional<URI>> links) {
        this.title = title;
        this.chain = chain;
        this.holes = holes;
        this.wording = wording;
        this.links = links;
    }

    /** The logframe: each box in the order of the tree, a row for each of its indicators, what it rests on and what threatens it. */
    public Table logframe() {
        List<List<Cell>> rows = new ArrayList<>();
        for (ChainTree.Row row : ChainTree.of(chain)) {
            if (row.isAgain()) {
                continue;
            }
            List<Item<Indicator>> indicators = chain.indicators(row.box().id());
            if (indicators.isEmpty()) {
                rows.add(line(row, Optional.empty()));
            }
            indicators.forEach(indicator -> rows.add(line(row, Optional.of(indicator))));
        }
        return new Table(
                wording.say("goals.table.logframe", title),
                List.of(
                        column("level", "level"),
                        column("title", "summary"),
                        column("indicator", "indicator"),
                        column("unit", "unit"),
                        column("baseline", "baseline"),
                        column("target", "target"),
                        column("source", "source"),
                        column("until", "until"),
                        column("owner", "owner"),
                        column("assumptions", "assumptions"),
                        column("risks", "risks")),
                rows);
    }

    private Column column(String key, String name) {
        return Column.text(key, wording.say("goals.table." + name));
    }

    private List<Cell> line(ChainTree.Row row, Optional<Item<Indicator>> indicator) {
        Item<? extends Box> box = row.box();
        return List.of(
                Cell.text(wording.say(levelOf(box.value())))
                        .withCode(box.value().level().code()),
                linked(Cell.text(box.value().title()), box.id()),
                indicator
                        .map(one -> linked(Cell.text(one.value().title()), one.id()))
                        .orElse(Cell.blank(wording.say("goals.table.none"))),
                said(indicator.map(one -> one.value().unit()).orElse("")),
                said(indicator.map(one -> reading(one.value().baseline())).orElse("")),
                said(indicator.map(one -> reading(one.value().target())).orElse("")),
                said(indicator.map(one -> one.value().source()).orElse("")),
                said(box.value().due().map(PartialDate::toString).orElse("")),
                said(owner(box.value())),
                said(chain.from(box.id(), LinkType.RESTS_ON).stream()
                        .map(link -> chain.title(link.value().to()))
                        .collect(Collectors.joining("; "))),
                said(chain.to(box.id(), LinkType.THREATENS).stream()
                        .map(link -> chain.title(link.value().from()))
                        .collect(Collectors.joining("; "))));
    }

    /** What a box is called: support, where aid data have an activity. */
    public static Sentence levelOf(Box box) {
        return box instanceof Support
                ? Sentence.of("goals.level.support")
                : box.level().label();
    }

    private static String owner(Box box) {
        return switch (box) {
            case Objective objective -> objective.owner();
            case Result result -> result.owner();
            case Support support -> support.donor();
            case Goal goal -> goal.forWhom();
        };
    }

    /** A value with its date, unrounded. */
    static String reading(Reading reading) {
        String value = reading.value().map(BigDecimal::toPlainString).orElse("");
        String said = value.isEmpty() || reading.words().isBlank()
                ? value + reading.words()
                : value + " (" + reading.words() + ")";
        return said.isEmpty()
                ? ""
                : said + reading.on().map(date -> ", " + date).orElse("");
    }

    private Cell said(String text) {
        return text.isEmpty() ? Cell.blank(wording.say("goals.table.not-said")) : Cell.text(text);
    }

    private Cell linked(Cell cell, ItemId element) {
        return links.apply(element).map(cell::withLink).orElse(cell);
    }

    /** Every hole, one a row. */
    public Table holes() {
        return new Table(
                wording.say("goals.table.holes", title),
                List.of(
                        column("weight", "weight"),
                        column("rule", "rule"),
                        column("level", "level"),
                        column("box", "summary"),
                        column("says", "says")),
                holes.holes().stream()
                        .map(hole -> List.of(
                                Cell.text(wording.say(hole.weight().label()))
                                        .withCode(hole.weight().code()),
                                Cell.text(wording.say(hole.rule(false))).withCode(hole.rule()),
                                chain.box(hole.box())
                                        .map(box -> Cell.text(wording.say(
                                                        box.value().level().label()))
                                                .withCode(box.value().level().code()))
                                        .orElse(Cell.blank("")),
                                linked(Cell.text(chain.title(hole.box())), hole.box()),
                                Cell.text(wording.say(hole.says()))))
                        .toList());
    }

    /**
     * Goals by donor and reform area: how many pieces of support lead there. Money is not added here: amounts of one support that leads to two goals would
     * count twice.
     */
    public Table matrix() {
        Map<String, Map<ReformArea, List<Item<Support>>>> byDonor = new TreeMap<>();
        for (Item<Support> support : chain.list(Support.KIND)) {
            byDonor.computeIfAbsent(support.value().donor(), donor -> new LinkedHashMap<>())
                    .computeIfAbsent(
                            support.value().area().orElse(ReformArea.CANNOT_BE_TOLD), area -> new ArrayList<>())
                    .add(support);
        }
        List<Item<Goal>> goals = chain.list(Goal.KIND);
        List<Column> columns = new ArrayList<>(List.of(column("donor", "donor"), column("area", "area")));
        for (int i = 0; i < goals.size(); i++) {
            columns.add(Column.integer("goal_" + (i + 1), goals.get(i).value().title(), ""));
        }
        columns.add(Column.integer("no_goal", wording.say("goals.table.no-goal"), ""));
        List<List<Cell>> rows = new ArrayList<>();
        byDonor.forEach((donor, byArea) -> byArea.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .forEach(area -> rows.add(row(donor, area.getKey(), area.getValue(), goals))));
        return new Table(wording.say("goals.table.matrix", title), columns, rows);
    }

    private List<Cell> row(String donor, ReformArea area, List<Item<Support>> all, List<Item<Goal>> goals) {
        List<Cell> cells = new ArrayList<>();
        cells.add(said(donor));
        cells.add(Cell.text(wording.say(area.label())).withCode(area.code()));
        for (Item<Goal> goal : goals) {
            cells.add(Cell.number(all.stream()
                    .filter(support -> chain.leads(support.id(), goal.id()))
                    .count()));
        }
        cells.add(Cell.number(all.stream()
                .filter(support -> goals.stream().noneMatch(goal -> chain.leads(support.id(), goal.id())))
                .count()));
        return cells;
    }
}
