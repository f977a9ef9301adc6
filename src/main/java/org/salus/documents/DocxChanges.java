package org.salus.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Writes what changed from one document to another as one Word file with tracked insertions and deletions, which can be accepted or rejected there one by one. Paragraphs
 * are compared word by word, tables row by row. What layout makes (contents, lines at head and foot) is that of the later document and not tracked; of a deleted drawing
 * its alternative text is left, and of a deleted footnote its text.
 */
public final class DocxChanges {
    private static final String BODY = "word/document.xml";
    private static final Pattern WORDS = Pattern.compile("\\s+|[\\p{L}\\p{N}\\p{M}]+|.", Pattern.DOTALL);

    /** Two paragraphs with less than this in common are one taken away and another put in its place. */
    private static final double LEAST_ALIKE = 0.3;

    /** So far ahead a changed paragraph is looked for; beyond that, it counts as new. */
    private static final int MOST_LOOKED_AT = 60;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

    private final DocxWriter writer;

    /** Writes with that writer, and so in its style. */
    public DocxChanges(DocxWriter writer) {
        this.writer = writer;
    }

    /**
     * Writes the file.
     *
     * @param before the earlier document
     * @param after the later one; the day of its version is that of every change
     * @param author who is named as having made the changes
     */
    public void write(Document before, Document after, String author, OutputStream out) throws IOException {
        DocxParts old = DocxParts.of(bytes(before));
        DocxParts now = DocxParts.of(bytes(after));
        org.w3c.dom.Document tree = now.tree(BODY).orElseThrow();
        org.w3c.dom.Document oldTree = old.tree(BODY).orElseThrow();
        new Comparison(
                        tree,
                        new Notes(old),
                        new Notes(now),
                        CleanText.of(author),
                        after.version().instant().toString())
                .compare(body(oldTree), body(tree));
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(changed)) {
            for (Map.Entry<String, byte[]> part : now.parts().entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getKey().equals(BODY) ? bytes(tree) : part.getValue());
                zip.closeEntry();
            }
        }
        SteadyZip.copy(new SeekableInMemoryByteChannel(changed.toByteArray()), after, out);
    }

    private byte[] bytes(Document document) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        writer.write(document, file);
        return file.toByteArray();
    }

    private static Element body(org.w3c.dom.Document tree) {
        return DocxParts.child(tree.getDocumentElement(), "body").orElseThrow();
    }

    private static byte[] bytes(org.w3c.dom.Document tree) {
        try {
            Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, StandardCharsets.UTF_8.name());
            tree.setXmlStandalone(true);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            transformer.transform(new DOMSource(tree), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException broken) {
            throw new IllegalStateException("A tree in memory can be written", broken);
        }
    }

    /** The footnotes of one file, as text. */
    private static final class Notes {
        private final Map<String, String> texts = new HashMap<>();

        Notes(DocxParts parts) {
            parts.tree("word/footnotes.xml")
                    .ifPresent(tree -> DocxParts.children(tree.getDocumentElement())
                            .forEach(note ->
                                    texts.put(DocxParts.value(note, "id"), PlainText.normal(note.getTextContent()))));
        }

        String text(Element reference) {
            return " [" + texts.getOrDefault(DocxParts.value(reference, "id"), "") + "]";
        }
    }

    /**
     * A word, a blank, or something that stands among words.
     *
     * @param text what it says
     * @param run the run it is a part of; where {@code isWhole}, the whole element, be it a run or not
     * @param isWhole whether the element cannot be cut: a footnote's mark, a drawing, a field
     * @param isSilent whether it is no part of the text at all: the beginning or end of a bookmark
     */
    private record Piece(String text, Element run, boolean isWhole, boolean isSilent) {}

    private static final class Comparison {
        private final org.w3c.dom.Document tree;
        private final Notes oldNotes;
        private final Notes newNotes;
        private final String author;
        private final String date;
        private int changes = 1_000_000;

        Comparison(org.w3c.dom.Document tree, Notes oldNotes, Notes newNotes, String author, String date) {
            this.tree = tree;
            this.oldNotes = oldNotes;
            this.newNotes = newNotes;
            this.author = author;
            this.date = date;
        }

        void compare(Element before, Element after) {
            List<Element> old = blocks(before);
            List<Element> now = blocks(after);
            List<String> oldTexts =
                    old.stream().map(block -> key(block, oldNotes)).toList();
            List<String> newTexts =
                    now.stream().map(block -> key(block, newNotes)).toList();
            walk(old.size(), now.size(), CommonSequence.of(oldTexts, newTexts), new Change() {
                @Override
                public boolean isAlike(int one, int other) {
                    return alike(old.get(one), now.get(other), oldTexts.get(one), newTexts.get(other));
                }

                @Override
                public void changed(int one, int other) {
                    if (DocxParts.is(now.get(other), "tbl")) {
                        table(old.get(one), now.get(other));
                    } else {
                        paragraph(old.get(one), now.get(other));
                    }
                }

                @Override
                public void deleted(int one, int place) {
                    Element next = place < now.size() ? now.get(place) : null;
                    Element gone = (Element) tree.importNode(old.get(one), true);
                    after.insertBefore(gone, next != null ? next : lastSection(after));
                    delete(gone, old.get(one));
                }

                @Override
                public void inserted(int other) {
                    insert(now.get(other));
                }
            });
        }

        /** Paragraphs and tables; of contents, those of the later document stay as they are. */
        private static List<Element> blocks(Element body) {
            return DocxParts.children(body).stream()
                    .filter(child -> DocxParts.is(child, "p") || DocxParts.is(child, "tbl"))
                    .filter(child -> !isOfContents(child))
                    .toList();
        }

        private static boolean isOfContents(Element block) {
            return DocxParts.children(block).stream()
                    .anyMatch(child -> DocxParts.is(child, "hyperlink")
                            && !DocxParts.value(child, "anchor").isEmpty());
        }

        private static @Nullable Node lastSection(Element body) {
            return DocxParts.child(body, "sectPr").orElse(null);
        }

        private static String style(Element paragraph) {
            return DocxParts.child(paragraph, "pPr")
                    .flatMap(properties -> DocxParts.child(properties, "pStyle"))
                    .map(style -> DocxParts.value(style, "val"))
                    .orElse("");
        }

        private String key(Element block, Notes notes) {
            StringBuilder key = new StringBuilder(style(block)).append('\n');
            if (DocxParts.is(block, "tbl")) {
                rows(block).forEach(row -> key.append(rowText(row, notes)).append('\n'));
            } else {
                pieces(block, notes).forEach(piece -> key.append(piece.text()));
            }
            return key.toString();
        }

        private boolean alike(Element one, Element other, String oneText, String otherText) {
            if (DocxParts.is(one, "tbl") != DocxParts.is(other, "tbl")
                    || !style(one).equals(style(other))) {
                return false;
            }
            if (DocxParts.is(one, "tbl")) {
                return rows(one).isEmpty()
                        || rows(other).isEmpty()
                        || cells(rows(one).getFirst()).size()
                                == cells(rows(other).getFirst()).size();
            }
            Map<String, Integer> words = new HashMap<>();
            WORD.matcher(oneText).results().forEach(word -> words.merge(word.group(), 1, Integer::sum));
            int all = words.values().stream().mapToInt(Integer::intValue).sum();
            int others = 0;
            int common = 0;
            Matcher found = WORD.matcher(otherText);
            while (found.find()) {
                others++;
                if (words.merge(found.group(), -1, Integer::sum) >= 0) {
                    common++;
                }
            }
            return common >= LEAST_ALIKE * Math.max(all, others);
        }

        /** What is done with things that are not in both of two lists. */
        private interface Change {
            /** Whether one of the first and one of the second list are the same thing, changed. */
            boolean isAlike(int one, int other);

            void changed(int one, int other);

            /** @param place the index in the second list that what is gone stands before */
            void deleted(int one, int place);

            void inserted(int other);
        }

        private static void walk(int old, int now, List<int[]> common, Change change) {
            int i = 0;
            int j = 0;
            List<int[]> anchors = new ArrayList<>(common);
            anchors.add(new int[] {old, now});
            for (int[] anchor : anchors) {
                between(i, anchor[0], j, anchor[1], change);
                i = anchor[0] + 1;
                j = anchor[1] + 1;
            }
        }

        private static void between(int from, int to, int start, int end, Change change) {
            int j = start;
            for (int i = from; i < to; i++) {
                int partner = partner(i, j, end, change::isAlike);
                if (partner < 0) {
                    change.deleted(i, j);
                } else {
                    for (; j < partner; j++) {
                        change.inserted(j);
                    }
                    change.changed(i, j);
                    j++;
                }
            }
            for (; j < end; j++) {
                change.inserted(j);
            }
        }

        private static int partner(int one, int from, int to, BiPredicate<Integer, Integer> alike) {
            for (int other = from; other < Math.min(to, from + MOST_LOOKED_AT); other++) {
                if (alike.test(one, other)) {
                    return other;
                }
            }
            return -1;
        }

        private static List<Element> rows(Element table) {
            return DocxParts.children(table).stream()
                    .filter(child -> DocxParts.is(child, "tr"))
                    .toList();
        }

        private static List<Element> cells(Element row) {
            return DocxParts.children(row).stream()
                    .filter(child -> DocxParts.is(child, "tc"))
                    .toList();
        }

        private static List<Element> paragraphs(Element cell) {
            return DocxParts.children(cell).stream()
                    .filter(child -> DocxParts.is(child, "p"))
                    .toList();
        }

        private String rowText(Element row, Notes notes) {
            StringBuilder text = new StringBuilder();
            for (Element cell : cells(row)) {
                paragraphs(cell)
                        .forEach(paragraph -> pieces(paragraph, notes).forEach(piece -> text.append(piece.text())));
                text.append('|');
            }
            return text.toString();
        }

        private void table(Element before, Element after) {
            List<Element> old = rows(before);
            List<Element> now = rows(after);
            List<String> oldTexts =
                    old.stream().map(row -> rowText(row, oldNotes)).toList();
            List<String> newTexts =
                    now.stream().map(row -> rowText(row, newNotes)).toList();
            walk(old.size(), now.size(), CommonSequence.of(oldTexts, newTexts), new Change() {
                @Override
                public boolean isAlike(int one, int other) {
                    // A row is known by what stands first in it.
                    return cells(old.get(one)).size() == cells(now.get(other)).size()
                            && first(oldTexts.get(one)).equals(first(newTexts.get(other)));
                }

                @Override
                public void changed(int one, int other) {
                    List<Element> oldCells = cells(old.get(one));
                    List<Element> newCells = cells(now.get(other));
                    for (int i = 0; i < newCells.size(); i++) {
                        cell(oldCells.get(i), newCells.get(i));
                    }
                }

                @Override
                public void deleted(int one, int place) {
                    Element gone = (Element) tree.importNode(old.get(one), true);
                    after.insertBefore(gone, place < now.size() ? now.get(place) : null);
                    deleteRow(gone, old.get(one));
                }

                @Override
                public void inserted(int other) {
                    insertRow(now.get(other));
                }
            });
        }

        private static String first(String row) {
            return row.substring(0, Math.max(0, row.indexOf('|')));
        }

        private void cell(Element before, Element after) {
            List<Element> old = paragraphs(before);
            List<Element> now = paragraphs(after);
            for (int i = 0; i < Math.min(old.size(), now.size()); i++) {
                paragraph(old.get(i), now.get(i));
            }
            for (int i = old.size(); i < now.size(); i++) {
                insert(now.get(i));
            }
            for (int i = now.size(); i < old.size(); i++) {
                Element gone = (Element) tree.importNode(old.get(i), true);
                after.appendChild(gone);
                delete(gone, old.get(i));
            }
        }

        /** Sets the later paragraph's content anew: what stayed, what came and what went, in one line. */
        private void paragraph(Element before, Element after) {
            List<Piece> old = pieces(before, oldNotes);
            List<Piece> now = pieces(after, newNotes);
            List<Piece> oldWords =
                    old.stream().filter(piece -> !piece.isSilent()).toList();
            List<Node> content = new ArrayList<>();
            List<int[]> common = CommonSequence.of(
                    oldWords.stream().map(Piece::text).toList(),
                    now.stream().map(Piece::text).toList());
            int i = 0;
            int j = 0;
            List<int[]> anchors = new ArrayList<>(common);
            anchors.add(new int[] {oldWords.size(), now.size()});
            for (int[] anchor : anchors) {
                StringBuilder gone = new StringBuilder();
                Element look = null;
                for (; i < anchor[0]; i++) {
                    gone.append(oldWords.get(i).text());
                    look = look == null ? oldWords.get(i).run() : look;
                }
                if (!gone.isEmpty() && look != null) {
                    content.add(deleted(gone.toString(), look));
                }
                List<Piece> come = new ArrayList<>();
                for (; j < anchor[1]; j++) {
                    come.add(now.get(j));
                }
                content.addAll(inserted(come));
                if (anchor[1] < now.size()) {
                    content.addAll(plain(List.of(now.get(anchor[1]))));
                }
                i = anchor[0] + 1;
                j = anchor[1] + 1;
            }
            for (Element child : DocxParts.children(after)) {
                if (!DocxParts.is(child, "pPr")) {
                    after.removeChild(child);
                }
            }
            joined(content).forEach(after::appendChild);
        }

        /** Runs of one look beside one another are one run again. */
        private static List<Node> joined(List<Node> content) {
            List<Node> joined = new ArrayList<>();
            for (Node node : content) {
                Node last = joined.isEmpty() ? null : joined.getLast();
                if (last != null
                        && isText(last)
                        && isText(node)
                        && properties((Element) last).equals(properties((Element) node))) {
                    Element text = DocxParts.child(last, "t").orElseThrow();
                    text.setTextContent(text.getTextContent()
                            + DocxParts.child(node, "t").orElseThrow().getTextContent());
                } else {
                    joined.add(node);
                }
            }
            return joined;
        }

        private static boolean isText(Node node) {
            return DocxParts.is(node, "r")
                    && DocxParts.children(node).stream()
                            .allMatch(child -> DocxParts.is(child, "rPr") || DocxParts.is(child, "t"))
                    && DocxParts.child(node, "t").isPresent();
        }

        private static String properties(Element run) {
            return DocxParts.child(run, "rPr")
                    .map(properties -> properties.getTextContent() + names(properties))
                    .orElse("");
        }

        private static String names(Element parent) {
            StringBuilder names = new StringBuilder();
            for (Element child : DocxParts.children(parent)) {
                names.append(child.getLocalName())
                        .append(DocxParts.value(child, "val"))
                        .append(' ');
            }
            return names.toString();
        }

        private List<Node> plain(List<Piece> pieces) {
            return pieces.stream()
                    .map(piece -> piece.isWhole() || piece.isSilent()
                            ? (Node) piece.run().cloneNode(true)
                            : run(piece.text(), piece.run(), "t"))
                    .toList();
        }

        private List<Node> inserted(List<Piece> pieces) {
            List<Node> nodes = new ArrayList<>();
            List<Node> open = new ArrayList<>();
            for (Piece piece : pieces) {
                if (piece.isSilent()) {
                    close(open, nodes);
                    nodes.add(piece.run().cloneNode(true));
                } else {
                    open.addAll(plain(List.of(piece)));
                }
            }
            close(open, nodes);
            return nodes;
        }

        private void close(List<Node> open, List<Node> nodes) {
            if (open.isEmpty()) {
                return;
            }
            Element mark = null;
            for (Node node : joined(open)) {
                if (DocxParts.is(node, "r")) {
                    if (mark == null) {
                        mark = mark("ins");
                        nodes.add(mark);
                    }
                    mark.appendChild(node);
                } else {
                    // A link and a field hold the mark, not the mark them.
                    Element inner = mark("ins");
                    DocxParts.children(node).forEach(inner::appendChild);
                    node.appendChild(inner);
                    nodes.add(node);
                    mark = null;
                }
            }
            open.clear();
        }

        private Element deleted(String text, Element look) {
            Element mark = mark("del");
            mark.appendChild(run(text, look, "delText"));
            return mark;
        }

        private Element run(String text, Element look, String name) {
            Element run = tree.createElementNS(DocxParts.WORD, "w:r");
            Element source =
                    DocxParts.is(look, "hyperlink") ? DocxParts.child(look, "r").orElse(look) : look;
            if (DocxParts.is(source, "r")) {
                DocxParts.child(source, "rPr")
                        .ifPresent(properties -> run.appendChild(tree.importNode(properties, true)));
            }
            Element words = tree.createElementNS(DocxParts.WORD, "w:" + name);
            words.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
            words.setTextContent(text);
            run.appendChild(words);
            return run;
        }

        /** The paragraph cut into words; blanks are words of their own, so that what is put together again is the same. */
        private static List<Piece> pieces(Element paragraph, Notes notes) {
            List<Piece> pieces = new ArrayList<>();
            for (Element child : DocxParts.children(paragraph)) {
                switch (String.valueOf(child.getLocalName())) {
                    case "pPr" -> {}
                    case "r" -> run(child, notes, pieces);
                    case "bookmarkStart", "bookmarkEnd" -> pieces.add(new Piece("", child, false, true));
                    default -> pieces.add(new Piece(said(child, notes), child, true, false));
                }
            }
            return pieces;
        }

        private static void run(Element run, Notes notes, List<Piece> pieces) {
            List<Element> content = DocxParts.children(run).stream()
                    .filter(child -> !DocxParts.is(child, "rPr"))
                    .toList();
            if (content.isEmpty()) {
                return;
            }
            if (content.stream().allMatch(child -> DocxParts.is(child, "t"))) {
                StringBuilder text = new StringBuilder();
                content.forEach(child -> text.append(child.getTextContent()));
                Matcher words = WORDS.matcher(text);
                while (words.find()) {
                    pieces.add(new Piece(words.group(), run, false, false));
                }
            } else {
                pieces.add(new Piece(said(run, notes), run, true, false));
            }
        }

        private static String said(Element element, Notes notes) {
            StringBuilder text = new StringBuilder();
            collect(element, notes, text);
            return text.toString();
        }

        private static void collect(Element element, Notes notes, StringBuilder text) {
            for (Element child : DocxParts.children(element)) {
                switch (String.valueOf(child.getLocalName())) {
                    case "t" -> text.append(child.getTextContent());
                    case "br", "tab" -> text.append(' ');
                    case "footnoteReference" -> text.append(notes.text(child));
                    case "docPr" ->
                        text.append('[').append(child.getAttribute("descr")).append(']');
                    case "rPr", "instrText" -> {}
                    default -> collect(child, notes, text);
                }
            }
        }

        private void insert(Element block) {
            if (DocxParts.is(block, "tbl")) {
                rows(block).forEach(this::insertRow);
                return;
            }
            List<Piece> pieces = pieces(block, newNotes);
            replace(block, inserted(pieces));
            markEnd(block, "ins");
        }

        private void insertRow(Element row) {
            properties(row, "trPr").appendChild(mark("ins"));
            cells(row).forEach(cell -> paragraphs(cell).forEach(this::insert));
        }

        private void delete(Element block, Element original) {
            if (DocxParts.is(block, "tbl")) {
                List<Element> rows = rows(block);
                for (int i = 0; i < rows.size(); i++) {
                    deleteRow(rows.get(i), rows(original).get(i));
                }
                return;
            }
            List<Node> gone = new ArrayList<>();
            for (Piece piece : pieces(original, oldNotes)) {
                if (!piece.isSilent() && !piece.text().isEmpty()) {
                    gone.add(run(piece.text(), piece.run(), "t"));
                }
            }
            List<Node> content = new ArrayList<>();
            for (Node node : joined(gone)) {
                content.add(deleted(node.getTextContent(), (Element) node));
            }
            replace(block, content);
            // A part of the earlier document would bring its own paper and lines.
            DocxParts.child(block, "pPr")
                    .ifPresent(
                            properties -> DocxParts.child(properties, "sectPr").ifPresent(properties::removeChild));
            markEnd(block, "del");
        }

        private void deleteRow(Element row, Element original) {
            properties(row, "trPr").appendChild(mark("del"));
            for (int i = 0; i < cells(row).size(); i++) {
                List<Element> held = paragraphs(cells(row).get(i));
                List<Element> originals = paragraphs(cells(original).get(i));
                for (int j = 0; j < held.size(); j++) {
                    delete(held.get(j), originals.get(j));
                }
            }
        }

        private static void replace(Element paragraph, List<Node> content) {
            for (Element child : DocxParts.children(paragraph)) {
                if (!DocxParts.is(child, "pPr")) {
                    paragraph.removeChild(child);
                }
            }
            content.forEach(paragraph::appendChild);
        }

        /** Marks the end of the paragraph itself, which would stay behind as an empty one otherwise. */
        private void markEnd(Element paragraph, String kind) {
            Element properties = properties(paragraph, "pPr");
            Element runs = DocxParts.child(properties, "rPr").orElseGet(() -> {
                Element made = tree.createElementNS(DocxParts.WORD, "w:rPr");
                // The order of a paragraph's properties is fixed: only its section and its own changes follow.
                Node next = DocxParts.child(properties, "sectPr").orElse(null);
                properties.insertBefore(made, next);
                return made;
            });
            runs.insertBefore(mark(kind), runs.getFirstChild());
        }

        private Element properties(Element parent, String name) {
            return DocxParts.child(parent, name).orElseGet(() -> {
                Element made = tree.createElementNS(DocxParts.WORD, "w:" + name);
                parent.insertBefore(made, parent.getFirstChild());
                return made;
            });
        }

        private Element mark(String kind) {
            Element mark = tree.createElementNS(DocxParts.WORD, "w:" + kind);
            mark.setAttributeNS(DocxParts.WORD, "w:id", Integer.toString(changes));
            mark.setAttributeNS(DocxParts.WORD, "w:author", author);
            mark.setAttributeNS(DocxParts.WORD, "w:date", date);
            changes++;
            return mark;
        }
    }
}
