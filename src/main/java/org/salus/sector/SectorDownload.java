package org.salus.sector;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.salus.documents.Version;
import org.salus.documents.XlsxWriter;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.View;

/** A sector map as a file, the same through every door: what the reader may see, and interviews only if they are asked for. */
public final class SectorDownload {
    /** The forms, by the endings of files. */
    public static final List<String> FORMS = List.of("xlsx", "csv", "json", "graphml");

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final String name;
    private final String mediaType;
    private final byte[] bytes;

    private SectorDownload(String name, String mediaType, byte[] bytes) {
        this.name = name;
        this.mediaType = mediaType;
        this.bytes = bytes;
    }

    /** The name of the file; it says nothing about what is in it. */
    public String name() {
        return name;
    }

    /** What the bytes are. */
    public String mediaType() {
        return mediaType;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * A map in that form. The question may say {@code interviews=yes}; for CSV {@code table}; for GraphML the day, {@code on}.
     *
     * @param form one of {@link #FORMS}
     * @param version what the file was made from
     * @throws Failure (not found) for another form
     */
    public static SectorDownload of(View view, String form, MapQuestion question, Version version, Wording wording) {
        SectorMap map = SectorMap.of(view);
        SectorExport whole = SectorExport.of(map);
        SectorExport export = question.yes("interviews") ? whole.withInterviews() : whole;
        String name = "sector-" + version.id();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            return switch (form) {
                case "xlsx" -> {
                    String title =
                            wording.say("sector.form.title", view.charter().name());
                    export.workbook(title, wording.locale(), version, out);
                    yield new SectorDownload(name + ".xlsx", XlsxWriter.MEDIA_TYPE, out.toByteArray());
                }
                case "csv" -> {
                    String table = question.word("table", SectorExport.tables())
                            .orElseThrow(() -> Failure.wrongUse(Sentence.of(
                                    "sector.question.which-table", String.join(", ", SectorExport.tables()))));
                    // Excel takes a file without the mark for one of another encoding.
                    out.write(BYTE_ORDER_MARK);
                    export.csv(table, out);
                    yield new SectorDownload(name + "-" + table + ".csv", "text/csv;charset=UTF-8", out.toByteArray());
                }
                case "json" -> new SectorDownload(name + ".json", "application/json", export.json());
                case "graphml" ->
                    new SectorDownload(
                            name + "-" + question.day() + ".graphml",
                            "application/graphml+xml",
                            SectorExport.graphml(map.on(question.day(), wording.locale()))
                                    .getBytes(StandardCharsets.UTF_8));
                default ->
                    throw Failure.notFound(
                            Sentence.of("sector.question.wrong", "form", form, String.join(", ", FORMS)));
            };
        } catch (IOException failed) {
            throw Failure.notPossible(Sentence.of("sector.failure.write", name), failed);
        }
    }

    /** An empty workbook with instructions and drop-down lists. */
    public static SectorDownload template(Wording wording) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            SectorExport.of(SectorMap.of(List.of(), List.of(), List.of()))
                    .workbook(
                            wording.say("sector.form.template"),
                            wording.locale(),
                            new Version("template", LocalDate.EPOCH),
                            out);
        } catch (IOException failed) {
            throw Failure.notPossible(Sentence.of("sector.failure.write", "template"), failed);
        }
        return new SectorDownload("sector-template.xlsx", XlsxWriter.MEDIA_TYPE, out.toByteArray());
    }
}
