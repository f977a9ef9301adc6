package org.salus.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.salus.framework.Wording;

/**
 * Writes a document as a web page or a part of one, in well-formed XML syntax and without any address outside itself but the links of the document: styles
 * and drawings stand in the page.
 */
public final class HtmlWriter {
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
                .append("\"/>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<style>\n")
                .append(style(document, typePoints))
                .append("</style>\n</head>\n<body>\n<p class=\"version\">")
                .append(escape(versionLine(document, wording)))
                .append("</p>\n<main>\n<h1>")
                .append(escape(document.title()))
                .append("</h1>\n");
        if (!document.subtitle().isBlank()) {
            out.append("<p class=\"subtitle\">")
                    .append(escape(document.subtitle()))
                    .append("</p>\n");
        }
        new Body(document, Optional.of(charts), out).write();
        out.append("</main>\n</body>\n</html>\n");
        return out.toString();
    }

    /**
     * The blocks alone, for a page of the program: tints are the classes of {@link Palette#css()}; a chart is an empty figure whose {@code data-chart}
     * holds the option for the browser to draw, followed by its table.
     */
    public String fragment(Document document) {
        StringBuilder out = new StringBuilder(8_000);
        new Body(document, Optional.empty(), out).write();
        return out.toString();
    }

    static String versionLine(Document document, Wording wording) {
        Version version = document.version();
        return version.date().equals(LocalDate.EPOCH)
                ? wording.say("documents.version.undated", version.id())
                : wording.say("documents.version", version.id(), new CellText(document.language()).day(version.date()));
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

    private static String style(Document document, double typePoints) {
        Page page = document.page();
        Palette colours = Palette.LIGHT;
        boolean rightToLeft = document.rightToLeft();
        String start = rightToLeft ? "right" : "left";
        String end = rightToLeft ? "left" : "right";
        return """
                @page { size: %WIDTH%mm %HEIGHT%mm; margin: %MARGIN%mm %MARGIN%mm 14mm %MARGIN%mm;
                  @bottom-%START% { content: element(version); }
                  @bottom-%END% { content: counter(page) " / " counter(pages); font-family: '%FAMILY%', sans-serif; font-size: 7pt; color: %FAINT%; } }
                body { font-family: '%FAMILY%', system-ui, sans-serif; font-size: %TYPE%pt; line-height: 1.4; color: %INK%; background: %GROUND%; margin: 0; }
                @media screen { main, body > .version { max-width: 60em; margin: 2em auto; padding: 0 1em; } }
                @media print { .version { position: running(version); font-size: 7pt; margin: 0; } }
                h1 { font-size: 1.8em; line-height: 1.2; margin: 0 0 0.2em 0; font-weight: bold; }
                h2 { font-size: 1.35em; margin: 1.2em 0 0.3em 0; border-bottom: 1px solid %RULE%; page-break-after: avoid; }
                h3 { font-size: 1.12em; margin: 1em 0 0.2em 0; page-break-after: avoid; }
                h4 { font-size: 1em; margin: 0.8em 0 0.1em 0; page-break-after: avoid; }
                p { margin: 0 0 0.6em 0; }
                a { color: %LINK%; }
                .subtitle { font-size: 1.1em; color: %FAINT%; margin-bottom: 1em; }
                .note, .version { font-size: 0.82em; color: %FAINT%; }
                .note { border-%START%: 2px solid %RULE%; padding-%START%: 0.7em; }
                .figures { margin: 0.6em 0; }
                .figure { display: inline-block; vertical-align: top; margin: 0 0 0.5em 0; margin-%END%: 2.4em; max-width: 16em; }
                .figure p { margin: 0; }
                .figure .value { font-size: 1.7em; font-weight: bold; line-height: 1.2; }
                .figure .remark { font-size: 0.82em; color: %FAINT%; }
                table { border-collapse: collapse; width: 100%; margin: 0 0 1em 0; font-size: 0.9em; -fs-table-paginate: paginate; }
                caption { text-align: %START%; font-weight: bold; padding: 0.6em 0 0.3em 0; }
                tr { page-break-inside: avoid; }
                th, td { padding: 0.22em 0.5em; vertical-align: top; text-align: %START%; border-bottom: 1px solid %RULE%; }
                thead th { border-bottom: 1.5px solid %INK%; vertical-align: bottom; }
                tfoot { display: table-row-group; }
                tfoot td, tfoot th { border-top: 1.5px solid %INK%; font-weight: bold; }
                .n { direction: ltr; text-align: %END%; white-space: nowrap; font-variant-numeric: tabular-nums; }
                .blank, .code, .unit { color: %FAINT%; font-weight: normal; }
                .code { font-size: 0.85em; }
                main, figure { display: block; }
                figure { margin: 1em 0; page-break-inside: avoid; }
                figure svg { max-width: 100%; height: auto; }
                .break { page-break-before: always; }
                @media print { .numbers { display: none; } }
                %BESIDE%
                """.replace("%WIDTH%", Integer.toString(page.widthMillimetres()))
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
        private int drawings;

        Body(Document document, Optional<ChartDrawer> charts, StringBuilder out) {
            this.document = document;
            this.charts = charts;
            this.out = out;
            this.cells = new CellText(document.language());
            this.wording = Wording.in(document.language());
        }

        void write() {
            boolean newPage = false;
            for (Block block : document.blocks()) {
                if (block instanceof PageBreak) {
                    newPage = true;
                } else {
                    // An empty element that breaks the page can leave a page of its own.
                    out.append(newPage ? "<div class=\"break\">\n" : "");
                    block(block);
                    out.append(newPage ? "</div>\n" : "");
                    newPage = false;
                }
            }
        }

        private void block(Block block) {
            switch (block) {
                case Heading heading -> heading(heading);
                case Paragraph paragraph -> {
                    out.append("<p>");
                    spans(paragraph);
                    out.append("</p>\n");
                }
                case KeyFigures figures -> figures(figures);
                case Table table -> table(table);
                case Chart chart -> chart(chart);
                case Picture picture -> picture(picture);
                case Bullets bullets -> bullets(bullets);
                case Captioned captioned -> block(captioned.content());
                case Contents contents -> {
                    // Not yet.
                }
                case Note note ->
                    out.append("<p class=\"note\">").append(escape(note.text())).append("</p>\n");
                case PageBreak pageBreak -> {
                    // It belongs to the block that follows.
                }
            }
        }

        private void heading(Heading heading) {
            int level = heading.level() + 1;
            out.append("<h").append(level).append('>').append(escape(heading.text()));
            out.append("</h").append(level).append(">\n");
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
            out.append("<table>\n<caption>").append(escape(table.caption())).append("</caption>\n<thead><tr>");
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
            table.rows().forEach(row -> row(table, row));
            out.append("</tbody>\n");
            table.footer().ifPresent(footer -> {
                out.append("<tfoot>\n");
                row(table, footer);
                out.append("</tfoot>\n");
            });
            out.append("</table>\n");
        }

        private void row(Table table, List<Cell> row) {
            out.append("<tr>");
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
            cell.code()
                    .ifPresent(code -> out.append(" <span class=\"code\">")
                            .append(escape(code))
                            .append("</span>"));
            out.append("</td>");
        }

        private void chart(Chart chart) {
            if (charts.isPresent()) {
                drawing(charts.get().draw(chart.option(), Size.onPaper(document.page())), chart.alternative());
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
                            Size.onPaper(document.page()).width()))
                    .append("</figure>\n");
        }
    }
}
