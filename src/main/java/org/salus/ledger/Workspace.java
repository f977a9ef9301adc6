package org.salus.ledger;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/**
 * One workspace: what its members see, and how they change it. State is kept in memory; before anything is answered it is brought up to what the database
 * holds, so several processes may work on one database. Safe for use by several threads.
 */
public final class Workspace {
    private final WorkspaceId id;
    private final Database database;
    private final Contents contents;
    private final Vault vault;
    private final InstantSource clock;
    private final Registry registry;
    private final Supplier<Witness> witness;
    private final Book book;

    Workspace(
            WorkspaceId id,
            Database database,
            Contents contents,
            Vault vault,
            InstantSource clock,
            Registry registry,
            Supplier<Witness> witness) {
        this.id = id;
        this.database = database;
        this.contents = contents;
        this.vault = vault;
        this.clock = clock;
        this.registry = registry;
        this.witness = witness;
        this.book = new Book(id, database, contents, vault, clock, registry);
    }

    public WorkspaceId id() {
        return id;
    }

    /**
     * The workspace as this account may see it now.
     *
     * @throws UnknownWorkspace if it may see nothing of it
     * @throws Failure if entries are damaged on a server: what they may have restricted must not be shown; or if what is damaged is this account's own membership
     */
    public View view(AccountId account) {
        return seen(account)
                .orElseThrow(() -> isMembershipDamaged(account, book.published())
                        ? Book.readOnly(book.damages())
                        : new UnknownWorkspace(id.toString()));
    }

    /** The same; nothing if it may see nothing of it. */
    Optional<View> seen(AccountId account) {
        Book.Published now = book.current();
        book.refuseTorn(now);
        return seen(account, now);
    }

    /** The same in a list, which what is damaged does not stop; asked of one state, since lists ask all workspaces. */
    Optional<View> listed(AccountId account) {
        Book.Published now = book.current();
        return book.isClosed(now) ? Optional.empty() : seen(account, now);
    }

    private Optional<View> seen(AccountId account, Book.Published now) {
        Standing standing = standing(account, now.state());
        View view = now.views().computeIfAbsent(standing, reader -> View.of(id, now.state(), reader, contents));
        return standing.isMember() || view.find(Charter.KIND, charterId()).isPresent()
                ? Optional.of(view)
                : Optional.empty();
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
        return book.with((graph, payloads, connection) -> {
            requireEntries(graph, heads);
            return View.of(id, graph.asOf(heads, payloads), today.state(), today.standing(), contents);
        });
    }

    /**
     * The workspace as it was when these entries were the newest, as the reader of a view may see it today.
     *
     * @throws Failure if there is no such entry
     */
    public View view(View reader, Collection<Digest> heads) {
        return reader.heads().equals(Set.copyOf(heads)) ? reader : then(reader.standing(), heads);
    }

    /**
     * What is meant for everybody of the workspace as it was when these entries were the newest, whoever asks: the same for every reader, so that what is made of it
     * can be made again by another one.
     *
     * @throws UnknownWorkspace if whoever asks may see nothing of it
     * @throws Failure if there is no such entry
     */
    public View viewOfEverybody(AccountId asking, Collection<Digest> heads) {
        view(asking);
        return then(Standing.visitor(nobody()), heads);
    }

    /**
     * What is meant for every member, and no more, of the workspace as it was when these entries were the newest: the same for every member who asks.
     *
     * @throws UnknownWorkspace if whoever asks may see nothing of it
     * @throws Failure if whoever asks is no member, or there is no such entry
     */
    public View viewOfMembers(AccountId asking, Collection<Digest> heads) {
        if (!view(asking).standing().isMember()) {
            throw Failure.refused(Sentence.of("ledger.failure.members-only"));
        }
        return then(new Standing(nobody(), Optional.empty(), Optional.of(Role.READER)), heads);
    }

    /** An account that nobody has: no list of named readers holds it. */
    private AccountId nobody() {
        return new AccountId(id.value());
    }

    /** An earlier state for a reader, whose clearance is that of today. */
    private View then(Standing reader, Collection<Digest> heads) {
        Book.Published now = book.current();
        book.refuseTorn(now);
        return book.with((graph, payloads, connection) -> {
            requireEntries(graph, heads);
            return View.of(id, graph.asOf(heads, payloads), now.state(), reader, contents);
        });
    }

    private static void requireEntries(Graph graph, Collection<Digest> heads) {
        for (Digest head : heads) {
            if (!graph.has(head)) {
                throw Failure.notFound(Sentence.of("ledger.failure.unknown-entry", head.toString()));
            }
        }
    }

    /** Whether all of these are entries of this workspace. */
    public boolean has(Collection<Digest> entries) {
        return book.with((graph, payloads, connection) -> entries.stream().allMatch(graph::has));
    }

