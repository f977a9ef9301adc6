package org.salus.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.RunningTeam;
import org.salus.Visitor;
import org.salus.evidence.Countries;
import org.salus.evidence.Evidence;
import org.salus.evidence.LoadInput;
import org.salus.evidence.Progress;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Edit;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Workspace;
import org.salus.people.Tokens;

/** Organisations through their doors: the page with preview, one and many; the API with and without a workspace; undone and said again. */
@Tag("slow")
class OrganisationDoorsTest {
    @TempDir
    private static Path folder;

    private static RunningTeam team;
    private static AccountId ana;
    private static Visitor anas;
    private static String token;

    private Workspace workspace;
    private String page = "";

    @BeforeAll
    static void start() throws Exception {
        team = RunningTeam.start(folder, "requests-per-minute = 1000000");
        AccountId administrator = team.administrator("admin", "Admin");
        ana = team.account(administrator, "ana", "Ana");
        anas = team.signedIn("ana");
        token = team.people()
                .tokens()
                .issue(team.as(ana), "test", Tokens.Scope.WRITE, 1)
                .secret()
                .reveal();
        Path file = Files.writeString(folder.resolve("aid.xml"), """
                <iati-activities version="2.03"><iati-activity default-currency="USD"><iati-identifier>R-1</iati-identifier>
                <reporting-org ref="41114" type="40"><narrative>UNDP</narrative></reporting-org>
                <participating-org role="4" ref="GB-CHC-7" type="21"><narrative>Mercy &lt;b&gt; Bridge</narrative></participating-org>
                <participating-org role="4" ref="NL-KVK-7"><narrative>Mercy &lt;b&gt; Bridge</narrative></participating-org>
                <participating-org role="1"><narrative>United Nations Development Programme (UNDP)</narrative></participating-org>
                <title><narrative>Something</narrative></title><recipient-country code="BI"/></iati-activity></iati-activities>""");
        StringBuilder many = new StringBuilder("<iati-activities version=\"2.03\">");
        for (int at = 100; at < 220; at++) {
            many.append("<iati-activity default-currency=\"USD\"><iati-identifier>M-")
                    .append(at)
                    .append(
                            "</iati-identifier><reporting-org ref=\"41114\" type=\"40\"><narrative>UNDP</narrative></reporting-org>")
                    .append(
                            "<participating-org role=\"4\"><narrative>aiddata</narrative></participating-org><title><narrative>Work ")
                    .append(at)
                    .append("</narrative></title><recipient-country code=\"RW\"/></iati-activity>");
        }
        Path rwanda = Files.writeString(folder.resolve("many.xml"), many.append("</iati-activities>"));
        team.server()
                .context()
                .getBean(Evidence.class)
                .loads()
                .load(
                        List.of(new LoadInput("aid.xml", "", file), new LoadInput("many.xml", "", rwanda)),
                        null,
                        Progress.SILENT);
    }

    @AfterAll
    static void end() {
        anas.close();
        team.close();
    }

    @BeforeEach
    void aWorkspace() {
        workspace = team.workspaces()
                .found(
                        new Charter("Ours", List.of("BDI", "RWA"), "", "SSR", Optional.empty()),
                        ana,
                        "Ana",
                        Optional.empty(),
                        "");
        page = "/workspaces/" + workspace.id() + "/portfolio/organisations";
    }

    private OrganisationJudgements said() {
        return OrganisationJudgements.of(workspace.view(ana));
    }

