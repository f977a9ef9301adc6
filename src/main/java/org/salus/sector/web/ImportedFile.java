package org.salus.sector.web;

import java.io.IOException;
import java.io.InputStream;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.springframework.web.multipart.MultipartFile;

/** A file as a browser or program sends it: of a size that is read, under a name that is one line. */
public final class ImportedFile {
    /** More than any table of a sector, and what a workbook may have. */
    private static final long MOST_BYTES = 64L << 20;

    private static final int LONGEST_NAME = 200;

    private ImportedFile() {}

    /** Reads a file. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(InputStream bytes, String name);
    }

    /**
     * Reads what was sent.
     *
     * @throws Failure if there is nothing, if it is too large, or if it cannot be read
     */
    public static <T> T read(MultipartFile sent, Reading<T> how) {
        if (sent.isEmpty()) {
            throw Failure.wrongUse(Sentence.of("sector.web.import.nothing"));
        }
        if (sent.getSize() > MOST_BYTES) {
            throw Failure.wrongUse(Sentence.of("sector.failure.too-large", MOST_BYTES >> 20));
        }
        String name = name(sent.getOriginalFilename());
        try (InputStream bytes = sent.getInputStream()) {
            return how.read(bytes, name);
        } catch (IOException failed) {
            throw Failure.notPossible(Sentence.of("sector.failure.read", name), failed);
        }
    }

    /** Some browsers send the whole way to a file, which is nobody's business. */
    private static String name(@org.jspecify.annotations.Nullable String sent) {
        String plain = sent == null
                ? ""
                : sent.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip();
        String name = plain.isEmpty() ? "file" : plain;
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
