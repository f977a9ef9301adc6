package org.salus.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.RunningTeam;
import org.salus.Visitor;
import org.salus.documents.Version;
import org.salus.framework.DateSpan;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.ItemJson;
import org.salus.ledger.Outcome;
import org.salus.ledger.Workspace;
import org.salus.sector.Actor;
import org.salus.sector.ActorType;
import org.salus.sector.Name;
import org.salus.sector.Phase;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A round through its doors: pages, fields that save themselves, forms out and in, the API. */
@Tag("slow")
class GovernanceDoorsTest {
    private static final String MULTIPART = "multipart/form-data; boundary=between";

    @TempDir
    private static Path folder;

    private static RunningTeam team;
    private static AccountId ana;
    private static Visitor anas;

    private Workspace workspace;
    private ItemId police = ItemId.fresh();
    private String governance = "";

    @BeforeAll
    static void start() throws Exception {
        team = RunningTeam.start(folder, "requests-per-minute = 1000000");
        AccountId administrator = team.administrator("admin", "Admin");
        ana = team.account(administrator, "ana", "Ana");
        anas = team.signedIn("ana");
    }

    @AfterAll
    static void end() {
        anas.close();
        team.close();
    }

    @BeforeEach
    void aMap() {
        workspace = team.workspaces()
                .found(
                        new Charter("Zubara", List.of("XZU"), "", "SSR", Optional.empty()),
                        ana,
                        "Ana",
                        Optional.empty(),
                        "");
        Item<Actor> actor = Item.fresh(
                Actor.KIND,
                Actor.of(new Phase(
                        DateSpan.OPEN,
                        List.of(Name.of("National <Police>")),
                        ActorType.POLICE.usualClass(),
                        Optional.of(ActorType.POLICE),
                        Optional.empty(),
                        Map.of())));
        assertThat(workspace.append(ana, new Edit.Put(actor))).isInstanceOf(Outcome.Accepted.class);
        police = actor.id();
        governance = "/workspaces/" + workspace.id() + "/governance";
    }

    private String begun() throws Exception {
        HttpResponse<String> begun = anas.post(
                governance + "/rounds",
                "title",
                "First round",
                "which",
                "core",
                "seats",
                "A: Reform office\nB: Panel",
                "from",
                "2026-03",
                "institution",
                police.toString());
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(303);
        return begun.headers().firstValue("Location").orElseThrow();
    }

    private Assessment assessment(String round) {
        return Assessment.of(workspace, workspace.view(ana), ItemId.of(round.replaceAll(".*/", "")), Locale.ENGLISH);
    }

    @Test
    void a_round_is_begun_answered_field_by_field_and_read() throws Exception {
        assertThat(anas.get(governance).body()).contains("No round of assessment yet", "National &lt;Police&gt;");
        String round = begun();
        String sheet = round + "/answers/" + police;
        assertThat(anas.get(sheet).body()).contains("Choose an assessor");
        assertThat(anas.post(sheet, "seat", "A").statusCode()).isEqualTo(303);
        String form = anas.get(sheet + "?seat=A").body();
        Assessment before = assessment(round);
        Institution institution = before.institutions().getFirst();
        assertThat(form.split("hx-post=", -1))
                .as("three fields of each question")
                .hasSize(1 + 3 * before.questions(institution).size());
        Item<Rating> blank = before.answers(
                        institution, before.set().find("FOR-01").orElseThrow())
                .given()
                .getFirst()
                .rating()
                .orElseThrow();
        HttpResponse<String> saved = anas.post(
                "/workspaces/" + workspace.id() + "/items/" + blank.id() + "/fields/response",
                "response",
                "2",
                "basis",
                blank.basis().iterator().next().toString());
        assertThat(saved.body()).contains("data-state=\"saved\"");
        for (String view :
                List.of("", "/profile", "/answers", "/disagreement", "/open", "/change", "/indices", "/field")) {
            HttpResponse<String> shown = anas.get(round + view);
            assertThat(shown.statusCode()).as(view + shown.body()).isEqualTo(200);
            assertThat(shown.body()).as(view).doesNotContain("[governance.", "<Police>");
        }
        assertThat(anas.get(round).body()).contains("2, in part");
        assertThat(anas.get(sheet + "/FOR-01").body()).contains("level 2", "Right of reply");
        assertThat(anas.get(round + "/profile.csv").body()).contains("National <Police>", "G2");
        assertThat(anas.get(round + "/matrix.xlsx").statusCode()).isEqualTo(200);
    }

