package org.salus.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.RunningTeam;
import org.salus.Visitor;
import org.salus.goals.Objective;
import org.salus.ledger.AccountId;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Member;
import org.salus.ledger.Role;
import org.salus.ledger.Sensitivity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schedule of a workspace through its doors: pages, files and the API. */
@Tag("slow")
class ScheduleDoorsTest {
    private static final String LAW = "A police law";
    private static final String TRAINING = "Officers trained in the law";

    @TempDir
    private static Path folder;

    private static RunningTeam team;
    private static Visitor anas;
    private static Visitor evas;
    private static AccountId ana;
    private static AccountId eva;

    private PlannedWorkspace at;

    @BeforeAll
    static void start() throws Exception {
        team = RunningTeam.start(folder, "requests-per-minute = 1000000");
        AccountId administrator = team.administrator("admin", "Admin");
        ana = team.account(administrator, "ana", "Ana");
        eva = team.account(administrator, "eva", "Eva");
        anas = team.signedIn("ana");
        evas = team.signedIn("eva");
    }

    @AfterAll
    static void end() {
        team.close();
    }

    @BeforeEach
    void another() {
        at = new PlannedWorkspace(team.workspaces(), ana);
        at.put(new Item<>(
                new ItemId(eva.value()),
                Member.KIND,
                Sensitivity.forMembers(),
                List.of(),
                new Member("Eva", Optional.empty(), "", Role.READER),
                Set.of()));
    }

    private String path(String below) {
        return "/workspaces/" + at.workspace.id() + "/schedule" + below;
    }

    /** The page once the search behind it is over. */
    private String page(Visitor visitor, String below) throws Exception {
        for (int tries = 0; tries < 100; tries++) {
            HttpResponse<String> answer = visitor.get(path(below));
            assertThat(answer.statusCode()).as(below + answer.body()).isEqualTo(200);
            // What the script says of a bar that is being moved is filled in the browser.
            assertThat(answer.body().replaceAll("data-say-would=\"[^\"]*\"", ""))
                    .as(below)
                    .doesNotContain("[planning.", "{0}");
            if (!answer.body().contains("hx-trigger=\"every 500ms\" hx-select=\"#plan\"")
                    || !answer.body().contains("<progress")) {
                return answer.body();
            }
            Thread.sleep(100);
        }
        throw new AssertionError("The search does not end.");
    }

    private void lawAndTraining(String latest) {
        at.objective(LAW, "months", "12", "type", "law");
        at.objective(TRAINING, "months", "6", "type", "training", "must", "yes", "latest", latest);
        at.say(PlanList.ORDERS, "before", LAW, "after", TRAINING);
    }

