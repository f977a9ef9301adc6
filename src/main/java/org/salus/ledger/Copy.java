package org.salus.ledger;

import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import tools.jackson.core.JacksonException;

/**
 * A workspace in a file that travels: made for one member, under a passphrase, with what that member may read. All entries are in it, so it can be
 * verified; of what is withheld it holds digests only. It opens alone, is worked on, and is merged again later.
 */
public final class Copy implements AutoCloseable {
    /** The shortest passphrase that is taken: below it, guessing is too cheap even for Argon2id. */
    public static final int SHORTEST_PASSPHRASE = 12;

    private static final String ABOUT = "copy";
    private static final String COST = "cost";
    private static final String CHECK = "check";
    private static final int SALT_BYTES = 16;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");
    private static final Digest CHECKED = Digest.over("salus copy".getBytes(StandardCharsets.UTF_8));

    /**
     * What a copy says of itself, without a name.
     *
     * @param madeFor the member whose copy it is
     * @param madeAt when, by the clock of the machine that made it
     * @param madeFrom the newest entries it was made from
     * @param form that is not the usual one
     */
    public record About(
            WorkspaceId workspace, AccountId madeFor, Instant madeAt, SortedSet<Digest> madeFrom, Optional<Form> form) {
        /** Whether it left more at home than its reader may not read. */
        public boolean isTravelEdition() {
            return form.filter(Form.TRAVEL::equals).isPresent();
        }
    }

    /** How much of what its reader may read is in a copy. */
    public enum Form {
        /** All but protected sources, with the history. */
        USUAL,
        /**
         * What can be taken across a border: what stands now and is for all members, without protected sources, names of persons, remarks and notes, and without the
         * history and the reasons people gave.
         */
        TRAVEL;

        /** The code in data. */
        public String code() {
            return Term.codeOf(this);
        }
    }

    private final Database database;
    private final About about;
    private final Vault vault;
    private final Database.Manner place;

    private Copy(Database database, Database.Manner place, About about, Vault vault) {
        this.database = database;
        this.place = place;
        this.about = about;
        this.vault = vault;
    }

    public About about() {
        return about;
    }

    /** How the file can be used where it lies: read and written, read only, or on a network drive. */
    public Database.Manner place() {
        return place;
    }

