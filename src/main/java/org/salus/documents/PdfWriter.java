package org.salus.documents;

import com.github.weisj.jsvg.SVGDocument;
import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.layout.UrlAwareLineBreakIterator;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import com.openhtmltopdf.util.XRLog;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DPaintApplier;
import java.awt.Paint;
import java.awt.geom.AffineTransform;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.text.Bidi;
import java.text.BreakIterator;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPatternContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDPattern;
import org.apache.pdfbox.pdmodel.graphics.pattern.PDTilingPattern;
import org.apache.pdfbox.pdmodel.graphics.shading.PDShading;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Writes a document as a tagged PDF (PDF/UA-1) with embedded fonts, laid out from the page of {@link HtmlWriter}. */
public final class PdfWriter {
    static {
        // The layout engine reports every skipped style property; the tests look at the pages instead.
        XRLog.setLoggingEnabled(false);
    }

    /** Notes are set at 0.82 of this; anything smaller nobody reads on paper. */
    private static final double SMALLEST_TYPE_POINTS = 7.3;

    private static final double TYPE_STEP = 0.4;

    /** A sheet of so many pages is handed out, and one leaf less is worth a type that hardly anybody sees to be smaller. */
    private static final int MOST_OF_A_SHEET = 3;

    private static final double SMALLEST_OF_A_SHEET = 0.87;

    private final HtmlWriter pages;

    public PdfWriter(HtmlWriter pages) {
        this.pages = pages;
    }

    /**
     * A document as PDF.
     *
     * @param bytes the file
     * @param pages how many pages it has: a brief is meant to have one
     * @param headingPages the page of each heading of the document in reading order, from 1
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Printed(byte[] bytes, int pages, List<Integer> headingPages) {
        public Printed {
            headingPages = List.copyOf(headingPages);
        }
    }

    /**
     * Writes the file. A {@link Page#BRIEF} that is a little too long for its page is set in smaller type, as small as can still be read; a text of two or three pages whose last
     * page holds nothing but its last chapter or the rest of it, in a little smaller type if that saves the page.
     *
     * @return how many pages it has: a brief is meant to have one
     */
    public int write(Document document, OutputStream out) throws IOException {
        Printed printed = print(document);
        out.write(printed.bytes());
        return printed.pages();
    }

    /** The file and where its headings stand, see {@link #write}. */
    public Printed print(Document document) throws IOException {
        double typePoints = document.page().typePoints();
        Printed written = written(document, typePoints);
        if (document.page() == Page.BRIEF) {
            Printed smaller = written;
            for (double points = typePoints - TYPE_STEP;
                    smaller.pages() > 1 && points >= SMALLEST_TYPE_POINTS;
                    points -= TYPE_STEP) {
                smaller = written(document, points);
            }
            // What takes two pages anyhow is not set small for nothing.
            written = smaller.pages() == 1 ? smaller : written;
        } else if (endsOnAPageOfItsOwn(written)) {
            Printed smaller = written;
            for (double points = typePoints - TYPE_STEP;
                    smaller.pages() >= written.pages() && points >= typePoints * SMALLEST_OF_A_SHEET;
                    points -= TYPE_STEP) {
                smaller = written(document, points);
            }
            written = smaller.pages() < written.pages() ? smaller : written;
        }
        return written;
    }

    private static boolean endsOnAPageOfItsOwn(Printed sheet) {
        List<Integer> pages = sheet.headingPages();
        return sheet.pages() > 1
                && sheet.pages() <= MOST_OF_A_SHEET
                && pages.size() > 1
                && pages.get(pages.size() - 2) < sheet.pages();
    }

