package org.salus.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/**
 * The entries of one workspace, in the database and in memory. Before anything is answered, memory is brought up to what the database holds; what is
 * written is durable before anybody reads it. Safe for use by several threads.
 *
 * <p>Locks are taken in one order: the turn to write or to keep, the graph, a connection.
 */
final class Book {
    private static final Duration BEFORE_PROVING = Duration.ofSeconds(1);
    private static final Duration BETWEEN_FORGETTING = Duration.ofMinutes(1);
    private static final int MOST_AT_ONCE = 200;

    /** So many entries take longer to read than it takes to share them out. */
    static final int WORTH_SHARING = 2_000;

    /** A checkpoint is made anew when it lacks more entries than one in so many. */
    private static final int CHECKPOINT_LACKS = 10;

    /** When the program ends there is time to make it for less. */
    private static final int LACKED_AT_THE_END = 100;

    /** Room made beforehand, whatever a damaged head promises. */
    private static final int MOST_AWAITED = 1_000_000;

    private final WorkspaceId id;
    private final Database database;
    private final EntryTable table;
    private final Contents contents;
    private final Vault vault;
    private final InstantSource clock;
    private final Registry registry;

    private final Object folding = new Object();
    private Graph graph;
    private EntryTable.Head read = EntryTable.Head.NONE;

    /** Whether an entry could not be read; of what has been read so far. */
    private boolean isTorn;

    private volatile Published published;
    private volatile Map<Digest, Sentence> damages = Map.of();

    /** Whether all entries that were there when this began have been read and held against their digests. */
    private volatile boolean isProven;

    /** Whether there was a checkpoint that could not be used. */
    private boolean isOfNoUse;

    /** How many entries the newest checkpoint goes up to, as far as is known here. */
    private volatile long checkpointed;

    private final AtomicBoolean isKeeping = new AtomicBoolean();

    /** Held by whoever makes a checkpoint. */
    private final Object keeping = new Object();

    private boolean isEnded;

    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock(true);
    private volatile boolean isToForget;
    private boolean erasedSinceTrying;
    private long forgettingTriedAt;

    /**
     * A state everybody may look at, up to which entry of the database it goes, and how readers of each standing see it.
     *
     * @param isTorn whether entries are missing in it that were written: they may have said that something is meant for fewer people
     */
    record Published(State state, EntryTable.Head head, boolean isTorn, Map<Standing, View> views) {
        Published(State state, EntryTable.Head head, boolean isTorn) {
            this(state, head, isTorn, new ConcurrentHashMap<>());
        }
    }

    Book(WorkspaceId id, Database database, Contents contents, Vault vault, InstantSource clock, Registry registry) {
        this.id = id;
        this.database = database;
        this.table = new EntryTable(id);
        this.contents = contents;
        this.vault = vault;
        this.clock = clock;
        this.registry = registry;
        this.graph = new Graph(contents);
        this.published = new Published(graph.state(), EntryTable.Head.NONE, false);
    }

    /** What uses the graph while nobody else changes it. */
    @FunctionalInterface
    interface GraphUse<T> {
        T with(Graph graph, Payloads payloads, Connection connection) throws SQLException;
    }

    /**
     * Uses the graph for somebody.
     *
     * @throws Failure if it must not be shown, since entries are damaged
     */
    <T> T with(GraphUse<T> use) {
        // Who has an account is asked outside of transactions, and only where it matters.
        catchUp();
        boolean isKnown = published.isTorn();
        refuseTorn(published);
        return withWhateverIsThere((whole, payloads, connection) -> {
            if (isTorn && !isKnown) {
                throw torn();
            }
            return use.with(whole, payloads, connection);
        });
    }

    /**
     * Refuses to show what is left of damaged entries. What is damaged may have made something known to fewer people, or somebody less than a member, or
     * left something undecided; who it was cannot be told from what is left, so it is open to nobody. Where one person works alone, and in a copy, nothing
     * lies that whoever holds the file could not read without this program.
     */
    void refuseTorn(Published shown) {
        if (isClosed(shown)) {
            throw torn();
        }
    }

