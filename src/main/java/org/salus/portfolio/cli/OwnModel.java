package org.salus.portfolio.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.portfolio.Sorter;

/** A model that somebody trained with {@code salus train}, in the place of the one that comes with the program. */
public final class OwnModel {
    /** The environment variable that names its file. */
    public static final String VARIABLE = "SALUS_MODEL";

    private OwnModel() {}

    /** Lets the whole program sort by the model that the environment names; by the shipped one if it names none. A file that is none is told by whatever sorts first. */
    public static void ofEnvironment() {
        @Nullable String file = System.getenv(VARIABLE);
        if (file != null && !file.isBlank()) {
            Sorter.workWith(sorter(file));
        }
    }

    /** The shipped rules, corrected by the model of a file; it is read when something is first sorted. */
    static Sorter sorter(String file) {
        return Sorter.with(file, () -> open(file));
    }

    private static InputStream open(String file) {
        try {
            return Files.newInputStream(Path.of(file));
        } catch (NoSuchFileException | InvalidPathException none) {
            throw Failure.notFound(Sentence.of("portfolio.model.missing", VARIABLE, file));
        } catch (IOException unreadable) {
            throw Failure.notPossible(Sentence.of("portfolio.model.unreadable", VARIABLE, file), unreadable);
        }
    }
}
