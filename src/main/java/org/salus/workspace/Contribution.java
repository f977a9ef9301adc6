package org.salus.workspace;

import java.util.List;
import java.util.Map;
import org.salus.framework.Sentence;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.View;

/**
 * What a room adds to every workspace.
 *
 * @param kinds of items
 * @param faces of these kinds, as far as people meet them
 * @param places its entries in the rail, in the order of the approach
 * @param followUps what its items make of findings of other rooms
 */
public record Contribution(List<Kind<?>> kinds, List<Face<?>> faces, List<Place> places, List<FollowUps> followUps) {
    /** Which items take up a finding of another room, so that the way from the finding to what became of it can be gone, too. */
    @FunctionalInterface
    public interface FollowUps {
        /** The items that take up each finding, by its lasting name, of those that a view shows. */
        Map<String, List<ItemId>> of(View view);
    }

    /**
     * An entry in the rail of a workspace.
     *
     * @param order where it stands among those of other rooms: the order of the approach
     * @param path below the workspace's address: {@code sector}
     */
    public record Place(int order, Sentence label, String path) {}

    public Contribution {
        kinds = List.copyOf(kinds);
        faces = List.copyOf(faces);
        places = List.copyOf(places);
        followUps = List.copyOf(followUps);
    }

    /** A room that takes up no findings. */
    public Contribution(List<Kind<?>> kinds, List<Face<?>> faces, List<Place> places) {
        this(kinds, faces, places, List.of());
    }
}