    @Test
    void a_pair_is_previewed_then_joined_and_shown_with_who_said_so() throws Exception {
        assertThat(anas.get(page).body())
                .contains("3 organisations are named", "Mercy &lt;b&gt; Bridge")
                .doesNotContain("Mercy <b>");
        assertThat(anas.get(page + "?show=proposals").body()).contains("GB-CHC-7\tNL-KVK-7", "0.90");
        assertThat(anas.post(page, "group", "GB-CHC-7\tNL-KVK-7", "verdict", "same", "act", "preview")
                        .body())
                .contains("They would become one", "Mercy &lt;b&gt; Bridge (1)");
        assertThat(said().counting()).isEmpty();
        assertThat(anas.post(page, "group", "GB-CHC-7\tNL-KVK-7", "verdict", "same", "why", "one <house>", "back", page)
                        .statusCode())
                .isEqualTo(303);
        assertThat(said().counting()).hasSize(1);
        assertThat(anas.get(page).body()).contains("2 organisations are named", "one &lt;house&gt;", "Ana");
        assertThat(anas.get(page + "?key=NL-KVK-7").body()).contains("somebody says so", "R-1");
        assertThat(anas.post(page, "group", "GB-CHC-7\tNL-KVK-7", "verdict", "same", "back", page)
                        .body())
                .contains("Say why");
    }

    @Test
    void the_page_of_pairs_says_what_to_tick_keeps_its_list_and_says_when_none_waits() throws Exception {
        String pairs = page + "?show=proposals";
        assertThat(anas.post(page, "verdict", "same", "why", "x", "show", "proposals", "back", pairs)
                        .body())
                .contains("Tick at least one pair.", "GB-CHC-7\tNL-KVK-7");
        String preview = anas.post(
                        page,
                        "group",
                        "GB-CHC-7\tNL-KVK-7",
                        "verdict",
                        "same",
                        "act",
                        "preview",
                        "show",
                        "proposals",
                        "page",
                        "1")
                .body();
        assertThat(preview).contains("They would become one", "Say of those that are ticked", " checked");
        assertThat(preview).contains("name=\"back\" value=\"" + page + "?show=proposals&amp;page=1\"");
        assertThat(anas.post(page, "group", "GB-CHC-7\tNL-KVK-7", "verdict", "same", "why", "x", "back", pairs)
                        .headers()
                        .firstValue("location"))
                .hasValueSatisfying(back -> assertThat(back).endsWith("show=proposals"));
        assertThat(anas.get(pairs).body())
                .contains("No pair waits: no two organisations")
                .doesNotContain("Say of those that are ticked", "<thead>");
        assertThat(anas.post(page, "group", "GB-CHC-7\tNL-KVK-7", "verdict", "same", "act", "preview")
                        .body())
                .contains("Nothing would change: this is so already.");
    }

    @Test
    void one_organisation_has_its_name_its_kinds_in_words_and_its_activities_by_title_in_parts() throws Exception {
        String one = anas.get(page + "?country=RWA&key=name:aiddata").body();
        assertThat(one)
                .contains(">aiddata</h1>", "120 activities", "no reference", ">Work 100</a>", "page=2#activities")
                .doesNotContain(">Work 200</a>", "· name:aiddata");
        assertThat(anas.get(page + "?country=RWA&key=name:aiddata&page=2").body())
                .contains(">Work 200</a>")
                .doesNotContain(">Work 100</a>");
        assertThat(anas.get(page + "?key=GB-CHC-7").body()).contains("type stated: International NGO");
    }

    @Test
    void what_the_page_shows_in_parts_is_a_file_as_a_whole() throws Exception {
        String below = page.replace("/organisations", "");
        String all = anas.get(page + ".csv").body();
        assertThat(all).contains("GB-CHC-7", "NL-KVK-7", "Mercy <b> Bridge");
        assertThat(anas.get(page + "?q=mercy").body()).containsPattern("organisations\\.csv\\?[^\"]*q=mercy");
        assertThat(anas.get(page + ".csv?q=nobody").body().lines()).hasSize(1);
        assertThat(anas.get(below + "/organisation-pairs.csv").body()).contains("GB-CHC-7", "NL-KVK-7", "0.9");
        assertThat(anas.get(page + "?country=RWA&key=name:aiddata").body())
                .contains("/organisation-activities.csv?", "/organisation-names.xlsx?");
        String key = "?country=RWA&key=name:aiddata";
        assertThat(anas.get(below + "/organisation-activities.csv" + key).body().lines())
                .hasSize(121)
                .anyMatch(line -> line.contains("Work 219"));
        assertThat(anas.get(below + "/organisation-names.csv" + key).body()).contains("name:aiddata", "120");
        assertThat(anas.get(page + ".xlsx").statusCode()).isEqualTo(200);
        assertThat(anas.get(below + "/organisation-names.csv?key=name:nobody").statusCode())
                .isEqualTo(404);
        assertThat(anas.get(page + ".csv?colour=red").statusCode()).isEqualTo(400);
    }

