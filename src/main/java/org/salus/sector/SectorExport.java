package org.salus.sector;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.CsvWriter;
import org.salus.documents.Form;
import org.salus.documents.FormWriter;
import org.salus.documents.Graph;
import org.salus.documents.Version;
import org.salus.framework.ActorClass;
import org.salus.framework.Pillar;
import org.salus.framework.Recorded;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.ledger.Confidence;
import org.salus.workspace.Credibility;
import org.salus.workspace.Reliability;
import org.salus.workspace.SourceType;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a map for other programs and people: a workbook to fill in and read again, CSV, JSON, GraphML. Only what the reader of the map may see is in it, and
 * interviews with what cites them only if asked for.
 */
public final class SectorExport {
    /** The form of the JSON file. */
    static final int EDITION = 1;

    /** What files for programs say that they are. */
    static final String FORMAT = "salus-sector";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final SectorMap map;
    private final boolean withProtected;

    private SectorExport(SectorMap map, boolean withProtected) {
        this.map = map;
        this.withProtected = withProtected;
    }

    /** An export of everything but interviews. */
    public static SectorExport of(SectorMap map) {
        return new SectorExport(map, false);
    }

    /** The same, with interviews: a deliberate act. */
    public SectorExport withInterviews() {
        return new SectorExport(map, true);
    }

    /** The names of the tables, as they are called in JSON and in files' names. */
    public static List<String> tables() {
        return Arrays.stream(SectorTable.values()).map(SectorTable::key).toList();
    }

    private ExportRows coded() {
        return new ExportRows(map, Term::code, Confidence::code, withProtected);
    }

    /**
     * The map as a workbook with instructions and drop-down lists; of an empty map, the template.
     *
     * @param title on its first sheet
     */
    public void workbook(String title, Locale language, Version version, OutputStream out) throws IOException {
        Wording wording = Wording.in(language);
        ExportRows rows = new ExportRows(
                map, term -> wording.say(term.label()), sure -> wording.say(sure.label()), withProtected);
        List<Form.Sheet> sheets = List.of(SectorTable.ACTORS, SectorTable.TIES, SectorTable.SOURCES).stream()
                .map(table -> sheet(table, rows, wording))
                .toList();
        List<String> instructions = List.of(
                wording.say("sector.form.first"),
                wording.say("sector.form.needed"),
                wording.say("sector.form.several"),
                wording.say("sector.form.dates"),
                wording.say("sector.form.absent"),
                wording.say("sector.form.sources"),
                wording.say("sector.form.again"),
                wording.say("sector.form.harm"));
        new FormWriter().write(new Form(title, instructions, sheets, language, version), out);
    }

    private static Form.Sheet sheet(SectorTable table, ExportRows rows, Wording wording) {
        List<String> columns = rows.columns(table);
        return new Form.Sheet(
                wording.say(table.label()),
                columns.stream().map(column -> field(table, column, wording)).toList(),
                rows.of(table).stream()
                        .map(row -> columns.stream()
                                .map(column -> row.getOrDefault(column, ""))
                                .toList())
                        .toList());
    }

    private static Form.Field field(SectorTable table, String column, Wording wording) {
        boolean isName = column.startsWith(SectorTable.NAME_IN);
        String key = isName ? "name-in" : column;
        return new Form.Field(
                SectorTable.heading(column),
                isName
                        ? wording.say(
                                "sector.column.name-in",
                                column.substring(SectorTable.NAME_IN.length()).replace('_', '-'))
                        : wording.say("sector.column." + table.key() + "." + key),
                width(column),
                isNeeded(table, column),
                choices(table, column, wording));
    }

    private static boolean isNeeded(SectorTable table, String column) {
        return switch (table) {
            case SOURCES -> column.equals("title");
            case ACTORS -> column.equals("name") || column.equals("class");
            case TIES -> column.equals("from") || column.equals("tie") || column.equals("to");
        };
    }

