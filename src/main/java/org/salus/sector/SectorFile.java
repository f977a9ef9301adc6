package org.salus.sector;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.Severity;
import org.salus.evidence.TableRows;
import org.salus.evidence.UnreadableFile;
import org.salus.evidence.XmlElements;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of a file with a sector map: a workbook, a CSV file of one of its tables, JSON, or a graph. What it is is told by what is in it.
 *
 * @param problems what was doubtful while reading
 * @param graph what a graph says of itself; empty for other files
 */
record SectorFile(List<FileRow> rows, List<FileProblem> problems, Optional<GraphHead> graph) {
    /** No more than one workspace takes: more in one file would only keep others waiting. */
    private static final int MOST_ACTORS = Fullness.MOST_ACTORS;

    private static final int MOST_OTHERS = Fullness.MOST_TIES;

    private static final int MOST_BYTES_AT_ONCE = 32 << 20;
    private static final int MOST_COLUMNS = 200;
    private static final int HEADER_WITHIN = 10;

    /** Characters at which a spreadsheet would begin to calculate; files written here have an apostrophe before them. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(10)
                            .maxStringLength(1_000_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    SectorFile {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /**
     * Reads a file.
     *
     * @throws Failure if it is no such file, or is broken
     */
    static SectorFile read(InputStream bytes, String name) {
        BufferedInputStream stream = new BufferedInputStream(bytes, 1 << 16);
        Reading reading = new Reading();
        try {
            stream.mark(1 << 15);
            byte[] head = stream.readNBytes(1 << 12);
            stream.reset();
            if (firstSign(head) == '<') {
                reading.graph(stream, name);
            } else if (firstSign(head) == '{') {
                reading.json(stream);
            } else {
                TableRows.workbookOrText(stream, reading);
            }
        } catch (UnreadableFile unreadable) {
            throw new Failure(Failure.Kind.WRONG_USE, unreadable.sentence(), null, unreadable);
        } catch (JacksonException broken) {
            throw new Failure(
                    Failure.Kind.WRONG_USE,
                    Sentence.of(
                            "sector.failure.json",
                            name,
                            broken.getLocation() == null
                                    ? 0
                                    : broken.getLocation().getLineNr()),
                    null,
                    broken);
        } catch (IOException failed) {
            throw Failure.notPossible(Sentence.of("sector.failure.read", name), failed);
        }
        if (!reading.isRecognised) {
            throw new Failure(
                    Failure.Kind.WRONG_USE,
                    Sentence.of("sector.failure.not-recognised", name),
                    Sentence.of("sector.failure.not-recognised.advice"),
                    null);
        }
        return new SectorFile(reading.rows, reading.problems, Optional.ofNullable(reading.head));
    }

    /** Why a file is not read that holds more than a workspace takes. */
    static Failure tooMany() {
        return Failure.wrongUse(Sentence.of("sector.failure.too-many", MOST_ACTORS, MOST_OTHERS))
                .advising(Sentence.of("sector.failure.too-many.advice"));
    }

    private static char firstSign(byte[] head) {
        for (byte b : head) {
            // A byte-order mark and blanks may stand before it.
            if (b > ' ') {
                return (char) b;
            }
        }
        return ' ';
    }

    /** Collects rows from whatever kind of file. */
    private static final class Reading implements TableRows.Visitor {
        private final List<FileRow> rows = new ArrayList<>();
        private final List<FileProblem> problems = new ArrayList<>();
        private final Map<SectorTable, Integer> counts = new EnumMap<>(SectorTable.class);
        private final Set<String> formulas = new HashSet<>();
        private String sheet = "";
        private @Nullable SectorTable table;
        private List<String> columns = List.of();
        private int before;
        private @Nullable GraphHead head;
        private boolean isText = true;
        private boolean isRecognised;

        @Override
        public boolean sheet(String name) {
            isText = false;
            sheet = name;
            table = null;
            before = 0;
            return true;
        }

        @Override
        public void otherEncoding() {
            problems.add(FileProblem.of(Severity.WARNING, new Place(sheet, 0), "", "encoding"));
        }

        @Override
        public void formula(long line, String address) {
            if (table != null && formulas.add(sheet)) {
                problems.add(FileProblem.of(Severity.WARNING, new Place(sheet, line), "", "formula", address));
            }
        }

