package org.salus;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real open-data files that lie beside the project, not in it. A test that needs one is skipped, with this reason, where it is absent. */
public final class SharedData {
    private static final Path FOLDER = Path.of(System.getProperty("salus.shared.data", "../shared/data"))
            .toAbsolutePath()
            .normalize();

    private SharedData() {}

    /** The file or folder of that relative path; skips the calling test if it is not there. */
    public static Path file(String relative) {
        Path file = FOLDER.resolve(relative);
        assumeTrue(
                Files.exists(file),
                () -> "skipped: no " + relative + " in " + FOLDER + " (set -Dsalus.shared.data=FOLDER)");
        return file;
    }
}
