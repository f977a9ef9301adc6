package org.salus.frame.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.RunningSalus;
import org.salus.Salus;
import org.salus.framework.Failure;

/** Who may knock, and how every page is guarded, asked of the running program. */
class DoorkeeperTest {
    private static RunningSalus salus;

    @BeforeAll
    static void start() throws IOException {
        salus = RunningSalus.empty();
    }

    @AfterAll
    static void stop() throws IOException {
        salus.close();
    }

    @Test
    void an_address_that_others_reach_is_refused(@TempDir Path folder) throws IOException {
        for (String address : List.of("0.0.0.0", "192.0.2.7", "::")) {
            InetAddress reachable = InetAddress.getByName(address);
            assertThatThrownBy(() -> Salus.pages().start(folder, reachable, 0))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("can be reached by other machines");
        }
    }

    @Test
    void a_taken_port_is_named(@TempDir Path folder) {
        assertThatThrownBy(() -> Salus.pages()
                        .start(
                                folder,
                                InetAddress.getLoopbackAddress(),
                                salus.at("/").getPort()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(salus.at("/").getPort() + " is taken");
    }

    @Test
    void every_page_allows_nothing_but_its_own_scripts() throws Exception {
        for (String path : List.of("/", "/data", "/nowhere", "/api/v1/nowhere")) {
            HttpResponse<String> page = salus.get(path);
            assertThat(page.headers().firstValue("Content-Security-Policy"))
                    .as(path)
                    .contains(
                            "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; connect-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'self'; form-action 'self'; frame-ancestors 'none'");
            assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
            assertThat(page.headers().firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
            assertThat(page.headers().firstValue("Cross-Origin-Resource-Policy"))
                    .contains("same-origin");
            assertThat(page.headers().firstValue("Permissions-Policy").orElse(""))
                    .contains("camera=()");
            assertThat(page.headers().firstValue("Set-Cookie")).as(path).isEmpty();
            assertThat(page.body()).doesNotContain("<script>").doesNotContain(" onclick=");
        }
    }

    @Test
    void an_address_beyond_all_measure_is_told_in_the_form_of_its_place() throws Exception {
        String words = "q=" + "a".repeat(70_000);
        HttpResponse<String> api = salus.get("/api/v1/activities?" + words);
        assertThat(api.statusCode()).isEqualTo(414);
        assertThat(api.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(api.body()).contains("/api#too-long", "longer than 8 000 characters");
        HttpResponse<String> page = salus.get("/search?" + words);
        assertThat(page.statusCode()).isEqualTo(414);
        assertThat(page.body()).contains("<nav", "longer than 8 000 characters");
        assertThat(salus.get("/search?q=" + "a".repeat(7_000)).statusCode()).isEqualTo(200);
    }

    @Test
    void an_address_with_a_slash_behind_it_leads_to_the_one_without() throws Exception {
        HttpResponse<String> page = salus.get("/data/issues/?severity=error");
        assertThat(page.statusCode()).isEqualTo(308);
        assertThat(page.headers().firstValue("Location")).contains("/data/issues?severity=error");
        assertThat(salus.get("/").statusCode()).isEqualTo(200);
        assertThat(salus.get("/api/v1/countries/").statusCode()).isEqualTo(404);
    }

    @Test
    void another_name_for_this_machine_is_refused() throws Exception {
        assertThat(raw("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403")
                .contains("answers this machine only");
        assertThat(raw("GET / HTTP/1.1\r\nHost: localhost.evil.example:80\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403");
        for (String name : List.of("localhost", "127.0.0.1", "[::1]", "LOCALHOST:8080")) {
            assertThat(raw("GET /health HTTP/1.1\r\nHost: " + name + "\r\nConnection: close\r\n\r\n"))
                    .as(name)
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void a_change_needs_this_programs_own_page() throws Exception {
        Form form = form();
        assertThat(post(form, "", form.token()).statusCode()).isEqualTo(403);
        assertThat(post(form, "null", form.token()).statusCode()).isEqualTo(403);
        HttpResponse<String> other = post(form, "http://evil.example", form.token());
        assertThat(other.statusCode()).isEqualTo(403);
        assertThat(other.body()).contains("does not belong to this program");
    }

    @Test
    void a_change_needs_the_mark_of_its_form() throws Exception {
        Form form = form();
        assertThat(post(form, own(), "").statusCode()).isEqualTo(403);
        HttpResponse<String> wrong = post(form, own(), "made-up");
        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(wrong.body()).contains("no valid mark");
        assertThat(post(form, own(), form.token()).statusCode()).isNotEqualTo(403);
    }

    @Test
    void a_problem_of_the_api_is_a_document() throws Exception {
        HttpResponse<String> problem = salus.get("/api/v1/nowhere");
        assertThat(problem.statusCode()).isEqualTo(404);
        assertThat(problem.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(problem.body()).contains("\"status\":404").contains("\"instance\":\"/api/v1/nowhere\"");
    }

    @Test
    void a_request_too_broken_for_any_page_is_explained_without_the_servers_insides() throws Exception {
        for (String path : List.of(
                "/api/v1/countries/a%2fb",
                "/api/v1/countries/BDI%00/brief",
                "/api/v1/countries?q=<script>",
                "/api/v1/countries/BDI/support?from=%ZZ",
                "/a%2fb",
                "/<")) {
            String session =
                    salus.asking("/").build().headers().firstValue("Cookie").orElseThrow();
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + session
                    + "\r\nConnection: close\r\n\r\n");
            assertThat(answer)
                    .as(path)
                    .startsWith("HTTP/1.1 400")
                    .contains("This cannot be answered", "X-Content-Type-Options: nosniff")
                    .doesNotContain("org.apache", "Tomcat", "Tahoma", "<script>");
        }
        assertThat(raw("GET /api/v1/countries/a%2fb HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .contains("application/problem+json", "\"status\":400");
        assertThat(raw("GET / HTTP/1.1\r\nHost:\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .doesNotContain("Tahoma");
    }

    @Test
    void a_problem_of_a_page_says_what_and_where_and_what_to_do() throws Exception {
        HttpResponse<String> problem = salus.get("/nowhere");
        assertThat(problem.statusCode()).isEqualTo(404);
        assertThat(problem.body())
                .contains("There is no page at this address.", "/nowhere", "Begin with the countries");
    }

    @Test
    void assets_may_be_kept_for_ever_and_nothing_else_of_the_libraries_is_served() throws Exception {
        Matcher sheet = Pattern.compile("href=\"(/assets/[0-9a-f]{12}/tabler\\.css)\"")
                .matcher(salus.get("/").body());
        assertThat(sheet.find()).isTrue();
        HttpResponse<String> css = salus.get(sheet.group(1));
        assertThat(css.statusCode()).isEqualTo(200);
        assertThat(css.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("immutable"));
        assertThat(salus.get("/webjars/tabler__core/1.4.0/package.json").statusCode())
                .isEqualTo(404);
        assertThat(salus.get("/assets/000000000000/tabler.css").statusCode()).isEqualTo(404);
    }

    private record Form(String token, String cookie) {}

    private static Form form() throws Exception {
        HttpResponse<String> page = salus.get("/data/load");
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(token.find()).isTrue();
        String cookie = page.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict");
        return new Form(token.group(1), cookie.replaceAll(";.*", ""));
    }

    private static HttpResponse<String> post(Form form, String origin, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(salus.at("/data/load/unknown/cancel"))
                .header("Cookie", form.cookie())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + token));
        if (!origin.isEmpty()) {
            request.header("Origin", origin);
        }
        return salus.send(request);
    }

    private static String own() {
        return "http://localhost:" + salus.at("/").getPort();
    }

    /** A request as bytes, because Java's client does not let anybody choose the name of the host. */
    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), salus.at("/").getPort());
                InputStream answer = socket.getInputStream()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
