package org.salus.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.RunningTeam;
import org.salus.Visitor;
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

/** A results chain through its doors: what pages show of a large one, and what a reader may not do. */
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
    void whoever_may_only_read_is_told_so_and_changes_no_cell() throws Exception {
        HttpResponse<String> refused = reas.post(
                chain + "/logframe/cells", "row", "b:" + goal.id(), "column", "indicator", "text", "Thefts reported");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("You may read here, and not write.");
        assertThat(workspace.view(ana).list(Indicator.KIND)).isEmpty();
    }
}
