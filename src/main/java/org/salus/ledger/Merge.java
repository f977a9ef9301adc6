package org.salus.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Term;

/**
 * Merges a copy: the union of two sets of entries. The copy may come from anybody, so each entry that is new is judged as if whoever merges had written
 * it here. Nothing can be deleted or lowered that the copy did not contain. What another workspace made of copies that it received holds there and not
 * here: its remarks are taken in, since entries may follow them, and set aside.
 */
public final class Merge {
    private final Brought brought;
    private final AccountId by;

    private Merge(Brought brought, AccountId by) {
        this.brought = brought;
        this.by = by;
    }

    /** Why an entry of a copy waits. */
    public enum Doubt {
        /** The role of whoever merges does not allow it. */
        ROLE,
        /** It touches what whoever merges may not see. */
        WITHHELD,
        /** It replaces or removes what the copy did not contain, or the copy does not contain what it says. */
        NOT_CONTAINED,
        /** It would let more people see an item. */
        LOWERED,
        /** It would let fewer people see an item that others wrote as well. */
        NARROWED,
        /** It changes or removes what somebody else said. */
        OTHERS_WORDS,
        /** It would shut out whoever merges. */
        SHUT_OUT,
        /** It says something that is not understood here. */
        NOT_UNDERSTOOD,
        /** It says what nobody could type in here: characters that cannot be shown, or a country that nobody knows; or it begins where something else belongs. */
        ODD,
        /** A rule of its kind would refuse it here, as things stand and for whoever merges. */
        RULE,
        /** Only an owner may do that, and nobody can prove that one did. */
        UNPROVEN,
        /** It speaks of entries that are not its business. */
        FOREIGN_MARKS,
        /** It builds on an entry that waits, or that was refused. */
        BUILDS_ON_WAITING;

        /** The code in data. */
        public String code() {
            return Term.codeOf(this);
        }

        /** What to call it, to whoever merges. */
        public Sentence label() {
            return Sentence.of("ledger.doubt." + code());
        }

        /** What to say of it to whoever decides, who is somebody else than whoever merged. */
        public Sentence told() {
            return Sentence.of("ledger.waits." + code());
        }

        /** The one of that code; empty if there is none, as where a newer program has written it. */
        static Optional<Doubt> of(String code) {
            return Arrays.stream(values())
                    .filter(doubt -> doubt.code().equals(code))
                    .findFirst();
        }
    }

    /**
     * What a merge does, or would do.
     *
     * @param fresh entries that are new here
     * @param touched items they speak of, as far as whoever merges may see them
     * @param unproven how many of the new entries name another author than whoever merges, which nobody can prove
     * @param waiting the new entries that do nothing until it is decided about them, with why
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
        Merge merge = new Merge(of(workspace, copy.brought()), by);
        return workspace.judged(by, merge::judged).report();
    }

    /**
     * Merges a copy.
     *
     * @param label what was merged, in the words of whoever does it: a file's name
     * @throws Failure as for {@link #preview}, and if the workspace cannot be written
     */
    public static Report merge(Workspace workspace, Copy copy, AccountId by, String label) {
        return merge(workspace, copy.brought(), by, label);
    }

    static Report merge(Workspace workspace, Brought brought, AccountId by, String label) {
        Merge merge = new Merge(of(workspace, brought), by);
        AtomicReference<@Nullable Judged> judged = new AtomicReference<>();
        Outcome outcome = workspace.write(by, (view, judge) -> {
            // Judged where it is written: what changes until then changes the judgement.
            Judged now = merge.judged(view, judge);
            judged.set(now);
            return now.received(label, judge);
        });
        Judged now = judged.get();
        if (outcome instanceof Outcome.Refused refused
                && (now == null || !now.report().isEmpty())) {
            Sentence why = refused.reasons().getFirst();
            throw refused.isForRole() ? Failure.refused(why) : Failure.wrongUse(why);
        }
        if (outcome instanceof Outcome.Accepted) {
            workspace.witness().merged(workspace.id(), by);
        }
        return Objects.requireNonNull(now).report();
    }

    private static Brought of(Workspace workspace, Brought brought) {
        if (!brought.workspace().equals(workspace.id())) {
            throw Failure.wrongUse(Sentence.of("ledger.failure.other-workspace"));
        }
        return brought;
    }

    /** What is to be done with a copy. */
    record Judged(List<Entry> fresh, Map<Digest, byte[]> payloads, Marks marks, Report report) {
        Judgement received(String label, Judge judge) {
            SortedMap<Digest, String> remarks = new TreeMap<>();
            report.waiting().forEach((entry, doubt) -> remarks.put(entry, doubt.code()));
            return report.isEmpty()
                    ? Judgement.No.because(Sentence.of("ledger.refusal.nothing-new"))
                    : judge.yes(
                            fresh,
                            List.of(),
                            marks,
                            new Reason(Act.RECEIVE, label, Optional.empty(), remarks),
                            new Salted(payloads));
        }
    }

