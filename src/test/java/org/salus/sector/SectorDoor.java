package org.salus.sector;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.salus.Salus;
import org.salus.frame.cli.CommandDoor;

/** Somebody at a running program: sends files and forms as a browser does, files with a token as a program does, and types commands. */
final class SectorDoor {
    private static final Pattern MARK = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private final URI base;
    private final String cookie;
    private final String token;

    private SectorDoor(URI base, String cookie, String token) {
        this.base = base;
        this.cookie = cookie;
        this.token = token;
    }

    /** A browser with this cookie. */
    static SectorDoor browser(URI base, String cookie) {
        return new SectorDoor(base, cookie, "");
    }

    /** A program with this token. */
    static SectorDoor program(URI base, String token) {
        return new SectorDoor(base, "", token);
    }

    private HttpRequest.Builder asking(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
        return token.isEmpty() ? request.header("Cookie", cookie) : request.header("Authorization", "Bearer " + token);
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = asking(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    byte[] bytes(String path) throws IOException, InterruptedException {
        return CLIENT.send(asking(path).build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    HttpResponse<String> json(String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                asking(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** Sends a form from that page: names and values in turn. */
    HttpResponse<String> post(String page, String path, String... form) throws IOException, InterruptedException {
        Mark mark = mark(page);
        StringBuilder body = new StringBuilder("_csrf=").append(encoded(mark.text()));
        for (int i = 0; i < form.length; i += 2) {
            body.append('&').append(encoded(form[i])).append('=').append(encoded(form[i + 1]));
        }
        return CLIENT.send(
                HttpRequest.newBuilder(base.resolve(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", mark.cookies())
                        .header("Origin", base.getScheme() + "://" + base.getAuthority())
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What proves that a form comes from a page, and the cookies that go with it. */
    private record Mark(String text, String cookies) {}

    private Mark mark(String page) throws IOException, InterruptedException {
        HttpResponse<String> shown = get(page);
        Matcher mark = MARK.matcher(shown.body());
        if (!mark.find()) {
            throw new AssertionError(page + " has no form: " + shown.statusCode() + shown.body());
        }
        StringBuilder kept = new StringBuilder(cookie);
        for (String set : shown.headers().allValues("Set-Cookie")) {
            kept.append("; ").append(set.replaceFirst(";.*", ""));
        }
        return new Mark(mark.group(1), kept.toString());
    }

    /** Sends a file from that page's form; of no page by a program. */
    HttpResponse<String> file(String page, String path, String name, byte[] content, String... form)
            throws IOException, InterruptedException {
        return file(page, path, "*", name, content, form);
    }

    /** Sends a file that is taken in only in that state. */
    HttpResponse<String> matching(String state, String path, String name, byte[] content)
            throws IOException, InterruptedException {
        return file("", path, state, name, content);
    }

    private HttpResponse<String> file(
            String page, String path, String state, String name, byte[] content, String... form)
            throws IOException, InterruptedException {
        String boundary = "----boundary";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Mark mark = token.isEmpty() ? mark(page) : new Mark("", "");
        if (token.isEmpty()) {
            field(body, boundary, "_csrf", mark.text());
        }
        for (int i = 0; i < form.length; i += 2) {
            field(body, boundary, form[i], form[i + 1]);
        }
        if (!name.isEmpty()) {
            body.write(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.write(content);
            body.write("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.write(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
        if (token.isEmpty()) {
            request.header("Cookie", mark.cookies()).header("Origin", base.getScheme() + "://" + base.getAuthority());
        } else {
            request.header("Authorization", "Bearer " + token).header("If-Match", state);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static void field(ByteArrayOutputStream body, String boundary, String name, String value)
            throws IOException {
        body.write(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** Where an answer leads. */
    static String to(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
    }

    /** What a page says, without its markup. */
    static String words(HttpResponse<String> page) {
        return page.body()
                .replaceAll("(?s).*<main[^>]*>", "")
                .replaceAll("(?s)</main>.*", "")
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ");
    }

    /** What a command answered. */
    record Told(int code, String out, String err) {}

    /** Types a command. */
    static Told type(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandDoor("test", Salus.commands()).answer(new PrintWriter(out), new PrintWriter(err), words);
        return new Told(code, out.toString(), err.toString());
    }
}
