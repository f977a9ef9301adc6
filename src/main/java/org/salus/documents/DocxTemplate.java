package org.salus.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The house style of an office, taken from a Word file or template of its own: styles and lists, theme, size and margins of upright pages, and the lines at head and foot with
 * their pictures. Nothing else of the file is kept: no text, comments, properties, settings or embedded fonts.
 */
public final class DocxTemplate {
    private static final String TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String STRICT = "http://purl.oclc.org/ooxml/";

    /** What a template may refer to outside itself: links that a reader follows, and the template it was itself made from, which is not taken. */
    private static final Set<String> HARMLESS_OUTSIDE = Set.of("hyperlink", "attachedTemplate");

    /** Fields that fetch something when a file is opened. */
    private static final Pattern FETCHING = Pattern.compile(
            "^\\s*(INCLUDEPICTURE|INCLUDETEXT|INCLUDE|DDE|DDEAUTO|LINK|IMPORT|RD|DATABASE)\\b.*", Pattern.DOTALL);

    private static final Map<String, String> PICTURES = Map.of(
            "png", "image/png",
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "gif", "image/gif",
            "bmp", "image/bmp",
            "tif", "image/tiff",
            "tiff", "image/tiff",
            "emf", "image/x-emf",
            "wmf", "image/x-wmf",
            "svg", "image/svg+xml");

    /** Typefaces that come with Word, with LibreOffice, or that both replace by one of the same widths. */
    private static final Set<String> COMMON_FONTS = Set.of(
            "aptos",
            "aptos display",
            "arial",
            "arial narrow",
            "calibri",
            "calibri light",
            "cambria",
            "cambria math",
            "candara",
            "consolas",
            "constantia",
            "corbel",
            "courier new",
            "dejavu sans",
            "dejavu serif",
            "garamond",
            "georgia",
            "liberation sans",
            "liberation serif",
            "liberation mono",
            "segoe ui",
            "symbol",
            "tahoma",
            "times new roman",
            "trebuchet ms",
            "verdana",
            "wingdings");

    private final byte[] stripped;
    private final List<String> rareFonts;
    private final List<String> missingStyles;

    private DocxTemplate(byte[] stripped, List<String> rareFonts, List<String> missingStyles) {
        this.stripped = stripped;
        this.rareFonts = rareFonts;
        this.missingStyles = missingStyles;
    }

    /**
     * Reads a house style.
     *
     * @param file a file of Word, .docx or .dotx; it may lack any style, ours then stand in
     * @param name what its owner calls it; a refusal names it
     * @throws Failure if it is no such file, is damaged or too large, holds programs or other files, or fetches anything from outside
     */
    public static DocxTemplate read(byte[] file, String name) {
        try {
            return read(file);
        } catch (Failure refused) {
            throw new Failure(
                    refused.kind(),
                    Sentence.of("documents.template.of-file", name, refused.sentence()),
                    refused.advice().orElse(null),
                    refused);
        }
    }

    /** The same of a file that has no name. */
    public static DocxTemplate read(byte[] file) {
        DocxParts parts = DocxParts.of(file);
        if (parts.hasMacros()) {
            throw refused("documents.template.macros", "documents.template.without-macros");
        }
        String namespace = parts.tree(parts.body())
                .map(tree -> String.valueOf(tree.getDocumentElement().getNamespaceURI()))
                .orElse("");
        if (namespace.startsWith(STRICT)) {
            throw refused("documents.template.strict", "documents.docx.save-as-docx");
        }
        refuseOutside(parts);
        Taking taking = new Taking(parts);
        byte[] stripped = taking.strip();
        try (XWPFDocument word = opened(stripped)) {
            // Read once here, so that a damaged template fails where it is chosen and not where a document is written.
            if (word.getStyles() != null) {
                word.getStyle();
            }
            return new DocxTemplate(stripped, taking.rareFonts(), DocxStyles.lacking(word));
        } catch (IOException | XmlException | POIXMLException | IllegalArgumentException broken) {
            throw new Failure(
                    Failure.Kind.WRONG_USE,
                    Sentence.of("documents.docx.broken-part", parts.body()),
                    Sentence.of("documents.docx.save-as-docx"),
                    broken);
        }
    }

