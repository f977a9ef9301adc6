package org.salus.ledger;

import java.lang.ref.SoftReference;
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
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a workspace and what they add up to, kept up to date while entries are added. Not safe for use by several threads; the {@link State}s it
 * hands out are.
 *
 * <p>An entry counts unless a later one that counts says that it waits or is refused, and none admits it. A version is in force unless an entry that
 * counts replaces it. All of this follows from the set of entries alone, whatever their order.
 */
final class Graph {
    private static final int MANY = 500;

    private static final Comparator<Version> BY_ENTRY =
            Comparator.comparing(version -> version.entry().id());

    private final Contents contents;
    private final Map<Digest, Entry> entries = new HashMap<>();
    private final List<Entry> inOrder = new ArrayList<>();
    private final Set<Digest> heads = new LinkedHashSet<>();
    private final Map<ItemId, List<Version>> current = new HashMap<>();
    private final Set<Digest> erased = new HashSet<>();
    private final Set<Digest> unproven = new HashSet<>();
    private final Set<Digest> scars = new HashSet<>();
    private Decided decided = Decided.NOTHING;
    private @Nullable State state;
    /** Copied only when it has changed: of an imported workspace it holds nearly every entry. */
    private @Nullable Set<Digest> doubted;

    /** What entries did that touched very many items: it is asked for with every look at the history. Let go when memory is short. */
    private final Map<Digest, SoftReference<List<Version>>> remembered = new HashMap<>();

    Graph(Contents contents) {
        this.contents = contents;
    }

    /**
     * What entries add up to, without the entries themselves.
     *
     * @param erased payloads
     * @param unproven entries whose author nobody could prove
     */
    record Sum(State state, Set<Digest> erased, Set<Digest> unproven, Decided decided) {}

    /** What the entries so far add up to. */
    Sum sum() {
        return new Sum(state(), Set.copyOf(erased), Set.copyOf(unproven), decided);
    }

    /** The sum that there is after a few more entries, parents before children; none of them may speak of others, or erase. */
    static Sum after(Sum before, List<Entry> more, Contents contents, Payloads payloads) {
        Graph graph = new Graph(contents);
        graph.heads.addAll(before.state().heads());
        graph.current.putAll(before.state().items());
        graph.erased.addAll(before.erased());
        graph.unproven.addAll(before.unproven());
        graph.decided = before.decided();
        graph.add(more, payloads);
        return graph.sum();
    }

    /**
     * A graph that goes on from what this one adds up to, to try what further entries would do. It knows none of the entries so far, so none that is added may
     * speak of others.
     */
    Graph onward() {
        Graph other = new Graph(contents);
        other.heads.addAll(heads);
        other.current.putAll(current);
        other.erased.addAll(erased);
        other.unproven.addAll(unproven);
        other.decided = decided;
        return other;
    }

    boolean has(Digest entry) {
        return entries.containsKey(entry);
    }

    @Nullable
    Entry entry(Digest id) {
        return entries.get(id);
    }

    /** The versions of an entry, if it touched very many items and somebody has read them lately. */
    Optional<List<Version>> remembered(Entry entry) {
        return Optional.ofNullable(remembered.get(entry.id())).map(SoftReference::get);
    }

    /** Keeps what an entry did if to read it again would take long and would say the same. */
    void remember(Entry entry, List<Version> versions) {
        if (versions.size() >= MANY
                && versions.stream().allMatch(version -> version.content() != null && !version.isErased())) {
            remembered.put(entry.id(), new SoftReference<>(List.copyOf(versions)));
        }
    }

    /** All of them, parents before children. */
    List<Entry> entries() {
        return Collections.unmodifiableList(inOrder);
    }

    /** Which of them do not count, and why not. */
    Decided decided() {
        return decided;
    }

    /** Whether nobody could prove who wrote an entry. */
    boolean isUnproven(Digest entry) {
        return unproven.contains(entry) || scars.contains(entry);
    }

    /** Notes entries that are not as written: nobody can prove who wrote them. */
    void scarredBy(Set<Digest> damaged) {
        scars.addAll(damaged);
        doubted = null;
        state = null;
    }

