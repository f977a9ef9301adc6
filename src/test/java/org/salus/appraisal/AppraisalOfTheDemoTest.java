package org.salus.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salus.RunningSalus;
import org.salus.Salus;
import org.salus.frame.cli.CommandDoor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The appraisal of the demo's invented country: one answer through every door, and everything it names opens. */
@Tag("slow")
class AppraisalOfTheDemoTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static RunningSalus salus;
    private static String workspace = "";
    private static String burundi = "";

    @BeforeAll
    static void start() throws Exception {
        salus = RunningSalus.withDemoWorkspaces();
        for (JsonNode one : JSON.readTree(get("/api/v1/workspaces")).path("workspaces")) {
            if (one.path("charter").path("name").asString("").startsWith("Orvelia")) {
                workspace = one.path("id").asString("");
            } else {
                burundi = one.path("id").asString("");
            }
        }
    }

    @AfterAll
    static void stop() throws IOException {
        salus.close();
    }

    private static String get(String path) throws Exception {
        HttpResponse<String> answer = salus.get(path);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        return answer.body();
    }

    private JsonNode api(String below) throws Exception {
        return JSON.readTree(get("/api/v1/workspaces/" + workspace + "/appraisal" + below));
    }

    private JsonNode terminal(String... words) {
        List<String> all = new ArrayList<>(List.of("appraise", "--workspace", workspace, "--format", "json"));
        all.addAll(List.of(words));
        all.addAll(List.of("--data", salus.folder().toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        new CommandDoor("1", Salus.commands())
                .answer(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        return JSON.readTree(out.toString());
    }

    @Test
    void page_terminal_and_api_give_one_answer() throws Exception {
        assertThat(terminal()).isEqualTo(api(""));
        assertThat(terminal("--recommendations")).isEqualTo(api("/review"));
        assertThat(terminal("--check", "C2.1")).isEqualTo(api("/checks/C2.1"));
        String page = get("/workspaces/" + workspace + "/appraisal");
        for (JsonNode group : api("").path("groups")) {
            assertThat(page).contains(group.path("says").asString(""));
        }
        for (JsonNode check : api("").path("checks")) {
            assertThat(page).contains(">" + check.path("id").asString("") + "<");
        }
    }

    @Test
    void every_answer_but_none_of_a_sum_is_among_them() throws Exception {
        JsonNode told = api("");
        Map<String, Integer> counts = new TreeMap<>();
        told.path("checks").forEach(check -> counts.merge(check.path("answer").asString(""), 1, Integer::sum));
        assertThat(counts).containsOnlyKeys("considered", "partly", "not-yet", "not-enough-information");
        assertThat(told.toString()).doesNotContain("\"score\"", "\"total\"");
    }

    @Test
    void everything_that_was_looked_at_and_every_place_of_mending_opens() throws Exception {
        Set<String> addresses = new TreeSet<>();
        for (JsonNode told : List.of(api(""), api("/review"))) {
            for (JsonNode check : told.path("checks")) {
                addresses.add(check.path("fix_address").asString("/"));
                check.path("looked_at")
                        .forEach(looked -> addresses.add(looked.path("address").asString("")));
            }
        }
        assertThat(addresses).hasSizeGreaterThan(40);
        for (String address : addresses) {
            get(address.replaceFirst("#.*", ""));
        }
    }

    @Test
    void where_open_data_are_loaded_what_they_show_of_support_is_asked_to_be_answered() throws Exception {
        JsonNode told = JSON.readTree(get("/api/v1/workspaces/" + burundi + "/appraisal/checks/C3.4"))
                .path("checks")
                .get(0);
        assertThat(told.path("answer").asString("")).isEqualTo("not-yet");
        assertThat(told.path("looked_at").size()).isPositive();
        for (JsonNode check : JSON.readTree(get("/api/v1/workspaces/" + burundi + "/appraisal"))
                .path("checks")) {
            if (check.path("answer").asString("").equals("not-enough-information")) {
                assertThat(check.path("missing").size())
                        .as(check.path("id").asString(""))
                        .isPositive();
            }
        }
        for (JsonNode looked : told.path("looked_at")) {
            get(looked.path("address").asString("").replaceFirst("#.*", ""));
        }
    }
}
