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
import java.util.ArrayList;
import java.util.List;
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

/** Planning backwards says and does the same on its page, for programs and in a terminal: on the demo's invented country, all on one data folder. */
@Tag("slow")
class BackwardsDoorsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private RunningSalus salus;
    private String workspace = "";
    private String chain = "";
    private String goals = "";

    @BeforeEach
    void start() throws Exception {
        salus = RunningSalus.withDemoWorkspaces();
        for (JsonNode one : told("/api/v1/workspaces").path("workspaces")) {
            if (one.path("charter").path("name").asString("").startsWith("Orvelia")) {
                workspace = one.path("id").asString("");
            }
        }
        JsonNode first = told("/api/v1/workspaces/" + workspace + "/goals")
                .path("chains")
                .get(0);
        chain = first.path("id").asString("");
        goals = "/workspaces/" + workspace + "/goals/" + chain;
    }

    @AfterEach
    void stop() throws IOException {
        salus.close();
    }

    private JsonNode told(String path) throws Exception {
        HttpResponse<String> answer = salus.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
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

    /** Sent as a page would, with the mark that proves it. */
    private HttpResponse<String> post(String path, String body) throws Exception {
        HttpResponse<String> shown = salus.send(salus.asking("/workspaces"));
        String mark = shown.body().replaceFirst("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(salus.at(path + "?_csrf=" + URLEncoder.encode(mark, StandardCharsets.UTF_8)));
        shown.headers().allValues("Set-Cookie").forEach(set -> request.header("Cookie", set.replaceFirst(";.*", "")));
        return salus.send(request.header("Origin", "http://" + salus.at("/").getAuthority())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    @Test
    void what_was_found_is_offered_through_every_door_and_taken_up_through_each() throws Exception {
        String api = "/api/v1" + goals + "/backwards";
        JsonNode first = told(api);
        JsonNode grounds = first.path("grounds");
        assertThat(grounds.size()).isGreaterThan(2);
        String page = salus.get(goals + "/backwards?step=change").body();
        String terminal = run("goals", "backwards", workspace, chain);
        for (JsonNode ground : grounds) {
            assertThat(page).contains("name=\"ground\" value=\"" + text(ground, "name") + "\"");
            assertThat(terminal).contains(text(ground, "name"), text(ground, "says"));
            assertThat(salus.get(text(ground, "page").replaceFirst("#.*", "")).statusCode())
                    .isEqualTo(200);
        }

        String goal = text(first, "goal");
        JsonNode ground = grounds.get(0);
        HttpResponse<String> taken = post(
                api + "/objectives",
                "{\"ground\":\"" + text(ground, "name") + "\",\"title\":\"The first is taken up\",\"to\":\"" + goal
                        + "\"}");
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        String objective = text(JSON.readTree(taken.body()), "item");
        run("goals", "take-up", workspace, chain, text(grounds.get(1), "name"), "So is the second", "--to", goal);

        JsonNode then = told(api + "?goal=" + goal);
        assertThat(then.path("grounds").get(0).path("taken_up_by").get(0).asString(""))
                .isEqualTo(objective);
        assertThat(then.path("grounds").get(1).path("taken_up_by").size()).isEqualTo(1);
        assertThat(then.path("objectives").toString()).contains("The first is taken up", "So is the second");
        assertThat(then.path("nothing_leads_to").toString()).contains(objective);
        JsonNode item = told("/api/v1/workspaces/" + workspace + "/items/" + objective);
        assertThat(item.toString()).contains(text(ground, "institution"), text(ground, "name"));

        assertThat(post(api + "/objectives", "{\"ground\":\"nowhere\",\"title\":\"Nothing\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(salus.get(api + "?goal=nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void each_step_tells_what_is_open_there_and_where_it_is_mended() throws Exception {
        String api = "/api/v1" + goals + "/backwards";
        int open = 0;
        for (JsonNode goal : told(api).path("goals")) {
            JsonNode steps = told(api + "?goal=" + text(goal, "id")).path("steps");
            assertThat(steps.size()).isEqualTo(BackwardStep.values().length);
            for (JsonNode step : steps) {
                for (JsonNode hole : step.path("open")) {
                    open++;
                    assertThat(salus.get(text(hole.path("mend"), "page").replaceFirst("#.*", ""))
                                    .statusCode())
                            .as(hole.toString())
                            .isEqualTo(200);
                }
            }
        }
        assertThat(open).isPositive();
    }

    @Test
    void without_an_objective_each_door_says_what_comes_first() throws Exception {
        Path row = Files.writeString(folder.resolve("goal.csv"), "level,title\ngoal,Nobody pays at the river\n");
        run("goals", "bring", workspace, chain, row.toString());
        JsonNode told = told("/api/v1" + goals + "/backwards?goal=Nobody%20pays%20at%20the%20river");
        for (JsonNode step : told.path("steps")) {
            boolean isLater = !List.of("citizens", "change").contains(text(step, "step"));
            assertThat(text(step, "waits_for")).as(step.toString()).isEqualTo(isLater ? "change" : "");
        }
        assertThat(salus.get(goals + "/backwards?step=change&goal=" + text(told, "goal"))
                        .body())
                .contains("first an objective");
        assertThat(run("goals", "backwards", workspace, chain, "--goal", "Nobody pays at the river"))
                .contains("first an objective");
        assertThat(run(
                        "goals",
                        "backwards",
                        workspace,
                        chain,
                        "--goal",
                        "People of the river towns go to market without paying at road blocks"))
                .doesNotContain("first an objective");
    }

    /** No open data speak of an invented country; what partners told and what its plans hold does. */
    @Test
    void the_demo_shows_who_supports_it_already_and_where_that_is_known_from() throws Exception {
        JsonNode offers = told("/api/v1" + goals + "/backwards/offers").path("offers");
        List<String> told = new ArrayList<>();
        for (JsonNode offer : offers) {
            told.add(text(offer, "source") + ": " + text(offer, "known_from"));
        }
        assertThat(told)
                .contains(
                        "told: Planned · Partner's table: support-orvelia.csv, row 2",
                        "told: Known, unpublished · Partner's table: support-orvelia.csv, row 4",
                        "plan: this plan")
                .doesNotContain("published: published");
        assertThat(salus.get(goals + "/backwards?step=support").body())
                .contains("Clerks who read audit reports", "support-orvelia.csv, row 4", "this plan");
        assertThat(run("goals", "offers", workspace, chain, "clerks"))
                .contains(
                        "Clerks who read audit reports",
                        "support-orvelia.csv, row 4",
                        "Clerks and lawyers for committees");
    }

    @Test
    void known_support_is_offered_and_linked_once_through_every_door() throws Exception {
        Path list = Files.writeString(
                folder.resolve("list.csv"),
                "Partner,Title,Institution,Area\nNordmark,Boats for the lake posts,parliament,2a\n");
        run("sector", "support-import", workspace, list.toString());
        String api = "/api/v1" + goals + "/backwards/offers";
        JsonNode offers = told(api + "?q=lake%20posts").path("offers");
        assertThat(offers.size()).isEqualTo(1);
        String key = text(offers.get(0), "key");
        assertThat(salus.get(goals + "/backwards?step=support&words=lake+posts").body())
                .contains("Boats for the lake posts", key);
        assertThat(salus.get(goals + "/backwards?step=support&words=lake+posts").body())
                .contains(goals + "/offers.csv?words=lake%20posts", goals + "/offers.xlsx?words=lake%20posts");
        assertThat(salus.get(goals + "/offers.csv?words=lake+posts").body())
                .contains("Boats for the lake posts", key)
                .doesNotContain("Clerks");
        assertThat(salus.get(goals + "/offers.csv").body()).contains("Boats for the lake posts", "Clerks");
        assertThat(run("goals", "offers", workspace, chain, "lake", "posts")).contains(key, "Nordmark");
        assertThat(told(api + "?q=mountains").path("offers").size()).isZero();
        assertThat(salus.get(api + "?area=9z").statusCode()).isEqualTo(400);

        List<String> objectives = new ArrayList<>();
        for (JsonNode box : told("/api/v1" + goals).path("boxes")) {
            if (text(box, "kind").equals("objective")) {
                objectives.add(text(box, "id"));
            }
        }
        String body = "{\"offers\":[\"" + key + "\"],\"to\":\"" + objectives.getFirst() + "\"}";
        assertThat(JSON.readTree(post(api, body).body()).has("entry")).isTrue();
        assertThat(JSON.readTree(post(api, body).body()).has("entry"))
                .as("linked already")
                .isFalse();
        run("goals", "link-support", workspace, chain, objectives.getLast(), key);
        String support = text(told(api + "?q=lake%20posts").path("offers").get(0), "already");
        JsonNode plan = told("/api/v1" + goals);
        assertThat(plan.path("boxes").toString().split("Boats for the lake posts", -1))
                .as("named once")
                .hasSize(2);
        assertThat(plan.path("links").toString().split(support, -1))
                .as("linked to two")
                .hasSize(3);
    }
}
