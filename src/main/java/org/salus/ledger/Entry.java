package org.salus.ledger;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One step in the history of a workspace: who, when, why, which items, after which other entries. Its id is the digest of all that. What an entry says in
 * words is in payloads, of which it holds digests only; so it can be handed to somebody who may not read them, and they can be erased.
 *
 * @param parents the entries that were newest where this one was written; one, or more where copies met; none for the first
 * @param at when, by the clock of the author's machine; shown to people, orders nothing
 * @param reason the digest of the payload that says why
 * @param changes by item, at most one for each
 */
record Entry(
        Digest id,
        List<Digest> parents,
        AccountId author,
        Instant at,
        Optional<Digest> reason,
        List<Change> changes,
        Marks marks) {
    /** The first byte of the written form: which form it is. */
    static final byte FORM = 1;

    /** What a later program may number its forms; what is above begins with something else than an entry. */
    private static final byte MOST_FORMS = 16;

    private static final int FIXED_BYTES = 1 + 16 + 16 + 8 + 1 + 4 * 2 + 1;
    private static final int UUID_BYTES = 16;
    private static final WorkspaceId NO_WORKSPACE = new WorkspaceId(new UUID(0, 0));
    private static final int MOST_PARTS = 1 << 22;

    Entry {
        parents = List.copyOf(parents);
        changes = List.copyOf(changes);
    }

    /** An entry with its id; what has no order of its own is put into one, so that the same content has the same id. */
    static Entry of(
            WorkspaceId workspace,
            Collection<Digest> parents,
            AccountId author,
            Instant at,
            Optional<Digest> reason,
            Collection<Change> changes,
            Marks marks) {
        Entry unnamed = new Entry(
                Digest.NONE,
                parents.stream().sorted().distinct().toList(),
                author,
                Instant.ofEpochMilli(at.toEpochMilli()),
                reason,
                changes.stream()
                        .sorted((one, other) -> one.item().compareTo(other.item()))
                        .map(change -> new Change(
                                change.item(),
                                change.content(),
                                change.citations(),
                                change.replaces().stream().sorted().distinct().toList()))
                        .toList(),
                marks);
        return unnamed.named(Digest.over(unnamed.written(workspace)));
    }

    /** The same entry, for this reason. */
    Entry because(WorkspaceId workspace, Digest why) {
        return of(workspace, parents, author, at, Optional.of(why), changes, marks);
    }

    /** What its reason belongs to: the digest of all of it but the reason, and the workspace, which only whoever keeps it knows. */
    Digest withoutReason() {
        return Digest.over(
                new Entry(Digest.NONE, parents, author, at, Optional.empty(), changes, marks).written(NO_WORKSPACE));
    }

    /** Whether it speaks of other entries only: that a copy was received, what was decided about it. */
    boolean isRemark() {
        return changes.isEmpty() && marks.erased().isEmpty() && !parents.isEmpty();
    }

    /** Every payload it speaks of. */
    Stream<Digest> payloads() {
        return Stream.concat(changes.stream().flatMap(Change::payloads), reason.stream());
    }

    /** What it does to that item. */
    Optional<Change> change(ItemId item) {
        return changes.stream().filter(change -> change.item().equals(item)).findFirst();
    }

    private Entry named(Digest name) {
        return new Entry(name, parents, author, at, reason, changes, marks);
    }

    /** The bytes the id is the digest of; they are also how an entry is kept. */
    byte[] written(WorkspaceId workspace) {
        int size = FIXED_BYTES + Digest.BYTES * (parents.size() + (reason.isPresent() ? 1 : 0));
        if (!marks.isEmpty()) {
            for (List<Digest> marked : marks.lists()) {
                size += 4 + Digest.BYTES * marked.size();
            }
        }
        for (Change change : changes) {
            size += UUID_BYTES
                    + 4 * 2
                    + Digest.BYTES
                            * (1 + change.citations().size() + change.replaces().size());
        }
        ByteBuffer out = ByteBuffer.allocate(size).put(FORM);
        write(out, workspace.value());
        write(out, parents);
        write(out, author.value());
        out.putLong(at.toEpochMilli());
        out.put((byte) (reason.isPresent() ? 1 : 0));
        reason.ifPresent(digest -> digest.write(out));
        out.putInt(changes.size());
        for (Change change : changes) {
            write(out, change.item().value());
            change.content().write(out);
            write(out, change.citations());
            write(out, change.replaces());
        }
        out.put((byte) (marks.isEmpty() ? 0 : 1));
        if (!marks.isEmpty()) {
            marks.lists().forEach(marked -> write(out, marked));
        }
        return out.array();
    }

    /**
     * The entry of these bytes.
     *
     * @param known gives the digest that is already kept for an equal one, to save memory
     * @throws DamagedEntry if they are no entry of this workspace, or not of a form this program knows
     */
    static Entry read(WorkspaceId workspace, byte[] written, UnaryOperator<Digest> known) {
        Digest id = Digest.over(written);
        Entry entry = parsed(id, workspace, written, known);
        // One entry has one written form: what is in another order was not written by this program.
        if (!isInOrder(entry) || !Arrays.equals(entry.written(workspace), written)) {
            throw new DamagedEntry(id, false);
        }
        return entry;
    }

    /**
     * The entry of these bytes, which were held against its id before.
     *
     * @throws DamagedEntry if they are no entry of this workspace
     */
    static Entry parsed(Digest id, WorkspaceId workspace, byte[] written, UnaryOperator<Digest> known) {
        try {
            ByteBuffer in = ByteBuffer.wrap(written);
            byte form = in.get();
            if (form != FORM) {
                throw new DamagedEntry(id, form > FORM && form <= MOST_FORMS);
            }
            if (!readId(in).equals(workspace.value())) {
                throw new DamagedEntry(id, false);
            }
            List<Digest> parents = readDigests(in, known);
            AccountId author = new AccountId(readId(in));
            Instant at = Instant.ofEpochMilli(in.getLong());
            Digest reason = in.get() == 1 ? Digest.read(in) : null;
            int count = in.getInt();
            check(id, count);
            List<Change> changes = new ArrayList<>(Math.min(count, 1000));
            for (int i = 0; i < count; i++) {
                ItemId item = new ItemId(readId(in));
                Digest content = Digest.read(in);
                changes.add(
                        new Change(item, content, readDigests(in, UnaryOperator.identity()), readDigests(in, known)));
            }
            Marks marks = in.get() == 1
                    ? new Marks(
                            readDigests(in, known),
                            readDigests(in, known),
                            readDigests(in, known),
                            readDigests(in, known),
                            readDigests(in, known))
                    : Marks.NONE;
            if (in.hasRemaining()) {
                throw new DamagedEntry(id, false);
            }
            return new Entry(id, parents, author, at, Optional.ofNullable(reason), changes, marks);
        } catch (BufferUnderflowException | java.time.DateTimeException cut) {
            throw new DamagedEntry(id, false);
        }
    }

    private static boolean isInOrder(Entry entry) {
        for (int i = 1; i < entry.changes.size(); i++) {
            if (entry.changes.get(i - 1).item().compareTo(entry.changes.get(i).item()) >= 0) {
                return false;
            }
        }
        return isAscending(entry.parents) && entry.changes.stream().allMatch(change -> isAscending(change.replaces()));
    }

    private static boolean isAscending(List<Digest> digests) {
        for (int i = 1; i < digests.size(); i++) {
            if (digests.get(i - 1).compareTo(digests.get(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static void write(ByteBuffer out, UUID id) {
        out.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static void write(ByteBuffer out, List<Digest> digests) {
        out.putInt(digests.size());
        digests.forEach(digest -> digest.write(out));
    }

    private static UUID readId(ByteBuffer in) {
        return new UUID(in.getLong(), in.getLong());
    }

    private static List<Digest> readDigests(ByteBuffer in, UnaryOperator<Digest> known) {
        int count = in.getInt();
        if (count < 0 || (long) count * Digest.BYTES > in.remaining()) {
            throw new BufferUnderflowException();
        }
        if (count == 0) {
            return List.of();
        }
        if (count == 1) {
            return List.of(known.apply(Digest.read(in)));
        }
        List<Digest> digests = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            digests.add(known.apply(Digest.read(in)));
        }
        return digests;
    }

    private static void check(Digest id, int count) {
        if (count < 0 || count > MOST_PARTS) {
            throw new DamagedEntry(id, false);
        }
    }
}
