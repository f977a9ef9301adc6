package org.salus.sector;

import java.util.List;
import org.salus.framework.Sentence;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Kind;
import org.salus.ledger.View;

/** How much one map takes: many times what a country's sector has, and no more than pages and pictures of it can show. */
final class Fullness {
    static final int MOST_ACTORS = 5_000;
    static final int MOST_TIES = 20_000;

    private Fullness() {}

    /** Whether a step would make it more. Told once, at the first that is new, of what the author sees. */
    static <T extends Record> List<Sentence> refusals(
            Item<T> edited, View view, Kind.Step step, Kind<T> kind, int most, String refusal) {
        if (view.ids().size() + step.edits().size() <= most
                || view.find(edited.id()).isPresent()) {
            return List.of();
        }
        boolean isFirst = step.edits().stream()
                .filter(edit -> isNew(edit, view, kind))
                .findFirst()
                .filter(edit -> edit.item().id().equals(edited.id()))
                .isPresent();
        if (!isFirst) {
            return List.of();
        }
        long more =
                step.edits().stream().filter(edit -> isNew(edit, view, kind)).count();
        int known = view.list(kind).size();
        return known + more <= most ? List.of() : List.of(Sentence.of(refusal, most, known, more));
    }

    private static boolean isNew(Edit edit, View view, Kind<?> kind) {
        return edit instanceof Edit.Put
                && edit.item().kind().name().equals(kind.name())
                && view.find(edit.item().id()).isEmpty();
    }
}
