package org.salus.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
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
import org.salus.evidence.Evidence;
import org.salus.evidence.LoadInput;
import org.salus.evidence.Progress;
import org.salus.ledger.AccountId;
import org.salus.ledger.Act;
import org.salus.ledger.Charter;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Member;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.Workspace;
import org.salus.people.Tokens;
import org.salus.portal.KeptView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Views of support are kept in a workspace: from the pivot's page, for all members or for oneself; renamed, removed, and opened as far as they mean something. */
@Tag("slow")
class ViewDoorsTest {
    private static final String FILE = """
            <iati-activities version="2.03"><iati-activity default-currency="USD"><iati-identifier>A-1</iati-identifier>
            <reporting-org ref="XM-A-1" type="10"><narrative>Norway</narrative></reporting-org>
            <title><narrative>Training of the police</narrative></title><activity-status code="4"/>
            <activity-date type="2" iso-date="2009-02-01"/><activity-date type="4" iso-date="2011-11-30"/>
            <participating-org role="1" type="10"><narrative>Norway</narrative></participating-org>
            <recipient-country code="BI"/><sector vocabulary="1" code="15132"/>
            <transaction><transaction-type code="3"/><transaction-date iso-date="2010-03-01"/><value value-date="2010-03-01">100</value></transaction>
            </iati-activity></iati-activities>""";

    @TempDir
    private static Path folder;

    private static RunningTeam team;
    private static AccountId ana;
    private static AccountId ben;
    private static Visitor anas;
    private static Visitor bens;

    private static String token = "";

    private Workspace workspace;
    private String page = "";

    @BeforeAll
    static void start() throws Exception {
        team = RunningTeam.start(folder, "requests-per-minute = 1000000");
        AccountId administrator = team.administrator("admin", "Admin");
        ana = team.account(administrator, "ana", "Ana");
        ben = team.account(administrator, "ben", "Ben");
        token = team.people()
                .tokens()
                .issue(team.as(ana), "test", Tokens.Scope.WRITE, 1)
                .secret()
                .reveal();
        anas = team.signedIn("ana");
        bens = team.signedIn("ben");
        Path file = Files.writeString(folder.resolve("aid.xml"), FILE);
        team.server()
                .context()
                .getBean(Evidence.class)
                .loads()
                .load(List.of(new LoadInput("aid.xml", "", file)), null, Progress.SILENT);
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
        page = "/workspaces/" + workspace.id() + "/views";
    }

    private List<Item<KeptView>> kept() {
        return workspace.view(ana).list(KeptView.KIND);
    }

    private String api(String method, String body) throws Exception {
        String[] signed = {"Authorization", "Bearer " + token};
        try (Visitor program = team.visitor()) {
            return (method.equals("GET")
                            ? program.get("/api/v1" + page, signed)
                            : program.submit(method, "/api/v1" + page, "application/json", body, signed))
                    .body();
        }
    }

    private JsonNode api() throws Exception {
        return JsonMapper.builder().build().readTree(api("GET", ""));
    }

    @Test
    void a_view_is_kept_from_the_page_of_its_pivot_and_listed_there() throws Exception {
        String pivot = "/countries/BDI/pivot?rows=funder&columns=year&measure=disbursements";
        assertThat(anas.get(pivot).body())
                .contains(page + "?measure=disbursements&amp;rows=funder&amp;columns=year&amp;country=BDI")
                .doesNotContain("[portal.");
        assertThat(anas.get(page + "?country=BDI&rows=funder&columns=year").body())
                .contains("Keep this view", "value=\"rows=funder&amp;columns=year\"")
                .doesNotContain("[portal.", "[workspace.");
        assertThat(anas.post(page, "name", "Who <pays>", "country", "BDI", "question", "rows=funder&columns=year")
                        .statusCode())
                .isEqualTo(303);
        assertThat(kept())
                .singleElement()
                .satisfies(item -> assertThat(item.value())
                        .isEqualTo(new KeptView("Who <pays>", "BDI", "rows=funder&columns=year")));
        assertThat(anas.get(pivot).body())
                .contains("Who &lt;pays&gt;", "href=\"/countries/BDI/pivot?rows=funder&amp;columns=year\"");
        assertThat(anas.get("/countries/BDI/pivot?rows=funder&columns=year").statusCode())
                .isEqualTo(200);
        assertThat(bens.get(pivot).body())
                .doesNotContain("Who &lt;pays&gt;", workspace.id().toString());
        assertThat(bens.get(page).statusCode()).isEqualTo(404);
    }

