package org.salus.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.RunningTeam;
import org.salus.Visitor;
import org.salus.goals.Objective;
import org.salus.goals.ResultsChain;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Member;
import org.salus.ledger.Outcome;
import org.salus.ledger.Role;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.Workspace;
import org.salus.workspace.PrivateLayers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The appraisal through its doors: pages, files and API, for Ana, who plans, and Ben, who reads along and may contribute. */
@Tag("slow")
class AppraisalDoorsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private static Path folder;

    private static RunningTeam team;
    private static AccountId ana;
    private static AccountId ben;
    private static Visitor anas;
    private static Visitor bens;

    private Workspace workspace;
    private ItemId objective = ItemId.fresh();

    @BeforeAll
    static void start() throws Exception {
        team = RunningTeam.start(folder, "requests-per-minute = 1000000");
        AccountId administrator = team.administrator("admin", "Admin");
        ana = team.account(administrator, "ana", "Ana");
        ben = team.account(administrator, "ben", "Ben");
        anas = team.signedIn("ana");
        bens = team.signedIn("ben");
    }

    @AfterAll
    static void end() {
        team.close();
    }

    @BeforeEach
    void aPlanWithOneObjective() {
        workspace = team.workspaces()
                .found(
                        new Charter("Zubara", List.of("XZU"), "", "SSR", Optional.empty()),
                        ana,
                        "Ana",
                        Optional.empty(),
                        "");
        put(new Item<>(
                new ItemId(ben.value()),
                Member.KIND,
                Sensitivity.forMembers(),
                List.of(),
                new Member("Ben", Optional.empty(), "", Role.CONTRIBUTOR),
                Set.of()));
        Item<ResultsChain> chain = Item.fresh(ResultsChain.KIND, ResultsChain.of("Plan"));
        put(chain);
        Item<Objective> planned = Item.fresh(Objective.KIND, Objective.of(chain.id(), "Pay reaches every post"));
        put(planned);
        objective = planned.id();
    }

    private void put(Item<?> item) {
        assertThat(workspace.append(ana, new Edit.Put(item))).isInstanceOf(Outcome.Accepted.class);
    }

    private String path(String below) {
        return "/workspaces/" + workspace.id() + "/appraisal" + below;
    }

    private static String get(Visitor visitor, String path) throws Exception {
        HttpResponse<String> answer = visitor.get(path);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        assertThat(answer.body()).as(path).doesNotContain("[appraisal.");
        return answer.body();
    }

    private static void done(Visitor visitor, String path, String... form) throws Exception {
        HttpResponse<String> answer = visitor.post(path, form);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(303);
    }

    private static String refused(Visitor visitor, String path, String... form) throws Exception {
        HttpResponse<String> answer = visitor.post(path, form);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(400);
        return answer.body();
    }

    private JsonNode check(Visitor visitor, String id) throws Exception {
        return JSON.readTree(get(visitor, "/api/v1" + path("/checks/" + id)))
                .path("checks")
                .get(0);
    }

    @Test
    void the_page_says_each_consideration_in_a_sentence_and_every_check_opens_with_what_it_looked_at()
            throws Exception {
        String page = get(anas, path(""));
        assertThat(page).contains("14 checks wait for an answer of people", "Not yet considered:");
        assertThat(page)
                .contains(
                        "What has this strategy considered?", "Of 9 checks", "C7 Principles", "still to be considered");
        assertThat(get(anas, path("/checks/C2.1")))
                .contains(
                        "Not yet considered",
                        "With an office in the country that answers for it: 0 of one objective",
                        "/items/" + objective,
                        "Pay reaches every post",
                        "Paris Declaration");
        for (Check check : Checks.shipped().list()) {
            assertThat(get(anas, path("/checks/" + check.id()))).contains("edition 2026-11");
        }
        assertThat(anas.get(path("/checks/C9.9")).statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_mended_in_the_plan_changes_the_answer() throws Exception {
        assertThat(check(anas, "C2.1").path("answer").asString()).isEqualTo("not-yet");
        Item<Objective> now = workspace.view(ana).get(Objective.KIND, objective);
        put(now.saying(Draft.with(now.value(), "owner", "Directorate of pay")));
        assertThat(check(anas, "C2.1").path("answer").asString()).isEqualTo("considered");
    }

    @Test
    void disagreement_stands_beside_the_answer_and_changes_nothing() throws Exception {
        get(bens, path("/checks/C2.1"));
        assertThat(refused(bens, path("/checks/C2.1/replies"), "reply", "disagree", "because", ""))
                .contains("Say why");
        done(bens, path("/checks/C2.1/replies"), "reply", "disagree", "because", "The owner is being chosen");
        assertThat(get(anas, path("/checks/C2.1")))
                .contains("Not yet considered", "The owner is being chosen", "Ben: ");
        JsonNode told = check(anas, "C2.1");
        assertThat(told.path("answer").asString()).isEqualTo("not-yet");
        assertThat(told.path("replies").get(0).path("because").asString()).isEqualTo("The owner is being chosen");
        done(bens, path("/checks/C2.1/replies"), "reply", "partly", "because", "It was chosen");
        assertThat(check(anas, "C2.1").path("replies")).hasSize(1);
        assertThat(get(anas, path("/checks.csv"))).contains("It was chosen");
        assertThat(refused(bens, path("/checks/C1.2/replies"), "reply", "agree"))
                .contains("answered by people");
    }

    @Test
    void people_answer_what_cannot_be_computed_with_a_reason() throws Exception {
        get(anas, path("/checks/C1.2"));
        assertThat(check(anas, "C1.2").path("answer").asString()).isEqualTo("not-enough-information");
        assertThat(refused(anas, path("/checks/C1.2/answers"), "answer", "partly", "because", ""))
                .contains("Say why");
        assertThat(refused(anas, path("/checks/C1.2/answers"), "answer", "yes", "because", "so"))
                .contains("is no answer");
        assertThat(refused(anas, path("/checks/C1.2/answers"), "answer", "partly", "because", "so", "on", "soon"))
                .contains("is no day");
        assertThat(refused(anas, path("/checks/C2.1/answers"), "answer", "partly", "because", "so"))
                .contains("is computed");
        done(
                anas,
                path("/checks/C1.2/answers"),
                "answer",
                "partly",
                "because",
                "The north is disputed",
                "office",
                "Embassy",
                "on",
                "2026-10");
        assertThat(get(bens, path("/checks/C1.2"))).contains("The north is disputed", "Embassy, 2026-10");
        done(anas, path("/checks/C1.2/answers"), "answer", "considered", "because", "Stated in the minutes");
        JsonNode told = check(bens, "C1.2");
        assertThat(told.path("answer").asString()).isEqualTo("considered");
        assertThat(told.path("said")).hasSize(1);
    }

    @Test
    void the_review_is_written_into_a_layer_of_which_the_workspace_holds_no_trace() throws Exception {
        get(anas, path("/checks/R1.1"));
        String before = get(bens, path("/review"));
        Set<?> entries = workspace.view(ana).heads();
        done(anas, path("/checks/R1.1/answers"), "answer", "not-yet", "because", "canary of the review");
        done(anas, path("/checks/R2.1/replies"), "reply", "disagree", "because", "canary of the reply");
        assertThat(workspace.view(ana).heads()).isEqualTo(entries);
        assertThat(PrivateLayers.of(workspace.id(), ana, team.workspaces())).hasSize(1);
        assertThat(get(anas, path("/checks/R1.1"))).contains("canary of the review", "in the private layer");
        assertThat(get(anas, path("/checks/R2.1"))).contains("canary of the reply");
        String after = get(bens, path("/review"));
        assertThat(withoutMarks(after)).isEqualTo(withoutMarks(before));
        assertThat(check(bens, "R1.1").path("answer").asString()).isEqualTo("not-enough-information");
        assertThat(get(anas, path("/recommendations.csv")))
                .as("files of the workspace hold nothing of a layer")
                .doesNotContain("canary");
        String layer = PrivateLayers.of(workspace.id(), ana, team.workspaces())
                .getFirst()
                .workspace()
                .toString();
        assertThat(get(anas, "/workspaces/" + layer + "/appraisal/recommendations.csv"))
                .contains("canary of the review");
        assertThat(bens.get("/workspaces/" + layer + "/appraisal/review").statusCode())
                .isEqualTo(404);
        done(anas, path("/checks/R1.2/answers"), "answer", "partly", "because", "For all to read", "keep", "shared");
        assertThat(check(bens, "R1.2").path("answer").asString()).isEqualTo("partly");
    }

    @Test
    void what_was_kept_is_compared_with_today_and_is_for_its_author_unless_somebody_chose_otherwise() throws Exception {
        get(anas, path(""));
        done(anas, path("/kept"), "note", "First look");
        assertThat(get(anas, path("/history")))
                .contains("One appraisal was kept", "First look", "No answer has changed");
        assertThat(get(bens, path("/history")))
                .contains("No appraisal was kept yet")
                .doesNotContain("First look");
        Item<Objective> now = workspace.view(ana).get(Objective.KIND, objective);
        put(now.saying(Draft.with(now.value(), "owner", "Directorate of pay")));
        assertThat(get(anas, path("/history"))).contains("Not yet considered", "Considered", ">C2.1<");
        JsonNode kept = JSON.readTree(get(anas, "/api/v1" + path("/kept"))).path("kept");
        assertThat(kept.get(0).path("changes_since").get(0).path("check").asString())
                .isEqualTo("C2.1");
        assertThat(kept.get(0).path("answers").toString()).contains("C2.1").doesNotContain("C7.4");
        String file = path("/history/" + kept.get(0).path("id").asString() + ".csv");
        assertThat(get(anas, file)).contains("C2.1");
        assertThat(bens.get(file).statusCode()).isEqualTo(404);
        done(anas, path("/kept"), "note", "For all", "for", "members");
        assertThat(get(bens, path("/history"))).contains("For all");
        assertThat(refused(anas, path("/kept"), "for", "everybody")).contains("for whom");
        assertThat(refused(anas, path("/kept"), "for", "organisation")).contains("no organisation");
    }

    @Test
    void a_review_is_kept_in_a_layer_and_compared_with_what_is_answered_later() throws Exception {
        get(anas, path("/review"));
        assertThat(get(anas, path("/review/history"))).contains("No review was kept yet");
        Set<?> entries = workspace.view(ana).heads();
        done(anas, path("/review/kept"), "note", "canary of the first review");
        assertThat(workspace.view(ana).heads()).as("no trace").isEqualTo(entries);
        assertThat(get(anas, path("/review/history")))
                .contains("One review was kept", "canary of the first review", "No answer has changed");
        assertThat(get(anas, path("/history")))
                .as("another history")
                .contains("No appraisal was kept yet")
                .doesNotContain("canary");
        assertThat(get(bens, path("/review/history"))).contains("No review was kept yet");

        done(anas, path("/checks/R1.1/answers"), "answer", "not-yet", "because", "Nobody looked");
        assertThat(get(anas, path("/review/history"))).contains(">R1.1<", "Not yet considered");
        JsonNode kept = JSON.readTree(get(anas, "/api/v1" + path("/review/kept")))
                .path("kept")
                .get(0);
        assertThat(kept.path("changes_since").get(0).path("check").asString()).isEqualTo("R1.1");
        assertThat(kept.path("answers").toString()).contains("R1.1").doesNotContain("C1.1");
        String layer = PrivateLayers.of(workspace.id(), ana, team.workspaces())
                .getFirst()
                .workspace()
                .toString();
        String file = "/appraisal/history/" + kept.path("id").asString() + ".csv";
        assertThat(get(anas, "/workspaces/" + layer + file)).contains("R1.1");
        assertThat(bens.get("/workspaces/" + layer + file).statusCode()).isEqualTo(404);
    }

    @Test
    void tables_go_with_one_in_files_by_consideration_and_hostile_words_stay_words() throws Exception {
        Item<Objective> now = workspace.view(ana).get(Objective.KIND, objective);
        put(now.saying(Draft.with(now.value(), "title", "=1+1<script>alert(1)</script>")));
        assertThat(get(anas, path("/checks.csv?group=C2"))).contains("C2.1").doesNotContain("C3.1");
        assertThat(anas.get(path("/checks.xlsx")).statusCode()).isEqualTo(200);
        assertThat(anas.get(path("/checks.csv?group=C9")).statusCode()).isEqualTo(404);
        assertThat(get(anas, path("/checks/C2.1"))).doesNotContain("<script>alert(1)");
    }

    @Test
    void of_due_diligence_only_its_readers_are_told() throws Exception {
        String before = get(bens, path("/checks/C7.4"));
        String whole = get(bens, path(""));
        get(anas, "/workspaces/" + workspace.id() + "/diligence");
        done(
                anas,
                "/workspaces/" + workspace.id() + "/diligence/cases",
                "unit",
                "canary unit",
                "given",
                "canary radios",
                "regimes",
                "us-leahy");
        assertThat(get(anas, path("/checks/C7.4"))).contains("Not yet considered", "canary unit");
        assertThat(withoutMarks(get(bens, path("/checks/C7.4")))).isEqualTo(withoutMarks(before));
        assertThat(withoutMarks(get(bens, path("")))).isEqualTo(withoutMarks(whole));
        assertThat(get(anas, path("/checks.csv"))).doesNotContain("canary", "C7.4");
    }

    private static String withoutMarks(String page) {
        return page.replaceAll("value=\"[^\"]*\"", "");
    }
}
