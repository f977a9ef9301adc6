package org.salus.goals;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;

/** A chain as tables: its holes, and who supports which goal in which reform area. */
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

    private Column column(String key, String name) {
        return Column.text(key, wording.say("goals.table." + name));
    }

    /** What a box is called: support, where aid data have an activity. */
    public static Sentence levelOf(Box box) {
        return box instanceof Support
                ? Sentence.of("goals.level.support")
                : box.level().label();
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
        cells.add(donor.isEmpty() ? Cell.blank(wording.say("goals.table.not-said")) : Cell.text(donor));
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
