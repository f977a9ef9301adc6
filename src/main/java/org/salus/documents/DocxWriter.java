package org.salus.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xwpf.usermodel.IRunBody;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TextAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFFootnotes;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute;
import org.openxmlformats.schemas.drawingml.x2006.wordprocessingDrawing.CTInline;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBookmark;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFtnEdn;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHyperlink;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTShd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSimpleField;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTabStop;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblBorders;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTText;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFtnEdn;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STShd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabTlc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.salus.framework.Wording;

/**
 * Writes a document for Word: real headings, lists, table heads, footnotes, captions and contents, so that it can be edited, outlined and read aloud; drawings as pictures with
 * alternative texts.
 * The typeface is Arial, which Word and LibreOffice have for Latin, Cyrillic and Arabic (there as Liberation Sans).
 */
public final class DocxWriter {
    /** What such a document is, for whoever sends it. */
    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final int EMU_PER_PIXEL = 9525;
    private static final int TWIPS_PER_PIXEL = 15;
    private static final double SHARPNESS = 2.5;

    private final ChartDrawer charts;
    private final Optional<DocxTemplate> template;
    private final PngWriter pictures = new PngWriter();

    /** Writes in our own style. */
    public DocxWriter(ChartDrawer charts) {
        this.charts = charts;
        this.template = Optional.empty();
    }

    /** Writes in the house style of a template. */
    public DocxWriter(ChartDrawer charts, DocxTemplate template) {
        this.charts = charts;
        this.template = Optional.of(template);
    }

    /** Writes the file; a table of contents in it has no numbers of pages until Word is asked to update it. */
    public void write(Document document, OutputStream out) throws IOException {
        write(document, List.of(), out);
    }

    /**
     * Writes the file with page numbers in its table of contents.
     *
     * @param headingPages the page of each heading in reading order, as {@link PdfWriter#print} tells them. The word processor's own breaks may differ by a page until
     *     it is asked to update the table: a file that asks for that itself is opened with a warning
     */
    public void write(Document document, List<Integer> headingPages, OutputStream out) throws IOException {
        write(document, !headingPages.isEmpty(), () -> headingPages, out);
    }

    /** The same with the pages of a PDF that is laid out meanwhile. */
    public void write(Document document, Paging pages, OutputStream out) throws IOException {
        write(document, true, () -> pages.printed().headingPages(), out);
    }

