package org.salus.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.salus.framework.Sentence;

/**
 * The cells of a workbook's sheet that are merged over several rows. The file keeps what they say in the first row only; here it is said in each. What is merged
 * over several columns stays in its first one: a title across a table is no content of its columns.
 */
final class MergedCells {
    private static final String BOOK = "xl/workbook.xml";
    private static final String TIES = "xl/_rels/workbook.xml.rels";
    private static final String TIE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final Pattern RANGE = Pattern.compile("([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})");
    private static final int MOST = 20_000;
    /** More than a table that somebody reads has side by side; a hostile one has as many as there are columns, in every row. */
    private static final int MOST_AT_ONCE = 200;

    private static final int LETTERS = 26;

    /** None. */
    static final MergedCells NONE = new MergedCells(List.of());

    private final List<Down> waiting;
    private final List<Down> open = new ArrayList<>();
    private final Map<Down, String> said = new HashMap<>();
    private int next;

    private MergedCells(List<Down> regions) {
        this.waiting =
                regions.stream().sorted(Comparator.comparingLong(Down::from)).toList();
    }

    /**
     * A region of several rows.
     *
     * @param from its first row, from 1
     * @param column its first column, from 0
     * @param last its last column
     */
    private record Down(long from, long to, int column, int last) {}

    /** Those of each sheet, by its name. */
    static Map<String, MergedCells> of(byte[] packed) throws IOException {
        Map<String, MergedCells> found = new HashMap<>();
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(packed))
                .get()) {
            Map<String, String> targets = new HashMap<>();
            for (Map<String, String> tie : elements(zip, TIES, "Relationship")) {
                targets.put(tie.getOrDefault("Id", ""), tie.getOrDefault("Target", ""));
            }
            for (Map<String, String> sheet : elements(zip, BOOK, "sheet")) {
                String target = targets.getOrDefault(sheet.getOrDefault("id", ""), "");
                String entry = target.startsWith("/") ? target.substring(1) : "xl/" + target;
                List<Down> regions = new ArrayList<>();
                for (Map<String, String> merged : elements(zip, entry, "mergeCell")) {
                    Matcher range = RANGE.matcher(merged.getOrDefault("ref", ""));
                    if (range.matches() && !range.group(2).equals(range.group(4))) {
                        regions.add(new Down(
                                Long.parseLong(range.group(2)),
                                Long.parseLong(range.group(4)),
                                column(range.group(1)),
                                column(range.group(3))));
                    }
                }
                found.put(sheet.getOrDefault("name", ""), new MergedCells(regions));
            }
        } catch (XMLStreamException | IllegalArgumentException broken) {
            throw new UnreadableFile(Sentence.of("evidence.file.broken-workbook"), 0);
        }
        return found;
    }

    /** The attributes of every element of that name, by their names without prefixes. */
    private static List<Map<String, String>> elements(ZipFile zip, String entry, String name)
            throws IOException, XMLStreamException {
        List<Map<String, String>> found = new ArrayList<>();
        ZipArchiveEntry there = zip.getEntry(entry);
        if (there == null) {
            return found;
        }
        try (InputStream bytes = zip.getInputStream(there)) {
            XMLStreamReader xml = IatiReader.open(bytes);
            while (xml.hasNext() && found.size() < MOST) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(name)) {
                    Map<String, String> attributes = new HashMap<>();
                    for (int i = 0; i < xml.getAttributeCount(); i++) {
                        String of = xml.getAttributeNamespace(i);
                        if (of == null || of.isEmpty() || of.equals(TIE)) {
                            attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
                        }
                    }
                    found.add(attributes);
                }
            }
        }
        return found;
    }

    private static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * LETTERS + letters.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }

    /** Whether cells of the row that was asked for last are merged with cells of other rows. */
    boolean isWithin() {
        return !open.isEmpty();
    }

    /** The same of its cell in one column, from 0. */
    boolean isWithin(int column) {
        return open.stream().anyMatch(region -> region.column() <= column && column <= region.last());
    }

    /** A row with what merged cells above it say. Rows come in their order. */
    List<String> filled(long row, List<String> cells) {
        open.removeIf(region -> region.to() < row);
        for (; next < waiting.size() && waiting.get(next).from() <= row; next++) {
            if (waiting.get(next).to() >= row && open.size() < MOST_AT_ONCE) {
                open.add(waiting.get(next));
            }
        }
        if (open.isEmpty()) {
            return cells;
        }
        List<String> filled = new ArrayList<>(cells);
        for (Down region : open) {
            if (region.from() == row) {
                said.put(region, region.column() < cells.size() ? cells.get(region.column()) : "");
                continue;
            }
            String above = said.getOrDefault(region, "");
            if (!above.isBlank()) {
                while (filled.size() <= region.column()) {
                    filled.add("");
                }
                if (filled.get(region.column()).isBlank()) {
                    filled.set(region.column(), above);
                }
            }
        }
        return filled;
    }
}
