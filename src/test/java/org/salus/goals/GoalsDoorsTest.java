package org.salus.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
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
import org.salus.framework.Directness;
import org.salus.framework.PartialDate;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Copy;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.Kinds;
import org.salus.ledger.Member;
import org.salus.ledger.Merge;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.Workspace;
import org.salus.workspace.Answer;
import org.salus.workspace.Reply;

/** A results chain through its doors: what pages show of a large one, and what a reader may not do. */
@Tag("slow")
class GoalsDoorsTest {
    private static final int OBJECTIVES = 30;
    private static final Pattern ARTICLE = Pattern.compile("<article class=\"finding\" id=\"([^\"]+)\"");
    private static final Pattern TO_A_HOLE = Pattern.compile("href=\"([^\"#]+/holes\\?[^\"#]+)#([^\"]+)\"");

    @TempDir
    private static Path folder;

    private static RunningTeam team;
    private static AccountId ana;
    private static AccountId rea;
    private static Visitor anas;
    private static Visitor reas;

    private Workspace workspace;
    private Item<Goal> goal = Item.fresh(Goal.KIND, Goal.of(ItemId.fresh(), ""));
    private String chain = "";

    @BeforeAll
    static void start() throws Exception {
        team = RunningTeam.start(folder, "requests-per-minute = 1000000");
        AccountId administrator = team.administrator("admin", "Admin");
        ana = team.account(administrator, "ana", "Ana");
        rea = team.account(administrator, "rea", "Rea");
        anas = team.signedIn("ana");
        reas = team.signedIn("rea");
    }

    @AfterAll
    static void end() {
        anas.close();
        reas.close();
        team.close();
    }

    @BeforeEach
    void manyObjectives() {
        workspace = team.workspaces()
                .found(
                        new Charter("Zubara", List.of("XZU"), "", "SSR", Optional.empty()),
                        ana,
                        "Ana",
                        Optional.empty(),
                        "");
        Item<ResultsChain> draft = Item.fresh(ResultsChain.KIND, ResultsChain.of("A draft"));
        goal = Item.fresh(Goal.KIND, Goal.of(draft.id(), "Markets are safe"));
        List<Edit> edits = new ArrayList<>(List.of(
                new Edit.Put(draft),
                new Edit.Put(goal),
                new Edit.Put(new Item<>(
                        new ItemId(rea.value()),
                        Member.KIND,
                        Sensitivity.forMembers(),
                        List.of(),
                        new Member("Rea", Optional.empty(), "", Role.READER),
                        Set.of()))));
        for (int number = 0; number < OBJECTIVES; number++) {
            Item<Objective> objective = Item.fresh(Objective.KIND, Objective.of(draft.id(), "Change " + number));
            edits.add(new Edit.Put(objective));
            edits.add(new Edit.Put(Item.fresh(Link.KIND, Link.of(draft.id(), objective.id(), goal.id()))));
        }
        assertThat(workspace.append(ana, edits, Reason.EDIT)).isInstanceOf(Outcome.Accepted.class);
        chain = "/workspaces/" + workspace.id() + "/goals/" + draft.id();
    }

    private static List<String> holes(String page) {
        return ARTICLE.matcher(page).results().map(found -> found.group(1)).toList();
    }

    @Test
    void many_holes_are_turned_over_and_each_is_on_one_page() throws Exception {
        List<String> first = holes(anas.get(chain + "/holes").body());
        List<String> second = holes(anas.get(chain + "/holes?page=2").body());
        assertThat(first).hasSize(100).doesNotContainAnyElementsOf(second);
        assertThat(second).isNotEmpty();

        List<MatchResult> links =
                TO_A_HOLE.matcher(anas.get(chain).body()).results().toList();
        assertThat(links).hasSizeGreaterThanOrEqualTo(OBJECTIVES);
        for (MatchResult link : links) {
            assertThat(holes(anas.get(link.group(1)).body())).contains(link.group(2));
        }
    }