        @Override
        public boolean row(long line, List<String> cells) throws UnreadableFile {
            if (table == null) {
                SectorTable.of(cells).ifPresent(found -> begin(found, line, cells));
                before++;
                return table != null || before < HEADER_WITHIN;
            }
            Map<String, String> filled = new HashMap<>();
            for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
                String text = isText ? unquoted(cells.get(i)) : cells.get(i);
                if (!text.isBlank() && table.has(columns.get(i))) {
                    filled.putIfAbsent(columns.get(i), text.strip());
                }
            }
            return filled.isEmpty() || add(new FileRow(table, new Place(sheet, line), filled));
        }

        private void begin(SectorTable found, long line, List<String> headings) {
            table = found;
            isRecognised = true;
            columns = headings.stream()
                    .limit(MOST_COLUMNS)
                    .map(SectorTable::column)
                    .toList();
            for (String column : columns) {
                if (!column.isEmpty() && !found.has(column)) {
                    problems.add(
                            FileProblem.of(Severity.INFORMATION, new Place(sheet, line), column, "unknown-column"));
                }
            }
        }

        private boolean add(FileRow row) {
            int read = counts.merge(row.table(), 1, Integer::sum);
            if (read > (row.table() == SectorTable.ACTORS ? MOST_ACTORS : MOST_OTHERS)) {
                throw tooMany();
            }
            rows.add(row);
            return true;
        }

        /** What was written with an apostrophe, so that no spreadsheet calculates it, without. */
        private static String unquoted(String text) {
            return text.length() > 1 && text.charAt(0) == '\'' && FORMULA.indexOf(text.charAt(1)) >= 0
                    ? text.substring(1)
                    : text;
        }

        void graph(InputStream bytes, String name) throws IOException {
            GraphReader reader = new GraphReader(name, this::add, problems);
            try {
                XmlElements.read(new ByteArrayInputStream(whole(bytes)), GraphReader.DEEPEST, reader);
            } catch (UnreadableFile unreadable) {
                throw new Failure(
                        Failure.Kind.WRONG_USE,
                        unreadable.sentence(),
                        unreadable.line() > 0 ? Sentence.of("sector.failure.line", unreadable.line()) : null,
                        unreadable);
            }
            head = reader.finish();
            isRecognised = true;
        }

        private static byte[] whole(InputStream bytes) throws IOException {
            byte[] all = bytes.readNBytes(MOST_BYTES_AT_ONCE + 1);
            if (all.length > MOST_BYTES_AT_ONCE) {
                throw Failure.wrongUse(Sentence.of("sector.failure.too-large", MOST_BYTES_AT_ONCE >> 20));
            }
            return all;
        }

        void json(InputStream bytes) throws IOException {
            JsonNode whole = JSON.readTree(whole(bytes));
            JsonNode edition = whole.path("edition");
            if (!edition.isMissingNode() && !(edition.isInt() && edition.intValue() == SectorExport.EDITION)) {
                throw Failure.wrongUse(Sentence.of("sector.failure.edition", edition.toString(), SectorExport.EDITION));
            }
            for (SectorTable list : SectorTable.values()) {
                JsonNode items = whole.path(list.key());
                isRecognised |= items.isArray();
                long line = 0;
                for (JsonNode item : items) {
                    line++;
                    json(list, item, line);
                }
            }
        }

        private void json(SectorTable list, JsonNode item, long line) {
            Place place = new Place(list.key(), line);
            Map<String, String> filled = new HashMap<>();
            item.properties().forEach(property -> {
                String column = SectorTable.column(property.getKey());
                JsonNode value = property.getValue();
                if (!list.has(column)) {
                    problems.add(FileProblem.of(Severity.INFORMATION, place, column, "unknown-column"));
                } else if (value.isValueNode() && !value.isNull()) {
                    String text = value.asString().strip();
                    if (!text.isEmpty()) {
                        filled.put(column, text);
                    }
                } else if (!value.isNull()) {
                    problems.add(FileProblem.of(Severity.WARNING, place, column, "not-a-text"));
                }
            });
            if (!filled.isEmpty()) {
                add(new FileRow(list, place, filled));
            }
        }
    }
}