    /** Typefaces it asks for that not every word processor has; where one is missing, the word processor sets another, and lines break elsewhere. */
    public List<String> rareFonts() {
        return rareFonts;
    }

    /**
     * Styles that documents are written in and that it lacks, each by its name and, in brackets, our identifier: {@code heading 1 (Heading1)}. Ours stand in their place. Word processors find styles by such
     * names, whatever their identifiers.
     */
    public List<String> missingStyles() {
        return missingStyles;
    }

    /** The styles that documents are written in, said in the same way. */
    public static List<String> usedStyles() {
        return DocxStyles.used();
    }

    /** An empty file in this style. */
    XWPFDocument open() throws IOException {
        return opened(stripped);
    }

    private static XWPFDocument opened(byte[] stripped) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(stripped));
    }

    private static Failure refused(String what, String advice, Object... arguments) {
        return Failure.wrongUse(Sentence.of(what, arguments)).advising(Sentence.of(advice));
    }

    private static void refuseOutside(DocxParts parts) {
        for (String path : parts.parts().keySet()) {
            if (!path.endsWith(".rels")) {
                continue;
            }
            String owner = path.replace("_rels/", "").replaceAll("\\.rels$", "");
            for (DocxParts.Relation relation : parts.relations(owner)) {
                if (relation.isOutside() && !HARMLESS_OUTSIDE.contains(relation.type())) {
                    throw refused("documents.template.outside", "documents.template.insert", relation.type(), owner);
                }
            }
        }
    }

    /** Builds a file of the parts that make a style, and of nothing else. */
    private static final class Taking {
        private final DocxParts parts;
        private final NavigableMap<String, byte[]> taken = new TreeMap<>();
        private final StringBuilder overrides = new StringBuilder();
        private final StringBuilder relations = new StringBuilder();
        private final NavigableSet<String> fonts = new TreeSet<>();

        Taking(DocxParts parts) {
            this.parts = parts;
        }

        List<String> rareFonts() {
            return fonts.stream()
                    .filter(font -> !font.isBlank() && !font.startsWith("+"))
                    .filter(font -> !COMMON_FONTS.contains(font.toLowerCase(Locale.ROOT)))
                    .toList();
        }

        byte[] strip() {
            String body = parts.body();
            Optional<Element> section = parts.tree(body)
                    .flatMap(tree -> DocxParts.child(tree.getDocumentElement(), "body"))
                    .flatMap(text -> DocxParts.child(text, "sectPr"));
            List<String> kept = new ArrayList<>();
            for (DocxParts.Relation relation : parts.relations(body)) {
                if (relation.isOutside() || !parts.parts().containsKey(relation.target())) {
                    continue;
                }
                switch (relation.type()) {
                    case "styles" -> {
                        if (hasStyles(relation.target())) {
                            take(relation, MAIN + "styles+xml");
                        }
                    }
                    case "numbering" -> take(relation, MAIN + "numbering+xml");
                    case "theme" -> take(relation, "application/vnd.openxmlformats-officedocument.theme+xml");
                    case "header" -> {
                        kept.add(relation.id());
                        take(relation, MAIN + "header+xml");
                    }
                    case "footer" -> {
                        kept.add(relation.id());
                        take(relation, MAIN + "footer+xml");
                    }
                    default -> {
                        // Text, settings, comments, embedded fonts: not a matter of style, or a matter of privacy.
                    }
                }
            }
            return packed(section.map(element -> section(element, kept)).orElse("<w:sectPr/>"));
        }

        /** A part of styles without any style, or that cannot be read as such, is as good as none. */
        private boolean hasStyles(String path) {
            byte[] part = parts.parts().getOrDefault(path, new byte[0]);
            try {
                parts.tree(path);
                return StylesDocument.Factory.parse(new ByteArrayInputStream(part))
                                .getStyles()
                                .sizeOfStyleArray()
                        > 0;
            } catch (XmlException broken) {
                return false;
            } catch (IOException impossible) {
                throw new IllegalStateException("Bytes in memory are always there", impossible);
            }
        }

        private void take(DocxParts.Relation relation, String type) {
            String path = relation.target();
            if (taken.putIfAbsent(path, parts.parts().getOrDefault(path, new byte[0])) == null) {
                overrides.append("<Override PartName=\"/%s\" ContentType=\"%s\"/>".formatted(escaped(path), type));
                pictures(path);
                inspect(path);
            }
            relations.append("<Relationship Id=\"%s\" Type=\"%s%s\" Target=\"/%s\"/>"
                    .formatted(escaped(relation.id()), TYPES, relation.type(), escaped(path)));
        }

        private void pictures(String path) {
            StringBuilder own = new StringBuilder();
            for (DocxParts.Relation relation : parts.relations(path)) {
                if (relation.isOutside()) {
                    if (relation.type().equals("hyperlink") && relation.target().matches("(?i)(https?|mailto):.*")) {
                        own.append(
                                "<Relationship Id=\"%s\" Type=\"%shyperlink\" Target=\"%s\" TargetMode=\"External\"/>"
                                        .formatted(escaped(relation.id()), TYPES, escaped(relation.target())));
                        continue;
                    }
                    throw refused("documents.template.outside", "documents.template.insert", relation.type(), path);
                }
                String ending = relation.target()
                        .substring(relation.target().lastIndexOf('.') + 1)
                        .toLowerCase(Locale.ROOT);
                byte[] picture = parts.parts().get(relation.target());
                if (!relation.type().equals("image") || !PICTURES.containsKey(ending) || picture == null) {
                    throw refused("documents.template.embedded", "documents.template.insert", relation.type(), path);
                }
                taken.put(relation.target(), picture);
                own.append("<Relationship Id=\"%s\" Type=\"%simage\" Target=\"/%s\"/>"
                        .formatted(escaped(relation.id()), TYPES, escaped(relation.target())));
            }
            if (!own.isEmpty()) {
                int name = path.lastIndexOf('/') + 1;
                taken.put(path.substring(0, name) + "_rels/" + path.substring(name) + ".rels", related(own));
            }
        }

        private void inspect(String path) {
            NodeList elements = parts.tree(path)
                    .map(tree -> tree.getElementsByTagNameNS("*", "*"))
                    .orElseThrow();
            for (int i = 0; i < elements.getLength(); i++) {
                Element element = (Element) elements.item(i);
                switch (String.valueOf(element.getLocalName())) {
                    case "instrText" -> refuseFetching(element.getTextContent(), path);
                    case "fldSimple" -> refuseFetching(DocxParts.value(element, "instr"), path);
                    case "rFonts" -> {
                        for (String script : List.of("ascii", "hAnsi", "cs")) {
                            fonts.add(DocxParts.value(element, script));
                        }
                    }
                    case "latin" -> fonts.add(element.getAttribute("typeface"));
                    default -> {
                        // How it looks.
                    }
                }
            }
        }

        private static void refuseFetching(String instruction, String path) {
            if (FETCHING.matcher(instruction.toUpperCase(Locale.ROOT)).matches()) {
                throw refused(
                        "documents.template.outside",
                        "documents.template.insert",
                        instruction.strip().split("\\s", 2)[0],
                        path);
            }
        }

        /** Paper and lines of the last part, which is the whole of most templates; measures that no printer has are left out. */
        private static String section(Element section, List<String> kept) {
            StringBuilder own = new StringBuilder("<w:sectPr>");
            boolean hasFirst = false;
            for (Element child : DocxParts.children(section)) {
                String name = child.getLocalName();
                String type = DocxParts.value(child, "type");
                String id = child.getAttributeNS(TYPES.substring(0, TYPES.length() - 1), "id");
                if ((name.equals("headerReference") || name.equals("footerReference"))
                        && Set.of("default", "first").contains(type)
                        && kept.contains(id)) {
                    own.append("<w:%s w:type=\"%s\" r:id=\"%s\"/>".formatted(name, type, escaped(id)));
                    hasFirst |= type.equals("first");
                }
            }
            Optional<Element> size = DocxParts.child(section, "pgSz");
            Optional<Element> margins = DocxParts.child(section, "pgMar");
            if (size.isPresent() && margins.isPresent()) {
                int width = measure(size.get(), "w");
                int height = measure(size.get(), "h");
                int left = measure(margins.get(), "left");
                int right = measure(margins.get(), "right");
                int top = measure(margins.get(), "top");
                int bottom = measure(margins.get(), "bottom");
                if (width - left - right >= 4_000 && height - top - bottom >= 4_000) {
                    own.append("<w:pgSz w:w=\"%d\" w:h=\"%d\"/>".formatted(width, height))
                            .append(
                                    "<w:pgMar w:top=\"%d\" w:right=\"%d\" w:bottom=\"%d\" w:left=\"%d\" w:header=\"%d\" w:footer=\"%d\" w:gutter=\"0\"/>"
                                            .formatted(
                                                    top,
                                                    right,
                                                    bottom,
                                                    left,
                                                    Math.max(0, measure(margins.get(), "header")),
                                                    Math.max(0, measure(margins.get(), "footer"))));
                }
            }
            if (hasFirst && DocxParts.child(section, "titlePg").isPresent()) {
                own.append("<w:titlePg/>");
            }
            return own.append("</w:sectPr>").toString();
        }

        /** Twentieths of a point; what is none is far too much, so that the whole is left out. */
        private static int measure(Element element, String name) {
            String text = DocxParts.value(element, name);
            return text.matches("-?[0-9]{1,5}") ? Math.abs(Integer.parseInt(text)) : -100_000;
        }

        private byte[] packed(String section) {
            taken.put("word/document.xml", bytes("""
                    <?xml version="1.0" encoding="UTF-8"?>
                    <w:document xmlns:w="%s" xmlns:r="%s"><w:body>%s</w:body></w:document>
                    """.formatted(
                            DocxParts.WORD, TYPES.substring(0, TYPES.length() - 1), section)));
            taken.put("word/_rels/document.xml.rels", related(relations));
            taken.put(
                    "_rels/.rels",
                    related(new StringBuilder("<Relationship Id=\"rId1\" Type=\"")
                            .append(TYPES)
                            .append("officeDocument\" Target=\"/word/document.xml\"/>")));
            StringBuilder types = new StringBuilder();
            new TreeMap<>(PICTURES)
                    .forEach((ending, type) ->
                            types.append("<Default Extension=\"%s\" ContentType=\"%s\"/>".formatted(ending, type)));
            byte[] content = bytes("""
                    <?xml version="1.0" encoding="UTF-8"?>
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                    <Default Extension="xml" ContentType="application/xml"/>%s\
                    <Override PartName="/word/document.xml" ContentType="%sdocument.main+xml"/>%s</Types>
                    """.formatted(types, MAIN, overrides));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                entry(zip, "[Content_Types].xml", content);
                for (Map.Entry<String, byte[]> part : taken.entrySet()) {
                    entry(zip, part.getKey(), part.getValue());
                }
            } catch (IOException impossible) {
                throw new IllegalStateException("Memory takes what it is given", impossible);
            }
            return out.toByteArray();
        }

        private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
            zip.closeEntry();
        }

        private static byte[] related(StringBuilder own) {
            return bytes("""
                    <?xml version="1.0" encoding="UTF-8"?>
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>
                    """.formatted(own));
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        private static String escaped(String text) {
            return HtmlWriter.escape(text);
        }
    }
}
