package org.salus.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salus.ledger.Zubara.note;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.salus.ledger.Zubara.Note;

/** Places that work apart and merge one another's work, in real databases: once all has gone round and been decided, all of them say the same. */
@ParameterizedClass
@EnumSource(Store.class)
class ExchangeTest {
    private static final int PLACES = 3;
    private static final int STEPS = 25;
    private static final int ROUNDS = 6;

    private final Store store;

    @TempDir
    Path folder;

    ExchangeTest(Store store) {
        this.store = store;
    }

    /** All that a place has, as it could be brought to another one. */
    private static Brought all(Workspaces place, WorkspaceId id) {
        return place.database().read(connection -> {
            EntryTable table = new EntryTable(id);
            List<Entry> entries = new ArrayList<>();
            for (EntryTable.Row row : table.from(connection, 0)) {
                entries.add(Entry.read(id, row.written(), UnaryOperator.identity()));
            }
            Map<Digest, byte[]> payloads = new HashMap<>();
            table.forEachPayload(connection, payloads::put);
            return new Brought(id, entries, payloads);
        });
    }

    private static Map<ItemId, Set<String>> says(Workspace workspace, AccountId reader) {
        Map<ItemId, Set<String>> said = new TreeMap<>();
        View view = workspace.view(reader);
        for (ItemId id : view.ids()) {
            Set<String> versions = new HashSet<>();
            view.told(id)
                    .forEach(told -> versions.add(
                            told.by() + " " + told.item().map(item -> item.value() + " " + item.sensitivity())));
            said.put(id, versions);
        }
        return said;
    }

    private Database place(String name) {
        try {
            return store.place(Files.createDirectories(folder.resolve(name))).open();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void holds(long seed) {
        Random chance = new Random(seed);
        List<Workspaces> places = new ArrayList<>();
        try (Zubara zubara = new Zubara(place("home" + seed))) {
            WorkspaceId id = zubara.workspace.id();
            for (int i = 0; i < 6; i++) {
                zubara.put(zubara.cai, note("note " + i));
            }
            places.add(zubara.workspaces);
            Path backup = folder.resolve("backup" + seed);
            Backup.make(zubara.workspaces.database(), backup);
            for (int i = 1; i < PLACES; i++) {
                Database other = place("place" + seed + "-" + i);
                places.add(Workspaces.open(other, Zubara.KINDS, zubara.clock));
                Backup.restore(backup, other);
            }
            List<AccountId> people = List.of(zubara.ana, zubara.ben, zubara.cai);
            for (int step = 0; step < STEPS; step++) {
                Workspaces place = places.get(chance.nextInt(PLACES));
                act(place.get(id), people.get(chance.nextInt(people.size())), zubara.ana, chance);
                if (chance.nextInt(4) == 0) {
                    Workspaces other = places.get(chance.nextInt(PLACES));
                    Merge.merge(place.get(id), all(other, id), people.get(chance.nextInt(people.size())), "x");
                }
            }
            settle(places, id, zubara.ana);
            Map<ItemId, Set<String>> said = says(zubara.workspace, zubara.ana);
            Set<Digest> entries = substance(zubara.workspaces, id);
            for (Workspaces place : places) {
                assertThat(says(place.get(id), zubara.ana)).as("seed %d", seed).isEqualTo(said);
                assertThat(substance(place, id)).as("seed %d", seed).isEqualTo(entries);
                assertThat(place.get(id).verify().damages()).as("seed %d", seed).isEmpty();
            }
        } finally {
            places.stream().skip(1).forEach(Workspaces::close);
        }
    }

    private static void act(Workspace workspace, AccountId author, AccountId owner, Random chance) {
        List<Item<Note>> known = workspace.view(author).list(Note.KIND);
        if (known.isEmpty() || chance.nextInt(5) == 0) {
            workspace.append(author, new Edit.Put(note("new " + chance.nextInt())));
            return;
        }
        Item<Note> item = known.get(chance.nextInt(known.size()));
        switch (chance.nextInt(8)) {
            case 0 -> workspace.append(author, new Edit.Remove(item));
            case 1 -> workspace.erase(owner, item.id(), "asked for");
            case 2 ->
                workspace.append(author, new Edit.Put(item.meantFor(new Sensitivity.Organisation(Zubara.MINISTRY))));
            case 3 ->
                workspace.append(
                        owner,
                        List.of(new Edit.Put(item.meantFor(Sensitivity.forMembers()))),
                        Reason.of(Act.EDIT, "may be known"));
            default -> workspace.append(author, new Edit.Put(item.saying(new Note("text " + chance.nextInt()))));
        }
    }

    /** Sends everything round until nothing is new anywhere, and admits what waits. */
    private static void settle(List<Workspaces> places, WorkspaceId id, AccountId owner) {
        for (int round = 0; round < ROUNDS; round++) {
            boolean quiet = true;
            for (Workspaces place : places) {
                for (Workspaces other : places) {
                    quiet &= Merge.merge(place.get(id), all(other, id), owner, "round")
                            .isEmpty();
                }
                List<Digest> waiting = place.get(id).history(owner).waiting().stream()
                        .map(step -> step.by().entry())
                        .toList();
                if (!waiting.isEmpty()) {
                    Zubara.accepted(place.get(id).decide(owner, waiting, List.of(), "all of it"));
                }
            }
            if (quiet) {
                return;
            }
        }
        throw new AssertionError("They never come to rest");
    }

    /** What people said and erased, without what was remarked on receiving it. */
    private static Set<Digest> substance(Workspaces place, WorkspaceId id) {
        Set<Digest> ids = new HashSet<>();
        all(place, id).entries().stream().filter(entry -> !entry.isRemark()).forEach(entry -> ids.add(entry.id()));
        return ids;
    }

    @Tag("slow")
    @Test
    void all_places_come_to_say_the_same() {
        for (long seed = 0; seed < (store == Store.FILE ? 12 : 3); seed++) {
            holds(seed);
        }
    }

    @Test
    @Tag("slow")
    void all_places_come_to_say_the_same_hundreds_of_times() {
        for (long seed = 100; seed < (store == Store.FILE ? 500 : 150); seed++) {
            holds(seed);
        }
    }
}
