package org.salus.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
import org.salus.Visitor;
import org.salus.diligence.CaseFile;
import org.salus.evidence.Evidence;
import org.salus.evidence.LoadInput;
import org.salus.evidence.Progress;
import org.salus.framework.DateSpan;
import org.salus.framework.Recorded;
import org.salus.framework.ReformArea;
import org.salus.goals.Link;
import org.salus.goals.Objective;
import org.salus.goals.ResultsChain;
import org.salus.goals.Support;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Citation;
import org.salus.ledger.Confidence;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Outcome;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.Workspace;
import org.salus.people.Tokens;
import org.salus.portfolio.AreaJudgement;
import org.salus.sector.Actor;
import org.salus.sector.ActorType;
import org.salus.sector.Basis;
import org.salus.sector.KnownSupport;
import org.salus.sector.Name;
import org.salus.sector.Phase;
import org.salus.sector.Power;
import org.salus.sector.Statement;
import org.salus.sector.SupportAmount;
import org.salus.sector.SupportOrigin;
import org.salus.sector.SupportStage;
import org.salus.sector.Tie;
import org.salus.sector.TieType;
import org.salus.workspace.Answer;
import org.salus.workspace.Reply;
import org.salus.workspace.Source;
import org.salus.workspace.SourceType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Findings about support are answered in a workspace, where what its members judged counts. */
@Tag("slow")
class AnswerDoorsTest {
    private static final String OVERLAP = "coordination:BDI:overlap/2b//2009-2011";

    private static final String GOING_ON = """
            <iati-activity default-currency="USD"><iati-identifier>A-4</iati-identifier>
            <reporting-org ref="XM-A-4" type="10"><narrative>Norway</narrative></reporting-org>
            <title><narrative>Training of the police</narrative></title><activity-status code="2"/>
            <activity-date type="2" iso-date="2014-02-01"/><activity-date type="3" iso-date="2099-11-30"/>
            <participating-org role="1" type="10"><narrative>Norway</narrative></participating-org>
            <recipient-country code="BI"/><sector vocabulary="1" code="15132"/></iati-activity>""";

    @TempDir
    private static Path folder;

