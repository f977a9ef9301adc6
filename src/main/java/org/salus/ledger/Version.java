package org.salus.ledger;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One version of an item: what one entry made of it. What it says is read when somebody asks for it, and then kept. */
final class Version {
    private final Entry entry;
    private final Change change;
    private final @Nullable Content content;
    private final boolean erased;
    private volatile @Nullable Item<?> item;

    /**
     * A version.
     *
     * @param content null where the payload is not here: withheld from this copy, or erased
     */
    Version(Entry entry, Change change, @Nullable Content content, boolean erased) {
        this.entry = entry;
        this.change = change;
        this.content = content;
        this.erased = erased;
    }

    Entry entry() {
        return entry;
    }

    Change change() {
        return change;
    }

    @Nullable
    Content content() {
        return content;
    }

    boolean isErased() {
        return erased;
    }

    /** Whether what it says is here. */
    boolean isHere() {
        return content != null;
    }

    boolean isRemoval() {
        return content != null && content.removed();
    }

    /**
     * What it says.
     *
     * @throws MalformedContent if that is not of the form of its kind
     * @throws IllegalStateException if it is not here, or a removal
     */
    Item<?> item(Contents contents) {
        Item<?> known = item;
        if (known == null) {
            Content said = content;
            if (said == null || said.removed()) {
                throw new IllegalStateException("This version says nothing");
            }
            known = contents.item(change.item(), said, Set.of(entry.id()));
            item = known;
        }
        return known;
    }
}
