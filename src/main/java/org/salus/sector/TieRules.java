package org.salus.sector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.stream.Stream;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.View;

/**
 * What must hold for a new or changed tie. A fold of merged copies may bring ties without ends, the same tie twice or a circle nevertheless; the map bears
 * that and says so.
 */
final class TieRules {
    /** Many ties are judged on one view, one after the other. */
    private static final Map<View, Belonging> KNOWN = new WeakHashMap<>();

    private TieRules() {}

    static List<Sentence> refusals(Item<Tie> edited, View view, Kind.Step step) {
        List<Sentence> refusals = new ArrayList<>(edited.value().refusals());
        refusals.addAll(
                Fullness.refusals(edited, view, step, Tie.KIND, Fullness.MOST_TIES, "sector.refusal.too-many-ties"));
        if (Stream.of(edited.value().from(), edited.value().to()).anyMatch(end -> isSomethingElse(end, view))) {
            refusals.add(Sentence.of("sector.refusal.no-actor"));
        }
        if (edited.value().type() == TieType.PART_OF && belonging(view).wouldClose(edited)) {
            refusals.add(Sentence.of("sector.refusal.circle"));
        }
        return refusals;
    }

    /** What is not there at all is refused by the ledger; an actor that comes in the same step is not there yet. */
    private static boolean isSomethingElse(ItemId end, View view) {
        return view.find(end).filter(item -> !(item.value() instanceof Actor)).isPresent();
    }

    private static Belonging belonging(View view) {
        synchronized (KNOWN) {
            return KNOWN.computeIfAbsent(view, seen -> new Belonging(seen.list(Tie.KIND)));
        }
    }
}
