package org.salus.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Difference;
import org.salus.ledger.History;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.ItemJson;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.Told;
import org.salus.ledger.View;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * An item that is not the same in two states, in words: which of its fields say something else.
 *
 * @param change whether it was added, removed or changed
 * @param isInConflict whether one of the states has several versions of it
 */
public record Differing(
        ItemId item, String kind, String title, Change change, boolean isInConflict, List<FieldChange> fields) {
    /** What happened to an item between two states. */
    public enum Change {
        ADDED,
        REMOVED,
        CHANGED;

        /** What a step did to an item; what it took the place of need not be readable any more. */
        public static Change of(History.Touched touched) {
            return touched.after().isEmpty() ? REMOVED : touched.before().isEmpty() ? ADDED : CHANGED;
        }

        /** What to call it: "added". */
        public Sentence label() {
            return Sentence.of("workspace.change." + name().toLowerCase(Locale.ROOT));
        }
    }

    /** A field that says something else; nothing is said where a side has no such item. */
    public record FieldChange(String label, String before, String after) {}

    public Differing {
        fields = List.copyOf(fields);
    }

    /** A difference in words. */
    public static Differing of(Difference difference, View earlier, View later, Faces faces, Wording wording) {
        return between(
                first(difference.before()),
                first(difference.after()),
                difference.before().size() > 1 || difference.after().size() > 1,
                earlier,
                later,
                faces,
                wording);
    }

    /**
     * Two versions of something that one person may see, in words; at least one of them is there.
     *
     * @param earlier where the first of them is read
     * @param later where the second is read
     */
    public static Differing between(
            Optional<Item<?>> before,
            Optional<Item<?>> after,
            boolean isInConflict,
            View earlier,
            View later,
            Faces faces,
            Wording wording) {
        Item<?> shown = after.or(() -> before).orElseThrow();
        Change change = before.isEmpty() ? Change.ADDED : after.isEmpty() ? Change.REMOVED : Change.CHANGED;
        return new Differing(
                shown.id(),
                wording.say(faces.label(shown.kind())),
                faces.title(shown, after.isPresent() ? later : earlier, wording),
                change,
                isInConflict,
                fields(
                        before,
                        after,
                        shown,
                        faces,
                        wording,
                        item -> faces.title(item, later.find(item).isPresent() ? later : earlier, wording),
                        account -> Faces.name(account, later, wording)));
    }

    /** Differences as lines of a terminal. */
    public static List<Sentence> tell(List<Differing> differences) {
        List<Sentence> lines = new ArrayList<>();
        for (Differing one : differences) {
            lines.add(Sentence.of("workspace.cli.difference", one.change().label(), one.kind(), one.title()));
            one.fields()
                    .forEach(field -> lines.add(Sentence.of(
                            "workspace.cli.difference.field", field.label(), field.before(), field.after())));
        }
        return lines;
    }

    private static Optional<Item<?>> first(List<Told> versions) {
        return versions.stream().flatMap(told -> told.item().stream()).findFirst();
    }

    private static List<FieldChange> fields(
            Optional<Item<?>> before,
            Optional<Item<?>> after,
            Item<?> shown,
            Faces faces,
            Wording wording,
            Function<ItemId, String> titles,
            Function<AccountId, String> names) {
        ItemParts parts = new ItemParts(faces.find(shown.kind()), wording, titles);
        List<FieldChange> changes = new ArrayList<>();
        for (String name :
                parts.names(Stream.of(before, after).flatMap(Optional::stream).toList())) {
            if (!node(before, name).equals(node(after, name))) {
                String was = before.map(item -> parts.said(item, name)).orElse("");
                String is = after.map(item -> parts.said(item, name)).orElse("");
                if (!was.equals(is)) {
                    changes.add(new FieldChange(parts.label(name), was, is));
                } else if (before.isPresent() && after.isPresent()) {
                    changes.add(new FieldChange(parts.label(name), was, wording.say("workspace.part.otherwise")));
                }
            }
        }
        part(before, after, item -> meantFor(item.sensitivity(), names, wording))
                .map(both -> new FieldChange(wording.say("workspace.item.sensitivity"), both.before(), both.after()))
                .ifPresent(changes::add);
        part(before, after, item -> String.valueOf(item.citations().size()))
                .filter(both -> before.isPresent() && after.isPresent())
                .map(both -> new FieldChange(wording.say("workspace.item.sources"), both.before(), both.after()))
                .ifPresent(changes::add);
        return changes;
    }

    /** For whom an item is meant; a list names those on it, since who is added to it or left out is the change. */
    private static String meantFor(Sensitivity sensitivity, Function<AccountId, String> names, Wording wording) {
        String level = wording.say(sensitivity.label());
        return sensitivity instanceof Sensitivity.Named named
                ? level + ": " + named.accounts().stream().map(names).sorted().collect(Collectors.joining(", "))
                : level;
    }

    private static Optional<FieldChange> part(
            Optional<Item<?>> before, Optional<Item<?>> after, Function<Item<?>, String> said) {
        String was = before.map(said).orElse("");
        String is = after.map(said).orElse("");
        return was.equals(is) ? Optional.empty() : Optional.of(new FieldChange("", was, is));
    }

    private static JsonNode node(Optional<Item<?>> item, String name) {
        return item.<JsonNode>map(known -> ItemJson.told(known).path(name)).orElseGet(MissingNode::getInstance);
    }
}
