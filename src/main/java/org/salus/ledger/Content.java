package org.salus.ledger;

import java.util.Set;

/** What a payload says about one version of an item. The head is read when a workspace is opened; the value only when somebody asks for it. */
final class Content {
    private final String kind;
    private final int edition;
    private final Sensitivity sensitivity;
    private final Set<ItemId> needs;
    private final boolean removed;
    private final byte[] json;

    Content(String kind, int edition, Sensitivity sensitivity, Set<ItemId> needs, boolean removed, byte[] json) {
        this.kind = kind;
        this.edition = edition;
        this.sensitivity = sensitivity;
        this.needs = Set.copyOf(needs);
        this.removed = removed;
        this.json = json;
    }

    /** The name of the kind, which may be unknown here. */
    String kind() {
        return kind;
    }

    /** The edition of the kind's record. */
    int edition() {
        return edition;
    }

    Sensitivity sensitivity() {
        return sensitivity;
    }

    /** The items without which this one says nothing. */
    Set<ItemId> needs() {
        return needs;
    }

    /** Whether the item is removed from here on. */
    boolean removed() {
        return removed;
    }

    /** The same head before nothing. */
    Content withoutText() {
        return new Content(kind, edition, sensitivity, needs, removed, new byte[0]);
    }

    /** The whole payload; not to be changed. */
    byte[] json() {
        return json;
    }
}
