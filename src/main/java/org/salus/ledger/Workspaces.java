package org.salus.ledger;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/**
 * The workspaces kept in one database: the entry to this room. Several processes may use the same database; each sees what others wrote as soon as it is
 * asked anything. Safe for use by several threads.
 */
public final class Workspaces implements AutoCloseable {
    static final Schema SCHEMA = Schema.of("ledger", Workspaces.class);

    private final Database database;
    private final Contents contents;
    private final InstantSource clock;
    private final Vault vault;
    private final Optional<Copy.About> copy;
    private final Registry registry;
    private final Map<WorkspaceId, Workspace> open = new ConcurrentHashMap<>();
    private volatile Witness witness = Witness.NONE;

    Workspaces(
            Database database,
            Contents contents,
            InstantSource clock,
            Vault vault,
            Registry registry,
            Optional<Copy.About> copy) {
        this.copy = copy;
        this.database = database;
        this.contents = contents;
        this.clock = clock;
        this.vault = vault;
        this.registry = registry;
    }

    /** Opens the workspaces of a database where nobody is known by an account. */
    public static Workspaces open(Database database, Kinds kinds, InstantSource clock) {
        return open(database, kinds, clock, Registry.ofNobody());
    }

    /**
     * Opens the workspaces of a database; its tables are made or brought up to date.
     *
     * @param kinds what rooms have registered
     * @param registry who has an account there
     * @throws Failure if the database cannot be used
     */
    public static Workspaces open(Database database, Kinds kinds, InstantSource clock, Registry registry) {
        database.bring(SCHEMA);
        return new Workspaces(database, new Contents(kinds), clock, new OpenVault(), registry, Optional.empty());
    }

    /** The same, of which somebody is told what is done to them from now on. */
    public Workspaces before(Witness teller) {
        witness = teller;
        return this;
    }

    /**
     * Founds a workspace.
     *
     * @param charter what it is about
     * @param founder becomes its first owner
     * @param name of the founder, as members will see it
     * @param organisation of the founder, with its name
     * @throws Failure if the charter says nothing, or the database cannot be written
     */
    public Workspace found(
            Charter charter,
            AccountId founder,
            String name,
            Optional<OrganisationId> organisation,
            String organisationName) {
        refuseInCopy();
        charter.refusals().stream().findFirst().ifPresent(refusal -> {
            throw Failure.wrongUse(refusal);
        });
        Workspace workspace = workspace(WorkspaceId.fresh());
        workspace.found(founder, charter, new Member(name, organisation, organisationName, Role.OWNER));
        open.put(workspace.id(), workspace);
        witness.founded(workspace.id(), founder);
        return workspace;
    }

    /**
     * A workspace that begins with these entries.
     *
     * @throws Failure if it is here already, or the database cannot be written
     */
    Workspace begin(WorkspaceId id, List<Entry> entries, Salted payloads) {
        refuseInCopy();
        if (ids().contains(id)) {
            throw Failure.wrongUse(Sentence.of("ledger.failure.known-workspace"))
                    .advising(Sentence.of("ledger.failure.known-workspace.advice"));
        }
        Workspace workspace = new Workspace(id, database, contents, vault, clock, registry, () -> witness);
        workspace.begin(entries, payloads);
        open.put(id, workspace);
        return workspace;
    }

    private void refuseInCopy() {
        if (isCopy()) {
            throw Failure.wrongUse(Sentence.of("ledger.failure.one-workspace", database.name()));
        }
    }

    /** Whether this is a copy that travels, which holds one workspace and takes in no other. */
    public boolean isCopy() {
        return vault.travels();
    }

    /** Whether this is a travel edition, in which more was left at home than its reader may not read. */
    public boolean isTravelEdition() {
        return copy.filter(Copy.About::isTravelEdition).isPresent();
    }

    Contents contents() {
        return contents;
    }

    InstantSource clock() {
        return clock;
    }

    /** Those that this account may open, by their founding. One whose entries are damaged, on a server, nobody may: that is told where it is asked for. */
    public List<View> list(AccountId account) {
        return ids().stream()
                .map(this::workspace)
                .flatMap(workspace -> workspace.listed(account).stream())
                .toList();
    }

    /**
     * Those that are damaged, as far as this account is to learn it: no workspace is missing from a list without a word.
     *
     * @param keepsServer whether whoever asks keeps the server, and has to mend it
     */
    public List<WorkspaceId> damaged(AccountId account, boolean keepsServer) {
        return ids().stream()
                .filter(id -> workspace(id).isDamagedFor(account, keepsServer))
                .toList();
    }

    /**
     * The workspace of that id. What an account may see of it is told by {@link Workspace#view}.
     *
     * @throws UnknownWorkspace if there is none
     */
    public Workspace get(WorkspaceId id) {
        Workspace known = open.get(id);
        if (known != null) {
            return known;
        }
        if (!ids().contains(id)) {
            throw new UnknownWorkspace(id.toString());
        }
        return workspace(id);
    }

    /** All of them, seen or not: for those who keep the machine, not for pages. */
    public List<WorkspaceId> ids() {
        try {
            return database.read(EntryTable::workspaces);
        } catch (IllegalArgumentException damaged) {
            throw Failure.notPossible(Sentence.of("ledger.failure.corrupt", database.name()), damaged)
                    .advising(Sentence.of("ledger.failure.corrupt.advice"));
        }
    }

    private Workspace workspace(WorkspaceId id) {
        return open.computeIfAbsent(
                id, made -> new Workspace(made, database, contents, vault, clock, registry, () -> witness));
    }

    /** Where they are kept. */
    public Database database() {
        return database;
    }

    /** The kinds of items that are known here. */
    public Kinds kinds() {
        return contents.kinds();
    }

    @Override
    public void close() {
        open.values().forEach(Workspace::close);
        database.close();
    }

    /** Refuses a name that no id has. */
    static WorkspaceId parse(String text) {
        try {
            return WorkspaceId.of(text);
        } catch (IllegalArgumentException none) {
            throw new UnknownWorkspace(text);
        }
    }

    /** The workspace whose id is written so. */
    public Workspace get(String id) {
        return get(parse(id));
    }
}
