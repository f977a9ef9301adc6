package org.salus.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Merging is the union of sets of entries, and what a workspace says follows from the set alone: whatever people did in however many places, in whatever
 * order it comes together, with erasures, receptions and decisions in between.
 */
class UnionTest {
    private static final WorkspaceId WORKSPACE = WorkspaceId.fresh();
    private static final Contents CONTENTS = new Contents(Zubara.KINDS);
    private static final int PLACES = 4;
    private static final int STEPS = 40;
    private static final int ITEMS = 5;

    /** One place where people work: what has come there, in the order it came. */
    private static final class Place {
        private final Random chance;
        private final List<Entry> entries = new ArrayList<>();
        private final Map<Digest, byte[]> payloads = new HashMap<>();
        private final Graph graph = new Graph(CONTENTS);
        private long clock;

        Place(Random chance) {
            this.chance = chance;
        }

        void add(List<Entry> more, Map<Digest, byte[]> brought) {
            payloads.putAll(brought);
            List<Entry> fresh =
                    more.stream().filter(entry -> !graph.has(entry.id())).toList();
            entries.addAll(fresh);
            graph.add(fresh, this::payloads);
        }

        private Map<Digest, byte[]> payloads(Collection<Digest> wanted) {
            Map<Digest, byte[]> found = new HashMap<>(payloads);
            found.keySet().retainAll(Set.copyOf(wanted));
            return found;
        }

        void write(List<Change> changes, Marks marks, Map<Digest, byte[]> said) {
            add(
                    List.of(Entry.of(
                            WORKSPACE,
                            graph.heads(),
                            AccountId.fresh(),
                            Instant.ofEpochMilli(clock++),
                            Optional.empty(),
                            changes,
                            marks)),
                    said);
        }

        void edit(List<ItemId> items) {
            Map<Digest, byte[]> said = new HashMap<>();
            Map<ItemId, Change> changes = new TreeMap<>();
            for (int i = 0; i <= chance.nextInt(2); i++) {
                ItemId item = items.get(chance.nextInt(items.size()));
                byte[] payload =
                        CONTENTS.write(Zubara.note("text " + chance.nextInt()).called(item));
                if (chance.nextInt(5) == 0) {
                    payload = CONTENTS.writeRemoval(CONTENTS.read(payload), Sensitivity.forMembers());
                }
                Digest digest = Digest.over(payload, new byte[] {(byte) chance.nextInt()});
                said.put(digest, payload);
                List<Digest> replaced = graph.present().versions(item).stream()
                        .filter(version -> !version.isErased())
                        .map(version -> version.entry().id())
                        .toList();
                changes.put(item, new Change(item, digest, List.of(), replaced));
            }
            write(List.copyOf(changes.values()), Marks.NONE, said);
        }

        void erase() {
            List<Digest> all = entries.stream().flatMap(Entry::payloads).toList();
            if (!all.isEmpty()) {
                write(List.of(), Marks.erasing(List.of(all.get(chance.nextInt(all.size())))), Map.of());
            }
        }

        /** Takes in what another place has, and says what it thinks of it. */
        void receive(Place other) {
            List<Entry> fresh = other.entries.stream()
                    .filter(entry -> !graph.has(entry.id()))
                    .toList();
            add(other.entries, other.payloads);
            if (chance.nextBoolean()) {
                Set<Digest> unproven = some(fresh, 2);
                Set<Digest> waiting = some(fresh, 3);
                Set<Digest> admitted = new HashSet<>(graph.decided().waiting());
                admitted.removeIf(id -> chance.nextInt(3) > 0);
                Set<Digest> setAside =
                        some(fresh.stream().filter(Entry::isRemark).toList(), 1);
                write(List.of(), Marks.receiving(unproven, waiting, admitted, setAside), Map.of());
            }
        }

        private Set<Digest> some(List<Entry> entries, int oneIn) {
            Set<Digest> some = new LinkedHashSet<>();
            entries.stream().filter(entry -> chance.nextInt(oneIn) == 0).forEach(entry -> some.add(entry.id()));
            return some;
        }

        void decide() {
            Set<Digest> admitted = new LinkedHashSet<>();
            Set<Digest> refused = new LinkedHashSet<>();
            for (Digest id : graph.decided().waiting()) {
                switch (chance.nextInt(3)) {
                    case 0 -> admitted.add(id);
                    case 1 -> refused.add(id);
                    default -> {}
                }
            }
            if (!admitted.isEmpty() || !refused.isEmpty()) {
                write(List.of(), Marks.deciding(admitted, refused), Map.of());
            }
        }

        Place copied() {
            Place copy = new Place(new Random(0));
            copy.add(entries, payloads);
            return copy;
        }

        Place merged(Place... others) {
            Place merged = copied();
            for (Place other : others) {
                merged.add(other.entries, other.payloads);
            }
            return merged;
        }

        Set<Digest> ids() {
            Set<Digest> ids = new HashSet<>();
            entries.forEach(entry -> ids.add(entry.id()));
            return ids;
        }

        /** Everything that can be asked of a state, as a text. */
        String says() {
            Map<ItemId, List<String>> said = new TreeMap<>();
            graph.state()
                    .items()
                    .forEach((item, versions) -> said.put(
                            item,
                            versions.stream()
                                    .map(version -> version.entry().id().brief() + " "
                                            + (version.isErased()
                                                    ? "erased"
                                                    : version.content() == null
                                                            ? "withheld"
                                                            : Contents.text(version.content()
                                                                    .json())))
                                    .toList()));
            return said + " " + graph.state().heads() + " "
                    + new TreeSet<>(graph.decided().waiting()) + " "
                    + new TreeSet<>(graph.decided().refused());
        }

