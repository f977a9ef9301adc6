package org.salus.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TextAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.drawingml.x2006.wordprocessingDrawing.CTInline;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumbering;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTShd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTabStop;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblBorders;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STShd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;
import org.salus.framework.Wording;

/**
 * Writes a document for Word: real headings, lists and table heads, so that it can be edited, outlined and read aloud; drawings as pictures with alternative texts.
 * The typeface is Arial, which Word and LibreOffice have for Latin, Cyrillic and Arabic (there as Liberation Sans).
 */
public final class DocxWriter {
    /** What such a document is, for whoever sends it. */
    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final double TWIPS_PER_MILLIMETRE = 1440 / 25.4;
    private static final int EMU_PER_PIXEL = 9525;
    private static final double SHARPNESS = 2.5;

    private final ChartDrawer charts;
    private final PngWriter pictures = new PngWriter();

    public DocxWriter(ChartDrawer charts) {
        this.charts = charts;
    }

    /** Writes the file. */
    public void write(Document document, OutputStream out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XWPFDocument word = new XWPFDocument()) {
            new Composition(document, word).write();
            word.write(bytes);
        } catch (XmlException | InvalidFormatException defect) {
            throw new IllegalStateException("The document's own parts cannot be read", defect);
        }
        SteadyZip.copy(new SeekableInMemoryByteChannel(bytes.toByteArray()), document, out);
    }

    private final class Composition {
        private static final int CELL_MARGIN = 85;
        private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)([0-9]*)}");

        private final Document document;
        private final XWPFDocument word;
        private final CellText cells;
        private final Wording wording;
        private final boolean rightToLeft;
        private final int textWidth;
        private int drawings;
        private int drawingsBeside;

        Composition(Document document, XWPFDocument word) {
            this.document = document;
            this.word = word;
            this.cells = new CellText(document.language());
            this.wording = Wording.in(document.language());
            this.rightToLeft = document.rightToLeft();
            this.textWidth = twips(document.page().textWidthMillimetres());
        }

        void write() throws XmlException, IOException, InvalidFormatException {
            word.createStyles()
                    .setStyles(
                            StylesDocument.Factory.parse(resource("styles.xml")).getStyles());
            CTNumbering numbering =
                    NumberingDocument.Factory.parse(resource("numbering.xml")).getNumbering();
            word.createNumbering().setNumbering(numbering);
            paper();
            footer();
            line(word.createParagraph(), "Title", document.title());
            if (!document.subtitle().isBlank()) {
                line(word.createParagraph(), "Subtitle", document.subtitle());
            }
            for (Block block : document.blocks()) {
                if (!(block instanceof Chart || block instanceof Picture)) {
                    drawingsBeside = 0;
                }
                block(block, numbering);
            }
        }

        private void block(Block block, CTNumbering numbering) throws IOException, InvalidFormatException {
            switch (block) {
                case Heading heading -> line(word.createParagraph(), "Heading" + heading.level(), heading.text());
                case Paragraph paragraph -> spans(styled(word.createParagraph(), "Normal"), paragraph);
                case KeyFigures figures -> figures(figures);
                case Table table -> table(table);
                case Chart chart ->
                    drawing(charts.draw(chart.option(), Size.onPaper(document.page())), chart.alternative());
                case Picture picture -> drawing(picture.svg(), picture.alternative());
                case Bullets bullets -> bullets(bullets, numbering);
                case PageBreak pageBreak -> word.createParagraph().setPageBreak(true);
                case Captioned captioned -> block(captioned.content(), numbering);
                case Contents contents -> {
                    // Not yet.
                }
                case Note note -> line(word.createParagraph(), "Note", note.text());
            }
        }

        private String resource(String name) throws IOException {
            Palette colours = Palette.LIGHT;
            try (InputStream file = Objects.requireNonNull(DocxWriter.class.getResourceAsStream(name), name)) {
                String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
                return PLACE.matcher(text)
                        .replaceAll(place -> Matcher.quoteReplacement(
                                switch (place.group(1)) {
                                    case "ink" -> colours.ink().substring(1);
                                    case "faint" -> colours.faint().substring(1);
                                    case "rule" -> colours.rule().substring(1);
                                    case "link" ->
                                        colours.hex(new Tint(Hue.ACCENT, 5)).substring(1);
                                    case "language" ->
                                        HtmlWriter.escape(document.language().toLanguageTag());
                                    case "type" -> halfPoints(place.group(2));
                                    default -> place.group();
                                }));
            }
        }

        /** The size of the type in half points; the digits are tenths of the text's size. */
        private String halfPoints(String tenths) {
            double factor = tenths.isEmpty() ? 1 : Integer.parseInt(tenths) / 10.0;
            return Long.toString(Math.round(document.page().typePoints() * factor * 2));
        }

        private void paper() {
            Page page = document.page();
            CTSectPr section = word.getDocument().getBody().addNewSectPr();
            CTPageSz size = section.addNewPgSz();
            size.setW(BigInteger.valueOf(twips(page.widthMillimetres())));
            size.setH(BigInteger.valueOf(twips(page.heightMillimetres())));
            if (page.widthMillimetres() > page.heightMillimetres()) {
                size.setOrient(STPageOrientation.LANDSCAPE);
            }
            CTPageMar margins = section.addNewPgMar();
            BigInteger margin = BigInteger.valueOf(twips(page.marginMillimetres()));
            margins.setLeft(margin);
            margins.setRight(margin);
            margins.setTop(margin);
            margins.setBottom(BigInteger.valueOf(twips(14)));
            margins.setHeader(BigInteger.valueOf(twips(6)));
            margins.setFooter(BigInteger.valueOf(twips(6)));
        }

        private void footer() {
            XWPFFooter footer = word.createFooter(HeaderFooterType.DEFAULT);
            XWPFParagraph line = styled(footer.createParagraph(), "Footer");
            CTTabStop end = line.getCTP().getPPr().addNewTabs().addNewTab();
            end.setVal(STTabJc.RIGHT);
            end.setPos(BigInteger.valueOf(textWidth));
            run(line, HtmlWriter.versionLine(document, wording));
            line.createRun().addTab();
            line.getCTP().addNewFldSimple().setInstr("PAGE");
            run(line, " / ");
            line.getCTP().addNewFldSimple().setInstr("NUMPAGES");
        }

        private XWPFParagraph styled(XWPFParagraph paragraph, String style) {
            paragraph.setStyle(style);
            if (rightToLeft) {
                paragraph.getCTP().getPPr().addNewBidi();
            }
            return paragraph;
        }

        private void line(XWPFParagraph paragraph, String style, String text) {
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
                XWPFRun run = link.isPresent()
                        ? paragraph.createHyperlinkRun(link.get().toASCIIString())
                        : paragraph.createRun();
                fill(run, span.text());
                if (link.isPresent()) {
                    run.setStyle("Hyperlink");
                }
                if (span.strong()) {
                    run.setBold(true);
                }
            }
        }

        private void bullets(Bullets bullets, CTNumbering numbering) {
            BigInteger list = BigInteger.ONE;
            if (bullets.numbered()) {
                // Each numbered list begins at 1 again.
                list = BigInteger.valueOf(numbering.sizeOfNumArray() + 1L);
                CTNum number = numbering.addNewNum();
                number.setNumId(list);
                number.addNewAbstractNumId().setVal(BigInteger.ONE);
                var start = number.addNewLvlOverride();
                start.setIlvl(BigInteger.ZERO);
                start.addNewStartOverride().setVal(BigInteger.ONE);
            }
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
            int width = Math.min(textWidth / count, twips(60));
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
            line(word.createParagraph(), "Caption", table.caption());
            int columns = table.columns().size();
            int footer = table.footer().isPresent() ? 1 : 0;
            XWPFTable drawn = word.createTable(1 + table.rows().size() + footer, columns);
            List<Integer> widths =
                    new ColumnWidths(table, cells, document.page().typePoints() * 0.9).fitted(textWidth);
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
            gap();
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
                run.setStyle("Hyperlink");
            }
            run.setBold(bold);
            if (content.content() instanceof Cell.Content.Blank) {
                run.setColor(Palette.LIGHT.faint().substring(1));
            }
            content.code()
                    .ifPresent(code -> run(paragraph, "\u00a0" + code)
                            .setColor(Palette.LIGHT.faint().substring(1)));
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
            drawings++;
            String safe = SafeSvg.of(svg, "w", "");
            var size = PngWriter.load(safe).size();
            double shrink = Math.min(1, Size.onPaper(document.page()).width() / (double) size.width);
            ByteArrayOutputStream picture = new ByteArrayOutputStream();
            pictures.write(safe, SHARPNESS * shrink, picture);
            boolean beside = document.page() == Page.BRIEF && drawingsBeside % 2 == 1;
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

        private static int twips(double millimetres) {
            return (int) Math.round(millimetres * TWIPS_PER_MILLIMETRE);
        }
    }
}