    /** Refuses to make a copy where something is not as written: it would not verify anywhere, or lack without a word what is lost here. */
    void refuseDamaged() {
        withWhateverIsThere((whole, payloads, connection) -> {
            if (!damages.isEmpty()) {
                throw readOnly(damages);
            }
            return whole;
        });
    }

    /** What whoever wants to write is told. */
    static Failure readOnly(Map<Digest, Sentence> damages) {
        // The sentence says itself what to do: it also stands alone on pages.
        return new Failure(Failure.Kind.NOT_POSSIBLE, whyReadOnly(damages).orElseThrow());
    }

    /** Why nothing is written into what is damaged. */
    static Optional<Sentence> whyReadOnly(Map<Digest, Sentence> damages) {
        return damages.keySet().stream()
                .findFirst()
                .map(first -> Sentence.of("ledger.read-only.damaged", damages.size(), first.brief()));
    }

    /** Whether {@link #refuseTorn} refuses what there is now. */
    boolean isClosed() {
        return isClosed(current());
    }

    /** Whether {@link #refuseTorn} refuses this. */
    boolean isClosed(Published shown) {
        return shown.isTorn() && registry.roll().isServer();
    }

    private Failure torn() {
        return new Failure(
                Failure.Kind.NOT_POSSIBLE,
                Sentence.of(
                        "ledger.failure.torn",
                        damages.keySet().stream()
                                .findFirst()
                                .orElse(Digest.NONE)
                                .brief()),
                Sentence.of("ledger.failure.torn.advice"),
                null);
    }

    private <T> T withWhateverIsThere(GraphUse<T> use) {
        synchronized (folding) {
            return database.read(connection -> {
                catchUp(connection, table.head(connection));
                return use.with(graph, wanted -> payloads(connection, wanted), connection);
            });
        }
    }

    /** What a judge says about an author's wish now, without anything being written. */
    <T> T judged(AccountId author, BiFunction<View, Judge, T> judging) {
        Roll roll = registry.roll();
        return with((present, payloads, connection) -> {
            State now = present.state().at(roll);
            return judging.apply(viewFor(author, now), judge(now, payloads));
        });
    }

    private View viewFor(AccountId author, State now) {
        return View.of(id, now, now.standing(author, contents), contents);
    }

    private Judge judge(State now, Payloads payloads) {
        return new Judge(id, graph, now, payloads, contents, vault.travels());
    }

    /** The state of this moment; by a checkpoint, as long as the entries have not been read. */
    Published current() {
        Published known = published;
        if (database.read(table::head).equals(known.head())) {
            return known;
        }
        if (known.head().equals(EntryTable.Head.NONE) && mayKeep()) {
            Optional<Published> kept = keptState();
            if (kept.isPresent()) {
                inBackground(() -> {
                    // The first moments are for whoever opened it.
                    LockSupport.parkNanos(BEFORE_PROVING.toNanos());
                    prove();
                });
                return kept.get();
            }
        }
        catchUp();
        return published;
    }

    /** Reads and checks all entries, if that has not been done. */
    void prove() {
        if (!isProven) {
            catchUp();
        }
    }

    private void catchUp() {
        withWhateverIsThere((present, payloads, connection) -> present.state());
    }

    /** The newest state that has been read or written here; whoever has just written finds it in it. */
    State published() {
        return published.state();
    }

    /** What in the database is not what it was when it was written, by what has been read so far. */
    Map<Digest, Sentence> damages() {
        return damages;
    }

    // --- checkpoints ---

    /** What is in a copy may come from anybody, and its words are sealed; and a database server is asked by programs that are kept running. */
    private boolean mayKeep() {
        return !vault.travels() && database.manner() == Database.Manner.USUAL && !database.isServer();
    }

