package org.salus.appraisal;

import java.util.List;
import java.util.Optional;
import org.salus.ledger.Item;
import org.salus.ledger.Kind;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.View;
import org.salus.ledger.WorkspaceId;

/**
 * Something of politics that one reader may read, and where it is kept.
 *
 * @param workspace that keeps it: the one that was opened, or a private layer of it
 * @param layer the name of the private layer; empty for the workspace itself
 * @param <T> what is noted
 */
public record Noted<T extends Record>(WorkspaceId workspace, Optional<String> layer, Item<T> item) {
    /** All items of a kind that a view shows. */
    static <T extends Record> List<Noted<T>> of(View view, Optional<String> layer, Kind<T> kind) {
        return view.list(kind).stream()
                .map(item -> new Noted<>(view.workspace(), layer, item))
                .toList();
    }

    /** What it says. */
    public T value() {
        return item.value();
    }

    /** Whether all members of the workspace that was opened may read it. */
    boolean isForAll() {
        return layer.isEmpty()
                && switch (item.sensitivity()) {
                    case Sensitivity.Public everybody -> true;
                    case Sensitivity.Members members -> true;
                    case Sensitivity.Organisation organisation -> false;
                    case Sensitivity.Named named -> false;
                };
    }

    /** Where it is shown and edited. */
    public String href() {
        return "/workspaces/" + workspace + "/items/" + item.id();
    }
}
