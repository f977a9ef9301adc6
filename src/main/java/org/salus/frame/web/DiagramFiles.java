package org.salus.frame.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.salus.documents.Diagram;
import org.salus.documents.PngWriter;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Diagrams and charts as files to keep. */
public final class DiagramFiles {
    private static final double PIXELS = 2;

    /** Larger drawings are written with fewer pixels rather than not at all. */
    private static final double MOST_PIXELS = 39_000_000;

    private DiagramFiles() {}

    /**
     * The diagram in that form. It says what it is of, as it will lie somewhere by itself.
     *
     * @param form {@code svg} or {@code png}
     * @param name of the file, without its ending
     * @param of what it is of, such as the name of a workspace; put before its note
     * @param snapshot what it was drawn from
     * @throws Failure (not found) if there is nothing to draw, or for another form
     */
    public static ResponseEntity<byte[]> answer(String form, String name, Diagram drawn, String of, String snapshot) {
        return answer(form, name, bytes(form, drawn, of), snapshot);
    }

    /**
     * A drawing, such as a chart, in that form.
     *
     * @param form {@code svg} or {@code png}
     * @param name of the file, without its ending
     * @param svg the drawing
     * @param snapshot what it was drawn from
     * @throws Failure (not found) for another form
     */
    public static ResponseEntity<byte[]> answer(String form, String name, String svg, String snapshot) {
        return answer(form, name, bytes(form, svg), snapshot);
    }

    private static ResponseEntity<byte[]> answer(String form, String name, byte[] bytes, String snapshot) {
        return ResponseEntity.ok()
                .contentType(form.equals("png") ? MediaType.IMAGE_PNG : MediaType.parseMediaType("image/svg+xml"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + "." + form, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Salus-Snapshot", snapshot)
                .body(bytes);
    }

    /**
     * The same without a web around it.
     *
     * @param form {@code svg} or {@code png}
     * @param of what it is of; put before its note
     * @throws Failure (not found) if there is nothing to draw, or for another form
     */
    public static byte[] bytes(String form, Diagram drawn, String of) {
        if (drawn.nodes().isEmpty()) {
            throw Failure.notFound(Sentence.of("frame.problem.nothing-drawn"));
        }
        return bytes(form, drawn.noting(of + ". " + drawn.note()).svg());
    }

    /**
     * A drawing in that form.
     *
     * @param form {@code svg} or {@code png}
     * @throws Failure (not found) for another form
     */
    public static byte[] bytes(String form, String svg) {
        return switch (form) {
            case "svg" -> svg.getBytes(StandardCharsets.UTF_8);
            case "png" -> png(svg);
            default -> throw Failure.notFound(Sentence.of("frame.problem.no-such-picture", form));
        };
    }

    private static byte[] png(String svg) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new PngWriter().write(svg, scale(svg), out);
        } catch (IOException failed) {
            throw Failure.notPossible(Sentence.of("frame.problem.file", String.valueOf(failed.getMessage())), failed);
        }
        return out.toByteArray();
    }

    private static double scale(String svg) {
        double pixels = size(svg, "width") * size(svg, "height");
        return Math.min(PIXELS, Math.sqrt(MOST_PIXELS / Math.max(1, pixels)));
    }

    /** From the drawing's first element, which we have written. */
    private static double size(String svg, String name) {
        int from = svg.indexOf(name + "=\"") + name.length() + 2;
        return Double.parseDouble(svg.substring(from, svg.indexOf('"', from)));
    }
}
