package org.salus.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What has happened in a workspace, as far as one reader may know it. A step that touched only items withheld from the reader is left out. */
public final class History {
    private static final int LOADED_AT_ONCE = 100;
    private static final int MANY_CHANGES = 50;

    private final Workspace workspace;
    private final View view;

    History(Workspace workspace, View view) {
        this.workspace = workspace;
        this.view = view;
    }

    /**
     * One entry as a reader is told of it.
     *
     * @param isProven whether the author was signed in here; false where a merged copy says so and nobody could prove it
     * @param isWaiting whether it does nothing until somebody decides
     * @param isRefused whether it was decided that it never will
     * @param doubt why it waits, as it was judged when it was merged; empty where it does not wait, or where that is not kept here
     * @param why the author's words; empty if there are none, or if they may speak of what is withheld
     * @param touched the items that changed, as far as the reader may see them
     * @param erased how many payloads it erased
     */
    public record Step(
            Told.By by,
            boolean isProven,
            boolean isWaiting,
            boolean isRefused,
            Optional<Merge.Doubt> doubt,
            Optional<Reason> why,
            List<Touched> touched,
            int erased) {
        public Step {
            touched = List.copyOf(touched);
        }
    }

    /**
     * What an entry did to an item.
     *
     * @param after what it says from then on; empty if it was removed
     * @param before the entries whose versions this one replaced
     * @param replaced what those versions said, as far as the reader may read it; told of what was removed, which has no other name any more, and of what waits
     */
    public record Touched(ItemId item, Optional<Item<?>> after, Set<Digest> before, List<Item<?>> replaced) {
        public Touched {
            replaced = List.copyOf(replaced);
        }
    }

    /**
     * The newest steps.
     *
     * @param most how many at most
     * @param before only steps older than this one; empty for the newest
     */
    public List<Step> list(int most, Optional<Digest> before) {
        return list(most, before, (graph, entry) -> true, step -> true);
    }

    /**
     * The steps that were taken between two moments by their authors' clocks, newest first. Others are not read.
     *
     * @param from the first moment that counts
     * @param before the first moment that does not count any more
     */
    public List<Step> between(Instant from, Instant before) {
        return list(
                Integer.MAX_VALUE,
                Optional.empty(),
                (graph, entry) -> !entry.at().isBefore(from) && entry.at().isBefore(before),
                step -> true);
    }

    /** The steps of one item, newest first. */
    public List<Step> of(ItemId item) {
        return of(Set.of(item));
    }

    /**
     * The newest steps of one item.
     *
     * @param most how many at most
     * @param before only steps older than this one; empty for the newest
     */
    public List<Step> of(ItemId item, int most, Optional<Digest> before) {
        return of(Set.of(item), most, before);
    }

    /** The steps of some items, newest first. */
    public List<Step> of(Set<ItemId> items) {
        return of(items, Integer.MAX_VALUE, Optional.empty());
    }

    private List<Step> of(Set<ItemId> items, int most, Optional<Digest> before) {
        return list(
                most,
                before,
                (graph, entry) -> entry.changes().stream().anyMatch(change -> items.contains(change.item())),
                step -> step.touched().stream().anyMatch(touched -> items.contains(touched.item())));
    }

    /** The steps that wait for a decision, newest first; only editors see any. */
    public List<Step> waiting() {
        return list(
                Integer.MAX_VALUE,
                Optional.empty(),
                (graph, entry) -> graph.decided().waiting().contains(entry.id()),
                step -> true);
    }

    /**
     * The steps whose ids begin with these digits, newest first: people type the beginning that they were told.
     *
     * @param beginning hexadecimal digits, in lower case
     */
    public List<Digest> beginningWith(String beginning) {
        return list(
                        Integer.MAX_VALUE,
                        Optional.empty(),
                        (graph, entry) -> entry.id().toString().startsWith(beginning),
                        step -> true)
                .stream()
                .map(step -> step.by().entry())
                .toList();
    }

    /**
     * Steps, newest first.
     *
     * @param wanted entries worth reading
     * @param kept steps, as the reader is told them, that are part of the answer
     */
    private List<Step> list(int most, Optional<Digest> before, BiPredicate<Graph, Entry> wanted, Predicate<Step> kept) {
        return workspace.withGraph((graph, payloads, connection) -> {
            Teller teller = new Teller(graph, payloads);
            List<Step> steps = new ArrayList<>();
            List<Entry> some = new ArrayList<>();
            boolean isReached = before.isEmpty();
            // Whoever asks for the newest step does not wait for a hundred.
            int atOnce = Math.min(LOADED_AT_ONCE, most);
            for (Entry entry : graph.entries().reversed()) {
                if (!isReached) {
                    isReached = before.get().equals(entry.id());
                } else if (wanted.test(graph, entry)) {
                    some.add(entry);
                    if (some.size() >= atOnce) {
                        teller.told(some).stream().filter(kept).forEach(steps::add);
                        some.clear();
                        atOnce = LOADED_AT_ONCE;
                    }
                }
                if (steps.size() >= most) {
                    break;
                }
            }
            if (steps.size() < most) {
                teller.told(some).stream().filter(kept).forEach(steps::add);
            }
            return List.copyOf(steps.subList(0, Math.min(most, steps.size())));
        });
    }

