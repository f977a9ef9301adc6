package org.salus.portal.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.Evidence;
import org.salus.evidence.LoadInput;
import org.salus.evidence.LoadReport;
import org.salus.evidence.Progress;
import org.salus.frame.Failure;
import org.salus.frame.cli.Terminal;
import org.salus.framework.Sentence;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code salus demo}: public data about Burundi, loaded into a folder of its own through the ordinary loader, and its pages. */
@Command(name = "demo")
public final class DemoCommand implements Callable<Integer> {
    private static final int TRIED_PORTS = 20;

    private final ServePages pages;

    @Option(names = "--port", paramLabel = "PORT", descriptionKey = "serve.port")
    private @Nullable Integer port;

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "demo.data")
    private @Nullable Path data;

    @Option(names = "--no-open", descriptionKey = "demo.no-open")
    private boolean closed;

    @Mixin
    private Terminal terminal = new Terminal();

    /** The command for a server of all rooms' pages. */
    public DemoCommand(ServePages pages) {
        this.pages = pages;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = (data == null ? Path.of(System.getProperty("user.home"), ".salus", "demo") : data)
                .toAbsolutePath()
                .normalize();
        load(folder);
        terminal.remark(Sentence.of("portal.demo.what"));
        try (ServePages.Running server = start(folder)) {
            ServeCommand.announce(server, terminal, !closed);
        }
        return 0;
    }

    /** On the port that was asked for, else on the first free one from 8080. */
    private ServePages.Running start(Path folder) {
        InetAddress here = InetAddress.getLoopbackAddress();
        if (port != null) {
            return pages.start(folder, here, port);
        }
        for (int candidate = 8080; candidate < 8080 + TRIED_PORTS; candidate++) {
            try (java.net.ServerSocket free = new java.net.ServerSocket(candidate, 1, here)) {
                free.setReuseAddress(true);
            } catch (IOException taken) {
                continue;
            }
            return pages.start(folder, here, candidate);
        }
        return pages.start(folder, here, 0);
    }

    /**
     * Loads the demo's files into a data folder. Files that are loaded already cost no time.
     *
     * @throws Failure if one of them cannot be read
     */
    public static void load(Path folder) throws IOException {
        Path unpacked = Files.createTempDirectory("salus-demo");
        try (Evidence evidence = Evidence.open(folder)) {
            List<LoadInput> files = new ArrayList<>();
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources("classpath:demo/*")) {
                String name = Objects.requireNonNull(resource.getFilename());
                if (!name.isEmpty() && !name.endsWith(".md")) {
                    Path file = unpacked.resolve(name);
                    try (InputStream bytes = resource.getInputStream()) {
                        Files.copy(bytes, file);
                    }
                    files.add(new LoadInput(name, "demo/" + name, file));
                }
            }
            files.sort(Comparator.comparing(LoadInput::name));
            LoadReport report = evidence.loads().load(files, null, Progress.SILENT);
            if (files.isEmpty() || report.hasFailures()) {
                throw new Failure(Failure.Kind.NOT_POSSIBLE, Sentence.of("portal.demo.broken"));
            }
        } finally {
            try (var left = Files.list(unpacked)) {
                for (Path file : left.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(unpacked);
        }
    }
}
