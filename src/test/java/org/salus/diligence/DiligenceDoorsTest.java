package org.salus.diligence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.LocalDate;
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
import org.salus.Salus;
import org.salus.Visitor;
import org.salus.diligence.Offices.At;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Recorded;
import org.salus.framework.Sentence;
import org.salus.ledger.Act;
import org.salus.ledger.CheapCopy;
import org.salus.ledger.Confidence;
import org.salus.ledger.Copy;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.ItemJson;
import org.salus.ledger.Merge;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.workspace.PrivateLayers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A case through its doors, from its beginning to a suspension, and who is told of it. */
class DiligenceDoorsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private static Path folder;

    private static Offices offices;

    @BeforeAll
    static void start() throws Exception {
        offices = new Offices(folder);
    }

    @AfterAll
    static void end() {
        offices.close();
    }

    @BeforeEach
    void another() {
        offices.founded();
    }

    private static String get(Visitor visitor, String path) throws Exception {
        HttpResponse<String> answer = visitor.get(path);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        assertThat(answer.body()).as(path).doesNotContain("[diligence.");
        return answer.body();
    }

    private static int status(Visitor visitor, String path) throws Exception {
        return visitor.get(path).statusCode();
    }

    private static String refused(Visitor visitor, String path, String... form) throws Exception {
        HttpResponse<String> answer = visitor.post(path, form);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(400);
        return answer.body();
    }

    private Item<CaseFile> item(String page) {
        return offices.workspace.view(offices.ana).get(CaseFile.KIND, ItemId.of(page.replaceAll(".*/", "")));
    }

    @Test
    void a_case_goes_from_its_beginning_to_a_suspension() throws Exception {
        assertThat(get(offices.anas, offices.path("/diligence"))).contains("You read no case", "Border unit", "Radios");
        String page = offices.begun("organisation");
        assertThat(get(offices.anas, page)).contains("Border unit", "nothing is decided yet", "US Leahy");
        for (Offices.Doing doing : Offices.doings()) {
            doing.at(new At(offices.anas, page));
        }
        String shown = get(offices.anas, page);
        assertThat(shown)
                .contains("in force", "go with mitigation", "Directorate", "Minutes 7", "applies")
                .doesNotContain("without a valid decision");
        assertThat(get(offices.anas, offices.path("/diligence"))).contains("You read one case", "nothing is due");
        Offices.step(new At(offices.anas, page), "kind", "suspended", "date", Offices.day(-1));
        assertThat(get(offices.anas, page)).contains("is suspended since");
        assertThat(get(offices.anas, offices.path("/diligence"))).contains("is suspended since");
        Offices.step(new At(offices.anas, page), "kind", "lifted", "date", Offices.day(0));
        assertThat(get(offices.anas, page)).doesNotContain("without a valid decision");
        Offices.step(new At(offices.anas, page), "kind", "closed", "date", Offices.day(0));
        assertThat(refused(
                        offices.anas,
                        page + "/facts",
                        "text",
                        "too late",
                        "topic",
                        "command",
                        "learned",
                        Offices.day(0)))
                .contains("The case is closed");
    }

    @Test
    void readers_of_the_case_are_told_wherever_they_meet_the_support_and_nobody_else_is() throws Exception {
        String page = offices.begun("organisation");
        List<String> places = List.of(
                offices.path("/items/" + offices.unit),
                offices.path("/items/" + offices.radios),
                offices.path("/sector/panel?items=" + offices.unit),
                offices.path("/sector/panel?items=" + offices.unit + "+" + offices.unit),
                offices.path("/sector/support"),
                offices.path("/diligence"),
                "/api/v1" + offices.path("/items/" + offices.unit),
                "/api/v1" + offices.path("/sector/support"),
                "/api/v1" + offices.path("/diligence"));
        for (String place : places) {
            assertThat(get(offices.evas, place)).as(place).contains("without a valid decision");
            assertThat(get(offices.bens, place))
                    .as(place)
                    .doesNotContain("without a valid decision", "Embassy", page.replaceAll(".*/", ""));
        }
        assertThat(status(offices.evas, page)).isEqualTo(200);
        assertThat(status(offices.bens, page)).isEqualTo(404);
        assertThat(status(offices.bens, page + "/us-leahy.docx")).isEqualTo(404);
        assertThat(status(offices.bens, "/api/v1" + page)).isEqualTo(404);
        assertThat(get(offices.bens, offices.path("/history"))).doesNotContain("due-diligence case");
        // Files go from hand to hand.
        assertThat(get(offices.evas, offices.path("/sector/support.csv"))).doesNotContain("without a valid decision");
    }

    @Test
    void beside_support_that_no_case_of_the_unit_is_about_its_readers_learn_that_too() throws Exception {
        offices.inForce("organisation");
        assertThat(get(offices.anas, offices.path("/items/" + offices.radios)))
                .doesNotContain("without a valid decision");
        assertThat(get(offices.anas, offices.path("/items/" + offices.boats))).contains("none about this support");
        assertThat(get(offices.bens, offices.path("/items/" + offices.boats)))
                .doesNotContain("none about this support");
    }

    @Test
    void where_nobody_chooses_a_case_is_kept_in_a_private_layer() throws Exception {
        View before = offices.workspace.view(offices.ana);
        get(offices.anas, offices.path("/diligence"));
        String page = Offices.done(
                offices.anas,
                offices.path("/diligence/cases"),
                "recipient",
                offices.unit.toString(),
                "support",
                offices.radios.toString());
        assertThat(offices.workspace.view(offices.ana).heads()).isEqualTo(before.heads());
        assertThat(page).doesNotContain(offices.workspace.id().toString());
        List<View> layers = PrivateLayers.of(offices.workspace.id(), offices.ana, offices.team.workspaces());
        assertThat(layers).hasSize(1);
        assertThat(layers.getFirst().list(CaseFile.KIND)).singleElement().satisfies(item -> {
            assertThat(item.value().recipient()).isEmpty();
            assertThat(item.value().recipientBeyond()).contains(offices.unit);
        });
        assertThat(get(offices.anas, page)).contains("Border unit");
        for (String place : List.of("/diligence", "/items/" + offices.unit, "/sector/support")) {
            assertThat(get(offices.anas, offices.path(place))).as(place).contains("without a valid decision");
            assertThat(get(offices.evas, offices.path(place))).as(place).doesNotContain("without a valid decision");
        }
        assertThat(status(offices.evas, page)).isEqualTo(404);
    }

    @Test
    void taking_a_case_out_of_a_layer_is_an_act_with_a_reason() throws Exception {
        String page = offices.inForce("layer");
        assertThat(refused(offices.anas, page + "/share", "date", Offices.day(0), "office", "Directorate"))
                .contains("needs its reasons");
        assertThat(status(offices.evas, offices.path("/diligence"))).isEqualTo(200);
        String shared = Offices.done(
                offices.anas,
                page + "/share",
                "date",
                Offices.day(0),
                "office",
                "Directorate",
                "because",
                "the desk has to know",
                "keep",
                "organisation");
        assertThat(shared).contains(offices.workspace.id().toString());
        assertThat(get(offices.evas, shared)).contains("in force", "Serial numbers are checked", "Minutes 7");
        assertThat(status(offices.bens, shared)).isEqualTo(404);
        assertThat(item(shared).value().recipient()).contains(offices.unit);
        assertThat(get(offices.anas, page)).contains("closed");
    }

    /** The layer in which the case of a test is kept. */
    private static Workspace layer() {
        List<View> layers = PrivateLayers.of(offices.workspace.id(), offices.ana, offices.team.workspaces());
        assertThat(layers).hasSize(1);
        return offices.team.workspaces().get(layers.getFirst().workspace());
    }

    private static CaseEntry onlyCase(Workspace workspace) {
        return CaseBook.of(workspace.view(offices.ana), List.of(), LocalDate.now(Clock.systemUTC()))
                .entries()
                .getFirst();
    }

    @Test
    void a_case_that_cannot_be_closed_in_its_layer_is_not_taken_out_of_it() throws Exception {
        String page = offices.inForce("layer");
        View before = offices.workspace.view(offices.ana);
        Map<String, String> days = Map.of(
                Offices.day(0).substring(0, 7), "A step is of a day",
                Offices.day(-81), "A step cannot be of an earlier day");
        for (Map.Entry<String, String> day : days.entrySet()) {
            assertThat(refused(
                            offices.anas,
                            page + "/share",
                            "date",
                            day.getKey(),
                            "office",
                            "Directorate",
                            "because",
                            "the desk has to know"))
                    .contains(day.getValue());
        }
        assertThat(offices.workspace.view(offices.ana).heads()).isEqualTo(before.heads());
        assertThat(onlyCase(layer()).course().isClosed()).isFalse();
    }

    @Test
    void a_case_with_several_versions_is_not_taken_out_of_its_layer() throws Exception {
        offices.inForce("layer");
        View before = offices.workspace.view(offices.ana);
        CaseEntry entry = onlyCase(layer());
        CaseEntry twice = new CaseEntry(
                entry.workspace(),
                entry.layer(),
                entry.item(),
                entry.facts(),
                entry.measures(),
                entry.day(),
                entry.state(),
                true);
        TypedCase typed = new TypedCase(
                Map.of("date", Offices.day(0), "office", "Directorate", "because", "the desk has to know"));
        assertThatThrownBy(() -> typed.shared(offices.team.workspaces(), layer(), twice, offices.ana))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.sentence().key()).isEqualTo("diligence.failure.in-conflict"));
        assertThat(offices.workspace.view(offices.ana).heads()).isEqualTo(before.heads());
        assertThat(typed.shared(offices.team.workspaces(), layer(), entry, offices.ana)
                        .outcome())
                .isInstanceOf(Outcome.Accepted.class);
        assertThat(onlyCase(layer()).course().isClosed()).isTrue();
    }

    @Test
    void private_layers_are_looked_for_only_beside_what_a_case_can_be_about() throws Exception {
        offices.begun("layer");
        View view = offices.workspace.view(offices.ana);
        LocalDate day = LocalDate.now(Clock.systemUTC());
        List<ItemId> asked = new ArrayList<>();
        for (ItemId item : view.ids()) {
            Salus.faces()
                    .besides(
                            view,
                            () -> {
                                asked.add(item);
                                return List.of(layer().view(offices.ana));
                            },
                            item,
                            day);
        }
        assertThat(asked).containsExactlyInAnyOrder(offices.unit, offices.radios, offices.boats);
    }

    @Test
    void each_case_has_what_belongs_to_it_and_no_more() throws Exception {
        offices.inForce("organisation");
        String other = offices.begun("organisation");
        Offices.done(
                offices.anas,
                other + "/facts",
                "topic",
                "command",
                "text",
                "A report names the command",
                "learned",
                Offices.day(0));
        List<CaseEntry> entries = CaseBook.of(
                        offices.workspace.view(offices.ana), List.of(), LocalDate.now(Clock.systemUTC()))
                .entries();
        assertThat(entries.stream().map(entry -> entry.facts().size()).toList()).containsExactly(3, 1);
        assertThat(entries.stream().map(entry -> entry.measures().size()).toList())
                .containsExactly(1, 0);
        assertThat(get(offices.anas, offices.path("/items/" + offices.boats))).contains("none about this support");
    }

    @Test
    void what_was_kept_for_few_in_a_layer_stays_with_these() throws Exception {
        String page = offices.inForce("layer");
        Workspace layer = layer();
        Sensitivity few = new Sensitivity.Named(new TreeSet<>(Set.of(offices.ana)));
        ItemId caseFile = onlyCase(layer).item().id();
        Item<RiskFact> heard = Item.fresh(
                        RiskFact.KIND,
                        new RiskFact(
                                caseFile,
                                "command",
                                Recorded.RECORDED,
                                "Told in confidence",
                                "",
                                Optional.empty(),
                                PartialDate.of(Offices.day(-94)),
                                Confidence.LOW))
                .meantFor(few);
        Item<Measure> quiet = Item.fresh(
                        Measure.KIND,
                        new Measure(
                                caseFile,
                                "A visit that is not announced",
                                "Embassy",
                                Optional.of(PartialDate.of(Offices.day(30))),
                                Optional.empty(),
                                "",
                                false))
                .meantFor(few);
        assertThat(layer.append(offices.ana, new Edit.Put(heard), new Edit.Put(quiet)))
                .isInstanceOf(Outcome.Accepted.class);
        assertThat(get(offices.anas, page)).contains("so does what you may not see");
        String shared = Offices.done(
                offices.anas,
                page + "/share",
                "date",
                Offices.day(0),
                "office",
                "Directorate",
                "because",
                "the desk has to know",
                "keep",
                "organisation");
        assertThat(get(offices.anas, shared)).contains("Told in confidence", "A visit that is not announced");
        assertThat(get(offices.evas, shared))
                .contains("No report names the unit", "Serial numbers are checked")
                .doesNotContain("Told in confidence", "A visit that is not announced");
    }

    @Test
    void steps_stand_whichever_door_they_are_changed_through() throws Exception {
        String page = offices.inForce("organisation");
        Item<CaseFile> item = item(page);
        Workspace workspace = offices.workspace;
        CaseFile without = item.value()
                .withSteps(item.value().steps().subList(0, item.value().steps().size() - 1));
        assertThat(reasons(workspace.append(offices.ana, new Edit.Put(item.saying(without)))))
                .contains("diligence.refusal.steps-stand");
        assertThat(reasons(workspace.append(offices.ana, new Edit.Remove(item))))
                .contains("diligence.refusal.decided-stays");
        Item<RiskFact> fact = workspace.view(offices.ana).list(RiskFact.KIND).getFirst();
        assertThat(reasons(workspace.append(offices.ana, new Edit.Remove(fact))))
                .contains("diligence.refusal.fact-stays");
        ObjectNode body = JSON.createObjectNode();
        body.put("kind", CaseFile.KIND.name());
        body.set("value", ItemJson.value(item).put("recipientName", "Another unit"));
        body.putArray("basis").add(item.basis().iterator().next().toString());
        HttpResponse<String> answer = offices.anas.submit(
                "PUT",
                "/api/v1" + offices.path("/items/" + item.id()),
                "application/json",
                JSON.writeValueAsString(body));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("What was decided holds for this unit");
    }

    private static List<String> reasons(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).reasons().stream().map(Sentence::key).toList();
    }

    @Test
    void a_case_is_never_public_and_for_all_members_only_with_a_reason() throws Exception {
        Item<CaseFile> item = item(offices.begun("me"));
        Workspace workspace = offices.workspace;
        assertThat(reasons(workspace.append(offices.ana, new Edit.Put(item.meantFor(Sensitivity.forEverybody())))))
                .contains("diligence.refusal.public");
        Item<CaseFile> open = Item.fresh(CaseFile.KIND, item.value());
        assertThat(reasons(workspace.append(offices.ana, new Edit.Put(open))))
                .containsExactly("diligence.refusal.members");
        assertThat(workspace.append(
                        offices.ana, List.of(new Edit.Put(open)), Reason.of(Act.EDIT, "everybody works on it")))
                .isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void whoever_contributes_can_stop_support_and_not_decide_on_it() throws Exception {
        String page = offices.begun("organisation");
        get(offices.evas, page);
        assertThat(offices.evas.post(page + "/steps", "kind", "closed").statusCode())
                .as("who reads writes nothing")
                .isEqualTo(403);
        CaseFile file = item(page).value();
        Moment moment = new Moment(
                file,
                Steps.decided(RiskLevel.MEDIUM, Decision.GO).course(),
                Steps.step(StepKind.LIFTED, "2026-04-01"),
                false,
                false,
                List.of(),
                List.of(),
                Regimes.shipped());
        assertThat(CaseRule.ROLE_OF_DECIDERS.against(moment)).isPresent();
        Item<CaseFile> shared = Item.fresh(CaseFile.KIND, file);
        assertThat(offices.workspace.append(
                        offices.ana, List.of(new Edit.Put(shared)), Reason.of(Act.EDIT, "everybody works on it")))
                .isInstanceOf(Outcome.Accepted.class);
        HttpResponse<String> refused = offices.bens.submit(
                "POST",
                "/api/v1" + offices.path("/diligence/cases/" + shared.id() + "/steps"),
                "application/json",
                "{\"kind\":\"decided\",\"decision\":\"no\",\"date\":\"2026-03-01\",\"office\":\"Desk\",\"because\":\"so\"}");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
        assertThat(refused.body()).contains("is for editors and owners");
    }

    @Test
    void a_name_stands_only_where_named_readers_are_and_can_be_taken_out() throws Exception {
        String open = offices.inForce("organisation");
        assertThat(refused(
                        offices.anas,
                        open + "/steps",
                        "kind",
                        "suspended",
                        "date",
                        Offices.day(0),
                        "office",
                        "Directorate",
                        "because",
                        "new reports",
                        "person",
                        "A. N. Other",
                        "person-until",
                        Offices.day(30)))
                .contains("meant for named readers");
        String mine = offices.inForce("me");
        assertThat(get(offices.anas, mine))
                .contains("at most " + Regimes.shipped().longestNameMonths() + " months. Then the name");
        Offices.step(
                new At(offices.anas, mine),
                "kind",
                "suspended",
                "date",
                Offices.day(0),
                "person",
                "A. N. Other",
                "person-until",
                Offices.day(30));
        assertThat(get(offices.anas, mine)).contains("A. N. Other");
        Offices.done(offices.anas, mine + "/names");
        assertThat(get(offices.anas, mine)).contains("is suspended since");
        assertThat(item(mine).value().steps()).allMatch(step -> step.named().isEmpty());
    }

    @Test
    void each_regime_has_a_form_of_the_same_facts() throws Exception {
        String page = offices.inForce("organisation");
        for (String regime : List.of("us-leahy", "un-hrddp", "uk-osja", "eu-hrddp")) {
            for (String form : RegimeForm.FORMS) {
                HttpResponse<String> file = offices.anas.get(page + "/" + regime + "." + form);
                assertThat(file.statusCode()).as(regime).isEqualTo(200);
                assertThat(Offices.unpacked(file.body()))
                        .as(regime + "." + form)
                        .contains("No report names the unit", "Border unit", regime + " 2026-11", "approves nothing");
            }
        }
        assertThat(status(offices.anas, page + "/nobody.docx")).isEqualTo(404);
        assertThat(get(offices.anas, offices.path("/audit")))
                .as("owners are told that a file was taken, and not that it was of a case")
                .contains("file.docx")
                .doesNotContain("leahy", "diligence/cases");
    }

    @Test
    void programs_are_answered_the_same_and_write_the_same() throws Exception {
        String api = "/api/v1" + offices.path("/diligence");
        get(offices.anas, offices.path("/diligence"));
        HttpResponse<String> begun = offices.anas.submit(
                "POST",
                api + "/cases",
                "application/json",
                "{\"recipient\":\"" + offices.unit
                        + "\",\"given\":\"Radios\",\"regimes\":[\"us-leahy\"],\"keep\":\"organisation\"}");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(200);
        String id = JSON.readTree(begun.body()).path("case").asString();
        String one = api + "/cases/" + id;
        assertThat(offices.anas
                        .submit(
                                "POST",
                                one + "/answers",
                                "application/json",
                                "{\"answer-security-force\":\"yes\",\"answer-us-defence\":\"yes\",\"answer-us-foreign-aid\":\"no\"}")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> early = offices.anas.submit(
                "POST",
                one + "/steps",
                "application/json",
                "{\"kind\":\"assessed\",\"level\":\"low\",\"date\":\"2026-03-01\",\"office\":\"Desk\",\"because\":\"so\"}");
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(early.body()).contains("needs a case that is in scope", "needs facts");
        assertThat(offices.anas
                        .submit(
                                "POST",
                                one + "/steps",
                                "application/json",
                                "{\"kind\":\"in-scope\",\"date\":\"2026-03-01\",\"office\":\"Desk\",\"because\":\"so\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(offices.anas
                        .submit("POST", one + "/facts", "application/json", "{\"text\":\"so\",\"lerned\":\"2026\"}")
                        .statusCode())
                .as("a name that means nothing")
                .isEqualTo(400);
        JsonNode told = JSON.readTree(get(offices.evas, one));
        assertThat(told.path("case").path("state").asString()).isEqualTo("in-scope");
        assertThat(told.path("scope").path(0).path("verdict").asString()).isEqualTo("applies");
        assertThat(told.path("not_looked_into").path("us-leahy").size()).isEqualTo(3);
        assertThat(JSON.readTree(get(offices.evas, api)).path("findings").size())
                .isEqualTo(1);
        JsonNode bens = JSON.readTree(get(offices.bens, api));
        assertThat(bens.path("cases").size()
                        + bens.path("findings").size()
                        + bens.path("due").size())
                .isZero();
        assertThat(get(offices.bens, api + "/regimes")).contains("us-leahy");
    }

    @Test
    void a_program_is_told_which_choices_there_are_and_in_which_layer_a_case_is_written() throws Exception {
        String api = "/api/v1" + offices.path("/diligence/cases");
        get(offices.anas, offices.path("/diligence"));
        HttpResponse<String> begun = offices.anas.submit(
                "POST", api, "application/json", "{\"recipient\":\"" + offices.unit + "\",\"given\":\"Radios\"}");
        JsonNode told = JSON.readTree(begun.body());
        String id = told.path("case").asString();
        HttpResponse<String> elsewhere =
                offices.anas.submit("POST", api + "/" + id + "/answers", "application/json", "{}");
        assertThat(elsewhere.statusCode()).isEqualTo(404);
        assertThat(elsewhere.body())
                .contains("is kept in a private layer", told.path("workspace").asString());
        assertThat(offices.evas
                        .submit("POST", api + "/" + id + "/answers", "application/json", "{}")
                        .body())
                .as("nobody else is told that there is one")
                .doesNotContain("layer", told.path("workspace").asString());
        String there = "/api/v1/workspaces/" + told.path("workspace").asString() + "/diligence/cases/" + id;
        assertThat(offices.anas
                        .submit("POST", there + "/answers", "application/json", "{\"answer-security-force\":\"maybe\"}")
                        .body())
                .contains("maybe", "yes, no");
    }

    @Test
    void what_is_due_is_told_with_the_office_whose_it_is() throws Exception {
        String page = offices.inForce("organisation");
        assertThat(get(offices.anas, offices.path("/diligence"))).contains("Nothing is due");
        Item<Measure> measure =
                offices.workspace.view(offices.ana).list(Measure.KIND).getFirst();
        Measure said = measure.value();
        offices.put(measure.saying(new Measure(
                said.caseFile(),
                said.text(),
                "Customs desk",
                Optional.of(PartialDate.of(Offices.day(-5))),
                Optional.empty(),
                "",
                false)));
        Offices.done(
                offices.anas,
                page + "/facts",
                "topic",
                "command",
                "text",
                "A report names the command",
                "learned",
                Offices.day(0));
        String board = get(offices.anas, offices.path("/diligence"));
        assertThat(board).contains("Customs desk", "past", "fact learned later", "A report names the command");
        assertThat(get(offices.anas, offices.path("/diligence/due.csv"))).contains("Customs desk");
        assertThat(get(offices.bens, offices.path("/diligence/due.csv"))).doesNotContain("Customs desk");
    }

    @Test
    void versions_that_a_copy_brought_count_as_none_until_they_are_put_together() throws Exception {
        String page = offices.inForce("organisation");
        char[] passphrase = "a passphrase for tests".toCharArray();
        Path file = folder.resolve("travelling.salus");
        CheapCopy.make(offices.workspace, offices.ana, passphrase, file);
        Item<CaseFile> here = item(page);
        try (Copy copy = Copy.open(file, passphrase)) {
            Workspace there = copy.workspaces(Salus.faces().kinds(), InstantSource.system())
                    .get(offices.workspace.id().toString());
            Item<CaseFile> taken = there.view(offices.ana).get(CaseFile.KIND, here.id());
            Outcome stopped = there.append(
                    offices.ana,
                    new Edit.Put(taken.saying(taken.value().after(Steps.step(StepKind.SUSPENDED, Offices.day(-2))))));
            assertThat(stopped).isInstanceOf(Outcome.Accepted.class);
            offices.put(here.saying(here.value()
                    .after(Steps.step(StepKind.REVIEWED, Offices.day(-1))
                            .reviewedBy(PartialDate.of(Offices.day(150))))));
            Merge.merge(offices.workspace, copy, offices.ana, "from the field");
            assertThat(offices.workspace.view(offices.ana).isInConflict(here.id()))
                    .as("it does not go on from the step that was taken here, so it waits")
                    .isFalse();
            assertThat(offices.workspace.decide(
                            offices.ana, List.of(((Outcome.Accepted) stopped).entry()), List.of(), "both were taken"))
                    .isInstanceOf(Outcome.Accepted.class);
        }
        assertThat(offices.workspace.view(offices.ana).isInConflict(here.id())).isTrue();
        assertThat(get(offices.anas, page)).contains("has several versions", "Put the versions together");
        assertThat(get(offices.anas, offices.path("/items/" + offices.radios))).contains("has several versions");
        Offices.done(offices.anas, page + "/together");
        assertThat(offices.workspace.view(offices.ana).isInConflict(here.id())).isFalse();
        assertThat(item(page).value().steps())
                .extracting(CaseStep::kind)
                .endsWith(StepKind.DECIDED, StepKind.SUSPENDED, StepKind.REVIEWED);
        assertThat(get(offices.anas, page)).contains("is suspended since");
    }
}