    /** Tells steps to this reader. */
    private final class Teller {
        private final Graph graph;
        private final Payloads payloads;
        private final Clearance clearance;
        private final Map<Digest, Map<ItemId, Change>> changes = new HashMap<>();
        private @Nullable Map<Digest, Merge.Doubt> doubts;

        Teller(Graph graph, Payloads payloads) {
            this.graph = graph;
            this.payloads = payloads;
            this.clearance = Clearance.forReading(graph, view.state(), view.standing(), payloads, workspace.contents());
        }

        List<Step> told(List<Entry> entries) {
            Map<Digest, List<Version>> known = new HashMap<>();
            entries.forEach(entry -> graph.remembered(entry).ifPresent(versions -> known.put(entry.id(), versions)));
            Set<Digest> wanted = entries.stream()
                    .flatMap(entry -> known.containsKey(entry.id()) ? entry.reason().stream() : entry.payloads())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            // At once: an import that adds a source to thousands of items would ask for the version before each.
            for (Entry entry : entries) {
                for (Change change : entry.changes()) {
                    withOtherSources(entry, change)
                            .ifPresent(before -> before.change().payloads().forEach(wanted::add));
                }
            }
            Map<Digest, byte[]> here = wanted.isEmpty() ? Map.of() : payloads.get(wanted);
            return entries.stream()
                    .flatMap(entry -> told(entry, known.get(entry.id()), here).stream())
                    .toList();
        }

        private Optional<Step> told(Entry entry, @Nullable List<Version> known, Map<Digest, byte[]> here) {
            List<Version> versions = known != null ? known : read(entry, here);
            List<Version> said = versions.stream()
                    .filter(version -> clearance.knows(entry, version))
                    .toList();
            List<Before> befores = replaced(entry, said);
            // At once: a step may remove thousands.
            Map<Digest, byte[]> earlier = befores.isEmpty()
                    ? Map.of()
                    : payloads.get(befores.stream()
                            .flatMap(before -> before.change().payloads())
                            .collect(Collectors.toSet()));
            Map<ItemId, List<Before>> byItem = befores.stream()
                    .collect(Collectors.groupingBy(before -> before.change().item()));
            List<Touched> touched = said.stream()
                    .filter(version -> !isOnlyHidden(entry, version, here))
                    .map(version -> touched(
                            version, byItem.getOrDefault(version.change().item(), List.of()), earlier))
                    .toList();
            boolean isOnlyHidden = touched.isEmpty() && !said.isEmpty();
            boolean hears = clearance.hears(entry, versions);
            if (touched.isEmpty() && (isOnlyHidden || !hears)) {
                return Optional.empty();
            }
            return Optional.of(new Step(
                    new Told.By(entry.id(), entry.author(), entry.at()),
                    !graph.isUnproven(entry.id()),
                    graph.decided().waiting().contains(entry.id()),
                    graph.decided().refused().contains(entry.id()),
                    graph.decided().waiting().contains(entry.id())
                            ? Optional.ofNullable(doubts().get(entry.id()))
                            : Optional.empty(),
                    hears ? why(entry, here) : Optional.empty(),
                    touched,
                    entry.marks().erased().size()));
        }

        private List<Version> read(Entry entry, Map<Digest, byte[]> here) {
            List<Version> versions = entry.changes().stream()
                    .map(change -> graph.version(entry, change, here))
                    .toList();
            graph.remember(entry, versions);
            return versions;
        }

        /**
         * Whether nothing has changed but sources that this reader is not told of: that there was a step at all, whose and when, would tell of them. Asked only
         * where sources have changed, so that few versions have to be read for it.
         */
        private boolean isOnlyHidden(Entry entry, Version version, Map<Digest, byte[]> here) {
            if (version.isRemoval() || version.content() == null) {
                return false;
            }
            return withOtherSources(entry, version.change())
                    .map(before -> graph.version(before.entry(), before.change(), here))
                    .filter(old -> old.content() != null && !old.isRemoval())
                    .filter(old -> saySame(view.shown(old), view.shown(version)))
                    .isPresent();
        }

