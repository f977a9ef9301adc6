package org.salus.workspace;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.View;
import org.salus.ledger.WorkspaceId;

/**
 * What a room adds to every workspace.
 *
 * @param kinds of items
 * @param faces of these kinds, as far as people meet them
 * @param places its entries in the rail, in the order of the approach
 * @param followUps what its items make of findings of other rooms
 * @param besides what it tells beside items of other rooms
 * @param dues what of it is due
 */
public record Contribution(
        List<Kind<?>> kinds,
        List<Face<?>> faces,
        List<Place> places,
        List<FollowUps> followUps,
        List<Besides> besides,
        List<Dues> dues) {
    /** Which items take up a finding of another room, so that the way from the finding to what became of it can be gone, too. */
    @FunctionalInterface
    public interface FollowUps {
        /** The items that take up each finding, by its lasting name, of those that a view shows. */
        Map<String, List<ItemId>> of(View view);
    }

    /** What a room has to tell beside items of other rooms. It is made of what one reader sees, so that nobody else is told. */
    @FunctionalInterface
    public interface Besides {
        /**
         * What is told beside an item on a day.
         *
         * @param layers the reader's private layers of the workspace; to find them all workspaces are looked at, so it is asked only by who has something to tell
         */
        List<Beside> of(View view, Supplier<List<View>> layers, ItemId item, LocalDate day);
    }

    /** What of a room is due. It is made of what one reader sees, so that nobody else learns of it. */
    @FunctionalInterface
    public interface Dues {
        /**
         * What is due by what stands there on a day, past, present and to come, in any order.
         *
         * @param view of a workspace, or of a private layer by itself
         */
        List<Due> of(View view, LocalDate day, Wording wording);
    }

    /**
     * Something that is told beside an item.
     *
     * @param workspace where it leads: the workspace, or a private layer of it
     * @param path below that workspace's address
     */
    public record Beside(Sentence says, WorkspaceId workspace, String path) {
        /** Where it leads. */
        public String href() {
            return "/workspaces/" + workspace + "/" + path;
        }
    }

    /** The stretches of the approach under which places stand together, in its order. */
    public enum Stretch {
        /** The sector as it is, how it is governed, who decides, what binds it. */
        SITUATION,
        /** Goals, and what leads there. */
        CHANGE,
        /** Who supports what, and whether it may be given. */
        SUPPORT,
        /** Order, cost and hand-over. */
        PLAN,
        /** Whether the strategy holds, and whether it works. */
        PROOF,
        /** What is written down, agreed and due. */
        AGREEMENT;

        /** What it is called in the rail. */
        public Sentence label() {
            return Sentence.of("workspace.stretch." + name().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * An entry in the rail of a workspace.
     *
     * @param stretch of the approach to which it belongs
     * @param order where it stands among those of the stretch
     * @param asks the question that it answers
     * @param path below the workspace's address: {@code sector}
     */
    public record Place(Stretch stretch, int order, Sentence label, Sentence asks, String path) {}

    public Contribution {
        kinds = List.copyOf(kinds);
        faces = List.copyOf(faces);
        places = List.copyOf(places);
        followUps = List.copyOf(followUps);
        besides = List.copyOf(besides);
        dues = List.copyOf(dues);
    }

    /** A room of which nothing is ever due. */
    public Contribution(
            List<Kind<?>> kinds,
            List<Face<?>> faces,
            List<Place> places,
            List<FollowUps> followUps,
            List<Besides> besides) {
        this(kinds, faces, places, followUps, besides, List.of());
    }

    /** The same, of which this is due. */
    public Contribution owing(Dues what) {
        return new Contribution(kinds, faces, places, followUps, besides, List.of(what));
    }

    /** A room that tells nothing beside items of other rooms. */
    public Contribution(List<Kind<?>> kinds, List<Face<?>> faces, List<Place> places, List<FollowUps> followUps) {
        this(kinds, faces, places, followUps, List.of());
    }

    /** A room that takes up no findings. */
    public Contribution(List<Kind<?>> kinds, List<Face<?>> faces, List<Place> places) {
        this(kinds, faces, places, List.of(), List.of());
    }
}
