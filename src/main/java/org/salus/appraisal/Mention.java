package org.salus.appraisal;

import java.util.Optional;
import org.salus.ledger.ItemId;

/**
 * An item that a note is about. In a private layer it stands in the workspace the layer belongs to, which knows nothing of the note.
 *
 * @param here the item, where it stands in the same workspace
 * @param beyond in a private layer, the item of the shared workspace
 * @param name as written, for readers who cannot look it up
 */
public record Mention(Optional<ItemId> here, Optional<ItemId> beyond, String name) {
    /** An item of the same workspace. */
    public static Mention here(ItemId id, String name) {
        return new Mention(Optional.of(id), Optional.empty(), name);
    }

    /** An item of the workspace that a layer belongs to. */
    public static Mention beyond(ItemId id, String name) {
        return new Mention(Optional.empty(), Optional.of(id), name);
    }

    /** Something that is no item. */
    public static Mention named(String name) {
        return new Mention(Optional.empty(), Optional.empty(), name);
    }

    /** The item, wherever it stands. */
    public Optional<ItemId> item() {
        return here.or(() -> beyond);
    }

    /** Whether it says nothing. */
    boolean isEmpty() {
        return item().isEmpty() && name.isBlank();
    }

    /** By what two notes about the same are told to be so: the item, or else the name as written, whatever its case. */
    String key() {
        return item().map(ItemId::toString).orElseGet(() -> "name:" + PoliticsWords.plain(name));
    }
}
