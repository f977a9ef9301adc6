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
import org.salus.evidence.Evidence;
import org.salus.evidence.LoadInput;
import org.salus.evidence.Progress;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Workspace;

/** Pairs that may be one activity, seen side by side and judged; and what that does to the money that counts. */
@Tag("slow")
class SameActivityDoorsTest {
    private static final String PAIR = "DE-9-TWIN\tGB-1-TWIN";

    @TempDir
    private static Path folder;

    private static RunningTeam team;
    private static AccountId ana;
    private static Visitor anas;

    private Workspace workspace;
    private String page = "";

    @BeforeAll
    static void start() throws Exception {
        team = RunningTeam.start(folder, "requests-per-minute = 1000000");
        AccountId administrator = team.administrator("admin", "Admin");
        ana = team.account(administrator, "ana", "Ana");
        anas = team.signedIn("ana");
        Path file = Files.writeString(folder.resolve("aid.xml"), ChainDoorsTest.FILE);
        team.server()
                .context()
                .getBean(Evidence.class)
                .loads()
                .load(List.of(new LoadInput("aid.xml", "", file)), null, Progress.SILENT);
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
                        new Charter("Ours", List.of("BDI"), "", "SSR", Optional.empty()),
                        ana,
                        "Ana",
                        Optional.empty(),
                        "");
        page = "/workspaces/" + workspace.id() + "/portfolio/activities";
    }

    private SameActivityJudgements said() {
        return SameActivityJudgements.of(workspace.view(ana));
    }

    @Test
    void a_pair_is_seen_side_by_side_with_what_it_sets_aside_then_judged_with_a_reason() throws Exception {
        assertThat(anas.get(page).body())
                .contains("One pair of activities in Burundi may be one", PAIR)
                .doesNotContain("[portfolio.");
        String preview = anas.post(page, "pair", PAIR, "verdict", "same", "act", "preview")
                .body();
        assertThat(preview)
                .contains("They would be one", "DFID", "Helpers", " checked")
                .doesNotContain("[portfolio.");
        assertThat(preview.replaceAll("[\\u00a0\\u202f\\u2009]", " ")).contains("USD 1 200 now, USD 1 977 then");
        assertThat(said().counting()).isEmpty();
        assertThat(anas.post(page, "pair", PAIR, "verdict", "same", "why", "one <project>", "back", page)
                        .statusCode())
                .isEqualTo(303);
        assertThat(said().counting()).singleElement().satisfies(item -> {
            assertThat(item.value().verdict()).isEqualTo(SameActivityVerdict.SAME);
            assertThat(item.value().activities()).containsExactly("DE-9-TWIN", "GB-1-TWIN");
        });
        assertThat(anas.get(page).body())
                .contains("No two activities", "one &lt;project&gt;", "Ana")
                .doesNotContain("name=\"pair\"");
    }

    @Test
    void who_says_the_opposite_afterwards_replaces_it_and_what_cannot_be_said_is_refused() throws Exception {
        anas.post(page, "pair", PAIR, "verdict", "same", "why", "x", "back", page);
        anas.post(page, "pair", "GB-1-TWIN\tDE-9-TWIN", "verdict", "apart", "why", "two shares", "back", page);
        assertThat(said().disputed()).isEmpty();
        assertThat(said().counting())
                .singleElement()
                .satisfies(item -> assertThat(item.value().verdict()).isEqualTo(SameActivityVerdict.APART));
        assertThat(anas.post(page, "verdict", "same", "why", "x", "back", page).body())
                .contains("Tick at least one pair.");
        assertThat(anas.post(page, "pair", "GB-1-TWIN", "verdict", "same", "why", "x", "back", page)
                        .body())
                .contains("Name two different activities");
        assertThat(anas.post(page, "pair", "GB-1-TWIN\tNOBODYS", "verdict", "same", "why", "x", "back", page)
                        .body())
                .contains("is no activity of Burundi");
        assertThat(anas.post(page, "pair", PAIR, "verdict", "same", "why", " ", "back", page)
                        .body())
                .contains("Say why");
    }

    @Test
    void preview_of_the_opposite_of_a_chain_says_that_neither_would_count() {
        SameActivityJudgements chain = SameActivityJudgements.of(List.of(
                SameActivityJudgement.of("a-1", "b-1", SameActivityVerdict.SAME, "x"),
                SameActivityJudgement.of("b-1", "c-1", SameActivityVerdict.SAME, "x")));
        SameActivityJudgements then =
                chain.and(List.of(SameActivityJudgement.of("a-1", "c-1", SameActivityVerdict.APART, "y")));
        assertThat(then.counting()).isEmpty();
        assertThat(then.disputed()).hasSize(3);
        assertThat(then.and(List.of(SameActivityJudgement.of("a-1", "c-1", SameActivityVerdict.SAME, "z")))
                        .counting())
                .hasSize(3);
    }
}
