package org.salus.frame.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import picocli.CommandLine.Option;

/**
 * {@code --passphrase-file FILE}: how a passphrase is given; never in the command line itself, where others on the machine could read it. For use as a
 * mixin.
 */
public final class PassphraseOption {
    private static final Path STANDARD_INPUT = Path.of("-");

    @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "option.passphrase-file")
    private @Nullable Path file;

    /**
     * The passphrase: the first line of the file or of standard input, the environment variable SALUS_PASSPHRASE, or what somebody types.
     *
     * @throws Failure if there is none
     */
    public char[] get(Terminal terminal) throws IOException {
        Path from = file;
        if (from != null) {
            return firstLine(from);
        }
        String given = System.getenv("SALUS_PASSPHRASE");
        if (given != null && !given.isEmpty()) {
            return given.toCharArray();
        }
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readPassword("%s ", terminal.wording().say(Sentence.of("frame.passphrase"))))
                .orElseThrow(() -> Failure.wrongUse(Sentence.of("frame.no-passphrase")));
    }

    private static char[] firstLine(Path from) throws IOException {
        if (from.equals(STANDARD_INPUT)) {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return line == null ? new char[0] : line.toCharArray();
        }
        try (Stream<String> lines = Files.lines(from, StandardCharsets.UTF_8)) {
            return lines.findFirst().orElse("").toCharArray();
        } catch (NoSuchFileException none) {
            throw Failure.notFound(Sentence.of("frame.no-passphrase-file", from.toString()));
        }
    }
}