    private static RunningTeam team;
    private static AccountId ana;
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
                "<iati-activities version=\"2.03\">" + police("A-1", "Belgium") + police("A-2", "Netherlands")
                        + police("A-3", "Norway") + GOING_ON + "</iati-activities>");
        team.server()
                .context()
                .getBean(Evidence.class)
                .loads()
                .load(List.of(new LoadInput("aid.xml", "", file)), null, Progress.SILENT);
    }

    private static String police(String id, String funder) {
        return """
                <iati-activity default-currency="USD"><iati-identifier>%s</iati-identifier>
                <reporting-org ref="XM-%s" type="10"><narrative>%s</narrative></reporting-org>
                <title><narrative>Training of the police</narrative></title><activity-status code="4"/>
                <activity-date type="2" iso-date="2009-02-01"/><activity-date type="4" iso-date="2011-11-30"/>
                <participating-org role="1" type="10"><narrative>%s</narrative></participating-org>
                <recipient-country code="BI"/><sector vocabulary="1" code="15132"/>
                <transaction><transaction-type code="3"/><transaction-date iso-date="2010-03-01"/><value value-date="2010-03-01">100</value></transaction>
                </iati-activity>""".formatted(id, id, funder, funder);
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
        page = "/workspaces/" + workspace.id() + "/coordination";
    }

    private List<Answer> answers() {
        return workspace.view(ana).list(Answer.KIND).stream().map(Item::value).toList();
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

    private JsonNode api() throws Exception {
        return JsonMapper.builder().build().readTree(api("GET", page, ""));
    }

    @Test
    void a_finding_is_answered_on_its_page_and_the_answer_stands_beside_it() throws Exception {
        assertThat(anas.get(page).body())
                .contains("Possible overlap", OVERLAP, "Dealt with", "/activities?id=A-1")
                .doesNotContain("[coordination.", "[workspace.", "Open the answer");
        HttpResponse<String> answered = anas.post(
                page + "/answers",
                "finding",
                OVERLAP,
                "reply",
                "dealt-with",
                "because",
                "one <programme> now",
                "country",
                "BDI",
                "back",
                page);
        assertThat(answered.statusCode()).isEqualTo(303);
        assertThat(answers()).singleElement().satisfies(answer -> {
            assertThat(answer.reply()).isEqualTo(Reply.DEALT_WITH);
            assertThat(answer.by()).contains(ana);
            assertThat(answer.edition()).isEqualTo(Thresholds.shipped().edition());
        });
        assertThat(anas.get(page).body()).contains("one &lt;programme&gt; now", "Ana", "Change your answer");
        anas.post(page + "/answers", "finding", OVERLAP, "reply", "agree", "back", page);
        assertThat(answers()).extracting(Answer::reply).containsExactly(Reply.AGREE);
    }

    @Test
    void who_does_not_agree_says_why_and_what_is_not_found_cannot_be_answered() throws Exception {
        assertThat(anas.post(page + "/answers", "finding", OVERLAP, "reply", "disagree", "back", page)
                        .body())
                .contains("Say why: others need your reason");
        assertThat(anas.post(page + "/answers", "finding", OVERLAP, "reply", "never", "because", "x", "back", page)
                        .body())
                .contains("there are: agree, partly, disagree, dealt-with");
        assertThat(api("POST", page + "/answers", "{\"finding\":\"coordination:BDI:none\",\"reply\":\"agree\"}"))
                .contains("\"status\":404");
        assertThat(api("POST", page + "/answers", "{\"finding\":\"" + OVERLAP + "\",\"reply\":\"partly\"}"))
                .contains("\"status\":422");
        assertThat(api(
                        "POST",
                        page + "/answers",
                        "{\"finding\":\"" + OVERLAP
                                + "\",\"reply\":\"agree\",\"reply\":\"dealt-with\",\"because\":\"x\"}"))
                .contains("\"status\":400", "says \\\"reply\\\" twice");
        assertThat(answers()).isEmpty();
    }

    @Test
    void programs_read_and_answer_the_same_and_others_see_nothing() throws Exception {
        assertThat(api(
                        "POST",
                        page + "/answers",
                        "{\"finding\":\"" + OVERLAP + "\",\"reply\":\"disagree\",\"because\":\"other provinces\"}"))
                .contains("\"entry\"");
        JsonNode finding = api().path("findings").path(0);
        assertThat(finding.path("name").asString()).isEqualTo(OVERLAP);
        assertThat(finding.path("answers").path(0).path("because").asString()).isEqualTo("other provinces");
        assertThat(bens.get(page).statusCode()).isEqualTo(404);
        assertThat(anas.get("/countries/BDI/coordination").body())
                .contains("/workspaces/" + workspace.id() + "/coordination?country=BDI");
        assertThat(bens.get("/countries/BDI/coordination").body())
                .doesNotContain(workspace.id().toString());
    }

    /** Two donors with an activity of their own are no overlap any more: the answer stays, and is said to be one to what is not found any more. */
    @Test
    void a_judgement_of_the_workspace_counts_and_an_answer_outlives_its_finding() throws Exception {
        anas.post(page + "/answers", "finding", OVERLAP, "reply", "disagree", "because", "they talk", "back", page);
        assertThat(workspace.append(
                        ana,
                        new Edit.Put(new AreaJudgement(
                                        "A-3",
                                        ReformArea.NONE,
                                        Optional.empty(),
                                        "a sports club",
                                        new AreaJudgement.Proposal(ReformArea.POLICE, BigDecimal.ONE, ""))
                                .fresh())))
                .isInstanceOf(Outcome.Accepted.class);
        JsonNode told = api();
        assertThat(told.path("findings").toString()).doesNotContain(OVERLAP);
        assertThat(told.path("answers_to_what_is_not_found_any_more")
                        .path(0)
                        .path("because")
                        .asString())
                .isEqualTo("they talk");
        assertThat(anas.get(page).body()).contains("Answers to what is not found any more (1)", "they talk");
        // Open data alone say what they said.
        assertThat(anas.get("/countries/BDI/coordination").body()).contains("Possible overlap");
    }

    private <T extends Record> Item<T> put(Item<T> item) {
        assertThat(workspace.append(ana, new Edit.Put(item))).isInstanceOf(Outcome.Accepted.class);
        return workspace.view(ana).get(item.kind(), item.id());
    }

    private static Actor actor(String name, ActorType type) {
        return Actor.of(new Phase(
                DateSpan.OPEN,
                List.of(Name.of(name)),
                type.usualClass(),
                Optional.of(type),
                Optional.empty(),
                Map.of(Power.USE_FORCE, Recorded.RECORDED)));
    }

    @Test
    void an_objective_without_support_is_a_gap_that_goals_and_coordination_answer_as_one() throws Exception {
        assertThat(api().path("gaps").size()).isZero();
        Item<ResultsChain> plan = put(Item.fresh(ResultsChain.KIND, ResultsChain.of("Our plan")));
        Item<Actor> police = put(Item.fresh(Actor.KIND, actor("National Police", ActorType.POLICE)));
        Item<Objective> objective = put(Item.fresh(
                Objective.KIND, Objective.of(plan.id(), "Complaints are heard").in(Optional.of(police.id()))));
        JsonNode gap = api().path("gaps").path(0);
        assertThat(gap.path("kind").asString()).isEqualTo("objective-without-support");
        assertThat(gap.path("says").toString()).contains("Complaints are heard");
        assertThat(api().path("gaps").toString())
                .contains("no-objective-linked")
                .contains("A-4");
        anas.post(
                page + "/answers",
                "finding",
                gap.path("name").asString(),
                "reply",
                "dealt-with",
                "because",
                "a donor is found",
                "back",
                page);
        assertThat(answers())
                .singleElement()
                .satisfies(answer -> assertThat(answer.about()).contains(objective.id()));
        assertThat(anas.get("/workspaces/" + workspace.id() + "/goals/" + plan.id() + "/holes")
                        .body())
                .contains("a donor is found");
        JsonNode dealtWith = api().path("gaps").path(0);
        assertThat(dealtWith.path("answered").asBoolean(true))
                .as("dealt with closes nothing that is still found, as the page of holes says")
                .isFalse();
        anas.post(
                page + "/answers",
                "finding",
                gap.path("name").asString(),
                "reply",
                "agree",
                "because",
                "we begin with our own means",
                "back",
                page);
        assertThat(answers())
                .singleElement()
                .satisfies(answer -> assertThat(answer.asRead())
                        .as("what the hole said is kept with its answer, as by goals")
                        .isPresent());
        JsonNode accepted = api().path("gaps").path(0);
        assertThat(accepted.path("answered").asBoolean(false)).isTrue();
        assertThat(accepted.path("reasons").toString()).contains("not counted as open among the holes of the plan");
        // Support that names the activity and leads to the objective closes both.
        Item<Support> support = put(Item.fresh(
                Support.KIND,
                new Support(
                        plan.id(),
                        "Norway's training",
                        "Norway",
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        List.of("A-4"),
                        Optional.empty(),
                        "",
                        DateSpan.OPEN,
                        Optional.empty(),
                        "")));
        put(Item.fresh(Link.KIND, Link.of(plan.id(), support.id(), objective.id())));
        assertThat(api().path("gaps").size()).isZero();
        assertThat(anas.get(page).body()).doesNotContain("[coordination.", "No objective linked yet");
    }

    /** Of an objective without an institution nobody looked for activities that name it, so nothing is said of them. */
    @Test
    void what_names_an_institution_is_told_only_of_objectives_that_have_one() throws Exception {
        Item<ResultsChain> plan = put(Item.fresh(ResultsChain.KIND, ResultsChain.of("Our plan")));
        put(Item.fresh(Objective.KIND, Objective.of(plan.id(), "Complaints are heard")));
        assertThat(anas.get(page).body()).contains("Complaints are heard").doesNotContain("names its institution");
        Item<Actor> police = put(Item.fresh(Actor.KIND, actor("National Police", ActorType.POLICE)));
        put(Item.fresh(
                Objective.KIND, Objective.of(plan.id(), "Budgets are read").in(Optional.of(police.id()))));
        assertThat(anas.get(page).body().split("none is linked to this objective", -1))
                .hasSize(2);
    }

    @Test
    void a_finding_about_oversight_is_a_gap_until_support_to_the_institution_is_known() throws Exception {
        Item<Actor> police = put(Item.fresh(Actor.KIND, actor("National Police", ActorType.POLICE)));
        Item<Actor> parliament = put(Item.fresh(Actor.KIND, actor("Parliament", ActorType.PARLIAMENT)));
        Item<Source> report = put(Item.fresh(Source.KIND, Source.of(SourceType.DOCUMENT, "Report of the ombudsman")));
        put(Item.fresh(
                        Tie.KIND,
                        Tie.of(parliament.id(), TieType.OVERSEES, police.id())
                                .saying(Basis.LAW, Statement.absent())
                                .saying(Basis.PRACTICE, Statement.absent()))
                .citing(List.of(Citation.of(report.id(), "p. 4", Confidence.HIGH))));
        assertThat(api().path("gaps").toString())
                .contains("oversight-without-support", police.id().toString());
        assertThat(anas.get(page).body())
                .contains("None recorded yet is not none")
                .doesNotContain("[coordination.");
        put(Item.fresh(
                KnownSupport.KIND,
                new KnownSupport(
                        "Norway",
                        "",
                        Optional.of(police.id()),
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        "",
                        SupportStage.PLANNED,
                        SupportAmount.UNKNOWN,
                        DateSpan.OPEN,
                        SupportOrigin.MEETING,
                        Optional.empty(),
                        "")));
        assertThat(api().path("gaps").toString()).doesNotContain(police.id().toString());
    }

    /** Of a case without a decision its reader is told on the page and by the API; no file carries it, and no other workspace. */
    @Test
    void support_to_a_unit_without_a_valid_decision_is_told_to_the_readers_of_the_case_alone() throws Exception {
        assertThat(api().path("without_valid_decision").size()).isZero();
        Item<Actor> police = put(Item.fresh(Actor.KIND, actor("National Police", ActorType.POLICE)));
        Item<CaseFile> file = put(Item.fresh(
                        CaseFile.KIND,
                        new CaseFile(
                                "Training of the police unit",
                                Optional.of(police.id()),
                                Optional.empty(),
                                "",
                                Optional.empty(),
                                Optional.empty(),
                                "training",
                                "Embassy",
                                List.of(),
                                List.of(),
                                List.of(),
                                ""))
                .meantFor(new Sensitivity.Named(new TreeSet<>(Set.of(ana)))));
        JsonNode found = api().path("without_valid_decision");
        assertThat(found.size()).isEqualTo(1);
        assertThat(found.get(0).path("case").asString()).isEqualTo(file.id().toString());
        assertThat(found.get(0).path("unit").asString()).isEqualTo(police.id().toString());
        assertThat(anas.get(page).body())
                .contains("Support without a valid decision of due diligence", "diligence/cases/" + file.id());
        assertThat(anas.get(page + "/findings.csv").body()).doesNotContain("Training of the police unit");
        assertThat(bens.get(page).statusCode()).isEqualTo(404);
    }

    @Test
    void what_partners_say_of_a_donor_stands_beside_its_profile_for_those_who_may_read_it() throws Exception {
        String statements = page + "/statements";
        assertThat(api("POST", statements, """
                        {"donor":"norway","area":"2b","by":"partner","who":"Ministry","text":"Its training was used.","when":"2012"}""")).contains("item");
        assertThat(JsonMapper.builder()
                        .build()
                        .readTree(api("GET", statements + "?donor=Norway", ""))
                        .path("statements")
                        .get(0)
                        .path("text")
                        .asString())
                .isEqualTo("Its training was used.");
        assertThat(anas.get(statements).body())
                .contains("Its training was used.")
                .doesNotContain("[coordination.");
        assertThat(anas.get(statements + ".csv").body()).contains("Ministry");
        assertThat(anas.get("/countries/BDI/donor?name=Norway").body())
                .contains("A partner in the country (Ministry, 2012), of 2b", "Its training was used.");
        assertThat(bens.get("/countries/BDI/donor?name=Norway").body()).doesNotContain("Its training was used.");
        assertThat(anas.get("/countries/BDI/donor?name=Belgium").body()).doesNotContain("Its training was used.");
    }

    @Test
    void a_statement_without_donor_office_or_text_or_with_a_word_that_means_nothing_is_refused_by_name()
            throws Exception {
        String statements = page + "/statements";
        assertThat(api("POST", statements, "{\"donor\":\"Norway\",\"by\":\"friend\",\"who\":\"x\",\"text\":\"x\"}"))
                .contains("donor, partner, other");
        assertThat(api(
                        "POST",
                        statements,
                        "{\"donor\":\"Norway\",\"by\":\"donor\",\"area\":\"none\",\"who\":\"x\",\"text\":\"x\"}"))
                .contains("1a");
        assertThat(api("POST", statements, "{\"by\":\"donor\"}"))
                .contains("Name the donor", "Name the office", "Write what is said");
        assertThat(workspace.view(ana).list(DonorStatement.KIND)).isEmpty();
    }
}
