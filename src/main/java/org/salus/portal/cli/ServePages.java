package org.salus.portal.cli;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.salus.evidence.Evidence;
import org.salus.frame.Failure;
import org.salus.frame.web.FramePages;
import org.salus.frame.web.FramePages.Listening;
import org.salus.framework.Sentence;
import org.salus.portfolio.Supports;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Serves the pages and the API of one data folder to this machine. The only place where Spring is started. */
public final class ServePages {
    private static final long LARGEST_UPLOAD_BYTES = 2L << 30;

    private final List<Class<?>> rooms;

    /**
     * A server of these rooms' pages.
     *
     * @param rooms the configuration class of each room's drawer {@code web} or {@code api}
     */
    public ServePages(List<Class<?>> rooms) {
        this.rooms = List.copyOf(rooms);
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
                "logging.level.org.apache.lucene", "ERROR"));
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(Listening.class, () -> new Listening(address, port, LARGEST_UPLOAD_BYTES));
            beans.registerBean(Evidence.class, () -> Evidence.open(data));
            beans.registerBean(Supports.class, Supports::byRules);
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

    private static boolean isPortTaken(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException || cause instanceof java.net.BindException) {
                return true;
            }
        }
        return false;
    }
}
