package org.salus.violations.clock.portfolio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Thinking that opens a file. */
record ReadsFile(Path path) {
    String text() throws IOException {
        return Files.readString(path);
    }
}
