package org.salus.evidence.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.salus.evidence.LoadInput;
import org.salus.evidence.LoadReport;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/** Turns the words behind {@code salus load} into files: paths, folders with all they hold, globs, {@code -} and http(s) addresses. */
final class Inputs implements AutoCloseable {
    /** Largest answer that is taken from an address. */
    static final long LARGEST_DOWNLOAD_BYTES = 2L << 30;

    private static final Duration LONGEST_DOWNLOAD = Duration.ofMinutes(15);

    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://");
    private static final Pattern OTHER_ADDRESS = Pattern.compile("(?i)[a-z][a-z0-9+.-]+://");
    private static final Pattern NAME_AND_PASSWORD = Pattern.compile("^([a-zA-Z]+://)[^/?#]*@");

    private static final Pattern GLOB = Pattern.compile("[*?\\[{]");

    private final Path temporary;
    private final long largest;
    private final Duration longest;
    private final List<Path> made = new ArrayList<>();
    private final List<LoadReport.FileReport> failed = new ArrayList<>();

    Inputs() {
        this(LARGEST_DOWNLOAD_BYTES, LONGEST_DOWNLOAD);
    }

    Inputs(long largest, Duration longest) {
        this.temporary = Path.of(System.getProperty("java.io.tmpdir"));
        this.largest = largest;
        this.longest = longest;
    }

    /** What can be loaded; what cannot be had is told by {@link #failed}, and does not keep the others out. */
    List<LoadInput> of(List<String> words, InputStream standardInput) {
        List<LoadInput> found = new ArrayList<>();
        for (String word : words) {
            try {
                if (word.isBlank()) {
                    throw Failure.wrongUse(Sentence.of("evidence.load.blank"));
                } else if (word.equals("-")) {
                    found.add(new LoadInput("standard-input", "-", keep(standardInput)));
                } else if (ADDRESS.matcher(word).lookingAt()) {
                    found.add(download(word));
                } else if (OTHER_ADDRESS.matcher(word).lookingAt() && !Files.exists(Path.of(word))) {
                    throw Failure.wrongUse(Sentence.of("evidence.load.no-address", shown(word)));
                } else {
                    found.addAll(files(word));
                }
            } catch (Failure failure) {
                if (failure.kind() == Failure.Kind.WRONG_USE) {
                    throw failure;
                }
                failed.add(new LoadReport.FileReport(
                        shown(word), LoadReport.Outcome.FAILED, null, failure.sentence(), 0, null));
            }
        }
        return found;
    }

    /** The words behind which there was nothing to load, with the reason. */
    List<LoadReport.FileReport> failed() {
        return failed;
    }

    private List<LoadInput> files(String word) {
        try {
            Path path = Path.of(word);
            if (Files.isDirectory(path)) {
                try (Stream<Path> all = Files.walk(path)) {
                    return all.filter(Files::isRegularFile)
                            .filter(file -> !file.getFileName().toString().startsWith("."))
                            .sorted()
                            .map(file -> new LoadInput(file.getFileName().toString(), file.toString(), file, false))
                            .toList();
                }
            }
            if (!Files.exists(path) && GLOB.matcher(word).find()) {
                return glob(word);
            }
            return List.of(file(path));
        } catch (InvalidPathException noPath) {
            throw Failure.wrongUse(Sentence.of("evidence.load.no-path", word));
        } catch (IOException | java.io.UncheckedIOException denied) {
            throw Failure.notPossible(Sentence.of("evidence.load.folder-unreadable", word), denied);
        }
    }

    /** A shell resolves globs itself; a quoted one, or one on Windows, arrives here. */
    private static List<LoadInput> glob(String word) throws IOException {
        String way = word.replace(java.io.File.separatorChar, '/');
        Matcher wild = GLOB.matcher(way);
        int slash = way.lastIndexOf('/', wild.find() ? wild.start() : way.length());
        Set<Path> found = new LinkedHashSet<>();
        try {
            matching(
                    Path.of(slash < 0 ? "." : way.substring(0, slash + 1)),
                    List.of(way.substring(slash + 1).split("/+", -1)),
                    found);
        } catch (PatternSyntaxException noPattern) {
            throw Failure.wrongUse(Sentence.of("evidence.load.no-path", word));
        }
        if (found.isEmpty()) {
            throw Failure.notFound(Sentence.of("evidence.load.nothing-matches", word));
        }
        return found.stream()
                .filter(Files::isRegularFile)
                .sorted(Comparator.naturalOrder())
                .map(Inputs::file)
                .toList();
    }