    private Printed written(Document document, double typePoints) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withW3cDocument(parse(pages.page(document, typePoints)), "about:blank");
        builder.usePdfUaAccessibility(true);
        builder.usePdfVersion(1.7f);
        builder.withProducer("Salus");
        builder.useFont(() -> Lettering.file(false), Lettering.FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> Lettering.file(true), Lettering.FAMILY, 700, FontStyle.NORMAL, true);
        builder.useSVGDrawer(new Drawer());
        builder.useUnicodeLineBreaker(new Lines());
        builder.useUnicodeBidiSplitter(Direction::new);
        builder.useUnicodeBidiReorderer(new Order());
        builder.defaultTextDirection(document.rightToLeft() ? TextDirection.RTL : TextDirection.LTR);
        for (ExternalResourceControlPriority priority : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((address, type) -> false, priority);
        }
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            PDDocument pdf = renderer.getPdfDocument();
            steady(document, pdf);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return new Printed(bytes.toByteArray(), pdf.getNumberOfPages(), headingPages(pdf));
        }
    }

    /** The outline lists the headings, one entry each. */
    private static List<Integer> headingPages(PDDocument pdf) throws IOException {
        List<Integer> pages = new ArrayList<>();
        PDDocumentOutline outline = pdf.getDocumentCatalog().getDocumentOutline();
        if (outline != null) {
            collect(outline, pdf, pages);
        }
        return pages;
    }

    private static void collect(PDOutlineNode node, PDDocument pdf, List<Integer> pages) throws IOException {
        for (PDOutlineItem item : node.children()) {
            pages.add(pdf.getPages().indexOf(item.findDestinationPage(pdf)) + 1);
            collect(item, pdf, pages);
        }
    }

    private static void steady(Document document, PDDocument pdf) throws IOException {
        Calendar date = GregorianCalendar.from(document.version().instant().atZone(ZoneOffset.UTC));
        date.setTimeZone(TimeZone.getTimeZone("UTC"));
        PDDocumentInformation information = pdf.getDocumentInformation();
        information.setCreationDate(date);
        information.setModificationDate(date);
        document.binding()
                .imprint()
                .ifPresent(imprint -> imprint.properties().forEach(information::setCustomMetadataValue));
        pdf.setDocumentId(document.version().number(document.title()));
        var metadata = pdf.getDocumentCatalog().getMetadata();
        if (metadata != null) {
            String day = document.version().instant().toString();
            String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8)
                    .replaceAll("(<xmp:(CreateDate|ModifyDate|MetadataDate)>)[^<]*(</xmp:)", "$1" + day + "$3");
            metadata.importXMPMetadata(xmp.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static org.w3c.dom.Document parse(String page) {
        try {
            org.w3c.dom.Document parsed = Markup.parse(page.substring(page.indexOf("<html")));
            // The layout engine takes a drawing's alternative text from this attribute.
            NodeList drawings = parsed.getElementsByTagNameNS("http://www.w3.org/2000/svg", "svg");
            for (int i = 0; i < drawings.getLength(); i++) {
                Element drawing = (Element) drawings.item(i);
                drawing.setAttribute("alt", drawing.getAttribute("aria-label"));
            }
            bookmark(parsed);
            return parsed;
        } catch (SAXException broken) {
            throw new IllegalStateException("The page is not well-formed", broken);
        }
    }

    /** Lists the headings for the outline beside the pages. */
    private static void bookmark(org.w3c.dom.Document page) {
        Element outline = page.createElement("bookmarks");
        List<Element> open = new ArrayList<>(List.of(outline));
        NodeList elements = page.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            Element heading = (Element) elements.item(i);
            if (!heading.getTagName().matches("h[2-4]")) {
                continue;
            }
            int level = Math.min(heading.getTagName().charAt(1) - '1', open.size());
            String id = heading.getAttribute("id");
            Element bookmark = page.createElement("bookmark");
            bookmark.setAttribute("name", heading.getTextContent());
            bookmark.setAttribute("href", "#" + id);
            open.get(level - 1).appendChild(bookmark);
            open.subList(level, open.size()).clear();
            open.add(bookmark);
        }
        if (outline.hasChildNodes()) {
            page.getElementsByTagName("head").item(0).appendChild(outline);
        }
    }

    /** Puts drawings into the page as vectors. */
    private static final class Drawer implements SVGDrawer {
        @Override
        public SVGImage buildSVGImage(
                Element svg, Box box, CssContext context, double cssWidth, double cssHeight, double dotsPerPixel) {
            SVGDocument drawing = PngWriter.load(text(svg));
            double width = cssWidth >= 0 ? cssWidth : drawing.size().width * dotsPerPixel;
            double ratio = drawing.size().height / drawing.size().width;
            double height = cssHeight >= 0 ? cssHeight : width * ratio;
            return new Image(drawing, width, height, dotsPerPixel);
        }

        @Override
        public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {
            // The page has no font rules: the shipped family is registered.
        }

        @Override
        public void addFontFile(java.io.File file, String family, Integer weight, FontStyle style) {
            // See above.
        }

        @Override
        public void close() {
            // Nothing is held.
        }

        private static String text(Element svg) {
            try {
                Transformer transformer =
                        TransformerFactory.newDefaultInstance().newTransformer();
                transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
                StringWriter text = new StringWriter();
                transformer.transform(new DOMSource(svg), new StreamResult(text));
                return text.toString();
            } catch (TransformerException broken) {
                throw new IllegalStateException("A drawing cannot be copied", broken);
            }
        }
    }

    private record Image(SVGDocument drawing, double width, double height, double dotsPerPixel)
            implements SVGDrawer.SVGImage {
        @Override
        public int getIntrinsicWidth() {
            return (int) width;
        }

        @Override
        public int getIntrinsicHeight() {
            return (int) height;
        }

        @Override
        public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
            device.drawWithGraphics(
                    (float) x, (float) y, (float) (width / dotsPerPixel), (float) (height / dotsPerPixel), graphics -> {
                        if (graphics instanceof PdfBoxGraphics2D pdf) {
                            pdf.setPaintApplier(new Hatching());
                        }
                        PngWriter.draw(drawing, graphics, width / dotsPerPixel, height / dotsPerPixel);
                    });
        }
    }

    /**
     * Cuts a paragraph into runs of one direction with the platform's implementation of Unicode's rules. In a left-to-right paragraph a number inside
     * right-to-left text stays with that text: the layout engine sets runs beside one another in the order of reading.
     */
    private static final class Direction implements BidiSplitter {
        private final List<BidiTextRun> runs = new ArrayList<>();

        @Override
        public void setParagraph(String paragraph, byte direction) {
            Bidi bidi = new Bidi(
                    paragraph,
                    switch (direction) {
                        case BidiSplitter.RTL -> Bidi.DIRECTION_RIGHT_TO_LEFT;
                        case BidiSplitter.LTR -> Bidi.DIRECTION_LEFT_TO_RIGHT;
                        default -> Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT;
                    });
            boolean leftToRight = bidi.getBaseLevel() % 2 == 0;
            runs.clear();
            int start = 0;
            for (int i = 0; i < bidi.getRunCount(); i++) {
                boolean turned = isTurned(bidi, i, leftToRight);
                boolean last = i + 1 == bidi.getRunCount();
                if (last || isTurned(bidi, i + 1, leftToRight) != turned) {
                    int limit = bidi.getRunLimit(i);
                    runs.add(new BidiTextRun(start, limit - start, turned ? BidiSplitter.RTL : BidiSplitter.LTR));
                    start = limit;
                }
            }
        }

        private static boolean isTurned(Bidi bidi, int run, boolean leftToRight) {
            int level = bidi.getRunLevel(run);
            return leftToRight ? level > 0 : level % 2 == 1;
        }

        @Override
        public int countTextRuns() {
            return runs.size();
        }

        @Override
        public BidiTextRun getVisualRun(int run) {
            return runs.get(run);
        }

        @Override
        public byte getBaseDirection(String paragraph) {
            Bidi whole = new Bidi(paragraph, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
            return whole.getBaseLevel() % 2 == 0 ? BidiSplitter.LTR : BidiSplitter.RTL;
        }
    }

    /**
     * Breaks lines as usual, but never after the apostrophe of an elision, which the platform takes for a closing quotation mark, and never at a space that holds words together: the
     * platform would let a closing guillemet begin a line.
     */
    private static final class Lines implements FSTextBreaker {
        private static final char APOSTROPHE = '\u2019';

        private static final String UNBROKEN = "\u00a0\u202f";

        private final FSTextBreaker usual = new UrlAwareLineBreakIterator(BreakIterator.getLineInstance(Locale.US));
        private String text = "";

        @Override
        public void setText(String words) {
            text = words;
            usual.setText(words);
        }

        @Override
        public int next() {
            int place = usual.next();
            while (isInElision(place) || isAtUnbrokenSpace(place)) {
                place = usual.next();
            }
            return place;
        }

        private boolean isAtUnbrokenSpace(int place) {
            return place > 0
                    && place < text.length()
                    && (UNBROKEN.indexOf(text.charAt(place)) >= 0 || UNBROKEN.indexOf(text.charAt(place - 1)) >= 0);
        }

        private boolean isInElision(int place) {
            return place > 1
                    && place < text.length()
                    && text.charAt(place - 1) == APOSTROPHE
                    && Character.isLetter(text.charAt(place - 2))
                    && Character.isLetter(text.charAt(place));
        }
    }

    /** Joins letters and turns runs of right-to-left text round. */
    private static final class Order implements BidiReorderer {
        @Override
        public String reorderRTLTextToLTR(String text) {
            return ReadingOrder.visualOfRightToLeft(text);
        }

        @Override
        public String shapeText(String text) {
            return ArabicShapes.join(text);
        }

        @Override
        public String deshapeText(String text) {
            return ArabicShapes.separate(text);
        }

        @Override
        public boolean isLiveImplementation() {
            return true;
        }
    }

    /** Hatches what a drawing fills with a pattern: the drawing's renderer would hand over pixels, and the PDF's graphics cannot take those. */
    private static final class Hatching extends PdfBoxGraphics2DPaintApplier {
        private static final float STEP = 5f;

        @Override
        public @Nullable PDShading applyPaint(
                Paint paint, PDPageContentStream page, AffineTransform transform, IPaintEnv surroundings)
                throws IOException {
            if (!paint.getClass().getName().endsWith("TransformedPaint")) {
                return super.applyPaint(paint, page, transform, surroundings);
            }
            PDTilingPattern pattern = new PDTilingPattern();
            pattern.setPaintType(PDTilingPattern.PAINT_COLORED);
            pattern.setTilingType(PDTilingPattern.TILING_CONSTANT_SPACING);
            pattern.setBBox(new PDRectangle(STEP, STEP));
            pattern.setXStep(STEP);
            pattern.setYStep(STEP);
            pattern.setResources(new PDResources());
            try (PDPatternContentStream lines = new PDPatternContentStream(pattern)) {
                lines.setStrokingColor(0.2f);
                lines.setLineWidth(0.55f);
                // The corners' strokes close the line across neighbouring tiles.
                for (float shift : new float[] {-STEP, 0, STEP}) {
                    lines.moveTo(shift - 1, -1);
                    lines.lineTo(shift + STEP + 1, STEP + 1);
                }
                lines.stroke();
            }
            page.setNonStrokingColor(
                    new PDColor(surroundings.getResources().add(pattern), new PDPattern(surroundings.getResources())));
            return null;
        }
    }
}
