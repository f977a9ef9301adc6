package org.salus.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.RunningTeam;
import org.salus.Visitor;
import org.salus.evidence.Evidence;
import org.salus.evidence.LoadInput;
import org.salus.evidence.Progress;
import org.salus.framework.DateSpan;
import org.salus.framework.Recorded;
import org.salus.framework.ReformArea;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Outcome;
import org.salus.ledger.Workspace;
import org.salus.people.Tokens;
import org.salus.sector.Actor;
import org.salus.sector.ActorType;
import org.salus.sector.KnownSupport;
import org.salus.sector.Name;
import org.salus.sector.Phase;
import org.salus.sector.Power;
import org.salus.sector.SupportAmount;
import org.salus.sector.SupportOrigin;
import org.salus.sector.SupportStage;
import org.salus.workspace.Answer;
import org.salus.workspace.Source;
import org.salus.workspace.SourceType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which donor helps which institution: the page, its rows and files, the API, what members say, and a sequencing conflict that is answered. */
@Tag("slow")
class InstitutionDoorsTest {
    @TempDir
    private static Path folder;

    private static RunningTeam team;
    private static AccountId ana;
    private static Visitor anas;
    private static Visitor bens;

    private static String token = "";

    private Workspace workspace;
    private Item<Actor> police;
    private Item<Actor> assembly;
    private String page = "";

    @BeforeAll
    static void start() throws Exception {
        team = RunningTeam.start(folder, "requests-per-minute = 1000000");
        AccountId administrator = team.administrator("admin", "Admin");
        ana = team.account(administrator, "ana", "Ana");
        team.account(administrator, "ben", "Ben");
        token = team.people()
                .tokens()
                .issue(team.as(ana), "test", Tokens.Scope.WRITE, 1)
                .secret()
                .reveal();
        anas = team.signedIn("ana");
        bens = team.signedIn("ben");
        Path file = Files.writeString(
                folder.resolve("aid.xml"),
                "<iati-activities version=\"2.03\">"
                        + activity("A-1", "Training of the National Police", "Norway", "2009-02-01", "100.01")
                        + activity(
                                "A-2",
                                "Complaints: National Police and National Assembly",
                                "Belgium",
                                "2011-02-01",
                                "33.33")
                        + activity("A-3", "Training of the police of one town", "Norway", "2010-02-01", "7")
                        + "</iati-activities>");
        team.server()
                .context()
                .getBean(Evidence.class)
                .loads()
                .load(List.of(new LoadInput("aid.xml", "", file)), null, Progress.SILENT);
    }

    private static String activity(String id, String title, String funder, String start, String paid) {
        return """
                <iati-activity default-currency="USD"><iati-identifier>%s</iati-identifier>
                <reporting-org ref="XM-%s" type="10"><narrative>%s</narrative></reporting-org>
                <title><narrative>%s</narrative></title><activity-status code="4"/>
                <activity-date type="2" iso-date="%s"/><activity-date type="4" iso-date="2013-11-30"/>
                <participating-org role="1" type="10"><narrative>%s</narrative></participating-org>
                <recipient-country code="BI"/><sector vocabulary="1" code="15132"/>
                <transaction><transaction-type code="3"/><transaction-date iso-date="2012-03-01"/><value value-date="2012-03-01">%s</value></transaction>
                </iati-activity>""".formatted(id, id, funder, title, start, funder, paid);
    }

    @AfterAll
    static void end() {
        anas.close();
        bens.close();
        team.close();
    }

    @BeforeEach
    void aWorkspace() {
        workspace = team.workspaces()
                .found(
                        new Charter("Ours", List.of("BDI"), "", "SSR", Optional.empty()),
                        ana,
                        "Ana",
                        Optional.empty(),
                        "");
        page = "/workspaces/" + workspace.id() + "/coordination/institutions";
        police = put("National Police", ActorType.POLICE);
        assembly = put("National Assembly", ActorType.PARLIAMENT);
    }

    private Item<Actor> put(String name, ActorType type) {
        Item<Actor> item = Item.fresh(
                Actor.KIND,
                Actor.of(new Phase(
                        DateSpan.OPEN,
                        List.of(Name.of(name)),
                        type.usualClass(),
                        Optional.of(type),
                        Optional.empty(),
                        Map.of(Power.USE_FORCE, Recorded.RECORDED))));
        assertThat(workspace.append(ana, new Edit.Put(item))).isInstanceOf(Outcome.Accepted.class);
        return workspace.view(ana).get(Actor.KIND, item.id());
    }

    private String api(String method, String path, String body) throws Exception {
        String[] signed = {"Authorization", "Bearer " + token};
        try (Visitor program = team.visitor()) {
            return (method.equals("GET")
                            ? program.get("/api/v1" + path, signed)
                            : program.submit(method, "/api/v1" + path, "application/json", body, signed))
                    .body();
        }
    }

    private JsonNode api(String path) throws Exception {
        return JsonMapper.builder().build().readTree(api("GET", path, ""));
    }

    private static BigDecimal decimal(JsonNode node) {
        return new BigDecimal(node.asString());
    }

