package org.salus.ledger;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What the entries of a large workspace add up to, in one piece of bytes. It is kept beside them so that somebody who opens the workspace sees it at once
 * while all entries are still being read and held against their digests. It proves nothing and holds nothing of its own: whatever is written waits for the
 * entries, and what they say replaces it.
 */
final class Checkpoint {
    /** Fewer entries are read as quickly as this. */
    static final int WORTH_KEEPING = 2_000;

    /** The first byte: which form it is. One of another form is passed over and made anew. */
    private static final byte FORM = 1;

    private static final int CHECK_BYTES = 4;
    private static final int ABSENT = -1;
    private static final byte WITHHELD = 0;
    private static final byte ERASED = 1;
    private static final byte SAYING = 2;

    /** Saying something whose head is told apart: for almost all it is, and nothing has to be parsed to show them. */
    private static final byte SAYING_OPENLY = 3;

    private Checkpoint() {}

    // --- writing ---

    static byte[] write(WorkspaceId workspace, Graph.Sum sum) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            write(out, sum.state().heads());
            write(out, sum.erased());
            write(out, sum.unproven());
            write(out, sum.decided().waiting());
            write(out, sum.decided().refused());
            Map<Digest, Integer> places = new LinkedHashMap<>();
            List<Entry> entries = new ArrayList<>();
            sum.state().items().values().stream().flatMap(List::stream).forEach(version -> {
                if (places.putIfAbsent(version.entry().id(), places.size()) == null) {
                    entries.add(version.entry());
                }
            });
            out.writeInt(entries.size());
            for (Entry entry : entries) {
                out.write(entry.id().bytes());
                write(out, entry.written(workspace));
            }
            out.writeInt(sum.state().items().size());
            for (Map.Entry<ItemId, List<Version>> item : sum.state().items().entrySet()) {
                write(out, item(item.getKey(), item.getValue(), places, sum.erased()));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return checked(bytes.toByteArray());
    }

    /** With the sum by which chance damage is found. */
    static byte[] checked(byte[] body) {
        return ByteBuffer.allocate(body.length + CHECK_BYTES)
                .put(body)
                .putInt(check(body, body.length))
                .array();
    }

    private static byte[] item(ItemId id, List<Version> versions, Map<Digest, Integer> places, Set<Digest> erased)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(id.value().getMostSignificantBits());
        out.writeLong(id.value().getLeastSignificantBits());
        out.writeInt(versions.size());
        for (Version version : versions) {
            out.writeInt(places.getOrDefault(version.entry().id(), ABSENT));
            out.writeInt(version.entry().changes().indexOf(version.change()));
            write(out, version, erased);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Version version, Set<Digest> erased) throws IOException {
        Content content = version.content();
        boolean isErased =
                version.isErased() || erased.contains(version.change().content());
        if (isErased || content == null) {
            out.writeByte(isErased ? ERASED : WITHHELD);
            return;
        }
        if (content.sensitivity() instanceof Sensitivity.Named
                || content.sensitivity() instanceof Sensitivity.Organisation) {
            out.writeByte(SAYING);
        } else {
            out.writeByte(SAYING_OPENLY);
            out.writeUTF(content.kind());
            out.writeInt(content.edition());
            out.writeBoolean(content.sensitivity() instanceof Sensitivity.Public);
            out.writeBoolean(content.removed());
            out.writeInt(content.needs().size());
            for (ItemId needed : content.needs()) {
                out.writeLong(needed.value().getMostSignificantBits());
                out.writeLong(needed.value().getLeastSignificantBits());
            }
        }
        write(out, content.json());
        out.writeInt(version.cited().size());
        for (Version.Cited cited : version.cited()) {
            out.write(cited.digest().bytes());
            // Memory may hold a citation until the workspace is opened again; what is kept must not.
            write(out, erased.contains(cited.digest()) ? null : cited.json());
        }
    }

    private static void write(DataOutputStream out, Collection<Digest> digests) throws IOException {
        out.writeInt(digests.size());
        for (Digest digest : digests) {
            out.write(digest.bytes());
        }
    }

    private static void write(DataOutputStream out, byte @Nullable [] bytes) throws IOException {
        if (bytes == null) {
            out.writeInt(ABSENT);
        } else {
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    private static int check(byte[] bytes, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, length);
        return (int) sum.getValue();
    }

    // --- reading ---

    /** What is in it; empty if it is damaged, cut short, or of a form this program does not know. */
    static Optional<Graph.Sum> read(WorkspaceId workspace, byte[] kept, Contents contents) {
        int length = kept.length - CHECK_BYTES;
        if (length < 1 || kept[0] != FORM || ByteBuffer.wrap(kept).getInt(length) != check(kept, length)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(workspace, ByteBuffer.wrap(kept, 1, length - 1), contents));
        } catch (BufferUnderflowException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | DamagedEntry
                | MalformedContent damaged) {
            return Optional.empty();
        }
    }

