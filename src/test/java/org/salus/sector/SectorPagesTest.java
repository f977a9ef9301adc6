package org.salus.sector;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.RunningTeam;
import org.salus.Visitor;
import org.salus.framework.DateSpan;
import org.salus.framework.PartialDate;
import org.salus.framework.Pillar;
import org.salus.framework.Recorded;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Citation;
import org.salus.ledger.Confidence;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Member;
import org.salus.ledger.Outcome;
import org.salus.ledger.Role;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.Workspace;
import org.salus.people.Tokens;
import org.salus.workspace.Answer;
import org.salus.workspace.Source;
import org.salus.workspace.SourceType;

/** The pages of a sector map as its members are served them. */
class SectorPagesTest {
    @TempDir
    private static Path folder;

    private static RunningTeam team;
    private static AccountId ana;
    private static AccountId ben;
    private static Visitor anas;
    private static Visitor bens;

    private Workspace workspace;
    private Item<Actor> guard;
    private Item<Actor> assembly;
    private Item<Tie> oversight;

    @BeforeAll
    static void twoMembers() throws Exception {
        team = RunningTeam.start(folder, "requests-per-minute = 1000000");
        AccountId administrator = team.administrator("admin", "Admin");
        ana = team.account(administrator, "ana", "Ana");
        ben = team.account(administrator, "ben", "Ben");
        anas = team.signedIn("ana");
        bens = team.signedIn("ben");
    }

    @AfterAll
    static void end() {
        anas.close();
        bens.close();
        team.close();
    }

    @BeforeEach
    void aMap() {
        workspace = team.workspaces()
                .found(
                        new Charter("Zubara", List.of("ZUB"), "", "SSR", Optional.empty()),
                        ana,
                        "Ana",
                        Optional.empty(),
                        "");
        put(new Item<>(
                new ItemId(ben.value()),
                Member.KIND,
                Sensitivity.forMembers(),
                List.of(),
                new Member("Ben", Optional.empty(), "", Role.READER),
                Set.of()));
        Item<Source> decree = Item.fresh(Source.KIND, Source.of(SourceType.LAW, "Decree 1/02"));
        put(decree);
        guard = Item.fresh(
                Actor.KIND,
                Actor.of(new Phase(
                        DateSpan.since(PartialDate.ofYear(2005)),
                        List.of(Name.of("River Guard")),
                        Pillar.PROVIDERS,
                        Optional.of(ActorType.BORDER_GUARD),
                        Optional.empty(),
                        Map.of(Power.USE_FORCE, Recorded.RECORDED))));
        assembly = Item.fresh(
                Actor.KIND,
                Actor.of(new Phase(
                        DateSpan.OPEN,
                        List.of(Name.of("National Assembly")),
                        Pillar.OVERSIGHT,
                        Optional.of(ActorType.PARLIAMENT),
                        Optional.empty(),
                        Map.of())));
        put(guard);
        put(assembly);
        oversight = Item.fresh(
                        Tie.KIND,
                        Tie.of(assembly.id(), TieType.OVERSEES, guard.id())
                                .saying(Basis.LAW, Statement.present())
                                .saying(Basis.PRACTICE, Statement.absent()))
                .citing(List.of(Citation.of(decree.id(), "art. 4", Confidence.HIGH)));
        put(oversight);
    }

    private void put(Item<?> item) {
        assertThat(workspace.append(ana, new Edit.Put(item))).isInstanceOf(Outcome.Accepted.class);
    }

    private String path(String below) {
        return "/workspaces/" + workspace.id() + "/sector" + below;
    }

    private String text(Visitor who, String below) throws Exception {
        HttpResponse<String> answer = who.get(path(below));
        assertThat(answer.statusCode()).as(below).isEqualTo(200);
        return answer.body();
    }

