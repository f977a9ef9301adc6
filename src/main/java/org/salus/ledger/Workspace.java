package org.salus.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/**
 * One workspace: what its members see, and how they change it. State is kept in memory; before anything is answered it is brought up to what the database
 * holds, so several processes may work on one database. Safe for use by several threads.
 */
public final class Workspace {
    private static final int MOST_AT_ONCE = 200;

    private final WorkspaceId id;
    private final Database database;
    private final EntryTable table;
    private final Contents contents;
    private final Vault vault;
    private final InstantSource clock;

    private final Object folding = new Object();
    private Graph graph;
    private EntryTable.Head read = EntryTable.Head.NONE;
    private final Map<Digest, Sentence> damages = new LinkedHashMap<>();
    private volatile Published published;

    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock(true);

    /** A state everybody may look at, and how many entries of the database it is made of. */
    private record Published(State state, EntryTable.Head head, Map<Standing, View> views) {
        Published(State state, EntryTable.Head head) {
            this(state, head, new ConcurrentHashMap<>());
        }
    }

    Workspace(WorkspaceId id, Database database, Contents contents, Vault vault, InstantSource clock) {
        this.id = id;
        this.database = database;
        this.table = new EntryTable(id);
        this.contents = contents;
        this.vault = vault;
        this.clock = clock;
        this.graph = new Graph(contents);
        this.published = new Published(graph.state(), EntryTable.Head.NONE);
    }

    public WorkspaceId id() {
        return id;
    }

    /**
     * The workspace as this account may see it now.
     *
     * @throws UnknownWorkspace if it may see nothing of it
     */
    public View view(AccountId account) {
        Published now = current();
        Standing standing = now.state().standing(account, contents);
        View view = now.views().computeIfAbsent(standing, reader -> View.of(id, now.state(), reader, contents));
        if (!standing.isMember() && view.find(Charter.KIND, charterId()).isEmpty()) {
            throw new UnknownWorkspace(id.toString());
        }
        return view;
    }

    /**
     * The workspace as it was when these entries were the newest, as this account may see it today.
     *
     * @throws Failure if there is no such entry
     */
    public View view(AccountId account, Collection<Digest> heads) {
        View today = view(account);
        if (today.heads().equals(Set.copyOf(heads))) {
            return today;
        }
        synchronized (folding) {
            for (Digest head : heads) {
                if (!graph.has(head)) {
                    throw Failure.notFound(Sentence.of("ledger.failure.unknown-entry", head.toString()));
                }
            }
            State then = database.read(connection -> graph.asOf(heads, wanted -> payloads(connection, wanted)));
            return View.of(id, then, today.state(), today.standing(), contents);
        }
    }

    /** What the account is in this workspace. */
    public Standing standing(AccountId account) {
        return current().state().standing(account, contents);
    }