    /** The state of this moment as it follows from the checkpoint and the few entries after it; nothing if it does not. */
    private Optional<Published> keptState() {
        synchronized (folding) {
            if (!published.head().equals(EntryTable.Head.NONE)) {
                return Optional.of(published);
            }
            Optional<Published> found = database.read(connection -> {
                Optional<EntryTable.Kept> kept = table.checkpoint(connection);
                return kept.isPresent() ? state(kept.get(), connection) : Optional.empty();
            });
            found.ifPresent(state -> published = state);
            return found;
        }
    }

    private Optional<Published> state(EntryTable.Kept kept, Connection connection) throws SQLException {
        EntryTable.Head head = table.head(connection);
        long lacking = head.entries() - kept.head().entries();
        isOfNoUse = true;
        if (lacking < 0 || isTooOld(kept.head().entries(), head.entries()) || !table.isAt(connection, kept.head())) {
            return Optional.empty();
        }
        Optional<List<Entry>> more = entriesFrom(kept.head(), connection);
        if (more.isEmpty() || more.get().size() != lacking) {
            return Optional.empty();
        }
        Optional<Graph.Sum> read = Checkpoint.read(id, kept.body(), contents);
        isOfNoUse = read.isEmpty();
        return read.map(sum -> lacking == 0
                        ? sum
                        : Graph.after(sum, more.get(), contents, wanted -> payloads(connection, wanted)))
                .map(sum -> new Published(sum.state(), head, false));
    }

    /** The entries after that one, if they only say what items are; nothing if one of them is damaged, erases, or speaks of others. */
    private Optional<List<Entry>> entriesFrom(EntryTable.Head head, Connection connection) throws SQLException {
        List<Entry> more = new ArrayList<>();
        try {
            for (EntryTable.Row row : table.from(connection, head.entries())) {
                Entry entry = Entry.read(id, row.written(), UnaryOperator.identity());
                if (!entry.id().equals(row.id()) || !entry.marks().isEmpty()) {
                    return Optional.empty();
                }
                more.add(entry);
            }
        } catch (DamagedEntry damaged) {
            return Optional.empty();
        }
        return Optional.of(more);
    }

    private static boolean isTooOld(long checkpoint, long entries) {
        return entries - checkpoint > entries / CHECKPOINT_LACKS;
    }

    /** Whether a checkpoint that was shown said what the entries say, now that they have been read; one that could not be used did not. */
    private boolean isCheckpointTrue(EntryTable.Head head) {
        boolean isShown = published.head().equals(head);
        return isShown ? published.state().saysTheSameAs(graph.state()) : !isOfNoUse;
    }

    /** After the entries have been read or written: makes a checkpoint, if it is worth one and the last is too old. */
    private void keepSoon() {
        if (read.entries() >= Checkpoint.WORTH_KEEPING
                && isTooOld(checkpointed, read.entries())
                && mayKeep()
                && damages.isEmpty()
                && isKeeping.compareAndSet(false, true)) {
            inBackground(() -> {
                try {
                    synchronized (keeping) {
                        if (!isEnded) {
                            keep();
                        }
                    }
                } finally {
                    isKeeping.set(false);
                }
            });
        }
    }

    /** Makes a checkpoint of what has been read. */
    private void keep() {
        Graph.Sum sum;
        EntryTable.Head upTo;
        synchronized (folding) {
            sum = graph.sum();
            upTo = read;
            if (upTo.entries() < Checkpoint.WORTH_KEEPING) {
                // Writing failed meanwhile, and what had been read was forgotten.
                return;
            }
        }
        EntryTable.Kept kept = new EntryTable.Kept(upTo, Checkpoint.write(id, sum));
        long before = checkpointed;
        try {
            database.write(connection -> {
                // What has been erased meanwhile must not come back by this door.
                if (table.isAt(connection, upTo)
                        && entriesFrom(upTo, connection).isPresent()) {
                    table.keep(connection, kept);
                    checkpointed = upTo.entries();
                }
                return upTo;
            });
        } catch (Failure failed) {
            checkpointed = before;
            throw failed;
        }
    }

