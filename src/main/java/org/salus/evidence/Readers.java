package org.salus.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.salus.framework.Sentence;

/** Recognises what a file or archive member is, by its content before its name, and knows who reads it. */
final class Readers {
    /** How many of a file's first bytes are looked at. */
    static final int HEAD = 16_384;

    /** What a member is and who reads it. */
    record Choice(FileKind kind, FactReader reader) {}

    private final IatiReader iati;
    private final TableReaders tables;
    private final OutlineReader outlines;

    Readers(IatiReader iati, TableReaders tables, OutlineReader outlines) {
        this.iati = iati;
        this.tables = tables;
        this.outlines = outlines;
    }

    /** Sum of the readers' format numbers: parts are named by it, so that a better reader makes new parts. */
    int format() {
        return iati.format() + tables.format() + outlines.format();
    }

    /**
     * Says what a file or member is.
     *
     * @param name of the file or member, without folders
     * @param head its first bytes
     * @return empty if it is nothing that Salus reads
     */
    Optional<Choice> recognise(String name, byte[] head) {
        String start = beginning(head);
        if (start.startsWith("<")
                && !start.regionMatches(true, 0, "<!doctype html", 0, 14)
                && !start.regionMatches(true, 0, "<html", 0, 5)) {
            return Optional.of(new Choice(
                    start.contains("<iati-organisations") ? FileKind.IATI_ORGANISATIONS : FileKind.IATI_ACTIVITIES,
                    iati));
        }
        if (isJson(head)) {
            return start.contains("\"FeatureCollection\"")
                    ? Optional.of(new Choice(FileKind.OUTLINES, outlines))
                    : Optional.empty();
        }
        return tables.recognise(name, head);
    }

    /** That a file is of no kind that is known here. */
    Sentence notRecognised() {
        return tables.notRecognised();
    }

    static boolean isJson(byte[] head) {
        String start = beginning(head);
        return start.startsWith("{") || start.startsWith("[");
    }

    /** Whether the name promises XML. */
    static boolean isNamedXml(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".xml");
    }

    /** The first characters without byte-order mark and blanks, in an encoding that keeps every byte apart. */
    private static String beginning(byte[] head) {
        int from = 0;
        if (head.length > 2 && (head[0] & 0xFF) == 0xEF && (head[1] & 0xFF) == 0xBB && (head[2] & 0xFF) == 0xBF) {
            from = 3;
        } else if (head.length > 1 && (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF) {
            return new String(head, 2, head.length - 2, StandardCharsets.UTF_16BE).stripLeading();
        } else if (head.length > 1 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE) {
            return new String(head, 2, head.length - 2, StandardCharsets.UTF_16LE).stripLeading();
        } else if (head.length > 1 && head[0] == 0 && head[1] == '<') {
            return new String(head, StandardCharsets.UTF_16BE);
        } else if (head.length > 1 && head[0] == '<' && head[1] == 0) {
            return new String(head, StandardCharsets.UTF_16LE);
        }
        return new String(head, from, head.length - from, StandardCharsets.ISO_8859_1).stripLeading();
    }
}
