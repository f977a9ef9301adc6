package org.salus.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.salus.framework.Wording;

/**
 * Writes a document as a web page or a part of one, in well-formed XML syntax and without any address outside itself but the links of the document: styles
 * and drawings stand in the page.
 */
public final class HtmlWriter {
    /** The size of the type in tables, of that of the text. */
    static final double TABLE_TYPE = 0.9;

    private static final double LINE_HEIGHT = 1.4;

    /** Above and below the lines of a row, with its rule. */
    private static final double ROW_PADDING_POINTS = 5.5;

    private static final double MILLIMETRES_PER_POINT = 25.4 / 72;

    private static final int TOP_BELOW_A_LINE_MILLIMETRES = 20;

    private final ChartDrawer charts;

    public HtmlWriter(ChartDrawer charts) {
        this.charts = charts;
    }

    /** A whole page, UTF-8. */
    public void write(Document document, OutputStream out) throws IOException {
        out.write(page(document).getBytes(StandardCharsets.UTF_8));
    }

    /** A whole page with its styles; charts are drawn. */
    public String page(Document document) {
        return page(document, document.page().typePoints());
    }

    /** The same in type of another size. */
    String page(Document document, double typePoints) {
        StringBuilder out = new StringBuilder(16_000);
        Wording wording = Wording.in(document.language());
        out.append("<!DOCTYPE html>\n<html lang=\"")
                .append(escape(document.language().toLanguageTag()))
                .append("\" dir=\"")
                .append(document.rightToLeft() ? "rtl" : "ltr")
                .append("\">\n<head>\n<meta charset=\"UTF-8\"/>\n<title>")
                .append(escape(document.title()))
                .append("</title>\n<meta name=\"description\" content=\"")
                .append(escape(document.subtitle().isBlank() ? document.title() : document.subtitle()))
                .append("\"/>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        document.binding()
                .imprint()
                .ifPresent(imprint -> imprint.properties()
                        .forEach((name, value) ->
                                out.append("<meta name=\"%s\" content=\"%s\"/>\n".formatted(name, escape(value)))));
        out.append("<style>\n")
                .append(style(document, typePoints))
                .append("</style>\n</head>\n<body>\n<p class=\"version\">")
                .append(escape(footLine(document, wording)))
                .append("</p>\n");
        Binding binding = document.binding();
        if (!binding.notice().isBlank()) {
            out.append("<p class=\"notice\">").append(escape(binding.notice())).append("</p>\n");
        }
        if (!binding.header().isBlank()) {
            out.append("<p class=\"head\">").append(escape(binding.header())).append("</p>\n");
        }
        out.append("<main>\n");
        binding.cover().ifPresentOrElse(cover -> cover(document, cover, out), () -> title(document, out));
        new Body(document, Optional.of(charts), "", out).write();
        out.append("</main>\n</body>\n</html>\n");
        return out.toString();
    }

    private static void title(Document document, StringBuilder out) {
        out.append("<h1>").append(escape(document.title())).append("</h1>\n");
        if (!document.subtitle().isBlank()) {
            out.append("<p class=\"subtitle\">")
                    .append(escape(document.subtitle()))
                    .append("</p>\n");
        }
    }

    private static void cover(Document document, Cover cover, StringBuilder out) {
        out.append("<div class=\"cover\">\n");
        cover.picture()
                .ifPresent(picture -> out.append("<figure class=\"arms\">")
                        .append(SafeSvg.of(
                                picture.svg(),
                                "cover-",
                                picture.alternative(),
                                Size.onPaper(document.page()).width(),
                                Size.pixels(Cover.PICTURE_MILLIMETRES)))
                        .append("</figure>\n"));
        if (!cover.above().isBlank()) {
            out.append("<p class=\"above\">").append(escape(cover.above())).append("</p>\n");
        }
        title(document, out);
        if (!cover.facts().isEmpty()) {
            out.append("<table>\n<tbody>\n");
            for (Fact fact : cover.facts()) {
                out.append("<tr><th scope=\"row\">")
                        .append(escape(fact.name()))
                        .append("</th><td>")
                        .append(escape(fact.text()))
                        .append("</td></tr>\n");
            }
            out.append("</tbody>\n</table>\n");
        }
        out.append("</div>\n");
    }

    /**
     * The blocks alone, for a page of the program: tints are the classes of {@link Palette#css()}; a chart is an empty figure whose {@code data-chart}
     * holds the option for the browser to draw, followed by its table.
     */
    public String fragment(Document document) {
        StringBuilder out = new StringBuilder(8_000);
        // Several fragments may stand on one page.
        String prefix = "d" + Long.toHexString(document.version().number(document.title())) + "-";
        new Body(document, Optional.empty(), prefix, out).write();
        return out.toString();
    }

    static String versionLine(Document document, Wording wording) {
        Version version = document.version();
        return version.date().equals(LocalDate.EPOCH)
                ? wording.say("documents.version.undated", version.id())
                : wording.say("documents.version", version.id(), new CellText(document.language()).day(version.date()));
    }

    /** What stands at the foot of each page. */
    static String footLine(Document document, Wording wording) {
        return document.binding().footer().isBlank()
                ? versionLine(document, wording)
                : document.binding().footer();
    }

    /** Text that can stand in an element or a quoted attribute. */
    static String escape(String text) {
        String clean = CleanText.of(text);
        StringBuilder out = new StringBuilder(clean.length() + 16);
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    private static int top(Page page, boolean hasHead) {
        return hasHead ? Math.max(page.marginMillimetres(), TOP_BELOW_A_LINE_MILLIMETRES) : page.marginMillimetres();
    }

    /** The other papers that parts of the document stand on, and the first page, which has no line at its head where it is a cover. */
    private static String papers(Document document, boolean hasHead) {
        StringBuilder papers = new StringBuilder();
        for (Page page : Page.values()) {
            if (page != document.page()) {
                String name = page.name().toLowerCase(Locale.ROOT);
                papers.append(
                        "@page %1$s { size: %2$dmm %3$dmm; margin: %4$dmm %5$dmm 14mm %5$dmm; } @media print { .%1$s { page: %1$s; width: %6$dmm; } }\n"
                                .formatted(
                                        name,
                                        page.widthMillimetres(),
                                        page.heightMillimetres(),
                                        top(page, hasHead),
                                        page.marginMillimetres(),
                                        page.textWidthMillimetres()));
            }
        }
        if (document.binding().cover().isPresent()) {
            papers.append("@page :first { @top-%END% { content: none; } @bottom-%END% { content: none; } }\n");
        }
        return papers.toString();
    }

    private static String style(Document document, double typePoints) {
        Page page = document.page();
        Palette colours = Palette.LIGHT;
        boolean rightToLeft = document.rightToLeft();
        String start = rightToLeft ? "right" : "left";
        String end = rightToLeft ? "left" : "right";
        Binding binding = document.binding();
        boolean hasHead = !binding.header().isBlank() || !binding.notice().isBlank();
        return """
                @page { size: %WIDTH%mm %HEIGHT%mm; margin: %TOP%mm %MARGIN%mm 14mm %MARGIN%mm;
                  %HEAD%
                  @bottom-%START% { content: element(version); }
                  @bottom-%END% { content: counter(page) " / " counter(pages); font-family: '%FAMILY%', sans-serif; font-size: 7pt; color: %FAINT%; } }
                %PAPERS%
                body { font-family: '%FAMILY%', system-ui, sans-serif; font-size: %TYPE%pt; line-height: 1.4; color: %INK%; background: %GROUND%; margin: 0; }
                @media screen { main, body > .version { max-width: 60em; margin: 2em auto; padding: 0 1em; } }
                @media screen { body > .notice, body > .head { max-width: 60em; margin: 1em auto; padding: 0 1em; } }
                @media print {
                  .version { position: running(version); font-size: 7pt; margin: 0; }
                  .notice { position: running(notice); font-size: 7pt; margin: 0; text-align: %START%; }
                  .head { position: running(head); font-size: 7pt; margin: 0; text-align: %END%; }
                  .cover { page-break-after: always; padding-top: 40mm; }
                  .contents a::after { content: leader(dotted) target-counter(attr(href), page); }
                }
                .notice { font-weight: bold; }
                .head { color: %FAINT%; }
                .cover .above { font-size: 1.1em; color: %FAINT%; }
                .cover h1 { margin-top: 1.2em; }
                .cover table { margin-top: 2em; }
                .cover th { width: 30%; font-weight: normal; color: %FAINT%; }
                .contents-title { font-size: 1.35em; font-weight: bold; margin: 1em 0 0.5em 0; }
                .contents ul { list-style: none; margin: 0 0 1em 0; padding: 0; }
                .contents a { text-decoration: none; color: %INK%; display: block; }
                .contents .level2 { padding-%START%: 1.4em; }
                .contents .level3 { padding-%START%: 2.8em; }
                .call { font-size: 0.7em; vertical-align: super; line-height: 1; }
                .call a, .notes a { text-decoration: none; }
                .notes { border-top: 1px solid %RULE%; margin-top: 1.2em; padding-top: 0.4em; font-size: 0.82em; }
                .notes p { margin: 0 0 0.2em 0; }
                .caption { font-weight: bold; margin: 0.6em 0 0.3em 0; page-break-after: avoid; }
                h1 { font-size: 1.8em; line-height: 1.2; margin: 0 0 0.2em 0; font-weight: bold; }
                h2 { font-size: 1.35em; margin: 1.2em 0 0.3em 0; border-bottom: 1px solid %RULE%; page-break-after: avoid; }
                h3 { font-size: 1.12em; margin: 1em 0 0.2em 0; page-break-after: avoid; }
                h4 { font-size: 1em; margin: 0.8em 0 0.1em 0; page-break-after: avoid; }
                p { margin: 0 0 0.6em 0; }
                a { color: %LINK%; }
                .subtitle { font-size: 1.1em; color: %FAINT%; margin-bottom: 1em; }
                .note, .version { font-size: 0.82em; color: %FAINT%; }
                .note { border-%START%: 2px solid %RULE%; padding-%START%: 0.7em; page-break-inside: avoid; }
                .figures { margin: 0.6em 0; }
                .figure { display: inline-block; vertical-align: top; margin: 0 0 0.5em 0; margin-%END%: 2em; max-width: 10.5em; }
                .figure p { margin: 0; }
                .figure .value { font-size: 1.7em; font-weight: bold; line-height: 1.2; }
                .figure .remark { font-size: 0.82em; color: %FAINT%; }
                table { border-collapse: collapse; width: 100%; margin: 0 0 1em 0; font-size: 0.9em; -fs-table-paginate: paginate; }
                .tight { table-layout: fixed; word-wrap: break-word; }
                caption { text-align: %START%; font-weight: bold; padding: 0.6em 0 0.3em 0; }
                .whole { -fs-page-break-min-height: 42mm; }
                .whole table { -fs-page-break-min-height: 0; }
                tr { page-break-inside: avoid; }
                .kept td { -fs-page-break-min-height: 0; }
                th, td { padding: 0.22em 0.5em; vertical-align: top; text-align: %START%; border-bottom: 1px solid %RULE%; }
                thead th { border-bottom: 1.5px solid %INK%; vertical-align: bottom; }
                .lead { page-break-after: avoid; }
                tfoot { display: table-row-group; }
                tfoot td, .total td { border-top: 1.5px solid %INK%; font-weight: bold; }
                .n { direction: ltr; text-align: %END%; white-space: nowrap; font-variant-numeric: tabular-nums; }
                thead .n, .tight .n { white-space: normal; }
                td { white-space: pre-line; }
                td.n { white-space: nowrap; }
                .tight td.n { white-space: normal; }
                .blank, .code, .unit { color: %FAINT%; font-weight: normal; }
                .code { font-size: 0.85em; }
                main, figure { display: block; }
                main > *:last-child { margin-bottom: 0; }
                figure { margin: 1em 0; page-break-inside: avoid; }
                figure svg { max-width: 100%; height: auto; }
                .break { page-break-before: always; }
                @media print { .numbers { display: none; } }
                %BESIDE%
                """.replace("%PAPERS%", papers(document, hasHead))
                        .replace(
                                "%HEAD%",
                                hasHead
                                        ? "@top-%START% { content: element(notice); } @top-%END% { content: element(head); }"
                                        : "")
                        .replace("%TOP%", Integer.toString(top(page, hasHead)))
                        .replace("%WIDTH%", Integer.toString(page.widthMillimetres()))
                        .replace("%HEIGHT%", Integer.toString(page.heightMillimetres()))
                        .replace("%MARGIN%", Integer.toString(page.marginMillimetres()))
                        .replace("%TYPE%", String.format(Locale.ROOT, "%.1f", typePoints))
                        .replace(
                                "%BESIDE%",
                                page == Page.BRIEF
                                        ? "figure { display: inline-block; vertical-align: top; width: 49%; page-break-inside: auto; } main { orphans: 1; widows: 1; }"
                                        : "")
                        .replace("%START%", start)
                        .replace("%END%", end)
                        .replace("%FAMILY%", Lettering.FAMILY)
                        .replace("%INK%", colours.ink())
                        .replace("%GROUND%", colours.ground())
                        .replace("%FAINT%", colours.faint())
                        .replace("%RULE%", colours.rule())
                        .replace("%LINK%", colours.hex(new Tint(Hue.ACCENT, 5)))
                + Palette.css()
                        .lines()
                        .filter(line -> line.startsWith("."))
                        .reduce("", (css, line) -> css + line + "\n");
    }

    private static final class Body {
        private final Document document;
        private final Optional<ChartDrawer> charts;
        private final StringBuilder out;
        private final CellText cells;
        private final Wording wording;
        private final String prefix;
        private final Outline outline;
        /** Whether anything leads to headings: contents, or the outline of a PDF. */
        private final boolean isLedTo;

        private final List<String> notes = new ArrayList<>();
        private Page page;
        private int noted;
        private int headings;
        private int drawings;

        Body(Document document, Optional<ChartDrawer> charts, String prefix, StringBuilder out) {
            this.document = document;
            this.charts = charts;
            this.prefix = prefix;
            this.out = out;
            this.page = document.page();
            this.cells = new CellText(document.language());
            this.wording = Wording.in(document.language());
            this.outline = Outline.of(document, wording);
            this.isLedTo = charts.isPresent() || document.blocks().stream().anyMatch(Contents.class::isInstance);
        }

        void write() {
            boolean newPage = false;
            for (int i = 0; i < document.blocks().size(); i++) {
                Block block = document.blocks().get(i);
                if (endsChapter(i)) {
                    notes();
                }
                if (block instanceof PageBreak pageBreak) {
                    Page next = pageBreak.page().orElse(page);
                    newPage = next == page;
                    turn(next);
                } else {
                    // An empty element that breaks the page can leave a page of its own.
                    out.append(newPage ? "<div class=\"break\">\n" : "");
                    if (document.leadsOn(i) && block instanceof Paragraph lead) {
                        paragraph(lead, "<p class=\"lead\">");
                    } else {
                        block(block);
                    }
                    out.append(newPage ? "</div>\n" : "");
                    newPage = false;
                }
            }
            notes();
            turn(document.page());
        }

        /** Whether nothing of a chapter comes from this block on; breaks of the page before the next one are none of it. */
        private boolean endsChapter(int index) {
            return document.blocks().stream()
                    .skip(index)
                    .filter(block -> !(block instanceof PageBreak))
                    .findFirst()
                    .map(block -> block instanceof Heading heading && heading.level() == 1)
                    .orElse(true);
        }

        /** What stands on other paper is an element of its own, and begins a new page by that. */
        private void turn(Page next) {
            if (next == page) {
                return;
            }
            out.append(page == document.page() ? "" : "</div>\n");
            if (next != document.page()) {
                out.append("<div class=\"")
                        .append(next.name().toLowerCase(Locale.ROOT))
                        .append("\">\n");
            }
            page = next;
        }

        /** The notes of a chapter stand at its end, with a way back to the place they belong to. */
        private void notes() {
            if (notes.size() == noted) {
                return;
            }
            out.append("<div class=\"notes\">\n");
            for (; noted < notes.size(); noted++) {
                int number = noted + 1;
                out.append("<p id=\"%1$snote-%2$d\"><a href=\"#%1$scall-%2$d\" title=\"%3$s\">%2$d</a> "
                                .formatted(prefix, number, escape(wording.say("documents.note.back"))))
                        .append(escape(notes.get(noted)))
                        .append("</p>\n");
            }
            out.append("</div>\n");
        }

        /** The mark of a note. What a chapter says twice has one note; the way back leads to the first place. */
        private void call(String note) {
            int same = notes.subList(noted, notes.size()).indexOf(note);
            if (same < 0) {
                notes.add(note);
            }
            int number = same < 0 ? notes.size() : noted + same + 1;
            out.append("<sup class=\"call\"><a%2$s href=\"#%1$snote-%3$d\" title=\"%4$s\">%3$d</a></sup>"
                    .formatted(
                            prefix,
                            same < 0 ? " id=\"" + prefix + "call-" + number + "\"" : "",
                            number,
                            escape(wording.say("documents.note.number", Integer.toString(number)))));
        }

        private void block(Block block) {
            switch (block) {
                case Heading heading -> heading(heading);
                case Paragraph paragraph -> paragraph(paragraph, "<p>");
                case KeyFigures figures -> figures(figures);
                case Table table -> table(table);
                case Chart chart -> chart(chart);
                case Picture picture -> picture(picture);
                case Bullets bullets -> bullets(bullets);
                case Captioned captioned -> captioned(captioned);
                case Contents contents -> contents(contents);
                case Note note ->
                    out.append("<p class=\"note\">").append(escape(note.text())).append("</p>\n");
                case PageBreak pageBreak -> {
                    // It belongs to the block that follows.
                }
            }
        }

        private void paragraph(Paragraph paragraph, String begin) {
            out.append(begin);
            spans(paragraph);
            out.append("</p>\n");
        }

        private void heading(Heading heading) {
            int level = heading.level() + 1;
            Outline.Entry entry = outline.headings().get(headings);
            out.append("<h").append(level);
            if (isLedTo) {
                out.append(" id=\"").append(headingId(headings)).append('"');
            }
            out.append('>')
                    .append(escape(entry.line()))
                    .append("</h")
                    .append(level)
                    .append(">\n");
            headings++;
        }

        private String headingId(int heading) {
            return prefix + "heading-" + (heading + 1);
        }

        private void contents(Contents contents) {
            out.append("<div class=\"contents\" role=\"navigation\">\n<p class=\"contents-title\">")
                    .append(escape(contents.title()))
                    .append("</p>\n<ul>\n");
            for (int i = 0; i < outline.headings().size(); i++) {
                Outline.Entry entry = outline.headings().get(i);
                if (entry.heading().level() <= contents.levels()) {
                    out.append("<li class=\"level%d\"><a href=\"#%s\" title=\"%3$s\">%3$s</a></li>\n"
                            .formatted(entry.heading().level(), headingId(i), escape(entry.line())));
                }
            }
            out.append("</ul>\n</div>\n");
        }

        private void captioned(Captioned captioned) {
            String id = prefix + "caption-" + captioned.key();
            String caption = Outline.caption(outline.captions().getOrDefault(captioned.key(), ""), captioned.caption());
            switch (captioned.content()) {
                case Table table -> table(table, caption, " id=\"" + id + "\"");
                case Chart chart -> {
                    caption(id, caption);
                    chart(captioned.drawn(chart));
                }
                case Picture picture -> {
                    caption(id, caption);
                    picture(picture);
                }
                default -> throw new IllegalStateException("Nothing else has a caption");
            }
            if (!captioned.source().isBlank()) {
                out.append("<p class=\"note\">")
                        .append(escape(captioned.source()))
                        .append("</p>\n");
            }
        }

        private void caption(String id, String caption) {
            out.append("<p class=\"caption\" id=\"")
                    .append(id)
                    .append("\">")
                    .append(escape(caption))
                    .append("</p>\n");
        }

        private void spans(Paragraph paragraph) {
            for (Span span : paragraph.spans()) {
                Optional<URI> link = span.link().filter(Span::isHarmless);
                link.ifPresent(target -> out.append("<a href=\"")
                        .append(escape(target.toASCIIString()))
                        .append("\">"));
                out.append(span.strong() ? "<strong>" : "")
                        .append(escape(span.text()))
                        .append(span.strong() ? "</strong>" : "");
                link.ifPresent(target -> out.append("</a>"));
                span.reference()
                        .ifPresent(key -> out.append("<a href=\"#%scaption-%s\">".formatted(prefix, key))
                                .append(escape(outline.captions().getOrDefault(key, "")))
                                .append("</a>"));
                span.footnote().ifPresent(this::call);
            }
        }

        private void bullets(Bullets bullets) {
            String name = bullets.numbered() ? "ol" : "ul";
            out.append('<').append(name).append(">\n");
            for (Paragraph item : bullets.items()) {
                out.append("<li>");
                spans(item);
                out.append("</li>\n");
            }
            out.append("</").append(name).append(">\n");
        }

        private void figures(KeyFigures figures) {
            out.append("<div class=\"figures\">\n");
            for (KeyFigures.KeyFigure figure : figures.figures()) {
                out.append("<div class=\"figure\"><p class=\"label\">")
                        .append(escape(figure.label()))
                        .append("</p><p class=\"value\">")
                        .append(escape(figure.value()))
                        .append("</p>");
                if (!figure.note().isBlank()) {
                    out.append("<p class=\"remark\">")
                            .append(escape(figure.note()))
                            .append("</p>");
                }
                out.append("</div>\n");
            }
            out.append("</div>\n");
        }

        private void table(Table table) {
            table(table, table.caption(), "");
        }

        private void table(Table table, String caption, String attributes) {
            List<Integer> widths = tightWidths(table);
            // A caption and a head without a row are no table: what finds no room for a few rows begins on the next
            // page.
            out.append("<div class=\"whole\"><table")
                    .append(attributes)
                    .append(widths.isEmpty() ? "" : tight(table))
                    .append(">\n<caption>");
            out.append(escape(caption)).append("</caption>\n");
            if (!widths.isEmpty()) {
                double whole = widths.stream().mapToInt(Integer::intValue).sum();
                out.append("<colgroup>");
                for (int width : widths) {
                    out.append("<col style=\"width: %s%%\"/>"
                            .formatted(String.format(Locale.ROOT, "%.2f", width * 100 / whole)));
                }
                out.append("</colgroup>\n");
            }
            out.append("<thead><tr>");
            for (Column column : table.columns()) {
                out.append("<th scope=\"col\"")
                        .append(column.isNumeric() ? " class=\"n\">" : ">")
                        .append(escape(column.name()));
                if (!column.unit().isEmpty()) {
                    out.append(" <span class=\"unit\">[")
                            .append(escape(column.unit()))
                            .append("]</span>");
                }
                out.append("</th>");
            }
            out.append("</tr></thead>\n");
            // XHTML wants the body even where there are no rows, and print layout wants the footer after it.
            out.append("<tbody>\n");
            int lastButOne = table.rows().size() - (table.footer().isPresent() ? 1 : 2);
            for (int i = 0; i < table.rows().size(); i++) {
                row(table, table.rows().get(i), i > 0 && i == lastButOne ? kept(table, i) : "<tr>");
            }
            // On paper a total is the last row: only rows of one body are kept together.
            if (charts.isPresent()) {
                table.footer().ifPresent(footer -> row(table, footer, "<tr class=\"total\">"));
            }
            out.append("</tbody>\n");
            if (charts.isEmpty()) {
                table.footer().ifPresent(footer -> {
                    out.append("<tfoot>\n");
                    row(table, footer, "<tr>");
                    out.append("</tfoot>\n");
                });
            }
            out.append("</table></div>\n");
        }

        /** The columns of a table that is too wide for its paper, which would be cut there; none for any other, which browsers lay out better themselves. */
        private List<Integer> tightWidths(Table table) {
            if (charts.isEmpty() || !new ColumnWidths(table, cells, typePoints()).isTooWide(textWidth())) {
                return List.of();
            }
            return new ColumnWidths(table, cells, typePoints() * typeFactor(table)).fitted(textWidth());
        }

        /** The last row but one goes to the next page with the last one where both find no room: none stands alone below a repeated head. */
        private String kept(Table table, int lastButOne) {
            if (charts.isEmpty()) {
                return "<tr>";
            }
            ColumnWidths widths = new ColumnWidths(table, cells, typePoints() * typeFactor(table));
            List<Integer> fitted = widths.fitted(textWidth());
            List<Cell> last = table.footer().orElseGet(() -> table.rows().getLast());
            double lines = widths.lines(table.rows().get(lastButOne), fitted) + widths.lines(last, fitted);
            double points = lines * typePoints() * LINE_HEIGHT + 2 * ROW_PADDING_POINTS;
            return "<tr class=\"kept\" style=\"-fs-page-break-min-height: %smm\">"
                    .formatted(String.format(
                            Locale.ROOT,
                            "%.1f",
                            Math.min(points * MILLIMETRES_PER_POINT, page.heightMillimetres() / 2.0)));
        }

        private String tight(Table table) {
            return " class=\"tight\" style=\"font-size: %s%%\""
                    .formatted(String.format(Locale.ROOT, "%.1f", typeFactor(table) * TABLE_TYPE * 100));
        }

        private double typeFactor(Table table) {
            return new ColumnWidths(table, cells, typePoints()).typeFactor(textWidth());
        }

        private double typePoints() {
            return document.page().typePoints() * TABLE_TYPE;
        }

        private int textWidth() {
            return DocxFrame.twips(page.textWidthMillimetres());
        }

        private void row(Table table, List<Cell> row, String begin) {
            out.append(begin);
            for (int i = 0; i < row.size(); i++) {
                cell(table.columns().get(i), row.get(i));
            }
            out.append("</tr>\n");
        }

        private void cell(Column column, Cell cell) {
            StringBuilder classes = new StringBuilder();
            if (column.isNumeric() && !(cell.content() instanceof Cell.Content.Words)) {
                classes.append("n ");
            }
            if (cell.content() instanceof Cell.Content.Blank) {
                classes.append("blank ");
            }
            cell.tint().ifPresent(tint -> classes.append(tint.className()).append(' '));
            out.append(
                    classes.isEmpty()
                            ? "<td>"
                            : "<td class=\"" + classes.toString().strip() + "\">");
            Optional<URI> link = cell.harmlessLink();
            link.ifPresent(target -> out.append("<a href=\"")
                    .append(escape(target.toASCIIString()))
                    .append("\">"));
            out.append(escape(cells.of(column, cell)));
            link.ifPresent(target -> out.append("</a>"));
            cell.codeForReaders()
                    .ifPresent(code -> out.append(" <span class=\"code\">")
                            .append(escape(code))
                            .append("</span>"));
            cell.footnote().ifPresent(this::call);
            out.append("</td>");
        }

        private void chart(Chart chart) {
            if (charts.isPresent()) {
                drawing(
                        charts.get().draw(chart.option(), Size.onPaper(page), Palette.LIGHT, document.language()),
                        chart.alternative());
            } else {
                out.append("<figure class=\"chart\" role=\"img\" aria-label=\"")
                        .append(escape(chart.alternative()))
                        .append("\" data-chart=\"")
                        .append(escape(chart.option().json(Palette.LIGHT)))
                        .append("\" data-chart-dark=\"")
                        .append(escape(chart.option().json(Palette.DARK)))
                        .append("\"></figure>\n");
            }
            out.append("<details class=\"numbers\"><summary>")
                    .append(escape(wording.say("documents.chart.table")))
                    .append("</summary>\n");
            table(chart.table());
            out.append("</details>\n");
        }

        private void picture(Picture picture) {
            drawing(picture.svg(), picture.alternative());
        }

        private void drawing(String svg, String alternative) {
            drawings++;
            out.append("<figure>")
                    .append(SafeSvg.of(
                            svg,
                            "d" + drawings + "-",
                            alternative,
                            Size.onPaper(page).width(),
                            charts.isPresent() ? Size.pixels(page.drawingHeightMillimetres()) : Integer.MAX_VALUE))
                    .append("</figure>\n");
        }
    }
}
