package org.salus.portal.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the demo pack, which lies beside the launcher. */
final class DemoFiles {
    private DemoFiles() {}

    /** Where the program lies; the folder it was called in unless the launcher says otherwise. */
    static Path home() {
        return Path.of(System.getProperty("salus.home", "")).toAbsolutePath().normalize();
    }

    /** Everything in {@code demo/} but its explanation, by name. */
    static List<String> list() throws IOException {
        try (Stream<Path> files = Files.list(home().resolve("demo"))) {
            return files.map(Path::toString)
                    .filter(file -> !file.endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }
}
