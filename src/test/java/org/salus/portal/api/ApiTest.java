package org.salus.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salus.RunningSalus;
import org.salus.Salus;
import org.salus.frame.cli.CommandDoor;
import org.salus.portal.cli.ServePages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API of the running program, with the demo loaded. */
class ApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static ServePages.Running server;
    private static String session;

    @BeforeAll
    static void start() throws Exception {
        run("load", "demo", "--data", folder.toString());
        server = Salus.pages().start(folder, InetAddress.getLoopbackAddress(), 0);
        session = RunningSalus.entered(server.link());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void the_brief_is_the_one_of_the_command_line() throws Exception {
        String told = run("brief", "BDI", "--format", "json", "--data", folder.toString());

        assertThat(JSON.readTree(get("/api/v1/countries/BDI/brief").body())).isEqualTo(JSON.readTree(told));
    }

    @Test
    void support_has_the_published_totals_and_names_its_snapshot() throws Exception {
        JsonNode answer = JSON.readTree(get("/api/v1/countries/bi/support").body());

        assertThat(answer.path("snapshot").asString()).hasSize(12);
        assertThat(answer.path("support").path("activities").asInt()).isEqualTo(950);
        assertThat(answer.path("support").path("commitments").asString()).isEqualTo("6143742020");
        assertThat(answer.path("support").path("disbursements").asString()).isEqualTo("4088341432");
    }

    @Test
    void the_rows_behind_an_area_add_up_to_it_over_all_pages() throws Exception {
        JsonNode areas = JSON.readTree(get("/api/v1/countries/BDI/support").body())
                .path("support")
                .path("areas");
        for (JsonNode area : areas) {
            BigDecimal sum = BigDecimal.ZERO;
            int page = 1;
            JsonNode rows;
            do {
                rows = JSON.readTree(get("/api/v1/countries/BDI/rows?measure=commitments&size=1000&page=" + page++
                                + "&area=" + encode(area.path("code").asString()))
                        .body());
                for (JsonNode row : rows.path("rows")) {
                    sum = sum.add(new BigDecimal(row.path("usd").asString()));
                }
            } while (rows.path("rows").size() == 1000);
            assertThat(sum).isEqualByComparingTo(area.path("commitments").asString());
            assertThat(new BigDecimal(rows.path("sum").path("commitments").asString()))
                    .isEqualByComparingTo(sum);
        }
    }

    @Test
    void an_activity_tells_everything_and_why_it_is_sorted_so() throws Exception {
        JsonNode list = JSON.readTree(
                get("/api/v1/countries/BDI/activities?area=4a&size=1").body());
        String id = list.path("activities").get(0).path("identifier").asString();
        JsonNode answer =
                JSON.readTree(get("/api/v1/activities?id=" + encode(id)).body());

        assertThat(answer.path("activity").path("activity").path("identifier").asString())
                .isEqualTo(id);
        assertThat(answer.path("sorting").path("area").asString()).isEqualTo("4a");
        assertThat(answer.path("sorting").path("reasons").size()).isPositive();
        assertThat(answer.path("versions").size()).isEqualTo(1);
        HttpResponse<String> xml = get("/api/v1/activities/xml?id=" + encode(id));
        assertThat(xml.headers().firstValue("Content-Type").orElse("")).startsWith("application/xml");
        assertThat(xml.body())
                .startsWith("<iati-activity")
                .endsWith("</iati-activity>")
                .contains(id);
    }

    @Test
    void words_find_activities() throws Exception {
        JsonNode answer = JSON.readTree(get("/api/v1/countries/BDI/activities?q=" + encode("démobilisation"))
                .body());

        assertThat(answer.path("total").asInt()).isPositive();
        assertThat(answer.path("activities").get(0).path("title").asString()).containsIgnoringCase("mobilisation");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/countries/XYZ/support",
                "/countries/BDI/support?from=2012&to=2010",
                "/countries/BDI/support?from=abc",
                "/countries/BDI/rows?area=9z",
                "/countries/BDI/rows?measure=hopes",
                "/countries/BDI/rows?size=0",
                "/countries/BDI/rows?page=2147483647&size=1000",
                "/activities?id=nobody",
                "/activities",
                "/issues?severity=dire",
                "/issues?page=99999999&size=1000",
                "/nothing/here"
            })
    void a_question_without_an_answer_is_a_problem_document_or_an_empty_page(String path) throws Exception {
        HttpResponse<String> answer = get("/api/v1" + path);

        if (answer.statusCode() == 200) {
            JsonNode page = JSON.readTree(answer.body());
            assertThat(page.path("rows").size() + page.path("issues").size()).isZero();
            return;
        }
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(answer.statusCode());
        assertThat(problem.path("detail").asString()).isNotBlank().doesNotContain("org.salus");
    }

    @Test
    void the_description_names_every_path_that_answers_and_no_other() throws Exception {
        JsonNode description = JSON.readTree(get("/api/v1/openapi.json").body());
        TreeSet<String> described = new TreeSet<>();
        description.path("paths").properties().forEach(path -> described.add("/api/v1" + path.getKey()));
        TreeSet<String> answered = new TreeSet<>();
        server.context()
                .getBean(org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/v1"))
                        .forEach(answered::add));

        assertThat(described).isEqualTo(answered);
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(server.address() + path.substring(1)))
                        .header("Cookie", session)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String run(String... words) {
        StringWriter out = new StringWriter();
        new CommandDoor("test", Salus.commands())
                .answer(new PrintWriter(out), new PrintWriter(new StringWriter()), words);
        return out.toString();
    }
}