    /** Those of them that are not as written. */
    Set<Digest> scars() {
        return Collections.unmodifiableSet(scars);
    }

    /** Whether an entry is not as written. */
    boolean isScarred() {
        return !scars.isEmpty();
    }

    /** Whether nobody but this account has ever said anything of an item. What does not count says nothing. */
    boolean isBy(AccountId author, ItemId item) {
        return inOrder.stream()
                .filter(entry ->
                        !entry.author().equals(author) && entry.change(item).isPresent())
                .noneMatch(entry -> decided.counts(entry.id()));
    }

    boolean isErased(Digest payload) {
        return erased.contains(payload);
    }

    /** What all entries add up to. */
    State state() {
        State known = state;
        if (known == null) {
            known = new State(Collections.unmodifiableMap(new HashMap<>(current)), heads, doubted(), erased.size());
            state = known;
        }
        return known;
    }

    /** The present state, good only until the next entry is added: nothing is copied. */
    State present() {
        return new State(current, heads, unproven, erased.size());
    }

    private Set<Digest> doubted() {
        Set<Digest> known = doubted;
        if (known == null) {
            Set<Digest> all = new HashSet<>(unproven);
            all.addAll(scars);
            known = Collections.unmodifiableSet(all);
            doubted = known;
        }
        return known;
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
     * @return the payloads that are erased from now on
     */
    Set<Digest> add(List<Entry> more, Payloads payloads) {
        List<Entry> fresh = new ArrayList<>(more.size());
        for (Entry entry : more) {
            if (entries.putIfAbsent(entry.id(), entry) == null) {
                fresh.add(entry);
                inOrder.add(entry);
                entry.parents().forEach(heads::remove);
                heads.add(entry.id());
            }
        }
        state = null;
        boolean recount = fresh.stream().anyMatch(Entry::isRemark);
        boolean erasing = recount
                || fresh.stream().anyMatch(entry -> !entry.marks().erased().isEmpty());
        Set<Digest> before = erasing ? Set.copyOf(erased) : Set.of();
        if (erasing) {
            remembered.clear();
        }
        if (recount) {
            // A copy was received or decided about: payloads may have come for entries that were here, and other
            // entries may count.
            decided = Decided.among(inOrder);
            current.clear();
            erased.clear();
            unproven.clear();
            doubted = null;
            fold(inOrder, payloads);
        } else {
            fold(fresh, payloads);
        }
        return erasing ? without(erased, before) : Set.of();
    }

    private void fold(List<Entry> fresh, Payloads payloads) {
        Map<ItemId, Map<Digest, Pending>> touched = HashMap.newHashMap(fresh.size());
        boolean erasing = false;
        for (Entry entry : fresh) {
            if (decided.counts(entry.id())) {
                erasing |= erased.addAll(entry.marks().erased());
                if (unproven.addAll(entry.marks().unproven())) {
                    doubted = null;
                }
                for (Change change : entry.changes()) {
                    Map<Digest, Pending> versions = touched.computeIfAbsent(change.item(), this::pending);
                    change.replaces().forEach(versions::remove);
                    versions.put(entry.id(), new Pending(entry, change, null));
                }
            }
        }
        Set<Digest> wanted = new HashSet<>();
        touched.values().stream()
                .flatMap(versions -> versions.values().stream())
                .filter(pending -> pending.known() == null)
                .flatMap(pending -> pending.change().payloads())
                .filter(digest -> !erased.contains(digest))
                .forEach(wanted::add);
        Map<Digest, byte[]> here = wanted.isEmpty() ? Map.of() : payloads.get(wanted);
        Set<Map.Entry<ItemId, Map<Digest, Pending>>> items = touched.entrySet();
        (items.size() < Book.WORTH_SHARING ? items.stream() : items.parallelStream())
                .map(item -> Map.entry(item.getKey(), versions(item.getValue().values(), here)))
                .toList()
                .forEach(item -> current.put(item.getKey(), item.getValue()));
        if (erasing) {
            forgetErased();
        }
    }

    private List<Version> versions(Collection<Pending> all, Map<Digest, byte[]> here) {
        return all.stream()
                .map(pending ->
                        pending.known() != null ? pending.known() : version(pending.entry(), pending.change(), here))
                .sorted(BY_ENTRY)
                .toList();
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

    /**
     * A version with what it says, as far as that is here. What cannot be understood counts as not here: nobody sees it.
     *
     * @param here payloads without their salt
     */
    Version version(Entry entry, Change change, Map<Digest, byte[]> here) {
        if (erased.contains(change.content())) {
            return Version.erased(entry, change);
        }
        byte[] payload = here.get(change.content());
        Optional<byte[]> words = payload == null
                ? Optional.empty()
                : Belonging.ofContent(change.item()).words(payload);
        if (words.isEmpty()) {
            return Version.withheld(entry, change);
        }
        try {
            return Version.saying(
                    entry,
                    change,
                    contents.read(words.get()),
                    change.citations().stream()
                            .map(digest -> Version.Cited.in(
                                    change.item(), digest, erased.contains(digest) ? null : here.get(digest)))
                            .toList());
        } catch (MalformedContent nonsense) {
            return Version.withheld(entry, change);
        }
    }

    private void forgetErased() {
        current.replaceAll((item, versions) -> versions.stream().noneMatch(this::isToBeForgotten)
                ? versions
                : versions.stream()
                        .map(version ->
                                isToBeForgotten(version) ? Version.erased(version.entry(), version.change()) : version)
                        .toList());
    }

    private boolean isToBeForgotten(Version version) {
        return !version.isErased() && erased.contains(version.change().content());
    }

    /**
     * The entries that do not count.
     *
     * @param waiting those about which nobody has decided yet
     * @param refused those that never will
     */
    record Decided(Set<Digest> waiting, Set<Digest> refused) {
        static final Decided NOTHING = new Decided(Set.of(), Set.of());

        /**
         * What entries say about each other. Only later ones speak of earlier ones, so going from the newest to the oldest settles which of them count
         * themselves; and as to be admitted is stronger than to wait or be refused, the order of the sayings does not matter.
         *
         * @param all parents before children
         */
        static Decided among(List<Entry> all) {
            Set<Digest> waiting = new HashSet<>();
            Set<Digest> refused = new HashSet<>();
            Set<Digest> admitted = new HashSet<>();
            for (Entry entry : all.reversed()) {
                Marks marks = entry.marks();
                boolean counts = admitted.contains(entry.id())
                        || (!waiting.contains(entry.id()) && !refused.contains(entry.id()));
                if (!marks.isEmpty() && counts) {
                    waiting.addAll(marks.waiting());
                    refused.addAll(marks.refused());
                    admitted.addAll(marks.admitted());
                }
            }
            refused.removeAll(admitted);
            waiting.removeAll(admitted);
            waiting.removeAll(refused);
            return new Decided(waiting, refused);
        }

        boolean counts(Digest entry) {
            return !waiting.contains(entry) && !refused.contains(entry);
        }
    }

    /** The entries of the state with these heads: they and all their ancestors, parents before children. */
    List<Entry> upTo(Collection<Digest> newest) {
        Set<Digest> wanted = new HashSet<>(newest);
        List<Entry> found = new ArrayList<>();
        for (Entry entry : inOrder.reversed()) {
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
        past.decided = decided;
        past.erased.addAll(erased);
        past.unproven.addAll(unproven);
        past.scars.addAll(scars);
        List<Entry> then = upTo(newest);
        for (Entry entry : then) {
            entry.parents().forEach(past.heads::remove);
            past.heads.add(entry.id());
        }
        past.fold(then, payloads);
        return past.state();
    }

    /** The state there would be if these entries counted. */
    State admitting(Set<Digest> admitted, Payloads payloads) {
        Graph other = new Graph(contents);
        other.decided = new Decided(without(decided.waiting(), admitted), without(decided.refused(), admitted));
        other.heads.addAll(heads);
        other.fold(inOrder, payloads);
        return other.state();
    }

    private static Set<Digest> without(Set<Digest> all, Set<Digest> some) {
        Set<Digest> rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
