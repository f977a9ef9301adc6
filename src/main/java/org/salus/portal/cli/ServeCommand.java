package org.salus.portal.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.salus.frame.cli.DataOption;
import org.salus.frame.cli.PassphraseOption;
import org.salus.frame.cli.Terminal;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.Copy;
import org.salus.workspace.TeamSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code salus serve}: pages and API for this machine, for one copy alone, or with settings for a team, until it is stopped. */
@Command(name = "serve")
public final class ServeCommand implements Callable<Integer> {
    private final Supplier<ServePages> pages;

    @Option(names = "--port", paramLabel = "PORT", descriptionKey = "serve.port", defaultValue = "8080")
    private int port;

    @Option(names = "--address", paramLabel = "ADDRESS", descriptionKey = "serve.address", defaultValue = "127.0.0.1")
    private String address = "";

    @Option(names = "--open", negatable = true, descriptionKey = "serve.open")
    private boolean open;

    @Option(names = "--team", paramLabel = "FILE", descriptionKey = "serve.team")
    private @Nullable Path team;

    @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "serve.file")
    private @Nullable Path file;

    @Mixin
    private PassphraseOption passphrase = new PassphraseOption();

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private Terminal terminal = new Terminal();

    /**
     * The command for a server of all rooms' pages.
     *
     * @param pages asked for only when the command runs, since it brings Spring along
     */
    public ServeCommand(Supplier<ServePages> pages) {
        this.pages = pages;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        Path copy = file;
        if (copy != null && (team != null || open)) {
            throw Failure.wrongUse(Sentence.of("portal.serve.copy.alone"));
        }
        if (team != null) {
            pages.get().serve(data.folder(), TeamSettings.of(team), terminal);
            return 0;
        }
        if (port < 0 || port > 65_535) {
            throw Failure.wrongUse(Sentence.of("portal.serve.no-port", port));
        }
        if (copy != null) {
            // What is no copy is told before somebody looks for a passphrase.
            if (!Copy.isCopy(copy)) {
                throw Copy.refusal(copy);
            }
            pages.get().serve(data.folder(), copy, passphrase.get(terminal), resolved(address), port, terminal);
            return 0;
        }
        pages.get().serve(data.folder(), resolved(address), port, false, open, terminal);
        return 0;
    }

    private static InetAddress resolved(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (IOException unknown) {
            throw Failure.wrongUse(Sentence.of("portal.serve.unknown-address", address));
        }
    }
}
