package org.salus.documents;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFHeaderFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBody;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHdrFtrRef;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTabStop;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;

/** The paper of a Word file, part by part, with the lines at the head and foot of each page. */
final class DocxFrame {
    private static final double TWIPS_PER_MILLIMETRE = 1440 / 25.4;
    private static final int LINE_AT_EDGE_MILLIMETRES = 6;
    private static final int TOP_BELOW_A_LINE_MILLIMETRES = 22;

    /** Puts text into a paragraph of a style. */
    interface Typing {
        /** A paragraph of that style that says the text. */
        void line(XWPFParagraph paragraph, String style, String text);

        /** A field that the word processor fills in, such as the number of the page. */
        void field(XWPFParagraph paragraph, String instruction, String result);
    }

    private final Document document;
    private final XWPFDocument word;
    private final boolean inHouseStyle;
    private final Typing typing;
    private final String footer;
    private final Map<Page, CTHdrFtrRef> footers = new EnumMap<>(Page.class);
    private final List<CTSectPr> ended = new ArrayList<>();
    private final CTSectPr last;
    private final Paper paper;
    private Page page;

    /**
     * A sheet.
     *
     * @param width in twentieths of a point, as all others
     */
    private record Paper(int width, int height, int left, int right, int top, int bottom) {
        static Paper of(Page page, boolean hasHead) {
            int margin = twips(page.marginMillimetres());
            return new Paper(
                    twips(page.widthMillimetres()),
                    twips(page.heightMillimetres()),
                    margin,
                    margin,
                    hasHead ? Math.max(margin, twips(TOP_BELOW_A_LINE_MILLIMETRES)) : margin,
                    twips(14));
        }

        Paper turned() {
            return new Paper(
                    /* width= */ height,
                    /* height= */ width,
                    /* left= */ top,
                    /* right= */ bottom,
                    /* top= */ left,
                    /* bottom= */ right);
        }
    }

    DocxFrame(Document document, XWPFDocument word, boolean inHouseStyle, String footer, Typing typing) {
        this.document = document;
        this.word = word;
        this.inHouseStyle = inHouseStyle;
        this.footer = footer;
        this.typing = typing;
        this.page = document.page();
        CTBody body = word.getDocument().getBody();
        this.last = body.isSetSectPr() ? body.getSectPr() : body.addNewSectPr();
        boolean keepsPaper = inHouseStyle && page == Page.PORTRAIT && last.isSetPgSz() && last.isSetPgMar();
        this.paper = keepsPaper ? held() : Paper.of(page, hasHead());
        if (!keepsPaper) {
            set(last, paper);
        }
        lines();
    }

    /** How wide text can be here, in twentieths of a point. */
    int textWidth() {
        Paper here = paper(page);
        return here.width() - here.left() - here.right();
    }

    /** The paper that what is written now stands on. */
    Page page() {
        return page;
    }

    /** Begins a new page, of other paper where the break says so. */
    void turn(PageBreak pageBreak) {
        Page next = pageBreak.page().orElse(page);
        if (next == page) {
            pageBreak();
            return;
        }
        CTSectPr section = endOfSection();
        set(section, paper(page));
        section.addNewFooterReference().set(footer(page));
        ended.add(section);
        page = next;
    }

    /** Begins a new page; the paragraph that says so is as low as can be, or the page would begin with an empty line. */
    void pageBreak() {
        XWPFParagraph low = word.createParagraph();
        low.setPageBreak(true);
        low.setSpacingAfter(0);
        low.setSpacingBetween(1, LineSpacingRule.EXACT);
    }

    /** Describes the last part; nothing can be added after it. */
    void close() {
        if (ended.isEmpty()) {
            return;
        }
        CTSectPr first = ended.getFirst();
        // What a part does not say it takes from the one before: the lines at the head are said once.
        for (CTHdrFtrRef reference : last.getHeaderReferenceList()) {
            first.addNewHeaderReference().set(reference);
        }
        for (CTHdrFtrRef reference : last.getFooterReferenceList()) {
            if (!reference.getType().equals(footer(document.page()).getType())) {
                first.addNewFooterReference().set(reference);
            }
        }
        if (last.isSetTitlePg()) {
            first.addNewTitlePg();
            last.unsetTitlePg();
        }
        CTHdrFtrRef own = (CTHdrFtrRef) footer(page).copy();
        while (last.sizeOfFooterReferenceArray() > 0) {
            last.removeFooterReference(0);
        }
        while (last.sizeOfHeaderReferenceArray() > 0) {
            last.removeHeaderReference(0);
        }
        last.addNewFooterReference().set(own);
        set(last, paper(page));
    }

    private boolean hasHead() {
        return !document.binding().header().isBlank()
                || !document.binding().notice().isBlank();
    }

    private Paper paper(Page which) {
        if (which == document.page()) {
            return paper;
        }
        return inHouseStyle && which == Page.LANDSCAPE && document.page() == Page.PORTRAIT
                ? paper.turned()
                : Paper.of(which, hasHead());
    }

