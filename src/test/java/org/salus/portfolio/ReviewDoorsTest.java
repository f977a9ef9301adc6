package org.salus.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
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
import org.salus.evidence.Evidence;
import org.salus.evidence.LoadInput;
import org.salus.evidence.Progress;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Workspace;
import org.salus.people.Tokens;

/** Judging activities through its doors: the page with and without a reason, many at once, undo, the API, the file of labels. */
@Tag("slow")
class ReviewDoorsTest {
    @TempDir
    private static Path folder;

    private static RunningTeam team;
    private static AccountId ana;
    private static Visitor anas;
    private static String token;

    private Workspace workspace;
    private String queue = "";

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
        Path file = Files.writeString(
                folder.resolve("aid.xml"),
                "<iati-activities version=\"2.03\">"
                        + activity("R-1, of the police", "Training of the national police", "15210")
                        + activity("R/2 <b>", "Support to &lt;script&gt;something&lt;/script&gt;", "15220")
                        + "</iati-activities>");
        team.server()
                .context()
                .getBean(Evidence.class)
                .loads()
                .load(List.of(new LoadInput("aid.xml", "", file)), null, Progress.SILENT);
    }

    private static String activity(String id, String title, String sector) {
        return """
                <iati-activity default-currency="USD"><iati-identifier>%s</iati-identifier>
                <reporting-org ref="XM-1" type="10"><narrative>A donor</narrative></reporting-org>
                <title><narrative>%s</narrative></title><recipient-country code="BI"/>
                <sector vocabulary="1" code="%s"/>
                <transaction><transaction-type code="2"/><transaction-date iso-date="2010-03-01"/><value value-date="2010-03-01">100</value></transaction>
                </iati-activity>""".formatted(id.replace("<", "&lt;").replace(">", "&gt;"), title, sector);
    }

    @AfterAll
    static void end() {
        anas.close();
        team.close();
    }

    @BeforeEach
    void aWorkspace() {
        workspace = found("BDI");
        queue = "/workspaces/" + workspace.id() + "/portfolio";
    }

    private static Workspace found(String country) {
        return team.workspaces()
                .found(
                        new Charter("Ours", List.of(country), "", "SSR", Optional.empty()),
                        ana,
                        "Ana",
                        Optional.empty(),
                        "");
    }

    private Judgements judgements() {
        return Judgements.of(workspace.view(ana));
    }

    @Test
    void one_is_agreed_to_by_its_own_button_and_the_step_can_be_undone() throws Exception {
        assertThat(anas.get(queue).body())
                .contains("2 activities of this country are loaded", "Nobody has judged any of them yet")
                .contains("Support to &lt;script&gt;something")
                .doesNotContain("<script>something");
        HttpResponse<String> agreed =
                anas.post(queue, "agree", "R-1, of the police", "country", "BDI", "back", queue + "?state=open");
        assertThat(agreed.statusCode()).as(agreed.body()).isEqualTo(303);
        assertThat(agreed.headers().firstValue("Location"))
                .hasValueSatisfying(where -> assertThat(where).endsWith(queue + "?state=open"));
        assertThat(judgements().find("R-1, of the police").orElseThrow().value().agrees())
                .isTrue();
        assertThat(anas.get(queue + "?state=judged").body()).contains("Ana agrees with the program", "labels.tsv");
        assertThat(anas.post("/workspaces/" + workspace.id() + "/undo").statusCode())
                .isLessThan(400);
        assertThat(judgements().find("R-1, of the police")).isEmpty();
        HttpResponse<String> again =
                anas.post(queue, "agree", "R-1, of the police", "country", "BDI", "back", queue + "?state=open");
        assertThat(again.statusCode()).as("what was undone can be said again").isEqualTo(303);
        assertThat(judgements().find("R-1, of the police")).isPresent();
    }

    @Test
    void many_are_corrected_at_once_and_what_lacks_a_reason_is_shown_again_with_what_was_typed() throws Exception {
        HttpResponse<String> refused = anas.post(
                queue, "activity", "R-1, of the police", "activity", "R/2 <b>", "area", "3", "why", "", "back", queue);
        assertThat(refused.statusCode()).isBetween(400, 499);
        assertThat(refused.body()).contains("Say why", "checked");
        assertThat(judgements().all()).isEmpty();
        HttpResponse<String> kept = anas.post(
                queue,
                "activity",
                "R-1, of the police",
                "activity",
                "R/2 <b>",
                "area",
                "3",
                "why",
                "both train <judges>",
                "back",
                queue);
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(303);
        assertThat(judgements().all()).hasSize(2);
        assertThat(anas.get(queue + "?state=judged&q=R%2F2").body()).contains("both train &lt;judges&gt;");
        assertThat(anas.get(queue + "/labels.tsv?country=BDI").body().lines()).hasSize(3);
        assertThat(anas.post(queue, "area", "3", "back", queue).body()).contains("Tick at least one");
        assertThat(anas.post(queue, "activity", "R-1, of the police", "area", "9z", "back", queue)
                        .body())
                .contains("1a, 1b, 1c");
    }

    @Test
    void a_workspace_about_no_country_of_open_data_says_so() throws Exception {
        HttpResponse<String> page = anas.get("/workspaces/" + found("XZU").id() + "/portfolio");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("names no country that open data speak of");
    }

    @Test
    void programs_judge_as_people_do_and_are_told_what_is_wrong() throws Exception {
        assertThat(api("GET", "", "")).contains("\"activity\":\"R-1, of the police\"", "\"proposed\":{\"area\":\"2b\"");
        assertThat(
                        api(
                                "POST",
                                "/judgements",
                                "{\"activities\":[\"R-1, of the police\"],\"area\":\"2b\",\"second\":\"3\",\"percent\":\"12.5\",\"why\":\"x\"}"))
                .contains("\"judged\":1");
        assertThat(api("GET", "?state=judged", "")).contains("\"shares\":{\"2b\":\"87.5\",\"3\":\"12.5\"}");
        assertThat(api("GET", "/labels.tsv", "")).contains("\tR-1, of the police\tTraining of the national police\t");
        assertThat(api("POST", "/judgements", "{\"activities\":[\"R-1, of the police\"],\"area\":\"4a\"}"))
                .contains("\"status\":422", "Say why");
        assertThat(api("POST", "/judgements", "{\"activities\":[\"nope\"]}")).contains("\"status\":404", "nope");
        assertThat(api("POST", "/judgements", "{}")).contains("\"status\":400");
        assertThat(api(
                        "POST",
                        "/judgements",
                        "{\"activities\":[\"R-1, of the police\"],\"percent\":\"NaN\",\"area\":\"3\"}"))
                .contains("\"status\":400");
        assertThat(api("GET", "?order=backwards", "")).contains("\"status\":400", "certainty, money, doubt");
    }

    private String api(String method, String below, String body) throws Exception {
        String path = "/api/v1" + queue + below;
        String[] signed = {"Authorization", "Bearer " + token};
        try (Visitor program = team.visitor()) {
            return (method.equals("GET")
                            ? program.get(path, signed)
                            : program.submit(method, path, "application/json", body, signed))
                    .body();
        }
    }
}
