package org.salus;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.salus.portal.cli.DemoPack;
import org.salus.portal.cli.DemoWorkspaces;
import org.salus.portal.cli.ServePages;

/** The whole program as it runs for people, on a free port with a data folder of its own. */
public final class RunningSalus implements AutoCloseable {
    private final Path folder;
    private final ServePages.Running server;
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private final String session;

    private RunningSalus(Path folder) throws IOException {
        this.folder = folder;
        this.server = Salus.pages().start(folder, InetAddress.getLoopbackAddress(), 0);
        this.session = entered(server.link());
    }

    /** The cookie that a one-time link gives: everybody comes in so. */
    public static String entered(URI link) throws IOException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(link).build(), HttpResponse.BodyHandlers.ofString())
                    .headers()
                    .firstValue("Set-Cookie")
                    .orElseThrow()
                    .replaceFirst(";.*", "");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    /** A new link that lets a browser in, once. */
    public URI link() {
        return server.link();
    }

    /** With nothing loaded. */
    public static RunningSalus empty() throws IOException {
        return new RunningSalus(Files.createTempDirectory("salus-test"));
    }

    /** With the demo's data. */
    public static RunningSalus withDemo() throws IOException {
        Path folder = Files.createTempDirectory("salus-test");
        DemoPack.load(folder);
        return new RunningSalus(folder);
    }

    /** With the demo's data and its two workspaces, those of whoever comes in. */
    public static RunningSalus withDemoWorkspaces() throws IOException {
        RunningSalus salus = withDemo();
        DemoWorkspaces.found(salus.folder, Salus.faces(), Salus.sections());
        return salus;
    }

    /** On a data folder that is there already; it is emptied in the end. */
    public static RunningSalus on(Path folder) throws IOException {
        return new RunningSalus(folder);
    }

    /** What it is made of. */
    public org.springframework.context.ApplicationContext context() {
        return server.context();
    }

    /** Its data folder. */
    public Path folder() {
        return folder;
    }

    /** Where a path of the program is. */
    public URI at(String path) {
        return server.address().resolve(path);
    }

    /** A request of somebody who is signed in. */
    public HttpRequest.Builder asking(String path) {
        return HttpRequest.newBuilder(at(path)).header("Cookie", session);
    }

    /** Asks for a path. */
    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** Sends a request made for this program, as somebody who is signed in. */
    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return sendAsStranger(request.header("Cookie", session));
    }

    /** Sends a request made for this program as it is. */
    public HttpResponse<String> sendAsStranger(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        server.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
