package org.salus.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salus.RunningSalus;
import org.salus.Salus;
import org.salus.frame.cli.CommandDoor;

/** Somebody alone at a machine comes in by a one-time link, and nobody else on that machine comes in. */
class AloneTest {
    private static RunningSalus salus;

    @BeforeAll
    static void start() throws IOException {
        salus = RunningSalus.empty();
    }

    @AfterAll
    static void stop() throws IOException {
        salus.close();
    }

    private static HttpResponse<String> stranger(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(salus.at(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return salus.sendAsStranger(request);
    }

    private static HttpResponse<String> use(URI link, String... headers) throws Exception {
        return stranger(link.getPath() + "?" + link.getQuery(), headers);
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    }

    @Test
    void who_has_no_link_gets_nothing() throws Exception {
        HttpResponse<String> page = stranger("/countries/BDI?from=2005&q=a%20b");
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.headers().firstValue("Location"))
                .contains("/sign-in?next=%2Fcountries%2FBDI%3Ffrom%3D2005%26q%3Da%2520b");
        assertThat(page.body()).isEmpty();
        HttpResponse<String> answer = stranger("/api/v1/countries/BDI/support");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("\"status\":401", "/api#sign-in");
        HttpResponse<String> part = stranger(
                "/countries/BDI", "HX-Request", "true", "HX-Current-URL", "http://evil.example/countries/BDI?x=1");
        assertThat(part.statusCode()).isEqualTo(401);
        assertThat(part.headers().firstValue("HX-Redirect")).contains("/sign-in?next=%2Fcountries%2FBDI%3Fx%3D1");
        HttpResponse<String> form = salus.sendAsStranger(HttpRequest.newBuilder(salus.at("/data/load"))
                .header("Origin", "http://localhost:" + salus.at("/").getPort())
                .POST(BodyPublishers.ofString("x=y")));
        assertThat(form.statusCode()).isIn(401, 403);
        assertThat(stranger("/nowhere").statusCode()).isEqualTo(303);
        assertThat(stranger("/health").body()).isEqualTo("ok\n");
    }

    @Test
    void a_link_opens_once_and_does_not_stay_in_the_address() throws Exception {
        URI link = salus.link();
        HttpResponse<String> entered = use(link);
        assertThat(entered.statusCode()).isEqualTo(200);
        assertThat(entered.body())
                .contains("http-equiv=\"refresh\" content=\"0;url=/\"")
                .doesNotContain(link.getQuery().replace("key=", ""));
        assertThat(entered.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("salus-" + salus.at("/").getPort() + "=")
                .contains("; HttpOnly", "; SameSite=Strict", "; Path=/")
                .doesNotContain("Max-Age", "Expires", link.getQuery().replace("key=", ""));
        assertThat(entered.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(stranger("/", "Cookie", cookie(entered)).statusCode()).isEqualTo(200);
        HttpResponse<String> again = use(link);
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(again.body()).contains("This link has been used", "salus link");
        assertThat(again.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void looking_ahead_does_not_use_a_link_up() throws Exception {
        URI link = salus.link();
        assertThat(use(link, "Sec-Purpose", "prefetch;prerender").headers().firstValue("Set-Cookie"))
                .isEmpty();
        HttpResponse<String> head =
                salus.sendAsStranger(HttpRequest.newBuilder(link).HEAD());
        assertThat(head.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(use(link).statusCode()).isEqualTo(200);
        assertThat(use(link).statusCode()).isEqualTo(410);
    }

    @Test
    void two_browsers_have_two_sessions_and_ending_one_leaves_the_other() throws Exception {
        String one = cookie(use(salus.link()));
        String other = cookie(use(salus.link()));
        HttpResponse<String> account = stranger("/account", "Cookie", one);
        assertThat(account.statusCode()).isEqualTo(200);
        String mark = account.body().replaceAll("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        String form = cookie(account);
        HttpResponse<String> out = salus.sendAsStranger(HttpRequest.newBuilder(salus.at("/sign-out"))
                .header("Cookie", one + "; " + form)
                .header("Origin", "http://localhost:" + salus.at("/").getPort())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + mark)));
        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(out.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
        assertThat(stranger("/", "Cookie", one).statusCode()).as("the stale session").isEqualTo(303);
        assertThat(stranger("/", "Cookie", other).statusCode()).isEqualTo(200);
    }

    @Test
    void a_cookie_that_was_tampered_with_opens_nothing() throws Exception {
        String good = cookie(use(salus.link()));
        String last = good.endsWith("A") ? "B" : "A";
        for (String bad : List.of(
                good.substring(0, good.length() - 2) + last + last,
                good.substring(0, good.length() - 20),
                good + "x",
                good.replace("=", "=\""),
                "salus-" + salus.at("/").getPort() + "=",
                "salus-" + salus.at("/").getPort() + "=" + "A".repeat(4_000))) {
            assertThat(stranger("/", "Cookie", bad).statusCode()).as(bad).isEqualTo(303);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/",
                "https://evil.example/",
                "/\\evil.example",
                "\\\\evil.example",
                "javascript:alert(1)",
                "/a\r\nSet-Cookie: x=y",
                "/\t/evil.example",
                "evil.example",
                ""
            })
    void nobody_is_led_elsewhere(String next) {
        assertThat(org.salus.frame.web.Address.own(next)).isEqualTo("/");
    }

    @Test
    void ways_within_the_program_are_kept() {
        for (String next : List.of("/", "/countries/BDI", "/search?q=a%20b&page=2", "/activities?id=US-1%2F2")) {
            assertThat(org.salus.frame.web.Address.own(next)).isEqualTo(next);
        }
    }

    @Test
    void what_lies_in_the_data_folder_is_its_owners_alone() throws IOException {
        WorkPlace place = new WorkPlace(salus.folder());
        place.announce(salus.at("/"));
        for (Path file : List.of(
                salus.folder().resolve("salus.db"),
                salus.folder().resolve("serving"),
                place.signpost(URI.create("http://localhost:1/enter?key=x")))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .as(file.toString())
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void the_owner_of_the_folder_makes_a_new_link(@TempDir Path empty) throws Exception {
        new WorkPlace(salus.folder()).announce(salus.at("/"));
        Said said = run("link", "--data", salus.folder().toString());
        assertThat(said.code()).isZero();
        assertThat(use(URI.create(said.out().strip())).statusCode()).isEqualTo(200);
        Said none = run("link", "--data", empty.toString());
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).contains("No server is running").contains("salus serve");
    }

    @Test
    void a_token_opens_the_api_and_nothing_else() throws Exception {
        String session = cookie(use(salus.link()));
        String reading = token(session, "read");
        String writing = token(session, "write");
        assertThat(stranger("/api/v1/sources", "Authorization", "Bearer " + reading).statusCode())
                .isEqualTo(200);
        assertThat(stranger("/api/v1/me", "Authorization", "Bearer " + reading).body())
                .contains("\"writes\":false", "\"by\":\"token\"");
        assertThat(stranger("/api/v1/me", "Authorization", "bearer " + writing).body())
                .contains("\"writes\":true");
        assertThat(stranger("/", "Authorization", "Bearer " + reading).statusCode()).isEqualTo(303);
        assertThat(stranger("/account", "Authorization", "Bearer " + writing).statusCode()).isEqualTo(303);
        for (String bad : List.of("Bearer ", "Bearer x", "Basic " + reading, reading, "Bearer " + reading + "x")) {
            assertThat(stranger("/api/v1/sources", "Authorization", bad).statusCode())
                    .as(bad)
                    .isEqualTo(401);
        }
        assertThat(stranger("/api/v1/sources", "Cookie", session, "Authorization", "Bearer x").statusCode())
                .as("a bad token is not made good by a cookie")
                .isEqualTo(401);
        HttpResponse<String> change = salus.sendAsStranger(HttpRequest.newBuilder(salus.at("/api/v1/me"))
                .header("Authorization", "Bearer " + reading)
                .POST(BodyPublishers.noBody()));
        assertThat(change.statusCode()).isEqualTo(403);
        assertThat(change.body()).contains("for reading only");
    }

    private static String token(String session, String scope) throws Exception {
        HttpResponse<String> account = stranger("/account", "Cookie", session);
        String mark = account.body().replaceAll("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        HttpResponse<String> made = salus.sendAsStranger(HttpRequest.newBuilder(salus.at("/account/tokens"))
                .header("Cookie", session + "; " + cookie(account))
                .header("Origin", "http://localhost:" + salus.at("/").getPort())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + mark + "&name=test&days=1&scope=" + scope)));
        return made.body().replaceAll("(?s).*id=\"fresh-token\">([^<]+)<.*", "$1");
    }

    private record Said(int code, String out, String err) {}

    private static Said run(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandDoor("1", Salus.commands()).answer(new PrintWriter(out), new PrintWriter(err), words);
        return new Said(code, out.toString(), err.toString());
    }

}
