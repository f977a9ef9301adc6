package org.salus.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.Visitor;
import org.salus.framework.PartialDate;
import org.salus.ledger.Item;
import org.salus.ledger.View;
import org.salus.workspace.PrivateLayers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Decisions and stances through their doors: pages, files and the API. */
class PoliticsDoorsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HOSTILE = "</p><script>alert(1)</script>'\"&";

    @TempDir
    private static Path folder;

    private static Chancery chancery;

    @BeforeAll
    static void start() throws Exception {
        chancery = new Chancery(folder);
    }

    @AfterAll
    static void end() {
        chancery.close();
    }

    @BeforeEach
    void another() {
        chancery.founded();
    }

    private static String get(Visitor visitor, String path) throws Exception {
        HttpResponse<String> answer = visitor.get(path);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        assertThat(answer.body()).as(path).doesNotContain("[appraisal.", "{0}");
        return answer.body();
    }

    private String decided(String title) throws Exception {
        get(chancery.anas, chancery.path("/politics"));
        return Chancery.done(
                chancery.anas,
                chancery.path("/politics/decisions"),
                "title",
                title,
                "day",
                "2026-05",
                "decided-by",
                "Cabinet",
                "payers",
                "Treasury",
                "absent",
                "Treasury\r\nStaff",
                "objectives",
                chancery.pay.toString());
    }

    @Test
    void a_decision_is_recorded_and_leads_to_its_item_and_what_follows() throws Exception {
        assertThat(get(chancery.anas, chancery.path("/politics")))
                .contains("No decision is on record yet", "No decision on “Pay reaches every post” is recorded yet");
        String item = decided("Pay goes through banks");
        assertThat(get(chancery.anas, item)).contains("Pay goes through banks", "Treasury", "Pay reaches every post");
        String page = get(chancery.evas, chancery.path("/politics"));
        assertThat(page)
                .contains(
                        "One decision is on record",
                        "May 2026",
                        "Treasury pays for “Pay goes through banks” every year and is recorded as not asked.",
                        "href=\"" + item + "\"")
                .doesNotContain("No decision on “Pay reaches every post”");
        assertThat(get(chancery.evas, chancery.path("/politics/decisions.csv")))
                .contains("decided_by", "Pay goes through banks", "Treasury; Staff");
        assertThat(chancery.evas.get(chancery.path("/politics/decisions.xlsx")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void windows_and_partnerships_are_recorded_with_their_terms() throws Exception {
        get(chancery.anas, chancery.path("/politics"));
        Chancery.done(
                chancery.anas,
                chancery.path("/politics/windows"),
                "title",
                "The budget of 2020",
                "opening",
                "budget-cycle",
                "until",
                "2020-06");
        Chancery.done(
                chancery.anas,
                chancery.path("/politics/partnerships"),
                "title",
                "Memorandum",
                "parties",
                "Donor: trainers\r\nMinistry: rooms",
                "conditions",
                "courts stay open");
        assertThat(get(chancery.evas, chancery.path("/politics")))
                .contains("closed", "budget cycle", "Donor: trainers; Ministry: rooms", "names no day on which");
    }

    @Test
    void a_stance_is_drawn_and_tabled_for_its_readers() throws Exception {
        String item = chancery.stance("organisation");
        String page = get(chancery.evas, chancery.path("/politics/stakeholders"));
        assertThat(page)
                .contains("You read one stance", "blocks", "canary-gains", "<svg", "Influence 4: decisive", item)
                .contains("nothing noted yet");
        assertThat(get(chancery.evas, chancery.path("/politics/stakeholders.svg")))
                .contains("<svg", "Treasury");
        assertThat(chancery.evas
                        .get(chancery.path("/politics/stakeholders.png"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(get(chancery.evas, chancery.path("/politics/matrix.csv")))
                .contains("Pay reaches every post", "blocks");
        assertThat(get(chancery.evas, chancery.path("/politics")))
                .contains("“Pay reaches every post” meets resistance of strong influence");
        assertThat(get(chancery.bens, chancery.path("/politics"))).doesNotContain("resistance");
    }

    @Test
    void an_actor_nobody_noted_a_stance_of_leads_to_the_form_that_has_chosen_it() throws Exception {
        String form = chancery.path("/politics/stakeholders?of=" + chancery.treasury);
        assertThat(get(chancery.anas, chancery.path("/politics"))).contains("href=\"" + form + "#add-stances\"");
        assertThat(get(chancery.anas, form))
                .contains("<option value=\"" + chancery.treasury + "\" selected>Treasury</option>");
        assertThat(get(chancery.evas, form)).doesNotContain("<textarea");
    }

    @Test
    void beside_an_objective_and_an_actor_their_readers_are_told_and_nobody_else_is() throws Exception {
        decided("Pay goes through banks");
        chancery.stance("");
        chancery.redLine("organisation");
        String objective = chancery.path("/items/" + chancery.pay);
        String actor = chancery.path("/items/" + chancery.treasury);
        assertThat(get(chancery.anas, objective))
                .contains("Decided May 2026: Pay goes through banks", "blocks: Treasury");
        assertThat(get(chancery.anas, "/api/v1" + objective)).contains("blocks: Treasury");
        assertThat(get(chancery.anas, actor)).contains("On “Pay reaches every post”: blocks", "Red line: canary-line");
        assertThat(get(chancery.evas, actor)).contains("Red line: canary-line").doesNotContain("blocks");
        assertThat(get(chancery.bens, objective))
                .contains("Pay goes through banks")
                .doesNotContain("blocks: Treasury");
        assertThat(get(chancery.bens, actor)).doesNotContain("canary-line");
    }

    @Test
    void files_that_go_from_hand_to_hand_hold_what_all_members_may_read() throws Exception {
        decided("Pay goes through banks");
        chancery.put(Item.fresh(
                        EntryPoint.KIND,
                        new EntryPoint(
                                "canary-window",
                                Opening.LAW,
                                Optional.empty(),
                                Optional.of(PartialDate.of(LocalDate.now(Clock.systemUTC()))),
                                List.of(),
                                "",
                                "",
                                ""))
                .meantFor(chancery.forDonor()));
        chancery.stance("organisation");
        assertThat(get(chancery.evas, chancery.path("/politics")))
                .contains("canary-window", "meets resistance", "Pay goes through banks");
        for (String table : List.of("decisions", "windows", "findings", "to-ask")) {
            assertThat(get(chancery.evas, chancery.path("/politics/" + table + ".csv")))
                    .as(table)
                    .isEqualTo(get(chancery.bens, chancery.path("/politics/" + table + ".csv")))
                    .doesNotContain("canary-window", "resistance", "stands");
        }
        HttpResponse<String> few = chancery.evas.get(chancery.path("/politics/stances.csv"));
        assertThat(few.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("for-few");
        assertThat(few.body()).contains("canary-gains");
    }

    @Test
    void where_nobody_chooses_a_stance_is_kept_in_a_private_layer_and_edited_there() throws Exception {
        View before = chancery.workspace.view(chancery.ana);
        String item = chancery.stance("");
        assertThat(chancery.workspace.view(chancery.ana).heads()).isEqualTo(before.heads());
        List<View> layers = PrivateLayers.of(chancery.workspace.id(), chancery.ana, chancery.team.workspaces());
        assertThat(layers).hasSize(1);
        assertThat(item).startsWith("/workspaces/" + layers.getFirst().workspace());
        assertThat(get(chancery.anas, item)).contains("Treasury", "canary-gains");
        assertThat(get(chancery.anas, chancery.path("/politics/stakeholders"))).contains("private layer", "Treasury");
        assertThat(get(chancery.anas, "/workspaces/" + layers.getFirst().workspace() + "/politics/stakeholders"))
                .contains("You read one stance", "Treasury");
        assertThat(get(chancery.evas, chancery.path("/politics/stakeholders"))).contains("You read no stance");
    }

    @Test
    void nobody_makes_a_stance_public_by_accident() throws Exception {
        String item = chancery.stance("me");
        String page = get(chancery.anas, item);
        String basis = page.replaceAll("(?s).*name=\"basis\" value=\"([^\"]*)\".*", "$1");
        HttpResponse<String> answer =
                chancery.anas.post(item + "/sensitivity", "audience", "public", "basis", basis, "why", "by accident");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("Nobody makes it public");
        HttpResponse<String> written = chancery.anas.submit(
                "POST",
                "/api/v1" + chancery.path("/politics/stances"),
                "application/json",
                "{\"actor-name\":\"x\",\"objective-name\":\"y\",\"keep\":\"public\"}");
        assertThat(written.statusCode()).isEqualTo(400);
    }

    @Test
    void hostile_text_stays_text() throws Exception {
        decided(HOSTILE);
        get(chancery.anas, chancery.path("/politics/stakeholders"));
        Chancery.done(
                chancery.anas,
                chancery.path("/politics/stances"),
                "actor-name",
                HOSTILE,
                "objective-name",
                HOSTILE,
                "attitude",
                "waits",
                "influence",
                "2",
                "keep",
                "me");
        for (String page : List.of("/politics", "/politics/stakeholders", "/politics/stakeholders.svg")) {
            assertThat(get(chancery.anas, chancery.path(page)))
                    .as(page)
                    .contains("alert(1)")
                    .doesNotContain("<script>alert(1)");
        }
    }

    @Test
    void letters_that_turn_a_text_round_are_refused_with_what_was_typed() throws Exception {
        get(chancery.anas, chancery.path("/politics"));
        HttpResponse<String> answer = chancery.anas.post(
                chancery.path("/politics/decisions"), "title", "Pay\u202Eyap", "document", "Minutes");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("U+202E", "value=\"Minutes\"");
    }

    @Test
    void a_program_reads_and_notes_the_same() throws Exception {
        String api = "/api/v1" + chancery.path("/politics");
        HttpResponse<String> noted = chancery.anas.submit(
                "POST",
                api + "/decisions",
                "application/json",
                "{\"title\":\"Pay goes through banks\",\"asked\":[\"Staff\",\"Bank\"],\"objectives\":[\"" + chancery.pay
                        + "\"]}");
        assertThat(noted.statusCode()).as(noted.body()).isEqualTo(200);
        JsonNode all = JSON.readTree(get(chancery.evas, api));
        assertThat(all.path("decisions").path(0).path("asked").size()).isEqualTo(2);
        assertThat(all.path("to_be_asked").path(0).path("kind").asString()).isEqualTo("payer-not-recorded");
        assertThat(JSON.readTree(get(chancery.evas, api + "/decisions")).path("decisions"))
                .isEqualTo(all.path("decisions"));
        assertThat(chancery.evas.get(api + "/rumours").statusCode()).isEqualTo(404);
        assertThat(chancery.anas
                        .submit("POST", api + "/decisions", "application/json", "{\"titel\":\"x\"}")
                        .statusCode())
                .as("a name that means nothing")
                .isEqualTo(400);
        assertThat(chancery.anas
                        .submit("POST", api + "/decisions", "application/json", "{\"title\":\"\"}")
                        .statusCode())
                .as("refused by a rule")
                .isEqualTo(422);
        assertThat(chancery.evas
                        .submit("POST", api + "/decisions", "application/json", "{\"title\":\"x\"}")
                        .statusCode())
                .as("a reader writes nothing")
                .isBetween(400, 403);
    }
}
