package org.salus.ledger;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Who may see which item: the one filter between what a workspace holds and what anybody is shown. An item is seen if each of its versions in force is
 * here and meant for the reader, and every item it needs is seen as well; items that need one another in a circle do not hide one another. An older
 * version is seen if the item is, and the version itself was meant for the reader; so raising an item's sensitivity holds for all of its versions. Safe
 * for use by several threads.
 */
final class Visibility {
    private final State state;
    private final Standing standing;
    private final Predicate<Version> narrower;
    private final Map<ItemId, Boolean> settled = new ConcurrentHashMap<>();

    Visibility(State state, Standing standing) {
        this(state, standing, every -> true);
    }

    /**
     * What a reader may see, and even less.
     *
     * @param narrower asked about versions that are here and meant for the reader
     */
    Visibility(State state, Standing standing, Predicate<Version> narrower) {
        this.state = state;
        this.standing = standing;
        this.narrower = narrower;
    }

    /** Whether this reader may see the item as it is now, or may know that it is removed. */
    boolean sees(ItemId item) {
        Boolean known = settled.get(item);
        if (known != null) {
            return known;
        }
        return needsOthers(item) ? walk(item) : settledAlone(item);
    }

    /** Most items need no others, and a workspace has thousands: what they say themselves settles it. */
    private boolean settledAlone(ItemId item) {
        boolean isThere = false;
        boolean isRead = true;
        for (Version version : state.versions(item)) {
            if (!version.isErased()) {
                isThere = true;
                isRead = isRead && reads(version);
            }
        }
        boolean sees = isThere && isRead;
        settled.put(item, sees);
        return sees;
    }

    private boolean needsOthers(ItemId item) {
        for (Version version : state.versions(item)) {
            Content content = version.content();
            if (content != null && !version.isErased() && !content.needs().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Whether this reader may see an older version of an item. */
    boolean sees(Version old) {
        return sees(old.change().item()) && seesAll(List.of(old));
    }

    /** Whether this reader may see all of these versions, if their items are seen. */
    boolean seesAll(Collection<Version> versions) {
        return versions.stream()
                .allMatch(version -> reads(version)
                        && Objects.requireNonNull(version.content()).needs().stream()
                                .allMatch(this::sees));
    }

    /** Whether a version as such is here and meant for this reader. */
    boolean reads(Version version) {
        Content content = version.content();
        return content != null && standing.mayRead(content.sensitivity()) && narrower.test(version);
    }

    private record Step(ItemId item, Iterator<ItemId> needs) {}

    /** Walks from an item through what it needs. A copy may bring a chain of any length, so this does not call itself. */
    private boolean walk(ItemId from) {
        Set<ItemId> met = new HashSet<>();
        Deque<Step> path = new ArrayDeque<>();
        boolean sees = enter(from, met, path);
        while (sees && !path.isEmpty()) {
            Iterator<ItemId> needs = path.element().needs();
            if (!needs.hasNext()) {
                path.pop();
                continue;
            }
            ItemId needed = needs.next();
            Boolean known = settled.get(needed);
            sees = known != null ? known : met.contains(needed) || enter(needed, met, path);
        }
        if (sees) {
            met.forEach(item -> settled.put(item, true));
        } else {
            // All on the way here need what is hidden; what was met beside it may still turn out otherwise.
            path.forEach(step -> settled.put(step.item(), false));
            settled.put(from, false);
        }
        return sees;
    }

    private boolean enter(ItemId item, Set<ItemId> met, Deque<Step> path) {
        Set<ItemId> needs = new HashSet<>();
        boolean isThere = false;
        for (Version version : state.versions(item)) {
            if (!version.isErased()) {
                if (!reads(version)) {
                    return false;
                }
                needs.addAll(Objects.requireNonNull(version.content()).needs());
                isThere = true;
            }
        }
        if (isThere) {
            met.add(item);
            path.push(new Step(item, needs.iterator()));
        }
        return isThere;
    }
}