    private Judged judged(View view, Judge judge) {
        Standing standing = view.standing();
        if (!standing.mayActAs(Role.CONTRIBUTOR)) {
            throw Failure.refused(Sentence.of("ledger.refusal.role", Role.CONTRIBUTOR.label()));
        }
        Graph graph = judge.graph();
        Payloads among = new Salted(brought.payloads())::among;
        List<Entry> fresh = fresh(graph.entries(), brought.entries(), judge.payloads(), among);
        Map<Digest, byte[]> payloads = wanted(graph, fresh, judge.payloads());
        if (fresh.stream().allMatch(Entry::isRemark)
                && wanted(graph, List.of(), judge.payloads()).isEmpty()) {
            // Two workspaces would send their remarks about each other's remarks to and fro for ever.
            return new Judged(List.of(), Map.of(), Marks.NONE, new Report(0, Set.of(), 0, new TreeMap<>(), 0));
        }
        Court court = judge.court(standing, among);
        if (judge.isInCopy()) {
            fresh.forEach(court::obey);
        }
        SortedMap<Digest, Doubt> waiting = new TreeMap<>();
        List<Digest> admitted = new ArrayList<>();
        Set<Digest> inCopy = brought.entries().stream().map(Entry::id).collect(Collectors.toSet());
        for (Entry late : graph.entries()) {
            // Its payloads come only now, so it is judged only now. Who said them brings the step as well; any other
            // only quotes them.
            if (!graph.decided().refused().contains(late.id())
                    && !late.changes().isEmpty()
                    && late.payloads().anyMatch(payloads::containsKey)
                    && inCopy.contains(late.id())) {
                Optional<Doubt> doubt = court.doubt(late);
                doubt.ifPresent(some -> waiting.put(late.id(), some));
                if (doubt.isEmpty() && graph.decided().waiting().contains(late.id())) {
                    court.admit(late);
                    admitted.add(late.id());
                }
            }
        }
        List<Digest> setAside = new ArrayList<>();
        List<Digest> unproven = new ArrayList<>();
        Set<ItemId> touched = new HashSet<>();
        for (Entry entry : fresh) {
            if (!entry.author().equals(by)) {
                unproven.add(entry.id());
            }
            if (!entry.isRemark()) {
                court.doubt(entry).ifPresent(doubt -> waiting.put(entry.id(), doubt));
                entry.changes().forEach(change -> touched.add(change.item()));
            } else if (entry.marks().speakOfEntries()) {
                setAside.add(entry.id());
            }
        }
        touched.removeIf(item -> !view.knowsNothingOf(item) && !view.seesAll(item));
        return new Judged(
                fresh,
                payloads,
                Marks.receiving(unproven, waiting.keySet(), admitted, setAside),
                new Report(fresh.size(), touched, unproven.size(), waiting, payloads.size()));
    }

    /**
     * The entries that are new here, if they fit what is here.
     *
     * @param here parents before children, as the others
     * @param kept the payloads that are here
     * @param among those of the copy
     */
    static List<Entry> fresh(List<Entry> here, List<Entry> brought, Payloads kept, Payloads among) {
        Map<Digest, Entry> known = new HashMap<>();
        Ancestry ancestry = new Ancestry();
        List<Entry> fresh = new ArrayList<>();
        try {
            for (Entry entry : here) {
                known.put(entry.id(), entry);
                ancestry.add(entry);
            }
            for (Entry entry : brought) {
                if (known.putIfAbsent(entry.id(), entry) == null) {
                    hold(entry, known, ancestry);
                    fresh.add(entry);
                }
            }
            refuseQuotes(here, fresh, kept);
            refuseQuotes(List.of(), brought, among);
            return fresh;
        } catch (Ancestry.Tangled hostile) {
            throw Failure.notPossible(Sentence.of("ledger.failure.tangled"), hostile)
                    .advising(Sentence.of("ledger.failure.nothing-merged"));
        }
    }

    /** Refuses entries that speak of words another entry has said, if the words are here and do not say where they belong: whose they are then nobody can tell. */
    private static void refuseQuotes(List<Entry> here, List<Entry> more, Payloads payloads) {
        PayloadPlaces places = new PayloadPlaces();
        here.forEach(places::add);
        Map<Digest, Entry> quotes = new LinkedHashMap<>();
        more.forEach(entry -> places.add(entry).forEach(quoted -> quotes.putIfAbsent(quoted, entry)));
        PayloadPlaces.loose(quotes.keySet(), payloads).stream().findFirst().ifPresent(quoted -> {
            throw broken("ledger.damage.shared", Objects.requireNonNull(quotes.get(quoted)));
        });
    }

    /** Refuses what no program of ours writes: entries that follow, replace or speak of what did not come before them. */
    private static void hold(Entry entry, Map<Digest, Entry> known, Ancestry ancestry) {
        if (entry.parents().isEmpty() || !known.keySet().containsAll(entry.parents())) {
            throw broken("ledger.damage.parent", entry);
        }
        ancestry.add(entry);
        for (Change change : entry.changes()) {
            for (Digest replaced : change.replaces()) {
                Entry earlier = known.get(replaced);
                if (earlier == null
                        || earlier.change(change.item()).isEmpty()
                        || !ancestry.isAncestor(replaced, entry.id())) {
                    throw broken("ledger.damage.replaced", entry);
                }
            }
        }
        if (!entry.marks().entries().allMatch(marked -> ancestry.isAncestor(marked, entry.id()))) {
            throw broken("ledger.damage.marks", entry);
        }
    }

    static Failure broken(String key, Entry entry) {
        return Failure.notPossible(Sentence.of(key, entry.id().toString()), new IllegalStateException(key))
                .advising(Sentence.of("ledger.failure.nothing-merged"));
    }

    /** The payloads that some entry speaks of, that are not erased, and that are not here yet. */
    private Map<Digest, byte[]> wanted(Graph graph, List<Entry> fresh, Payloads here) {
        Set<Digest> spokenOf = new HashSet<>();
        Stream.concat(graph.entries().stream(), fresh.stream())
                .flatMap(Entry::payloads)
                .forEach(spokenOf::add);
        Map<Digest, byte[]> wanted = new LinkedHashMap<>(brought.payloads());
        wanted.keySet().retainAll(spokenOf);
        wanted.keySet().removeIf(graph::isErased);
        wanted.keySet().removeAll(here.get(Set.copyOf(wanted.keySet())).keySet());
        return wanted;
    }
}
