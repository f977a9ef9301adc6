package org.salus.sector;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.Severity;
import org.salus.evidence.XmlElements;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Recorded;
import org.salus.framework.Sentence;

/**
 * Reads GraphML: nodes become rows of actors, edges rows of ties. What Salus writes itself says of which day it is; of other programs' graphs a node needs a name (or
 * label) and a class or type, an edge its kind. Labels as yEd draws them are read, too.
 */
final class GraphReader implements XmlElements.Visitor {
    /** Nodes within nodes take two elements each. */
    static final int DEEPEST = 100;

    /** By which id the edges of a file call the node of a row. */
    static final String NODE = "node";

    private static final int MOST_KEYS = 200;
    private static final int LONGEST_TEXT = 100_000;
    private static final Set<String> LABELS = Set.of("NodeLabel", "EdgeLabel");
    private static final Set<String> OF_GRAPH = Set.of("format", "edition", "day", "language");
    private static final Set<String> OF_NODE = Set.of("name", "label", "class", "type");
    private static final Set<String> OF_EDGE = Set.of("tie", "type", "relation", "label", "by_law", "in_practice");

    private final String file;
    private final Consumer<FileRow> rows;
    private final List<FileProblem> problems;
    private final Map<String, Key> keys = new HashMap<>();
    private final Set<String> unread = new HashSet<>();
    private final Deque<Part> open = new ArrayDeque<>();
    private final List<Part> ended = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final Map<String, String> whole = new HashMap<>();
    private long line;
    private boolean sawRoot;
    private @Nullable Key key;
    private @Nullable String data;
    /** How many elements are open from the data, or from what is of another vocabulary, that began last and has not ended. */
    private int within;

    private boolean isLabel;
    private boolean hasElements;

    /** What the data of one key mean. */
    private record Key(String name, String of, Map<String, String> usual) {}

    /** A graph, node or edge that has begun. */
    private record Part(String element, long line, Map<String, String> attributes, Map<String, String> data) {}

    /**
     * A reader of one file.
     *
     * @param file its name
     * @param rows takes what it says
     * @param problems takes what is doubtful
     */
    GraphReader(String file, Consumer<FileRow> rows, List<FileProblem> problems) {
        this.file = file;
        this.rows = rows;
        this.problems = problems;
    }

    @Override
    public void start(long at, String element, boolean isForeign, Map<String, String> attributes) {
        if (!sawRoot && !element.equals("graphml")) {
            throw Failure.wrongUse(Sentence.of("sector.failure.other-xml", file, element))
                    .advising(Sentence.of("sector.failure.not-recognised.advice"));
        }
        sawRoot = true;
        attributes.values().forEach(this::mustBeShort);
        if (within > 0 || isForeign) {
            within++;
            hasElements = true;
            if (data != null && LABELS.contains(element)) {
                isLabel = true;
                text.setLength(0);
            }
            return;
        }
        switch (element) {
            case "key" -> key(attributes);
            case "graph", "node", "edge" -> begin(new Part(element, at, attributes, new HashMap<>()));
            case "data" -> {
                data = attributes.getOrDefault("key", "");
                within = 1;
                hasElements = false;
                text.setLength(0);
            }
            case "default" -> text.setLength(0);
            case "hyperedge" -> tellOnce(at, "hyperedge");
            default -> {
                // What only draws, or describes, says nothing of a sector.
            }
        }
    }

    private void key(Map<String, String> attributes) {
        String id = attributes.getOrDefault("id", "");
        key = new Key(
                SectorTable.column(attributes.getOrDefault("attr.name", id)),
                attributes.getOrDefault("for", "all"),
                new HashMap<>());
        if (keys.size() < MOST_KEYS) {
            keys.putIfAbsent(id, key);
        }
    }

    private void begin(Part part) {
        if (part.element().equals("graph")) {
            if (line == 0) {
                line = part.line();
                if ("undirected".equals(part.attributes().get("edgedefault"))) {
                    problem(Severity.WARNING, line, "", "undirected");
                }
            }
        } else if (part.element().equals("node")
                && open.stream().anyMatch(one -> one.element().equals("node"))) {
            tellOnce(part.line(), "nested-node");
        } else if (part.element().equals("edge")
                && "false".equals(part.attributes().get("directed"))) {
            problem(Severity.WARNING, part.line(), "", "undirected");
        }
        open.push(part);
    }

    @Override
    public void text(String piece) {
        text.append(piece);
        mustBeShort(text);
    }

    private void mustBeShort(CharSequence told) {
        if (told.length() > LONGEST_TEXT) {
            throw Failure.wrongUse(Sentence.of("sector.failure.long-text", file, LONGEST_TEXT));
        }
    }

