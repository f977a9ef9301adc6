package org.salus.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;

/** What somebody types about an activity that may be aid, on a page or in a program, by names: read strictly. */
public final class TypedAid {
    private static final List<String> MORE = List.of("title", "support", "note");

    private final Map<String, String> typed;

    /**
     * What was typed.
     *
     * @param typed words by their names
     * @throws Failure (wrong use) naming what means nothing
     */
    public TypedAid(Map<String, String> typed) {
        this.typed = Map.copyOf(typed);
        List<String> names = new ArrayList<>(MORE);
        names.addAll(AidRecord.FACTS);
        typed.keySet().stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw Failure.wrongUse(
                                    Sentence.of("appraisal.failure.unknown-field", name, String.join(", ", names)))
                            .at(name);
                });
    }

    private String text(String name) {
        return typed.getOrDefault(name, "").strip();
    }

    /**
     * What the rules say of it now.
     *
     * @throws Failure (wrong use) if the support is no id
     */
    public AidRecord record() {
        return AidRecord.of(
                text("title"),
                support(),
                AidRecord.FACTS.stream()
                        .map(fact -> new AidRecord.StatedFact(fact, text(fact)))
                        .filter(fact -> !fact.text().isEmpty())
                        .toList(),
                text("note"));
    }

    /** It as a new item. */
    public Item<AidRecord> fresh() {
        return Item.fresh(AidRecord.KIND, record());
    }

    private Optional<ItemId> support() {
        if (text("support").isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ItemId.of(text("support")));
        } catch (IllegalArgumentException none) {
            throw Failure.wrongUse(Sentence.of("appraisal.failure.no-id", "support", text("support")))
                    .at("support");
        }
    }
}
