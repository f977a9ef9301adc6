package org.salus.workspace;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.Sentence;
import org.salus.ledger.AccountId;
import org.salus.ledger.Digest;
import org.salus.ledger.Edit;
import org.salus.ledger.History;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.ItemJson;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Told;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Saves one field of an item, as soon as somebody has typed it. Two people who edit different fields of one item do not get into each other's way: a
 * conflict is only what somebody else wrote into the same field meanwhile.
 */
public final class FieldEdit {
    private static final int ATTEMPTS = 5;

    private final Workspace workspace;
    private final Faces faces;
    private final AccountId account;

    public FieldEdit(Workspace workspace, Faces faces, AccountId account) {
        this.workspace = workspace;
        this.faces = faces;
        this.account = account;
    }

    /** What became of it. */
    public sealed interface Result {
        /** It is kept; further edits are based on this item. */
        record Saved(Item<?> item) implements Result {}

        /** It cannot be kept, for these reasons. What was typed is not lost: it stays in the field. */
        record Refused(List<Sentence> reasons) implements Result {}

        /**
         * Somebody else wrote into the same field.
         *
         * @param theirs what the field says now
         * @param by who wrote that, if that is known
         * @param item as it is now, to base the next edit on
         */
        record Clashing(String theirs, Optional<Told.By> by, Item<?> item) implements Result {}

        /** The item is no longer there, or no longer meant for this reader. */
        record Gone() implements Result {}
    }

    /**
     * Saves what somebody typed.
     *
     * @param path of the field: its name, or the way to it through records and rows, such as {@code phases.0.when.from}
     * @param basis the versions of the item the page showed
     */
    public Result save(ItemId id, String path, String typed, Set<Digest> basis) {
        return edit(id, path, (item, at) -> save(item, at, typed, basis));
    }

    /**
     * Adds a row to a list.
     *
     * @param path of the list
     * @param typed what was typed, by the path of each field within the row
     */
    public Result add(ItemId id, String path, Map<String, String> typed) {
        return edit(id, path, (item, at) -> {
            if (!at.isList()) {
                return Optional.of(unknown(path));
            }
            Field.Typed row = TypedRow.of(at.field().parts(), typed);
            if (row instanceof Field.Typed.NotUnderstood not) {
                return Optional.of(new Result.Refused(List.of(not.why())));
            }
            ObjectNode value = ItemJson.value(item);
            return at.add(value, ((Field.Typed.Understood) row).json())
                    ? write(item, value)
                    : Optional.of(unknown(path));
        });
    }

    /**
     * Takes a row away, if it still says what the page showed.
     *
     * @param path of the row
     * @param basis the versions of the item the page showed
     */
    public Result remove(ItemId id, String path, Set<Digest> basis) {
        return edit(id, path, (item, at) -> {
            ObjectNode value = ItemJson.value(item);
            if (!at.isRow()) {
                return Optional.of(unknown(path));
            }
            if (!item.basis().equals(basis) && !isUntouched(at, before(item.id(), basis), value)) {
                return Optional.of(new Result.Clashing("", writer(item.id(), at, value), item));
            }
            return at.remove(value) ? write(item, value) : Optional.of(unknown(path));
        });
    }

    private static Result unknown(String path) {
        return new Result.Refused(List.of(Sentence.of("workspace.field.unknown", path)));
    }

    /** What is tried; empty if somebody else was quicker, so that it has to be tried again. */
    @FunctionalInterface
    private interface Attempt {
        Optional<Result> at(Item<?> item, FieldPath path);
    }

    private Result edit(ItemId id, String path, Attempt attempt) {
        for (int tries = 0; tries < ATTEMPTS; tries++) {
            View view = workspace.view(account);
            Optional<Item<?>> present = view.find(id);
            if (present.isEmpty()) {
                return new Result.Gone();
            }
            Optional<FieldPath> at =
                    faces.find(present.get().kind()).flatMap(face -> FieldPath.find(face.fields(), path));
            if (at.isEmpty()) {
                return unknown(path);
            }
            Optional<Result> result = attempt.at(present.get(), at.get());
            if (result.isPresent()) {
                return result.get();
            }
        }
        return new Result.Refused(List.of(Sentence.of("workspace.field.busy")));
    }

    private Optional<Result> save(Item<?> item, FieldPath path, String typed, Set<Digest> basis) {
        JsonNode json;
        switch (path.field().read(typed)) {
            case Field.Typed.NotUnderstood not -> {
                return Optional.of(new Result.Refused(List.of(not.why())));
            }
            case Field.Typed.Understood understood -> json = understood.json();
        }
        ObjectNode value = ItemJson.value(item);
        JsonNode now = path.in(value);
        if (same(now, json)) {
            return Optional.of(new Result.Saved(item));
        }
        if (!item.basis().equals(basis) && !isUntouched(path, before(item.id(), basis), value)) {
            return Optional.of(new Result.Clashing(path.field().written(now), writer(item.id(), path, value), item));
        }
        return path.put(value, json) ? write(item, value) : Optional.of(unknown(path.toString()));
    }

    private static boolean isUntouched(FieldPath path, JsonNode before, JsonNode now) {
        return path.meansTheSameIn(before, now) && same(path.in(before), path.in(now));
    }

    private <T extends Record> Optional<Result> write(Item<T> item, ObjectNode value) {
        Optional<Item<T>> edited = ItemJson.saying(item, value);
        if (edited.isEmpty()) {
            return Optional.of(new Result.Refused(List.of(Sentence.of("workspace.field.not-allowed"))));
        }
        return switch (workspace.append(account, List.of(new Edit.Put(edited.get())), Reason.EDIT)) {
            case Outcome.Accepted accepted ->
                Optional.of(new Result.Saved(edited.get().basedOn(Set.of(accepted.entry()))));
            case Outcome.Refused refused -> Optional.of(new Result.Refused(refused.reasons()));
            case Outcome.Conflicting conflicting -> Optional.empty();
        };
    }

    /** What the item said in the version the page showed. */
    private JsonNode before(ItemId id, Set<Digest> basis) {
        return workspace.history(account).of(id).stream()
                .filter(step -> basis.contains(step.by().entry()))
                .flatMap(step -> step.touched().stream())
                .filter(touched -> touched.item().equals(id))
                .flatMap(touched -> touched.after().stream())
                .<JsonNode>map(ItemJson::value)
                .findFirst()
                .orElseGet(() -> ItemJson.tree("nothing was shown"));
    }

    /** Who last changed what the field says, not who last changed something else of the item. */
    private Optional<Told.By> writer(ItemId id, FieldPath path, JsonNode value) {
        Optional<Told.By> writer = Optional.empty();
        for (History.Step step : workspace.history(account).of(id)) {
            if (step.isWaiting() || step.isRefused()) {
                continue;
            }
            boolean saysSo = step.touched().stream()
                    .filter(touched -> touched.item().equals(id))
                    .flatMap(touched -> touched.after().stream())
                    .anyMatch(item -> isUntouched(path, ItemJson.value(item), value));
            if (!saysSo) {
                break;
            }
            writer = Optional.of(step.by());
        }
        return writer;
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return Objects.equals(plain(one), plain(other));
    }

    private static String plain(JsonNode node) {
        return node.isNull() || node.isMissingNode() ? "" : node.toString();
    }
}
