package org.salus.goals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.ItemJson;
import org.salus.ledger.View;
import org.salus.sector.Actor;
import tools.jackson.databind.node.ObjectNode;

/**
 * A chain as rows and columns. A box takes as many rows as it has indicators, assumptions or risks, whichever are most; each cell is one field of one item, so
 * that it can be edited, pasted into and brought back from a file on its own.
 */
public final class Logframe {
    private final Chain chain;
    private final Function<ItemId, String> institutions;
    private final List<Row> rows;
    private final Map<ItemId, ObjectNode> values = new HashMap<>();

    private Logframe(Chain chain, Function<ItemId, String> institutions) {
        this.chain = chain;
        this.institutions = institutions;
        this.rows = rows(chain);
    }

    /** The logframe of a chain, with the names of institutions as its reader may know them. */
    public static Logframe of(Chain chain, View view) {
        return new Logframe(
                chain,
                actor -> view.find(Actor.KIND, actor).stream()
                        .flatMap(item -> item.value().names().stream())
                        .findFirst()
                        .orElse(""));
    }

    /**
     * A row.
     *
     * @param number where it stands: 1.2 is the second that contributes to 1
     * @param isAgain whether the box stands in full further up; then nothing but its title is said
     * @param line of the box, from 0; what is said of the box as a whole stands in its first
     */
    public record Row(
            String number,
            int depth,
            Item<? extends Box> box,
            boolean isAgain,
            int line,
            Optional<Item<Indicator>> indicator,
            Optional<Item<Assumption>> assumption,
            Optional<Item<Risk>> risk) {
        /** What the row is. */
        public LogframeLevel level() {
            return LogframeLevel.of(box.value());
        }

        /** The item a column of this row speaks about; empty where there is none yet, or where another row says it. */
        public Optional<Item<?>> item(LogframeColumn column) {
            return switch (column.of()) {
                case PLACE -> Optional.empty();
                case BOX -> line == 0 && !isAgain ? Optional.of(box) : Optional.empty();
                case INDICATOR -> indicator.map(item -> item);
                case ASSUMPTION -> assumption.map(item -> item);
                case RISK -> risk.map(item -> item);
            };
        }

        /** By what the row is found again: the ids of what stands in it. */
        public String key() {
            return Stream.of(
                            Optional.of(keyOf(box.id())),
                            indicator.map(item -> "i:" + item.id()),
                            assumption.map(item -> "a:" + item.id()),
                            risk.map(item -> "r:" + item.id()))
                    .flatMap(Optional::stream)
                    .reduce((one, other) -> one + " " + other)
                    .orElseThrow();
        }

        /** Whether something new can be named here by typing: what belongs to the box and is not there yet. */
        public boolean mayBegin(LogframeColumn column) {
            return column.isName()
                    && column.of() != LogframeColumn.Of.BOX
                    && item(column).isEmpty()
                    && !isAgain;
        }
    }

    private static List<Row> rows(Chain chain) {
        List<Row> rows = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        for (ChainTree.Row told : ChainTree.of(chain)) {
            String number = next(counts, told.depth());
            ItemId box = told.box().id();
            if (told.isAgain()) {
                rows.add(new Row(
                        number,
                        told.depth(),
                        told.box(),
                        true,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
                continue;
            }
            List<Item<Indicator>> indicators = chain.indicators(box);
            List<Item<Assumption>> restsOn = chain.from(box, LinkType.RESTS_ON).stream()
                    .flatMap(link -> chain.assumption(link.value().to()).stream())
                    .toList();
            List<Item<Risk>> threatenedBy = chain.to(box, LinkType.THREATENS).stream()
                    .flatMap(link -> chain.risk(link.value().from()).stream())
                    .toList();
            int lines = Math.max(1, Math.max(indicators.size(), Math.max(restsOn.size(), threatenedBy.size())));
            for (int line = 0; line < lines; line++) {
                rows.add(new Row(
                        number,
                        told.depth(),
                        told.box(),
                        false,
                        line,
                        at(indicators, line),
                        at(restsOn, line),
                        at(threatenedBy, line)));
            }
        }
        return List.copyOf(rows);
    }

    private static String next(List<Integer> counts, int depth) {
        while (counts.size() > depth + 1) {
            counts.removeLast();
        }
        if (counts.size() == depth + 1) {
            counts.set(depth, counts.get(depth) + 1);
        } else {
            counts.add(1);
        }
        return counts.stream()
                .map(String::valueOf)
                .reduce((one, other) -> one + "." + other)
                .orElse("");
    }

    private static <T> Optional<T> at(List<T> list, int place) {
        return place < list.size() ? Optional.of(list.get(place)) : Optional.empty();
    }

    public Chain chain() {
        return chain;
    }

    public List<Row> rows() {
        return rows;
    }

    /** The key of a box of which nothing more is said. */
    public static String keyOf(ItemId box) {
        return "b:" + box;
    }

    /** The place of a row, from 0, by its key; where that is no longer so, because a part of the row came or went, the first row of its box. */
    public Optional<Integer> place(String key) {
        List<String> keys = rows.stream().map(Row::key).toList();
        int exact = keys.indexOf(key);
        if (exact >= 0) {
            return Optional.of(exact);
        }
        String box = key.split(" ", 2)[0];
        for (int place = 0; place < keys.size(); place++) {
            if (keys.get(place).split(" ", 2)[0].equals(box)) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    /**
     * The keys of the rows that follow one, to the end.
     *
     * @return empty if no row has that key as it was seen, so that nobody's text lands in another row
     */
    public Optional<List<String>> after(String key) {
        List<String> keys = rows.stream().map(Row::key).toList();
        int place = keys.indexOf(key);
        return place < 0 ? Optional.empty() : Optional.of(keys.subList(place + 1, keys.size()));
    }

    /** What stands in a cell, as people type it. */
    public String text(Row row, LogframeColumn column, Wording wording) {
        return switch (column) {
            case NUMBER -> row.number();
            case LEVEL -> wording.say(row.level().label());
            case TITLE -> row.box().value().title();
            case INSTITUTION ->
                row.item(column).isPresent() ? institution(row.box().value()) : "";
            default ->
                row.item(column)
                        .flatMap(item -> column.field(item.kind()).map(field -> field.of(value(item))))
                        .orElse("");
        };
    }

    /** An item is asked for as many cells as it has; it is written out once. */
    private ObjectNode value(Item<?> item) {
        return values.computeIfAbsent(item.id(), id -> ItemJson.value(item));
    }

    private String institution(Box box) {
        return box instanceof Objective objective
                ? objective.institution().map(institutions).orElse(objective.institutionName())
                : "";
    }
}
