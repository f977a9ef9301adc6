package org.salus.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.Copy;

/**
 * A copy of a workspace as somebody has sent it, with the words that open it. It lies in a folder of its own until it is closed. What is wrong with it is told by
 * the name its sender knows; where it lies is nobody's business.
 */
public final class BroughtCopy implements AutoCloseable {
    private final String label;
    private final Path file;
    private final char[] passphrase;

    private BroughtCopy(String label, Path file, char[] passphrase) {
        this.label = label;
        this.file = file;
        this.passphrase = passphrase;
    }

    /** Puts what was sent into a file. */
    @FunctionalInterface
    public interface Content {
        void into(Path file) throws IOException;
    }

    /**
     * Keeps what was sent, whatever it is.
     *
     * @param name of the file, as its sender calls it
     */
    public static BroughtCopy of(String name, String passphrase, Content content) throws IOException {
        Path folder = Files.createTempDirectory("salus-brought");
        try {
            Path file = folder.resolve("brought.salus");
            content.into(file);
            return new BroughtCopy(name.replaceAll("\\p{Cntrl}", ""), file, passphrase.toCharArray());
        } catch (IOException | RuntimeException failed) {
            delete(folder);
            throw failed;
        }
    }

    /** What its sender calls it. */
    public String label() {
        return label;
    }

    public long bytes() {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }

    /**
     * Opens it for as long as something is done with it.
     *
     * @throws Failure if it is no copy, is damaged, or opens under other words
     */
    public <T> T open(Function<Copy, T> what) {
        try (Copy copy = Copy.open(file, passphrase)) {
            return what.apply(copy);
        } catch (Failure failed) {
            throw told(failed);
        }
    }

    /** Whoever sent a wrong file can send another one: it is nothing of this machine's that failed. */
    private Failure told(Failure failed) {
        List<Object> arguments = failed.sentence().arguments();
        String key = failed.sentence().key();
        boolean isOfFile = arguments.contains(file.toString())
                || key.startsWith("ledger.damage.")
                || key.equals("ledger.failure.tangled");
        if (!isOfFile) {
            return failed;
        }
        return new Failure(
                Failure.Kind.WRONG_USE,
                new Sentence(
                        failed.sentence().key(),
                        arguments.stream()
                                .map(argument -> argument.equals(file.toString()) ? label : argument)
                                .toList()),
                failed.advice().orElse(null),
                failed.getCause());
    }

    /** Nothing of it stays behind. */
    @Override
    public void close() {
        Arrays.fill(passphrase, ' ');
        delete(java.util.Objects.requireNonNull(file.getParent()));
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path one : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        } catch (IOException left) {
            folder.toFile().deleteOnExit();
        }
    }
}