    /** Makes the checkpoint that is missing when the program ends. Nobody waits here for entries that are still being read. */
    void close() {
        synchronized (keeping) {
            isEnded = true;
            if (isProven && mayKeep() && damages.isEmpty() && isWorthKeepingAtTheEnd()) {
                try {
                    keep();
                } catch (Failure failed) {
                    // The next opening takes longer; nothing else depends on it.
                    return;
                }
            }
        }
    }

    private boolean isWorthKeepingAtTheEnd() {
        long entries;
        synchronized (folding) {
            entries = read.entries();
        }
        return entries >= Checkpoint.WORTH_KEEPING && entries - checkpointed > entries / LACKED_AT_THE_END;
    }

    private static void inBackground(Runnable work) {
        Thread.ofPlatform().daemon().name("salus-reading").start(() -> {
            try {
                work.run();
            } catch (RuntimeException failed) {
                // Whoever needs it does it again, and is told.
                return;
            }
        });
    }

    // --- reading; by who holds {@code folding} ---

    private void catchUp(Connection connection, EntryTable.Head head) throws SQLException {
        boolean isFirst = false;
        if (!head.equals(read)) {
            if (head.entries() <= read.entries() || !table.isAt(connection, read)) {
                // A backup was restored meanwhile: what was read before is not the beginning of what is there.
                startOver();
            }
            isFirst = read.equals(EntryTable.Head.NONE);
            int awaited = Math.toIntExact(Math.clamp(head.entries() - read.entries(), 16, MOST_AWAITED));
            List<Entry> more = new ArrayList<>(awaited);
            Set<Digest> fresh = HashSet.newHashSet(awaited);
            Set<Digest> damaged = new HashSet<>();
            table.from(connection, read.entries(), rows -> {
                for (Parsed parsed : parsed(rows)) {
                    EntryTable.Row row = parsed.row();
                    entry(parsed, fresh, damaged).ifPresent(entry -> {
                        more.add(entry);
                        fresh.add(entry.id());
                    });
                    read = new EntryTable.Head(row.place() + 1, row.id());
                }
            });
            if (read.entries() != head.entries()) {
                damage(read.newest(), Sentence.of("ledger.damage.count", head.entries(), read.entries()));
                isTorn = true;
            } else if (!read.newest().equals(head.newest()) && damages.isEmpty()) {
                damage(read.newest(), Sentence.of("ledger.damage.newest"));
            }
            read = head;
            graph.add(told(more, damaged, connection), wanted -> payloads(connection, wanted));
            if (isFirst) {
                holdAgainstPromises(connection);
            }
            if (isFirst && mayKeep()) {
                checkpointed = isCheckpointTrue(head) ? table.checkpointed(connection) : 0;
            }
            keepSoon();
        }
        isProven = true;
        // What a checkpoint said gives way to what the entries say.
        if (isFirst || !published.head().equals(read)) {
            published = new Published(graph.state(), read, isTorn);
        }
    }

    /** A row with the entry that its bytes are, or what is wrong with them. */
    private record Parsed(
            EntryTable.Row row,
            @Nullable Entry entry,
            @Nullable DamagedEntry damage) {}

    /** Digesting is most of the work, and entry by entry the same: what there is of processors shares in it. */
    private List<Parsed> parsed(List<EntryTable.Row> rows) {
        return (rows.size() < WORTH_SHARING ? rows.stream() : rows.parallelStream())
                .map(this::parsed)
                .toList();
    }

    private Parsed parsed(EntryTable.Row row) {
        try {
            return new Parsed(row, Entry.read(id, row.written(), graph::known), null);
        } catch (DamagedEntry damaged) {
            return new Parsed(row, null, damaged);
        }
    }

