package org.salus.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import tools.jackson.core.JacksonException;

/**
 * A workspace in a file that travels: made for one member, under a passphrase, with what that member may read. All entries are in it, so it can be
 * verified; of what is withheld it holds digests only. It opens alone, is worked on, and is merged again later.
 */
public final class Copy implements AutoCloseable {
    /** The shortest passphrase that is taken: below it, guessing is too cheap even for Argon2id. */
    public static final int SHORTEST_PASSPHRASE = 12;

    private static final String ABOUT = "copy";
    private static final String SALT = "salt";
    private static final String CHECK = "check";
    private static final int SALT_BYTES = 16;
    private static final Digest CHECKED = Digest.over("salus copy".getBytes(StandardCharsets.UTF_8));

    /**
     * What a copy says of itself, without a name.
     *
     * @param madeFor the member whose copy it is
     * @param madeAt when, by the clock of the machine that made it
     * @param madeFrom the newest entries it was made from
     */
    public record About(WorkspaceId workspace, AccountId madeFor, Instant madeAt, SortedSet<Digest> madeFrom) {}

    private final Database database;
    private final About about;
    private final Vault vault;

    private Copy(Database database, About about, Vault vault) {
        this.database = database;
        this.about = about;
        this.vault = vault;
    }

    public About about() {
        return about;
    }

    /** The one workspace of this copy, to be read and written in place. */
    public Workspaces workspaces(Kinds kinds, InstantSource clock) {
        return new Workspaces(database, new Contents(kinds), clock, vault);
    }

    @Override
    public void close() {
        database.close();
    }

    /** Whether this file is a copy of a workspace, rather than a database of many. */
    public static boolean isCopy(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (Database database = Database.travelling(file)) {
            return database.read(connection -> isCopy(connection));
        } catch (Failure other) {
            return false;
        }
    }

    private static boolean isCopy(Connection connection) {
        try {
            return Notes.find(connection, ABOUT).isPresent();
        } catch (SQLException noSuchTable) {
            return false;
        }
    }

