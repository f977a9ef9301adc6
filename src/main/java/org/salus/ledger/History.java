package org.salus.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** What has happened in a workspace, as far as one reader may know it. A step that touched only items withheld from the reader is left out. */
public final class History {
    private static final int LOADED_AT_ONCE = 100;

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
     * @param why the author's words; empty if there are none, or if they may speak of what is withheld
     * @param touched the items that changed, as far as the reader may see them
     * @param erased how many payloads it erased
     */
    public record Step(
            Told.By by, boolean isProven, boolean isWaiting, Optional<Reason> why, List<Touched> touched, int erased) {
        public Step {
            touched = List.copyOf(touched);
        }
    }

    /**
     * What an entry did to an item.
     *
     * @param after what it says from then on; empty if it was removed
     * @param before the entries whose versions this one replaced
     */
    public record Touched(ItemId item, Optional<Item<?>> after, Set<Digest> before) {}

    /**
     * The newest steps.
     *
     * @param most how many at most
     * @param before only steps older than this one; empty for the newest
     */
    public List<Step> list(int most, Optional<Digest> before) {
        return list(most, before, (graph, entry) -> true);
    }

    /** The steps of one item, newest first. */
    public List<Step> of(ItemId item) {
        return list(
                Integer.MAX_VALUE,
                Optional.empty(),
                (graph, entry) -> entry.changes().stream()
                        .anyMatch(change -> change.item().equals(item)));
    }

    /** The steps that wait for a decision, newest first; editors only see any. */
    public List<Step> waiting() {
        return list(
                Integer.MAX_VALUE,
                Optional.empty(),
                (graph, entry) -> graph.waiting().contains(entry.id()));
    }

    private List<Step> list(int most, Optional<Digest> before, BiPredicate<Graph, Entry> wanted) {
        return workspace.withGraph((graph, connection) -> {
            List<Step> steps = new ArrayList<>();
            List<Entry> some = new ArrayList<>();
            boolean isReached = before.isEmpty();
            for (Entry entry : List.copyOf(graph.entries()).reversed()) {
                if (!isReached) {
                    isReached = before.get().equals(entry.id());
                } else if (wanted.test(graph, entry)) {
                    some.add(entry);
                    if (some.size() == LOADED_AT_ONCE) {
                        steps.addAll(told(some, graph, digests -> workspace.payloads(connection, digests)));
                        some.clear();
                    }
                }
                if (steps.size() >= most) {
                    break;
                }
            }
            steps.addAll(told(some, graph, digests -> workspace.payloads(connection, digests)));
            return List.copyOf(steps.subList(0, Math.min(most, steps.size())));
        });
    }

    private List<Step> told(List<Entry> entries, Graph graph, Payloads payloads) {
        Set<Digest> wanted = new LinkedHashSet<>();
        for (Entry entry : entries) {
            entry.changes().forEach(change -> wanted.add(change.content()));
            entry.reason().ifPresent(wanted::add);
        }
        Map<Digest, byte[]> here = wanted.isEmpty() ? Map.of() : payloads.get(wanted);
        Visibility visibility = new Visibility(view.state(), view.standing());
        List<Step> steps = new ArrayList<>();
        for (Entry entry : entries) {
            told(entry, graph, here, visibility).ifPresent(steps::add);
        }
        return steps;
    }

    private Optional<Step> told(Entry entry, Graph graph, Map<Digest, byte[]> here, Visibility visibility) {
        List<Touched> touched = new ArrayList<>();
        boolean isWaiting = graph.waiting().contains(entry.id());
        if (isWaiting && !view.standing().mayActAs(Role.EDITOR)) {
            return Optional.empty();
        }
        for (Change change : entry.changes()) {
            Version version = graph.version(entry, change, here.get(change.content()));
            if (isWaiting ? isReadable(version) : visibility.sees(version)) {
                touched.add(new Touched(
                        change.item(),
                        version.isRemoval() ? Optional.empty() : Optional.of(view.shown(version)),
                        Set.copyOf(change.replaces())));
            }
        }
        boolean all = touched.size() == entry.changes().size();
        if (touched.isEmpty() && (!all || !view.standing().isMember())) {
            return Optional.empty();
        }
        Optional<Reason> why = all
                ? entry.reason()
                        .flatMap(digest -> Optional.ofNullable(here.get(digest)))
                        .map(workspace.contents()::reason)
                : Optional.empty();
        return Optional.of(new Step(
                new Told.By(entry.id(), entry.author(), entry.at()),
                !graph.unproven().contains(entry.id()),
                isWaiting,
                why,
                touched,
                entry.marks().erased().size()));
    }

    /** What waits has no place in the state yet, so only its own sensitivity can be asked. */
    private boolean isReadable(Version version) {
        Content content = version.content();
        return content != null && view.standing().mayRead(content.sensitivity());
    }

    /** How often each account wrote something this reader may know of. */
    public Map<AccountId, Integer> authors() {
        Map<AccountId, Integer> counts = new HashMap<>();
        list(Integer.MAX_VALUE, Optional.empty())
                .forEach(step -> counts.merge(step.by().author(), 1, Integer::sum));
        return counts;
    }
}
