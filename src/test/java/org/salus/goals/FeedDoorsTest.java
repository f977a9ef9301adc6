package org.salus.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.RunningSalus;
import org.salus.Salus;
import org.salus.frame.cli.CommandDoor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Following a series of open data on pages, in a terminal and for programs, all on one data folder. */
@Tag("slow")
class FeedDoorsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HEADINGS =
            "vdem_country_name,year,v2x_polyarchy,v2x_partipdem,v2x_delibdem,v2x_egaldem,v2x_libdem\n";
    private static final String LIBERAL = "table:BDI:v-dem-indices/liberal";
    private static final String CHAIN = """
            {"format":"salus-goals","edition":1,"chain":{"title":"First draft"},"elements":[
            {"key":"g","kind":"goal","value":{"title":"A goal"}},
            {"key":"i","kind":"results-indicator","value":{"of":"g","title":"What it says"}}]}""";

    @TempDir
    Path folder;

    private RunningSalus salus;
    private String api;

    @BeforeEach
    void start() throws Exception {
        salus = RunningSalus.empty();
        load("v-dem-20240101.csv", "Burundi,2010,.2,.2,.2,.2,0.12\nBurundi,2011,.2,.2,.2,.2,0.13\n");
        JsonNode workspace = json(post(
                "/api/v1/workspaces",
                "{\"name\":\"Zubara\",\"countries\":[\"BDI\"],\"region\":\"\",\"reformName\":\"SSR\"}"));
        String id = workspace.path("id").asString("");
        post("/api/v1/workspaces/" + id + "/goals", CHAIN);
        api = "/api/v1/workspaces/" + id + "/goals/First%20draft";
    }

    @AfterEach
    void stop() throws IOException {
        salus.close();
    }

    private void load(String name, String rows) throws IOException {
        Path file = Files.writeString(folder.resolve(name), HEADINGS + rows);
        run("load", file.toString());
    }

    private String run(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] placed = Stream.concat(
                        Stream.of(words), Stream.of("--data", salus.folder().toString()))
                .toArray(String[]::new);
        assertThat(new CommandDoor("1", Salus.commands()).answer(new PrintWriter(out), new PrintWriter(err), placed))
                .as(err.toString())
                .isZero();
        return out.toString();
    }

    private String post(String path, String body) throws Exception {
        HttpResponse<String> answer = sent(path, "application/json", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** Sent as a page would, with the mark that proves it. */
    private HttpResponse<String> sent(String path, String type, String body) throws Exception {
        HttpResponse<String> shown = salus.send(salus.asking("/workspaces"));
        String mark = shown.body().replaceFirst("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        HttpRequest.Builder request = HttpRequest.newBuilder(salus.at(path + "?_csrf=" + encoded(mark)));
        shown.headers().allValues("Set-Cookie").forEach(set -> request.header("Cookie", set.replaceFirst(";.*", "")));
        return salus.send(request.header("Origin", "http://" + salus.at("/").getAuthority())
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    /** Otherwise whoever forgets a field would take the series away. */
    @Test
    void nothing_but_an_empty_series_takes_a_series_away() throws Exception {
        run("goals", "follow", "Zubara", "First draft", "What it says", LIBERAL, "--since", "2010");
        String indicator = json(salus.get(api + "/feed").body())
                .path("indicators")
                .get(0)
                .path("id")
                .asString();
        for (String forgotten :
                List.of("{}", "{\"since\":\"2015\"}", "{\"series\":null}", "{\"series\":\"\",\"since\":\"2015\"}")) {
            HttpResponse<String> told = sent(api + "/feed/" + indicator, "application/json", forgotten);
            assertThat(told.statusCode()).as(forgotten).isEqualTo(400);
            assertThat(told.body()).as(forgotten).contains("series");
        }
        assertThat(json(salus.get(api + "/feed").body()).path("indicators").size())
                .isEqualTo(1);
        post(api + "/feed/" + indicator, "{\"series\":\"\"}");
        assertThat(json(salus.get(api + "/feed").body()).path("indicators").size())
                .isZero();
    }

    @Tag("slow")
    @Test
    void every_door_tells_takes_up_and_keeps_the_same() throws Exception {
        assertThat(run("goals", "series", "Zubara", "First draft")).contains(LIBERAL, "Liberal democracy");
        run("goals", "follow", "Zubara", "First draft", "What it says", LIBERAL, "--since", "2010");
        JsonNode told = json(salus.get(api + "/feed").body());
        assertThat(told.path("indicators").get(0).path("differing").asInt()).isEqualTo(2);
        assertThat(run("goals", "feed", "Zubara", "First draft", "--preview"))
                .contains("2 years differ", "Nothing was written", "2 measurements to write");
        assertThat(run("goals", "measurements", "Zubara", "First draft")).contains("2 years differ");
        JsonNode fed = json(post(api + "/feed", "{\"indicator\":\"What it says\"}"));
        assertThat(fed.path("written").asInt()).isEqualTo(2);
        JsonNode again = json(post(api + "/feed", "{}"));
        assertThat(again.path("written").asInt()).isZero();
        assertThat(again.has("entry")).isFalse();
        assertThat(json(post(api + "/feed", "{\"act\":\"approve\"}"))
                        .path("written")
                        .asInt())
                .isEqualTo(2);

        load("v-dem-20250101.csv", "Burundi,2010,.2,.2,.2,.2,0.19\nBurundi,2011,.2,.2,.2,.2,0.13\n");
        JsonNode newer = json(salus.get(api + "/measurements").body()).path("newer");
        assertThat(newer.get(0).path("changed").get(0).path("was").asString()).isEqualTo("0.12");
        String measurements = page("measurements");
        assertThat(measurements).contains("Newer open data", "One year differs", "Bring all that follow a series");
        assertThat(run("goals", "feed", "Zubara", "First draft", "What it says"))
                .contains("One measurement was written");
        JsonNode replaced =
                json(salus.get(api + "/feed").body()).path("indicators").get(0).path("replaced");
        assertThat(replaced.size()).isEqualTo(1);
        assertThat(replaced.get(0).path("was").asString()).isEqualTo("0.12");
        assertThat(page("measurements")).doesNotContain("Newer open data", "Bring all that follow a series");
        String indicator = told.path("indicators").get(0).path("id").asString();
        assertThat(page("measurements/" + indicator))
                .contains("0.19", "0.12 (Liberal democracy", "From the series", "Nothing differs");
        assertThat(form("feed/" + indicator, "act=leave")).isEqualTo(303);
        assertThat(page("measurements/" + indicator))
                .contains("Choose a series", "<optgroup label=\"V-Dem Institute\">")
                .contains("0.19");
        assertThat(form("feed/" + indicator, "act=follow&since=2010&series=" + encoded(LIBERAL)))
                .isEqualTo(303);
        assertThat(page("measurements/" + indicator)).contains("Nothing differs");
    }

    @Tag("slow")
    @Test
    void what_was_measured_is_told_also_where_the_store_of_open_data_is_damaged() throws Exception {
        run("goals", "follow", "Zubara", "First draft", "What it says", LIBERAL, "--since", "2010");
        run("goals", "feed", "Zubara", "First draft");
        String indicator = json(salus.get(api + "/feed").body())
                .path("indicators")
                .get(0)
                .path("id")
                .asString();
        Set<Path> before = parts();
        load("v-dem-20250101.csv", "Burundi,2010,.2,.2,.2,.2,0.19\nBurundi,2011,.2,.2,.2,.2,0.13\n");
        Set<Path> fresh = parts();
        fresh.removeAll(before);
        assertThat(fresh).isNotEmpty();
        for (Path part : fresh) {
            part.toFile().setWritable(true);
            Files.writeString(part, "no longer a store".repeat(1_000));
        }

        String why = "“Liberal democracy index” cannot be looked at".replace(" index", "");
        assertThat(page("measurements/" + indicator)).contains("What it says", "0.12", "0.13", why);
        assertThat(page("measurements")).contains("What it says", why);
        JsonNode told = json(salus.get(api + "/measurements").body());
        assertThat(told.toString()).contains("0.12", "0.13", why);
        JsonNode feed = json(salus.get(api + "/feed").body());
        assertThat(feed.path("indicators").get(0).path("possible").asBoolean(true))
                .isFalse();
        assertThat(feed.path("indicators").get(0).has("snapshot")).isFalse();
        assertThat(feed.path("loaded").size()).isZero();
        assertThat(feed.path("why_none").asString()).contains("no series can be looked at");
        assertThat(run("goals", "measurements", "Zubara", "First draft")).contains("0.13", why);
        assertThat(run("goals", "series", "Zubara", "First draft")).contains("no series can be looked at", why);
        assertThat(run("goals", "feed", "Zubara", "First draft")).contains(why);
        assertThat(form("feed/" + indicator, "act=update")).isEqualTo(503);

        assertThat(form("feed/" + indicator, "act=leave")).isEqualTo(303);
        assertThat(page("measurements/" + indicator)).contains("0.13", "no series can be looked at");
    }

    private Set<Path> parts() throws IOException {
        try (Stream<Path> files = Files.walk(salus.folder())) {
            return files.filter(file -> file.toString().endsWith(".duckdb")).collect(Collectors.toSet());
        }
    }

    private String path(String below) {
        return api.replace("/api/v1", "") + "/" + below;
    }

    private String page(String below) throws Exception {
        HttpResponse<String> answer = salus.send(salus.asking(path(below)));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private int form(String below, String fields) throws Exception {
        return sent(path(below), "application/x-www-form-urlencoded", fields).statusCode();
    }
}
