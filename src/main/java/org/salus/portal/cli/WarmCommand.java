package org.salus.portal.cli;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * {@code salus warm}: does once, in a temporary folder, what people do often, so that Java can note which classes that takes. The launcher runs it while
 * making its ahead-of-time cache. Exit codes: 0 everything was done; 1 something was not, and the cache would be of little use.
 */
@Command(name = "warm", hidden = true)
public final class WarmCommand implements Callable<Integer> {
    private static final List<String> PAGES = List.of(
            "/",
            "/data",
            "/countries/BDI",
            "/activities?id=" + URLEncoder.encode("US-501c3-522318905-SG-BDI/000336", StandardCharsets.UTF_8),
            "/api/v1/countries/BDI/support");

    private static final int LARGE_ITEMS = 1_000;

    private final ToIntFunction<String[]> door;
    private final Supplier<ServePages> pages;

    /**
     * The command.
     *
     * @param door runs one command line in silence and returns its exit code
     * @param pages asked for only when the command runs, since it brings Spring along
     */
    public WarmCommand(ToIntFunction<String[]> door, Supplier<ServePages> pages) {
        this.door = door;
        this.pages = pages;
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("salus-warm");
        try {
            DemoPack.load(folder);
            openLargeWorkspace(Files.createDirectory(folder.resolve("large")));
            return commandsWork(folder) && pagesWork(folder) ? 0 : 1;
        } finally {
            remove(folder);
        }
    }

    /** Just large enough to be opened by its checkpoint. */
    private static void openLargeWorkspace(Path folder) throws Exception {
        LedgerMeasures.main(new String[] {"fill", folder.toString(), Integer.toString(LARGE_ITEMS)});
        LedgerMeasures.main(new String[] {"open", folder.toString()});
    }

    private boolean commandsWork(Path folder) throws IOException {
        String data = folder.toString();
        Path reloaded = Files.writeString(folder.resolve("no-activities.xml"), "<iati-activities version=\"2.03\"/>");
        return works("--help")
                && works("load", "--help")
                && works("load", reloaded.toString(), "--data", data)
                && works("brief", "BDI", "--data", data)
                && works("brief", "BDI", "--format", "json", "--data", data)
                && works("sources", "--data", data)
                && works("issues", "--data", data);
    }

    private boolean works(String... words) {
        return door.applyAsInt(words) == 0;
    }

    private boolean pagesWork(Path folder) throws IOException {
        try (ServePages.Running server = pages.get().start(folder, InetAddress.getLoopbackAddress(), 0)) {
            String session = entered(server.link());
            for (String page : PAGES) {
                if (!answers(server.address().resolve(page), session)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The cookie that a one-time link gives. */
    private static String entered(URI link) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) link.toURL().openConnection();
        try {
            String cookie = connection.getHeaderField("Set-Cookie");
            return cookie == null ? "" : cookie.replaceFirst(";.*", "");
        } finally {
            connection.disconnect();
        }
    }

    private static boolean answers(URI address, String session) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("Cookie", session);
        try {
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                return false;
            }
            connection.getInputStream().readAllBytes();
            return true;
        } finally {
            connection.disconnect();
        }
    }

    static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
