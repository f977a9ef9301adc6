package org.salus.ledger;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/**
 * Merges a copy: the union of two sets of entries. The copy may come from anybody, so each entry that is new is judged as if whoever merges had written
 * it here: what that person's role and clearance would have allowed counts, the rest waits until an editor decides. Nothing can be deleted or lowered
 * that the copy did not contain.
 */
public final class Merge {
    private final Workspace workspace;
    private final Copy copy;
    private final AccountId by;

    private Merge(Workspace workspace, Copy copy, AccountId by) {
        this.workspace = workspace;
        this.copy = copy;
        this.by = by;
    }

    /** Why an entry of a copy waits. */
    public enum Doubt {
        /** The role of whoever merges does not allow it. */
        ROLE,
        /** It touches what whoever merges may not see. */
        WITHHELD,
        /** It replaces or removes what the copy did not contain. */
        NOT_CONTAINED,
        /** It would let more people see an item. */
        LOWERED,
        /** It would shut out whoever merges. */
        SHUT_OUT,
        /** It says something that is not understood here. */
        NOT_UNDERSTOOD,
        /** Only its author may do that, and who that is cannot be proven. */
        UNPROVEN,
        /** It speaks of entries that are not its business. */
        FOREIGN_MARKS,
        /** It builds on an entry that waits. */
        BUILDS_ON_WAITING;

        /** The code in data. */
        public String code() {
            return CodesOfChoices.code(this);
        }

        /** What to call it. */
        public Sentence label() {
            return Sentence.of("ledger.doubt." + code());
        }
    }

    /**
     * What a merge does, or would do.
     *
     * @param fresh entries that are new here
     * @param touched items they speak of, as far as whoever merges may see them
     * @param unproven how many of the new entries name an author that nobody can prove
     * @param waiting the new entries that do nothing until an editor decides, with why
     * @param payloads how many payloads are new here
     */
    public record Report(int fresh, Set<ItemId> touched, int unproven, SortedMap<Digest, Doubt> waiting, int payloads) {
        /** Whether there is anything new. */
        public boolean isEmpty() {
            return fresh == 0 && payloads == 0;
        }
    }

    /**
     * What merging this copy would do; nothing is changed.
     *
     * @throws Failure if the copy is of another workspace or damaged, or the account may not write here
     */
    public static Report preview(Workspace workspace, Copy copy, AccountId by) {
        return new Merge(workspace, copy, by).judged().report();
    }

    /**
     * Merges a copy.
     *
     * @param label what was merged, in the words of whoever does it: a file's name
     * @throws Failure as for {@link #preview}, and if the workspace cannot be written
     */
    public static Report merge(Workspace workspace, Copy copy, AccountId by, String label) {
        return new Merge(workspace, copy, by).merge(label);
    }

    private record Judged(List<Entry> fresh, Map<Digest, byte[]> payloads, Marks marks, Report report) {}

    private Report merge(String label) {
        Optional<Sentence> closed = workspace.whyReadOnly();
        if (closed.isPresent()) {
            throw Failure.notPossible(closed.get(), new IllegalStateException("read only"));
        }
        Judged judged = judged();
        if (!judged.report().isEmpty()) {
            SortedMap<Digest, String> remarks = new TreeMap<>();
            judged.report().waiting().forEach((entry, doubt) -> remarks.put(entry, doubt.code()));
            workspace.receive(
                    by,
                    judged.fresh(),
                    judged.payloads(),
                    judged.marks().isEmpty() ? null : judged.marks(),
                    new Reason(Act.RECEIVE, label, Optional.empty(), remarks));
        }
        return judged.report();
    }

    private Judged judged() {
        if (!copy.about().workspace().equals(workspace.id())) {
            throw Failure.wrongUse(Sentence.of("ledger.failure.other-workspace"));
        }
        Standing standing = workspace.standing(by);
        if (!standing.mayActAs(Role.CONTRIBUTOR)) {
            throw Failure.wrongUse(Sentence.of("ledger.refusal.role", Role.CONTRIBUTOR.label()));
        }
        List<Entry> incoming = copy.entries();
        Map<Digest, byte[]> brought = copy.payloads();
        return workspace.withGraph(
                (graph, connection) -> new Court(graph, connection, standing, incoming, brought).judge());
    }