    @Test
    void two_rounds_are_compared_also_where_one_has_no_level() throws Exception {
        String first = begun();
        bring(first, "institution,assessor,question,answer\nNational <Police>,A,FOR-01,1\n");
        String second = begun();
        bring(
                second,
                "institution,assessor,question,answer\nNational <Police>,A,FOR-01,3\nNational <Police>,A,FOR-02,2\n");
        String before = "?before=" + first.replaceAll(".*/", "");
        HttpResponse<String> change = anas.get(second + "/change" + before);
        assertThat(change.statusCode()).isEqualTo(200);
        assertThat(change.body()).contains("higher", "cannot be compared", "not answered yet");
        assertThat(anas.get(second + "/change.csv" + before).body()).contains("FOR-01", "higher");
        assertThat(anas.get(second + "/change.xlsx" + before).statusCode()).isEqualTo(200);
    }

    @Test
    void a_locked_round_refuses_through_every_door() throws Exception {
        String round = begun();
        anas.post(round + "/answers/" + police, "seat", "A");
        Item<Rating> blank = workspace.view(ana).list(Rating.KIND).getFirst();
        assertThat(anas.post(round + "/stage", "stage", "locked").statusCode()).isEqualTo(303);
        HttpResponse<String> refused = anas.post(
                "/workspaces/" + workspace.id() + "/items/" + blank.id() + "/fields/response",
                "response",
                "2",
                "basis",
                blank.basis().iterator().next().toString());
        assertThat(refused.body()).contains("The round is locked.");
        assertThat(anas.post(round + "/answers/" + police, "seat", "B").statusCode())
                .isEqualTo(400);
        assertThat(anas.get(round + "/answers/" + police + "?seat=A").body())
                .contains("cannot be written by you, or not at this stage");
    }

    @Test
    void whoever_goes_back_a_stage_says_why() throws Exception {
        String round = begun();
        anas.post(round + "/stage", "stage", "reply");
        HttpResponse<String> refused = anas.post(round + "/stage", "stage", "open");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("needs a reason");
        assertThat(anas.post(round + "/stage", "stage", "open", "why", "A law was found")
                        .statusCode())
                .isEqualTo(303);
        assertThat(assessment(round).round().stage()).isEqualTo(Stage.OPEN);
        assertThat(anas.get("/workspaces/" + workspace.id() + "/history").body())
                .contains("A law was found");
        // A program that writes the round itself does not get around it.
        anas.post(round + "/stage", "stage", "locked");
        String silent = written(round, "open", "");
        assertThat(silent).contains("refused-by-rule", "needs a reason");
        assertThat(assessment(round).round().stage()).isEqualTo(Stage.LOCKED);
        assertThat(written(round, "open", "A seat was forgotten")).contains("\"entry\"");
        assertThat(assessment(round).round().stage()).isEqualTo(Stage.OPEN);
    }

    /** Puts the round at that stage as a program does. */
    private String written(String round, String stage, String why) throws Exception {
        Item<Round> item = workspace.view(ana).get(Round.KIND, ItemId.of(round.replaceAll(".*/", "")));
        ObjectNode body = JsonMapper.builder().build().createObjectNode();
        body.put("kind", Round.KIND.name());
        body.set("value", ItemJson.value(item).put("stage", stage));
        body.putArray("basis").add(item.basis().iterator().next().toString());
        body.put("why", why);
        return anas.submit(
                        "PUT",
                        "/api/v1/workspaces/" + workspace.id() + "/items/" + item.id(),
                        "application/json",
                        body.toString())
                .body();
    }

    private ItemId onTheMap(String name, Optional<ActorType> type) {
        Item<Actor> actor = Item.fresh(
                Actor.KIND,
                Actor.of(new Phase(
                        DateSpan.OPEN,
                        List.of(Name.of(name)),
                        type.orElse(ActorType.POLICE).usualClass(),
                        type,
                        Optional.empty(),
                        Map.of())));
        assertThat(workspace.append(ana, new Edit.Put(actor))).isInstanceOf(Outcome.Accepted.class);
        return actor.id();
    }

    /** What the form of a round says beside an institution. */
    private static String choice(String form, ItemId institution) {
        int from = form.indexOf("name=\"institution\" value=\"" + institution + "\"");
        assertThat(from).isPositive();
        return form.substring(from, form.indexOf("</label>", from));
    }