    @Test
    void one_selection_is_a_picture_a_table_a_matrix_and_an_outline() throws Exception {
        assertThat(text(anas, ""))
                .contains("River Guard", "National Assembly", "<svg", "By law National Assembly oversees River Guard");
        assertThat(text(anas, "/table")).contains("Recorded as absent", "River Guard");
        assertThat(text(anas, "/matrix")).contains("oversees (by law, absent in practice)");
        assertThat(text(anas, "/outline")).contains("is overseen by", "National Assembly");
        assertThat(text(anas, "/ties.csv")).contains("National Assembly", "oversees", "River Guard");
        assertThat(anas.get(path("/ties.xlsx"))
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElseThrow())
                .contains("sector-ties.xlsx");
        assertThat(text(anas, "/picture.svg")).startsWith("<svg").contains("Zubara. As recorded for");
        assertThat(anas.get(path("/picture.png")).body()).contains("PNG");
    }

    @Test
    void the_day_the_part_and_the_ties_stand_in_the_address() throws Exception {
        assertThat(text(anas, "?on=2001"))
                .contains("31 December 2001")
                .doesNotContain("By law National Assembly oversees");
        assertThat(text(anas, "?on=2001")).contains("National Assembly");
        assertThat(text(anas, "/actors.csv?around=P1")).contains("River Guard").doesNotContain("National Assembly");
        assertThat(text(anas, "/table?around=" + guard.id() + "&ties=audits")).contains("No tie as recorded");
        assertThat(text(anas, "/table?ties=oversight.command")).contains("One tie as recorded");
        assertThat(text(anas, "/table?basis=practice&absent=no")).contains("No tie as recorded");
        for (String wrong : List.of("?on=spring", "?ties=loves", "?basis=habit")) {
            assertThat(anas.get(path(wrong)).statusCode()).as(wrong).isEqualTo(400);
        }
        assertThat(anas.get(path("?around=nobody")).statusCode()).isEqualTo(404);
        assertThat(anas.get(path("?around=" + oversight.id())).statusCode()).isEqualTo(404);
    }