    /** Judges the new entries of a copy against the state here. */
    private final class Court {
        private final Graph graph;
        private final Connection connection;
        private final Standing standing;
        private final List<Entry> incoming;
        private final Map<Digest, byte[]> brought;
        private final State now;
        private final Visibility visibility;
        private final Contents contents = workspace.contents();
        private final Map<Digest, Entry> known = new HashMap<>();
        private final SortedMap<Digest, Doubt> waiting = new TreeMap<>();
        private final Set<Digest> freshIds = new HashSet<>();

        Court(
                Graph graph,
                Connection connection,
                Standing standing,
                List<Entry> incoming,
                Map<Digest, byte[]> brought) {
            this.graph = graph;
            this.connection = connection;
            this.standing = standing;
            this.incoming = incoming;
            this.brought = brought;
            this.now = graph.state();
            this.visibility = new Visibility(now, standing);
        }

        Judged judge() {
            List<Entry> fresh = new ArrayList<>();
            graph.entries().forEach(entry -> known.put(entry.id(), entry));
            for (Entry entry : incoming) {
                if (!known.containsKey(entry.id())) {
                    hold(entry);
                    fresh.add(entry);
                    known.put(entry.id(), entry);
                    freshIds.add(entry.id());
                }
            }
            for (Entry entry : fresh) {
                Doubt doubt = doubt(entry);
                if (doubt != null) {
                    waiting.put(entry.id(), doubt);
                }
            }
            List<Digest> unproven = fresh.stream()
                    .filter(entry -> !entry.author().equals(by))
                    .map(Entry::id)
                    .toList();
            Map<Digest, byte[]> payloads = wanted();
            Set<ItemId> touched = new HashSet<>();
            fresh.forEach(entry -> entry.changes().forEach(change -> touched.add(change.item())));
            touched.removeIf(item -> !now.versions(item).isEmpty() && !visibility.sees(item));
            return new Judged(
                    fresh,
                    payloads,
                    fresh.isEmpty() ? Marks.NONE : Marks.receiving(unproven, waiting.keySet()),
                    new Report(fresh.size(), touched, unproven.size(), waiting, payloads.size()));
        }

        /** Refuses a graph that cannot be: entries that follow or replace what is not there. */
        private void hold(Entry entry) {
            if (!known.keySet().containsAll(entry.parents()) || (entry.parents().isEmpty() && graph.size() > 0)) {
                throw broken("ledger.damage.parent", entry);
            }
            for (Change change : entry.changes()) {
                for (Digest replaced : change.replaces()) {
                    if (!changes(known.get(replaced), change.item()) || !Ancestry.isAncestor(replaced, entry, known)) {
                        throw broken("ledger.damage.replaced", entry);
                    }
                }
            }
        }

        private static boolean changes(@Nullable Entry entry, ItemId item) {
            return entry != null
                    && entry.changes().stream().anyMatch(change -> change.item().equals(item));
        }

        private static Failure broken(String key, Entry entry) {
            return Failure.notPossible(Sentence.of(key, entry.id().toString()), new IllegalStateException(key))
                    .advising(Sentence.of("ledger.failure.nothing-merged"));
        }

        private @Nullable Doubt doubt(Entry entry) {
            Doubt marks = doubtAboutMarks(entry);
            if (marks != null) {
                return marks;
            }
            for (Change change : entry.changes()) {
                Doubt doubt = doubt(entry, change);
                if (doubt != null) {
                    return doubt;
                }
            }
            return null;
        }

        private @Nullable Doubt doubtAboutMarks(Entry entry) {
            Marks marks = entry.marks();
            Role needed = !marks.erased().isEmpty()
                    ? Role.OWNER
                    : marks.admitted().isEmpty() && marks.refused().isEmpty() ? Role.CONTRIBUTOR : Role.EDITOR;
            Doubt role = doubt(entry, needed);
            if (role != null) {
                return role;
            }
            // To make others' entries wait, or their authors doubtful, is to undo them.
            return freshIds.containsAll(marks.waiting()) && freshIds.containsAll(marks.unproven())
                    ? null
                    : Doubt.FOREIGN_MARKS;
        }

