package org.salus.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.salus.framework.Wording;

/** The lines of a diagram as a table; a box without lines has a row of its own, so that nothing of the drawing is missing. */
final class DiagramTable {
    private DiagramTable() {}

    static Table of(Diagram diagram) {
        Wording wording = Wording.in(diagram.language());
        Map<String, Diagram.Node> nodes = new HashMap<>();
        diagram.nodes().forEach(node -> nodes.put(node.id(), node));
        Map<String, String> lanes = new HashMap<>();
        diagram.lanes().forEach(lane -> lanes.put(lane.id(), lane.title()));
        List<List<Cell>> rows = new ArrayList<>();
        for (Diagram.Edge edge : diagram.edges()) {
            rows.add(List.of(
                    Cell.text(title(nodes, edge.from())),
                    Cell.text(lane(nodes, lanes, edge.from())),
                    Cell.text(edge.label()),
                    Cell.text(title(nodes, edge.to())),
                    Cell.text(lane(nodes, lanes, edge.to())),
                    Cell.text(edge.sentence())));
        }
        for (Diagram.Node node : diagram.nodes()) {
            if (diagram.edges().stream()
                    .noneMatch(
                            edge -> edge.from().equals(node.id()) || edge.to().equals(node.id()))) {
                rows.add(List.of(
                        Cell.text(node.title()),
                        Cell.text(lane(nodes, lanes, node.id())),
                        Cell.blank(wording.say("documents.diagram.alone")),
                        Cell.blank(""),
                        Cell.blank(""),
                        Cell.blank("")));
            }
        }
        return new Table(
                diagram.title(),
                List.of(
                        Column.text("from", wording.say("documents.diagram.from")),
                        Column.text("from_lane", wording.say("documents.diagram.lane")),
                        Column.text("line", wording.say("documents.diagram.line")),
                        Column.text("to", wording.say("documents.diagram.to")),
                        Column.text("to_lane", wording.say("documents.diagram.lane")),
                        Column.text("sentence", wording.say("documents.diagram.sentence"))),
                rows);
    }

    private static String title(Map<String, Diagram.Node> nodes, String id) {
        Diagram.Node node = nodes.get(id);
        return node == null ? "" : node.title();
    }

    private static String lane(Map<String, Diagram.Node> nodes, Map<String, String> lanes, String id) {
        Diagram.Node node = nodes.get(id);
        return node == null ? "" : lanes.getOrDefault(node.lane(), "");
    }
}
