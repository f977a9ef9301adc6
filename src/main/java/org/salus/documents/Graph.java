package org.salus.documents;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A graph for other programs: nodes and directed edges, each with attributes that are texts.
 *
 * @param name what it is called
 * @param attributes of the whole
 */
public record Graph(String name, Map<String, String> attributes, List<Node> nodes, List<Edge> edges) {
    public Graph {
        attributes = java.util.Collections.unmodifiableMap(new TreeMap<>(attributes));
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /** A node. */
    public record Node(String id, Map<String, String> attributes) {
        public Node {
            attributes = java.util.Collections.unmodifiableMap(new TreeMap<>(attributes));
        }
    }

    /** An edge from one node to another. */
    public record Edge(String id, String from, String to, Map<String, String> attributes) {
        public Edge {
            attributes = java.util.Collections.unmodifiableMap(new TreeMap<>(attributes));
        }
    }

    /** The graph as GraphML, which programs for networks read. */
    public String graphml() {
        StringBuilder out = new StringBuilder(10_000);
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
        keys("graph", List.of(attributes), out);
        keys("node", nodes.stream().map(Node::attributes).toList(), out);
        keys("edge", edges.stream().map(Edge::attributes).toList(), out);
        out.append("<graph id=\"").append(HtmlWriter.escape(name)).append("\" edgedefault=\"directed\">\n");
        if (!attributes.isEmpty()) {
            data("graph", attributes, out);
            out.append('\n');
        }
        for (Node node : nodes) {
            out.append("<node id=\"").append(HtmlWriter.escape(node.id())).append("\">");
            data("node", node.attributes(), out);
            out.append("</node>\n");
        }
        for (Edge edge : edges) {
            out.append("<edge id=\"")
                    .append(HtmlWriter.escape(edge.id()))
                    .append("\" source=\"")
                    .append(HtmlWriter.escape(edge.from()))
                    .append("\" target=\"")
                    .append(HtmlWriter.escape(edge.to()))
                    .append("\">");
            data("edge", edge.attributes(), out);
            out.append("</edge>\n");
        }
        return out.append("</graph>\n</graphml>\n").toString();
    }

    private static void keys(String of, List<Map<String, String>> attributes, StringBuilder out) {
        attributes.stream()
                .flatMap(one -> one.keySet().stream())
                .distinct()
                .sorted()
                .forEach(key -> out.append("<key id=\"")
                        .append(of)
                        .append('-')
                        .append(HtmlWriter.escape(key))
                        .append("\" for=\"")
                        .append(of)
                        .append("\" attr.name=\"")
                        .append(HtmlWriter.escape(key))
                        .append("\" attr.type=\"string\"/>\n"));
    }

    private static void data(String of, Map<String, String> attributes, StringBuilder out) {
        attributes.forEach((key, value) -> out.append("<data key=\"")
                .append(of)
                .append('-')
                .append(HtmlWriter.escape(key))
                .append("\">")
                .append(HtmlWriter.escape(value))
                .append("</data>"));
    }
}
