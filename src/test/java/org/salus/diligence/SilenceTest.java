package org.salus.diligence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salus.diligence.Offices.At;
import org.salus.ledger.Act;
import org.salus.ledger.Digest;
import org.salus.ledger.Edit;
import org.salus.ledger.ItemId;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Sensitivity;

/**
 * Whoever may not read a case is answered the same with and without it: on pages, in counts, in files and by the API, however far the case has come. Of a private layer nothing at all
 * differs. A case in the workspace itself moves its {@code heads}, which docs/ledger.md names as what everybody sees; but for these, nothing differs either.
 */
class SilenceTest {
    private static final List<String> PAGES = List.of(
            "",
            "/conflicts",
            "/coordination",
            "/copies",
            "/diligence",
            "/diligence/cases.csv",
            "/diligence/due.csv",
            "/goals",
            "/governance",
            "/history",
            "/items/{unit}",
            "/items/{radios}",
            "/members",
            "/now",
            "/sector",
            "/sector?around={unit}",
            "/sector/actors.csv",
            "/sector/export.json",
            "/sector/findings.csv",
            "/sector/matrix",
            "/sector/outline",
            "/sector/oversight",
            "/sector/panel?items={unit}",
            "/sector/picture.svg",
            "/sector/questions.csv",
            "/sector/support",
            "/sector/support?layers=yes",
            "/sector/support.csv",
            "/sector/table",
            "/sources");

    /** Files whose inner parts carry the name of the state. */
    private static final List<String> PACKED =
            List.of("/diligence/cases.xlsx", "/sector/actors.xlsx", "/sector/export.xlsx", "/sector/support.xlsx");

    private static final List<String> ASKED = List.of(
            "",
            "/conflicts",
            "/diligence",
            "/history",
            "/items",
            "/items/{unit}",
            "/items/{unit}/history",
            "/sector",
            "/sector/actors",
            "/sector/oversight",
            "/sector/questions",
            "/sector/support",
            "/sector/ties");

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

    /** Everything Ben is answered, but for the mark of his session and, where they may differ, the names of the state. */
    private static Map<String, String> read(boolean isAboutLayers) throws Exception {
        List<String> paths = new ArrayList<>();
        PAGES.forEach(page -> paths.add(offices.path(page)));
        ASKED.forEach(page -> paths.add("/api/v1" + offices.path(page)));
        paths.addAll(List.of("/workspaces", "/api/v1/workspaces", "/search?q=Border", "/"));
        if (isAboutLayers) {
            PACKED.forEach(page -> paths.add(offices.path(page)));
            paths.add("/api/v1" + offices.path("/verification"));
        }
        Map<String, String> all = new LinkedHashMap<>();
        for (String path : paths) {
            String filled =
                    path.replace("{unit}", offices.unit.toString()).replace("{radios}", offices.radios.toString());
            HttpResponse<String> answer = offices.bens.get(filled);
            String body = answer.body().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "MARK");
            if (!isAboutLayers) {
                for (Digest head : offices.workspace.view(offices.ben).heads()) {
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

    /** What is done after a case is in force. */
    private static Stream<Offices.Doing> afterwards() {
        return Stream.of(
                at -> Offices.step(at, "kind", "suspended", "date", Offices.day(-1)),
                at -> Offices.step(at, "kind", "closed", "date", Offices.day(0)));
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"layer", "me", "organisation"})
    void whoever_reads_no_case_is_answered_the_same_however_far_it_has_come(String keep) throws Exception {
        offices.founded();
        boolean isLayer = keep.equals("layer");
        Map<String, String> before = read(isLayer);
        String page = offices.begun(keep);
        same(before, read(isLayer), "begun");
        List<Offices.Doing> doings =
                Stream.concat(Offices.doings().stream(), afterwards()).toList();
        for (int at = 0; at < doings.size(); at++) {
            doings.get(at).at(new At(offices.anas, page));
            if (at % 3 == 0 || at >= doings.size() - 3) {
                same(before, read(isLayer), "after " + at);
            }
        }
    }

    @Test
    void awake_a_case_that_is_for_whoever_asks_is_noticed() throws Exception {
        offices.founded();
        Map<String, String> before = read(false);
        String page = offices.begun("me");
        offices.workspace
                .view(offices.ana)
                .find(CaseFile.KIND, ItemId.of(page.replaceAll(".*/", "")))
                .ifPresent(item -> assertThat(offices.workspace.append(
                                offices.ana,
                                List.of(new Edit.Put(item.meantFor(Sensitivity.forMembers()))),
                                Reason.of(Act.EDIT, "everybody works on it")))
                        .isInstanceOf(Outcome.Accepted.class));
        Map<String, String> now = read(false);
        assertThat(now.get(offices.path("/diligence"))).isNotEqualTo(before.get(offices.path("/diligence")));
        assertThat(now.get(offices.path("/items/" + offices.unit)))
                .isNotEqualTo(before.get(offices.path("/items/" + offices.unit)));
    }
}