    private static int width(String column) {
        return switch (column) {
            case "name", "title", "note", "from", "to", "link", "instrument" -> 36;
            case "class", "type", "tie", "author", "by_law", "in_practice" -> 24;
            default -> 14;
        };
    }

    private static List<String> choices(SectorTable table, String column, Wording wording) {
        List<? extends Term> terms = switch (column) {
            case "class" -> ActorClass.all();
            case "type" -> table == SectorTable.SOURCES ? List.of(SourceType.values()) : List.of(ActorType.values());
            case "second_pillar" -> List.of(Pillar.values());
            case "tie" -> List.of(TieType.values());
            case "by_law", "in_practice" -> List.of(Recorded.values());
            case "reliability" -> List.of(Reliability.values());
            case "credibility" -> List.of(Credibility.values());
            default -> List.of();
        };
        if (column.equals("confidence")) {
            return Arrays.stream(Confidence.values())
                    .map(sure -> wording.say(sure.label()))
                    .toList();
        }
        return terms.stream().map(term -> wording.say(term.label())).toList();
    }

    /**
     * One table as CSV with codes.
     *
     * @param table one of {@link #tables()}
     */
    public void csv(String table, OutputStream out) throws IOException {
        SectorTable wanted = SectorTable.valueOf(table.toUpperCase(Locale.ROOT));
        ExportRows rows = coded();
        List<String> columns = rows.columns(wanted);
        new CsvWriter()
                .write(
                        new org.salus.documents.Table(
                                table,
                                columns.stream()
                                        .map(column -> Column.text(column, SectorTable.heading(column)))
                                        .toList(),
                                rows.of(wanted).stream()
                                        .map(row -> columns.stream()
                                                .map(column -> Cell.text(row.getOrDefault(column, "")))
                                                .toList())
                                        .toList()),
                        false,
                        out);
    }

    /** The whole map as JSON with codes. */
    public byte[] json() {
        ExportRows rows = coded();
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("format", FORMAT);
        whole.put("edition", EDITION);
        for (SectorTable table : SectorTable.values()) {
            whole.put(table.key(), rows.of(table));
        }
        return JSON.writeValueAsBytes(whole);
    }

    /**
     * A day of a map as GraphML. Nodes and edges have the ids of other files and stand in the order of these, so that a map that was brought in from such a
     * file goes out as the same file.
     */
    public static String graphml(SectorDay day) {
        ExportRows rows = of(day.map()).coded();
        List<Graph.Node> nodes = day.actors().stream()
                .map(actor -> {
                    Map<String, String> attributes = new LinkedHashMap<>();
                    attributes.put("name", actor.name());
                    attributes.put("class", actor.phase().actorClass().code());
                    actor.phase().type().ifPresent(type -> attributes.put("type", type.code()));
                    return new Graph.Node(rows.id(actor.id()), attributes);
                })
                .sorted(Comparator.comparing(Graph.Node::id))
                .toList();
        List<Graph.Edge> edges = day.ties().stream()
                .map(tie -> edge(tie, rows.id(tie.from()), rows.id(tie.to())))
                .sorted(Comparator.comparing(Graph.Edge::from)
                        .thenComparing(Graph.Edge::to)
                        .thenComparing(Graph.Edge::id))
                .toList();
        return new Graph(
                        "sector",
                        Map.of(
                                "format", FORMAT,
                                "edition", Integer.toString(EDITION),
                                "day", day.day().toString(),
                                "language", day.language().toLanguageTag()),
                        nodes,
                        edges)
                .graphml();
    }

    private static Graph.Edge edge(PresentTie tie, String from, String to) {
        return new Graph.Edge(
                from + ":" + tie.type().code() + ":" + to,
                from,
                to,
                Map.of(
                        "tie", tie.type().code(),
                        "by_law", tie.side(Basis.LAW).recorded().code(),
                        "in_practice", tie.side(Basis.PRACTICE).recorded().code()));
    }
}
