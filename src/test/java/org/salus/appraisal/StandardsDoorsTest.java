package org.salus.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.RunningTeam;
import org.salus.Visitor;
import org.salus.evidence.Evidence;
import org.salus.evidence.LoadInput;
import org.salus.evidence.Progress;
import org.salus.goals.Grounds;
import org.salus.goals.ResultsChain;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Outcome;
import org.salus.ledger.Workspace;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The register through its doors: from a question to a statement, a gap and an objective. */
@Tag("slow")
class StandardsDoorsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private static Path folder;

    private static RunningTeam team;
    private static AccountId ana;
    private static Visitor visitor;
    private static Workspace workspace;
    private static Item<ResultsChain> plan;

    @BeforeAll
    static void start() throws Exception {
        team = RunningTeam.start(folder, "requests-per-minute = 1000000");
        AccountId administrator = team.administrator("admin", "Admin");
        ana = team.account(administrator, "ana", "Ana");
        visitor = team.signedIn("ana");
        workspace = team.workspaces()
                .found(
                        new Charter("Our strategy", List.of("BDI", "RWA"), "", "SSR", Optional.empty()),
                        ana,
                        "Ana",
                        Optional.empty(),
                        "");
        plan = Item.fresh(ResultsChain.KIND, ResultsChain.of("A plan"));
        assertThat(workspace.append(ana, new Edit.Put(plan))).isInstanceOf(Outcome.Accepted.class);
        Path table = Files.writeString(
                folder.resolve("4-9-2026-01-31.csv"),
                "Participant,Signature,\"Accession(a), Ratification\"\nBurundi,,18 Feb 1993 a\n");
        team.server()
                .context()
                .getBean(Evidence.class)
                .loads()
                .load(List.of(new LoadInput("4-9-2026-01-31.csv", "", table)), null, Progress.SILENT);
    }

    @AfterAll
    static void stop() {
        team.close();
    }

    private static String path(String below) {
        return "/workspaces/" + workspace.id() + "/standards" + below;
    }

    private static String get(String path) throws Exception {
        HttpResponse<String> answer = visitor.get(path);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        assertThat(answer.body()).as(path).doesNotContain("[appraisal.", "[goals.");
        return answer.body();
    }

    @Test
    void what_is_known_stands_first_and_the_rest_is_one_click_away() throws Exception {
        String page = get(path(""));
        int folded = page.indexOf("<details id=\"nothing-known\">");
        assertThat(page.indexOf("Convention against Torture")).isPositive().isLessThan(folded);
        assertThat(page.indexOf("Arms Trade Treaty")).isGreaterThan(folded);
        assertThat(get(path("?topic=arms")))
                .contains("Nothing is known here yet.", "Arms Trade Treaty")
                .doesNotContain("Convention against Torture");
    }

    @Test
    void a_question_becomes_a_statement_a_gap_and_an_objective() throws Exception {
        assertThat(get(path(""))).contains("Which standards bind Burundi", "Convention against Torture", "party");
        assertThat(get(path("/cat"))).contains("By the table, Burundi is party to it.", "None recorded yet.");

        HttpResponse<String> without = visitor.post(
                path("/cat/statements"), "country", "BDI", "step", "in-law", "answer", "recorded-as-absent");
        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(without.body()).contains("needs a source");

        assertThat(visitor.post(
                                path("/cat/statements"),
                                "country",
                                "BDI",
                                "step",
                                "in-law",
                                "answer",
                                "recorded-as-absent",
                                "source",
                                "Penal code")
                        .statusCode())
                .isEqualTo(303);
        assertThat(get(path("/cat?country=BDI"))).contains("Penal code", "Take it up as an objective");
        assertThat(get(path("/cat?country=RWA"))).doesNotContain("Penal code");

        assertThat(visitor.post(
                                path("/cat/objectives"),
                                "country",
                                "BDI",
                                "gap",
                                "standard:cat:BDI:in-law",
                                "chain",
                                plan.id().toString(),
                                "title",
                                "Torture is a crime of its own")
                        .statusCode())
                .isEqualTo(303);
        assertThat(get(path("?country=BDI"))).contains("Torture is a crime of its own");
        assertThat(Grounds.takenUp(workspace.view(ana))).containsKey("standard:cat:BDI:in-law");

        JsonNode api = JSON.readTree(get("/api/v1" + path("/cat")));
        assertThat(api.path("standing").path("status").asString()).isEqualTo("party");
        assertThat(api.path("steps").path("in-law").path("source").asString()).isEqualTo("Penal code");
        assertThat(api.path("gaps").get(0).path("name").asString()).isEqualTo("standard:cat:BDI:in-law");
        assertThat(get("/workspaces/" + workspace.id() + "/standards-register.csv?topic=detention"))
                .contains("cat,", "recorded-as-absent");
    }

    @Test
    void without_a_workspace_the_api_tells_what_tables_tell() throws Exception {
        JsonNode all = JSON.readTree(get("/api/v1/instruments?country=BDI&topic=detention"));

        assertThat(all.path("bound").asInt()).isEqualTo(1);
        assertThat(all.path("instruments")).isNotEmpty();
    }

    @Test
    void what_means_nothing_is_refused_in_words() throws Exception {
        for (String wrong : List.of(
                path("?topic=weapons"),
                path("?country=FRA"),
                path("?colour=red"),
                "/api/v1" + path("?topic=weapons"),
                "/api/v1/instruments?country=Burundy")) {
            assertThat(visitor.get(wrong).statusCode()).as(wrong).isEqualTo(400);
        }
        assertThat(visitor.get(path("/treaty-of-atlantis")).statusCode()).isEqualTo(404);
        assertThat(visitor.get("/api/v1" + path("/treaty-of-atlantis")).statusCode())
                .isEqualTo(404);
    }
}