    private BigDecimal of(JsonNode told, Item<Actor> institution) {
        for (JsonNode one : told.path("institutions")) {
            if (one.path("institution").asString().equals(institution.id().toString())) {
                return decimal(one.path("total"));
            }
        }
        return BigDecimal.ZERO;
    }

    @Test
    void rows_are_shared_out_and_every_total_is_that_of_the_rows() throws Exception {
        JsonNode told = api(page);

        assertThat(of(told, police)).isEqualByComparingTo("116.675");
        assertThat(of(told, assembly)).isEqualByComparingTo("16.665");
        assertThat(decimal(told.path("no_institution"))).isEqualByComparingTo("7");
        assertThat(decimal(told.path("total"))).isEqualByComparingTo("140.34");
        assertThat(told.path("shared").asInt()).isEqualTo(1);
        JsonNode rows = api(page + "?donor=Belgium&institution=" + assembly.id());
        assertThat(rows.path("rows").size()).isEqualTo(1);
        assertThat(decimal(rows.path("rows").path(0).path("percent"))).isEqualByComparingTo("50");
        assertThat(decimal(rows.path("sum"))).isEqualByComparingTo("16.665");
        assertThat(decimal(api(page + "?institution=none").path("sum"))).isEqualByComparingTo("7");
    }

    @Test
    void every_cell_of_the_page_leads_to_its_rows_and_both_are_files() throws Exception {
        String rows = page.replace("institutions", "institution-rows");
        assertThat(anas.get(page).body())
                .contains(
                        "National Police",
                        "No institution matched",
                        rows + "?donor=Belgium&amp;institution=" + assembly.id(),
                        rows + "?institution=none")
                .doesNotContain("[coordination.", "[portfolio.");
        assertThat(anas.get(rows + "?donor=Belgium&institution=" + assembly.id())
                        .body())
                .contains("Named in a title: National Assembly.", "/activities?id=A-2", "Say what supports whom")
                .doesNotContain("[coordination.", "[portfolio.");
        for (String file : List.of(page + ".csv", page + ".xlsx", rows + ".csv?institution=none", rows + ".xlsx")) {
            assertThat(anas.get(file).statusCode()).as(file).isEqualTo(200);
        }
        assertThat(bens.get(page).statusCode()).isEqualTo(404);
        assertThat(bens.get(rows).statusCode()).isEqualTo(404);
    }

    @Test
    void what_was_entered_stands_beside_what_is_reported_and_in_no_figure() throws Exception {
        assertThat(anas.get(page).body()).doesNotContain("Entered in this workspace");
        assertThat(workspace.append(
                        ana,
                        new Edit.Put(Item.fresh(
                                KnownSupport.KIND,
                                new KnownSupport(
                                        "A <neighbour>",
                                        "Radios",
                                        Optional.of(police.id()),
                                        Optional.empty(),
                                        "",
                                        Optional.of(ReformArea.find("1a").orElseThrow()),
                                        "",
                                        SupportStage.KNOWN,
                                        SupportAmount.of(BigDecimal.valueOf(500), "NOK"),
                                        DateSpan.OPEN,
                                        SupportOrigin.PRESS,
                                        Optional.empty(),
                                        "")))))
                .isInstanceOf(Outcome.Accepted.class);

        for (String beside : List.of(page, "/workspaces/" + workspace.id() + "/coordination")) {
            assertThat(anas.get(beside).body())
                    .contains(
                            "Entered in this workspace, beside what is reported",
                            "A &lt;neighbour&gt;",
                            "Radios",
                            "NOK 500",
                            "never added to them")
                    .doesNotContain("[coordination.", "[sector.");
        }
        JsonNode told = api(page);
        assertThat(decimal(told.path("total"))).isEqualByComparingTo("140.34");
        JsonNode entered = told.path("entered").path("support").path(0);
        assertThat(entered.path("institution").asString()).isEqualTo(police.id().toString());
        assertThat(entered.path("institution_name").asString()).isEqualTo("National Police");
        assertThat(entered.path("stage").asString()).contains("known");
        assertThat(decimal(told.path("entered").path("totals").path("known").path("NOK")))
                .isEqualByComparingTo("500");
        assertThat(api(page + "?area=4a").path("entered").path("support").size())
                .isZero();
    }

    @Test
    void what_members_say_counts_is_remembered_and_taken_back() throws Exception {
        assertThat(anas.post(
                                page,
                                "institution",
                                police.id().toString(),
                                "activity",
                                "A-3",
                                "verdict",
                                "supports",
                                "why",
                                "it is <their> station",
                                "back",
                                page)
                        .statusCode())
                .isEqualTo(303);
        assertThat(decimal(api(page).path("no_institution"))).isEqualByComparingTo("0");
        assertThat(of(api(page), police)).isEqualByComparingTo("123.675");
        assertThat(anas.get(page).body()).contains("it is &lt;their&gt; station");

        api(
                "POST",
                page,
                "{\"institution\":\"" + police.id()
                        + "\",\"activity\":\"A-1\",\"verdict\":\"not\",\"why\":\"a homonym\"}");
        JsonNode told = api(page);
        assertThat(told.path("judged").size()).isEqualTo(2);
        assertThat(decimal(told.path("no_institution"))).isEqualByComparingTo("100.01");
        assertThat(decimal(told.path("total"))).isEqualByComparingTo("140.34");

        // Taken back: the rules count again.
        Item<InstitutionJudgement> said =
                workspace.view(ana).get(InstitutionJudgement.KIND, InstitutionJudgement.id(police.id(), "A-1"));
        assertThat(workspace.append(ana, new Edit.Remove(said))).isInstanceOf(Outcome.Accepted.class);
        assertThat(decimal(api(page).path("no_institution"))).isEqualByComparingTo("0");
    }

