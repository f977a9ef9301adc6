package org.salus.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What a Word file says, whoever saved it last, and by what it can be found again.
 *
 * @param text the canonical text; of changes that are still tracked, as if all were accepted
 * @param imprint what {@link DocxWriter} left in the file's own properties; empty where they are missing or incomplete
 */
public record DocxText(PlainText text, Optional<Imprint> imprint) {
    private static final String PROPERTIES = "docProps/custom.xml";

    /**
     * Reads a file.
     *
     * @throws org.salus.framework.Failure if it is no Word file, is damaged or far larger than it looks
     */
    public static DocxText of(byte[] file) {
        DocxParts parts = DocxParts.of(file);
        return new DocxText(new PlainText(new Reading(parts).lines()), imprint(parts));
    }

    private static Optional<Imprint> imprint(DocxParts parts) {
        Map<String, String> properties = new HashMap<>();
        parts.tree(PROPERTIES)
                .ifPresent(tree -> DocxParts.children(tree.getDocumentElement())
                        .forEach(property -> properties.put(
                                property.getAttribute("name"),
                                property.getTextContent().strip())));
        return Imprint.of(properties);
    }

    private static final class Reading {
        private final DocxParts parts;
        private final List<String> lines = new ArrayList<>();
        private final Map<String, String> prefixes = new HashMap<>();
        private final Map<String, Element> notes = new HashMap<>();
        private final List<String> drawings = new ArrayList<>();

        Reading(DocxParts parts) {
            this.parts = parts;
        }

        List<String> lines() {
            String body = parts.body();
            for (DocxParts.Relation relation : parts.relations(body)) {
                if (relation.type().equals("styles")) {
                    parts.tree(relation.target()).ifPresent(tree -> styles(tree.getDocumentElement()));
                } else if (relation.type().equals("footnotes")
                        || relation.type().equals("endnotes")) {
                    parts.tree(relation.target())
                            .ifPresent(tree -> DocxParts.children(tree.getDocumentElement())
                                    .forEach(note ->
                                            notes.put(note.getLocalName() + DocxParts.value(note, "id"), note)));
                }
            }
            parts.tree(body)
                    .flatMap(tree -> DocxParts.child(tree.getDocumentElement(), "body"))
                    .ifPresent(this::blocks);
            return lines;
        }

        /** Headings and lines of contents are known by the names of their styles, which no language changes. */
        private void styles(Element styles) {
            for (Element style : DocxParts.children(styles)) {
                String name = DocxParts.child(style, "name")
                        .map(element -> DocxParts.value(element, "val").toLowerCase(Locale.ROOT))
                        .orElse("");
                String id = DocxParts.value(style, "styleId");
                if (name.matches("heading [1-3]")) {
                    prefixes.put(id, "#".repeat(name.charAt(name.length() - 1) - '0') + " ");
                } else if (name.matches("toc [1-9]|toc heading|contents [1-9]|contents heading")) {
                    prefixes.put(id, "");
                }
            }
        }

        private void blocks(Node parent) {
            for (Element child : DocxParts.children(parent)) {
                if (DocxParts.is(child, "p")) {
                    paragraph(child);
                } else if (DocxParts.is(child, "tbl")) {
                    rows(child);
                } else if (DocxParts.is(child, "altChunk")) {
                    // Another file that is shown in this place, and that nobody could compare.
                    lines.add("\ufffd");
                } else if (!DocxParts.is(child, "del") && !DocxParts.is(child, "moveFrom")) {
                    blocks(child);
                }
            }
        }

        private void paragraph(Element paragraph) {
            String style = DocxParts.child(paragraph, "pPr")
                    .flatMap(properties -> DocxParts.child(properties, "pStyle"))
                    .map(element -> DocxParts.value(element, "val"))
                    .orElse("");
            String prefix = prefixes.getOrDefault(style, "-");
            if (prefix.isEmpty()) {
                // Contents are made from the headings.
                return;
            }
            PlainText.add(lines, prefix.equals("-") ? "" : prefix, text(paragraph));
            drawings.forEach(alternative -> PlainText.add(lines, "", alternative));
            drawings.clear();
        }

        private void rows(Element table) {
            for (Element row : DocxParts.children(table)) {
                if (DocxParts.is(row, "sdt")) {
                    DocxParts.child(row, "sdtContent").ifPresent(this::rows);
                }
                if (!DocxParts.is(row, "tr") || isDeleted(row)) {
                    continue;
                }
                List<String> cells = new ArrayList<>();
                cells(row, cells);
                PlainText.addRow(lines, cells);
                drawings.forEach(alternative -> PlainText.add(lines, "", alternative));
                drawings.clear();
            }
        }

        private void cells(Element row, List<String> cells) {
            for (Element cell : DocxParts.children(row)) {
                if (DocxParts.is(cell, "sdt")) {
                    DocxParts.child(cell, "sdtContent").ifPresent(content -> cells(content, cells));
                } else if (DocxParts.is(cell, "tc")) {
                    StringBuilder text = new StringBuilder();
                    collect(cell, text);
                    cells.add(text.toString());
                }
            }
        }

        /** What no reader sees is no text: a sentence can be taken away by hiding it. */
        private static boolean isHidden(Element run) {
            return DocxParts.child(run, "rPr")
                    .flatMap(properties -> DocxParts.child(properties, "vanish"))
                    .filter(hidden -> !DocxParts.value(hidden, "val").matches("0|false|off"))
                    .isPresent();
        }

        private static boolean isDeleted(Element row) {
            return DocxParts.child(row, "trPr")
                    .flatMap(properties -> DocxParts.child(properties, "del"))
                    .isPresent();
        }

        private String text(Node node) {
            StringBuilder text = new StringBuilder();
            collect(node, text);
            return text.toString();
        }

        private void collect(Node node, StringBuilder text) {
            DocxParts.children(node).forEach(child -> element(child, text));
        }

        private void element(Element element, StringBuilder text) {
            switch (element.getLocalName()) {
                case "t" -> text.append(element.getTextContent());
                case "tab", "br", "cr", "ptab" -> {
                    if (DocxParts.is(element, element.getLocalName())) {
                        text.append(' ');
                    }
                }
                case "noBreakHyphen" -> text.append('\u2011');
                case "p" -> {
                    // Of a cell: its paragraphs are one text.
                    text.append(' ');
                    collect(element, text);
                }
                case "footnoteReference", "endnoteReference" -> {
                    Element note =
                            notes.get(element.getLocalName().replace("Reference", "") + DocxParts.value(element, "id"));
                    if (note != null) {
                        text.append(PlainText.footnote(text(note)));
                    }
                }
                case "r" -> {
                    if (!isHidden(element)) {
                        collect(element, text);
                    }
                }
                // A sign of another typeface, which can look like any letter.
                case "sym" -> text.append('\ufffd');
                case "docPr" -> drawings.add(element.getAttribute("descr"));
                // What was taken away, what says how it looks, and what stands in for readers of old versions.
                case "del", "moveFrom", "pPr", "rPr", "tcPr", "instrText", "delText", "Fallback" -> {}
                default -> collect(element, text);
            }
        }
    }
}
