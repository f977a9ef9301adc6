package org.salus.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The parts of a Word file from outside. Nothing in it is trusted: neither its size nor its addresses nor its mark-up.
 *
 * @param parts bytes by path, in the order of the archive
 */
record DocxParts(Map<String, byte[]> parts) {
    private static final String BODY = "word/document.xml";
    static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    /** What Word calls the same in files of its strict kind. */
    private static final String STRICT_WORD = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    private static final String TYPES = "[Content_Types].xml";
    private static final long MOST_BYTES = 200L << 20;
    private static final int MOST_PARTS = 4_000;
    private static final int MOST_TIMES_LARGER = 200;
    private static final long FREE_BYTES = 20L << 20;

    /**
     * Unpacks a file.
     *
     * @throws Failure if it is no Word file, is damaged, or is far larger than it looks
     */
    static DocxParts of(byte[] file) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        long all = 0;
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            Iterator<ZipArchiveEntry> entries = zip.getEntries().asIterator();
            while (entries.hasNext()) {
                ZipArchiveEntry entry = entries.next();
                if (parts.size() >= MOST_PARTS) {
                    throw tooLarge();
                }
                if (entry.isDirectory()) {
                    continue;
                }
                try (InputStream bytes = zip.getInputStream(entry)) {
                    long room =
                            Math.min(MOST_BYTES, Math.max(FREE_BYTES, (long) file.length * MOST_TIMES_LARGER)) - all;
                    byte[] part = bounded(bytes, room);
                    all += part.length;
                    parts.put(entry.getName(), part);
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new Failure(
                    Failure.Kind.WRONG_USE,
                    Sentence.of("documents.docx.not-a-file"),
                    Sentence.of("documents.docx.save-as-docx"),
                    broken);
        }
        DocxParts read = new DocxParts(parts);
        if (!parts.containsKey(TYPES)
                || read.tree(read.body())
                        .filter(tree -> is(tree.getDocumentElement(), "document"))
                        .isEmpty()) {
            throw Failure.wrongUse(Sentence.of("documents.docx.not-a-file"))
                    .advising(Sentence.of("documents.docx.save-as-docx"));
        }
        return read;
    }

    private static byte[] bounded(InputStream bytes, long room) throws IOException {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
            part.write(buffer, 0, read);
            if (part.size() > room) {
                throw tooLarge();
            }
        }
        return part.toByteArray();
    }

    private static Failure tooLarge() {
        return Failure.wrongUse(Sentence.of("documents.docx.too-large", MOST_BYTES >> 20))
                .advising(Sentence.of("documents.docx.smaller"));
    }

    /**
     * How a part refers to another, or to something outside.
     *
     * @param id by which the part names it
     * @param type the last word of its kind: header, image, hyperlink
     * @param target the path of the other part, or an address outside
     * @param isOutside whether the target lies outside the file
     */
    record Relation(String id, String type, String target, boolean isOutside) {}

    /** The path of the text itself. */
    String body() {
        return relations("").stream()
                .filter(relation -> relation.type().equals("officeDocument") && !relation.isOutside())
                .map(Relation::target)
                .findFirst()
                .orElse(BODY);
    }

    /** What a part refers to; the package itself is the part without a path. */
    List<Relation> relations(String path) {
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        String relations = folder + "_rels/" + path.substring(folder.length()) + ".rels";
        return tree(relations)
                .map(tree -> children(tree.getDocumentElement()).stream()
                        .map(relation -> {
                            String type = relation.getAttribute("Type");
                            boolean isOutside =
                                    relation.getAttribute("TargetMode").equals("External");
                            String target = relation.getAttribute("Target");
                            return new Relation(
                                    relation.getAttribute("Id"),
                                    type.substring(type.lastIndexOf('/') + 1),
                                    isOutside ? target : resolved(folder, target),
                                    isOutside);
                        })
                        .toList())
                .orElse(List.of());
    }

    private static String resolved(String folder, String target) {
        Deque<String> steps = new ArrayDeque<>();
        String whole = target.startsWith("/") ? target : folder + target;
        for (String step : whole.split("/", -1)) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }

    /** Whether it holds programs. */
    boolean hasMacros() {
        return parts.keySet().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .anyMatch(name -> name.endsWith("vbaproject.bin") || name.endsWith("vbadata.xml"))
                || new String(parts.getOrDefault(TYPES, new byte[0]), StandardCharsets.UTF_8)
                        .toLowerCase(Locale.ROOT)
                        .contains("macroenabled");
    }

    /**
     * A part as a tree.
     *
     * @throws Failure if it is no well-formed mark-up or names a document type
     */
    Optional<Document> tree(String path) {
        byte[] part = parts.get(path);
        if (part == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Markup.parse(part));
        } catch (SAXException broken) {
            throw new Failure(
                    Failure.Kind.WRONG_USE,
                    Sentence.of("documents.docx.broken-part", path),
                    Sentence.of("documents.docx.save-as-docx"),
                    broken);
        }
    }

    /** The elements directly below one, whatever their names. */
    static List<Element> children(Node parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** Whether an element is Word's own of that name. */
    static boolean is(Node node, String name) {
        return node instanceof Element element
                && name.equals(element.getLocalName())
                && (WORD.equals(element.getNamespaceURI()) || STRICT_WORD.equals(element.getNamespaceURI()));
    }

    /** The first element of Word's below one that has that name. */
    static Optional<Element> child(Node parent, String name) {
        return children(parent).stream().filter(child -> is(child, name)).findFirst();
    }

    /** The attribute of that name, in Word's own space or in none; empty where there is none. */
    static String value(Element element, String name) {
        String own = element.getAttributeNS(element.getNamespaceURI(), name);
        return own.isEmpty() ? element.getAttribute(name) : own;
    }
}