    private Paper held() {
        return new Paper(
                number(last.getPgSz().getW()),
                number(last.getPgSz().getH()),
                number(last.getPgMar().getLeft()),
                number(last.getPgMar().getRight()),
                number(last.getPgMar().getTop()),
                number(last.getPgMar().getBottom()));
    }

    /** Measures are written as twentieths of a point or with a unit. */
    private static int number(Object measure) {
        String text = String.valueOf(measure);
        if (text.matches("-?[0-9]{1,6}")) {
            return Math.abs(Integer.parseInt(text));
        }
        throw new IllegalArgumentException("No measure of a page: " + text);
    }

    private CTSectPr endOfSection() {
        var elements = word.getBodyElements();
        XWPFParagraph end = !elements.isEmpty() && elements.getLast() instanceof XWPFParagraph paragraph
                ? paragraph
                : word.createParagraph();
        CTPPr properties =
                end.getCTP().isSetPPr() ? end.getCTP().getPPr() : end.getCTP().addNewPPr();
        return properties.addNewSectPr();
    }

    private static void set(CTSectPr section, Paper paper) {
        CTPageSz size = section.isSetPgSz() ? section.getPgSz() : section.addNewPgSz();
        size.setW(BigInteger.valueOf(paper.width()));
        size.setH(BigInteger.valueOf(paper.height()));
        if (paper.width() > paper.height()) {
            size.setOrient(STPageOrientation.LANDSCAPE);
        } else if (size.isSetOrient()) {
            size.unsetOrient();
        }
        CTPageMar margins = section.isSetPgMar() ? section.getPgMar() : section.addNewPgMar();
        margins.setLeft(BigInteger.valueOf(paper.left()));
        margins.setRight(BigInteger.valueOf(paper.right()));
        margins.setTop(BigInteger.valueOf(paper.top()));
        margins.setBottom(BigInteger.valueOf(paper.bottom()));
        BigInteger edge = BigInteger.valueOf(twips(LINE_AT_EDGE_MILLIMETRES));
        margins.setHeader(edge);
        margins.setFooter(edge);
        margins.setGutter(BigInteger.ZERO);
    }

    private void lines() {
        Binding binding = document.binding();
        if (hasHead()) {
            XWPFHeader head = word.createHeader(HeaderFooterType.DEFAULT);
            line(head, "Notice", binding.notice());
            line(head, "Header", binding.header());
        }
        foot(word.createFooter(HeaderFooterType.DEFAULT), textWidth());
        footers.put(page, (CTHdrFtrRef) last.getFooterReferenceList().stream()
                .filter(reference -> "default".equals(String.valueOf(reference.getType())))
                .findFirst()
                .orElseThrow()
                .copy());
        // A house that sets its first page like all others wants its own lines on a cover, too.
        if (last.isSetTitlePg() || (binding.cover().isPresent() && !inHouseStyle)) {
            XWPFHeader cover = word.createHeader(HeaderFooterType.FIRST);
            line(cover, "Notice", binding.notice());
            if (cover.getParagraphs().isEmpty()) {
                cover.createParagraph();
            }
            XWPFFooter coverFoot = word.createFooter(HeaderFooterType.FIRST);
            typing.line(blank(coverFoot), "Footer", footer);
        }
    }

    private CTHdrFtrRef footer(Page which) {
        return footers.computeIfAbsent(which, other -> {
            if (inHouseStyle) {
                // The house's own lines cannot be set twice; the number of the page stands a little further left on
                // wide paper.
                return footers.get(document.page());
            }
            CTSectPr section = CTSectPr.Factory.newInstance();
            XWPFHeaderFooterPolicy policy = new XWPFHeaderFooterPolicy(word, section);
            Paper wide = paper(other);
            foot(policy.createFooter(XWPFHeaderFooterPolicy.DEFAULT), wide.width() - wide.left() - wide.right());
            return section.getFooterReferenceArray(0);
        });
    }

    private void line(XWPFHeaderFooter place, String style, String text) {
        if (!text.isBlank()) {
            typing.line(blank(place), style, text);
        }
    }

    /** A new part may begin with an empty paragraph. */
    private static XWPFParagraph blank(XWPFHeaderFooter place) {
        List<XWPFParagraph> held = place.getParagraphs();
        return held.size() == 1
                        && held.getFirst().isEmpty()
                        && place.getTables().isEmpty()
                ? held.getFirst()
                : place.createParagraph();
    }

    private void foot(XWPFFooter place, int width) {
        XWPFParagraph line = blank(place);
        typing.line(line, "Footer", footer);
        CTTabStop end = line.getCTP().getPPr().addNewTabs().addNewTab();
        end.setVal(STTabJc.RIGHT);
        end.setPos(BigInteger.valueOf(width));
        line.createRun().addTab();
        typing.field(line, "PAGE", "1");
        line.createRun().setText(" / ");
        typing.field(line, "NUMPAGES", "1");
    }

    static int twips(double millimetres) {
        return (int) Math.round(millimetres * TWIPS_PER_MILLIMETRE);
    }
}