        /** What a change takes the place of, if it names other sources. */
        private Optional<Before> withOtherSources(Entry entry, Change change) {
            if (change.replaces().size() != 1 || !graph.decided().counts(entry.id())) {
                return Optional.empty();
            }
            Entry earlier = graph.entry(change.replaces().getFirst());
            if (earlier == null) {
                return Optional.empty();
            }
            return change(earlier, change.item())
                    .filter(before -> !Set.copyOf(before.citations()).equals(Set.copyOf(change.citations())))
                    .map(before -> new Before(earlier, before));
        }

        /** One change among thousands, each of which is asked for, is not looked for from the first on. */
        private Optional<Change> change(Entry entry, ItemId item) {
            return entry.changes().size() < MANY_CHANGES
                    ? entry.change(item)
                    : Optional.ofNullable(changes.computeIfAbsent(
                                    entry.id(),
                                    id -> entry.changes().stream()
                                            .collect(Collectors.toMap(
                                                    Change::item, Function.identity(), (first, second) -> first)))
                            .get(item));
        }

        /** An earlier change of an item, and the entry that made it. */
        private record Before(Entry entry, Change change) {}

        private static boolean saySame(Item<?> before, Item<?> after) {
            return before.value().equals(after.value())
                    && before.sensitivity().equals(after.sensitivity())
                    && Set.copyOf(before.citations()).equals(Set.copyOf(after.citations()));
        }

        private Touched touched(Version version, List<Before> befores, Map<Digest, byte[]> earlier) {
            return new Touched(
                    version.change().item(),
                    version.isRemoval() ? Optional.empty() : Optional.of(view.shown(version)),
                    Set.copyOf(version.change().replaces()),
                    befores.stream()
                            .flatMap(before -> said(before, earlier).stream())
                            .toList());
        }

        /** What the changes of an entry take the place of, where that is told: of what it removed, and of what waits. */
        private List<Before> replaced(Entry entry, List<Version> versions) {
            boolean isWaiting = graph.decided().waiting().contains(entry.id());
            List<Before> befores = new ArrayList<>();
            for (Version version : versions) {
                if (isWaiting || version.isRemoval()) {
                    for (Digest id : version.change().replaces()) {
                        Entry earlier = graph.entry(id);
                        if (earlier != null) {
                            change(earlier, version.change().item())
                                    .ifPresent(change -> befores.add(new Before(earlier, change)));
                        }
                    }
                }
            }
            return befores;
        }

        /** What an earlier version said, if this reader may read it. */
        private Optional<Item<?>> said(Before before, Map<Digest, byte[]> here) {
            Version old = graph.version(before.entry(), before.change(), here);
            return old.content() != null && !old.isRemoval() && clearance.knows(before.entry(), old)
                    ? Optional.of(view.shown(old))
                    : Optional.empty();
        }

        /** Why entries wait, by what was remarked when they were merged here. What a copy remarks does not count. */
        private Map<Digest, Merge.Doubt> doubts() {
            Map<Digest, Merge.Doubt> known = doubts;
            if (known == null) {
                known = new HashMap<>();
                for (Entry entry : graph.entries()) {
                    if (!entry.marks().waiting().isEmpty() && graph.decided().counts(entry.id())) {
                        Map<Digest, String> remarks = workspace
                                .contents()
                                .reason(
                                        entry,
                                        payloads.get(entry.reason().stream().toList()))
                                .<Map<Digest, String>>map(Reason::remarks)
                                .orElse(Map.of());
                        for (Digest waiting : entry.marks().waiting()) {
                            Optional<Merge.Doubt> doubt = Merge.Doubt.of(remarks.getOrDefault(waiting, ""));
                            if (doubt.isPresent()) {
                                known.put(waiting, doubt.get());
                            }
                        }
                    }
                }
                doubts = known;
            }
            return known;
        }

        private Optional<Reason> why(Entry entry, Map<Digest, byte[]> here) {
            return workspace
                    .contents()
                    .reason(entry, here)
                    .map(reason -> reason.remarks().isEmpty() ? reason : reason.remarking(this::mayHearOf));
        }

        private boolean mayHearOf(Digest id) {
            Entry entry = graph.entry(id);
            return entry != null && !told(List.of(entry)).isEmpty();
        }
    }

    /** How often each account wrote something this reader may know of. */
    public Map<AccountId, Integer> authors() {
        Map<AccountId, Integer> counts = new HashMap<>();
        list(Integer.MAX_VALUE, Optional.empty())
                .forEach(step -> counts.merge(step.by().author(), 1, Integer::sum));
        return counts;
    }
}