    @Test
    void programs_mark_the_columns_of_a_foreign_logframe() throws Exception {
        String api = "/api/v1" + chain + "/logframe?name=odd.csv";
        String rows = "colour,shape\nred,Nobody pays at the river\n";
        HttpResponse<String> guessed = anas.submit("POST", api, "application/octet-stream", rows);
        assertThat(guessed.statusCode()).isEqualTo(422);
        assertThat(guessed.body()).contains("\"headings\":[\"colour\",\"shape\"]");
        HttpResponse<String> marked = anas.submit(
                "POST",
                api + "&column-level=colour&column-title=shape&word-red=goal",
                "application/octet-stream",
                rows);
        assertThat(marked.statusCode()).as(marked.body()).isEqualTo(200);
        assertThat(marked.body()).contains("\"title\":\"shape\"", "\"red\":\"goal\"");
        assertThat(workspace.view(ana).list(Goal.KIND))
                .extracting(one -> one.value().title())
                .contains("Nobody pays at the river");
    }

    /** Whoever mistypes that they only want to look must not have written. */
    @Test
    void a_mistyped_choice_beside_a_file_writes_nothing() throws Exception {
        String rows = "level,title\ngoal,Nobody pays at the bridge\n";
        for (String file : List.of("/logframe?name=odd.csv&", "/sheet?", "?")) {
            String address = "/api/v1" + (file.equals("?") ? chain.replaceFirst("/[^/]+$", "") : chain) + file;
            HttpResponse<String> told = anas.submit("POST", address + "preveiw=true", "application/octet-stream", rows);
            assertThat(told.statusCode()).as(address).isEqualTo(400);
            assertThat(told.body()).as(address).contains("preveiw", "preview");
        }
        assertThat(workspace.view(ana).list(Goal.KIND)).hasSize(1);
    }

