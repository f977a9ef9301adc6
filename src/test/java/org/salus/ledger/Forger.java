package org.salus.ledger;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Somebody who knows the passphrase of a copy and writes into it what no program of ours would. */
final class Forger implements AutoCloseable {
    private static final int SALT_BYTES = 16;
    private static final Contents CONTENTS = new Contents(Zubara.KINDS);

    private final Database database;
    private final WorkspaceId workspace;
    private final EntryTable table;
    private final SealedVault vault;
    private Instant now = Instant.parse("2026-04-01T00:00:00Z");

    Forger(Path copy) {
        database = Database.travelling(copy);
        byte[] about =
                database.read(connection -> Notes.find(connection, "copy").orElseThrow());
        workspace = Contents.JSON.readValue(about, Copy.About.class).workspace();
        table = new EntryTable(workspace);
        vault = SealedVault.of(
                Zubara.PASSPHRASE, Arrays.copyOf(Digest.over(about).bytes(), SALT_BYTES), Zubara.CHEAP);
    }

    WorkspaceId workspace() {
        return workspace;
    }

    /** The entries that no other one follows. */
    Set<Digest> heads() {
        Set<Digest> heads = new TreeSet<>();
        for (Entry entry : entries()) {
            heads.removeAll(entry.parents());
            heads.add(entry.id());
        }
        return heads;
    }

    List<Entry> entries() {
        return database.read(connection -> {
            List<Entry> entries = new ArrayList<>();
            for (EntryTable.Row row : table.from(connection, 0)) {
                entries.add(Entry.read(workspace, row.written(), UnaryOperator.identity()));
            }
            return entries;
        });
    }

    /** A change that says what the item says. */
    static Change saying(Item<?> item, Salted payloads, Collection<Digest> replaced) {
        return new Change(
                item.id(), payloads.content(item.id(), CONTENTS.write(item)), List.of(), List.copyOf(replaced));
    }

    /** A change that removes an item of that kind. */
    static Change removing(Item<?> item, Salted payloads, Collection<Digest> replaced) {
        Content content = CONTENTS.read(CONTENTS.write(item));
        return new Change(
                item.id(),
                payloads.content(item.id(), CONTENTS.writeRemoval(content, item.sensitivity())),
                List.of(),
                List.copyOf(replaced));
    }

    Entry entry(AccountId author, Collection<Change> changes, Marks marks) {
        return entry(heads(), author, changes, marks);
    }

    Entry entry(Collection<Digest> parents, AccountId author, Collection<Change> changes, Marks marks) {
        now = now.plusMillis(1);
        return Entry.of(workspace, parents, author, now, Optional.empty(), changes, marks);
    }

    Digest add(Entry entry, Salted payloads) {
        add(List.of(entry));
        add(payloads);
        return entry.id();
    }

    void add(List<Entry> entries) {
        database.write(connection -> {
            EntryTable.Head head = table.head(connection);
            table.add(connection, head.entries(), entries);
            table.moveHead(
                    connection,
                    head,
                    new EntryTable.Head(
                            head.entries() + entries.size(), entries.getLast().id()));
            return true;
        });
    }

    void add(Salted payloads) {
        database.write(connection -> {
            table.add(connection, payloads.kept(vault));
            return true;
        });
    }

    /** One entry with one change, as its author would have written it. */
    Digest change(AccountId author, Item<?> item, Collection<Digest> replaced) {
        Salted payloads = new Salted();
        return add(entry(author, List.of(saying(item, payloads, replaced)), Marks.NONE), payloads);
    }

    @Override
    public void close() {
        database.close();
    }
}
