package org.salus.workspace.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.springframework.web.multipart.MultipartFile;

/** A file as a browser or program sends it into a workspace: of a size that is read, under a name that is one line. */
public final class SentFile {
    private static final int LONGEST_NAME = 200;

    private SentFile() {}

    /** Reads a file. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(InputStream bytes, String name) throws IOException;
    }

    /**
     * Reads what was sent.
     *
     * @param mostBytes larger files are refused
     * @throws Failure if there is nothing, if it is too large, or if it cannot be read
     */
    public static <T> T read(MultipartFile sent, long mostBytes, Reading<T> how) {
        if (sent.isEmpty()) {
            String chosen = sent.getOriginalFilename();
            throw Failure.wrongUse(
                    chosen == null || chosen.isBlank()
                            ? Sentence.of("workspace.file.nothing")
                            : Sentence.of("workspace.file.empty", name(chosen)));
        }
        if (sent.getSize() > mostBytes) {
            throw Failure.wrongUse(Sentence.of("workspace.file.too-large", mostBytes >> 20));
        }
        String name = name(sent.getOriginalFilename());
        try (InputStream bytes = sent.getInputStream()) {
            return how.read(bytes, name);
        } catch (IOException failed) {
            throw Failure.notPossible(Sentence.of("workspace.file.unreadable", name), failed);
        }
    }

    /**
     * Reads what may have been sent. A form sends a field for a file in which nothing was chosen without a name; a file that was chosen and has nothing in it is refused
     * like any other, so that nobody believes that it was used.
     *
     * @param mostBytes larger files are refused
     * @return nothing where no file was chosen
     * @throws Failure if the file is empty, too large, or cannot be read
     */
    public static <T> Optional<T> find(@Nullable MultipartFile sent, long mostBytes, Reading<T> how) {
        String chosen = sent == null ? null : sent.getOriginalFilename();
        return sent == null || (sent.isEmpty() && (chosen == null || chosen.isBlank()))
                ? Optional.empty()
                : Optional.of(read(sent, mostBytes, how));
    }

    /** Some browsers send the whole way to a file, which is nobody's business. */
    private static String name(@Nullable String sent) {
        String plain = sent == null
                ? ""
                : sent.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip();
        String name = plain.isEmpty() ? "file" : plain;
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