    @Override
    public void end(String element) {
        if (within > 0) {
            within--;
            if (data != null) {
                endOfData(element, data);
            } else if (within == 0) {
                text.setLength(0);
            }
            return;
        }
        switch (element) {
            case "default" -> {
                if (key != null) {
                    key.usual().put(key.name(), text.toString().strip());
                }
            }
            case "key" -> key = null;
            case "graph" -> {
                Part graph = open.pop();
                if (open.isEmpty()) {
                    graph.data().forEach(whole::putIfAbsent);
                }
            }
            case "node", "edge" -> {
                ended.add(open.pop());
                if (ended.size() > Fullness.MOST_ACTORS + Fullness.MOST_TIES) {
                    throw SectorFile.tooMany();
                }
            }
            default -> {}
        }
        text.setLength(0);
    }

    private void endOfData(String element, String of) {
        if (isLabel && LABELS.contains(element)) {
            isLabel = false;
            say("label", of);
            text.setLength(0);
        } else if (within == 0) {
            if (!hasElements) {
                say(Optional.ofNullable(keys.get(of)).map(Key::name).orElse(SectorTable.column(of)), of);
            }
            data = null;
            text.setLength(0);
        }
    }

    private void say(String name, String of) {
        Part part = open.peek();
        String said = text.toString().strip();
        if (part == null || said.isEmpty()) {
            return;
        }
        Set<String> known = switch (part.element()) {
            case "graph" -> OF_GRAPH;
            case "node" -> OF_NODE;
            default -> OF_EDGE;
        };
        if (known.contains(name)) {
            part.data().putIfAbsent(name, said);
        } else if (unread.size() < MOST_KEYS && unread.add(part.element() + " " + of)) {
            problem(Severity.INFORMATION, part.line(), name, "unknown-data");
        }
    }

    private void tellOnce(long at, String problem) {
        if (unread.add(problem)) {
            problem(Severity.WARNING, at, "", problem);
        }
    }

    private void problem(Severity severity, long at, String column, String problem) {
        problems.add(FileProblem.of(severity, Place.line(at), column, problem));
    }

    /**
     * Gives the rows, once everything has been read.
     *
     * @throws Failure if a newer program wrote the file
     */
    GraphHead finish() {
        boolean isOwn = SectorExport.FORMAT.equals(whole.get("format"));
        String edition = whole.getOrDefault("edition", "");
        if (isOwn && !edition.equals(Integer.toString(SectorExport.EDITION))) {
            throw Failure.wrongUse(Sentence.of("sector.failure.edition", edition, SectorExport.EDITION));
        }
        for (Part part : ended) {
            rows.accept(part.element().equals("node") ? node(part, isOwn) : edge(part));
        }
        return new GraphHead(
                line,
                Optional.ofNullable(whole.get("day"))
                        .flatMap(PartialDate::find)
                        .filter(day -> day.precision() == PartialDate.Precision.DAY)
                        .map(PartialDate::earliest),
                Optional.ofNullable(whole.get("language")).map(Locale::forLanguageTag));
    }

    private FileRow node(Part part, boolean isOwn) {
        Map<String, String> said = said(part);
        Map<String, String> cells = new LinkedHashMap<>();
        String id = part.attributes().getOrDefault("id", "");
        put(cells, NODE, id);
        // Other programs number their nodes: their n0 is another one in each file.
        put(cells, "id", isOwn || ImportDesk.isLasting(id) ? id : "");
        put(cells, "name", first(said, "name", "label"));
        put(cells, "class", first(said, "class"));
        put(cells, "type", first(said, "type"));
        return new FileRow(SectorTable.ACTORS, Place.line(part.line()), cells);
    }

    private FileRow edge(Part part) {
        Map<String, String> said = said(part);
        Map<String, String> cells = new LinkedHashMap<>();
        put(cells, "from", part.attributes().getOrDefault("source", ""));
        put(cells, "to", part.attributes().getOrDefault("target", ""));
        put(cells, "tie", first(said, "tie", "relation", "type", "label"));
        for (String basis : List.of("by_law", "in_practice")) {
            String recorded = first(said, basis);
            // Of one day nobody can say that nothing is recorded on purpose.
            put(cells, basis, recorded.equals(Recorded.NOT_RECORDED.code()) ? "" : recorded);
        }
        return new FileRow(SectorTable.TIES, Place.line(part.line()), cells);
    }

    /** What a part says, and what its keys say where it says nothing. */
    private Map<String, String> said(Part part) {
        Map<String, String> said = new HashMap<>(part.data());
        keys.values().stream()
                .filter(one -> one.of().equals(part.element()) || one.of().equals("all"))
                .forEach(one -> one.usual().forEach(said::putIfAbsent));
        return said;
    }

    private static String first(Map<String, String> said, String... names) {
        for (String name : names) {
            String text = said.getOrDefault(name, "");
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    private static void put(Map<String, String> cells, String column, String text) {
        if (!text.isBlank()) {
            cells.put(column, text.strip());
        }
    }
}
