package org.salus.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a workspace and what they add up to, kept up to date while entries are added. Not safe for use by several threads; the {@link State}s it
 * hands out are.
 *
 * <p>An entry counts unless a later one says that it waits, and nobody admitted it. A version is in force unless an entry that counts replaces it.
 */
final class Graph {
    private static final Comparator<Version> BY_ENTRY =
            Comparator.comparing(version -> version.entry().id());

    private final Contents contents;
    private final Map<Digest, Entry> entries = new LinkedHashMap<>();
    private final Set<Digest> heads = new LinkedHashSet<>();
    private final Map<ItemId, List<Version>> current = new HashMap<>();
    private final Set<Digest> erased = new HashSet<>();
    private final Set<Digest> unproven = new HashSet<>();
    private Set<Digest> waiting = Set.of();
    private @Nullable State state;

    Graph(Contents contents) {
        this.contents = contents;
    }

    /** How many entries there are; the next is added as this number. */
    int size() {
        return entries.size();
    }

    boolean has(Digest entry) {
        return entries.containsKey(entry);
    }

    @Nullable
    Entry entry(Digest id) {
        return entries.get(id);
    }

    /** All of them, parents before children. */
    Collection<Entry> entries() {
        return Collections.unmodifiableCollection(entries.values());
    }

    /** Entries that do nothing until somebody decides. */
    Set<Digest> waiting() {
        return waiting;
    }

    /** Entries whose author nobody could prove. */
    Set<Digest> unproven() {
        return Collections.unmodifiableSet(unproven);
    }

    boolean isErased(Digest payload) {
        return erased.contains(payload);
    }

    /** What all entries add up to. */
    State state() {
        State known = state;
        if (known == null) {
            known = new State(Collections.unmodifiableMap(new HashMap<>(current)), heads);
            state = known;
        }
        return known;
    }

    /** The present state, good only until the next entry is added: nothing is copied. */
    State present() {
        return new State(current, heads);
    }

    Set<Digest> heads() {
        return Collections.unmodifiableSet(heads);
    }

    /** The digest that is kept for an equal one, so that each exists once. */
    Digest known(Digest digest) {
        Entry entry = entries.get(digest);
        return entry == null ? digest : entry.id();
    }

    /**
     * Adds entries, parents before children; those that are here already are passed over.
     *
     * @param payloads asked for what the versions in force say
     */
    void add(List<Entry> more, Payloads payloads) {
        boolean recount = false;
        List<Entry> fresh = new ArrayList<>(more.size());
        for (Entry entry : more) {
            if (entries.putIfAbsent(entry.id(), entry) == null) {
                fresh.add(entry);
                entry.parents().forEach(heads::remove);
                heads.add(entry.id());
                recount |= entry.marks().changesWhatCounts();
            }
        }
        if (fresh.isEmpty()) {
            return;
        }
        state = null;
        if (recount) {
            waiting = waitingAmong(entries.values());
            current.clear();
            erased.clear();
            unproven.clear();
            fold(List.copyOf(entries.values()), payloads);
        } else {
            fold(fresh, payloads);
        }
    }

    private void fold(List<Entry> fresh, Payloads payloads) {
        Map<ItemId, Map<Digest, Pending>> touched = new HashMap<>();
        for (Entry entry : fresh) {
            if (waiting.contains(entry.id())) {
                continue;
            }
            erased.addAll(entry.marks().erased());
            unproven.addAll(entry.marks().unproven());
            for (Change change : entry.changes()) {
                Map<Digest, Pending> versions = touched.computeIfAbsent(change.item(), this::pending);
                change.replaces().forEach(versions::remove);
                versions.put(entry.id(), new Pending(entry, change, null));
            }
        }
        Set<Digest> wanted = new HashSet<>();
        touched.values()
                .forEach(versions -> versions.values().stream()
                        .filter(pending -> pending.known() == null)
                        .map(pending -> pending.change().content())
                        .filter(digest -> !erased.contains(digest))
                        .forEach(wanted::add));
        Map<Digest, byte[]> here = wanted.isEmpty() ? Map.of() : payloads.get(wanted);
        touched.forEach((item, versions) -> current.put(
                item,
                versions.values().stream()
                        .map(pending -> version(pending, here))
                        .sorted(BY_ENTRY)
                        .toList()));
        if (fresh.stream().anyMatch(entry -> !entry.marks().erased().isEmpty())) {
            forgetErased();
        }
    }