    private void write(Document document, boolean hasPages, HeadingPages pages, OutputStream out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XWPFDocument word = template.isPresent() ? template.get().open() : new XWPFDocument()) {
            Composition composition = new Composition(document, word, hasPages);
            composition.write();
            if (hasPages) {
                composition.number(pages.find());
            }
            word.write(bytes);
        } catch (XmlException | InvalidFormatException defect) {
            throw new IllegalStateException("The document's own parts cannot be read", defect);
        }
        SteadyZip.copy(new SeekableInMemoryByteChannel(bytes.toByteArray()), document, out);
    }

    private interface HeadingPages {
        List<Integer> find() throws IOException;
    }

    private final class Composition implements DocxFrame.Typing {
        private static final int CELL_MARGIN = 85;
        private static final Pattern NUMBER = Pattern.compile("[0-9]+");

        private final Document document;
        private final XWPFDocument word;
        private final CellText cells;
        private final Wording wording;
        private final boolean rightToLeft;
        private final Outline outline;
        private final boolean hasPages;
        /** Where the page of a heading is still to be told, by the place of the heading in reading order. */
        private final Map<CTText, Integer> pageNumbers = new LinkedHashMap<>();

        private final DocxStyles styles;
        private final DocxFrame frame;
        private final Map<String, String> captionBookmarks = new HashMap<>();
        private int headings;
        private int bookmarks;
        private int drawings;
        private int drawingsBeside;

        Composition(Document document, XWPFDocument word, boolean hasPages) throws XmlException, IOException {
            this.document = document;
            this.word = word;
            this.hasPages = hasPages;
            this.cells = new CellText(document.language());
            this.wording = Wording.in(document.language());
            this.rightToLeft = document.rightToLeft();
            this.outline = Outline.of(document, wording);
            this.styles = new DocxStyles(document, word);
            this.frame =
                    new DocxFrame(document, word, template.isPresent(), HtmlWriter.footLine(document, wording), this);
        }

        void write() throws IOException, InvalidFormatException {
            for (Block block : document.blocks()) {
                if (block instanceof Captioned captioned) {
                    captionBookmarks.put(captioned.key(), "_Ref%09d".formatted(captionBookmarks.size() + 1));
                }
            }
            document.binding().imprint().ifPresent(this::imprint);
            Optional<Cover> cover = document.binding().cover();
            if (cover.isPresent()) {
                cover(cover.get());
            } else {
                title();
            }
            for (int i = 0; i < document.blocks().size(); i++) {
                Block block = document.blocks().get(i);
                if (!(block instanceof Chart || block instanceof Picture)) {
                    drawingsBeside = 0;
                }
                block(block);
                if (document.leadsOn(i)) {
                    word.getLastParagraph().setKeepNext(true);
                }
            }
            frame.close();
        }

        /** Tells the page of each heading in the contents. A layout with other headings tells none: Word finds them when it is asked to. */
        void number(List<Integer> headingPages) {
            if (headingPages.size() == outline.headings().size()) {
                pageNumbers.forEach(
                        (place, heading) -> place.setStringValue(Integer.toString(headingPages.get(heading))));
            }
        }

        private void imprint(Imprint imprint) {
            var properties = word.getProperties().getCustomProperties();
            imprint.properties().forEach(properties::addProperty);
        }

        private void title() {
            line(word.createParagraph(), "Title", document.title());
            if (!document.subtitle().isBlank()) {
                line(word.createParagraph(), "Subtitle", document.subtitle());
            }
        }

        private void cover(Cover cover) throws IOException, InvalidFormatException {
            if (cover.picture().isPresent()) {
                Picture picture = cover.picture().get();
                drawing(picture.svg(), picture.alternative(), Size.pixels(Cover.PICTURE_MILLIMETRES));
            }
            if (!cover.above().isBlank()) {
                line(word.createParagraph(), "Subtitle", cover.above());
            }
            XWPFParagraph above = word.createParagraph();
            line(above, "Title", document.title());
            above.setSpacingBefore(DocxFrame.twips(60));
            if (!document.subtitle().isBlank()) {
                line(word.createParagraph(), "Subtitle", document.subtitle());
            }
            if (!cover.facts().isEmpty()) {
                int width = frame.textWidth();
                XWPFTable table = word.createTable(cover.facts().size(), 2);
                layout(table, List.of(width / 3, width - width / 3), false);
                for (int i = 0; i < cover.facts().size(); i++) {
                    Fact fact = cover.facts().get(i);
                    fact(table.getRow(i).getCell(0), fact.name(), width / 3);
                    fact(table.getRow(i).getCell(1), fact.text(), width - width / 3);
                }
            }
            frame.pageBreak();
        }

        private void fact(XWPFTableCell cell, String text, int width) {
            width(cell, width);
            line(first(cell), "Cell", text);
        }

        private void block(Block block) throws IOException, InvalidFormatException {
            switch (block) {
                case Heading heading -> heading();
                case Paragraph paragraph -> spans(styled(word.createParagraph(), "Normal"), paragraph);
                case KeyFigures figures -> figures(figures);
                case Table table -> {
                    line(word.createParagraph(), "Caption", table.caption());
                    table(table);
                }
                case Chart chart -> drawing(chartOnPaper(chart), chart.alternative());
                case Picture picture -> drawing(picture.svg(), picture.alternative());
                case Captioned captioned -> captioned(captioned);
                case Bullets bullets -> bullets(bullets);
                case Contents contents -> contents(contents);
                case PageBreak pageBreak -> frame.turn(pageBreak);
                case Note note -> line(word.createParagraph(), "Note", note.text());
            }
        }

        private String chartOnPaper(Chart chart) {
            return charts.draw(chart.option(), drawingSize(), Palette.LIGHT, document.language());
        }

        private Size drawingSize() {
            return frame.page() == Page.BRIEF || template.isEmpty()
                    ? Size.onPaper(frame.page())
                    : new Size(Math.clamp(frame.textWidth() / TWIPS_PER_PIXEL, 200, 4000));
        }

        private void heading() {
            Outline.Entry entry = outline.headings().get(headings);
            Heading heading = entry.heading();
            XWPFParagraph paragraph = styled(word.createParagraph(), "Heading" + heading.level());
            if (!entry.number().isEmpty()) {
                paragraph.setNumID(styles.headings(entry.annex()));
                paragraph.setNumILvl(BigInteger.valueOf(heading.level() - 1L));
            } else if (document.binding().numberedHeadings() && template.isPresent()) {
                // The house's own style may count where this document does not.
                paragraph.setNumID(BigInteger.ZERO);
            }
            CTBookmark mark = begin(paragraph, headingBookmark(headings));
            run(paragraph, heading.text());
            end(paragraph, mark);
            headings++;
        }

        private static String headingBookmark(int heading) {
            return "_Toc%09d".formatted(heading + 1);
        }

        private CTBookmark begin(XWPFParagraph paragraph, String name) {
            CTBookmark mark = paragraph.getCTP().addNewBookmarkStart();
            mark.setId(BigInteger.valueOf(bookmarks));
            mark.setName(name);
            bookmarks++;
            return mark;
        }

        private static void end(XWPFParagraph paragraph, CTBookmark mark) {
            paragraph.getCTP().addNewBookmarkEnd().setId(mark.getId());
        }

        private void contents(Contents contents) {
            line(word.createParagraph(), "TOCHeading", contents.title());
            XWPFParagraph paragraph = null;
            for (int i = 0; i < outline.headings().size(); i++) {
                Outline.Entry entry = outline.headings().get(i);
                if (entry.heading().level() > contents.levels()) {
                    continue;
                }
                boolean isFirst = paragraph == null;
                paragraph =
                        styled(word.createParagraph(), "TOC" + entry.heading().level());
                CTTabStop tab = paragraph.getCTP().getPPr().addNewTabs().addNewTab();
                tab.setVal(STTabJc.RIGHT);
                tab.setLeader(STTabTlc.DOT);
                tab.setPos(BigInteger.valueOf(frame.textWidth()));
                if (isFirst) {
                    fieldSign(paragraph, STFldCharType.BEGIN);
                    // Without pages known, none are told: the switch n leaves them out.
                    instruction(
                            paragraph,
                            " TOC \\o \"1-" + contents.levels() + "\" \\h \\z \\u" + (hasPages ? " " : " \\n "));
                    fieldSign(paragraph, STFldCharType.SEPARATE);
                }
                CTHyperlink link = paragraph.getCTP().addNewHyperlink();
                link.setAnchor(headingBookmark(i));
                link.setHistory(true);
                fill(new XWPFRun(link.addNewR(), (IRunBody) paragraph), entry.line());
                if (hasPages) {
                    link.addNewR().addNewTab();
                    link.addNewR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
                    link.addNewR().addNewInstrText().setStringValue("PAGEREF " + headingBookmark(i) + " \\h");
                    link.addNewR().addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
                    pageNumbers.put(link.addNewR().addNewT(), i);
                    link.addNewR().addNewFldChar().setFldCharType(STFldCharType.END);
                }
            }
            if (paragraph != null) {
                fieldSign(paragraph, STFldCharType.END);
            }
        }

        private static void fieldSign(XWPFParagraph paragraph, STFldCharType.Enum sign) {
            paragraph.createRun().getCTR().addNewFldChar().setFldCharType(sign);
        }

        private static void instruction(XWPFParagraph paragraph, String text) {
            CTText instruction = paragraph.createRun().getCTR().addNewInstrText();
            instruction.setStringValue(text);
            instruction.setSpace(SpaceAttribute.Space.PRESERVE);
        }

        @Override
        public void field(XWPFParagraph paragraph, String instruction, String result) {
            CTSimpleField field = paragraph.getCTP().addNewFldSimple();
            field.setInstr(instruction);
            field.addNewR().addNewT().setStringValue(result);
        }

        private void captioned(Captioned captioned) throws IOException, InvalidFormatException {
            XWPFParagraph paragraph = styled(word.createParagraph(), "Caption");
            CTBookmark mark = begin(paragraph, captionBookmarks.getOrDefault(captioned.key(), ""));
            String label = outline.captions().getOrDefault(captioned.key(), "");
            Matcher number = NUMBER.matcher(label);
            if (number.find()) {
                run(paragraph, label.substring(0, number.start()));
                field(
                        paragraph,
                        captioned.isTable() ? "SEQ Table \\* ARABIC" : "SEQ Figure \\* ARABIC",
                        number.group());
                run(paragraph, label.substring(number.end()));
            } else {
                run(paragraph, label);
            }
            end(paragraph, mark);
            run(paragraph, Outline.caption("", captioned.caption()));
            switch (captioned.content()) {
                case Table table -> table(table);
                case Chart chart -> drawing(chartOnPaper(captioned.drawn(chart)), chart.alternative());
                case Picture picture -> drawing(picture.svg(), picture.alternative());
                default -> throw new IllegalStateException("Nothing else has a caption");
            }
            if (!captioned.source().isBlank()) {
                line(word.createParagraph(), "Note", captioned.source());
            }
        }

        private void footnote(XWPFParagraph paragraph, String text) {
            XWPFFootnote note = footnotes().createFootnote();
            CTR mark = paragraph.createRun().getCTR();
            mark.addNewRPr().addNewRStyle().setVal(styles.id("FootnoteReference"));
            mark.addNewFootnoteReference().setId(note.getId());
            XWPFParagraph said = styled(
                    note.getParagraphs().isEmpty()
                            ? note.createParagraph()
                            : note.getParagraphs().getFirst(),
                    "FootnoteText");
            while (said.getCTP().sizeOfRArray() > 0) {
                said.getCTP().removeR(0);
            }
            CTR same = said.getCTP().addNewR();
            same.addNewRPr().addNewRStyle().setVal(styles.id("FootnoteReference"));
            same.addNewFootnoteRef();
            CTR words = said.getCTP().addNewR();
            CTText space = words.addNewT();
            space.setStringValue(" " + CleanText.of(text).replaceAll("\\R", " "));
            space.setSpace(SpaceAttribute.Space.PRESERVE);
            if (rightToLeft && !ReadingOrder.isLeftToRight(text)) {
                words.addNewRPr().addNewRtl();
            }
        }

        private XWPFFootnotes footnotes() {
            XWPFFootnotes notes = word.createFootnotes();
            if (notes.getFootnotesList().isEmpty()) {
                notes.addFootnote(rule(-1, STFtnEdn.SEPARATOR));
                notes.addFootnote(rule(0, STFtnEdn.CONTINUATION_SEPARATOR));
            }
            return notes;
        }

        /** The line above notes, which Word wants to find in every file that has notes. */
        private static CTFtnEdn rule(int id, STFtnEdn.Enum type) {
            CTFtnEdn rule = CTFtnEdn.Factory.newInstance();
            rule.setType(type);
            rule.setId(BigInteger.valueOf(id));
            CTR run = rule.addNewP().addNewR();
            if (type.equals(STFtnEdn.SEPARATOR)) {
                run.addNewSeparator();
            } else {
                run.addNewContinuationSeparator();
            }
            return rule;
        }

        private XWPFParagraph styled(XWPFParagraph paragraph, String style) {
            paragraph.setStyle(styles.id(style));
            if (rightToLeft) {
                paragraph.getCTP().getPPr().addNewBidi();
            }
            return paragraph;
        }

        @Override
        public void line(XWPFParagraph paragraph, String style, String text) {
            run(styled(paragraph, style), text);
        }

        private XWPFRun run(XWPFParagraph paragraph, String text) {
            XWPFRun run = paragraph.createRun();
            fill(run, text);
            return run;
        }

        private void fill(XWPFRun run, String text) {
            String clean = CleanText.of(text).replace("\r\n", "\n").replace('\r', '\n');
            String[] lines = clean.split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                if (i > 0) {
                    run.addBreak();
                }
                run.setText(lines[i], i);
            }
            if (rightToLeft && !ReadingOrder.isLeftToRight(clean)) {
                (run.getCTR().isSetRPr() ? run.getCTR().getRPr() : run.getCTR().addNewRPr()).addNewRtl();
            }
        }

        private void spans(XWPFParagraph paragraph, Paragraph text) {
            for (Span span : text.spans()) {
                Optional<URI> link = span.link().filter(Span::isHarmless);
                if (!span.text().isEmpty()) {
                    XWPFRun run = link.isPresent()
                            ? paragraph.createHyperlinkRun(link.get().toASCIIString())
                            : paragraph.createRun();
                    fill(run, span.text());
                    if (link.isPresent()) {
                        run.setStyle(styles.id("Hyperlink"));
                    }
                    if (span.strong()) {
                        run.setBold(true);
                    }
                }
                span.reference()
                        .ifPresent(key -> field(
                                paragraph,
                                "REF " + captionBookmarks.get(key) + " \\h",
                                outline.captions().getOrDefault(key, "")));
                span.footnote().ifPresent(note -> footnote(paragraph, note));
            }
        }

        private void bullets(Bullets bullets) {
            BigInteger list = bullets.numbered() ? styles.newList() : styles.bullets();
            for (Paragraph item : bullets.items()) {
                XWPFParagraph paragraph = styled(word.createParagraph(), "ListParagraph");
                paragraph.setNumID(list);
                spans(paragraph, item);
            }
        }

        private void figures(KeyFigures figures) {
            if (figures.figures().isEmpty()) {
                return;
            }
            int count = figures.figures().size();
            XWPFTable table = word.createTable(1, count);
            int width = Math.min(frame.textWidth() / count, DocxFrame.twips(60));
            layout(table, java.util.Collections.nCopies(count, width), false);
            for (int i = 0; i < count; i++) {
                KeyFigures.KeyFigure figure = figures.figures().get(i);
                XWPFTableCell cell = table.getRow(0).getCell(i);
                width(cell, width);
                line(first(cell), "Cell", figure.label());
                line(cell.addParagraph(), "KeyFigure", figure.value());
                if (!figure.note().isBlank()) {
                    line(cell.addParagraph(), "Note", figure.note());
                }
            }
            gap();
        }

        private void table(Table table) {
            int columns = table.columns().size();
            int footer = table.footer().isPresent() ? 1 : 0;
            XWPFTable drawn = word.createTable(1 + table.rows().size() + footer, columns);
            double typePoints = document.page().typePoints() * 0.9;
            double factor = new ColumnWidths(table, cells, typePoints).typeFactor(frame.textWidth());
            List<Integer> widths = new ColumnWidths(table, cells, typePoints * factor).fitted(frame.textWidth());
            layout(drawn, widths, true);
            List<XWPFTableRow> rows = drawn.getRows();
            XWPFTableRow head = rows.getFirst();
            head.setRepeatHeader(true);
            head.setCantSplitRow(true);
            for (int i = 0; i < columns; i++) {
                XWPFTableCell cell = head.getCell(i);
                width(cell, widths.get(i));
                XWPFParagraph paragraph = styled(first(cell), "Cell");
                align(paragraph, table.columns().get(i).isNumeric());
                paragraph.setKeepNext(true);
                run(paragraph, table.columns().get(i).heading()).setBold(true);
            }
            for (int i = 0; i < table.rows().size(); i++) {
                row(table, rows.get(i + 1), table.rows().get(i), widths, false);
            }
            table.footer().ifPresent(cellsOfFooter -> row(table, rows.getLast(), cellsOfFooter, widths, true));
            // No row stands alone at the head or the foot of a page.
            if (rows.size() > 2) {
                keepWithNext(rows.get(1));
                keepWithNext(rows.get(rows.size() - 2));
            }
            if (factor < 1) {
                rows.forEach(row -> row.getTableCells().forEach(cell -> small(cell, typePoints * factor)));
            }
            gap();
        }

        private static void keepWithNext(XWPFTableRow row) {
            row.getTableCells().forEach(cell -> cell.getParagraphs().forEach(paragraph -> paragraph.setKeepNext(true)));
        }

        private static void small(XWPFTableCell cell, double points) {
            cell.getParagraphs().forEach(paragraph -> paragraph.getRuns().forEach(run -> run.setFontSize(points)));
        }

        private void row(Table table, XWPFTableRow row, List<Cell> content, List<Integer> widths, boolean bold) {
            row.setCantSplitRow(true);
            List<XWPFTableCell> drawn = row.getTableCells();
            for (int i = 0; i < content.size(); i++) {
                cell(table.columns().get(i), content.get(i), drawn.get(i), widths.get(i), bold);
            }
        }

        private void cell(Column column, Cell content, XWPFTableCell cell, int width, boolean bold) {
            width(cell, width);
            XWPFParagraph paragraph = styled(first(cell), "Cell");
            align(paragraph, column.isNumeric() && !(content.content() instanceof Cell.Content.Words));
            Optional<URI> link = content.harmlessLink();
            XWPFRun run =
                    link.isPresent() ? paragraph.createHyperlinkRun(link.get().toASCIIString()) : paragraph.createRun();
            fill(run, cells.of(column, content));
            if (link.isPresent()) {
                run.setStyle(styles.id("Hyperlink"));
            }
            run.setBold(bold);
            if (content.content() instanceof Cell.Content.Blank) {
                run.setColor(Palette.LIGHT.faint().substring(1));
            }
            content.codeForReaders()
                    .ifPresent(code -> run(paragraph, "\u00a0" + code)
                            .setColor(Palette.LIGHT.faint().substring(1)));
            content.footnote().ifPresent(note -> footnote(paragraph, note));
            content.tint().ifPresent(tint -> {
                CTShd shade = properties(cell).addNewShd();
                shade.setVal(STShd.CLEAR);
                shade.setColor("auto");
                shade.setFill(Palette.LIGHT.hex(tint).substring(1));
                run.setColor(Palette.LIGHT.inkOn(tint).substring(1));
            });
        }

        private void align(XWPFParagraph paragraph, boolean numeric) {
            if (!numeric) {
                return;
            }
            if (rightToLeft) {
                // A number is read from left to right wherever it stands; its column ends at the left.
                paragraph.getCTP().getPPr().unsetBidi();
                paragraph.setAlignment(ParagraphAlignment.LEFT);
            } else {
                paragraph.setAlignment(ParagraphAlignment.RIGHT);
            }
        }

        private void layout(XWPFTable table, List<Integer> widths, boolean ruled) {
            CTTblPr properties = table.getCTTbl().getTblPr();
            if (properties.isSetTblBorders()) {
                properties.unsetTblBorders();
            }
            if (rightToLeft) {
                properties.addNewBidiVisual();
            }
            properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
            var total = properties.isSetTblW() ? properties.getTblW() : properties.addNewTblW();
            total.setType(STTblWidth.DXA);
            total.setW(BigInteger.valueOf(
                    widths.stream().mapToInt(Integer::intValue).sum()));
            table.setCellMargins(30, CELL_MARGIN, 30, CELL_MARGIN);
            if (ruled) {
                // The rules, not the words, begin at the margin of the page.
                var indent = properties.addNewTblInd();
                indent.setType(STTblWidth.DXA);
                indent.setW(BigInteger.valueOf(CELL_MARGIN));
                CTTblBorders borders = properties.addNewTblBorders();
                for (var border : List.of(borders.addNewTop(), borders.addNewBottom(), borders.addNewInsideH())) {
                    border.setVal(STBorder.SINGLE);
                    border.setSz(BigInteger.valueOf(4));
                    border.setSpace(BigInteger.ZERO);
                    border.setColor(Palette.LIGHT.rule().substring(1));
                }
            }
            var grid = table.getCTTbl().getTblGrid() == null
                    ? table.getCTTbl().addNewTblGrid()
                    : table.getCTTbl().getTblGrid();
            while (grid.sizeOfGridColArray() > 0) {
                grid.removeGridCol(0);
            }
            widths.forEach(width -> grid.addNewGridCol().setW(BigInteger.valueOf(width)));
        }

        private static void width(XWPFTableCell cell, int width) {
            var cellWidth = properties(cell).isSetTcW()
                    ? properties(cell).getTcW()
                    : properties(cell).addNewTcW();
            cellWidth.setType(STTblWidth.DXA);
            cellWidth.setW(BigInteger.valueOf(width));
        }

        private static CTTcPr properties(XWPFTableCell cell) {
            return cell.getCTTc().isSetTcPr()
                    ? cell.getCTTc().getTcPr()
                    : cell.getCTTc().addNewTcPr();
        }

        private static XWPFParagraph first(XWPFTableCell cell) {
            return cell.getParagraphs().isEmpty()
                    ? cell.addParagraph()
                    : cell.getParagraphs().getFirst();
        }

        /** Word joins two tables that follow one another. */
        private void gap() {
            styled(word.createParagraph(), "Cell");
        }

        private void drawing(String svg, String alternative) throws IOException, InvalidFormatException {
            drawing(svg, alternative, Size.pixels(frame.page().drawingHeightMillimetres()));
        }

        private void drawing(String svg, String alternative, int highest) throws IOException, InvalidFormatException {
            drawings++;
            String safe = SafeSvg.of(svg, "w", "");
            var size = PngWriter.load(safe).size();
            double shrink =
                    Math.min(1, Math.min(drawingSize().width() / (double) size.width, highest / (double) size.height));
            ByteArrayOutputStream picture = new ByteArrayOutputStream();
            pictures.write(safe, SHARPNESS * shrink, picture);
            boolean beside = frame.page() == Page.BRIEF && drawingsBeside % 2 == 1;
            XWPFParagraph paragraph = beside ? word.getLastParagraph() : styled(word.createParagraph(), "Normal");
            paragraph.setVerticalAlignment(TextAlignment.TOP);
            drawingsBeside++;
            if (beside) {
                run(paragraph, " ");
            }
            XWPFRun run = paragraph.createRun();
            run.addPicture(
                    new ByteArrayInputStream(picture.toByteArray()),
                    PictureType.PNG,
                    "drawing" + drawings + ".png",
                    (int) (size.width * shrink * EMU_PER_PIXEL),
                    (int) (size.height * shrink * EMU_PER_PIXEL));
            CTInline inline = run.getCTR().getDrawingArray(0).getInlineArray(0);
            inline.getDocPr().setId(drawings);
            inline.getDocPr().setName("Drawing " + drawings);
            inline.getDocPr().setDescr(CleanText.of(alternative));
        }
    }
}