    @Test
    void an_actor_and_a_tie_are_added_and_the_next_step_waits_where_the_last_one_was() throws Exception {
        HttpResponse<String> added =
                anas.post(path("/actors"), "name", "Audit Chamber", "what", "audit-office", "back", path("?on=2026"));
        assertThat(added.statusCode()).isEqualTo(303);
        String to = added.headers().firstValue("Location").orElseThrow();
        assertThat(to).startsWith(path("?on=2026&added="));
        String id = to.replaceFirst(".*added=", "");
        assertThat(anas.get(to).body())
                .contains("Added: Audit Chamber")
                .containsPattern("id=\"actor-name\"[^>]* autofocus");
        HttpResponse<String> tied = anas.post(
                path("/ties"),
                "from",
                id,
                "tie",
                "audits",
                "to",
                guard.id().toString(),
                "basis",
                "law",
                "source",
                "decree 1/02",
                "back",
                "https://elsewhere.example/");
        assertThat(tied.headers().firstValue("Location").orElseThrow()).startsWith(path("?added="));
        Item<Tie> tie = workspace.view(ana).list(Tie.KIND).getLast();
        assertThat(tie.value().byLaw()).containsExactly(Statement.present());
        assertThat(tie.citations()).hasSize(1);
        assertThat(workspace.view(ana).list(Source.KIND))
                .as("the source was known")
                .hasSize(1);
        assertThat(bens.post(path("/actors"), "name", "X", "what", "police").statusCode())
                .as("a reader adds nothing")
                .isGreaterThanOrEqualTo(400);
        assertThat(anas.post(path("/actors"), "name", " ", "what", "police").statusCode())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void the_drawer_tells_facts_sources_and_how_sure_they_are() throws Exception {
        String panel = text(anas, "/panel?items=" + oversight.id());
        assertThat(panel)
                .contains(
                        "National Assembly oversees River Guard", "Recorded as absent", "Decree 1/02", "art. 4", "High")
                .contains("/items/" + oversight.id())
                .doesNotContain("<html");
        assertThat(text(bens, "/panel?items=" + guard.id())).contains("may use force", "since 2005");
        assertThat(anas.get(path("/panel?items=" + ana)).statusCode()).isEqualTo(404);
    }

    @Test
    void a_finding_is_answered_and_the_answer_stands_beside_it() throws Exception {
        String page = text(anas, "/oversight");
        assertThat(page)
                .contains("By law National Assembly oversees River Guard; in practice this is recorded as absent.")
                .contains("no body of this kind on the map", "Rests on one fact");
        String finding = page.replaceAll("(?s).*name=\"finding\" value=\"(law-without-practice:[^\"]+)\".*", "$1");
        HttpResponse<String> answered = anas.post(
                path("/answers"),
                "finding",
                finding,
                "reply",
                "disagree",
                "because",
                "a hearing took place in May",
                "back",
                path("/oversight"));
        assertThat(answered.statusCode()).isEqualTo(303);
        assertThat(text(bens, "/oversight")).contains("Ana: ", "a hearing took place in May");
        assertThat(workspace.view(ana).list(Answer.KIND).getFirst().value().about())
                .contains(oversight.id(), guard.id(), assembly.id());
        assertThat(anas.post(path("/answers"), "finding", finding, "reply", "disagree", "because", "")
                        .statusCode())
                .as("who disagrees says why")
                .isGreaterThanOrEqualTo(400);
        assertThat(anas.post(path("/answers"), "finding", "no-such:finding", "reply", "agree")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void who_is_not_meant_to_see_an_actor_sees_it_nowhere() throws Exception {
        Item<Actor> now = workspace.view(ana).get(Actor.KIND, guard.id());
        put(now.meantFor(new Sensitivity.Named(new TreeSet<>(List.of(ana)))));
        String finding = text(anas, "/oversight")
                .replaceAll("(?s).*name=\"finding\" value=\"(law-without-practice:[^\"]+)\".*", "$1");
        anas.post(path("/answers"), "finding", finding, "reply", "disagree", "because", "canary of an answer");
        List<String> shown = new ArrayList<>();
        for (String view : List.of(
                "",
                "?around=all",
                "/table",
                "/matrix",
                "/outline",
                "/oversight",
                "/ties.csv",
                "/actors.csv",
                "/matrix.csv",
                "/coverage.csv",
                "/findings.csv",
                "/questions.csv",
                "/picture.svg",
                "?around=" + guard.id(),
                "/panel?items=" + guard.id(),
                "/panel?items=" + oversight.id(),
                "?added=" + guard.id())) {
            assertThat(anas.get(path(view)).statusCode()).as(view).isEqualTo(200);
            String body = bens.get(path(view)).body();
            for (String canary : List.of("River Guard", "canary of an answer", "Decree")) {
                if (body.contains(canary)) {
                    shown.add(view + " shows " + canary);
                }
            }
        }
        assertThat(shown).isEmpty();
        assertThat(text(bens, "/oversight")).contains("Some items of this workspace are not meant for you");
        assertThat(bens.post(path("/answers"), "finding", finding, "reply", "agree")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_name_of_thousand_letters_and_one_from_right_to_left_break_nothing() throws Exception {
        anas.post(path("/actors"), "name", "م".repeat(1000), "what", "police");
        anas.post(path("/actors"), "name", "<script>alert(1)</script>", "what", "police");
        assertThat(text(anas, "?around=all")).doesNotContain("<script>alert");
        assertThat(text(anas, "/outline?around=all")).contains("&lt;script&gt;");
    }

    @Test
    void rows_within_an_item_are_added_and_taken_away_where_they_stand() throws Exception {
        String item = "/workspaces/" + workspace.id() + "/items/" + guard.id();
        String basis = "";
        assertThat(anas.get(item).body()).contains("name=\"phases.0.names.0.text\"", "name=\"+phases.0.names.text\"");
        HttpResponse<String> added = anas.post(
                item + "/rows/phases.0.names",
                "+phases.0.names.text",
                "Garde fluviale",
                "+phases.0.names.language",
                "fr",
                "basis",
                basis);
        assertThat(added.body()).contains("Garde fluviale", "name=\"phases.0.names.1.text\"", "hx-swap-oob");
        String now = added.body().replaceAll("(?s).*name=\"basis\"[^>]*value=\"([^\"]+)\".*", "$1");
        HttpResponse<String> saved =
                anas.post(item + "/fields/phases.0.when.from", "phases.0.when.from", "2006-05", "basis", now);
        assertThat(saved.body()).contains("data-state=\"saved\"");
        HttpResponse<String> refused =
                anas.post(item + "/rows/phases.0.names", "+phases.0.names.text", "", "basis", now);
        assertThat(refused.headers().firstValue("HX-Retarget")).isPresent();
        assertThat(refused.body()).contains("An actor needs a name.");
        now = saved.body().replaceAll("(?s).*name=\"basis\"[^>]*value=\"([^\"]+)\".*", "$1");
        assertThat(anas.post(item + "/rows/phases.0.names.1/remove", "basis", now)
                        .body())
                .doesNotContain("Garde fluviale");
        Phase phase =
                workspace.view(ana).get(Actor.KIND, guard.id()).value().phases().getFirst();
        assertThat(phase.names()).containsExactly(Name.of("River Guard"));
        assertThat(phase.when().from()).contains(new PartialDate(2006, 5, 0));
    }

    @Test
    void a_step_taken_back_leaves_one_where_one_was() throws Exception {
        anas.post(path("/actors"), "name", "Audit Chamber", "what", "audit-office");
        String back = "sector/table?on=2026&around=all";
        HttpResponse<String> undone = anas.post("/workspaces/" + workspace.id() + "/undo", "back", back);
        assertThat(undone.headers().firstValue("Location")).contains("/workspaces/" + workspace.id() + "/" + back);
        assertThat(text(anas, "/table?around=all")).doesNotContain("Audit Chamber");
        for (String out : List.of(
                "../x", "//elsewhere.example", "sector?x=" + URLEncoder.encode("\"", StandardCharsets.UTF_8) + "<")) {
            anas.post(path("/actors"), "name", "Audit Chamber", "what", "audit-office");
            assertThat(anas.post("/workspaces/" + workspace.id() + "/undo", "back", out)
                            .headers()
                            .firstValue("Location"))
                    .contains("/workspaces/" + workspace.id() + "/history");
        }
    }

    /** Asks the API as a program of Ana's. */
    private HttpResponse<String> asked(String method, String below, String body) throws Exception {
        String token = team.people()
                .tokens()
                .issue(team.as(ana), "a program", Tokens.Scope.WRITE, 1)
                .secret()
                .reveal();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(team.server()
                                    .address()
                                    .resolve("/api/v1/workspaces/" + workspace.id() + "/items/" + guard.id() + below))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private String basis() {
        return workspace.view(ana).get(Actor.KIND, guard.id()).basis().stream()
                .map(Object::toString)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void programs_edit_fields_within_fields_by_their_path() throws Exception {
        String basis = "\"basis\":[\"" + basis() + "\"]";
        assertThat(asked("PUT", "/fields/phases.0.when.until", "{\"typed\":\"2024\"," + basis + "}")
                        .body())
                .contains("\"until\":\"2024\"");
        assertThat(asked("POST", "/rows/mandates", "{\"typed\":{\"instrument\":\"Law 7\",\"date\":\"2005\"}}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(workspace.view(ana).get(Actor.KIND, guard.id()).value().mandates())
                .containsExactly(new Mandate("Law 7", "", Optional.of(PartialDate.ofYear(2005))));
        assertThat(asked("PUT", "/fields/phases.0.when.until", "{\"typed\":\"2020\"," + basis + "}")
                        .statusCode())
                .as("somebody wrote there since")
                .isEqualTo(409);
        assertThat(asked("PUT", "/fields/phases.0.when.until", "{\"typed\":\"later\"," + basis + "}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(asked("DELETE", "/rows/mandates.0?basis=" + basis(), "").statusCode())
                .isEqualTo(200);
        assertThat(workspace.view(ana).get(Actor.KIND, guard.id()).value().mandates())
                .isEmpty();
    }
}
