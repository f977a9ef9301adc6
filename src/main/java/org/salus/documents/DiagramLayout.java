package org.salus.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.CycleBreakingStrategy;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.jspecify.annotations.Nullable;

/** Finds places for the boxes and lines of a diagram: layers from left to right, each lane's layers together. */
final class DiagramLayout {
    static final double NODE_WIDTH = 184;
    static final double LABEL = 10.5;

    /** Free line between a label and what stands beside it. */
    private static final double LABEL_MARGIN = 14;

    /** So far apart that the engine takes no two given layers for one. */
    private static final double BETWEEN_GIVEN_LAYERS = 100_000;

    private static final double BETWEEN_LABELLED_LINES = 16;
    private static final double AROUND_LINES = 8;
    private static final double BETWEEN_NODES = 14;
    private static final double BETWEEN_LAYERS = 44;
    private static final double BETWEEN_LINES = 9;

    static {
        // Tells ELK the types of its own options.
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    /** A point in CSS pixels. */
    record Spot(double x, double y) {}

    /** Where a box lies. */
    record Box(double x, double y, double width, double height) {}

    /**
     * Where a line runs.
     *
     * @param bends from the end it begins at
     * @param label where its label stands, just before the end it leads to; empty without one
     */
    record Way(List<Spot> bends, Optional<Box> label) {}

    /** Everything in its place. */
    record Plan(Map<String, Box> nodes, Map<String, Way> edges, double width, double height) {}

    private DiagramLayout() {}

    /**
     * Lays a diagram out.
     *
     * @param heights of the boxes' texts; a box with many lines is higher, so that each line has room for its label
     */
    static Plan of(Diagram diagram, Map<String, Double> heights) {
        ElkNode root = ElkGraphUtil.createGraph();
        options(root);
        if (diagram.isInOrder()) {
            root.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.PREFER_NODES);
            root.setProperty(LayeredOptions.CROSSING_MINIMIZATION_FORCE_NODE_MODEL_ORDER, true);
            // The order is given; there is nothing to try several times.
            root.setProperty(LayeredOptions.THOROUGHNESS, 1);
        }
        Map<String, Integer> lanes = new HashMap<>();
        diagram.lanes().forEach(lane -> lanes.put(lane.id(), lanes.size()));
        Map<String, Integer> laneOf = new LinkedHashMap<>();
        diagram.nodes().forEach(node -> laneOf.put(node.id(), lanes.getOrDefault(node.lane(), 0)));
        Map<String, Sides> sides = sides(diagram, laneOf);
        Map<String, Integer> layers = DiagramLayers.of(
                laneOf,
                lanes.size(),
                diagram.edges().stream().map(edge -> arrow(edge, laneOf)).toList());
        Map<String, ElkNode> nodes = new LinkedHashMap<>();
        for (Diagram.Node node : diagram.nodes()) {
            Sides beside = sides.getOrDefault(node.id(), Sides.NONE);
            ElkNode placed = ElkGraphUtil.createNode(root);
            placed.setIdentifier(node.id());
            // What is laid out is the box with the stretches of line that carry labels.
            placed.setDimensions(
                    beside.before() + NODE_WIDTH + beside.after(),
                    Math.max(heights.getOrDefault(node.id(), 0.0), beside.height(diagram.labelled())));
            placed.setLocation(layers.getOrDefault(node.id(), 0) * BETWEEN_GIVEN_LAYERS, 0);
            nodes.put(node.id(), placed);
        }
        Map<String, ElkEdge> edges = new LinkedHashMap<>();
        for (Diagram.Edge edge : diagram.edges()) {
            DiagramLayers.Arrow arrow = arrow(edge, laneOf);
            ElkEdge placed = ElkGraphUtil.createSimpleEdge(nodes.get(arrow.from()), nodes.get(arrow.to()));
            placed.setIdentifier(edge.id());
            edges.put(edge.id(), placed);
        }
        new LayeredLayoutProvider().layout(root, new NullElkProgressMonitor());
        return read(diagram, root, nodes, edges, sides, laneOf);
    }

    /** What stands beside a box: how much room labels need at its left and right, and how many lines meet it there. */
    private record Sides(double before, double after, int linesBefore, int linesAfter) {
        static final Sides NONE = new Sides(0, 0, 0, 0);

        Sides withBefore(double room) {
            return new Sides(Math.max(before, room), after, linesBefore + 1, linesAfter);
        }

        Sides withAfter(double room) {
            return new Sides(before, Math.max(after, room), linesBefore, linesAfter + 1);
        }

        double height(boolean labelled) {
            double each = labelled ? BETWEEN_LABELLED_LINES : BETWEEN_LINES;
            return Math.max(linesBefore, linesAfter) * each + AROUND_LINES;
        }
    }

