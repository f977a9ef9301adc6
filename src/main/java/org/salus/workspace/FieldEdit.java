package org.salus.workspace;

import java.util.List;
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
     * @param basis the versions of the item the page showed
     */
    public Result save(ItemId id, String fieldName, String typed, Set<Digest> basis) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            View view = workspace.view(account);
            Optional<Item<?>> present = view.find(id);
            Optional<Field> field =
                    present.flatMap(item -> faces.find(item.kind())).flatMap(face -> face.field(fieldName));
            if (present.isEmpty()) {
                return new Result.Gone();
            }
            if (field.isEmpty()) {
                return new Result.Refused(List.of(Sentence.of("workspace.field.unknown", fieldName)));
            }
            Optional<Result> result = save(present.get(), field.get(), typed, basis);
            if (result.isPresent()) {
                return result.get();
            }
        }
        return new Result.Refused(List.of(Sentence.of("workspace.field.busy")));
    }

    /** Empty if somebody else was quicker, so that it has to be tried again. */
    private Optional<Result> save(Item<?> item, Field field, String typed, Set<Digest> basis) {
        JsonNode json;
        switch (field.read(typed)) {
            case Field.Typed.NotUnderstood not -> {
                return Optional.of(new Result.Refused(List.of(not.why())));
            }
            case Field.Typed.Understood understood -> json = understood.json();
        }
        ObjectNode value = ItemJson.value(item);
        JsonNode now = value.path(field.name());
        if (same(now, json)) {
            return Optional.of(new Result.Saved(item));
        }
        if (!item.basis().equals(basis) && !same(before(item.id(), field.name(), basis), now)) {
            return Optional.of(new Result.Clashing(field.written(now), lastBy(item.id()), item));
        }
        if (json.isNull()) {
            value.remove(field.name());
        } else {
            value.set(field.name(), json);
        }
        return write(item, value);
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

    /** What the field said in the version the page showed. */
    private JsonNode before(ItemId id, String field, Set<Digest> basis) {
        return workspace.history(account).of(id).stream()
                .filter(step -> basis.contains(step.by().entry()))
                .flatMap(step -> step.touched().stream())
                .filter(touched -> touched.item().equals(id))
                .flatMap(touched -> touched.after().stream())
                .map(item -> ItemJson.value(item).path(field))
                .findFirst()
                .orElseGet(() -> ItemJson.tree("nothing was shown"));
    }

    private Optional<Told.By> lastBy(ItemId id) {
        return workspace.history(account).of(id).stream().map(History.Step::by).findFirst();
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return Objects.equals(plain(one), plain(other));
    }

    private static String plain(JsonNode node) {
        return node.isNull() || node.isMissingNode()
                ? ""
                : node.isNumber() ? node.decimalValue().stripTrailingZeros().toPlainString() : node.toString();
    }
}