        /** The same set in another order, children still after their parents, and in pieces. */
        Place shuffled(Random order) {
            Place other = new Place(order);
            List<Entry> rest = new ArrayList<>(entries);
            Set<Digest> done = new HashSet<>();
            List<Entry> piece = new ArrayList<>();
            while (!rest.isEmpty()) {
                List<Entry> ready = rest.stream()
                        .filter(entry -> done.containsAll(entry.parents()))
                        .toList();
                Entry next = ready.get(order.nextInt(ready.size()));
                rest.remove(next);
                done.add(next.id());
                piece.add(next);
                if (order.nextInt(4) == 0 || rest.isEmpty()) {
                    other.add(piece, payloads);
                    piece.clear();
                }
            }
            return other;
        }
    }

    private static List<Place> history(long seed) {
        Random chance = new Random(seed);
        List<Place> places = new ArrayList<>();
        Place home = new Place(chance);
        home.write(List.of(), Marks.NONE, Map.of());
        List<ItemId> items = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            items.add(ItemId.fresh());
        }
        for (int i = 0; i < PLACES; i++) {
            Place place = new Place(chance);
            place.add(home.entries, home.payloads);
            places.add(place);
        }
        for (int step = 0; step < STEPS; step++) {
            Place place = places.get(chance.nextInt(PLACES));
            switch (chance.nextInt(10)) {
                case 0, 1, 2, 3, 4 -> place.edit(items);
                case 5 -> place.erase();
                case 6 -> place.decide();
                default -> place.receive(places.get(chance.nextInt(PLACES)));
            }
        }
        return places;
    }

    private static void holds(long seed) {
        List<Place> places = history(seed);
        Place a = places.get(0);
        Place b = places.get(1);
        Place c = places.get(2);
        String as = "seed " + seed;
        Place ab = a.merged(b);
        assertThat(ab.ids()).as(as).isEqualTo(b.merged(a).ids());
        assertThat(ab.says()).as(as + " commutative").isEqualTo(b.merged(a).says());
        assertThat(ab.merged(c).says())
                .as(as + " associative")
                .isEqualTo(a.merged(b.merged(c)).says());
        assertThat(ab.merged(b, a, ab).says()).as(as + " repeatable").isEqualTo(ab.says());
        // Criss-cross: both take the other's, and then each other's result.
        assertThat(ab.merged(b.merged(a)).says()).as(as + " criss-cross").isEqualTo(ab.says());
        Place all = a.merged(b, c, places.get(3));
        assertThat(all.shuffled(new Random(seed)).says()).as(as + " order").isEqualTo(all.says());
    }

    @Tag("slow")
    @Test
    void what_is_said_follows_from_the_set_of_entries() {
        for (long seed = 0; seed < 400; seed++) {
            holds(seed);
        }
    }

    @Test
    @Tag("slow")
    void what_is_said_follows_from_the_set_of_entries_many_thousand_times() {
        for (long seed = 1000; seed < 11_000; seed++) {
            holds(seed);
        }
    }

    /** Random histories would prove little if nothing ever happened in them. */
    @Test
    void the_histories_have_conflicts_erasures_and_entries_that_wait() {
        int conflicts = 0;
        int waiting = 0;
        int refused = 0;
        int erased = 0;
        for (long seed = 0; seed < 100; seed++) {
            for (Place place : history(seed)) {
                State state = place.graph.state();
                conflicts += (int) state.items().values().stream()
                        .filter(versions -> versions.size() > 1)
                        .count();
                erased += (int) state.items().values().stream()
                        .flatMap(List::stream)
                        .filter(Version::isErased)
                        .count();
                waiting += place.graph.decided().waiting().size();
                refused += place.graph.decided().refused().size();
            }
        }
        assertThat(List.of(conflicts, waiting, refused, erased)).allMatch(count -> count > 100);
    }

    @Test
    void ancestors_are_found_as_a_walk_through_the_parents_finds_them() {
        for (long seed = 0; seed < 30; seed++) {
            List<Place> places = history(seed);
            Place all = places.getFirst().merged(places.toArray(Place[]::new));
            Ancestry ancestry = new Ancestry();
            all.entries.forEach(ancestry::add);
            Map<Digest, Set<Digest>> walked = new HashMap<>();
            for (Entry entry : all.entries) {
                Set<Digest> ancestors = new HashSet<>(entry.parents());
                entry.parents().forEach(parent -> ancestors.addAll(walked.getOrDefault(parent, Set.of())));
                walked.put(entry.id(), ancestors);
                for (Entry other : all.entries) {
                    assertThat(ancestry.isAncestor(other.id(), entry.id())).isEqualTo(ancestors.contains(other.id()));
                }
            }
        }
    }

    @Test
    void an_entry_is_read_as_it_was_written() {
        for (Place place : history(7)) {
            for (Entry entry : place.entries) {
                byte[] written = entry.written(WORKSPACE);
                assertThat(Entry.read(WORKSPACE, written, digest -> digest)).isEqualTo(entry);
                assertThat(Digest.over(written)).isEqualTo(entry.id());
            }
        }
    }
}
