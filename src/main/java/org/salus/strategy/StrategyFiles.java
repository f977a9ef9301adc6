package org.salus.strategy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.salus.documents.ChartDrawer;
import org.salus.documents.Document;
import org.salus.documents.DocxChanges;
import org.salus.documents.DocxTemplate;
import org.salus.documents.DocxWriter;
import org.salus.documents.HtmlWriter;
import org.salus.documents.Paging;
import org.salus.documents.PdfWriter;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/** Documents as files: for Word, as PDF, as a page. */
public final class StrategyFiles {
    /** The forms there are, by the endings of files. */
    public static final List<String> FORMS = List.of("docx", "pdf", "html");

    private final ChartDrawer charts;

    /**
     * Files with charts of that engine.
     *
     * @param charts starts only when there is a chart; whoever hands it in ends it
     */
    public StrategyFiles(ChartDrawer charts) {
        this.charts = charts;
    }

    /** What a file of that form is, for whoever sends it. */
    public static String mediaType(String form) {
        return switch (form) {
            case "docx" -> DocxWriter.MEDIA_TYPE;
            case "pdf" -> "application/pdf";
            case "html" -> "text/html;charset=UTF-8";
            default -> throw Failure.notFound(Sentence.of("strategy.failure.no-form", form));
        };
    }

    /**
     * A document in that form. The same document gives the same bytes.
     *
     * @throws Failure (not found) if there is no such form
     */
    public byte[] bytes(String form, Document document) {
        return bytes(form, document, Optional.empty());
    }

    /** The header of an answer that names the styles a house style lacks, parted by semicolons; absent where it lacks none. */
    public static final String MISSING_STYLES = "Salus-Missing-Styles";

    /** What stands in that header. */
    public static Optional<String> missingStyles(Optional<DocxTemplate> style) {
        return style.map(DocxTemplate::missingStyles)
                .filter(missing -> !missing.isEmpty())
                .map(missing -> String.join("; ", missing));
    }

    /** That a house style lacks styles, which, and what is used instead. */
    public static Optional<Sentence> missing(Optional<DocxTemplate> style) {
        return missingStyles(style).map(missing -> Sentence.of("documents.template.missing", missing));
    }

    /**
     * The same in the house style of an office.
     *
     * @param style for Word; PDFs and pages have none
     * @throws Failure (not found) if there is no such form; (wrong use) if it has no house style
     */
    public byte[] bytes(String form, Document document, Optional<DocxTemplate> style) {
        mediaType(form);
        if (style.isPresent() && !form.equals("docx")) {
            throw Failure.wrongUse(Sentence.of("strategy.failure.style", form));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            switch (form) {
                case "docx" ->
                    style.map(template -> new DocxWriter(charts, template))
                            .orElseGet(() -> new DocxWriter(charts))
                            .write(document, Paging.of(document, pages()), out);
                case "pdf" -> pages().write(document, out);
                default -> new HtmlWriter(charts).write(document, out);
            }
        } catch (IOException failed) {
            throw Failure.notPossible(
                    Sentence.of("strategy.failure.write", String.valueOf(failed.getMessage())), failed);
        }
        return out.toByteArray();
    }

    private PdfWriter pages() {
        return new PdfWriter(new HtmlWriter(charts));
    }

    /** What changed from one strategy to another, for Word, where each change can be taken or left. */
    public byte[] changes(Strategy before, Strategy after) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new DocxChanges(new DocxWriter(charts))
                    .write(
                            before.document(Optional.empty()),
                            after.document(Optional.empty()),
                            after.wording().say("strategy.document.author"),
                            out);
        } catch (IOException failed) {
            throw Failure.notPossible(
                    Sentence.of("strategy.failure.write", String.valueOf(failed.getMessage())), failed);
        }
        return out.toByteArray();
    }
}
