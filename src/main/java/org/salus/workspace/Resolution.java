package org.salus.workspace;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.Digest;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.ItemJson;
import org.salus.ledger.Told;
import org.salus.ledger.View;
import tools.jackson.databind.node.ObjectNode;

/** Puts the versions of an item together that nobody has chosen between yet: one as the ground, single fields from others. */
public final class Resolution {
    /** Of the id of a step, as wherever steps are named. */
    private static final int FEWEST_DIGITS = 8;

    private final Item<?> shown;
    private final List<Told> versions;

    private Resolution(Item<?> shown, List<Told> versions) {
        this.shown = shown;
        this.versions = versions;
    }

    /**
     * The versions of an item, as the reader of a view may see them.
     *
     * @throws Failure if it does not have several
     */
    public static Resolution of(View view, ItemId item) {
        List<Told> versions = view.conflicts().get(item);
        if (versions == null) {
            throw Failure.notFound(Sentence.of("workspace.conflicts.settled"));
        }
        return new Resolution(view.find(item).orElseThrow(), versions);
    }

    /** The versions that stand side by side; who chooses has seen all of them. */
    public Set<Digest> basis() {
        return shown.basis();
    }

    /**
     * What puts them together.
     *
     * @param ground the step that made the version to keep, or at least eight digits that its id begins with; where it removed the item, it is removed
     * @param fields by the names of fields the steps from whose version they are taken
     * @param basis the versions that were looked at
     * @throws Failure if there is no such version or field
     */
    public Edit edit(String ground, Map<String, String> fields, Set<Digest> basis) {
        Told chosen = version(ground);
        return chosen.item().isEmpty()
                ? new Edit.Remove(shown.basedOn(basis))
                : new Edit.Put(together(chosen.item().get(), fields).basedOn(basis));
    }

    private Told version(String entry) {
        List<Told> found = entry.length() < FEWEST_DIGITS
                ? List.of()
                : versions.stream()
                        .filter(told -> told.by().entry().toString().startsWith(entry))
                        .toList();
        if (found.size() != 1) {
            throw Failure.wrongUse(Sentence.of("workspace.conflicts.choose"));
        }
        return found.getFirst();
    }

    private <T extends Record> Item<T> together(Item<T> ground, Map<String, String> fields) {
        ObjectNode value = ItemJson.value(ground);
        for (String field : fields.keySet()) {
            if (versions.stream()
                    .flatMap(told -> told.item().stream())
                    .noneMatch(item -> ItemJson.value(item).has(field))) {
                throw Failure.wrongUse(Sentence.of("workspace.conflicts.no-field", field));
            }
        }
        fields.forEach((field, entry) -> version(entry)
                .item()
                .map(item -> ItemJson.value(item).get(field))
                .ifPresentOrElse(said -> value.set(field, said), () -> value.remove(field)));
        return ItemJson.saying(ground, value)
                .orElseThrow(() -> Failure.wrongUse(Sentence.of("workspace.field.not-allowed")));
    }
}