    /**
     * The day (UTC) of the newest of these entries: what is made from the state in which they are the newest carries it as its date, whoever makes it.
     *
     * @throws Failure if there is no such entry
     */
    public LocalDate dayOf(Collection<Digest> entries) {
        return book.with((graph, payloads, connection) -> {
            requireEntries(graph, entries);
            return entries.stream()
                    .flatMap(id -> Optional.ofNullable(graph.entry(id)).stream())
                    .map(entry -> entry.at().atZone(ZoneOffset.UTC).toLocalDate())
                    .max(LocalDate::compareTo)
                    .orElse(LocalDate.EPOCH);
        });
    }

    /**
     * The entries that were known when these were the newest: they and all before them. What was made apart from them, and merged later, is not among them.
     *
     * @throws Failure if there is no such entry
     */
    public Set<Digest> upTo(Collection<Digest> heads) {
        return book.with((graph, payloads, connection) -> {
            requireEntries(graph, heads);
            return graph.upTo(heads).stream().map(Entry::id).collect(Collectors.toUnmodifiableSet());
        });
    }

    /** Whether nobody may see any of it, since entries are damaged; whoever asks for it is told. */
    boolean isClosed() {
        return book.isClosed();
    }

    /**
     * Whether this account is told that it is damaged: on one's own machine and in a copy everybody; on a server those who own it by what is left of it, those of whom it
     * cannot be told any more what they are, and whoever keeps the server. What is in it is told to none of them.
     */
    boolean isDamagedFor(AccountId account, boolean keepsServer) {
        Book.Published now = book.current();
        return registry.roll().isServer()
                ? (isClosed() || !book.damages().isEmpty())
                        && (keepsServer
                                || isMembershipDamaged(account, now.state())
                                || now.state().standing(account, contents).mayActAs(Role.OWNER))
                : now.isTorn() || !book.damages().isEmpty();
    }

    /** Whether it cannot be told what an account is here, since the words that say it are damaged or lost. Whoever it is finds their workspace missing otherwise. */
    private boolean isMembershipDamaged(AccountId account, State now) {
        return now.versions(new ItemId(account.value())).stream()
                .map(version -> version.change().content())
                .anyMatch(book.damages()::containsKey);
    }

    /** What the account is in this workspace. */
    public Standing standing(AccountId account) {
        Book.Published now = book.current();
        book.refuseTorn(now);
        return standing(account, now.state());
    }

    private Standing standing(AccountId account, State now) {
        Standing told = now.standing(account, contents);
        // Most are of no organisation, and of them nothing has to be asked.
        return told.organisation().isEmpty()
                ? told
                : now.at(registry.rollOf(account)).standing(account, contents);
    }

    /**
     * The organisation that an account is of by now, where its membership still tells of another, which therefore does not count. An owner can confirm it.
     */
    public Optional<Roll.Known> moved(AccountId account) {
        return Optional.of(book.current().state().standing(account, contents))
                .flatMap(told -> registry.rollOf(account)
                        .find(account)
                        .filter(known -> !known.organisation().equals(told.organisation())));
    }

    /**
     * Whether nothing can be written here, and why: the database or its medium is read-only, or an entry is damaged, as far as entries have been read. In the
     * moments after a large workspace was opened by its checkpoint they are still being read; whoever writes waits for that.
     */
    public Optional<Sentence> whyReadOnly() {
        if (database.manner() == Database.Manner.READ_ONLY) {
            return Optional.of(Sentence.of("ledger.read-only.medium", database.name()));
        }
        book.current();
        return Book.whyReadOnly(book.damages());
    }

    /**
     * That something here is not as written, as far as it has been read: what it said is not shown, and cannot be told from what is meant for others. Empty
     * where nothing is known to be damaged.
     */
    public Optional<Sentence> damage() {
        return Book.whyReadOnly(book.damages());
    }

    /**
     * Writes edits, all of them or none. When {@code Accepted} is returned they are durable.
     *
     * @throws Failure if the database cannot be written
     */
    public Outcome append(AccountId author, List<Edit> edits, Reason reason) {
        return write(author, (view, judge) -> judge.edits(view, edits, reason));
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
        return write(author, (view, judge) -> judge.undo(view, entry));
    }

    /**
     * Erases what an item has ever said, what was said when it was changed, and whatever cannot be seen without it, for good: the payloads are deleted, here
     * and in every copy that is merged later. That something was erased, by whom and why stays. Copies and backups made before are not reached.
     */
    public Outcome erase(AccountId author, ItemId item, String why) {
        return erased(
                author,
                write(author, (view, judge) -> judge.erase(view, item, Optional.empty(), Reason.of(Act.ERASE, why))));
    }

    /** Erases what one version of an item said. */
    public Outcome erase(AccountId author, ItemId item, Digest entry, String why) {
        return erased(
                author,
                write(author, (view, judge) -> judge.erase(view, item, Optional.of(entry), Reason.of(Act.ERASE, why))));
    }

