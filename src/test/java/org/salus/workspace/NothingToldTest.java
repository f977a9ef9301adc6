package org.salus.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.RunningTeam;
import org.salus.Visitor;
import org.salus.goals.ResultsChain;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Digest;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.ItemJson;
import org.salus.ledger.Member;
import org.salus.ledger.Outcome;
import org.salus.ledger.Role;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.Workspace;

/** Nobody is told that something is kept from them, nor that nothing is; and who may not do something is told so, and not that it was written wrongly. */
@Tag("slow")
class NothingToldTest {
    @TempDir
    private static Path folder;

    private static RunningTeam team;
    private static Workspace workspace;
    private static AccountId ana;
    private static Visitor anas;
    private static Visitor bens;

    @BeforeAll
    static void start() throws Exception {
        team = RunningTeam.start(folder, "requests-per-minute = 1000000");
        AccountId administrator = team.administrator("admin", "Admin");
        ana = team.account(administrator, "ana", "Ana");
        AccountId ben = team.account(administrator, "ben", "Ben");
        workspace = team.workspaces()
                .found(
                        new Charter("Zubara", List.of("XZU"), "", "SSR", Optional.empty()),
                        ana,
                        "Ana",
                        Optional.empty(),
                        "");
        put(new Item<>(
                new ItemId(ben.value()),
                Member.KIND,
                Sensitivity.forMembers(),
                List.of(),
                new Member("Ben", Optional.empty(), "", Role.READER),
                Set.of()));
        anas = team.signedIn("ana");
        bens = team.signedIn("ben");
    }

    @AfterAll
    static void end() {
        anas.close();
        bens.close();
        team.close();
    }

    private static Digest put(Item<?> item) {
        Outcome outcome = workspace.append(ana, new Edit.Put(item));
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted) outcome).entry();
    }

    private static HttpResponse<String> api(Visitor visitor, String below) throws Exception {
        return visitor.get("/api/v1/workspaces/" + workspace.id() + below);
    }

    /** What changes with every step, whoever may read it. */
    private static String withoutState(String body) {
        return body.replaceAll("[0-9a-f]{64}", "");
    }

    @Test
    void pages_and_programs_say_the_same_whether_something_is_withheld_or_not() throws Exception {
        List<String> below = List.of(
                "", "/items", "/verification", "/agenda", "/agenda/meetings", "/surveys", "/impact", "/history");
        List<String> before = below.stream().map(NothingToldTest::answer).toList();
        String page = bens.get("/workspaces/" + workspace.id() + "/meetings").body();
        put(Item.fresh(ResultsChain.KIND, ResultsChain.of("A secret plan"))
                .meantFor(new Sensitivity.Named(new TreeSet<>(Set.of(ana)))));
        assertThat(below.stream().map(NothingToldTest::answer).toList()).isEqualTo(before);
        assertThat(before).noneMatch(body -> body.contains("withheld"));
        String later = bens.get("/workspaces/" + workspace.id() + "/meetings").body();
        assertThat(page).contains("Items that are not meant for you are not shown");
        assertThat(later).contains("Items that are not meant for you are not shown");
    }

    private static String answer(String below) {
        try {
            return withoutState(api(bens, below).body());
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void the_history_of_what_is_hidden_answers_like_that_of_what_never_was() throws Exception {
        Item<ResultsChain> hidden = Item.fresh(ResultsChain.KIND, ResultsChain.of("Hidden"))
                .meantFor(new Sensitivity.Named(new TreeSet<>(Set.of(ana))));
        Item<ResultsChain> shown = Item.fresh(ResultsChain.KIND, ResultsChain.of("Shown"));
        put(hidden);
        put(shown);
        ItemId never = ItemId.fresh();
        HttpResponse<String> ofHidden = api(bens, "/items/" + hidden.id() + "/history");
        HttpResponse<String> ofNever = api(bens, "/items/" + never + "/history");
        assertThat(ofHidden.statusCode()).isEqualTo(404);
        assertThat(ofNever.statusCode()).isEqualTo(404);
        assertThat(ofHidden.body().replace(hidden.id().toString(), "?"))
                .isEqualTo(ofNever.body().replace(never.toString(), "?"));
        assertThat(api(anas, "/items/" + hidden.id() + "/history").statusCode()).isEqualTo(200);
        workspace.append(ana, new Edit.Remove(workspace.view(ana).get(ResultsChain.KIND, shown.id())));
        assertThat(api(bens, "/items/" + shown.id() + "/history").body()).contains("removed");
    }

    @Test
    void whose_role_does_not_allow_something_is_refused_by_403_through_every_door() throws Exception {
        bens.get("/workspaces/" + workspace.id());
        Item<ResultsChain> plan = Item.fresh(ResultsChain.KIND, ResultsChain.of("A plan"));
        Digest basis = put(plan);
        String api = "/api/v1/workspaces/" + workspace.id();
        String body = "{\"title\": \"A\", \"day\": \"2026-01-01\"}";
        assertThat(bens.submit("POST", api + "/agenda/meetings", "application/json", body)
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> field = bens.submit(
                "PUT",
                api + "/items/" + plan.id() + "/fields/title",
                "application/json",
                "{\"typed\": \"B\", \"basis\": [\"" + basis + "\"]}");
        assertThat(field.statusCode()).as(field.body()).isEqualTo(403);
        assertThat(field.body()).contains("You may not do that");
        HttpResponse<String> item = bens.submit(
                "PUT",
                api + "/items/" + ItemId.fresh(),
                "application/json",
                "{\"kind\": \"results-chain\", \"value\": " + ItemJson.value(plan) + "}");
        assertThat(item.statusCode()).as(item.body()).isEqualTo(403);
    }
}
