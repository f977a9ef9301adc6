package org.salus.portal.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.salus.frame.cli.Terminal;
import org.salus.framework.Sentence;
import org.salus.strategy.Sections;
import org.salus.workspace.Faces;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code salus demo}: public data about Burundi, loaded into a folder of its own through the ordinary loader, and its pages. */
@Command(name = "demo")
public final class DemoCommand implements Callable<Integer> {
    private static final int FIRST_PORT = 8080;

    private final Supplier<ServePages> pages;
    private final Faces faces;
    private final Supplier<Sections> sections;

    @Option(names = "--port", paramLabel = "PORT", descriptionKey = "serve.port")
    private @Nullable Integer port;

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "demo.data")
    private @Nullable Path data;

    @Option(names = "--no-open", descriptionKey = "demo.no-open")
    private boolean closed;

    @Mixin
    private Terminal terminal = new Terminal();

    /**
     * The command for a server of all rooms' pages.
     *
     * @param pages asked for only when the command runs, since it brings Spring along
     * @param faces what all rooms add to workspaces
     * @param sections what the demo's strategy is composed from
     */
    public DemoCommand(Supplier<ServePages> pages, Faces faces, Supplier<Sections> sections) {
        this.pages = pages;
        this.faces = faces;
        this.sections = sections;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = (data == null ? Path.of(System.getProperty("user.home"), ".salus", "demo") : data)
                .toAbsolutePath()
                .normalize();
        DemoPack.load(folder);
        DemoWorkspaces.found(folder, faces, sections.get());
        terminal.remark(Sentence.of("portal.demo.what"));
        pages.get()
                .serve(
                        folder,
                        InetAddress.getLoopbackAddress(),
                        port == null ? FIRST_PORT : port,
                        port == null,
                        !closed,
                        terminal);
        return 0;
    }
}
