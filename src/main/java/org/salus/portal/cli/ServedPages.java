package org.salus.portal.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code salus serve} as a process of its own, and how fast it answers. */
final class ServedPages implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("(http://[\\w.:-]+/)enter\\?key=[\\w-]+");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final URI address;
    private final HttpClient client;
    private final String session;

    private ServedPages(Process process, URI address, HttpClient client, String session) {
        this.process = process;
        this.address = address;
        this.client = client;
        this.session = session;
    }

    /** Starts a server on a free port of this machine and waits until it says where it is. */
    static ServedPages start(Path data, Map<String, String> settings) throws IOException {
        return start(WholeProcess.salus("serve", "--port", "0", "--data", data.toString()), settings);
    }

    /** The same with the demo in that folder. */
    static ServedPages demo(Path data) throws IOException {
        return start(WholeProcess.salus("demo", "--no-open", "--port", "0", "--data", data.toString()), Map.of());
    }

    private static ServedPages start(List<String> command, Map<String, String> settings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(settings);
        Process process = builder.redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            BufferedReader said = process.inputReader();
            StringBuilder all = new StringBuilder();
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                Matcher found = ADDRESS.matcher(line);
                if (found.find()) {
                    Thread.ofVirtual().start(() -> said.lines().forEach(unread -> {}));
                    HttpClient client = HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .connectTimeout(PATIENCE)
                            .build();
                    return new ServedPages(
                            process, URI.create(found.group(1)), client, entered(client, URI.create(found.group())));
                }
                all.append(line).append(' ');
            }
            throw new IOException(all.toString().strip());
        } catch (IOException failed) {
            process.destroyForcibly();
            throw failed;
        }
    }

    /** The cookie that the printed link gives. */
    private static String entered(HttpClient client, URI link) throws IOException {
        try {
            return client.send(HttpRequest.newBuilder(link).build(), HttpResponse.BodyHandlers.discarding())
                    .headers()
                    .firstValue("Set-Cookie")
                    .orElseThrow(() -> new IOException("the link let nobody in"))
                    .replaceFirst(";.*", "");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .header("Cookie", session)
                .timeout(PATIENCE)
                .build();
    }

    /** Most memory the server has held, in millions of bytes, where the system says it. */
    Optional<Double> peak() {
        return WholeProcess.peak(process.pid());
    }

    /** Whether there is such a page. */
    boolean has(String path) throws IOException, InterruptedException {
        return client.send(request(path), HttpResponse.BodyHandlers.discarding())
                        .statusCode()
                == 200;
    }

    /** What stands at an address. */
    String text(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request(path), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + " for " + path);
        }
        return answer.body();
    }

    /** Asks for a page and returns how many milliseconds its last byte took. */
    double get(String path) throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpResponse<byte[]> answer = client.send(request(path), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + " for " + path);
        }
        return (System.nanoTime() - start) / 1e6;
    }

    /** Asks over several connections at once, each for every path in turn, and returns the milliseconds of each answer. */
    List<Double> getAtOnce(int connections, int rounds, List<String> paths) throws IOException, InterruptedException {
        List<Double> all = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Future<?>> running = new ArrayList<>();
            for (int connection = 0; connection < connections; connection++) {
                running.add(threads.submit(() -> {
                    for (int round = 0; round < rounds; round++) {
                        for (String path : paths) {
                            all.add(get(path));
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw new IOException(String.valueOf(failed.getCause()), failed);
        }
        return all;
    }

    @Override
    public void close() {
        client.close();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
