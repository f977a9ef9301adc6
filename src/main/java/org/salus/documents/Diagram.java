package org.salus.documents;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Boxes in lanes and lines between them. Lanes stand side by side and are read from left to right; a frame may enclose some of them. Who draws it says only
 * what stands in which lane and what leads where; places come from a layered layout (Eclipse ELK) and are the same for the same diagram on every machine.
 *
 * <p>A style says with a pattern and a shape what it says with a colour, so that a print in black and white loses nothing.
 *
 * @param title what the diagram shows
 * @param description the same in a sentence or two, for readers who cannot see it
 * @param lanes from left to right; those without boxes are not drawn
 * @param frame what the lanes within the boundary are together called; empty for no boundary
 * @param nodes in the order in which keyboards walk through them
 * @param edges between nodes
 * @param key what the styles of lines mean
 * @param note a line under the drawing; may be empty
 * @param labelled whether lines carry their labels; a large diagram is easier to read without
 * @param language of the words
 * @param isInOrder whether boxes stand below each other as they are listed here, so that a picture that is edited stays as its readers know it; otherwise
 *     they stand where the fewest lines cross
 */
public record Diagram(
        String title,
        String description,
        List<Lane> lanes,
        Optional<String> frame,
        List<Node> nodes,
        List<Edge> edges,
        List<Key> key,
        String note,
        boolean labelled,
        Locale language,
        boolean isInOrder) {
    public Diagram {
        lanes = List.copyOf(lanes);
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        key = List.copyOf(key);
        Set<String> laneIds = new HashSet<>();
        lanes.forEach(lane -> laneIds.add(lane.id()));
        Set<String> ids = new HashSet<>();
        for (Node node : nodes) {
            if (!ids.add(node.id()) || !laneIds.contains(node.lane())) {
                throw new IllegalArgumentException("A node needs an id of its own and a lane: " + node.id());
            }
        }
        for (Edge edge : edges) {
            if (!ids.contains(edge.from()) || !ids.contains(edge.to())) {
                throw new IllegalArgumentException("A line needs two nodes of the diagram: " + edge.id());
            }
        }
    }

    /** Boxes that stand where the fewest lines cross. */
    public Diagram(
            String title,
            String description,
            List<Lane> lanes,
            Optional<String> frame,
            List<Node> nodes,
            List<Edge> edges,
            List<Key> key,
            String note,
            boolean labelled,
            Locale language) {
        this(title, description, lanes, frame, nodes, edges, key, note, labelled, language, false);
    }

    /**
     * A column of boxes.
     *
     * @param isFramed whether it lies within the boundary; framed lanes stand next to each other
     */
    public record Lane(String id, String title, boolean isFramed) {}

    /**
     * A box.
     *
     * @param id unique in the diagram: letters, digits, hyphens
     * @param lane the id of its lane
     * @param title wrapped to four lines; what does not fit is told on pointing at it
     * @param note a short second line; may be empty
     * @param tint its hue; the bar at its side has this step
     * @param isStrong whether it is drawn as what the diagram is about
     * @param isPale whether it is drawn without a ground and lighter than its tint, as what may not be so any more; its note says why
     * @param link where it leads on a page; empty for none
     * @param data attributes for a page's script, without their {@code data-}
     */
    public record Node(
            String id,
            String lane,
            String title,
            String note,
            Tint tint,
            boolean isStrong,
            boolean isPale,
            Optional<String> link,
            Map<String, String> data) {
        public Node {
            requireId(id);
            data = java.util.Collections.unmodifiableMap(new TreeMap<>(data));
        }

        /** A box that is not pale. */
        public Node(
                String id,
                String lane,
                String title,
                String note,
                Tint tint,
                boolean isStrong,
                Optional<String> link,
                Map<String, String> data) {
            this(id, lane, title, note, tint, isStrong, false, link, data);
        }
    }

    /**
     * A line.
     *
     * @param id unique in the diagram: letters, digits, hyphens
     * @param label what it says, a word or two
     * @param sentence the same with both ends, for readers who cannot see it
     * @param runsUpward whether, between two boxes of one lane, the one it leads to stands before the other
     * @param link where it leads on a page; empty for none
     * @param data attributes for a page's script, without their {@code data-}
     */
    public record Edge(
            String id,
            String from,
            String to,
            String label,
            String sentence,
            Style style,
            boolean runsUpward,
            Optional<String> link,
            Map<String, String> data) {
        public Edge {
            requireId(id);
            data = java.util.Collections.unmodifiableMap(new TreeMap<>(data));
        }
    }

    /**
     * How a line looks.
     *
     * @param isCrossed whether a cross in its middle says that it is not so
     */
    public record Style(Tint tint, Dash dash, Head head, boolean isCrossed) {}

    /** The pattern of a line. */
    public enum Dash {
        SOLID(""),
        DASHED("7 4"),
        DOTTED("1.5 3.5"),
        SPARSE("2 6");

        private final String array;

        Dash(String array) {
            this.array = array;
        }

        String array() {
            return array;
        }
    }

    /** The shape at the end of a line. */
    public enum Head {
        TRIANGLE,
        OPEN,
        DIAMOND,
        CIRCLE,
        BAR
    }

    /** What a style means. */
    public record Key(Style style, String meaning) {}

    private static void requireId(String id) {
        if (!id.matches("[A-Za-z0-9-]+")) {
            throw new IllegalArgumentException("An id is letters, digits and hyphens: " + id);
        }
    }

    /** The same with another line under the drawing. */
    public Diagram noting(String other) {
        return new Diagram(title, description, lanes, frame, nodes, edges, key, other, labelled, language, isInOrder);
    }

    /** The same without a key and a note, where another drawing of the page has them. */
    public Diagram unexplained() {
        return new Diagram(
                title, description, lanes, frame, nodes, edges, List.of(), "", labelled, language, isInOrder);
    }

    /** The same with boxes below each other as they are listed. */
    public Diagram inOrder() {
        return new Diagram(title, description, lanes, frame, nodes, edges, key, note, labelled, language, true);
    }

    /** The drawing for files: nothing in it can be followed or run. */
    public String svg() {
        return new DiagramDrawing(this, Optional.empty()).svg();
    }

    /**
     * The drawing for a page: boxes and lines with links can be reached by keyboard, everything has its id, {@code data-} attributes and classes, and the
     * rules of {@link #css()} turn it dark with the page. On paper it is light.
     */
    public String pageSvg() {
        return pageSvg("");
    }

    /**
     * The drawing for a page on which there are several.
     *
     * @param mark begins each of its ids: letters, digits, hyphens
     */
    public String pageSvg(String mark) {
        return new DiagramDrawing(this, Optional.of(mark)).svg();
    }

    /** Style rules for drawings in pages. */
    public static String css() {
        return DiagramDrawing.css();
    }

    /** The lines as a table, for readers who cannot or would not read a drawing. */
    public Table table() {
        return DiagramTable.of(this);
    }
}