    @Test
    void what_cannot_be_said_is_refused() throws Exception {
        String begin = "{\"institution\":\"" + police.id() + "\",\"activity\":";
        assertThat(api("POST", page, begin + "\"A-1\",\"verdict\":\"not\",\"why\":\" \"}"))
                .contains("Say why: others need your reason.");
        assertThat(api("POST", page, begin + "\"A-1\",\"verdict\":\"perhaps\",\"why\":\"x\"}"))
                .contains("supports, not");
        assertThat(api("POST", page, begin + "\"NOBODYS\",\"verdict\":\"not\",\"why\":\"x\"}"))
                .contains("\"status\":404");
        assertThat(api(
                        "POST",
                        page,
                        "{\"institution\":\"nobody\",\"activity\":\"A-1\",\"verdict\":\"not\",\"why\":\"x\"}"))
                .contains("\"status\":404");
        assertThat(workspace.view(ana).list(InstitutionJudgement.KIND)).isEmpty();
    }

    @Test
    void training_before_control_is_a_sequencing_conflict_that_is_answered_as_others() throws Exception {
        String findings = "/workspaces/" + workspace.id() + "/coordination";
        String name = "coordination:BDI:sequencing-conflict/" + police.id();
        assertThat(anas.get(findings).body())
                .contains("Sequencing conflicts", name, "1 February 2009", "1 February 2011", "/activities?id=A-1")
                .doesNotContain("[coordination.");
        assertThat(api(findings).path("gaps").toString()).contains("sequencing-conflict", name);

        assertThat(anas.post(
                                findings + "/answers",
                                "finding",
                                name,
                                "reply",
                                "disagree",
                                "because",
                                "control was paid by the budget",
                                "back",
                                findings)
                        .statusCode())
                .isEqualTo(303);
        assertThat(workspace.view(ana).list(Answer.KIND))
                .singleElement()
                .satisfies(answer -> assertThat(answer.value().about()).contains(police.id()));
        assertThat(anas.get(findings).body()).contains("control was paid by the budget");

        // Whoever knows that the complaints were about others says so: then nothing is known for control.
        api(
                "POST",
                page,
                "{\"institution\":\"" + police.id()
                        + "\",\"activity\":\"A-2\",\"verdict\":\"not\",\"why\":\"of others\"}");
        JsonNode told = api(findings);
        assertThat(told.path("gaps").toString()).doesNotContain("sequencing-conflict");
        assertThat(told.path("not_computed").toString()).contains("none recorded yet is not none");
    }

    @Test
    void findings_are_files_as_a_whole_and_one_by_one_and_so_are_sources() throws Exception {
        String findings = "/workspaces/" + workspace.id() + "/coordination";
        String name = "coordination:BDI:sequencing-conflict/" + police.id();
        String shown = anas.get(findings).body();
        assertThat(shown)
                .contains(
                        "href=\"" + findings + "/findings.csv\"",
                        "/findings.csv?country=BDI&amp;finding=coordination%3ABDI%3Asequencing-conflict%2F"
                                + police.id());

        String all = anas.get(findings + "/findings.csv").body();
        assertThat(all).contains("sequencing-conflict", name, "A-1", "A-2", "Training of the National Police");
        assertThat(anas.get(findings + "/findings.csv?kind=falling").body()).doesNotContain("A-1");
        String one =
                anas.get(findings + "/findings.csv?country=BDI&finding=" + name).body();
        assertThat(one).contains("A-1").doesNotContain("sequencing-conflict");
        assertThat(anas.get(findings + "/findings.xlsx").statusCode()).isEqualTo(200);
        assertThat(anas.get(findings + "/findings.csv?finding=coordination:BDI:nothing")
                        .statusCode())
                .isEqualTo(404);
        assertThat(anas.get(findings + "/findings.csv?colour=red").statusCode()).isEqualTo(400);
        assertThat(bens.get(findings + "/findings.csv").statusCode()).isEqualTo(404);

        String sources = "/workspaces/" + workspace.id() + "/sources";
        workspace.append(ana, new Edit.Put(Item.fresh(Source.KIND, Source.of(SourceType.DOCUMENT, "A yearly report"))));
        assertThat(anas.get(sources).body()).contains("href=\"" + sources + ".csv\"");
        assertThat(anas.get(sources + ".csv").body()).contains("A yearly report", "document");
        assertThat(anas.get(sources + ".xlsx").statusCode()).isEqualTo(200);
        assertThat(bens.get(sources + ".csv").statusCode()).isEqualTo(404);
    }
}
