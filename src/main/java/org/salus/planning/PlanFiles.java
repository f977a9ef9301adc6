package org.salus.planning;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salus.documents.Block;
import org.salus.documents.ChartDrawer;
import org.salus.documents.CsvWriter;
import org.salus.documents.Document;
import org.salus.documents.DocxWriter;
import org.salus.documents.Fact;
import org.salus.documents.HtmlWriter;
import org.salus.documents.Page;
import org.salus.documents.PdfWriter;
import org.salus.documents.Timeline;
import org.salus.documents.Version;
import org.salus.documents.XlsxWriter;
import org.salus.frame.web.DiagramFiles;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;

/**
 * A roadmap as files to keep: a workbook, a table for programs, project data for Microsoft Project and ProjectLibre, a document to print, and its drawing. The same roadmap and version give the same
 * bytes.
 *
 * @param roadmap what is planned
 * @param workspace whose plan it is, as its readers call it
 * @param version what it was made from
 * @param grouping by what its steps are put together in drawings
 * @param today a day that drawings mark; empty for none
 * @param facts what a workbook says about itself besides
 */
public record PlanFiles(
        Roadmap roadmap,
        String workspace,
        Version version,
        Grouping grouping,
        Optional<LocalDate> today,
        List<Fact> facts) {
    /** The forms there are, by the endings of files. */
    public static final List<String> FORMS = List.of("xlsx", "csv", "xml", "docx", "pdf", "svg", "png");

    public PlanFiles {
        facts = List.copyOf(facts);
    }

    /**
     * What a file of that form is, for whoever sends it.
     *
     * @throws Failure (not found) if there is no such form
     */
    public static String mediaType(String form) {
        return switch (form) {
            case "xlsx" -> XlsxWriter.MEDIA_TYPE;
            case "csv" -> "text/csv;charset=UTF-8";
            case "xml" -> "application/xml";
            case "docx" -> DocxWriter.MEDIA_TYPE;
            case "pdf" -> "application/pdf";
            case "svg" -> "image/svg+xml";
            case "png" -> "image/png";
            default -> throw Failure.notFound(Sentence.of("planning.roadmap.no-form", form, String.join(", ", FORMS)));
        };
    }

    /**
     * The roadmap in that form.
     *
     * @param form one of {@link #FORMS}
     * @throws Failure (not found) if there is no such form
     */
    public byte[] bytes(String form, Wording wording) {
        mediaType(form);
        return switch (form) {
            case "svg", "png" -> DiagramFiles.bytes(form, drawing(wording));
            case "xml" -> MsProjectFile.of(roadmap, version, wording);
            default -> written(form, wording);
        };
    }

    /** It says what it is of, as it will lie somewhere by itself. */
    private String drawing(Wording wording) {
        Timeline drawn = new Gantt(roadmap, grouping, wording).drawing(today);
        return drawn.noting(wording.say("planning.roadmap.gantt.note", workspace, drawn.title(), version.id())
                        + (drawn.note().isEmpty() ? "" : " " + drawn.note()))
                .svg();
    }

    private byte[] written(String form, Wording wording) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // There is no chart in it, and what draws them starts only when there is one.
        try (ChartDrawer charts = new ChartDrawer()) {
            switch (form) {
                // Excel takes a file without the mark for one of another encoding.
                case "csv" -> new CsvWriter().write(new RoadmapTables(roadmap, wording).steps(), true, out);
                case "xlsx" -> new XlsxWriter().write(workbook(wording), out);
                case "docx" -> new DocxWriter(charts).write(document(wording), out);
                default -> new PdfWriter(new HtmlWriter(charts)).write(document(wording), out);
            }
        } catch (IOException failed) {
            throw Failure.notPossible(
                    Sentence.of("planning.roadmap.not-written", String.valueOf(failed.getMessage())), failed);
        }
        return out.toByteArray();
    }

    /** A page of words, the steps as bars, what is reached by when, and the budget; to print on A3. */
    public Document document(Wording wording) {
        return new RoadmapDocument(roadmap, wording).of(grouping, today, workspace, version);
    }

    private Document workbook(Wording wording) {
        RoadmapTables tables = new RoadmapTables(roadmap, wording);
        Every every = Every.fitting(roadmap);
        List<Block> sheets = new ArrayList<>(List.of(
                tables.steps(),
                tables.milestones(),
                tables.load(every),
                tables.money(every),
                tables.budget(Counting.SPENT),
                tables.budget(Counting.COMMITTED)));
        if (!roadmap.leftOut().isEmpty()) {
            sheets.add(tables.leftOut());
        }
        return new Document(roadmap.title(), workspace, wording.locale(), Page.LANDSCAPE, sheets, version, facts);
    }
}
