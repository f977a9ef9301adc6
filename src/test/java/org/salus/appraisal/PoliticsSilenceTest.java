package org.salus.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salus.framework.PartialDate;
import org.salus.ledger.Digest;
import org.salus.ledger.Item;

/**
 * Whoever may not read a stance, a red line or a decision is answered the same with and without it: on pages, in counts, lists of questions, files and by the API. Of a private layer
 * nothing at all differs. What is kept in the workspace itself moves its {@code heads}, which docs/ledger.md names as what everybody sees; but for these, nothing differs either.
 */
class PoliticsSilenceTest {
    private static final List<String> PAGES = List.of(
            "",
            "/appraisal",
            "/appraisal/checks/C4.6",
            "/appraisal/checks.csv",
            "/appraisal/history",
            "/conflicts",
            "/coordination",
            "/copies",
            "/diligence",
            "/goals",
            "/goals/{chain}",
            "/goals/{chain}/holes",
            "/governance",
            "/history",
            "/items/{treasury}",
            "/items/{pay}",
            "/members",
            "/now",
            "/politics",
            "/politics/decisions.csv",
            "/politics/findings.csv",
            "/politics/matrix.csv",
            "/politics/partnerships.csv",
            "/politics/red-lines.csv",
            "/politics/stakeholders",
            "/politics/stakeholders?of={treasury}",
            "/politics/stakeholders?objective={pay}",
            "/politics/stakeholders.svg",
            "/politics/stances.csv",
            "/politics/to-ask.csv",
            "/politics/windows.csv",
            "/sector",
            "/sector/panel?items={treasury}",
            "/sector/export.json",
            "/sources");

    private static final List<String> PACKED = List.of("/politics/stances.xlsx", "/politics/to-ask.xlsx");

    private static final List<String> ASKED = List.of(
            "",
            "/appraisal",
            "/appraisal/checks/C4.6",
            "/conflicts",
            "/history",
            "/items",
            "/items/{treasury}",
            "/items/{pay}",
            "/items/{pay}/history",
            "/politics",
            "/politics/decisions",
            "/politics/stakeholders",
            "/sector");

    @TempDir
    private static Path folder;

    private static Chancery chancery;

    @BeforeAll
    static void start() throws Exception {
        chancery = new Chancery(folder);
    }

    @AfterAll
    static void end() {
        chancery.close();
    }

    /** Everything Ben is answered, but for the mark of his session and, where they may differ, the names of the state. */
    private static Map<String, String> read(boolean isAboutLayers) throws Exception {
        List<String> paths = new ArrayList<>();
        PAGES.forEach(page -> paths.add(chancery.path(page)));
        ASKED.forEach(page -> paths.add("/api/v1" + chancery.path(page)));
        paths.addAll(List.of("/workspaces", "/api/v1/workspaces", "/search?q=canary", "/"));
        if (isAboutLayers) {
            PACKED.forEach(page -> paths.add(chancery.path(page)));
            paths.add("/api/v1" + chancery.path("/verification"));
        }
        Map<String, String> all = new LinkedHashMap<>();
        for (String path : paths) {
            String filled = path.replace("{treasury}", chancery.treasury.toString())
                    .replace("{pay}", chancery.pay.toString())
                    .replace("{chain}", chancery.chain.toString());
            HttpResponse<String> answer = chancery.bens.get(filled);
            String body = answer.body().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "MARK");
            if (!isAboutLayers) {
                for (Digest head : chancery.workspace.view(chancery.ben).heads()) {
                    body = body.replace(head.toString(), "HEAD").replace(head.brief(), "HEAD");
                }
            }
            all.put(filled, answer.statusCode() + "\n" + body);
        }
        return all;
    }

    private static void same(Map<String, String> before, Map<String, String> now, String where) {
        before.forEach((path, body) ->
                assertThat(now.get(path)).as(where + ": " + path).isEqualTo(body));
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"layer", "me", "organisation"})
    void whoever_reads_no_stance_is_answered_the_same_with_and_without_it(String keep) throws Exception {
        chancery.founded();
        boolean isLayer = keep.equals("layer");
        Map<String, String> before = read(isLayer);
        assertThat(before.get(chancery.path("/politics/stakeholders")))
                .startsWith("200")
                .contains("Treasury");
        String item = chancery.stance(keep);
        same(before, read(isLayer), "stance");
        chancery.redLine(keep);
        same(before, read(isLayer), "red line");
        assertThat(chancery.bens.get(item).statusCode()).isEqualTo(404);
        assertThat(chancery.anas.get(item).statusCode()).isEqualTo(200);
    }

    @Tag("slow")
    @Test
    void nor_is_anything_told_of_a_decision_window_or_partnership_that_is_kept_for_others() throws Exception {
        chancery.founded();
        Map<String, String> before = read(false);
        List<OnObjective> about = List.of(new OnObjective(chancery.pay));
        chancery.put(Item.fresh(
                        RegisteredDecision.KIND,
                        new RegisteredDecision(
                                "canary-decision",
                                java.util.Optional.empty(),
                                "Cabinet",
                                List.of(),
                                List.of(),
                                List.of("Treasury"),
                                List.of("Treasury"),
                                about,
                                List.of(),
                                "",
                                ""))
                .meantFor(chancery.forDonor()));
        chancery.put(Item.fresh(
                        EntryPoint.KIND,
                        new EntryPoint(
                                "canary-window",
                                Opening.LAW,
                                java.util.Optional.empty(),
                                java.util.Optional.of(
                                        PartialDate.of(java.time.LocalDate.now(java.time.Clock.systemUTC()))),
                                about,
                                "",
                                "",
                                ""))
                .meantFor(chancery.forDonor()));
        same(before, read(false), "for others");
        assertThat(chancery.evas.get(chancery.path("/politics")).body())
                .contains("canary-decision", "canary-window", "is recorded as not asked");
    }

    @Tag("slow")
    @Test
    void awake_a_stance_that_is_for_whoever_asks_is_noticed() throws Exception {
        chancery.founded();
        Map<String, String> before = read(false);
        chancery.put(Item.fresh(
                Stance.KIND,
                new Stance(
                        Mention.here(chancery.treasury, "Treasury"),
                        Mention.here(chancery.pay, "Pay reaches every post"),
                        Attitude.BLOCKS,
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        "",
                        "",
                        false,
                        "",
                        java.util.Optional.empty(),
                        "")));
        Map<String, String> now = read(false);
        for (String page : List.of("/politics", "/politics/stakeholders", "/politics/stances.csv", "/items")) {
            String path = page.equals("/items") ? "/api/v1" + chancery.path(page) : chancery.path(page);
            assertThat(now.get(path)).as(path).isNotEqualTo(before.get(path));
        }
    }
}