    @Test
    void the_form_of_a_round_says_of_whom_nothing_would_be_asked() throws Exception {
        ItemId finance = onTheMap("Ministry of Finance", Optional.of(ActorType.MINISTRY_OF_FINANCE));
        ItemId movement = onTheMap("Armed movement", Optional.of(ActorType.ARMED_MOVEMENT));
        ItemId untold = onTheMap("Office nobody has typed", Optional.empty());
        String form = anas.get(governance).body();
        assertThat(choice(form, police)).doesNotContain("asked");
        assertThat(choice(form, finance)).doesNotContain("asked");
        assertThat(choice(form, movement)).contains("no question set asks anything of it");
        assertThat(choice(form, untold)).contains("its type is not on the map");

        QuestionSet shipped = QuestionSetFile.shipped();
        Question ofPolice = shipped.find("FOR-02").orElseThrow();
        Question ofFinance = shipped.find("BUD-10").orElseThrow();
        QuestionSet own = new QuestionSet("own", "1", "Police and money", "", List.of(ofPolice, ofFinance));
        assertThat(ofPolice.isCore()).isTrue();
        assertThat(ofFinance.isCore()).isFalse();
        assertThat(workspace.append(ana, new Edit.Put(Item.fresh(QuestionSet.KIND, own))))
                .isInstanceOf(Outcome.Accepted.class);
        String more = anas.get(governance).body();
        assertThat(choice(more, police)).doesNotContain("asked");
        assertThat(choice(more, finance)).contains("nothing would be asked of it by the core of Police and money · 1");
    }

    @Test
    void a_round_says_of_whom_it_asks_nothing() throws Exception {
        ItemId movement = onTheMap("Armed movement", Optional.of(ActorType.ARMED_MOVEMENT));
        String round = begun();
        assertThat(anas.get(round).body())
                .contains("Armed movement (nothing would be asked of it)")
                .doesNotContain("Nothing is asked of");
        assertThat(anas.post(round + "/institutions", "institution", movement.toString())
                        .statusCode())
                .isEqualTo(303);
        assertThat(anas.get(round).body()).contains("Nothing is asked of Armed movement in this round");
        assertThat(assessment(round).askedNothing())
                .extracting(Institution::name)
                .containsExactly("Armed movement");
        assertThat(anas.get("/api/v1" + governance).body())
                .contains("\"asked_nothing\":[{\"id\":\"" + movement + "\",\"name\":\"Armed movement\"}]");
    }

    @Test
    void a_round_that_cannot_be_begun_comes_back_as_it_was_typed() throws Exception {
        HttpResponse<String> refused = anas.post(
                governance + "/rounds",
                "title",
                "Second round",
                "which",
                "all",
                "seats",
                "A: Reform <office>",
                "from",
                "31/12/2025",
                "institution",
                police.toString());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("value=\"Second round\"", "A: Reform &lt;office")
                .contains("value=\"31/12/2025\" aria-invalid=\"true\" autofocus")
                .contains("value=\"all\" checked", "value=\"" + police + "\" checked")
                .doesNotContain("value=\"core\" checked", "To the countries");
    }

    @Test
    void a_stage_that_is_refused_is_told_at_its_form() throws Exception {
        String round = begun();
        anas.post(round + "/stage", "stage", "reply");
        HttpResponse<String> refused = anas.post(round + "/stage", "stage", "open", "why", " ");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("role=\"alert\"", "value=\"open\" checked")
                .doesNotContain("To the countries");
    }

    @Test
    void reviews_and_replies_stand_beside_the_answer() throws Exception {
        String round = begun();
        bring(round, "institution,assessor,question,answer\nNational <Police>,A,FOR-01,level 3\n");
        ItemId answer = Rating.id(assessment(round).id(), police, "FOR-01", "A");
        assertThat(anas.post(
                                round + "/reviews",
                                "answer",
                                answer.toString(),
                                "verdict",
                                "ask-again",
                                "text",
                                "Which <decree>?")
                        .statusCode())
                .isEqualTo(303);
        assertThat(anas.post(
                                round + "/replies",
                                "institution",
                                police.toString(),
                                "question",
                                "FOR-01",
                                "reply",
                                "disagree",
                                "text",
                                "It was changed.",
                                "by",
                                "Inspectorate")
                        .statusCode())
                .isEqualTo(303);
        assertThat(anas.get(round + "/answers/" + police + "/FOR-01").body())
                .contains("Which &lt;decree&gt;?", "It was changed.", "Inspectorate");
        assertThat(anas.get(round + "/open").body()).contains("a reviewer asks again", "side disagrees");
    }

    private FieldImport.Preview bring(String round, String text) {
        return bring(round, text.getBytes(StandardCharsets.UTF_8));
    }

