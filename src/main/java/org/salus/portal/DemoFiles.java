package org.salus.portal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.salus.evidence.Snapshot;
import org.salus.evidence.SourceVersion;
import org.salus.framework.Sentence;

/**
 * Whether what is loaded holds files of the demo. They are known by their bytes, so it does not matter who loaded them, where from, into which folder and
 * beside what else.
 */
public final class DemoFiles {
    private static final Set<String> KNOWN = read();

    private DemoFiles() {}

    /** What readers must know of a snapshot with files of the demo that count; empty for any other. */
    public static Optional<Sentence> notice(Snapshot snapshot) {
        return snapshot.versions().stream().anyMatch(version -> version.current() && isOne(version))
                ? Optional.of(Sentence.of("portal.demo.notice"))
                : Optional.empty();
    }

    static boolean isOne(SourceVersion version) {
        return KNOWN.contains(version.sha256());
    }

    /** The SHA-256 of every file of every edition of the demo. */
    private static Set<String> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(DemoFiles.class.getResourceAsStream("demo-files.txt")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.substring(0, 64))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
