package org.salus.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.RunningTeam;
import org.salus.Salus;
import org.salus.Visitor;
import org.salus.evidence.Evidence;
import org.salus.frame.AnswerJson;
import org.salus.framework.PartialDate;
import org.salus.framework.Wording;
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
import org.salus.portfolio.Supports;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Claims, outcomes and reviews through their doors: pages, files and the API, for whoever asks. */
@Tag("slow")
class ContributionDoorsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HOSTILE = "</p><script>alert(1)</script>'\"&";
    private static final String PAY = "Pay reaches every post";

    @TempDir
    private static Path folder;

    private static RunningTeam team;
    private static AccountId ana;
    private static AccountId ben;
    private static Visitor anas;
    private static Visitor bens;

    private Workspace workspace;
    private Item<Objective> pay;

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
        anas.close();
        bens.close();
        team.close();
    }

    /** Ana owns it, Ben reads. There is one objective. */
    @BeforeEach
    void another() {
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
                new Member("Ben", Optional.empty(), "", Role.READER),
                Set.of()));
        Item<ResultsChain> plan = put(Item.fresh(ResultsChain.KIND, ResultsChain.of("a plan")));
        pay = put(Item.fresh(Objective.KIND, Objective.of(plan.id(), PAY)));
    }

    private <T extends Record> Item<T> put(Item<T> item) {
        assertThat(workspace.append(ana, new Edit.Put(item))).isInstanceOf(Outcome.Accepted.class);
        return item;
    }

    private String path(String below) {
        return "/workspaces/" + workspace.id() + below;
    }

    private static String get(Visitor visitor, String path) throws Exception {
        HttpResponse<String> answer = visitor.get(path);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        assertThat(answer.body()).as(path).doesNotContain("[impact.", "{0}");
        return answer.body();
    }

    private static String done(String path, String... form) throws Exception {
        HttpResponse<String> answer = anas.post(path, form);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("#.*", "");
    }

    private String claimed(String title) throws Exception {
        get(anas, path("/contribution"));
        return done(
                path("/contribution/claims"),
                "about",
                pay.id().toString(),
                "title",
                title,
                "contributor",
                "A law",
                "changed",
                "2025-03");
    }

    private static void found(String claim, String test, String result, String source) throws Exception {
        done(claim + "/evidence", "text", "what was found", "test", test, "result", result, "source", source);
    }

    @Test
    void a_claim_is_written_tested_and_told_alike_by_all_doors() throws Exception {
        assertThat(get(anas, path("/contribution"))).contains("Nobody has claimed anything yet", PAY);
        String claim = claimed("The law led to it");
        assertThat(get(anas, claim)).contains("There is not enough information", "No test has a result yet", PAY);
        found(claim, "smoking-gun", "passed", "Gazette 7");
        assertThat(get(bens, claim)).contains("This is plausible", "Nobody has named another explanation");
        done(claim + "/alternatives", "title", "The strike led to it");
        found(claim, "hoop", "failed", "Letter");
        assertThat(get(bens, claim))
                .contains("one of both is wrong", "The strike led to it", "not tested")
                .doesNotContain("<textarea");
        done(claim + "/judgement", "judged", "plausible", "office", "Evaluation", "because", "The letter is a copy");
        assertThat(get(bens, claim)).contains("Evaluation judges it plausible", "surer than the evidence");
        assertThat(get(bens, path("/contribution"))).contains("The law led to it", "disputed by its own evidence");
        assertThat(get(bens, path("/contribution/claims.csv"))).contains("judged_by", "Evaluation", "disputed");
        assertThat(get(bens, claim + "/evidence.csv")).contains("Gazette 7", "smoking gun");
        assertThat(bens.get(claim + "/alternatives.xlsx").statusCode()).isEqualTo(200);
        JsonNode told = JSON.readTree(get(bens, "/api/v1" + claim));
        assertThat(told.path("claim").path("strength").asString()).isEqualTo("disputed");
        assertThat(told.path("evidence")).hasSize(2);
        assertThat(get(bens, path("/items/" + pay.id())))
                .as("beside the objective")
                .contains("The law led to it");
    }

    @Test
    void evidence_for_few_counts_for_its_readers_alone() throws Exception {
        String claim = claimed("The law led to it");
        found(claim, "hoop", "passed", "Gazette 7");
        ItemId id = ItemId.of(claim.replaceFirst(".*/", ""));
        put(Item.fresh(
                        ClaimEvidence.KIND,
                        new ClaimEvidence(
                                id,
                                Optional.empty(),
                                "canary-evidence",
                                TestKind.HOOP,
                                TestResult.FAILED,
                                "canary-source",
                                Optional.of(PartialDate.ofYear(2025)),
                                ""))
                .meantFor(new Sensitivity.Named(new TreeSet<>(Set.of(ana)))));
        assertThat(get(anas, claim)).contains("contradicts this", "canary-evidence");
        for (String below : List.of(claim, "/api/v1" + claim, path("/review?from=2025"))) {
            assertThat(get(bens, below)).as(below).contains("lausible").doesNotContain("canary", "ontradict");
        }
        assertThat(get(bens, path("/contribution"))).contains("plausible").doesNotContain("canary");
        done(claim + "/evidence", "text", "canary-mine", "test", "hoop", "result", "passed", "keep", "me");
        assertThat(get(anas, claim)).contains("canary-mine");
        assertThat(get(bens, claim))
                .doesNotContain("canary")
                .contains("Items that are not meant for you are not shown");
    }

    @Test
    void outcomes_are_written_and_told() throws Exception {
        get(anas, path("/outcomes"));
        done(
                path("/outcomes"),
                "who",
                "Court registry",
                "change",
                "Publishes its list",
                "when",
                "2025-05",
                "towards",
                pay.id().toString(),
                "substantiation",
                "agrees",
                "substantiated-by",
                "Bar association");
        assertThat(get(bens, path("/outcomes"))).contains("One outcome was seen", "Bar association", PAY);
        assertThat(get(bens, path("/outcomes.csv"))).contains("substantiated_on", "Court registry");
        assertThat(get(bens, "/api/v1" + path("/outcomes"))).contains("\"substantiation\":\"agrees\"");
    }

    @Test
    void a_review_is_a_page_two_documents_and_tables() throws Exception {
        String claim = claimed("The law led to it");
        found(claim, "hoop", "passed", "Gazette 7");
        assertThat(get(bens, path("/review?from=2025")))
                .contains("What became of it in 2025?", "What was spent?", "The law led to it", "review.docx?from=");
        assertThat(get(bens, path("/review?from=1950"))).contains("Nothing is on record for 1950");
        assertThat(get(bens, path("/review/claims.csv?from=2025"))).contains("The law led to it", "Gazette 7");
        HttpResponse<String> pdf = bens.get(path("/review.pdf?from=2025"));
        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(pdf.body()).startsWith("%PDF-");
        assertThat(pdf.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(bens.get(path("/review.docx?from=2025")).statusCode()).isEqualTo(200);
        JsonNode told = JSON.readTree(get(bens, "/api/v1" + path("/review?from=2025")));
        assertThat(told.path("parts")).hasSizeGreaterThan(6);
        assertThat(told.toString()).contains("The law led to it", "Gazette 7");
    }

    @Test
    void the_same_question_has_one_answer() throws Exception {
        String claim = claimed("The law led to it");
        found(claim, "hoop", "passed", "Gazette 7");
        PeriodReview review = team.server()
                .context()
                .getBean(PeriodReviews.class)
                .of(
                        workspace,
                        ben,
                        ReviewPeriod.of(Optional.of("2025"), Optional.empty(), LocalDate.EPOCH),
                        team.server().context().getBean(Evidence.class).snapshot(),
                        Supports.shipped(),
                        Salus.faces());
        String json = AnswerJson.in(Wording.english()).writeValueAsString(review);
        assertThat(JSON.readTree(get(bens, "/api/v1" + path("/review?from=2025"))))
                .isEqualTo(JSON.readTree(json));
        String page = get(bens, path("/review?from=2025"));
        for (ReviewPart part : review.parts()) {
            assertThat(part.says())
                    .allSatisfy(sentence ->
                            assertThat(page).contains(Wording.english().say(sentence)));
        }
    }

    @Test
    void what_means_nothing_is_said_where_it_was_typed() throws Exception {
        HttpResponse<String> period = bens.get(path("/review?from=last-year"));
        assertThat(period.statusCode()).isEqualTo(400);
        assertThat(period.body()).contains("“last-year” is no date");
        HttpResponse<String> problem = bens.get("/api/v1" + path("/review?from=2025&until=2024"));
        assertThat(problem.statusCode()).isEqualTo(400);
        assertThat(problem.headers().firstValue("Content-Type").orElse("")).contains("problem+json");
        assertThat(bens.get(path("/review/nothing.csv")).statusCode()).isEqualTo(404);
        assertThat(bens.get("/api/v1" + path("/review.txt")).statusCode()).isEqualTo(404);
        get(anas, path("/contribution"));
        HttpResponse<String> untold = anas.post(
                path("/contribution/claims"), "about", pay.id().toString(), "title", "So it was", "contributor", "");
        assertThat(untold.statusCode()).isEqualTo(400);
        assertThat(untold.body()).contains("has to be said", "value=\"So it was\"");
        HttpResponse<String> unknown = anas.submit(
                "POST",
                "/api/v1" + path("/contribution/claims"),
                "application/json",
                "{\"about\":\"" + ItemId.fresh() + "\",\"title\":\"x\",\"contributor\":\"y\"}");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(bens.post(path("/outcomes"), "who", "Court", "change", "Acts")
                        .statusCode())
                .as("readers write nothing")
                .isEqualTo(403);
    }

    @Test
    void hostile_text_stays_text() throws Exception {
        String claim = claimed(HOSTILE);
        found(claim, "hoop", "passed", HOSTILE);
        for (String page : List.of(claim, path("/contribution"), path("/review?from=2025"))) {
            assertThat(get(anas, page)).as(page).contains("alert(1)").doesNotContain("<script>alert(1)");
        }
        assertThat(anas.get(path("/review.docx?from=2025")).statusCode()).isEqualTo(200);
        assertThat(anas.get(path("/review.pdf?from=2025")).statusCode()).isEqualTo(200);
    }
}
