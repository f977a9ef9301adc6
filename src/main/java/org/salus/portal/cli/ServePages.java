package org.salus.portal.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.salus.evidence.Evidence;
import org.salus.frame.cli.Terminal;
import org.salus.frame.web.FramePages;
import org.salus.frame.web.FramePages.Listening;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.Database;
import org.salus.ledger.Workspaces;
import org.salus.portal.Briefs;
import org.salus.portfolio.Supports;
import org.salus.workspace.Faces;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;

/** Serves the pages and the API of one data folder to this machine. The only place where Spring is started. */
public final class ServePages {
    private static final long LARGEST_UPLOAD_BYTES = 2L << 30;
    private static final int TRIED_PORTS = 20;

    private final List<Class<?>> rooms;
    private final Faces faces;

    /**
     * A server of these rooms' pages.
     *
     * @param rooms the configuration class of each room's drawer {@code web} or {@code api}
     * @param faces what rooms add to workspaces
     */
    public ServePages(List<Class<?>> rooms, Faces faces) {
        this.rooms = List.copyOf(rooms);
        this.faces = faces;
    }

    /** A server that runs until it is closed. */
    public record Running(URI address, ConfigurableApplicationContext context) implements AutoCloseable {
        @Override
        public void close() {
            context.close();
        }
    }

    /**
     * Starts to serve.
     *
     * @param data the data folder; it is made if it does not exist
     * @param address where to listen: an address of this machine that nobody else reaches
     * @param port 0 for any free one
     * @throws Failure if the address can be reached by others, or the port is taken
     */
    public Running start(Path data, InetAddress address, int port) {
        if (!address.isLoopbackAddress()) {
            throw Failure.wrongUse(Sentence.of("portal.serve.not-loopback", address.getHostAddress()))
                    .advising(Sentence.of("portal.serve.not-loopback.advice"));
        }
        SpringApplication application = new SpringApplication(FramePages.class);
        application.addPrimarySources(rooms);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setLazyInitialization(true);
        application.setDefaultProperties(Map.of(
                "logging.level.root", "WARN",
                "logging.level.org.springframework.web.servlet.PageNotFound", "ERROR",
                "logging.level.org.springframework.boot", "ERROR",
                // What went wrong is said in our own words.
                "logging.level.org.springframework.boot.diagnostics", "OFF",
                "logging.level.org.apache.lucene", "ERROR"));
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(Listening.class, () -> new Listening(address, port, LARGEST_UPLOAD_BYTES));
            beans.registerBean(Evidence.class, () -> Evidence.open(data));
            beans.registerBean(
                    Briefs.class, () -> new Briefs(beans.getBean(Evidence.class), beans.getBean(Supports.class)));
            beans.registerBean(Supports.class, Supports::byRules);
            beans.registerBean(Faces.class, () -> faces);
            beans.registerBean(
                    Workspaces.class,
                    () -> Workspaces.open(
                            Database.file(data.resolve("workspaces.db")), faces.kinds(), InstantSource.system()));
        });
        try {
            // A file application.properties in the folder somebody happens to stand in must not change anything.
            ConfigurableApplicationContext context =
                    application.run("--spring.config.location=optional:classpath:/none/");
            int listening = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                    .getPort();
            return new Running(URI.create("http://localhost:" + listening + "/"), context);
        } catch (RuntimeException failed) {
            if (isPortTaken(failed)) {
                throw Failure.notPossible(Sentence.of("portal.serve.port-taken", port), failed)
                        .advising(Sentence.of("portal.serve.port-taken.advice"));
            }
            throw failed;
        }
    }

    /**
     * Serves until the program is stopped: says where the pages are, and opens them if asked to.
     *
     * @param port tried first; where it is taken and {@code anotherPort} is allowed, the next free one
     */
    void serve(Path data, InetAddress address, int port, boolean anotherPort, boolean open, Terminal terminal)
            throws InterruptedException {
        try (Running server = start(data, address, anotherPort ? firstFree(address, port) : port)) {
            terminal.say(Sentence.of("portal.serve.at", server.address().toString()));
            terminal.out().flush();
            if (open) {
                openBrowser(server.address());
            }
            Thread.ofPlatform()
                    .daemon()
                    .name("search")
                    .start(() -> prepareSearch(server.context().getBean(Evidence.class)));
            CountDownLatch closed = new CountDownLatch(1);
            server.context().addApplicationListener(event -> {
                if (event instanceof ContextClosedEvent) {
                    closed.countDown();
                }
            });
            closed.await();
        }
    }

    /** Nobody should wait for the index at the first search. If it fails here it fails again there, and is told there. */
    private static void prepareSearch(Evidence evidence) {
        try {
            evidence.snapshot().search().prepare();
        } catch (IOException | RuntimeException later) {
            LoggerFactory.getLogger(ServePages.class).debug("search", later);
        }
    }

    private static int firstFree(InetAddress address, int from) {
        for (int candidate = from; candidate < from + TRIED_PORTS; candidate++) {
            if (isFree(address, candidate)) {
                return candidate;
            }
        }
        return 0;
    }

    private static boolean isFree(InetAddress address, int port) {
        try (ServerSocket free = new ServerSocket(port, 1, address)) {
            return free.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** Where no program opens pages nothing happens: the address has been printed. */
    private static void openBrowser(URI address) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String opener = system.contains("mac") ? "open" : system.contains("win") ? "explorer" : "xdg-open";
        try {
            new ProcessBuilder(opener, address.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException noBrowser) {
            return;
        }
    }

    private static boolean isPortTaken(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException || cause instanceof java.net.BindException) {
                return true;
            }
        }
        return false;
    }
}
