package org.salus.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.salus.framework.Sentence;

/**
 * The result of holding every entry and payload of a workspace against its digest.
 *
 * @param entries how many were looked at
 * @param payloads how many are here and are what they were
 * @param erased how many were erased
 * @param withheld how many are neither here nor erased and need not be, as in a copy that was made for somebody
 * @param damages what is wrong, each naming the entry or payload; empty if nothing
 */
public record Verification(long entries, long payloads, long erased, long withheld, List<Sentence> damages) {
    public Verification {
        damages = List.copyOf(damages);
    }

    public boolean isSound() {
        return damages.isEmpty();
    }

    static Verification of(
            WorkspaceId workspace, EntryTable table, Vault vault, Connection connection, boolean consistent)
            throws SQLException {
        List<Sentence> damages = new ArrayList<>();
        if (!consistent) {
            // A payload nobody finds looks as if it had been withheld from the start.
            damages.add(Sentence.of("ledger.damage.hidden"));
        }
        Set<Digest> known = new HashSet<>();
        Set<Digest> promised = new HashSet<>();
        PayloadPlaces places = new PayloadPlaces();
        Map<Digest, String> quotes = new LinkedHashMap<>();
        List<Entry> entries = new ArrayList<>();
        List<EntryTable.Row> rows = table.from(connection, 0);
        long expected = 0;
        boolean isWhole = true;
        for (EntryTable.Row row : rows) {
            String name = row.id().toString();
            if (row.place() != expected++) {
                damages.add(Sentence.of("ledger.damage.missing", expected - 1));
                isWhole = false;
                expected = row.place() + 1;
            }
            try {
                Entry entry = Entry.read(workspace, row.written(), UnaryOperator.identity());
                if (!entry.id().equals(row.id())) {
                    damages.add(Sentence.of("ledger.damage.entry", name));
                    isWhole = false;
                }
                if (!known.containsAll(entry.parents())) {
                    damages.add(Sentence.of("ledger.damage.parent", name));
                }
                if (!entry.changes().stream().allMatch(change -> known.containsAll(change.replaces()))) {
                    damages.add(Sentence.of("ledger.damage.replaced", name));
                }
                places.add(entry).forEach(digest -> quotes.putIfAbsent(digest, name));
                entry.payloads().forEach(promised::add);
                entries.add(entry);
                known.add(entry.id());
            } catch (DamagedEntry damaged) {
                damages.add(Sentence.of(damaged.isNewer() ? "ledger.damage.newer" : "ledger.damage.entry", name));
            }
        }
        EntryTable.Head head = table.head(connection);
        if (head.entries() != rows.size()) {
            damages.add(Sentence.of("ledger.damage.count", head.entries(), rows.size()));
        } else if (!rows.isEmpty() && !head.newest().equals(rows.getLast().id())) {
            damages.add(Sentence.of("ledger.damage.newest"));
        }
        boolean areEntriesWhole = isWhole && entries.size() == rows.size() && head.entries() == rows.size();
        Graph.Decided decided = Graph.Decided.among(entries);
        Set<Digest> erased = new HashSet<>();
        entries.stream()
                .filter(entry -> decided.counts(entry.id()))
                .forEach(entry -> erased.addAll(entry.marks().erased()));
        Set<Digest> whole = new HashSet<>();
        Set<Digest> here = new HashSet<>();
        table.forEachPayload(connection, (digest, body) -> {
            if (!promised.contains(digest)) {
                damages.add(Sentence.of("ledger.damage.stray", digest.toString()));
            } else if (erased.contains(digest)) {
                damages.add(Sentence.of("ledger.damage.not-erased", digest.toString()));
            } else {
                here.add(digest);
                byte[] clear = Salted.clear(vault, Map.of(digest, body)).get(digest);
                if (clear == null) {
                    damages.add(Sentence.of("ledger.damage.payload", digest.toString()));
                } else {
                    whole.add(digest);
                    if (quotes.containsKey(digest) && !Belonging.isSaidIn(clear)) {
                        damages.add(Sentence.of("ledger.damage.shared", quotes.get(digest)));
                    }
                }
            }
        });
        // Damage above the leaves of an index hides rows from whoever looks for one of them, though all can be counted.
        for (Digest digest : table.notFound(connection, whole)) {
            whole.remove(digest);
            damages.add(Sentence.of("ledger.damage.payload", digest.toString()));
        }
        // Where entries are damaged it cannot be told which of them came in a copy, without some of what they say.
        Set<Digest> lost = new LinkedHashSet<>();
        if (areEntriesWhole && !vault.travels()) {
            lost.addAll(Promised.by(entries, erased::contains).due());
            lost.removeAll(here);
        }
        lost.forEach(digest -> damages.add(Sentence.of("ledger.damage.lost", digest.toString())));
        long gone = promised.stream().filter(erased::contains).count();
        long withheld = promised.size() - gone - here.size() - lost.size();
        return new Verification(rows.size(), whole.size(), gone, withheld, damages);
    }
}