    /** Whether nothing can be written here, and why: the database or its medium is read-only, or an entry is damaged. */
    public Optional<Sentence> whyReadOnly() {
        if (database.manner() == Database.Manner.READ_ONLY) {
            return Optional.of(Sentence.of("ledger.read-only.medium", database.name()));
        }
        current();
        synchronized (folding) {
            return damages.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Sentence.of(
                            "ledger.read-only.damaged",
                            damages.size(),
                            damages.keySet().iterator().next().brief()));
        }
    }

    /**
     * Writes edits, all of them or none. When {@code Accepted} is returned they are durable.
     *
     * @throws Failure if the database cannot be written
     */
    public Outcome append(AccountId author, List<Edit> edits, Reason reason) {
        return append(new Proposal(author, reason, (view, judge) -> judge.edits(view, edits, reason.text())));
    }

    /** Writes edits that need no words. */
    public Outcome append(AccountId author, Edit... edits) {
        return append(author, List.of(edits), Reason.EDIT);
    }

    /**
     * Takes an entry's edits back by another entry: each item gets the version it had before. Undoing an undo does it again.
     *
     * @throws Failure if there is no such entry
     */
    public Outcome undo(AccountId author, Digest entry) {
        return append(new Proposal(author, Reason.undoing(entry), (view, judge) -> judge.undo(view, entry)));
    }

    /**
     * Erases what an item has ever said, for good: its payloads are deleted, here and in every copy that is merged later. That it was erased, by whom and
     * why stays. Copies and backups made before are not reached.
     */
    public Outcome erase(AccountId author, ItemId item, String why) {
        return erase(author, why, (view, judge) -> judge.erase(view, item, Optional.empty(), why));
    }

    /** Erases what one version of an item said. */
    public Outcome erase(AccountId author, ItemId item, Digest entry, String why) {
        return erase(author, why, (view, judge) -> judge.erase(view, item, Optional.of(entry), why));
    }

    private Outcome erase(AccountId author, String why, Attempt attempt) {
        Outcome outcome = append(new Proposal(author, Reason.of(Act.ERASE, why), attempt));
        if (outcome instanceof Outcome.Accepted) {
            database.forgetDeleted();
        }
        return outcome;
    }

    /**
     * Decides about entries that wait after a merge.
     *
     * @param admitted count from now on
     * @param refused never will
     */
    public Outcome decide(AccountId author, Collection<Digest> admitted, Collection<Digest> refused, String why) {
        return append(new Proposal(
                author, Reason.of(Act.DECIDE, why), (view, judge) -> judge.decide(view, admitted, refused)));
    }

    /** Gives the present state a name, so that people can come back to it. */
    public Outcome name(AccountId author, String name) {
        return append(new Proposal(author, Reason.of(Act.NAME, ""), (view, judge) -> {
            NamedVersion version = new NamedVersion(name, view.heads());
            return judge.edits(view, List.of(new Edit.Put(Item.fresh(NamedVersion.KIND, version))), "");
        }));
    }

    /** The steps of this workspace that an account may know of, newest first. */
    public History history(AccountId account) {
        return new History(this, view(account));
    }

    /** Holds every entry and payload against its digest. */
    public Verification verify() {
        return database.read(connection -> Verification.of(id, table, vault, connection));
    }

    // --- what other classes of the room need ---

    ItemId charterId() {
        return new ItemId(id.value());
    }

    Contents contents() {
        return contents;
    }

    Database database() {
        return database;
    }

    Vault vault() {
        return vault;
    }

    EntryTable table() {
        return table;
    }

    /** What uses the graph while nobody else changes it. */
    @FunctionalInterface
    interface GraphUse<T> {
        T with(Graph graph, Connection connection) throws SQLException;
    }

    <T> T withGraph(GraphUse<T> use) {
        return database.read(connection -> {
            synchronized (folding) {
                catchUp(connection);
                return use.with(graph, connection);
            }
        });
    }

    Map<Digest, byte[]> payloads(Connection connection, Collection<Digest> wanted) {
        try {
            return Salted.clear(vault, table.payloads(connection, wanted));
        } catch (SQLException failed) {
            throw new UncheckedSql(failed);
        }
    }

    // --- reading ---

    private Published current() {
        Published known = published;
        return database.read(connection -> {
            if (table.head(connection).equals(known.head())) {
                return known;
            }
            synchronized (folding) {
                catchUp(connection);
                return published;
            }
        });
    }

    /** Adds what the database has and the graph has not; to be called by who holds {@code folding}. */
    private void catchUp(Connection connection) throws SQLException {
        EntryTable.Head head = table.head(connection);
        if (head.equals(read)) {
            publish();
            return;
        }
        if (head.entries() <= read.entries() || !table.isAt(connection, read)) {
            // A backup was restored meanwhile: what was read before is not the beginning of what is there.
            startOver();
        }
        List<Entry> more = new ArrayList<>();
        for (EntryTable.Row row : table.from(connection, read.entries())) {
            read = new EntryTable.Head(row.place() + 1, row.id());
            try {
                Entry entry = Entry.read(id, row.written(), graph::known);
                if (entry.id().equals(row.id())) {
                    more.add(entry);
                } else {
                    damages.put(
                            row.id(),
                            Sentence.of("ledger.damage.entry", row.id().toString()));
                }
            } catch (DamagedEntry damaged) {
                damages.put(
                        row.id(),
                        Sentence.of(
                                damaged.isNewer() ? "ledger.damage.newer" : "ledger.damage.entry",
                                row.id().toString()));
            }
        }
        graph.add(more, wanted -> payloads(connection, wanted));
        publish();
    }

    private void publish() {
        if (!published.head().equals(read)) {
            published = new Published(graph.state(), read);
        }
    }

    private void startOver() {
        graph = new Graph(contents);
        read = EntryTable.Head.NONE;
        damages.clear();
        published = new Published(graph.state(), EntryTable.Head.NONE);
    }

    // --- writing ---

    /** What an author wants, judged when it is its turn: on the state that is then in force. */
    @FunctionalInterface
    interface Attempt {
        Judgement judge(View view, Judge judge);
    }

    private record Proposal(AccountId author, Reason reason, Attempt attempt) {}

    /** A proposal and, later, what became of it. */
    private static final class Waiting {
        private final Proposal proposal;
        private @Nullable Outcome outcome;
        private @Nullable RuntimeException failure;

        Waiting(Proposal proposal) {
            this.proposal = proposal;
        }
    }

    /**
     * Proposals of several threads that come at the same time are written in one transaction, since what takes time is to wait for the disk. Whoever gets
     * the turn writes for those who wait.
     */
    private Outcome append(Proposal proposal) {
        Optional<Sentence> closed = whyReadOnly();
        if (closed.isPresent()) {
            return Outcome.Refused.because(closed.get());
        }
        Waiting mine = new Waiting(proposal);
        queue.add(mine);
        writing.lock();
        try {
            if (mine.outcome == null && mine.failure == null) {
                writeWaiting();
            }
        } finally {
            writing.unlock();
        }
        if (mine.failure != null) {
            throw mine.failure;
        }
        return java.util.Objects.requireNonNull(mine.outcome);
    }

    private void writeWaiting() {
        List<Waiting> batch = new ArrayList<>();
        for (Waiting next = queue.poll(); next != null; next = queue.poll()) {
            batch.add(next);
            if (batch.size() == MOST_AT_ONCE) {
                break;
            }
        }
        Map<Waiting, Outcome> outcomes = new HashMap<>();
        try {
            // Readers do not wait for the disk: what they see is published after it is durable.
            synchronized (folding) {
                database.write(connection -> {
                    table.headHeld(connection, database.isServer());
                    catchUp(connection);
                    for (Waiting waiting : batch) {
                        outcomes.put(waiting, write(waiting.proposal, connection));
                    }
                    table.setHead(connection, read);
                    return outcomes;
                });
                publish();
            }
            batch.forEach(waiting -> waiting.outcome = outcomes.get(waiting));
        } catch (RuntimeException failed) {
            synchronized (folding) {
                // The graph may hold entries that were not written after all.
                startOver();
            }
            batch.forEach(waiting -> waiting.failure = failed);
        }
    }

    private Outcome write(Proposal proposal, Connection connection) throws SQLException {
        State now = graph.present();
        Standing standing = now.standing(proposal.author(), contents);
        View view = View.of(id, now, standing, contents);
        Judge judge = new Judge(this, graph, now, connection);
        Judgement judgement = proposal.attempt().judge(view, judge);
        return switch (judgement) {
            case Judgement.No no -> no.outcome();
            case Judgement.Yes yes -> {
                Entry entry = write(yes, proposal, connection);
                yield new Outcome.Accepted(entry.id());
            }
        };
    }

    private Entry write(Judgement.Yes yes, Proposal proposal, Connection connection) throws SQLException {
        Salted salted = new Salted();
        List<Change> changes = new ArrayList<>();
        yes.contents()
                .forEach((item, payload) -> changes.add(new Change(
                        item, salted.add(payload), List.copyOf(yes.replaced().getOrDefault(item, Set.of())))));
        Optional<Digest> why = proposal.reason().equals(Reason.EDIT)
                ? Optional.empty()
                : Optional.of(salted.add(contents.write(proposal.reason())));
        Entry entry = Entry.of(id, graph.heads(), proposal.author(), clock.instant(), why, changes, yes.marks());
        write(List.of(entry), salted, connection);
        return entry;
    }

    /** Keeps entries and payloads, and adds them to the graph; to be called inside a transaction that holds the workspace. */
    private void write(List<Entry> entries, Salted salted, Connection connection) throws SQLException {
        Set<Digest> erased = new HashSet<>();
        for (Entry entry : entries) {
            table.add(connection, read.entries(), entry);
            read = new EntryTable.Head(read.entries() + 1, entry.id());
            erased.addAll(entry.marks().erased());
        }
        table.add(connection, salted.kept(vault));
        graph.add(entries, wanted -> {
            Map<Digest, byte[]> found = new HashMap<>(salted.among(wanted));
            if (found.size() < wanted.size()) {
                Set<Digest> rest = new LinkedHashSet<>(wanted);
                rest.removeAll(found.keySet());
                found.putAll(payloads(connection, rest));
            }
            return found;
        });
        table.erase(connection, erased.stream().filter(graph::isErased).toList());
    }

    /** Founds the workspace with its first entry; to be called once, before anything else. */
    Entry found(Charter charter, AccountId founder, Member member) {
        return java.util.Objects.requireNonNull(database.write(connection -> {
            synchronized (folding) {
                table.found(connection);
                Salted salted = new Salted();
                Item<Charter> about =
                        new Item<>(charterId(), Charter.KIND, Sensitivity.forMembers(), List.of(), charter, Set.of());
                Item<Member> first = new Item<>(
                        new ItemId(founder.value()),
                        Member.KIND,
                        Sensitivity.forMembers(),
                        List.of(),
                        member,
                        Set.of());
                Entry entry = Entry.of(
                        id,
                        List.of(),
                        founder,
                        clock.instant(),
                        Optional.of(salted.add(contents.write(Reason.of(Act.FOUND, "")))),
                        List.of(
                                new Change(about.id(), salted.add(contents.write(about)), List.of()),
                                new Change(first.id(), salted.add(contents.write(first)), List.of())),
                        Marks.NONE);
                write(List.of(entry), salted, connection);
                table.setHead(connection, read);
                return entry;
            }
        }));
    }

    /**
     * Takes entries and payloads of a copy in, as they are.
     *
     * @param reception written after them, with the copy's heads and ours as parents; null where there is nothing to remark
     */
    Outcome.Accepted receive(
            AccountId by, List<Entry> entries, Map<Digest, byte[]> salted, @Nullable Marks reception, Reason reason) {
        synchronized (folding) {
            try {
                return java.util.Objects.requireNonNull(database.write(connection -> {
                    table.headHeld(connection, database.isServer());
                    catchUp(connection);
                    Salted payloads = new Salted(salted, graph::isErased);
                    write(
                            entries.stream()
                                    .filter(entry -> !graph.has(entry.id()))
                                    .toList(),
                            payloads,
                            connection);
                    Entry last = null;
                    if (reception != null) {
                        Salted words = new Salted();
                        Digest why = words.add(contents.write(reason));
                        last = Entry.of(id, graph.heads(), by, clock.instant(), Optional.of(why), List.of(), reception);
                        write(List.of(last), words, connection);
                    }
                    table.setHead(connection, read);
                    return new Outcome.Accepted(
                            last == null ? graph.heads().iterator().next() : last.id());
                }));
            } finally {
                // Payloads of entries that were here before may have come, too; and after a failure the graph holds
                // what was not written.
                startOver();
            }
        }
    }

    SortedSet<Digest> heads() {
        return current().state().heads();
    }

    Instant now() {
        return clock.instant();
    }
}