    private Optional<Entry> entry(Parsed parsed, Set<Digest> fresh, Set<Digest> damaged) {
        EntryTable.Row row = parsed.row();
        if (row.place() != read.entries()) {
            damage(row.id(), Sentence.of("ledger.damage.missing", read.entries()));
            isTorn = true;
        }
        Entry entry = parsed.entry();
        if (entry == null || !entry.id().equals(row.id())) {
            boolean newer = parsed.damage() != null && parsed.damage().isNewer();
            damage(
                    row.id(),
                    Sentence.of(
                            newer ? "ledger.damage.newer" : "ledger.damage.entry",
                            row.id().toString()));
            Optional<Entry> rest = newer ? Optional.empty() : asItReads(row);
            rest.ifPresentOrElse(some -> damaged.add(some.id()), () -> isTorn = true);
            return rest;
        }
        if (!entry.parents().stream().allMatch(parent -> fresh.contains(parent) || graph.has(parent))) {
            damage(row.id(), Sentence.of("ledger.damage.parent", row.id().toString()));
            isTorn = true;
        }
        return Optional.of(entry);
    }

    /** What the bytes of a damaged entry still read as, if they read as an entry at all. */
    private Optional<Entry> asItReads(EntryTable.Row row) {
        try {
            return Optional.of(Entry.parsed(row.id(), id, row.written(), UnaryOperator.identity()));
        } catch (DamagedEntry rubbish) {
            return Optional.empty();
        }
    }

    /** The entries, of those that are damaged what can still be told. Where that is too little, what was known to fewer people cannot be told either. */
    private List<Entry> told(List<Entry> more, Set<Digest> damaged, Connection connection) throws SQLException {
        if (damaged.isEmpty()) {
            return more;
        }
        graph.scarredBy(damaged);
        List<Entry> all = new ArrayList<>(graph.entries());
        all.addAll(more);
        Scar.Others others = Scar.Others.among(
                all, graph.scars(), table.namesOfPayloads(connection), wanted -> payloads(connection, wanted));
        Map<Digest, Entry> before = new HashMap<>();
        List<Entry> told = new ArrayList<>();
        for (Entry entry : more) {
            Optional<Entry> some = damaged.contains(entry.id())
                    ? Scar.of(
                            entry,
                            known -> before.containsKey(known) ? before.get(known) : graph.entry(known),
                            wanted -> payloads(connection, wanted),
                            others)
                    : Optional.of(entry);
            some.ifPresentOrElse(
                    one -> {
                        before.put(one.id(), one);
                        told.add(one);
                    },
                    () -> isTorn = true);
        }
        return told;
    }

    private Map<Digest, byte[]> payloads(Connection connection, Collection<Digest> wanted) {
        try {
            Map<Digest, byte[]> kept = table.payloads(connection, wanted);
            Map<Digest, byte[]> clear = Salted.clear(vault, kept);
            if (clear.size() < kept.size()) {
                kept.keySet().stream()
                        .filter(digest -> !clear.containsKey(digest))
                        .forEach(digest -> damage(digest, Sentence.of("ledger.damage.payload", digest.toString())));
            }
            return clear;
        } catch (SQLException failed) {
            throw new UncheckedSql(failed);
        }
    }

    private void damage(Digest what, Sentence said) {
        damage(Map.of(what, said));
    }

    private void damage(Map<Digest, Sentence> said) {
        Map<Digest, Sentence> more = new LinkedHashMap<>(damages);
        said.forEach(more::putIfAbsent);
        damages = more;
    }

