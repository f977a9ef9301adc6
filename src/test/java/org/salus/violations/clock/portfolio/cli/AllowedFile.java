package org.salus.violations.clock.portfolio.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** A drawer may touch the world. */
record AllowedFile(Path path) {
    boolean exists() {
        return Files.exists(path);
    }
}
