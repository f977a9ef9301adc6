package org.salus.coordination;

import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;

/** What the donors, their partners and others say donors are good at, as one reader sees it, by whatever door. */
public final class DonorStatements {
    private final View view;
    private final List<Item<DonorStatement>> all;

    private DonorStatements(View view, List<Item<DonorStatement>> all) {
        this.view = view;
        this.all = List.copyOf(all);
    }

    /**
     * Those of a workspace, by donor, area and who says so.
     *
     * @param donor only those about this one, under whichever of its names
     */
    public static DonorStatements of(View view, Optional<String> donor) {
        return new DonorStatements(
                view,
                view.list(DonorStatement.KIND).stream()
                        .filter(item -> donor.map(item.value()::isAbout).orElse(true))
                        .sorted(Comparator.comparing((Item<DonorStatement> item) ->
                                        item.value().donor())
                                .thenComparing(item ->
                                        item.value().area().map(Enum::name).orElse(""))
                                .thenComparing(item -> item.value().by())
                                .thenComparing(item -> item.value().who())
                                .thenComparing(Item::id))
                        .toList());
    }

    /** Of every donor, one item each. */
    public List<Item<DonorStatement>> all() {
        return all;
    }

    /** One of them in words: who says what of what. */
    public static Sentence says(DonorStatement one) {
        return Sentence.of(
                "coordination.statement.says",
                one.by().label(),
                one.who(),
                one.when().map(Object::toString).orElse("–"),
                one.area()
                        .map(area -> Sentence.of("coordination.statement.area", area.code(), area.label()))
                        .orElse(Sentence.of("coordination.statement.all-areas")),
                one.text());
    }

    /**
     * As a table.
     *
     * @param link where an item is shown
     */
    public Table table(Wording wording, Function<ItemId, Optional<URI>> link) {
        return new Table(
                wording.say("coordination.statement.table", view.charter().name()),
                List.of(
                        Column.text("donor", wording.say("coordination.page.donor")),
                        Column.text("area", wording.say("coordination.donor.area")),
                        Column.text("by", wording.say("coordination.statement.by")),
                        Column.text("who", wording.say("coordination.statement.who")),
                        Column.text("text", wording.say("coordination.statement.text")),
                        Column.text("when", wording.say("coordination.statement.when")),
                        Column.text("source", wording.say("coordination.statement.source"))),
                all.stream()
                        .map(item -> row(item, wording, link.apply(item.id())))
                        .toList());
    }

    private static List<Cell> row(Item<DonorStatement> item, Wording wording, Optional<URI> link) {
        DonorStatement one = item.value();
        Cell text = Cell.text(one.text());
        return List.of(
                Cell.text(one.donor()),
                one.area()
                        .map(area -> Cell.text(area.code() + " " + wording.say(area.label()))
                                .withCode(area.code()))
                        .orElseGet(() -> Cell.text(wording.say("coordination.statement.all-areas"))),
                Cell.text(wording.say(one.by().label())).withCode(one.by().code()),
                Cell.text(one.who()),
                link.map(text::withLink).orElse(text),
                Cell.text(one.when().map(Object::toString).orElse("")),
                Cell.text(one.source()));
    }

    /** What programs are told. */
    public Map<String, Object> told() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("workspace", view.workspace());
        out.put("heads", view.heads());
        out.put("meaning", Sentence.of("coordination.statement.standing"));
        out.put("statements", all.stream().map(DonorStatements::told).toList());
        return out;
    }

    private static Map<String, Object> told(Item<DonorStatement> item) {
        DonorStatement said = item.value();
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("item", item.id());
        one.put("donor", said.donor());
        one.put("area", said.area());
        one.put("by", said.by());
        one.put("who", said.who());
        one.put("text", said.text());
        one.put("when", said.when().map(Object::toString));
        one.put("source", said.source());
        one.put("basis", item.basis().stream().sorted().toList());
        return one;
    }
}