    private FieldImport.Preview bring(String round, byte[] file) {
        FieldImport.Preview preview = FieldImport.preview(
                new ByteArrayInputStream(file), "form", assessment(round), workspace.view(ana), Locale.ENGLISH);
        if (!preview.edits().isEmpty()) {
            assertThat(FieldImport.accept(workspace, ana, preview)).isInstanceOf(Outcome.Accepted.class);
        }
        return preview;
    }

    @Test
    void a_form_that_comes_back_updates_and_never_doubles() throws Exception {
        String round = begun();
        String text = "Institution,Institution id,Assessor,Question,Answer,Why,Confidence,Sources\n"
                + "," + police + ",A,FOR-01,Level 3,'=1+1,high,Decree 7; https://example.org/a\n"
                + "National <Police>,,B,FOR-01,not enough information,,,decree 7\n";
        FieldImport.Preview first = bring(round, text);
        assertThat(first.problems()).isEmpty();
        assertThat(first.fresh()).isEqualTo(2);
        assertThat(workspace.view(ana).list(org.salus.workspace.Source.KIND)).hasSize(2);
        assertThat(bring(round, text).edits()).isEmpty();
        FieldImport.Preview changed =
                bring(round, "institution_id,assessor,question,answer\n" + police + ",A,FOR-01,1\n");
        assertThat(changed.changed()).isOne();
        Rating now = workspace
                .view(ana)
                .get(Rating.KIND, Rating.id(assessment(round).id(), police, "FOR-01", "A"))
                .value();
        assertThat(now.response()).contains(Response.LEVEL_1);
        assertThat(now.narrative()).as("an empty cell changes nothing").isEqualTo("=1+1");
        byte[] form = FieldForm.of(
                assessment(round), workspace.view(ana), "A", new Version("v", LocalDate.EPOCH), Wording.english());
        FieldImport.Preview back = bring(round, form);
        assertThat(back.problems()).isEmpty();
        assertThat(back.rows()).isOne();
        assertThat(back.same()).isOne();
    }

    @Test
    void all_that_is_wrong_with_a_form_is_told_at_once() throws Exception {
        String round = begun();
        FieldImport.Preview preview = bring(round, """
                institution,assessor,question,answer,confidence
                National <Police>,A,FOR-01,2,high
                Nobody,A,FOR-01,2,
                National <Police>,Z,FOR-01,2,
                National <Police>,A,BUD-04,2,
                National <Police>,A,FOR-02,7,perhaps
                National <Police>,A,FOR-01,3,
                """);
        assertThat(preview.fresh()).isOne();
        assertThat(preview.leftOut()).isEqualTo(5);
        Wording wording = Wording.english();
        assertThat(preview.problems().stream()
                        .map(problem -> wording.say(problem.place()) + ": " + wording.say(problem.says())))
                .containsExactly(
                        "row 3: No institution \"Nobody\" is assessed in this round.",
                        "row 4: The round has no assessor \"Z\".",
                        "row 5: Question \"BUD-04\" is not asked of National <Police>.",
                        "row 6: \"7\" is no answer. There are the levels 0 to 4, not enough information, not applicable.",
                        "row 6: \"perhaps\" does not say how sure somebody is.",
                        "row 7: The same answer stands in row 2 already.");
    }