    private Map<Digest, Pending> pending(ItemId item) {
        Map<Digest, Pending> versions = new LinkedHashMap<>();
        for (Version version : current.getOrDefault(item, List.of())) {
            versions.put(version.entry().id(), new Pending(version.entry(), version.change(), version));
        }
        return versions;
    }

    private record Pending(
            Entry entry, Change change, @Nullable Version known) {}

    private Version version(Pending pending, Map<Digest, byte[]> here) {
        return pending.known() != null
                ? pending.known()
                : version(
                        pending.entry(),
                        pending.change(),
                        here.get(pending.change().content()));
    }

    /** A version with what it says, if that is here. What cannot be understood counts as not here: it does nothing, and nobody sees it. */
    Version version(Entry entry, Change change, byte @Nullable [] payload) {
        boolean gone = erased.contains(change.content());
        if (payload == null || gone) {
            return new Version(entry, change, null, gone);
        }
        try {
            return new Version(entry, change, contents.read(payload), false);
        } catch (MalformedContent nonsense) {
            return new Version(entry, change, null, false);
        }
    }

    private void forgetErased() {
        current.replaceAll((item, versions) -> versions.stream().noneMatch(this::isToBeForgotten)
                ? versions
                : versions.stream()
                        .map(version -> isToBeForgotten(version)
                                ? new Version(version.entry(), version.change(), null, true)
                                : version)
                        .toList());
    }

    private boolean isToBeForgotten(Version version) {
        return !version.isErased() && erased.contains(version.change().content());
    }

    /**
     * The entries that wait: marked so by an entry that counts itself, and not admitted by one that counts. Whether an entry counts is decided by
     * later ones only, so going from the newest to the oldest settles it.
     *
     * @param all parents before children
     */
    static Set<Digest> waitingAmong(Collection<Entry> all) {
        List<Entry> marked =
                all.stream().filter(entry -> entry.marks().changesWhatCounts()).toList();
        Set<Digest> waiting = new HashSet<>();
        Set<Digest> admitted = new HashSet<>();
        for (Entry entry : marked.reversed()) {
            if (!waiting.contains(entry.id()) || admitted.contains(entry.id())) {
                admitted.addAll(entry.marks().admitted());
                waiting.addAll(entry.marks().waiting());
                waiting.addAll(entry.marks().refused());
            }
        }
        waiting.removeAll(admitted);
        return waiting;
    }

    /** The entries of the state with these heads: they and all their ancestors, parents before children. */
    List<Entry> upTo(Collection<Digest> newest) {
        Set<Digest> wanted = new HashSet<>(newest);
        List<Entry> found = new ArrayList<>();
        for (Entry entry : List.copyOf(entries.values()).reversed()) {
            if (wanted.contains(entry.id())) {
                found.add(entry);
                wanted.addAll(entry.parents());
            }
        }
        return found.reversed();
    }

    /** The state with these heads. What has been decided or erased since stays decided and erased. */
    State asOf(Collection<Digest> newest, Payloads payloads) {
        Graph past = new Graph(contents);
        past.waiting = waiting;
        past.erased.addAll(erased);
        List<Entry> then = upTo(newest);
        for (Entry entry : then) {
            past.entries.put(entry.id(), entry);
            entry.parents().forEach(past.heads::remove);
            past.heads.add(entry.id());
        }
        past.fold(then, payloads);
        return past.state();
    }
}
