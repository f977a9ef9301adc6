package org.salus.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who may see which item: the one filter between what a workspace holds and what anybody is shown. An item is seen if each of its versions in force is
 * here and meant for the reader, and every item it needs is seen as well. An older version is seen if the item is, and the version itself was meant for
 * the reader; so raising an item's sensitivity holds for all of its versions. Safe for use by several threads.
 */
final class Visibility {
    private final State state;
    private final Standing standing;
    private final Map<ItemId, Boolean> settled = new ConcurrentHashMap<>();

    Visibility(State state, Standing standing) {
        this.state = state;
        this.standing = standing;
    }

    /** Whether this reader may see the item as it is now, or may know that it is removed. */
    boolean sees(ItemId item) {
        Boolean known = settled.get(item);
        return known != null ? known : new Walk().sees(item);
    }

    /** Whether this reader may see an older version of an item. */
    boolean sees(Version old) {
        Content content = old.content();
        return content != null
                && sees(old.change().item())
                && standing.mayRead(content.sensitivity())
                && content.needs().stream().allMatch(this::sees);
    }

    /** One way through items and what they need. Items that need one another in a circle do not hide one another. */
    private final class Walk {
        private final Set<ItemId> path = new HashSet<>();
        private boolean wentInCircle;

        boolean sees(ItemId item) {
            Boolean known = settled.get(item);
            if (known != null) {
                return known;
            }
            if (!path.add(item)) {
                wentInCircle = true;
                return true;
            }
            boolean answer = reads(state.versions(item));
            path.remove(item);
            // What leans on a circle that is not walked to its end may still turn out otherwise.
            if (!answer || !wentInCircle || path.isEmpty()) {
                settled.put(item, answer);
            }
            return answer;
        }

        private boolean reads(List<Version> versions) {
            boolean any = false;
            for (Version version : versions) {
                if (version.isErased()) {
                    continue;
                }
                Content content = version.content();
                if (content == null || !standing.mayRead(content.sensitivity())) {
                    return false;
                }
                for (ItemId needed : content.needs()) {
                    if (!sees(needed)) {
                        return false;
                    }
                }
                any = true;
            }
            return any;
        }
    }
}
