package org.salus.impact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salus.documents.Binding;
import org.salus.documents.Block;
import org.salus.documents.Captioned;
import org.salus.documents.ChartDrawer;
import org.salus.documents.Document;
import org.salus.documents.DocxWriter;
import org.salus.documents.Heading;
import org.salus.documents.HtmlWriter;
import org.salus.documents.Note;
import org.salus.documents.Page;
import org.salus.documents.Paragraph;
import org.salus.documents.PdfWriter;
import org.salus.documents.Table;
import org.salus.documents.Version;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;

/** The review of a period as a document: for Word and as PDF. What has a source has a note at the foot of its page. */
public final class ReviewDocument {
    /** The forms there are, by the endings of files. */
    public static final List<String> FORMS = List.of("docx", "pdf");

    /** By what workspaces mark an invented country. */
    private static final String INVENTED = "X";

    private final PeriodReview review;
    private final Wording wording;

    public ReviewDocument(PeriodReview review, Wording wording) {
        this.review = review;
        this.wording = wording;
    }

    /**
     * What a file of that form is, for whoever sends it.
     *
     * @throws Failure (not found) if there is no such form
     */
    public static String mediaType(String form) {
        return switch (form) {
            case "docx" -> DocxWriter.MEDIA_TYPE;
            case "pdf" -> "application/pdf";
            default ->
                throw Failure.notFound(Sentence.of("impact.review.failure.no-form", form, String.join(", ", FORMS)));
        };
    }

    /** What files are called, without the ending. */
    public String fileName() {
        return "review-" + review.from() + "-" + review.until();
    }

    /**
     * The document.
     *
     * @param day of the state it was made from; no clock is asked
     */
    public Document document(LocalDate day) {
        ReviewTables tables = new ReviewTables(wording, item -> Optional.empty());
        List<Block> blocks = new ArrayList<>();
        blocks.add(Paragraph.of(wording.say(review.says())));
        blocks.add(new Note(wording.say(review.standing())));
        for (ReviewTopic topic : ReviewTopic.values()) {
            blocks.add(new Heading(1, wording.say(topic.meaning())));
            for (ReviewPart part : review.under(topic)) {
                part.says().forEach(sentence -> blocks.add(Paragraph.of(wording.say(sentence))));
                if (!part.lines().isEmpty()) {
                    Table table = tables.footnoted(part);
                    blocks.add(new Captioned(part.code(), table.caption(), "", table));
                }
                part.notes().forEach(sentence -> blocks.add(new Note(wording.say(sentence))));
            }
        }
        blocks.add(new Note(wording.say(
                "impact.review.made-from", review.entry(), review.snapshot().isEmpty() ? "–" : review.snapshot())));
        boolean isInvented = review.countries().stream().anyMatch(code -> code.startsWith(INVENTED));
        return new Document(
                        wording.say("impact.review.document.title", review.name(), review.period()),
                        wording.say("impact.review.document.subtitle"),
                        wording.locale(),
                        Page.PORTRAIT,
                        blocks,
                        new Version(review.entry().isEmpty() ? "empty" : review.entry(), day))
                .bound(new Binding(
                        true,
                        Optional.empty(),
                        review.name(),
                        "",
                        isInvented ? wording.say("impact.review.invented") : "",
                        Optional.empty()));
    }

    /**
     * The document as a file. The same review gives the same bytes.
     *
     * @throws Failure (not found) if there is no such form
     */
    public byte[] bytes(String form, LocalDate day) {
        mediaType(form);
        Document document = document(day);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // It has no charts, and what draws them starts only when there is one.
        try (ChartDrawer charts = new ChartDrawer()) {
            if (form.equals("docx")) {
                new DocxWriter(charts).write(document, out);
            } else {
                new PdfWriter(new HtmlWriter(charts)).write(document, out);
            }
        } catch (IOException failed) {
            throw Failure.notPossible(Sentence.of("impact.review.failure.write"), failed);
        }
        return out.toByteArray();
    }
}