    /**
     * Opens a copy.
     *
     * @throws Failure if the file is no copy, is damaged, was made by a newer program, or the passphrase is another one
     */
    public static Copy open(Path file, char[] passphrase) {
        if (!Files.exists(file)) {
            throw Failure.notFound(Sentence.of("ledger.failure.copy-missing", file.toString()));
        }
        Database database = Database.travelling(file);
        try {
            database.bring(Workspaces.SCHEMA);
            return database.read(connection -> {
                Optional<byte[]> about = Notes.find(connection, ABOUT);
                Optional<byte[]> salt = Notes.find(connection, SALT);
                Optional<byte[]> check = Notes.find(connection, CHECK);
                if (about.isEmpty() || salt.isEmpty() || check.isEmpty()) {
                    throw Failure.wrongUse(Sentence.of("ledger.failure.no-copy", file.toString()))
                            .advising(Sentence.of("ledger.failure.foreign.advice"));
                }
                SealedVault vault = SealedVault.of(passphrase, salt.get());
                try {
                    vault.open(CHECKED, check.get());
                } catch (DamagedPayload wrong) {
                    throw new WrongPassphrase(file.toString());
                }
                return new Copy(database, Contents.JSON.readValue(about.get(), About.class), vault);
            });
        } catch (JacksonException damaged) {
            database.close();
            throw Failure.notPossible(Sentence.of("ledger.failure.corrupt", file.toString()), damaged)
                    .advising(Sentence.of("ledger.failure.corrupt.advice"));
        } catch (RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    /**
     * Makes a copy of a workspace for one of its members. The same workspace, member, time and passphrase give the same bytes.
     *
     * @param by who makes it: for somebody else, an editor or owner
     * @param madeFor who may read what is in it
     * @throws Failure if that is no member, the passphrase is too short, or the file exists or cannot be written
     */
    public static About make(Workspace workspace, AccountId by, AccountId madeFor, char[] passphrase, Path file) {
        if (passphrase.length < SHORTEST_PASSPHRASE) {
            throw Failure.wrongUse(Sentence.of("ledger.failure.short-passphrase", SHORTEST_PASSPHRASE));
        }
        Standing standing = workspace.standing(madeFor);
        if (!standing.isMember()
                || (!by.equals(madeFor) && !workspace.standing(by).mayActAs(Role.EDITOR))) {
            throw Failure.wrongUse(Sentence.of("ledger.failure.not-for-them"));
        }
        Path place = file.toAbsolutePath().normalize();
        if (Files.exists(place)) {
            throw Failure.wrongUse(Sentence.of("ledger.failure.exists", place.toString()));
        }
        Path unfinished = place.resolveSibling(place.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            About about = write(workspace, standing, passphrase, unfinished);
            move(unfinished, place);
            return about;
        } finally {
            try {
                Files.deleteIfExists(unfinished);
            } catch (IOException left) {
                unfinished.toFile().deleteOnExit();
            }
        }
    }

    private static void move(Path unfinished, Path place) {
        try {
            // A link fails where the name is taken; a move would replace.
            Files.createLink(place, unfinished);
        } catch (FileAlreadyExistsException taken) {
            throw Failure.wrongUse(Sentence.of("ledger.failure.exists", place.toString()));
        } catch (IOException | UnsupportedOperationException noLinks) {
            try {
                Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException failed) {
                throw Failure.notPossible(Sentence.of("ledger.failure.denied", place.toString()), failed)
                        .advising(Sentence.of("ledger.failure.denied.advice"));
            }
        }
    }

    private static About write(Workspace workspace, Standing standing, char[] passphrase, Path file) {
        WorkspaceId id = workspace.id();
        EntryTable table = workspace.table();
        return workspace.withGraph((graph, connection) -> {
            About about = new About(
                    id, standing.account(), workspace.now(), graph.state().heads());
            byte[] said = Contents.JSON.writeValueAsBytes(about);
            byte[] salt = Arrays.copyOf(Digest.over(said).bytes(), SALT_BYTES);
            SealedVault vault = SealedVault.of(passphrase, salt);
            Map<Digest, byte[]> readable = readable(workspace, graph, standing, connection);
            try (Database copy = Database.travelling(file)) {
                copy.bring(Workspaces.SCHEMA);
                copy.write(out -> {
                    Notes.put(out, ABOUT, said);
                    Notes.put(out, SALT, salt);
                    Notes.put(out, CHECK, vault.seal(CHECKED, new byte[SALT_BYTES]));
                    table.found(out);
                    long place = 0;
                    Digest newest = EntryTable.Head.NONE.newest();
                    for (Entry entry : graph.entries()) {
                        table.add(out, place++, entry);
                        newest = entry.id();
                    }
                    table.setHead(out, new EntryTable.Head(place, newest));
                    Map<Digest, byte[]> sealed = new LinkedHashMap<>();
                    readable.keySet().stream()
                            .sorted()
                            .forEach(digest -> sealed.put(digest, vault.seal(digest, readable.get(digest))));
                    table.add(out, sealed);
                    return place;
                });
            }
            return about;
        });
    }

    /** The salted payloads that this reader may have: versions it sees, and reasons of entries of which it sees all. */
    private static Map<Digest, byte[]> readable(
            Workspace workspace, Graph graph, Standing standing, Connection connection) throws SQLException {
        Map<Digest, byte[]> all = new LinkedHashMap<>();
        workspace.table().forEachPayload(connection, (digest, kept) -> {
            if (!graph.isErased(digest)) {
                all.put(digest, workspace.vault().open(digest, kept));
            }
        });
        Contents contents = workspace.contents();
        Visibility visibility = new Visibility(graph.state(), standing);
        Set<Digest> wanted = new HashSet<>();
        for (Entry entry : graph.entries()) {
            boolean isWaiting = graph.waiting().contains(entry.id());
            boolean seesAll = true;
            for (Change change : entry.changes()) {
                byte[] salted = all.get(change.content());
                Version version =
                        graph.version(entry, change, salted == null ? null : Vault.unsalted(change.content(), salted));
                Content content = version.content();
                boolean sees = isWaiting
                        ? standing.mayActAs(Role.EDITOR) && content != null && standing.mayRead(content.sensitivity())
                        : visibility.sees(version);
                if (sees && content != null && !isKeptHome(change.item(), content, contents)) {
                    wanted.add(change.content());
                } else {
                    seesAll = false;
                }
            }
            if (seesAll) {
                entry.reason().ifPresent(wanted::add);
            }
        }
        all.keySet().retainAll(wanted);
        return all;
    }

    private static boolean isKeptHome(ItemId id, Content content, Contents contents) {
        return !content.removed() && isKeptHome(contents.item(id, content, Set.of()));
    }

    private static <T extends Record> boolean isKeptHome(Item<T> item) {
        return item.kind().keptHome().test(item.value());
    }

    /**
     * The entries of this copy, parents before children, each held against its digest.
     *
     * @throws Failure naming the entry that is not what it was
     */
    List<Entry> entries() {
        return database.read(connection -> {
            Map<Digest, Entry> entries = new LinkedHashMap<>();
            for (EntryTable.Row row : new EntryTable(about.workspace()).from(connection, 0)) {
                try {
                    Entry entry = Entry.read(about.workspace(), row.written(), UnaryOperator.identity());
                    if (!entry.id().equals(row.id())) {
                        throw new DamagedEntry(row.id(), false);
                    }
                    entries.put(entry.id(), entry);
                } catch (DamagedEntry damaged) {
                    throw Failure.notPossible(
                                    Sentence.of(
                                            damaged.isNewer() ? "ledger.damage.newer" : "ledger.damage.entry",
                                            row.id().toString()),
                                    damaged)
                            .advising(Sentence.of("ledger.failure.nothing-merged"));
                }
            }
            return List.copyOf(entries.values());
        });
    }

    /** The salted payloads of this copy; what is not what its digest says is left out. */
    Map<Digest, byte[]> payloads() {
        return database.read(connection -> {
            Map<Digest, byte[]> payloads = new LinkedHashMap<>();
            new EntryTable(about.workspace()).forEachPayload(connection, (digest, kept) -> {
                try {
                    byte[] salted = vault.open(digest, kept);
                    if (Digest.over(salted).equals(digest)) {
                        payloads.put(digest, salted);
                    }
                } catch (DamagedPayload damaged) {
                    return;
                }
            });
            return payloads;
        });
    }
}