    /**
     * Finds what the steps of a glob lead to, as a shell would: a star stays within one step, two stars are any number of folders, none as well.
     * Links are followed where a step names them, not by two stars, since they may lead in a circle.
     */
    private static void matching(Path folder, List<String> steps, Set<Path> found) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<String> rest = steps.subList(1, steps.size());
        boolean any = steps.getFirst().equals("**") && !rest.isEmpty();
        if (any) {
            matching(folder, rest, found);
        }
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder, any ? "[!.]*" : steps.getFirst())) {
            for (Path path : inside) {
                if (rest.isEmpty()) {
                    found.add(path);
                } else if (!any) {
                    matching(path, rest, found);
                } else if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    matching(path, steps, found);
                }
            }
        } catch (DirectoryIteratorException denied) {
            throw denied.getCause();
        }
    }

    private static LoadInput file(Path path) {
        Path name = path.getFileName();
        return new LoadInput(name == null ? path.toString() : name.toString(), path.toString(), path);
    }

    private Path keep(InputStream bytes) {
        try {
            Path copy = Files.createTempFile(temporary, "salus-", ".input");
            made.add(copy);
            try (OutputStream out = Files.newOutputStream(copy)) {
                bytes.transferTo(out);
            }
            return copy;
        } catch (IOException failed) {
            throw Failure.notPossible(
                    Sentence.of("evidence.load.input-unreadable", String.valueOf(failed.getMessage())), failed);
        }
    }

    /** An address as it may be shown and kept: without the name and password that some carry. */
    private static String shown(String address) {
        return NAME_AND_PASSWORD.matcher(address).replaceFirst("$1");
    }

    /** What kept an address from answering, where Java has no words for it. */
    private static Sentence reason(IOException failed) {
        return switch (failed) {
            case HttpTimeoutException silent -> Sentence.of("evidence.load.reason.silent");
            case ConnectException closed ->
                Sentence.of(
                        closed.getCause() instanceof UnresolvedAddressException
                                ? "evidence.load.reason.unknown-host"
                                : "evidence.load.reason.closed");
            case SSLException unsafe -> Sentence.of("evidence.load.reason.unsafe");
            default -> Sentence.of("evidence.load.reason.other", String.valueOf(failed.getMessage()));
        };
    }

    private LoadInput download(String written) {
        String address = shown(written);
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(20))
                .build()) {
            URI uri = URI.create(address);
            HttpRequest request = HttpRequest.newBuilder(uri)
                    .timeout(Duration.ofSeconds(60))
                    .header("User-Agent", "Salus")
                    .build();
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                throw Failure.notFound(Sentence.of("evidence.load.address-answered", answer.statusCode()));
            }
            Path copy = Files.createTempFile(temporary, "salus-", ".input");
            made.add(copy);
            // A server that falls silent would keep the reading thread for ever; closing the body under it ends that.
            try (InputStream body = answer.body();
                    OutputStream out = Files.newOutputStream(copy);
                    ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
                            Thread.ofPlatform().daemon().factory())) {
                ScheduledFuture<?> alarm = clock.schedule(() -> shut(body), longest.toMillis(), TimeUnit.MILLISECONDS);
                try {
                    bounded(body, out);
                } finally {
                    alarm.cancel(false);
                    clock.shutdownNow();
                    client.shutdownNow();
                }
            }
            String path = uri.getPath() == null ? "" : uri.getPath();
            String name = path.substring(path.lastIndexOf('/') + 1);
            return new LoadInput(name.isEmpty() ? String.valueOf(uri.getHost()) : name, address, copy);
        } catch (IllegalArgumentException noAddress) {
            throw Failure.wrongUse(Sentence.of("evidence.load.no-address", address));
        } catch (IOException failed) {
            throw Failure.notPossible(reason(failed), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Failure.notPossible(Sentence.of("evidence.load.reason.stopped"), stopped);
        }
    }

    private static void shut(InputStream body) {
        try {
            body.close();
        } catch (IOException alreadyGone) {
            // That is what was wanted.
        }
    }

    private void bounded(InputStream body, OutputStream out) throws IOException {
        long end = System.nanoTime() + longest.toNanos();
        long total = 0;
        byte[] buffer = new byte[1 << 16];
        for (int got = body.read(buffer); got >= 0; got = body.read(buffer)) {
            total += got;
            if (total > largest || System.nanoTime() > end) {
                throw Failure.notPossible(
                        Sentence.of("evidence.load.address-too-large", largest >> 20, longest.toMinutes()),
                        new IOException("too large or too slow"));
            }
            out.write(buffer, 0, got);
        }
    }

    @Override
    public void close() {
        for (Path file : made) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException leftOver) {
                file.toFile().deleteOnExit();
            }
        }
    }
}