    private static Graph.Sum read(WorkspaceId workspace, ByteBuffer in, Contents contents) {
        Set<Digest> heads = digests(in);
        Set<Digest> erased = digests(in);
        Set<Digest> unproven = digests(in);
        Graph.Decided decided = new Graph.Decided(digests(in), digests(in));
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Named(Digest id, byte[] written) {}
        List<Named> written = new ArrayList<>();
        for (int count = in.getInt(); count > 0; count--) {
            written.add(new Named(Digest.read(in), bytes(in)));
        }
        List<byte[]> blocks = new ArrayList<>();
        for (int count = in.getInt(); count > 0; count--) {
            blocks.add(bytes(in));
        }
        // What there is of processors shares in it: somebody is waiting.
        List<Entry> entries = written.parallelStream()
                .map(named -> Entry.parsed(named.id(), workspace, named.written(), UnaryOperator.identity()))
                .toList();
        Map<ItemId, List<Version>> items = HashMap.newHashMap(blocks.size());
        blocks.parallelStream()
                .map(block -> item(ByteBuffer.wrap(block), entries, contents))
                .toList()
                .forEach(item -> items.put(item.getKey(), item.getValue()));
        return new Graph.Sum(
                new State(Collections.unmodifiableMap(items), heads, unproven, erased.size()),
                erased,
                unproven,
                decided);
    }

    private static Map.Entry<ItemId, List<Version>> item(ByteBuffer in, List<Entry> entries, Contents contents) {
        ItemId id = new ItemId(new UUID(in.getLong(), in.getLong()));
        int count = in.getInt();
        List<Version> versions = new ArrayList<>(Math.clamp(count, 0, in.remaining()));
        for (int i = 0; i < count; i++) {
            Entry entry = entries.get(in.getInt());
            versions.add(version(entry, entry.changes().get(in.getInt()), in, contents));
        }
        return Map.entry(id, List.copyOf(versions));
    }

    private static Version version(Entry entry, Change change, ByteBuffer in, Contents contents) {
        byte what = in.get();
        if (what != SAYING && what != SAYING_OPENLY) {
            return what == ERASED ? Version.erased(entry, change) : Version.withheld(entry, change);
        }
        Content content = what == SAYING ? contents.read(bytes(in)) : openContent(in);
        int count = in.getInt();
        List<Version.Cited> cited = new ArrayList<>(Math.clamp(count, 0, in.remaining()));
        for (int i = 0; i < count; i++) {
            Digest digest = Digest.read(in);
            cited.add(new Version.Cited(digest, bytesOrNothing(in)));
        }
        return Version.saying(entry, change, content, cited);
    }

    private static Content openContent(ByteBuffer in) {
        byte[] kind = new byte[Short.toUnsignedInt(in.getShort())];
        in.get(kind);
        int edition = in.getInt();
        Sensitivity sensitivity = in.get() == 1 ? Sensitivity.forEverybody() : Sensitivity.forMembers();
        boolean removed = in.get() == 1;
        int count = in.getInt();
        Set<ItemId> needs = HashSet.newHashSet(Math.clamp(count, 0, in.remaining()));
        for (int i = 0; i < count; i++) {
            needs.add(new ItemId(new UUID(in.getLong(), in.getLong())));
        }
        return new Content(
                new String(kind, StandardCharsets.UTF_8).intern(), edition, sensitivity, needs, removed, bytes(in));
    }

    private static Set<Digest> digests(ByteBuffer in) {
        int count = in.getInt();
        Set<Digest> digests = HashSet.newHashSet(Math.clamp(count, 0, in.remaining()));
        for (int i = 0; i < count; i++) {
            digests.add(Digest.read(in));
        }
        return digests;
    }

    private static byte[] bytes(ByteBuffer in) {
        byte[] bytes = bytesOrNothing(in);
        if (bytes == null) {
            throw new BufferUnderflowException();
        }
        return bytes;
    }

    private static byte @Nullable [] bytesOrNothing(ByteBuffer in) {
        int length = in.getInt();
        if (length == ABSENT) {
            return null;
        }
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
