package org.salus.ledger;

import java.util.List;

/**
 * An item that is not the same in two states.
 *
 * @param before its versions in the earlier state; none where it did not exist
 * @param after its versions in the later state; none where it is removed
 */
public record Difference(ItemId item, List<Told> before, List<Told> after) {
    /** Whether somebody reading both would notice. An edit that was undone leaves other entries and says the same. */
    boolean isReal() {
        return before.size() != 1
                || after.size() != 1
                || !before.getFirst()
                        .item()
                        .map(Difference::said)
                        .equals(after.getFirst().item().map(Difference::said));
    }

    private static List<Object> said(Item<?> item) {
        return List.of(item.sensitivity(), item.citations(), item.value());
    }
}