    @Test
    void what_changes_nothing_because_nobody_is_named_so_any_more_says_so() throws Exception {
        workspace.append(
                ana,
                List.of(new Edit.Put(new OrganisationJudgement(
                                List.of("GB-CHC-7", "name:gone"), OrganisationVerdict.SAME, "we knew", "")
                        .fresh())),
                Reason.EDIT);
        assertThat(anas.get(page).body())
                .contains("changes nothing: not all of them are named here any more", "name:gone", "we knew");
    }

    @Test
    void what_was_said_is_undone_and_said_again_the_other_way() {
        TypedOrganisations same =
                new TypedOrganisations(OrganisationVerdict.SAME, List.of(List.of("GB-CHC-7", "NL-KVK-7")), "x");
        Organisations organisations = organisations();
        Outcome done = workspace.append(ana, same.edits(organisations, workspace.view(ana)), Reason.EDIT);
        assertThat(done).isInstanceOf(Outcome.Accepted.class);
        assertThat(same.edits(organisations, workspace.view(ana))).isEmpty();
        workspace.undo(ana, ((Outcome.Accepted) done).entry());
        assertThat(said().counting()).isEmpty();
        TypedOrganisations apart =
                new TypedOrganisations(OrganisationVerdict.APART, List.of(List.of("NL-KVK-7", "GB-CHC-7")), "x");
        assertThat(workspace.append(ana, apart.edits(organisations, workspace.view(ana)), Reason.EDIT))
                .isInstanceOf(Outcome.Accepted.class);
        assertThat(organisations().proposals()).isEmpty();
    }

    private Organisations organisations() {
        Evidence evidence = team.server().context().getBean(Evidence.class);
        return Organisations.of(
                evidence.snapshot().activities().in(Countries.shipped().get("BDI")), said());
    }

    @Test
    void programs_read_them_and_say_the_same() throws Exception {
        assertThat(api("GET", "/countries/BDI/organisations", ""))
                .contains("\"key\":\"XM-DAC-41114\"", "\"count\":3", "\"why\":\"alias\"", "\"score\":\"0.90\"");
        assertThat(api("GET", "/countries/BDI/organisations?role=civil-society", ""))
                .contains("GB-CHC-7")
                .doesNotContain("\"key\":\"NL-KVK-7\"");
        assertThat(api("GET", "/countries/XQQ/organisations", "")).contains("\"status\":404");
        assertThat(api("GET", "/countries/BDI/organisations?role=boss", ""))
                .contains("\"status\":400", "donor, implementer, government");
        String path = "/workspaces/" + workspace.id() + "/portfolio/organisations";
        String group = "{\"verdict\":\"same\",\"organisations\":[\"GB-CHC-7\",\"NL-KVK-7\"]";
        assertThat(api("POST", path, group + ",\"why\":\"x\"}")).contains("\"said\":1");
        assertThat(api("GET", path, "")).contains("\"count\":2", "\"verdict\":\"same\"", "\"judged\":true");
        assertThat(api("GET", path + "?key=NL-KVK-7", "")).contains("\"activity_identifiers\":[\"R-1\"]");
        assertThat(api("POST", path, group + "}")).contains("\"status\":422", "Say why");
        assertThat(api("POST", path, "{\"verdict\":\"perhaps\",\"organisations\":[\"a\",\"b\"]}"))
                .contains("\"status\":400", "same, apart");
        assertThat(api("POST", path, "{\"verdict\":\"same\",\"why\":\"x\",\"organisations\":[\"nope\",\"GB-CHC-7\"]}"))
                .contains("\"status\":404", "nope");
        assertThat(api("POST", path, "{}")).contains("\"status\":400");
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
}