    /**
     * Notices payloads that are lost, and such as nobody speaks of: the entries that did may have been taken back together with the head. Where nothing was ever
     * received it is enough to count them. In a copy most may be withheld; and where entries are damaged it cannot be told what was.
     */
    private void holdAgainstPromises(Connection connection) throws SQLException {
        if (isTorn || graph.isScarred() || vault.travels()) {
            return;
        }
        Promised promised = Promised.by(graph.entries(), graph::isErased);
        if (promised.perhaps().isEmpty()
                && table.countOfPayloads(connection) == promised.due().size()) {
            return;
        }
        Set<Digest> missing = new LinkedHashSet<>(promised.due());
        Map<Digest, Sentence> found = new LinkedHashMap<>();
        for (Digest here : table.namesOfPayloads(connection)) {
            missing.remove(here);
            if (graph.isErased(here)) {
                found.put(here, Sentence.of("ledger.damage.not-erased", here.toString()));
            } else if (!promised.due().contains(here) && !promised.perhaps().contains(here)) {
                found.put(here, Sentence.of("ledger.damage.stray", here.toString()));
            }
        }
        Map<Digest, Sentence> all = new LinkedHashMap<>();
        missing.forEach(lost -> all.put(lost, Sentence.of("ledger.damage.lost", lost.toString())));
        all.putAll(found);
        damage(all);
    }

    /** Forgets what memory holds; what has been published stays true for its head. */
    private void startOver() {
        graph = new Graph(contents);
        read = EntryTable.Head.NONE;
        damages = Map.of();
        isTorn = false;
    }

    // --- writing ---

    /** What an author wants, judged when it is its turn: on the state that is then in force. */
    @FunctionalInterface
    interface Attempt {
        Judgement judge(View view, Judge judge);
    }

    /** A proposal and, later, what became of it. */
    private static final class Waiting {
        private final AccountId author;
        private final Attempt attempt;
        private final Roll roll;
        private @Nullable Outcome outcome;
        private @Nullable RuntimeException failure;

        Waiting(AccountId author, Attempt attempt, Roll roll) {
            this.author = author;
            this.attempt = attempt;
            this.roll = roll;
        }
    }

    /**
     * Proposals of several threads that come at the same time are written in one transaction, since what takes time is to wait for the disk. Whoever gets
     * the turn writes for those who wait.
     */
    Outcome write(AccountId author, Attempt attempt) {
        Waiting mine = new Waiting(author, attempt, registry.roll());
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
        return Objects.requireNonNull(mine.outcome);
    }

    private void writeWaiting() {
        List<Waiting> batch = new ArrayList<>();
        while (batch.size() < MOST_AT_ONCE && !queue.isEmpty()) {
            batch.add(queue.remove());
        }
        Map<Waiting, Outcome> outcomes = new HashMap<>();
        Map<Waiting, RuntimeException> failures = new HashMap<>();
        try {
            synchronized (folding) {
                try {
                    database.write(connection -> {
                        EntryTable.Head before = table.headHeld(connection, database.isServer());
                        if (before.equals(EntryTable.Head.NONE)) {
                            throw new UnknownWorkspace(id.toString());
                        }
                        catchUp(connection, before);
                        for (Waiting waiting : batch) {
                            try {
                                outcomes.put(waiting, judgeAndWrite(waiting, connection));
                            } catch (NotJudged failed) {
                                // Nothing of it has been written: the others do not suffer.
                                failures.put(waiting, failed.why());
                            }
                        }
                        if (!read.equals(before)) {
                            table.moveHead(connection, before, read);
                        }
                        return read;
                    });
                } catch (RuntimeException failed) {
                    // The graph may hold entries that were not written after all.
                    startOver();
                    throw failed;
                }
                // Readers did not wait for the disk: what they see is published only now that it is durable.
                if (!published.head().equals(read)) {
                    published = new Published(graph.state(), read, isTorn);
                }
                keepSoon();
            }
            if (isToForget && isTimeToForget()) {
                isToForget = !database.forgetDeleted();
                erasedSinceTrying = false;
                forgettingTriedAt = System.nanoTime();
            }
            outcomes.forEach((waiting, outcome) -> waiting.outcome = outcome);
            failures.forEach((waiting, failure) -> waiting.failure = failure);
        } catch (RuntimeException failed) {
            batch.forEach(waiting -> waiting.failure = failed);
        }
    }

    /** A file is asked with every step; a server, which may have to be waited for, now and then. */
    private boolean isTimeToForget() {
        return !database.isServer()
                || erasedSinceTrying
                || System.nanoTime() - forgettingTriedAt > BETWEEN_FORGETTING.toNanos();
    }