    @Test
    void a_view_kept_for_oneself_is_nobody_elses() throws Exception {
        assertThat(workspace.append(
                        ana,
                        new Edit.Put(new Item<>(
                                new ItemId(ben.value()),
                                Member.KIND,
                                Sensitivity.forMembers(),
                                List.of(),
                                new Member("Ben", Optional.empty(), "", Role.CONTRIBUTOR),
                                Set.of()))))
                .isInstanceOf(Outcome.Accepted.class);
        anas.post(page, "name", "All of us", "country", "BDI", "question", "rows=area");
        anas.post(page, "name", "Mine alone", "country", "BDI", "question", "rows=area", "audience", "me");

        assertThat(anas.get(page).body()).contains("All of us", "Mine alone");
        assertThat(bens.get(page).body()).contains("All of us").doesNotContain("Mine alone");
        assertThat(bens.get("/countries/BDI/pivot").body())
                .contains("All of us")
                .doesNotContain("Mine alone");
    }

    @Test
    void what_cannot_be_kept_is_said_beside_what_was_typed() throws Exception {
        String back = page + "?country=BDI&rows=area";
        assertThat(anas.post(page, "name", " ", "country", "BDI", "question", "rows=area", "back", back)
                        .body())
                .contains("A view has a name");
        assertThat(anas.post(page, "name", "x", "country", "BDI", "question", "rows=colour", "back", back)
                        .body())
                .contains("colour");
        assertThat(api("POST", "{\"name\":\"x\",\"country\":\"QQQ\",\"question\":\"\"}"))
                .contains("There is no country of the code");
        assertThat(kept()).isEmpty();
    }

    @Test
    void a_view_is_renamed_removed_and_brought_back_as_every_item() throws Exception {
        anas.post(page, "name", "The first name", "country", "BDI", "question", "rows=area");
        Item<KeptView> item = kept().getFirst();
        assertThat(workspace.append(
                        ana, new Edit.Put(item.saying(new KeptView("The second name", "BDI", "rows=area")))))
                .isInstanceOf(Outcome.Accepted.class);
        assertThat(anas.get(page).body()).contains("The second name").doesNotContain("The first name");

        Outcome removed =
                workspace.append(ana, List.of(new Edit.Remove(kept().getFirst())), Reason.of(Act.EDIT, "not needed"));
        assertThat(removed).isInstanceOf(Outcome.Accepted.class);
        assertThat(anas.get(page).body()).doesNotContain("The second name");
        anas.post(
                "/workspaces/" + workspace.id() + "/undo",
                "entry",
                ((Outcome.Accepted) removed).entry().toString());
        assertThat(anas.get(page).body()).contains("The second name");
    }

    @Test
    void a_stale_view_says_so_and_opens_the_nearest() throws Exception {
        assertThat(workspace.append(
                        ana,
                        new Edit.Put(Item.fresh(
                                KeptView.KIND, new KeptView("Old", "BDI", "rows=colour&columns=year&donor=Atlantis")))))
                .isInstanceOf(Outcome.Accepted.class);

        JsonNode view = api().path("views").path(0);
        assertThat(view.path("opens").asString()).isEqualTo("/countries/BDI/pivot?columns=year");
        assertThat(view.path("question").asString()).isEqualTo("rows=colour&columns=year&donor=Atlantis");
        assertThat(view.path("stale").size()).isEqualTo(2);
        assertThat(anas.get(page).body())
                .contains(
                        "Not opened as it was kept", "colour", "Atlantis", "href=\"/countries/BDI/pivot?columns=year\"")
                .doesNotContain("[portal.");
        // It may still be renamed.
        assertThat(workspace.append(
                        ana,
                        new Edit.Put(kept().getFirst()
                                .saying(new KeptView("Older", "BDI", "rows=colour&columns=year&donor=Atlantis")))))
                .isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void programs_keep_the_same() throws Exception {
        assertThat(api("POST", "{\"name\":\"By year\",\"country\":\"BDI\",\"question\":\"rows=area&columns=year\"}"))
                .contains("\"item\"");
        JsonNode view = api().path("views").path(0);
        assertThat(view.path("name").asString()).isEqualTo("By year");
        assertThat(view.path("opens").asString()).isEqualTo("/countries/BDI/pivot?rows=area&columns=year");
        assertThat(view.path("stale").size()).isZero();
        assertThat(view.path("sensitivity").asString()).isEqualTo("members");
    }
}