    private Outcome erased(AccountId author, Outcome outcome) {
        if (outcome instanceof Outcome.Accepted) {
            witness().erased(id, author);
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
        return write(
                author,
                (view, judge) -> judge.decide(view, admitted, refused, Reason.deciding(admitted, refused, why)));
    }

    /** Gives the present state a name, so that people can come back to it. */
    public Outcome name(AccountId author, String name) {
        return write(author, (view, judge) -> {
            if (view.list(NamedVersion.KIND).stream()
                    .anyMatch(known -> known.value().name().equalsIgnoreCase(name))) {
                return Judgement.No.because(Sentence.of("ledger.refusal.known-version", name));
            }
            NamedVersion version = new NamedVersion(name, view.heads());
            return judge.edits(
                    view, List.of(new Edit.Put(Item.fresh(NamedVersion.KIND, version))), Reason.of(Act.NAME, ""));
        });
    }

    /**
     * Writes what an author proposes, if it is judged so.
     *
     * @throws Failure if something here is damaged: whichever door somebody comes by, the same is said
     */
    Outcome write(AccountId author, Book.Attempt attempt) {
        // On what is damaged nothing is built; and damage is known only when all has been read.
        book.prove();
        if (!book.damages().isEmpty()) {
            throw Book.readOnly(book.damages());
        }
        return whyReadOnly().<Outcome>map(Outcome.Refused::because).orElseGet(() -> told(author, attempt));
    }

    /** Writes, and tells who is something else here since then. */
    private Outcome told(AccountId author, Book.Attempt attempt) {
        if (witness().equals(Witness.NONE)) {
            return book.write(author, attempt);
        }
        Map<ItemId, Optional<Role>> before = new HashMap<>();
        AtomicBoolean isWide = new AtomicBoolean();
        Outcome outcome = book.write(author, (view, judge) -> {
            Judgement judgement = attempt.judge(view, judge);
            before.clear();
            if (judgement instanceof Judgement.Yes yes) {
                // What is taken in or decided about may touch anything.
                isWide.set(!yes.received().isEmpty() || yes.marks().speakOfEntries());
                Stream<ItemId> touched = isWide.get()
                        ? view.state().items().keySet().stream()
                        : yes.changes().stream().map(Change::item);
                // Remembered now: the state that is judged goes on to change.
                touched.forEach(item -> before.put(item, role(item, view.state())));
            }
            return judgement;
        });
        if (outcome instanceof Outcome.Accepted) {
            State later = book.published();
            Stream<ItemId> touched = isWide.get()
                    ? Stream.concat(before.keySet().stream(), later.items().keySet().stream())
                            .distinct()
                    : before.keySet().stream();
            touched.forEach(item -> {
                Optional<Role> earlier = before.getOrDefault(item, Optional.empty());
                Optional<Role> now = role(item, later);
                if (!earlier.equals(now)) {
                    witness().became(id, author, new AccountId(item.value()), earlier, now);
                }
            });
        }
        return outcome;
    }

    private Optional<Role> role(ItemId item, State state) {
        return state.standing(new AccountId(item.value()), contents).role();
    }

    /** The steps of this workspace that an account may know of, newest first. */
    public History history(AccountId account) {
        return new History(this, view(account));
    }

    /** Holds every entry and payload against its digest, and sees whether all of them can be found. */
    public Verification verify() {
        return database.read(connection ->
                Verification.of(id, new EntryTable(id), vault, connection, database.isConsistent(connection)));
    }

    // --- what other classes of the room need ---

    /** To be called once, before the database is closed. */
    void close() {
        book.close();
    }

    ItemId charterId() {
        return new ItemId(id.value());
    }

    Contents contents() {
        return contents;
    }

    Registry registry() {
        return registry;
    }

    Witness witness() {
        return witness.get();
    }

    Vault vault() {
        return vault;
    }

    Instant now() {
        return clock.instant();
    }

    <T> T withGraph(Book.GraphUse<T> use) {
        return book.with(use);
    }

    void found(AccountId founder, Charter charter, Member owner) {
        book.found(
                founder,
                Item.fresh(Charter.KIND, charter).called(charterId()),
                Item.fresh(Member.KIND, owner).called(new ItemId(founder.value())));
    }

    void begin(List<Entry> entries, Salted payloads) {
        book.begin(entries, payloads);
    }

    /** Refuses where something is not as written. */
    void refuseDamaged() {
        book.refuseDamaged();
    }

    /** What the judge says now, without anything being written. */
    <T> T judged(AccountId author, BiFunction<View, Judge, T> judging) {
        return book.judged(author, judging);
    }

    /** The day (UTC) of the newest step of which this account knows; files made from a workspace carry it as their date. */
    public LocalDate day(AccountId account) {
        return history(account).list(1, Optional.empty()).stream()
                .map(step -> step.by().at().atZone(ZoneOffset.UTC).toLocalDate())
                .findFirst()
                .orElse(LocalDate.EPOCH);
    }
}