    @Test
    void the_library_is_asked_by_its_own_choices_alone() throws Exception {
        String library = "/api/v1" + chain + "/library";
        assertThat(anas.get(library + "?q=prison").statusCode()).isEqualTo(200);
        HttpResponse<String> mistyped = anas.get(library + "?query=prison");
        assertThat(mistyped.statusCode()).isEqualTo(400);
        assertThat(mistyped.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(mistyped.body()).contains("query", "q, theme, area, level");
    }

    @Test
    void of_a_file_that_is_empty_it_is_said_that_nothing_was_sent() throws Exception {
        for (String address : List.of(chain + "/logframe?name=odd.csv", chain + "/sheet")) {
            HttpResponse<String> told = anas.submit("POST", "/api/v1" + address, "application/octet-stream", "");
            assertThat(told.statusCode()).as(address).isEqualTo(400);
            assertThat(told.body()).as(address).contains("Nothing was sent").doesNotContain("JSON");
        }
        assertThat(anas.submit("POST", "/api/v1" + chain + "/answers", "application/json", "{")
                        .body())
                .contains("JSON")
                .doesNotContain("Nothing was sent");
    }

    @Tag("slow")
    @Test
    void programs_get_the_files_of_the_pages() throws Exception {
        for (String file : List.of("logframe.csv", "matrix.csv", "holes.csv")) {
            HttpResponse<String> told = anas.get("/api/v1" + chain + "/" + file);
            assertThat(told.statusCode()).as(file).isEqualTo(200);
            assertThat(told.body())
                    .as(file)
                    .isEqualTo(anas.get(chain + "/" + file).body());
        }
        for (String file : List.of("logframe.xlsx", "logframe.docx", "holes.xlsx")) {
            HttpResponse<String> told = anas.get("/api/v1" + chain + "/" + file);
            assertThat(told.statusCode()).as(file).isEqualTo(200);
            assertThat(told.headers().firstValue("Content-Disposition").orElse(""))
                    .contains("attachment", file);
        }
        for (String file : List.of("moods.csv", "holes.pdf", "holes.docx", "compare.csv")) {
            assertThat(anas.get("/api/v1" + chain + "/" + file).statusCode())
                    .as(file)
                    .isEqualTo(404);
        }
    }

    @Test
    void the_same_question_gets_the_same_picture_on_the_page_and_by_the_api() throws Exception {
        Item<Objective> objective = workspace.view(ana).list(Objective.KIND).getFirst();
        Item<Assumption> assumption = Item.fresh(
                Assumption.KIND, new Assumption(goal.value().chain(), "Roads stay open", AssumptionState.UNTESTED, ""));
        assertThat(workspace.append(
                        ana,
                        new Edit.Put(assumption),
                        new Edit.Put(Item.fresh(
                                Link.KIND,
                                new Link(
                                        goal.value().chain(),
                                        objective.id(),
                                        LinkType.RESTS_ON,
                                        assumption.id(),
                                        Directness.DIRECT,
                                        "",
                                        Strength.UNKNOWN)))))
                .isInstanceOf(Outcome.Accepted.class);
        for (String asked : List.of(
                "?around=" + goal.id(),
                "?around=" + goal.id() + "&overlay=status",
                "?around=all&assumptions=shown",
                "?around=" + goal.id() + "&folded=" + goal.id())) {
            String told = anas.get("/api/v1" + chain + "/diagram.svg" + asked).body();
            assertThat(told)
                    .as(asked)
                    .startsWith("<svg")
                    .isEqualTo(anas.get(chain + "/diagram.svg" + asked).body());
            assertThat(anas.get("/api/v1" + chain + "/diagram" + asked).body()).isEqualTo(told);
            assertThat(told.contains("Roads stay open")).as(asked).isEqualTo(asked.contains("assumptions"));
        }
        HttpResponse<String> pixels = anas.get("/api/v1" + chain + "/diagram.png?around=Change%201");
        assertThat(pixels.statusCode()).isEqualTo(200);
        assertThat(pixels.headers().firstValue("Content-Type")).contains("image/png");
        for (String asked : List.of("overlay=mood", "assumptions=maybe", "group=goal")) {
            HttpResponse<String> refused = anas.get("/api/v1" + chain + "/diagram.svg?" + asked);
            assertThat(refused.statusCode()).as(asked).isEqualTo(400);
            assertThat(refused.body()).as(asked).contains("\"title\"");
        }
        for (String asked : List.of("diagram.svg?folded=nobody", "diagram.gif")) {
            assertThat(anas.get("/api/v1" + chain + "/" + asked).statusCode())
                    .as(asked)
                    .isEqualTo(404);
        }
        assertThat(anas.get(chain + "/panel?items=" + assumption.id()).body())
                .contains("Roads stay open", "assumption");
        assertThat(anas.get(chain + "/panel?items=" + objective.id()).body()).contains("Roads stay open");
    }

    @Test
    void an_assumption_is_added_in_the_picture_once_and_taken_away_there() throws Exception {
        String fresh = ItemId.fresh().toString();
        for (int asked = 0; asked < 2; asked++) {
            HttpResponse<String> added = anas.post(
                    chain + "/conditions",
                    "box",
                    goal.id().toString(),
                    "kind",
                    "assumption",
                    "title",
                    "Roads stay open",
                    "fresh",
                    fresh,
                    "back",
                    chain + "/diagram?assumptions=shown");
            assertThat(added.headers().firstValue("Location").orElse(""))
                    .contains("/diagram?assumptions=shown", "at=" + goal.id());
        }
        assertThat(workspace.view(ana).list(Assumption.KIND))
                .extracting(one -> one.id().toString())
                .containsExactly(fresh);
        assertThat(anas.get(chain + "/diagram?around=all&assumptions=shown").body())
                .contains("data-items=\"" + fresh + "\"");

        HttpResponse<String> removed =
                anas.post(chain + "/removals", "item", fresh, "back", chain + "/diagram?assumptions=shown");
        assertThat(removed.headers().firstValue("Location").orElse("")).contains("at=" + goal.id());
        assertThat(workspace.view(ana).list(Assumption.KIND)).isEmpty();
        assertThat(workspace.view(ana).list(Link.KIND)).hasSize(OBJECTIVES);
    }

    @Test
    void what_mends_a_hole_leads_to_the_very_field() throws Exception {
        Matcher fills = Pattern.compile("href=\"(/workspaces/[^\"#]+/items/[^\"#]+)#(f-[^\"]+)\"")
                .matcher(anas.get(chain + "/holes").body());
        Set<String> fields = new TreeSet<>();
        while (fills.find() && fields.size() < 8) {
            if (fields.add(fills.group(2).replaceFirst("f-.{36}-", ""))) {
                assertThat(anas.get(fills.group(1)).body()).contains(" id=\"" + fills.group(2) + "\"");
            }
        }
        assertThat(fields).contains("owner", "cost-once", "payerAfterHandover", "until");
    }

    @Test
    void a_hole_that_is_answered_is_shown_again_on_its_page() throws Exception {
        String last = holes(anas.get(chain + "/holes?page=2").body()).getLast();
        HttpResponse<String> answered = anas.post(
                chain + "/answers",
                "hole",
                last.replaceFirst("hole-", "").replace('_', ':'),
                "reply",
                "agree",
                "because",
                "Settled <b>in spring</b>");
        assertThat(answered.statusCode()).isEqualTo(303);
        String back = answered.headers().firstValue("Location").orElseThrow();
        assertThat(back).endsWith("#" + last);
        assertThat(anas.get(back.replaceFirst("#.*", "")).body()).contains("Settled &lt;b&gt;in spring&lt;/b&gt;");
    }

    @Test
    void what_was_accepted_is_open_again_once_it_says_something_else() throws Exception {
        Item<Objective> objective = workspace.view(ana).list(Objective.KIND).getFirst();
        reachIn(objective, 2032);
        String hole = "horizon:" + objective.id();
        assertThat(anas.post(chain + "/answers", "hole", hole, "reply", "agree", "because", "A first stage only")
                        .statusCode())
                .isEqualTo(303);
        assertThat(answers().answered(model())).contains(hole);

        reachIn(objective, 2028);
        assertThat(answers().answered(model())).doesNotContain(hole);
        assertThat(anas.get(chain + "/holes?hole=" + hole).body())
                .contains("A first stage only", "This was said of:", "in 6 years", "in 2 years");
        assertThat(anas.get("/api/v1" + chain + "/holes").body())
                .contains("\"why_open\":\"This was said of:")
                .contains("A first stage only");
    }

    /** Whoever holds a copy may write into it as anybody: such an answer is shown, and what it speaks of stays open. */
    @Tag("slow")
    @Test
    void an_answer_that_a_copy_brings_in_somebodys_name_closes_no_hole() throws Exception {
        Item<Member> reader = workspace.view(ana).get(Member.KIND, new ItemId(rea.value()));
        assertThat(workspace.append(
                        ana, new Edit.Put(reader.saying(new Member("Rea", Optional.empty(), "", Role.CONTRIBUTOR)))))
                .isInstanceOf(Outcome.Accepted.class);
        Hole hole = answers().holes(model()).holes().getFirst();
        Kind<Answer> unruled = Kind.of(Answer.KIND.name(), Answer.class);
        Answer forged = new Answer(
                hole.name(), HolesAnalysis.edition(), Reply.AGREE, "Ana never said so", Optional.of(ana), List.of());
        Path file = folder.resolve("forged-" + workspace.id() + ".salus");
        char[] words = "several words are best".toCharArray();
        Copy.make(workspace, ana, rea, words, file);
        try (Copy copy = Copy.open(file, words)) {
            Workspace there = copy.workspaces(Kinds.of(List.of(unruled)), InstantSource.system())
                    .get(workspace.id().toString());
            assertThat(there.append(rea, new Edit.Put(Item.fresh(unruled, forged))))
                    .isInstanceOf(Outcome.Accepted.class);
            Merge.merge(workspace, copy, rea, "from the road");
        }
        assertThat(answers().replies()).containsKey(hole.name());
        assertThat(answers().answered(model())).doesNotContain(hole.name());
        assertThat(anas.get(chain + "/holes?hole=" + hole.name()).body())
                .contains("Ana never said so", "Answered, not proven");
        assertThat(anas.get("/api/v1" + chain + "/holes").body()).contains("\"why_open\":\"Answered, not proven");

        assertThat(anas.post(chain + "/answers", "hole", hole.name(), "reply", "agree", "because", "I do say so")
                        .statusCode())
                .isEqualTo(303);
        assertThat(answers().answered(model())).contains(hole.name());
    }

    private GoalsAnswers answers() {
        return new GoalsAnswers(workspace.view(ana), Wording.english());
    }

    private Chain model() {
        return answers().model(answers().chains().getFirst());
    }

    private void reachIn(Item<Objective> objective, int year) {
        Item<Objective> now = workspace.view(ana).get(Objective.KIND, objective.id());
        Objective old = now.value();
        assertThat(workspace.append(
                        ana,
                        new Edit.Put(now.saying(new Objective(
                                old.chain(),
                                old.title(),
                                old.institution(),
                                "",
                                old.characteristic(),
                                Optional.of(PartialDate.ofYear(2027)),
                                Optional.of(PartialDate.ofYear(year)),
                                "",
                                Cost.UNKNOWN,
                                "",
                                "",
                                "",
                                Optional.of(ComparableChange.RULE_OF_LAW),
                                "",
                                Optional.empty(),
                                "")))))
                .isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void whoever_may_only_read_is_told_so_and_changes_no_cell() throws Exception {
        HttpResponse<String> refused = reas.post(
                chain + "/logframe/cells", "row", "b:" + goal.id(), "column", "indicator", "text", "Thefts reported");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("You may read here, and not write.");
        assertThat(workspace.view(ana).list(Indicator.KIND)).isEmpty();
    }

    @Test
    void whoever_contributes_is_told_that_adopting_is_for_editors() throws Exception {
        Item<Member> reader = workspace.view(ana).get(Member.KIND, new ItemId(rea.value()));
        assertThat(workspace.append(
                        ana, new Edit.Put(reader.saying(new Member("Rea", Optional.empty(), "", Role.CONTRIBUTOR)))))
                .isInstanceOf(Outcome.Accepted.class);
        reas.get(chain);
        String body = "{\"adoption\":\"adopted\"}";
        HttpResponse<String> refused = reas.submit("POST", "/api/v1" + chain + "/adoption", "application/json", body);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
        assertThat(refused.body()).contains("Only editors adopt");
        anas.get(chain);
        assertThat(anas.submit("POST", "/api/v1" + chain + "/adoption", "application/json", body)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void an_answer_to_a_hole_that_is_refused_comes_back_at_its_hole() throws Exception {
        String last = holes(anas.get(chain + "/holes?page=2").body()).getLast();
        HttpResponse<String> refused = anas.post(
                chain + "/answers",
                "hole",
                last.replaceFirst("hole-", "").replace('_', ':'),
                "reply",
                "disagree",
                "because",
                "  ");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(holes(refused.body())).contains(last);
        assertThat(refused.body().split("role=\"alert\"", -1)).hasSize(2);
        assertThat(refused.body()).contains("value=\"disagree\" checked").doesNotContain("To the countries");
    }

    @Test
    void a_row_that_cannot_be_added_comes_back_as_it_was_typed() throws Exception {
        HttpResponse<String> refused = anas.post(
                chain + "/logframe/rows",
                "level",
                "outcome",
                "title",
                " ",
                "to",
                goal.id().toString());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("role=\"alert\"", "value=\"outcome\" selected", "value=\"" + goal.id() + "\" selected")
                .doesNotContain("To the countries");
    }

    @Test
    void what_an_address_asks_for_and_nobody_knows_is_said() throws Exception {
        assertThat(anas.get(chain + "/diagram?around=nobody").body())
                .contains("There is no box nobody here", "this is what is shown first");
        assertThat(anas.get(chain + "/diagram?around=all").body()).doesNotContain("this is what is shown first");
        assertThat(anas.get(chain + "/diagram?around=" + goal.id()).body())
                .doesNotContain("this is what is shown first");
        assertThat(anas.get(chain + "/diagram.svg?around=nobody").statusCode()).isEqualTo(404);
        for (String asked : List.of(
                "/diagram?overlay=mood",
                "/diagram?group=colour",
                "/backwards?step=sideways",
                "/library?level=9",
                "/compare?against=x",
                "/holes?rule=x")) {
            HttpResponse<String> refused = anas.get(chain + asked);
            assertThat(refused.statusCode()).as(asked).isEqualTo(400);
            assertThat(refused.body()).as(asked).contains(asked.replaceAll(".*[?]|=.*", ""));
        }
    }

    @Test
    void a_long_tree_has_pages_and_each_box_is_found_on_one() throws Exception {
        List<Edit> edits = new ArrayList<>();
        for (int number = 0; number < 3 * OBJECTIVES; number++) {
            Item<Objective> objective =
                    Item.fresh(Objective.KIND, Objective.of(goal.value().chain(), "More " + number));
            edits.add(new Edit.Put(objective));
            edits.add(new Edit.Put(Item.fresh(Link.KIND, Link.of(goal.value().chain(), objective.id(), goal.id()))));
        }
        assertThat(workspace.append(ana, edits, Reason.EDIT)).isInstanceOf(Outcome.Accepted.class);
        String first = anas.get(chain).body();
        assertThat(rows(first)).hasSize(100);
        String last = rows(anas.get(chain + "?page=2").body()).getLast();
        assertThat(first).contains("rel=\"next\"", "All 121 rows at once").doesNotContain("<option value=\"" + last);
        assertThat(anas.get(chain + "?add=link").body()).contains("<option value=\"" + last);
        String second = anas.get(chain + "?box=" + last).body();
        assertThat(rows(second)).hasSize(21).contains(last).doesNotContainAnyElementsOf(rows(first));
        assertThat(second)
                .as("what the rows stand below")
                .contains("Markets are safe</a> <span class=\"faint\">(goes on)");
        assertThat(rows(anas.get(chain + "?whole=yes").body())).hasSize(121);
        assertThat(anas.get(chain + "?add=everything").statusCode()).isEqualTo(400);
    }

    private static List<String> rows(String page) {
        return Pattern.compile("<tr id=\"e-([^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void the_history_of_an_item_has_pages() throws Exception {
        for (int number = 0; number < 55; number++) {
            Item<Goal> now = workspace.view(ana).get(Goal.KIND, goal.id());
            Goal said = Goal.of(goal.value().chain(), "Title " + number);
            assertThat(workspace.append(ana, new Edit.Put(now.saying(said)))).isInstanceOf(Outcome.Accepted.class);
        }
        String items = "/workspaces/" + workspace.id() + "/";
        assertThat(steps(anas.get(items + "items/" + goal.id()).body())).isEqualTo(20);
        assertThat(anas.get(items + "items/" + goal.id()).body()).contains("history?item=" + goal.id());
        String first = anas.get(items + "history?item=" + goal.id()).body();
        assertThat(steps(first)).isEqualTo(50);
        Matcher older =
                Pattern.compile("href=\"([^\"]*history[^\"]*before=[^\"]*)\"").matcher(first);
        assertThat(older.find()).isTrue();
        assertThat(steps(anas.get(older.group(1).replace("&amp;", "&")).body())).isEqualTo(6);
        assertThat(workspace.history(ana).of(goal.id())).hasSize(56);
        assertThat(workspace.history(ana).of(goal.id(), 7, Optional.empty()))
                .isEqualTo(workspace.history(ana).of(goal.id()).subList(0, 7));
    }

    private static int steps(String page) {
        return page.split("name=\"entry\"", -1).length - 1;
    }

    private String refused(String path, String body) throws Exception {
        HttpResponse<String> refused = anas.submit("POST", "/api/v1" + chain + path, "application/json", body);
        assertThat(refused.statusCode()).as(body).isEqualTo(400);
        return refused.body();
    }

    @Test
    void what_a_program_says_and_nobody_knows_is_named() throws Exception {
        assertThat(refused("/adoption", "{\"state\": \"adopted\"}")).contains("state", "adoption");
        assertThat(refused("/adoption", "{\"adoption\": \"chosen\"}")).contains("draft, adopted, set-aside");
        // What was to narrow it down is mistyped: nothing is done to everything.
        assertThat(refused("/feed", "{\"act\": \"approve\", \"indicatr\": \"One\"}"))
                .contains("indicatr", "act, indicator");
        assertThat(refused("/feed", "{\"act\": \"eat\"}")).contains("eat", "update, preview, approve");
        assertThat(refused("/answers", "{}")).contains("hole", "has to be said");
        assertThat(refused("/answers", "[1]")).contains("JSON object", "hole, reply, because");
        assertThat(refused("/answers", "{\"hole\": [\"a\"]}")).contains("hole", "one text");
        assertThat(refused("/measurements", "{\"indicator\": \"One\", \"valeu\": 5}"))
                .contains("valeu", "value");
        assertThat(refused("/moves", "{\"box\": \"Markets are safe\", \"way\": \"left\"}"))
                .contains("up, down");
        assertThat(anas.get("/api/v1" + chain + "/library?theme=weather").body())
                .contains("weather", "safety, justice, control, people");
        HttpResponse<String> marked = anas.get("/api/v1" + chain + "/diagram?mark=status");
        assertThat(marked.statusCode()).isEqualTo(400);
        assertThat(marked.body()).contains("mark", "around");
    }
}
