package org.salus.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.RunningTeam;
import org.salus.Visitor;
import org.salus.goals.Goal;
import org.salus.goals.Indicator;
import org.salus.goals.ResultsChain;
import org.salus.ledger.AccountId;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Studies on pages and for programs: brought, looked at, asked, kept, repeated; and by whom they are seen. */
@Tag("slow")
class ImpactDoorsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BETWEEN = "between-the-parts";

    @TempDir
    private Path folder;

    private RunningTeam team;
    private Workspace workspace;
    private AccountId ana;
    private Visitor anas;
    private Visitor bens;
    private ItemId goal = ItemId.fresh();
    private ItemId indicator = ItemId.fresh();
    private String indicatorPage = "";

    @BeforeEach
    void aWorkspaceWithAGoal() throws Exception {
        team = RunningTeam.start(folder, "requests-per-minute = 1000000");
        AccountId administrator = team.administrator("admin", "Admin");
        ana = team.account(administrator, "ana", "Ana");
        AccountId ben = team.account(administrator, "ben", "Ben");
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
        Item<ResultsChain> chain = Item.fresh(ResultsChain.KIND, ResultsChain.of("A draft"));
        put(chain);
        Item<Goal> markets = Item.fresh(Goal.KIND, Goal.of(chain.id(), "Markets are safe"));
        put(markets);
        goal = markets.id();
        Item<Indicator> robberies = Item.fresh(Indicator.KIND, Indicator.of(chain.id(), goal, "Robberies a month"));
        put(robberies);
        indicator = robberies.id();
        indicatorPage = "/workspaces/" + workspace.id() + "/goals/" + chain.id() + "/measurements/" + indicator;
        anas = team.signedIn("ana");
        bens = team.signedIn("ben");
    }

    private void put(Item<?> item) {
        assertThat(workspace.append(ana, List.of(new Edit.Put(item)), Reason.EDIT))
                .isInstanceOf(Outcome.Accepted.class);
    }

    @AfterEach
    void stop() {
        anas.close();
        bens.close();
        team.close();
    }

    private String path(String below) {
        return "/workspaces/" + workspace.id() + "/impact" + below;
    }

    /** Twenty months, of which the last six are nine higher; beside whom somebody had counted. */
    private static String months() {
        StringBuilder lines = new StringBuilder("month;robberies;counted by\n");
        for (int month = 1; month <= 20; month++) {
            lines.append(month)
                    .append(';')
                    .append(20 + month % 3 + (month > 14 ? 9 : 0))
                    .append(";secret person\n");
        }
        return lines.toString();
    }

    private HttpResponse<String> upload(Visitor visitor, byte[] content, String name) throws Exception {
        visitor.get(path(""));
        return visitor.submit(
                "POST",
                path("/tables"),
                "multipart/form-data; boundary=" + BETWEEN,
                "--" + BETWEEN + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                        + new String(content, StandardCharsets.ISO_8859_1) + "\r\n--" + BETWEEN + "--\r\n");
    }

    private static String place(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("#.*", "");
    }

    /** A study of that table, not asked yet. */
    private String begun(String keep) throws Exception {
        String brought = place(upload(anas, months().getBytes(StandardCharsets.UTF_8), "months.csv"));
        HttpResponse<String> look = anas.get(brought);
        assertThat(look.statusCode()).isEqualTo(200);
        assertThat(look.body())
                .contains("months.csv: 20 rows, 3 columns", "Nothing of it is kept yet", "secret person");
        return place(anas.post(
                brought + "/keep",
                "title",
                "Patrols and robberies",
                "asks",
                "Did patrols change robberies?",
                "columns",
                "month",
                "columns",
                "robberies",
                "keep",
                keep));
    }

    private HttpResponse<String> ask(String study, String from) throws Exception {
        return anas.post(
                study,
                "title",
                "Patrols and robberies",
                "method",
                "its",
                "time",
                "month",
                "outcome",
                "robberies",
                "from",
                from,
                "about",
                goal.toString(),
                "about",
                indicator.toString());
    }

    @Test
    void a_table_is_brought_asked_kept_and_told_beside_the_goal_it_speaks_of() throws Exception {
        String study = begun("members");
        assertThat(anas.get(study).body()).contains("Nothing can be worked out as it is asked now", "open>");
        assertThat(place(ask(study, "15"))).isEqualTo(study);
        String page = anas.get(study).body();
        assertThat(page)
                .contains("data-verdict=\"effect-told\"", "The series breaks where it was said to", "9.")
                .contains("This is what was kept", "data-chart-light", "Markets are safe", "Taken for granted")
                .contains("Script in R", "Digest of the rows")
                .doesNotContain("secret person");
        assertThat(page + anas.get(path("")).body()).as("a text without words").doesNotContain("[impact.");
        assertThat(page.indexOf("id=\"verdict\""))
                .as("words before pictures")
                .isLessThan(page.indexOf("class=\"chart\""));
        assertThat(anas.get("/workspaces/" + workspace.id() + "/items/" + goal).body())
                .contains("Patrols and robberies: an effect can be told");
        assertThat(anas.get(indicatorPage).body()).contains("Patrols and robberies: an effect can be told");
        assertThat(anas.get(path("")).body()).contains("One study.", "An effect can be told in 1");
        HttpResponse<String> series = anas.get(study + "/series.csv");
        assertThat(series.body()).contains("time,observed,expected,gap", "\n1,21,");
        assertThat(anas.get(study + "/placebos.xlsx").body()).startsWith("PK");
        assertThat(anas.get(path("/studies.csv")).body()).contains("Patrols and robberies");
        assertThat(anas.get(study + "/events.csv").statusCode()).isEqualTo(404);
        HttpResponse<String> rows = anas.get(study + "/rows/data.csv");
        assertThat(rows.body()).startsWith("month,robberies\n1,21\n").doesNotContain("secret");
        String name = rows.headers().firstValue("Content-Disposition").orElseThrow();
        for (String script : List.of("/repeat.R", "/repeat.py")) {
            String program = anas.get(study + script).body();
            assertThat(name).contains(program.replaceFirst("(?s).*?\"(impact-[0-9a-f]+\\.csv)\".*", "$1"));
        }
    }

    @Test
    void what_the_table_does_not_allow_is_said_at_its_field_and_what_was_typed_stays() throws Exception {
        String study = begun("members");
        HttpResponse<String> early = ask(study, "0");
        assertThat(early.statusCode()).isEqualTo(400);
        assertThat(early.body())
                .contains("lies before the first figure", "value=\"0\"", "aria-invalid=\"true\"")
                .containsPattern("id=\"from\"[^>]*aria-invalid|aria-invalid[^>]*id=\"from\"");
        assertThat(anas.get(study).body()).contains("data-verdict=\"none\"");
    }

    @Test
    void files_that_are_no_tables_are_refused_where_they_were_chosen() throws Exception {
        HttpResponse<String> empty = upload(anas, new byte[0], "nothing.csv");
        assertThat(empty.statusCode()).isEqualTo(400);
        HttpResponse<String> head = upload(anas, "month,robberies\n".getBytes(StandardCharsets.UTF_8), "head.csv");
        assertThat(head.body()).contains("holds no rows of figures");
        HttpResponse<String> other = upload(anas, new byte[] {0, 1, 2, 3, 4, 5}, "picture.png");
        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(other.body()).contains("neither a workbook nor a text");
        HttpResponse<String> large = upload(anas, new byte[17 << 20], "large.csv");
        assertThat(large.statusCode()).isBetween(400, 413);
        assertThat(anas.get(path("")).body()).contains("No study has been begun yet");
    }

    @Test
    void hostile_names_are_shown_as_letters() throws Exception {
        String lines =
                "unit,time,y\n<script>alert(1)</script>,1,1\n<script>alert(1)</script>,2,2\n=cmd,1,1\n=cmd,2,3\n";
        String brought = place(upload(anas, lines.getBytes(StandardCharsets.UTF_8), "x\"><script>.csv"));
        assertThat(anas.get(brought).body()).doesNotContain("<script>alert");
        String study = place(anas.post(
                brought + "/keep", "title", "<b>T</b>", "columns", "unit", "columns", "time", "columns", "y"));
        anas.post(
                study,
                "title",
                "<b>T</b>",
                "method",
                "did",
                "unit",
                "unit",
                "time",
                "time",
                "outcome",
                "y",
                "treated",
                "<script>alert(1)</script>",
                "from",
                "2");
        assertThat(anas.get(study).body()).doesNotContain("<script>alert", "<b>T</b>");
        assertThat(anas.get(study + "/rows/data.csv").body()).contains("'=cmd,1,1");
    }

    @Test
    void the_guide_says_which_methods_a_case_allows_and_why_none() throws Exception {
        assertThat(anas.get(path("?treated=1&controls=38&before=19&after=12")).body())
                .contains("The data allow", "synthetic control");
        assertThat(anas.get(path("?treated=1&controls=0&before=2&after=1")).body())
                .contains("None of the methods can answer", "Contribution analysis");
        assertThat(anas.get(path("?treated=many&controls=0&before=2&after=1")).body())
                .contains("is no whole number");
        JsonNode told = JSON.readTree(anas.get("/api/v1" + path("/guide?treated=1&controls=38&before=19&after=12"))
                .body());
        assertThat(told.get("methods").get(0).get("is_allowed").asBoolean()).isTrue();
    }

    @Test
    void what_is_kept_for_oneself_nobody_else_sees_or_counts() throws Exception {
        String study = begun("me");
        assertThat(bens.get(study).statusCode()).isEqualTo(404);
        assertThat(bens.get(path("")).body())
                .contains("No study has been begun yet")
                .doesNotContain("Patrols");
        assertThat(bens.get(study + "/rows/data.csv").statusCode()).isEqualTo(404);
        assertThat(bens.get("/api/v1" + path("")).body()).doesNotContain("Patrols");
    }

    @Test
    void programs_begin_ask_and_read_the_same() throws Exception {
        anas.get(path(""));
        String csv = months().replace("\n", "\\n");
        HttpResponse<String> begun = anas.submit(
                "POST",
                "/api/v1" + path("/studies"),
                "application/json",
                "{\"title\":\"By a program\",\"csv\":\"" + csv
                        + "\",\"columns\":[\"month\",\"robberies\"],\"time\":\"month\"}");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(200);
        String id = JSON.readTree(begun.body()).get("study").asString();
        String one = "/api/v1" + path("/studies/" + id);
        HttpResponse<String> wrong =
                anas.submit("POST", one, "application/json", "{\"method\":\"its\",\"from\":\"99\"}");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(wrong.body()).contains("after the last figure");
        HttpResponse<String> asked = anas.submit(
                "POST", one, "application/json", "{\"method\":\"its\",\"outcome\":\"robberies\",\"from\":\"15\"}");
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
        JsonNode read = JSON.readTree(anas.get(one).body());
        assertThat(read.get("verdict").get("kind").asString()).isEqualTo("effect-told");
        assertThat(read.get("standing").asString()).isEqualTo("same");
        assertThat(read.get("answer").get("series").size()).isEqualTo(20);
        assertThat(anas.submit("POST", one, "application/json", "{\"form\":\"15\"}")
                        .body())
                .contains("means nothing here");
        assertThat(anas.get(one + "/repeat.py").body()).contains("import numpy");
        assertThat(anas.get(one + "/repeat.exe").statusCode()).isEqualTo(400);
        assertThat(anas.get("/api/v1" + path("")).body()).contains("By a program", "effect-told");
    }

    @Test
    void programs_begin_look_how_it_stands_and_take_what_a_study_comes_to() throws Exception {
        anas.get(path(""));
        StringBuilder csv = new StringBuilder("place,month,robberies\\n");
        for (int place = 0; place < 22; place++) {
            for (int month = 1; month <= 14; month++) {
                csv.append('P')
                        .append(place)
                        .append(',')
                        .append(month)
                        .append(',')
                        .append(20 + place + (place * 7 + month * month) % 5 + (place == 0 && month > 9 ? 9 : 0))
                        .append("\\n");
            }
        }
        String id = JSON.readTree(anas.submit(
                                "POST",
                                "/api/v1" + path("/studies"),
                                "application/json",
                                "{\"title\":\"Many places\",\"csv\":\"" + csv
                                        + "\",\"unit\":\"place\",\"time\":\"month\",\"outcome\":\"robberies\",\"keep\":\"me\"}")
                        .body())
                .get("study")
                .asString();
        String searches = "/api/v1" + path("/studies/" + id + "/searches");
        String asked = "{\"method\":\"synth\",\"treated\":[\"P0\"],\"from\":\"10\"}";
        HttpResponse<String> begun = anas.submit("POST", searches, "application/json", asked);
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        String at = begun.headers().firstValue("Location").orElseThrow();
        assertThat(at).startsWith(searches + "/");
        JsonNode standing = over(at);
        assertThat(standing.get("state").asString()).isEqualTo("done");
        assertThat(standing.get("number").asInt())
                .isEqualTo(standing.get("most").asInt())
                .isGreaterThan(22);
        JsonNode again = JSON.readTree(
                anas.submit("POST", searches, "application/json", asked).body());
        assertThat(again.get("search")).as("the same question").isEqualTo(standing.get("search"));
        assertThat(again.has("result"))
                .as("told where it stands, and nowhere as nothing")
                .isFalse();
        JsonNode answer = standing.get("result").get("answer");
        assertThat(standing.get("best").asDouble())
                .isEqualTo(answer.get("estimate").get("value").asDouble());
        assertThat(anas.submit("POST", "/api/v1" + path("/studies/" + id), "application/json", asked)
                        .body())
                .as("what is kept afterwards")
                .contains(answer.get("estimate").get("value").toString());
        assertThat(bens.get(at).statusCode()).as("nobody else's").isEqualTo(404);
        assertThat(anas.get("/api/v1" + path("/studies/" + id + "/searches/none"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(anas.submit("DELETE", at, "application/json", "").body()).contains("\"state\":\"done\"");
    }

    @Test
    void a_search_that_the_rows_do_not_allow_is_a_problem() throws Exception {
        String study = begun("members");
        String searches = "/api/v1" + study + "/searches";
        HttpResponse<String> begun =
                anas.submit("POST", searches, "application/json", "{\"method\":\"its\",\"from\":\"99\"}");
        HttpResponse<String> told = begun;
        for (int tries = 0; tries < 200 && told.statusCode() != 400; tries++) {
            Thread.sleep(25);
            told = anas.get(begun.headers().firstValue("Location").orElseThrow());
        }
        assertThat(told.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(told.body()).contains("after the last figure");
        assertThat(anas.submit("POST", searches, "application/json", "{\"title\":\"Other\"}")
                        .statusCode())
                .as("what a search does not take")
                .isEqualTo(400);
        assertThat(anas.submit("POST", searches, "application/json", "{\"treated\":\"\"}")
                        .statusCode())
                .as("one text in the place of a list, as the study itself takes it")
                .isEqualTo(202);
        HttpResponse<String> doubtful =
                anas.submit("POST", searches, "application/json", "{\"something-else\":\"perhaps\"}");
        assertThat(doubtful.statusCode()).as("no yes and no no").isEqualTo(400);
        assertThat(doubtful.body()).contains("something-else", "perhaps");
    }

    /** A study by a synthetic control of that many places, by a program; with predictors it takes long. */
    private String places(int count, String predictors) throws Exception {
        anas.get(path(""));
        Random random = new Random(7);
        StringBuilder csv = new StringBuilder("place,month,robberies\\n");
        for (int place = 0; place < count; place++) {
            for (int month = 1; month <= 30; month++) {
                csv.append("P%d,%d,%d\\n".formatted(place, month, 20 + random.nextInt(100)));
            }
        }
        HttpResponse<String> begun = anas.submit(
                "POST",
                "/api/v1" + path("/studies"),
                "application/json",
                "{\"title\":\"Many places\",\"csv\":\"" + csv
                        + "\",\"method\":\"synth\",\"unit\":\"place\",\"time\":\"month\",\"outcome\":\"robberies\","
                        + "\"treated\":\"P0\",\"from\":\"20\",\"predictors\":\"" + predictors + "\"}");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(200);
        return path("/studies/" + JSON.readTree(begun.body()).get("study").asString());
    }

    @Test
    void a_page_of_what_takes_long_comes_at_once_says_how_far_it_is_and_ends_it() throws Exception {
        String study = places(100, "robberies@1-2,robberies@3-4,robberies@5-6,robberies@7-8,robberies@9-12");
        String page = anas.get(study).body();
        assertThat(page)
                .contains(
                        "Many places", "id=\"underway\"", "<progress", "hx-get=\"" + study + "\"", "Digest of the rows")
                .contains("action=\"" + study + "/end\"")
                .doesNotContain("data-verdict", "[impact.");
        assertThat(place(anas.post(study + "/end"))).isEqualTo(study);
        String ended = soon(study, "was ended before it was through");
        assertThat(ended)
                .contains("action=\"" + study + "/begin\"")
                .doesNotContain("hx-get=\"" + study + "\"", "<progress");
        assertThat(bens.get(study).body()).as("another reader's asking").contains("id=\"underway\"");
        assertThat(place(bens.post(study + "/end"))).isEqualTo(study);
        assertThat(place(anas.post(study + "/begin"))).isEqualTo(study);
        assertThat(anas.get(study).body()).contains("id=\"underway\"");
        anas.post(study + "/end");
        assertThat(workspace.view(ana).list(ImpactStudy.KIND).getFirst().value().result())
                .as("nothing is written by looking")
                .isEmpty();
    }

    @Test
    void what_a_study_came_to_in_the_background_stands_on_its_page_and_is_kept_by_whoever_may_write() throws Exception {
        String study = places(24, "");
        assertThat(soon(study, "data-verdict=")).contains("Nothing of this is kept yet", "Keep this result");
        assertThat(anas.get(study + "/placebos.csv").body()).contains("P23");
        assertThat(place(anas.post(study + "/keep"))).isEqualTo(study);
        assertThat(anas.get(study).body())
                .contains("This is what was kept", "data-chart-light")
                .doesNotContain("Keep this result");
        assertThat(soon(bens, study, "data-verdict=")).contains("This is what was kept");
    }

    @Test
    void what_takes_longer_than_a_form_is_waited_for_is_written_as_it_is_asked() throws Exception {
        String study = places(100, "");
        assertThat(soon(study, "data-verdict=")).contains("Keep this result");
        anas.post(study + "/keep");
        HttpResponse<String> asked = anas.post(
                study,
                "title",
                "Many places",
                "method",
                "synth",
                "unit",
                "place",
                "time",
                "month",
                "outcome",
                "robberies",
                "treated",
                "P1",
                "from",
                "20",
                "predictors",
                "robberies@1-2,robberies@3-4,robberies@5-6,robberies@7-8,robberies@9-12");
        assertThat(place(asked)).isEqualTo(study);
        ImpactStudy written =
                workspace.view(ana).list(ImpactStudy.KIND).getFirst().value();
        assertThat(written.settings().treated()).containsExactly("P1");
        assertThat(written.result()).as("what was kept was of another question").isEmpty();
        assertThat(anas.get(study).body()).contains("id=\"underway\"");
        anas.post(study + "/end");
    }

    private String soon(String address, String words) throws Exception {
        return soon(anas, address, words);
    }

    private static String soon(Visitor visitor, String address, String words) throws Exception {
        String page = visitor.get(address).body();
        for (int tries = 0; tries < 600 && !page.contains(words); tries++) {
            Thread.sleep(50);
            page = visitor.get(address).body();
        }
        assertThat(page).contains(words);
        return page;
    }

    private static boolean isRunning(JsonNode standing) {
        return List.of("waiting", "looking").contains(standing.get("state").asString());
    }

    private JsonNode over(String at) throws Exception {
        JsonNode standing = JSON.readTree(anas.get(at).body());
        for (int tries = 0; tries < 400 && isRunning(standing); tries++) {
            Thread.sleep(50);
            standing = JSON.readTree(anas.get(at).body());
        }
        return standing;
    }

    @Test
    void records_are_counted_before_they_are_kept() throws Exception {
        String brought = place(upload(
                anas,
                "law,year,place\nA,2001,North\nB,2001,North\nB,2001,North\nC,2003,North\nD,,North\n"
                        .getBytes(StandardCharsets.UTF_8),
                "laws.csv"));
        assertThat(anas.get(brought).body()).contains("count them", "name=\"count-by\"");
        String study = place(anas.post(
                brought + "/keep",
                "title",
                "Laws",
                "source",
                "The gazette.",
                "columns",
                "law",
                "keep",
                "members",
                "count-by",
                "place",
                "count-year",
                "year",
                "count-covers",
                "2001-2003"));
        assertThat(anas.get(study + "/rows/data.csv").body())
                .isEqualTo("unit,year,count\nNorth,2001,2\nNorth,2002,0\nNorth,2003,1\n");
        assertThat(anas.get(study).body())
                .contains("The gazette.", "One row has no year that can be read", "One row repeats another");
    }

    @Test
    void what_says_how_to_count_and_not_what_is_not_lost_in_silence() throws Exception {
        String brought =
                place(upload(anas, "law,year,place\nA,2001,North\n".getBytes(StandardCharsets.UTF_8), "laws.csv"));
        HttpResponse<String> half = anas.post(
                brought + "/keep",
                "title",
                "Laws",
                "source",
                "",
                "columns",
                "law",
                "keep",
                "members",
                "count-covers",
                "2001-2003");
        assertThat(half.statusCode()).isEqualTo(400);
        assertThat(half.body()).contains("says how to count");
        assertThat(workspace.view(ana).list(StudyTable.KIND)).isEmpty();
    }

    @Test
    void the_rows_of_a_table_never_change() throws Exception {
        String study = begun("members");
        Item<StudyTable> rows = workspace.view(ana).list(StudyTable.KIND).getFirst();
        Outcome changed = workspace.append(
                ana,
                new Edit.Put(rows.saying(
                        new StudyTable("Other", "", rows.value().csv().replace("1,21", "1,99")))));
        assertThat(changed).isInstanceOf(Outcome.Refused.class);
        assertThat(anas.get(study).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> kept(String title, String on) throws Exception {
        StringBuilder csv = new StringBuilder("safe,sex\\n");
        for (int i = 0; i < 60; i++) {
            csv.append(i == 7 ? "otherwise" : i % 2 == 0 ? "yes" : "no").append(i % 3 == 0 ? ",f\\n" : ",m\\n");
        }
        return anas.submit(
                "POST", "/api/v1/workspaces/" + workspace.id() + "/surveys", "application/json", """
                {"title": "%s", "on": "%s", "keep": "members", "csv": "%s", "form": {"title": "Safety", "survey": [
                  {"type": "select_one a", "name": "safe", "label": "Safe?"},
                  {"type": "select_one b", "name": "sex", "label": "Who?"}], "choices": [
                  {"list_name": "a", "name": "yes", "label": "Yes"}, {"list_name": "a", "name": "no", "label": "No"},
                  {"list_name": "a", "name": "otherwise", "label": "Otherwise"},
                  {"list_name": "b", "name": "f", "label": "Women"}, {"list_name": "b", "name": "m", "label": "Men"}]}}
                """.formatted(
                                title, on, csv));
    }

    @Test
    void the_rows_of_a_survey_are_told_through_no_door_and_leave_with_no_copy() throws Exception {
        String below = "/api/v1/workspaces/" + workspace.id();
        anas.get(path(""));
        HttpResponse<String> answer = kept("Safety", "2026-05");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode said = JSON.readTree(answer.body());
        Item<SurveyRows> rows = workspace.view(ana).list(SurveyRows.KIND).getFirst();
        String entry = said.path("entry").asString();
        for (Visitor visitor : List.of(anas, bens)) {
            for (String where : List.of(
                    "/items",
                    "/items?kind=survey-answers",
                    "/items/" + rows.id(),
                    "/items/" + rows.id() + "/history",
                    "/history/" + entry,
                    "/differences?after=" + entry)) {
                assertThat(visitor.get(below + where).body()).as(where).doesNotContain("otherwise,m", "csv");
            }
            assertThat(visitor.get(below.substring("/api/v1".length()) + "/items/" + rows.id())
                            .body())
                    .doesNotContain("otherwise,m");
        }
        JsonNode round = JSON.readTree(
                anas.get(below + "/surveys/" + said.path("round").asString()).body());
        assertThat(round.path("answer").path("data").path("submissions").asInt())
                .isEqualTo(60);
        // Whoever renames it was not told its rows, and keeps them.
        HttpResponse<String> renamed = anas.submit(
                "PUT",
                below + "/items/" + rows.id(),
                "application/json",
                "{\"kind\": \"survey-answers\", \"value\": {\"title\": \"Renamed\", \"source\": \"\"}, \"basis\": [\""
                        + entry + "\"]}");
        assertThat(renamed.statusCode()).as(renamed.body()).isEqualTo(200);
        assertThat(workspace.view(ana).get(SurveyRows.KIND, rows.id()).value().csv())
                .isEqualTo(rows.value().csv());
        assertThat(SurveyRows.KIND.keptHome().test(rows.value())).isTrue();
    }

    @Test
    void a_round_without_end_in_its_title_or_of_tomorrow_is_refused_in_plain_words() throws Exception {
        anas.get(path(""));
        HttpResponse<String> title = kept("x".repeat(1_001), "2026-05");
        assertThat(title.statusCode()).isEqualTo(400);
        assertThat(title.body()).contains("The title has", "A title has at most");
        HttpResponse<String> later = kept("Safety", "2999-01");
        assertThat(later.statusCode()).isEqualTo(400);
        assertThat(later.body()).contains("still to come");
    }

    @Test
    void nobody_weighs_kept_answers_otherwise_than_they_were_kept() throws Exception {
        anas.get(path(""));
        assertThat(kept("Safety", "2026-05").statusCode()).isEqualTo(200);
        Item<SurveyRound> round = workspace.view(ana).list(SurveyRound.KIND).getFirst();
        String below = "/api/v1/workspaces/" + workspace.id() + "/items";
        for (String design : List.of("weight", "stratum", "cluster")) {
            HttpResponse<String> changed = anas.submit(
                    "PUT",
                    below + "/" + round.id(),
                    "application/json",
                    JSON.writeValueAsString(
                            Map.of("kind", "survey-round", "value", value(round, design), "basis", round.basis())));
            assertThat(changed.statusCode()).as(changed.body()).isEqualTo(422);
            assertThat(changed.body()).contains("never change");
        }
        SurveyRound same = round.value();
        SurveyRound weighed =
                new SurveyRound("Another", same.on(), same.form(), "safe", "", "", same.table(), List.of(), "");
        Item<SurveyRows> rows = workspace.view(ana).list(SurveyRows.KIND).getFirst();
        Edit another = new Edit.Put(Item.fresh(SurveyRound.KIND, weighed));
        Edit renamed = new Edit.Put(
                rows.saying(new SurveyRows("Renamed", "", rows.value().csv())));
        assertThat(workspace.append(ana, another)).isInstanceOf(Outcome.Refused.class);
        assertThat(workspace.append(ana, renamed, another))
                .as("also beside a step that only seems to bring the answers")
                .isInstanceOf(Outcome.Refused.class);
        assertThat(workspace.append(ana, new Edit.Remove(round))).isInstanceOf(Outcome.Accepted.class);
        assertThat(workspace.append(ana, another)).isInstanceOf(Outcome.Refused.class);
    }

    private static Map<String, Object> value(Item<SurveyRound> round, String changed) {
        SurveyRound said = round.value();
        Map<String, Object> value = new HashMap<>(Map.of(
                "title", said.title(),
                "on", said.on().toString(),
                "form", said.form(),
                "weight", said.weight(),
                "stratum", said.stratum(),
                "cluster", said.cluster(),
                "table", said.table().toString(),
                "remarks", said.remarks(),
                "note", said.note()));
        value.put(changed, "sex");
        return value;
    }
}
