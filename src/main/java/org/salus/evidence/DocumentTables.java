package org.salus.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.salus.framework.Sentence;

/**
 * Reads the tables of a Word document. A cell that is merged over several rows says the same in each of them; one that is merged over several columns stays in
 * its first one, as in a workbook: a line across a table is no content of its columns. Of a table in a cell, the text counts.
 */
final class DocumentTables {
    private static final String BODY = "word/document.xml";
    private static final long MOST_BYTES = 64L << 20;
    private static final int MOST_SPANNED = 60;

    private final TableRows.Visitor visitor;
    private final Map<Integer, String> merged = new HashMap<>();
    private int tables;
    private int depth;
    private boolean isWanted;
    private long line;
    private List<String> cells = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int span = 1;
    private boolean isContinued;
    private boolean isMerged;
    private boolean hasMerged;

    private DocumentTables(TableRows.Visitor visitor) {
        this.visitor = visitor;
    }

    /** Whether an archive holds a Word document. */
    static boolean isDocument(byte[] packed) {
        try (ZipFile zip = open(packed)) {
            return zip.getEntry(BODY) != null;
        } catch (IOException | IllegalArgumentException broken) {
            return false;
        }
    }

    private static ZipFile open(byte[] packed) throws IOException {
        return ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(packed))
                .get();
    }

    static void read(byte[] packed, TableRows.Visitor visitor) throws IOException {
        byte[] body;
        try (ZipFile zip = open(packed)) {
            ZipArchiveEntry entry = zip.getEntry(BODY);
            try (InputStream bytes = zip.getInputStream(entry)) {
                body = bytes.readNBytes((int) MOST_BYTES + 1);
            }
        } catch (IllegalArgumentException broken) {
            throw new UnreadableFile(Sentence.of("evidence.file.broken-package"), 0);
        }
        if (body.length > MOST_BYTES) {
            throw new UnreadableFile(Sentence.of("evidence.file.workbook-too-large", MOST_BYTES >> 20), 0);
        }
        try {
            new DocumentTables(visitor).walk(IatiReader.open(new ByteArrayInputStream(body)));
        } catch (XMLStreamException broken) {
            throw new UnreadableFile(Sentence.of("evidence.file.broken-document"), 0);
        }
    }

    private void walk(XMLStreamReader xml) throws XMLStreamException, IOException {
        boolean isText = false;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    isText = xml.getLocalName().equals("t");
                    begin(xml);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    isText = false;
                    end(xml.getLocalName());
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (isText && depth > 0) {
                        text.append(xml.getText());
                    }
                }
                default -> {
                    // Comments and the like say nothing.
                }
            }
        }
    }

    private void begin(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "tbl" -> {
                depth++;
                if (depth == 1) {
                    tables++;
                    line = 0;
                    merged.clear();
                    isWanted = visitor.sheet(Integer.toString(tables));
                }
            }
            case "tr" -> {
                if (depth == 1) {
                    cells = new ArrayList<>();
                    hasMerged = false;
                }
            }
            case "tc" -> {
                if (depth == 1) {
                    text.setLength(0);
                    span = 1;
                    isMerged = false;
                    isContinued = false;
                }
            }
            case "gridSpan" -> span = depth == 1 ? number(value(xml)) : span;
            case "vMerge" -> {
                if (depth == 1) {
                    isMerged = true;
                    isContinued = !value(xml).equals("restart");
                }
            }
            case "tab" -> text.append(' ');
            case "br", "cr" -> text.append('\n');
            default -> {
                // How it looks.
            }
        }
    }

    private static String value(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals("val")) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private static int number(String text) {
        return text.matches("\\d{1,2}") ? Math.clamp(Integer.parseInt(text), 1, MOST_SPANNED) : 1;
    }

    private void end(String name) throws IOException {
        switch (name) {
            case "tbl" -> depth--;
            case "p" -> text.append('\n');
            case "tc" -> {
                if (depth == 1) {
                    cell();
                }
            }
            case "tr" -> {
                if (depth == 1) {
                    line++;
                    if (isWanted && hasMerged) {
                        visitor.merged(line);
                    }
                    isWanted = isWanted && visitor.row(line, cells);
                }
            }
            default -> {
                // How it looks.
            }
        }
    }

    private void cell() {
        String own = text.toString().strip();
        hasMerged |= isMerged || span > 1;
        for (int i = 0; i < span && cells.size() < MOST_SPANNED; i++) {
            int column = cells.size();
            String here = i == 0 ? own : "";
            String said = isContinued ? merged.getOrDefault(column, here) : here;
            if (isMerged) {
                merged.put(column, said);
            } else {
                merged.remove(column);
            }
            cells.add(said);
        }
    }
}
