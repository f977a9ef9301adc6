package org.salus.impact;

import java.util.Optional;
import java.util.stream.Stream;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.View;

/** What is there once a step is done: a claim and what it is about may be written at once, as imports do. */
final class InStep {
    private InStep() {}

    /** What an item says after a step, as far as its author sees it. */
    static Optional<Record> find(ItemId id, View view, Kind.Step step) {
        return step.edits().stream()
                .filter(edit -> edit.item().id().equals(id))
                .findFirst()
                .map(edit -> edit instanceof Edit.Put ? Stream.<Item<?>>of(edit.item()) : Stream.<Item<?>>empty())
                .orElseGet(() -> view.find(id).stream())
                .findFirst()
                .map(Item::value);
    }
}
