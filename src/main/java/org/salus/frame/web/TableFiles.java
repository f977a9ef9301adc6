package org.salus.frame.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.salus.documents.Block;
import org.salus.documents.CsvWriter;
import org.salus.documents.Document;
import org.salus.documents.Fact;
import org.salus.documents.Page;
import org.salus.documents.Table;
import org.salus.documents.Version;
import org.salus.documents.XlsxWriter;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Tables as files to keep: codes beside names, numbers unrounded. */
public final class TableFiles {

    private TableFiles() {}

    /**
     * The table in that form.
     *
     * @param form {@code csv} or {@code xlsx}
     * @param name of the file, without its ending
     * @param snapshot what the table was computed from
     * @param date the day the data are of; files carry it as their date
     * @param facts what readers must know where the page is not at hand
     * @throws Failure (not found) for another form
     */
    public static ResponseEntity<byte[]> answer(
            String form, String name, Table table, String snapshot, LocalDate date, List<Fact> facts, Wording wording) {
        byte[] bytes = bytes(form, table, snapshot, date, facts, wording);
        return ResponseEntity.ok()
                .contentType(
                        form.equals("csv")
                                ? new MediaType("text", "csv", StandardCharsets.UTF_8)
                                : MediaType.parseMediaType(XlsxWriter.MEDIA_TYPE))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + "." + form, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Salus-Snapshot", snapshot)
                .body(bytes);
    }

    /** The same without the headers of an answer, for whoever writes it to a disk. */
    public static byte[] bytes(
            String form, Table table, String snapshot, LocalDate date, List<Fact> facts, Wording wording) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            switch (form) {
                // Excel takes a file without the mark for one of another encoding.
                case "csv" -> new CsvWriter().write(table, true, out);
                case "xlsx" ->
                    new XlsxWriter()
                            .write(
                                    new Document(
                                            table.caption(),
                                            "",
                                            wording.locale(),
                                            Page.LANDSCAPE,
                                            List.<Block>of(table),
                                            new Version(snapshot, date),
                                            facts),
                                    out);
                default -> throw Failure.notFound(Sentence.of("frame.problem.no-such-file", form));
            }
        } catch (IOException failed) {
            throw Failure.notPossible(Sentence.of("frame.problem.file", String.valueOf(failed.getMessage())), failed);
        }
        return out.toByteArray();
    }
}
