package org.salus;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: keeps cookies, sends forms with their mark and origin, follows nothing by itself. */
public final class Visitor implements AutoCloseable {
    private static final Pattern MARK = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final URI base;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String mark = "";

    /** Somebody who comes for the first time. */
    public Visitor(URI base) {
        this.base = base;
    }

    /** Opens a page. */
    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return kept(request.GET());
    }

    /** Sends a form: names and values in turn; a name may come again. The mark is that of the last page with a form. */
    public HttpResponse<String> post(String path, String... form) throws IOException, InterruptedException {
        if (mark.isEmpty()) {
            get("/sign-in");
        }
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < form.length; i += 2) {
            fields.add(encode(form[i]) + "=" + encode(form[i + 1]));
        }
        if (fields.stream().noneMatch(field -> field.startsWith("_csrf="))) {
            fields.addFirst("_csrf=" + encode(mark));
        }
        String body = String.join("&", fields);
        return kept(request(path)
                .header("Origin", base.getScheme() + "://" + base.getAuthority())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Sends anything to a path, with no more than the cookies. */
    public HttpResponse<String> send(String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return kept(request.method(method, BodyPublishers.noBody()));
    }

    /** Sends this content as one of our own pages would. The mark is that of the last page with a form. */
    public HttpResponse<String> submit(String method, String path, String type, String content, String... headers)
            throws IOException, InterruptedException {
        // Only of what is posted does a server read the fields of a form.
        boolean isForm = method.equals("POST") && type.startsWith("application/x-www-form-urlencoded");
        String body = isForm && !mark.isEmpty()
                ? "_csrf=" + encode(mark) + (content.isEmpty() ? "" : "&" + content)
                : content;
        HttpRequest.Builder request = request(path)
                .header("Origin", base.getScheme() + "://" + base.getAuthority())
                .header("Content-Type", type);
        if (!mark.isEmpty() && !isForm) {
            request.header("X-XSRF-TOKEN", mark);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return kept(request.method(method, BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.ISO_8859_1))));
    }

    /** What this browser keeps, as one header. */
    public String cookie() {
        return cookies.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Another browser with the same cookies. */
    public Visitor copy() {
        Visitor other = new Visitor(base);
        other.cookies.putAll(cookies);
        other.mark = mark;
        return other;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
        return cookies.isEmpty() ? request : request.header("Cookie", cookie());
    }

    private HttpResponse<String> kept(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(request.build(), head -> BodySubscribers.ofString(charset(head.headers())));
        for (String set : answer.headers().allValues("Set-Cookie")) {
            String[] pair = set.replaceFirst(";.*", "").split("=", 2);
            if (set.contains("Max-Age=0") || pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        Matcher found = MARK.matcher(answer.body());
        mark = found.find() ? found.group(1) : mark;
        return answer;
    }

    /** Of what is no text, each byte becomes one letter. */
    private static Charset charset(HttpHeaders headers) {
        String type = headers.firstValue("Content-Type").orElse("");
        boolean isText =
                type.startsWith("text/") || type.contains("json") || type.contains("xml;") || type.endsWith("xml");
        return isText || type.isEmpty() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
