package org.salus.portal.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.salus.frame.Failure;
import org.salus.frame.cli.DataOption;
import org.salus.frame.cli.Terminal;
import org.salus.framework.Sentence;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code salus serve}: pages and API for this machine, until it is stopped. */
@Command(name = "serve")
public final class ServeCommand implements Callable<Integer> {
    private final ServePages pages;

    @Option(names = "--port", paramLabel = "PORT", descriptionKey = "serve.port", defaultValue = "8080")
    private int port;

    @Option(names = "--address", paramLabel = "ADDRESS", descriptionKey = "serve.address", defaultValue = "127.0.0.1")
    private String address = "";

    @Option(names = "--open", descriptionKey = "serve.open")
    private boolean open;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private Terminal terminal = new Terminal();

    /** The command for a server of all rooms' pages. */
    public ServeCommand(ServePages pages) {
        this.pages = pages;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65_535) {
            throw Failure.wrongUse(Sentence.of("portal.serve.no-port", port));
        }
        try (ServePages.Running server = pages.start(data.folder(), resolved(address), port)) {
            announce(server, terminal, open);
        }
        return 0;
    }

    /** Says where the pages are, opens them if asked to, and waits until the program is stopped. */
    static void announce(ServePages.Running server, Terminal terminal, boolean open) throws InterruptedException {
        terminal.say(Sentence.of("portal.serve.at", server.address().toString()));
        terminal.out().flush();
        if (open) {
            openBrowser(server.address());
        }
        CountDownLatch closed = new CountDownLatch(1);
        server.context().addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                closed.countDown();
            }
        });
        closed.await();
    }

    private static InetAddress resolved(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (IOException unknown) {
            throw Failure.wrongUse(Sentence.of("portal.serve.unknown-address", address));
        }
    }

    /** Where no program opens pages nothing happens: the address has been printed. */
    private static void openBrowser(URI address) {
        String system = System.getProperty("os.name", "").toLowerCase(java.util.Locale.ROOT);
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
}