    /** Carries what went wrong in judging, so that it is told apart from what goes wrong in writing. */
    private static final class NotJudged extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient RuntimeException why;

        NotJudged(RuntimeException why) {
            super(why);
            this.why = why;
        }

        RuntimeException why() {
            return why;
        }
    }

    private Outcome judgeAndWrite(Waiting waiting, Connection connection) throws SQLException, NotJudged {
        return switch (judge(waiting, connection)) {
            case Judgement.No no -> no.outcome();
            case Judgement.Yes yes -> new Outcome.Accepted(write(waiting, yes, connection));
        };
    }

    private Judgement judge(Waiting waiting, Connection connection) throws NotJudged {
        try {
            State now = graph.present().at(waiting.roll);
            return waiting.attempt.judge(
                    viewFor(waiting.author, now), judge(now, wanted -> payloads(connection, wanted)));
        } catch (UncheckedSql broken) {
            throw broken;
        } catch (RuntimeException wrong) {
            throw new NotJudged(wrong);
        }
    }

    private Digest write(Waiting waiting, Judgement.Yes yes, Connection connection) throws SQLException {
        Set<Digest> parents = new HashSet<>(graph.heads());
        yes.received().forEach(entry -> parents.add(entry.id()));
        yes.received().forEach(entry -> entry.parents().forEach(parents::remove));
        Entry entry = because(
                yes.why(),
                Entry.of(id, parents, waiting.author, clock.instant(), Optional.empty(), yes.changes(), yes.marks()),
                yes.payloads());
        List<Entry> all = new ArrayList<>(yes.received());
        all.add(entry);
        write(all, yes.payloads(), connection);
        return entry.id();
    }

    /** An entry with its reason, which belongs to all else of it. */
    private Entry because(Optional<Reason> why, Entry entry, Salted payloads) {
        return why.map(reason -> entry.because(id, payloads.reason(entry, contents.write(reason))))
                .orElse(entry);
    }

    /** Keeps entries and payloads, and adds them to the graph. */
    private void write(List<Entry> entries, Salted payloads, Connection connection) throws SQLException {
        table.add(connection, read.entries(), entries);
        read = new EntryTable.Head(
                read.entries() + entries.size(), entries.getLast().id());
        table.add(connection, payloads.kept(vault));
        Set<Digest> erased = graph.add(entries, wanted -> {
            Map<Digest, byte[]> found = new HashMap<>(payloads.among(wanted));
            Set<Digest> rest = new HashSet<>(wanted);
            rest.removeAll(found.keySet());
            if (!rest.isEmpty()) {
                found.putAll(payloads(connection, rest));
            }
            return found;
        });
        if (!erased.isEmpty()) {
            table.erase(connection, erased);
            table.forgetCheckpoint(connection);
            checkpointed = 0;
            isToForget = true;
            erasedSinceTrying = true;
        }
    }

    /** Writes the first entry. */
    void found(AccountId founder, Item<Charter> charter, Item<Member> owner) {
        Salted payloads = new Salted();
        begin(
                List.of(because(
                        Optional.of(Reason.of(Act.FOUND, "")),
                        Entry.of(
                                id,
                                List.of(),
                                founder,
                                clock.instant(),
                                Optional.empty(),
                                List.of(fresh(charter, payloads), fresh(owner, payloads)),
                                Marks.NONE),
                        payloads)),
                payloads);
    }

    private Change fresh(Item<?> item, Salted payloads) {
        return new Change(item.id(), payloads.content(item.id(), contents.write(item)), List.of(), List.of());
    }

    /** Writes the first entries; to be called once, before anything else. */
    void begin(List<Entry> entries, Salted payloads) {
        synchronized (folding) {
            database.write(connection -> {
                table.found(connection);
                write(entries, payloads, connection);
                table.moveHead(connection, EntryTable.Head.NONE, read);
                return read;
            });
        }
    }
}
