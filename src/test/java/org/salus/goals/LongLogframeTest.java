package org.salus.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.RunningTeam;
import org.salus.Visitor;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Workspace;

/** A logframe of more rows than a page shows: turned over without losing any, whole in what is printed and exported, and pasted into across its pages. */
@Tag("slow")
class LongLogframeTest {
    private static final int OBJECTIVES = 249;
    private static final int ROWS = OBJECTIVES + 1;
    private static final Pattern KEY = Pattern.compile("<tr data-key=\"([^\"]+)\"");
    private static final Pattern NUMBER = Pattern.compile("<th scope=\"row\" data-c=\"number\"><a[^>]*>([^<]+)<");

    @TempDir
    private static Path folder;

    private static RunningTeam team;
    private static AccountId ana;
    private static Visitor anas;

    private Workspace workspace;
    private Item<ResultsChain> draft = Item.fresh(ResultsChain.KIND, ResultsChain.of("A draft"));
    private String logframe = "";

    @BeforeAll
    static void start() throws Exception {
        team = RunningTeam.start(folder, "requests-per-minute = 1000000");
        ana = team.account(team.administrator("admin", "Admin"), "ana", "Ana");
        anas = team.signedIn("ana");
    }

    @AfterAll
    static void end() {
        anas.close();
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
        draft = Item.fresh(ResultsChain.KIND, ResultsChain.of("A draft"));
        Item<Goal> goal = Item.fresh(Goal.KIND, Goal.of(draft.id(), "Markets are safe"));
        List<Edit> edits = new ArrayList<>(List.of(new Edit.Put(draft), new Edit.Put(goal)));
        for (int number = 0; number < OBJECTIVES; number++) {
            Item<Objective> objective = Item.fresh(Objective.KIND, Objective.of(draft.id(), "Change " + number));
            edits.add(new Edit.Put(objective));
            edits.add(new Edit.Put(Item.fresh(Link.KIND, Link.of(draft.id(), objective.id(), goal.id()))));
        }
        assertThat(workspace.append(ana, edits, Reason.EDIT)).isInstanceOf(Outcome.Accepted.class);
        logframe = "/workspaces/" + workspace.id() + "/goals/" + draft.id() + "/logframe";
    }

    private Logframe now() {
        return Logframe.of(Chain.of(workspace.view(ana), draft.id()), workspace.view(ana));
    }

    private List<String> keys() {
        return now().rows().stream().map(Logframe.Row::key).toList();
    }

    private static List<String> all(Pattern pattern, String page) {
        return pattern.matcher(page).results().map(found -> found.group(1)).toList();
    }

    @Test
    void pages_together_hold_every_row_once_and_in_its_order() throws Exception {
        List<String> shown = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        for (int page = 1; page <= 3; page++) {
            String body = anas.get(logframe + "?page=" + page).body();
            assertThat(body).contains("data-first=\"" + (page - 1) * 100 + "\"", "data-total=\"" + ROWS + "\"");
            shown.addAll(all(KEY, body));
            numbers.addAll(all(NUMBER, body));
        }
        assertThat(all(KEY, anas.get(logframe).body())).hasSize(100);
        assertThat(shown).isEqualTo(keys()).hasSize(ROWS);
        assertThat(numbers).first().isEqualTo("1");
        assertThat(numbers).last().isEqualTo("1." + OBJECTIVES);
    }

    @Tag("slow")
    @Test
    void what_is_printed_and_exported_is_whole() throws Exception {
        String part = anas.get(logframe).body();
        assertThat(part).contains(logframe + "?whole=yes").contains("Rows 1 to 100 of 250");
        for (String there : List.of(logframe + "?whole=yes", logframe + ".csv")) {
            String body = anas.get(there).body();
            for (int number = 0; number < OBJECTIVES; number++) {
                assertThat(body).containsPattern("\\bChange " + number + "\\b");
            }
        }
        assertThat(anas.get("/api/v1" + logframe).body().split("\"key\"", -1)).hasSize(ROWS + 1);
    }

    @Test
    void a_block_goes_on_over_the_rows_of_the_next_page() throws Exception {
        List<String> before = keys();
        HttpResponse<String> looked = anas.post(
                logframe + "/pasted",
                "text",
                "Row 98\nRow 99\nRow 100\nRow 101\n",
                "column",
                "title",
                "rows",
                before.get(98) + "\n" + before.get(99),
                "onwards",
                "true");
        assertThat(looked.statusCode()).isEqualTo(303);
        String look = looked.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> taken = anas.post(look + "/accept");

        List<Logframe.Row> rows = now().rows();
        assertThat(rows).hasSize(ROWS);
        for (int place = 98; place <= 101; place++) {
            assertThat(rows.get(place).key()).isEqualTo(before.get(place));
            assertThat(rows.get(place).box().value().title()).isEqualTo("Row " + place);
        }
        // One comes back to where it began, and one step takes all of it back.
        String back =
                anas.get(taken.headers().firstValue("Location").orElseThrow()).body();
        assertThat(all(KEY, back)).contains(before.get(98));
        assertThat(anas.post("/workspaces/" + workspace.id() + "/undo").statusCode())
                .isEqualTo(303);
        assertThat(now().rows()).noneMatch(row -> row.box().value().title().startsWith("Row "));
    }

    @Test
    void where_the_last_row_that_was_seen_has_changed_nothing_is_guessed() throws Exception {
        HttpResponse<String> refused = anas.post(
                logframe + "/pasted",
                "text",
                "One\nAnother\n",
                "column",
                "title",
                "rows",
                keys().get(99) + " i:" + draft.id(),
                "onwards",
                "true");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("it is not clear which rows follow it");
    }

    @Test
    void a_row_that_is_added_stands_on_the_page_one_comes_back_to() throws Exception {
        String goal = keys().getFirst().replaceFirst("b:", "");
        HttpResponse<String> added =
                anas.post(logframe + "/rows", "level", "objective", "title", "Change at the end", "to", goal);
        String there = added.headers().firstValue("Location").orElseThrow();
        assertThat(anas.get(there).body()).contains("Change at the end");
        assertThat(now().rows()).extracting(row -> row.box().value().title()).contains("Change at the end");
    }
}