    @Test
    void what_is_no_form_is_refused() throws Exception {
        String round = begun();
        for (String text : List.of("", "a,b\n1,2\n", "PK broken")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> bring(round, text))
                    .isInstanceOf(org.salus.framework.Failure.class);
        }
    }

    @Test
    void a_set_is_taken_out_changed_and_brought_in_under_its_own_edition() throws Exception {
        begun();
        String yaml = anas.get(governance + "/sets/salus.yaml").body();
        QuestionSet set = QuestionSetFile.read(yaml).set().orElseThrow();
        assertThat(set).isEqualTo(QuestionSetFile.shipped());
        assertThat(anas.get(governance + "/sets/salus").body())
                .contains("FOR-01", set.questions().size() + " questions, edition " + set.edition())
                .contains("Asked of: Providers (all) · Oversight (all but ");
    }

    @Test
    void a_set_is_told_and_taken_out_by_programs_and_comes_back_under_an_edition_of_its_own() throws Exception {
        begun();
        String api = "/api/v1" + governance + "/sets";
        String id = workspace.view(ana).list(QuestionSet.KIND).getFirst().id().toString();
        Question first = QuestionSetFile.shipped().questions().getFirst();
        for (String set : List.of(id, "salus")) {
            assertThat(anas.get(api + "/" + set).body())
                    .contains(first.id(), "\"levels\":[\"", "\"characteristic\":\"");
            assertThat(QuestionSetFile.read(anas.get(api + "/" + set + ".yaml").body())
                            .set())
                    .hasValue(QuestionSetFile.shipped());
        }
        assertThat(anas.get(api + "/nothing").statusCode()).isEqualTo(404);
        assertThat(anas.get(api + "/nothing.yaml").statusCode()).isEqualTo(404);
    }

    @Test
    void the_api_tells_the_same() throws Exception {
        String round = begun();
        bring(
                round,
                "institution,assessor,question,answer\nNational <Police>,A,FOR-01,3\nNational <Police>,B,FOR-01,1\n");
        String api = "/api/v1" + governance;
        String id = round.replaceAll(".*/", "");
        assertThat(anas.get(api).body()).contains("First round", "\"levels\":2");
        assertThat(anas.get(api + "/rounds/" + id + "/disagreement").body()).contains("far-apart");
        for (String view : Set.of("matrix", "answers", "open")) {
            assertThat(anas.get(api + "/rounds/" + id + "/" + view).body())
                    .as(view)
                    .contains("National <Police>");
        }
        assertThat(anas.get(api + "/rounds/" + id + "/nothing").statusCode()).isEqualTo(404);
        assertThat(anas.get(api + "/sets").body())
                .contains(QuestionSetFile.shipped().edition());
    }

    @Test
    void a_reply_that_cannot_be_taken_comes_back_on_the_page_it_was_typed_on() throws Exception {
        String round = begun();
        String page = round + "/answers/" + police + "/FOR-01";
        for (String back : List.of(page, round + "/answers/" + police + "?seat=A")) {
            HttpResponse<String> refused = reply(round, back);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body())
                    .contains("It was &lt;changed&gt;.", "value=\"disagree\" checked", "value=\"Inspectorate\"")
                    .contains("value=\"31/12/2025\" aria-invalid=\"true\" autofocus")
                    .doesNotContain("To the countries");
            assertThat(refused.body().contains("data-autosave")).isFalse();
        }
        for (String elsewhere :
                List.of(round + "/../../../../account", round + "/%2e%2e/field", "/account", round + "x")) {
            assertThat(reply(round, elsewhere).body()).as(elsewhere).contains("name=\"stage\"", "First round");
        }
    }

    private HttpResponse<String> reply(String round, String back) throws Exception {
        return anas.post(
                round + "/replies",
                "institution",
                police.toString(),
                "reply",
                "disagree",
                "text",
                "It was <changed>.",
                "by",
                "Inspectorate",
                "date",
                "31/12/2025",
                "back",
                back);
    }

    @Test
    void seats_that_cannot_be_are_told_at_their_field() throws Exception {
        HttpResponse<String> refused = anas.post(
                governance + "/rounds",
                "title",
                "Second round",
                "seats",
                "A: Office\nA: Panel",
                "institution",
                police.toString());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("dir=\"auto\" aria-invalid=\"true\" autofocus>A: Office");
    }

    @Test
    void a_cell_of_the_matrix_opens_to_the_questions_it_was_read_from() throws Exception {
        String round = begun();
        bring(round, "institution,assessor,question,answer\nNational <Police>,A,FOR-01,level 3\n");
        Matcher cell = Pattern.compile("answers/" + police + "\\?characteristic=(G\\d)&amp;basis=(law|practice)\"")
                .matcher(anas.get(round).body());
        assertThat(cell.find()).isTrue();

        String all = anas.get(round + "/answers/" + police).body();
        String only = anas.get(
                        round + "/answers/" + police + "?characteristic=" + cell.group(1) + "&basis=" + cell.group(2))
                .body();
        String question = round + "/answers/" + police + "/";
        assertThat(only).contains(question + "FOR-01", "All questions", "Only " + cell.group(1));
        assertThat(only.split(question, -1).length)
                .isLessThan(all.split(question, -1).length)
                .isGreaterThan(1);
        assertThat(anas.get(round + "/answers/" + police + "?characteristic=G9").statusCode())
                .isEqualTo(400);
    }

    @Test
    void what_an_address_asks_for_and_nobody_knows_is_refused() throws Exception {
        String round = begun();
        for (String asked : List.of("/answers?level=9", "/change?with=x", "/answers/" + police + "?seat=Z")) {
            assertThat(anas.get(round + asked).statusCode()).as(asked).isEqualTo(400);
        }
        assertThat(anas.get(round + "/change?with=x").body()).contains("no choice \"with\"", "before");
    }

    @Test
    void programs_take_the_steps_of_a_round() throws Exception {
        String round = begun();
        bring(round, "institution,assessor,question,answer\nNational <Police>,A,FOR-01,level 3\n");
        String api = "/api/v1" + governance + "/rounds/" + round.replaceAll(".*/", "");
        assertThat(sent(
                        api + "/reviews",
                        "{\"institution\":\"National <Police>\",\"question\":\"FOR-01\",\"assessor\":\"A\","
                                + "\"verdict\":\"ask-again\",\"text\":\"Which decree?\"}"))
                .isEqualTo(200);
        assertThat(sent(
                        api + "/replies",
                        "{\"institution\":\"" + police + "\",\"reply\":\"agree\",\"by\":\"Inspectorate\"}"))
                .isEqualTo(200);
        assertThat(sent(
                        api + "/replies",
                        "{\"institution\":\"" + police + "\",\"reply\":\"perhaps\",\"by\":\"Inspectorate\"}"))
                .isEqualTo(400);
        assertThat(sent(api + "/stage", "{\"stage\":\"reply\"}")).isEqualTo(200);
        assertThat(sent(api + "/stage", "{\"stage\":\"open\"}"))
                .as("nobody says why")
                .isEqualTo(400);
        assertThat(sent(api + "/stage", "{\"stage\":\"open\",\"why\":\"One was missed\"}"))
                .isEqualTo(200);
        assertThat(sent(api + "/stage", "{\"stage\":\"open\"}"))
                .as("it is there already")
                .isEqualTo(200);
        assertThat(assessment(round).round().stage()).isEqualTo(Stage.OPEN);
        assertThat(anas.get(round + "/answers/" + police).body()).contains("Inspectorate");
        assertThat(anas.get(round + "/answers/" + police + "/FOR-01").body()).contains("Which decree?");
        assertThat(anas.get(api + "/indices").body()).contains("\"indices\":[");
    }

    @Test
    void programs_name_institutions_as_people_do_and_are_told_what_they_mistyped() throws Exception {
        String rounds = "/api/v1" + begun().replaceFirst("/[^/]+$", "");
        String named = "{\"title\":\"Another\",\"assessors\":\"A: Office\",\"institutions\":[\"%s\"]%s}";
        assertThat(sent(rounds, named.formatted("national <POLICE>", ""))).isEqualTo(200);
        assertThat(sent(rounds, named.formatted("National <Posts>", ""))).isEqualTo(404);
        assertThat(sent(rounds, named.formatted("National <Police>", ",\"coer\":true")))
                .as("core, mistyped: all questions would be asked")
                .isEqualTo(400);
        assertThat(sent(rounds, named.formatted("National <Police>", ",\"core\":\"perhaps\"")))
                .isEqualTo(400);
    }

    @Test
    void programs_get_the_tables_of_a_round_as_the_files_of_its_pages() throws Exception {
        String round = begun();
        bring(round, "institution,assessor,question,answer\nNational <Police>,A,FOR-01,level 3\n");
        for (String view : List.of("matrix", "profile", "answers", "disagreement", "open")) {
            HttpResponse<String> told = anas.get("/api/v1" + round + "/" + view + ".csv");
            assertThat(told.statusCode()).as(view).isEqualTo(200);
            assertThat(told.body())
                    .as(view)
                    .isEqualTo(anas.get(round + "/" + view + ".csv").body());
            assertThat(anas.get("/api/v1" + round + "/" + view + ".xlsx")
                            .headers()
                            .firstValue("Content-Disposition")
                            .orElse(""))
                    .as(view)
                    .contains("attachment", view + ".xlsx");
        }
        for (String file : List.of("matrix.pdf", "moods.csv", "change.csv", "indices.csv")) {
            assertThat(anas.get("/api/v1" + round + "/" + file).statusCode())
                    .as(file)
                    .isEqualTo(404);
        }
    }

    @Test
    void programs_answer_for_an_assessor_and_add_one() throws Exception {
        String round = begun();
        String api = "/api/v1" + round;
        String answer = "{\"institution\":\"" + police + "\",\"question\":\"FOR-01\",\"assessor\":\"C\",\"answer\":";
        assertThat(sent(api + "/answers", answer + "\"2\"}"))
                .as("nobody is called C yet")
                .isEqualTo(400);
        assertThat(sent(api + "/assessors", "{\"code\":\"C\",\"name\":\"Audit court\"}"))
                .isEqualTo(200);
        assertThat(sent(api + "/answers", answer + "\"2\",\"sources\":\"Police Act\"}"))
                .isEqualTo(200);
        assertThat(sent(api + "/answers", answer + "\"many\"}")).isEqualTo(400);
        assertThat(sent(api + "/institutions", "{\"institution\":\"" + police + "\"}"))
                .as("it is in already")
                .isEqualTo(200);
        assertThat(sent(api + "/institutions", "{\"institution\":\"" + ItemId.fresh() + "\"}"))
                .isEqualTo(404);
        Item<Rating> given = TypedStep.answer(assessment(round), police.toString(), "FOR-01", "C");
        assertThat(given.value().response()).hasValue(Response.LEVEL_2);
        assertThat(given.citations()).hasSize(1);

        String seen = workspace.view(ana).get(Rating.KIND, given.id()).basis().stream()
                .map(version -> "\"" + version + "\"")
                .collect(Collectors.joining(",", ",\"basis\":[", "]}"));
        assertThat(sent(api + "/answers", answer + "\"3\"" + seen)).isEqualTo(200);
        for (String stale : List.of(seen, ",\"basis\":[]}")) {
            assertThat(sent(api + "/answers", answer + "\"1\"" + stale))
                    .as("another has been written since " + stale)
                    .isEqualTo(409);
        }
        assertThat(sent(api + "/answers", answer + "\"1\",\"basis\":\"newest\"}"))
                .isEqualTo(404);
        assertThat(workspace.view(ana).get(Rating.KIND, given.id()).value().response())
                .hasValue(Response.LEVEL_3);

        assertThat(sent(api + "/assessors", "{\"code\":\"C\",\"mine\":true}")).isEqualTo(200);
        assertThat(assessment(round).round().seat("C").orElseThrow())
                .isEqualTo(new Seat("C", "Audit court", Optional.of(ana)));
    }

    @Test
    void an_institution_replies_by_word_through_page_and_program() throws Exception {
        String round = begun();
        String page = anas.get(round + "/replies").body();
        assertThat(page)
                .contains(
                        "What does an institution reply, by Word or Excel?",
                        "National &lt;Police&gt;",
                        round + "/reply.docx")
                .doesNotContain("[governance.", "<Police>");
        assertThat(anas.get(round + "/answers/" + police).body()).contains(round + "/replies");
        String api = "/api/v1" + round;
        for (String form : List.of("docx", "xlsx")) {
            HttpResponse<String> taken = anas.get(round + "/reply." + form + "?institution=" + police);
            assertThat(taken.statusCode()).isEqualTo(200);
            assertThat(taken.headers().firstValue("Content-Disposition").orElse(""))
                    .contains("attachment", "." + form);
            assertThat(anas.get(api + "/reply." + form + "?institution=" + police)
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(anas.get(round + "/reply.docx?institution=" + police + "&until=soon")
                        .statusCode())
                .isEqualTo(400);
        assertThat(anas.get(round + "/reply.docx?institution=" + ItemId.fresh()).statusCode())
                .isEqualTo(404);

        byte[] file = replied(round);
        HttpResponse<String> looked =
                anas.submit("POST", round + "/replies/file", MULTIPART, multipart("reply.docx", file, "act", "look"));
        assertThat(looked.statusCode()).as(looked.body()).isEqualTo(200);
        assertThat(looked.body())
                .contains("1 replies would be new", "It was &lt;changed&gt;.", "We disagree")
                .doesNotContain("<changed>", "[governance.");
        assertThat(workspace.view(ana).list(InstitutionReply.KIND)).isEmpty();
        assertThat(anas.submit(
                                "POST",
                                api + "/replies/file",
                                MULTIPART,
                                multipart("reply.docx", file, "preview", "true"))
                        .body())
                .contains("\"new\":1", "\"problems\":[]")
                .doesNotContain("\"entry\"");
        HttpResponse<String> taken =
                anas.submit("POST", round + "/replies/file", MULTIPART, multipart("reply.docx", file, "act", "take"));
        assertThat(taken.body()).contains("was written down");
        assertThat(workspace.view(ana).list(InstitutionReply.KIND)).hasSize(1);
        assertThat(anas.submit("POST", api + "/replies/file", MULTIPART, multipart("reply.docx", file))
                        .body())
                .contains("\"same\":1")
                .doesNotContain("\"entry\"");
        assertThat(anas.get(round + "/answers/" + police).body())
                .contains("It was &lt;changed&gt;.", "Inspectorate", "reply.docx");
        HttpResponse<String> foreign = anas.submit(
                "POST",
                round + "/replies/file",
                MULTIPART,
                multipart("reply.docx", "a letter".getBytes(StandardCharsets.UTF_8)));
        assertThat(foreign.statusCode()).isEqualTo(400);
        assertThat(foreign.body()).contains("is no reply form of this program");
    }

    /** A form for Word in which the first question is replied to. */
    private byte[] replied(String round) throws Exception {
        byte[] form = ReplyForm.of(
                assessment(round),
                police.toString(),
                "docx",
                ReplyForm.wish("", ""),
                "Zubara",
                new Version("v", LocalDate.EPOCH),
                Wording.english());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(form))) {
            word.getTables().getFirst().getRow(1).getCell(0).setText("Inspectorate");
            XWPFTableRow row = word.getTables().get(1).getRow(1);
            int last = row.getTableCells().size() - 1;
            row.getCell(last - 1).setText("We disagree");
            row.getCell(last).setText("It was <changed>.");
            word.write(out);
        }
        return out.toByteArray();
    }

    /** A form with a file, each byte of which is one letter, and further fields. */
    private static String multipart(String name, byte[] content, String... pairs) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            form.append("--between\r\nContent-Disposition: form-data; name=\"")
                    .append(pairs[i])
                    .append("\"\r\n\r\n")
                    .append(pairs[i + 1])
                    .append("\r\n");
        }
        return form.append("--between\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
                .append(name)
                .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .append(new String(content, StandardCharsets.ISO_8859_1))
                .append("\r\n--between--\r\n")
                .toString();
    }

    @Test
    void the_page_of_an_answer_tells_the_question_and_what_each_level_looks_like() throws Exception {
        String round = begun();
        bring(round, "institution,assessor,question,answer\nNational <Police>,A,FOR-01,level 3\n");
        Question question = assessment(round).set().find("FOR-01").orElseThrow();
        String item = anas.get("/workspaces/" + workspace.id() + "/items/"
                        + Rating.id(assessment(round).id(), police, "FOR-01", "A"))
                .body();
        assertThat(item).contains("What is asked", "What level 3 looks like");
        List<String> words = new ArrayList<>(question.levels());
        words.add(question.asks());
        assertThat(words).allSatisfy(one -> assertThat(item).contains(one));
    }

    @Test
    void whoever_reads_in_french_is_asked_in_french_on_every_page_and_by_programs() throws Exception {
        String round = begun();
        bring(round, "institution,assessor,question,answer\nNational <Police>,A,FOR-01,level 3\n");
        Question asked = assessment(round).set().find("FOR-01").orElseThrow();
        Question shown = QuestionWords.in(Locale.FRENCH).shown(asked);
        String item = "/workspaces/" + workspace.id() + "/items/"
                + Rating.id(assessment(round).id(), police, "FOR-01", "A");
        String api = "/api/v1" + governance;
        for (String page : List.of(
                round + "/answers/" + police,
                round + "/answers/" + police + "/FOR-01",
                item,
                governance + "/sets/salus",
                api + "/sets/salus",
                api + "/rounds/" + round.replaceAll(".*/", "") + "/answers")) {
            assertThat(anas.get(page, "Accept-Language", "fr").body())
                    .as(page)
                    .contains(shown.asks())
                    .doesNotContain(asked.asks());
        }
        assertThat(anas.get(governance + "/sets/salus.yaml", "Accept-Language", "fr")
                        .body())
                .as("a set is taken out as it is kept")
                .contains(asked.asks());
    }

    private static int sent(String path, String json) throws Exception {
        return anas.submit("POST", path, "application/json", json).statusCode();
    }

    @Test
    void assessors_are_a_text_or_a_list_of_texts() throws Exception {
        String api = "/api/v1" + governance + "/rounds";
        HttpResponse<String> begun = anas.submit(
                "POST",
                api,
                "application/json",
                "{\"title\": \"By a list\", \"assessors\": [\"A: Reform office\", \"B: Panel\"], \"institutions\": [\""
                        + police + "\"]}");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(200);
        String round = JsonMapper.builder()
                .build()
                .readTree(begun.body())
                .path("round")
                .asString("");
        assertThat(assessment(round).round().seats()).extracting(Seat::name).containsExactly("Reform office", "Panel");
        HttpResponse<String> refused = anas.submit(
                "POST",
                api,
                "application/json",
                "{\"title\": \"By objects\", \"assessors\": [{\"code\": \"A\"}], \"institutions\": []}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("assessors", "list of texts");
    }
}