    private static Map<String, Sides> sides(Diagram diagram, Map<String, Integer> laneOf) {
        Map<String, Sides> sides = new HashMap<>();
        for (Diagram.Edge edge : diagram.edges()) {
            double room = diagram.labelled() && !edge.label().isEmpty() ? labelWidth(edge) + LABEL_MARGIN : 0;
            boolean turn = isTurned(edge, laneOf);
            Sides from = sides.getOrDefault(edge.from(), Sides.NONE);
            sides.put(edge.from(), turn ? from.withBefore(0) : from.withAfter(0));
            Sides to = sides.getOrDefault(edge.to(), Sides.NONE);
            sides.put(edge.to(), turn ? to.withAfter(room) : to.withBefore(room));
        }
        return sides;
    }

    private static double labelWidth(Diagram.Edge edge) {
        return Lettering.width(edge.label(), LABEL, false) + 6;
    }

    /** A line against the order of the lanes is laid out the other way round, so that it makes no detour. */
    private static boolean isTurned(Diagram.Edge edge, Map<String, Integer> laneOf) {
        int from = laneOf.getOrDefault(edge.from(), 0);
        int to = laneOf.getOrDefault(edge.to(), 0);
        return from == to ? edge.runsUpward() : from > to;
    }

    private static DiagramLayers.Arrow arrow(Diagram.Edge edge, Map<String, Integer> laneOf) {
        return isTurned(edge, laneOf)
                ? new DiagramLayers.Arrow(edge.to(), edge.from())
                : new DiagramLayers.Arrow(edge.from(), edge.to());
    }

    private static void options(ElkNode root) {
        root.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        root.setProperty(LayeredOptions.CYCLE_BREAKING_STRATEGY, CycleBreakingStrategy.INTERACTIVE);
        root.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.INTERACTIVE);
        root.setProperty(LayeredOptions.SEPARATE_CONNECTED_COMPONENTS, false);
        root.setProperty(LayeredOptions.RANDOM_SEED, 1);
        root.setProperty(LayeredOptions.PADDING, new ElkPadding(0));
        root.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.BRANDES_KOEPF);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_NODES);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, BETWEEN_LINES);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, BETWEEN_LINES);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, BETWEEN_LINES);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 14.0);
    }

    private static Plan read(
            Diagram diagram,
            ElkNode root,
            Map<String, ElkNode> nodes,
            Map<String, ElkEdge> edges,
            Map<String, Sides> sides,
            Map<String, Integer> laneOf) {
        Map<String, Box> boxes = new HashMap<>();
        nodes.forEach((id, node) -> boxes.put(
                id,
                new Box(
                        node.getX() + sides.getOrDefault(id, Sides.NONE).before(),
                        node.getY(),
                        NODE_WIDTH,
                        node.getHeight())));
        Map<String, Way> ways = new HashMap<>();
        for (Diagram.Edge edge : diagram.edges()) {
            ElkEdge placed = edges.get(edge.id());
            if (placed == null || placed.getSections().isEmpty()) {
                continue;
            }
            ElkEdgeSection section = placed.getSections().getFirst();
            List<Spot> bends = new ArrayList<>();
            bends.add(new Spot(section.getStartX(), section.getStartY()));
            for (ElkBendPoint bend : section.getBendPoints()) {
                bends.add(new Spot(bend.getX(), bend.getY()));
            }
            bends.add(new Spot(section.getEndX(), section.getEndY()));
            List<Spot> way = isTurned(edge, laneOf) ? bends.reversed() : bends;
            ways.put(edge.id(), reaching(edge, way, boxes, diagram.labelled()));
        }
        return new Plan(boxes, ways, root.getWidth(), root.getHeight());
    }

    /** The line drawn on through the stretches beside its boxes, with its label on the last one. */
    private static Way reaching(Diagram.Edge edge, List<Spot> bends, Map<String, Box> boxes, boolean labelled) {
        List<Spot> way = new ArrayList<>(bends);
        Spot begin = onBorder(bends.getFirst(), boxes.get(edge.from()));
        Spot end = onBorder(bends.getLast(), boxes.get(edge.to()));
        way.set(0, begin);
        way.set(way.size() - 1, end);
        if (!labelled || edge.label().isEmpty() || edge.from().equals(edge.to())) {
            return new Way(way, Optional.empty());
        }
        double width = labelWidth(edge);
        double x = end.x() <= bends.getLast().x() ? end.x() + LABEL_MARGIN : end.x() - LABEL_MARGIN - width;
        return new Way(way, Optional.of(new Box(x, end.y() - LABEL / 2 - 2.5, width, LABEL + 5)));
    }

    private static Spot onBorder(Spot spot, @Nullable Box box) {
        if (box == null) {
            return spot;
        }
        return new Spot(spot.x() < box.x() + box.width() / 2 ? box.x() : box.x() + box.width(), spot.y());
    }
}
