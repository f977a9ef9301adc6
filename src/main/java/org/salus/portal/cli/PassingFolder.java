package org.salus.portal.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** A folder for the owner of this process alone, which goes when it is closed: for what must not get into a file that travels. */
record PassingFolder(Path folder) implements AutoCloseable {
    static PassingFolder make() {
        try {
            return new PassingFolder(Files.createTempDirectory("salus-serving"));
        } catch (IOException denied) {
            throw new UncheckedIOException(denied);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException inUse) {
            LoggerFactory.getLogger(PassingFolder.class).warn("Not deleted: {}", folder, inUse);
        }
    }
}
