package org.salus.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One version of an item: what one entry made of it. What it says is read when somebody asks for it, and then kept. */
final class Version {
    private final Entry entry;
    private final Change change;
    private final @Nullable Content content;
    private final List<Cited> cited;
    private final boolean erased;
    private volatile @Nullable Item<?> item;

    /**
     * The payload that names one source of a version.
     *
     * @param json null where it is not here: withheld from this copy, or erased
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Cited(Digest digest, byte @Nullable [] json) {
        private static final byte[] NOTHING = {};

        /** A source of that item; one that belongs to another item says nothing. */
        static Cited in(ItemId item, Digest digest, byte @Nullable [] payload) {
            return new Cited(
                    digest,
                    payload == null
                            ? null
                            : Belonging.ofCitation(item).words(payload).orElse(NOTHING));
        }
    }

    private Version(Entry entry, Change change, @Nullable Content content, List<Cited> cited, boolean erased) {
        this.entry = entry;
        this.change = change;
        this.content = content;
        this.cited = cited;
        this.erased = erased;
    }

    /** A version that is here, with as many of its sources as are here. */
    static Version saying(Entry entry, Change change, Content content, List<Cited> cited) {
        return new Version(entry, change, content, List.copyOf(cited), false);
    }

    /** A version of which only the digest is here: withheld from this copy, or not understood. It hides its item. */
    static Version withheld(Entry entry, Change change) {
        return new Version(entry, change, null, List.of(), false);
    }

    /** A version that was erased. It is no longer a version of anything. */
    static Version erased(Entry entry, Change change) {
        return new Version(entry, change, null, List.of(), true);
    }

    Entry entry() {
        return entry;
    }

    Change change() {
        return change;
    }

    /** What is known of it without reading it; null where it is not here. */
    @Nullable
    Content content() {
        return content;
    }

    boolean isErased() {
        return erased;
    }

    boolean isRemoval() {
        return content != null && content.removed();
    }

    /** The sources it names, those that are not here as well. */
    List<Cited> cited() {
        return cited;
    }

    /** Whether both are here and nobody could tell what they say apart. */
    boolean saysTheSameAs(Version other) {
        return content != null
                && other.content != null
                && Arrays.equals(content.json(), other.content.json())
                && change.citations().equals(other.change.citations());
    }

    /** Whether both were made by the same entry, and as much of them is here. */
    boolean isTheSameAs(Version other) {
        return entry.equals(other.entry)
                && change.equals(other.change)
                && erased == other.erased
                && (content == null ? other.content == null : saysTheSameAs(other));
    }

    /**
     * What it says, with those sources that are here.
     *
     * @throws IllegalStateException if it is not here, or a removal
     */
    Item<?> item(Contents contents) {
        Item<?> known = item;
        if (known == null) {
            Content said = content;
            if (said == null || said.removed()) {
                throw new IllegalStateException("This version says nothing");
            }
            List<Citation> citations = new ArrayList<>();
            for (Cited one : cited) {
                contents.citation(one).ifPresent(citations::add);
            }
            known = contents.item(change.item(), said, Set.of(entry.id())).citing(citations);
            item = known;
        }
        return known;
    }
}