        /** What asks for more than to write items is done by its own author's hand, or waits: an owner who merges a colleague's copy has not read it yet. */
        private @Nullable Doubt doubt(Entry entry, Role needed) {
            if (!standing.mayActAs(needed)) {
                return Doubt.ROLE;
            }
            return needed.isAtLeast(Role.EDITOR) && !entry.author().equals(by) ? Doubt.UNPROVEN : null;
        }

        private @Nullable Doubt doubt(Entry entry, Change change) {
            List<Version> here = now.versions(change.item()).stream()
                    .filter(version -> !version.isErased())
                    .toList();
            if (change.replaces().stream().anyMatch(waiting::containsKey)) {
                return Doubt.BUILDS_ON_WAITING;
            }
            if (!here.isEmpty() && !visibility.sees(change.item())) {
                return Doubt.WITHHELD;
            }
            byte[] salted = brought.get(change.content());
            byte[] payload = salted == null ? null : Vault.unsalted(change.content(), salted);
            if (payload == null) {
                return here.isEmpty() || graph.isErased(change.content()) ? null : Doubt.NOT_CONTAINED;
            }
            for (Digest replaced : change.replaces()) {
                if (graph.has(replaced) && !isContained(replaced, change.item())) {
                    return Doubt.NOT_CONTAINED;
                }
            }
            return doubt(entry, graph.version(entry, change, payload), here);
        }

        private boolean isContained(Digest entry, ItemId item) {
            Entry replaced = known.get(entry);
            return replaced != null
                    && replaced.changes().stream()
                            .filter(change -> change.item().equals(item))
                            .allMatch(change ->
                                    brought.containsKey(change.content()) || graph.isErased(change.content()));
        }

        private @Nullable Doubt doubt(Entry entry, Version version, List<Version> here) {
            Content content = version.content();
            if (content == null || !contents.understands(content)) {
                return Doubt.NOT_UNDERSTOOD;
            }
            Doubt role = doubt(
                    entry, contents.kinds().find(content.kind()).orElseThrow().writer());
            if (role != null) {
                return role;
            }
            if (!standing.mayRead(content.sensitivity())) {
                return Doubt.SHUT_OUT;
            }
            for (Version before : here) {
                Content said = before.content();
                if (said == null) {
                    continue;
                }
                if (!said.kind().equals(content.kind())) {
                    return Doubt.NOT_UNDERSTOOD;
                }
                if (!mayLower(entry)
                        && !content.sensitivity()
                                .isAtLeastAsStrictAs(
                                        said.sensitivity(), account -> now.organisationOf(account, contents))) {
                    return Doubt.LOWERED;
                }
            }
            return null;
        }

        /** Lowering is an owner's own act, with a reason. */
        private boolean mayLower(Entry entry) {
            return doubt(entry, Role.OWNER) == null
                    && entry.reason()
                            .map(digest -> Optional.ofNullable(brought.get(digest))
                                    .map(salted -> Vault.unsalted(digest, salted)))
                            .flatMap(payload -> payload)
                            .filter(payload -> !contents.reason(payload).text().isBlank())
                            .isPresent();
        }

        /** The payloads that some entry speaks of, that are not erased, and that are not here yet. */
        private Map<Digest, byte[]> wanted() {
            Set<Digest> spokenOf = new HashSet<>();
            known.values().forEach(entry -> {
                entry.changes().forEach(change -> spokenOf.add(change.content()));
                entry.reason().ifPresent(spokenOf::add);
            });
            Map<Digest, byte[]> wanted = new LinkedHashMap<>(brought);
            wanted.keySet().retainAll(spokenOf);
            wanted.keySet().removeIf(graph::isErased);
            wanted.keySet()
                    .removeAll(workspace.payloads(connection, wanted.keySet()).keySet());
            return wanted;
        }
    }
}