    private static void done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    @Test
    void the_plan_is_told_in_words_and_tables_and_taken_along_as_files() throws Exception {
        lawAndTraining("2030-12");
        assertThat(page(evas, ""))
                .contains(
                        "2 steps are planned, from January 2027 to June 2028.",
                        LAW,
                        "What is spent, year by year",
                        "Law before training",
                        "No limit of what institutions can absorb is written down")
                .doesNotContain("say-steps", "This is the plan we agree on");
        HttpResponse<String> file = evas.get(path("/steps.csv"));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).contains("first_month", "2028-01", "People travel freely");
        assertThat(evas.get(path("/years.xlsx")).statusCode()).isEqualTo(200);
        assertThat(evas.get(path("/moved.csv")).statusCode()).isEqualTo(404);
    }

    @Test
    void a_conflict_leads_to_what_can_be_changed_and_to_what_can_be_tried() throws Exception {
        lawAndTraining("2028-03");
        String page = page(anas, "");
        assertThat(page).contains("these 3 demands cannot be met together", "over by March 2028");
        Matcher tried = Pattern.compile("href=\"(/workspaces/[^\"]+/schedule\\?try=[^\"]+)\"")
                .matcher(page);
        int count = 0;
        while (tried.find()) {
            count++;
            String below = tried.group(1).replace("&amp;", "&").replaceFirst("^.*/schedule", "");
            assertThat(page(anas, below)).contains("planned, from January 2027", "Tried, and not kept");
        }
        assertThat(count).isEqualTo(3);
        Matcher change = Pattern.compile("href=\"(/workspaces/[^\"]+/items/[^\"]+)\">Change it")
                .matcher(page);
        assertThat(change.find()).isTrue();
        assertThat(anas.get(change.group(1)).body()).contains("step of the plan");
    }

    @Test
    void steps_are_said_and_offers_kept_on_the_page_and_what_is_left_empty_is_not_changed() throws Exception {
        at.objective(LAW, "months", "12", "type", "law");
        String training = at.objective(TRAINING, "months", "6").id().toString();
        page(anas, "");
        done(anas.post(path("/steps"), "step", training, "type", "training", "months", "", "must", "yes"));
        StepNeeds said =
                at.view().get(StepNeeds.KIND, StepNeeds.id(ItemId.of(training))).value();
        assertThat(said.isMust()).isTrue();
        assertThat(said.months()).isPresent();
        String page = page(anas, "");
        assertThat(page).contains("“" + LAW + "” before “" + TRAINING + "”");
        Matcher offer = Pattern.compile("name=\"before\" value=\"([^\"]+)\"").matcher(page);
        assertThat(offer.find()).isTrue();
        HttpResponse<String> withoutReason = anas.post(
                path("/orders"),
                "before",
                offer.group(1),
                "after",
                training,
                "precondition",
                "law-before-training",
                "standing",
                "declined",
                "because",
                "");
        assertThat(withoutReason.statusCode()).isEqualTo(400);
        assertThat(withoutReason.body()).contains("Declining needs a reason.");
        page(anas, "");
        done(anas.post(
                path("/orders"),
                "before",
                offer.group(1),
                "after",
                training,
                "precondition",
                "law-before-training",
                "standing",
                "kept",
                "because",
                ""));
        assertThat(page(anas, "")).contains("from January 2027 to June 2028");
        assertThat(evas.post(path("/steps"), "step", training, "months", "3").statusCode())
                .isBetween(400, 403);
    }

    @Test
    void a_plan_is_agreed_on_locked_by_hand_and_compared() throws Exception {
        lawAndTraining("2030-12");
        page(anas, "");
        done(anas.post(path("/agreed"), "title", "First plan", "asked-aim", "early-benefit"));
        String law = at.view().list(Objective.KIND).stream()
                .filter(item -> item.value().title().equals(LAW))
                .map(item -> item.id().toString())
                .findFirst()
                .orElseThrow();
        page(anas, "");
        done(anas.post(path("/steps"), "step", law, "lock", "2027-07"));
        assertThat(page(anas, ""))
                .contains(
                        "First plan",
                        "2 steps are moved and none stays",
                        "The end goes from June 2028 to December 2028.");
    }

    @Test
    void what_is_chosen_to_be_tried_becomes_part_of_the_address() throws Exception {
        lawAndTraining("2030-12");
        HttpResponse<String> sent = anas.get(path("?what=until&of=x&value=2033-12&aim=shortest"));
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.headers().firstValue("Location").orElseThrow()).endsWith("?aim=shortest&try=until%3D2033-12");
        assertThat(anas.get(path("?try=nonsense")).statusCode()).isEqualTo(400);
        assertThat(anas.get(path("?aim=cheapest")).statusCode()).isEqualTo(400);
        assertThat(anas.get(path("?seconds=600")).statusCode()).isEqualTo(400);
        done(anas.post(path("/enough"), "asked-seed", "5"));
    }

    @Test
    void steps_are_told_in_one_table_and_what_can_be_asked_is_folded_with_a_word_on_what_is_inside() throws Exception {
        lawAndTraining("2030-12");
        String page = page(anas, "");
        assertThat(page)
                .contains("<details class=\"screen\" id=\"ask\">", "Look for another plan: what is made best")
                .contains("<details class=\"screen\" id=\"what-if\">", "What if? Try a change of a step")
                .contains("id=\"steps\"")
                .doesNotContain("id=\"gantt-steps\"");
    }

    @Test
    void a_roadmap_that_cannot_be_had_says_what_conflicts_and_what_was_kept_last() throws Exception {
        lawAndTraining("2030-12");
        at.agree("First plan");
        at.say(PlanList.STEPS, "step", TRAINING, "latest", "2028-03");
        for (String door : List.of(path("/roadmap.xlsx"), "/api/v1" + path("/roadmap.xlsx"))) {
            HttpResponse<String> none = anas.get(door);
            assertThat(none.statusCode()).isEqualTo(404);
            assertThat(none.body())
                    .contains(
                            "There is no plan to take along.",
                            "these 3 demands cannot be met together",
                            "is over by March 2028",
                            "such as must:",
                            "First plan")
                    .doesNotContain("No step is planned yet");
        }
    }

    @Test
    void programs_get_the_same_answer_and_problems_as_json() throws Exception {
        lawAndTraining("2028-03");
        HttpResponse<String> answer = evas.get("/api/v1" + path("?seed=2"));
        JsonNode told = JsonMapper.shared().readTree(answer.body());
        assertThat(told.path("state").asString()).isEqualTo("infeasible");
        assertThat(told.path("conflict").size()).isEqualTo(3);
        assertThat(told.path("conflict").get(0).path("says").asString()).isNotBlank();
        assertThat(told.path("conflict").get(0).path("change").asString()).contains("must:");
        JsonNode said =
                JsonMapper.shared().readTree(evas.get("/api/v1" + path("/said")).body());
        assertThat(said.path("steps").size()).isEqualTo(2);
        assertThat(said.path("offered").path("edition").asString()).matches("\\d{4}-\\d{2}(-\\d+)?");
        HttpResponse<String> wrong = evas.get("/api/v1" + path("?try=nonsense"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    /** How a search stands once it is over. */
    private static JsonNode over(Visitor visitor, String at) throws Exception {
        for (int tries = 0; tries < 400; tries++) {
            JsonNode standing = JsonMapper.shared().readTree(visitor.get(at).body());
            if (standing.get("state").asString().equals("done")) {
                return standing;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("The search does not end.");
    }

    @Test
    void programs_begin_a_search_look_how_it_stands_and_take_the_plan() throws Exception {
        lawAndTraining("2030-12");
        String searches = "/api/v1" + path("/searches");
        HttpResponse<String> begun = evas.submit("POST", searches, "application/json", "{\"seed\":\"2\"}");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        String at = begun.headers().firstValue("Location").orElseThrow();
        assertThat(at).startsWith(searches + "/");
        JsonNode standing = over(evas, at);
        assertThat(standing.get("result").get("state").asString()).isEqualTo("optimal");
        assertThat(standing.get("number").asInt()).isEqualTo(1);
        assertThat(standing.get("ended_early").asBoolean()).isFalse();
        assertThat(evas.submit("POST", searches, "application/json", "{\"seed\":\"2\"}")
                        .headers()
                        .firstValue("Location"))
                .as("the same question")
                .contains(at);
        assertThat(anas.get(at).statusCode()).as("somebody else's").isEqualTo(404);
    }

    @Test
    void a_search_that_is_ended_has_the_best_plan_so_far() throws Exception {
        lawAndTraining("2030-12");
        String searches = "/api/v1" + path("/searches");
        String at = evas.submit("POST", searches, "application/json", "{\"others\":\"yes\",\"seconds\":\"60\"}")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(anas.submit("DELETE", at, "application/json", "").statusCode())
                .as("somebody else's")
                .isEqualTo(404);
        assertThat(evas.submit("DELETE", at, "application/json", "").statusCode())
                .isEqualTo(200);
        JsonNode standing = over(evas, at);
        assertThat(standing.get("ended_early").asBoolean()).isTrue();
        assertThat(standing.get("most").asInt())
                .isGreaterThanOrEqualTo(standing.get("number").asInt());
        assertThat(standing.get("result").has("state")).isTrue();
    }

    @Test
    void a_search_that_cannot_be_asked_so_is_a_problem() throws Exception {
        String searches = "/api/v1" + path("/searches");
        for (String wrong : List.of("{\"seconds\":\"3600\"}", "{\"aims\":\"slack\"}", "{\"aim\":\"wealth\"}")) {
            HttpResponse<String> answer = evas.submit("POST", searches, "application/json", wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/problem+json");
        }
        HttpResponse<String> none = evas.get(searches + "/none");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.body()).contains("no such search");
    }

    @Test
    void a_step_that_is_not_for_everybody_is_in_nobody_elses_plan() throws Exception {
        lawAndTraining("2030-12");
        Item<Objective> secret = at.objective("canary-step", "months", "3");
        at.put(at.view().get(Objective.KIND, secret.id()).meantFor(new Sensitivity.Named(new TreeSet<>(Set.of(ana)))));
        at.agree("Plan of few");
        assertThat(page(anas, "")).contains("canary-step", "3 steps are planned", "Plan of few");
        assertThat(page(evas, "")).doesNotContain("canary-step", "Plan of few").contains("2 steps are planned");
        assertThat(evas.get("/api/v1" + path("")).body()).doesNotContain("canary-step", "Plan of few");
    }
}
