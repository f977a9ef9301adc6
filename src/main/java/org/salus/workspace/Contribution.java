package org.salus.workspace;

import java.util.List;
import org.salus.framework.Sentence;
import org.salus.ledger.Kind;

/**
 * What a room adds to every workspace.
 *
 * @param kinds of items
 * @param faces of these kinds, as far as people meet them
 * @param places its entries in the rail, in the order of the approach
 */
public record Contribution(List<Kind<?>> kinds, List<Face<?>> faces, List<Place> places) {
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
    }
}