    /** The one workspace of this copy, to be read and written in place. */
    public Workspaces workspaces(Kinds kinds, InstantSource clock) {
        return new Workspaces(database, new Contents(kinds), clock, vault, Registry.ofNobody(), Optional.of(about));
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

    /** Why a file that is no copy cannot be opened as one. */
    public static Failure refusal(Path file) {
        return Files.exists(file)
                ? Failure.wrongUse(Sentence.of("ledger.failure.no-copy", file.toString()))
                        .advising(Sentence.of("ledger.failure.foreign.advice"))
                : Failure.notFound(Sentence.of("ledger.failure.copy-missing", file.toString()));
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
                Optional<byte[]> check = Notes.find(connection, CHECK);
                Optional<byte[]> cost = Notes.find(connection, COST);
                if (about.isEmpty() || check.isEmpty() || cost.isEmpty()) {
                    throw Failure.wrongUse(Sentence.of("ledger.failure.no-copy", file.toString()))
                            .advising(Sentence.of("ledger.failure.foreign.advice"));
                }
                SealedVault vault =
                        SealedVault.ofBrought(passphrase, salt(about.get()), SealedVault.Cost.of(cost.get()));
                try {
                    vault.open(CHECKED, check.get());
                } catch (DamagedPayload wrong) {
                    throw new WrongPassphrase(file.toString());
                }
                return new Copy(
                        database, Database.mannerOf(file), Contents.JSON.readValue(about.get(), About.class), vault);
            });
        } catch (JacksonException | IllegalArgumentException | BufferUnderflowException damaged) {
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
     * @param madeFor who may read what is in it; of a copy somebody else makes no more than both may
     * @throws Failure if that is no member, the passphrase is too short, or the file exists or cannot be written
     */
    public static About make(Workspace workspace, AccountId by, AccountId madeFor, char[] passphrase, Path file) {
        return make(workspace, by, madeFor, Form.USUAL, passphrase, file);
    }

    /**
     * Makes a copy in one of its forms.
     *
     * @throws Failure as for the usual one, and for a travel edition of a private layer, which is for few as a whole
     */
    public static About make(
            Workspace workspace, AccountId by, AccountId madeFor, Form form, char[] passphrase, Path file) {
        return make(workspace, by, madeFor, form, passphrase, SealedVault.Cost.USUAL, file);
    }

    static About make(
            Workspace workspace, AccountId by, AccountId madeFor, char[] passphrase, SealedVault.Cost cost, Path file) {
        return make(workspace, by, madeFor, Form.USUAL, passphrase, cost, file);
    }

    static About make(
            Workspace workspace,
            AccountId by,
            AccountId madeFor,
            Form form,
            char[] passphrase,
            SealedVault.Cost cost,
            Path file) {
        if (passphrase.length < SHORTEST_PASSPHRASE) {
            throw Failure.wrongUse(Sentence.of("ledger.failure.short-passphrase", SHORTEST_PASSPHRASE));
        }
        // First, since it tells when nobody's role can be known any more.
        Standing maker = workspace.standing(by);
        Standing receiver = workspace.standing(madeFor);
        workspace.refuseDamaged();
        checkMadeFor(by, madeFor, maker, receiver);
        if (form == Form.TRAVEL && workspace.view(by).charter().layerOf().isPresent()) {
            throw Failure.wrongUse(Sentence.of("ledger.failure.layer-stays"));
        }
        try (Unfinished unfinished = new Unfinished(file)) {
            About about = write(workspace, by, madeFor, form, passphrase, cost, unfinished.file());
            unfinished.finish();
            workspace.witness().copied(workspace.id(), by, madeFor);
            return about;
        }
    }

    /** Who may make it for whom; whoever may not is not told whether the other one is a member. */
    private static void checkMadeFor(AccountId by, AccountId madeFor, Standing maker, Standing receiver) {
        if (!by.equals(madeFor) && !maker.mayActAs(Role.EDITOR)) {
            throw Failure.refused(Sentence.of("ledger.failure.not-for-them"));
        }
        if (!receiver.isMember()) {
            throw Failure.wrongUse(Sentence.of("ledger.failure.not-for-them"));
        }
    }

    private static About write(
            Workspace workspace,
            AccountId by,
            AccountId madeFor,
            Form form,
            char[] passphrase,
            SealedVault.Cost cost,
            Path file) {
        Roll roll = workspace.registry().roll();
        return workspace.withGraph((graph, payloads, connection) -> {
            State now = graph.state().at(roll);
            Standing standing = now.standing(madeFor, workspace.contents());
            checkMadeFor(by, madeFor, now.standing(by, workspace.contents()), standing);
            About about = new About(
                    workspace.id(),
                    madeFor,
                    workspace.now(),
                    now.heads(),
                    Optional.of(form).filter(chosen -> chosen != Form.USUAL));
            byte[] said = Contents.JSON.writeValueAsBytes(about);
            SealedVault vault = SealedVault.of(passphrase, salt(said), cost);
            Function<Standing, Set<Digest>> reading = whose -> switch (form) {
                case USUAL -> readable(workspace, graph, whose, payloads);
                case TRAVEL -> travelling(workspace, graph, now, whose, madeFor, payloads);
            };
            Set<Digest> readable = reading.apply(standing);
            if (!by.equals(madeFor)) {
                // Who makes it knows its passphrase: what only the receiver may read would be open to both.
                readable.retainAll(reading.apply(now.standing(by, workspace.contents())));
            }
            EntryTable table = new EntryTable(workspace.id());
            SortedMap<Digest, byte[]> sealed = new TreeMap<>();
            table.forEachPayload(connection, (digest, kept) -> {
                if (readable.contains(digest)) {
                    sealed.put(digest, vault.seal(digest, workspace.vault().open(digest, kept)));
                }
            });
            try (Database copy = Database.travelling(file)) {
                copy.bring(Workspaces.SCHEMA);
                copy.write(out -> {
                    Notes.put(out, ABOUT, said);
                    Notes.put(out, COST, cost.bytes());
                    Notes.put(out, CHECK, vault.seal(CHECKED, new byte[SALT_BYTES]));
                    table.found(out);
                    table.add(out, 0, graph.entries());
                    table.moveHead(
                            out,
                            EntryTable.Head.NONE,
                            new EntryTable.Head(
                                    graph.entries().size(),
                                    graph.entries().getLast().id()));
                    table.add(out, sealed);
                    return about;
                });
            }
            return about;
        });
    }

    private static byte[] salt(byte[] about) {
        return Arrays.copyOf(Digest.over(about).bytes(), SALT_BYTES);
    }

    /** The payloads that this reader may take along: changes and sources it knows of, and the words about steps of which it knows all. */
    private static Set<Digest> readable(Workspace workspace, Graph graph, Standing standing, Payloads payloads) {
        Contents contents = workspace.contents();
        Clearance clearance = Clearance.forTaking(graph, graph.state(), standing, payloads, contents);
        Map<Digest, byte[]> all =
                payloads.get(graph.entries().stream().flatMap(Entry::payloads).collect(Collectors.toSet()));
        Set<Digest> readable = new HashSet<>();
        for (Entry entry : graph.entries()) {
            List<Version> versions = entry.changes().stream()
                    .map(change -> graph.version(entry, change, all))
                    .toList();
            for (Version version : versions) {
                if (clearance.knows(entry, version)) {
                    readable.add(version.change().content());
                    for (Version.Cited cited : version.cited()) {
                        if (contents.citation(cited).filter(clearance::knows).isPresent()) {
                            readable.add(cited.digest());
                        }
                    }
                }
            }
            if (clearance.hears(entry, versions)) {
                entry.reason()
                        .filter(digest -> Belonging.ofReason(entry).holds(all.get(digest)))
                        .ifPresent(readable::add);
            }
        }
        // Of words that do not say where they belong: who may read the one place would read the other.
        readable.removeAll(PayloadPlaces.shared(graph.entries(), payloads));
        return readable;
    }

    /** The payloads of a travel edition: what items say now, as far as it may be carried along, and the sources of that. */
    private static Set<Digest> travelling(
            Workspace workspace, Graph graph, State now, Standing standing, AccountId traveller, Payloads payloads) {
        Contents contents = workspace.contents();
        Visibility visibility = new Visibility(now, standing, version -> !contents.isLeftBehind(version, traveller));
        Set<Digest> readable = new HashSet<>();
        now.items().forEach((item, versions) -> {
            if (visibility.sees(item)) {
                for (Version version : versions) {
                    readable.add(version.change().content());
                    for (Version.Cited cited : version.cited()) {
                        if (contents.citation(cited)
                                .filter(citation -> visibility.sees(citation.source()))
                                .isPresent()) {
                            readable.add(cited.digest());
                        }
                    }
                }
            }
        });
        readable.removeAll(PayloadPlaces.shared(graph.entries(), payloads));
        return readable;
    }

    /**
     * What is in it: entries, each held against its digest, and those payloads that are what their digest says.
     *
     * @throws Failure naming the entry that is not what it was
     */
    Brought brought() {
        return database.read(connection -> {
            EntryTable table = new EntryTable(about.workspace());
            List<Entry> entries = new ArrayList<>();
            for (EntryTable.Row row : table.from(connection, 0)) {
                entries.add(entry(row));
            }
            Map<Digest, byte[]> payloads = new HashMap<>();
            table.forEachPayload(
                    connection,
                    (digest, kept) ->
                            Salted.opened(vault, digest, kept).ifPresent(salted -> payloads.put(digest, salted)));
            return new Brought(about.workspace(), entries, payloads);
        });
    }

    private Entry entry(EntryTable.Row row) {
        try {
            Entry entry = Entry.read(about.workspace(), row.written(), UnaryOperator.identity());
            if (!entry.id().equals(row.id())) {
                throw new DamagedEntry(row.id(), false);
            }
            if (entry.at().isBefore(Instant.EPOCH) || entry.at().isAfter(LAST)) {
                // No clock says so, and histories in the order of time would begin or end with it for ever.
                throw new Failure(
                        Failure.Kind.NOT_POSSIBLE,
                        Sentence.of("ledger.failure.time", row.id().toString()),
                        Sentence.of("ledger.failure.nothing-merged"),
                        null);
            }
            return entry;
        } catch (DamagedEntry damaged) {
            throw Failure.notPossible(
                            Sentence.of(
                                    damaged.isNewer() ? "ledger.damage.newer" : "ledger.damage.entry",
                                    row.id().toString()),
                            damaged)
                    .advising(Sentence.of("ledger.failure.nothing-merged"));
        }
    }
}
