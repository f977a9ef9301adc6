package org.salus.ledger;

/** One thing somebody wants to do to an item. */
public sealed interface Edit {
    /** The item concerned. */
    Item<?> item();

    /** To say this from now on. The item's basis are the versions the author saw; it is empty for a new item. */
    record Put(Item<?> item) implements Edit {}

    /** To remove it. */
    record Remove(Item<?> item) implements Edit {}
}
