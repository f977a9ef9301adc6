package org.salus.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
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
import org.salus.ledger.Role;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.Workspace;

/** Whatever a form of a workspace is refused for: the words that were typed are on the page that says so. */
@Tag("slow")
class KeptWordsTest {
    private static final String WORDS = "Words that took \"long\" & are <mine>";

    @TempDir
    private static Path folder;

    private static RunningTeam team;
    private static Workspace workspace;
    private static AccountId owner;
    private static AccountId writer;
    private static Visitor browser;
    private static Item<Source> source;

    @BeforeAll
    static void serve() throws Exception {
        team = RunningTeam.start(folder);
        owner = team.administrator("owner", "Owner");
        writer = team.account(owner, "writer", "Writer");
        workspace = team.workspaces()
                .found(
                        new Charter("Zubara", List.of("XZU"), "", "SSR", Optional.empty()),
                        owner,
                        "Owner",
                        Optional.empty(),
                        "");
        member(Role.CONTRIBUTOR);
        source = Item.fresh(Source.KIND, Source.of(SourceType.DOCUMENT, "Law on the police"));
        assertThat(workspace.append(owner, new Edit.Put(source))).isInstanceOf(Outcome.Accepted.class);
        browser = team.signedIn("writer");
    }

    @AfterAll
    static void stop() {
        team.close();
    }

    private static void member(Role role) {
        Item<Member> item = new Item<>(
                new ItemId(writer.value()),
                Member.KIND,
                Sensitivity.forMembers(),
                List.of(),
                new Member("Writer", Optional.empty(), "", role),
                workspace
                        .view(owner)
                        .find(Member.KIND, new ItemId(writer.value()))
                        .map(Item::basis)
                        .orElse(Set.of()));
        assertThat(workspace.append(owner, new Edit.Put(item))).isInstanceOf(Outcome.Accepted.class);
    }

    private static String at(String below) {
        return "/workspaces/" + workspace.id() + "/" + below;
    }

    private static String item(String below) {
        return at("items/" + source.id() + below);
    }

    private static void isKept(HttpResponse<String> refused, int status, String field) {
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.body())
                .containsPattern(field)
                .contains("Words that took")
                .contains("class=\"error\" role=\"alert\"");
    }

    @Test
    void an_actor_a_tie_a_remark_and_a_source_come_back_in_their_forms() throws Exception {
        isKept(
                browser.post(at("sector/actors"), "name", WORDS, "what", "no such type"),
                400,
                "id=\"actor-what\"[^>]*aria-invalid=\"true\" autofocus");
        isKept(
                browser.post(at("sector/actors"), "name", WORDS + "x".repeat(1_100), "what", "P1"),
                400,
                "id=\"actor-name\"[^>]*aria-invalid=\"true\" autofocus");
        isKept(
                browser.post(item("/comments"), "text", WORDS + "x".repeat(6_000)),
                400,
                "<textarea[^>]*id=\"comment-[^>]*aria-invalid=\"true\" autofocus>Words that");
        isKept(
                browser.post(at("sources"), "title", WORDS + "x".repeat(1_100), "type", "document"),
                400,
                "name=\"title\"[^>]*value=\"Words that");
        String actor = browser.post(at("sector/actors"), "name", "Police", "what", "P1")
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst(".*added=", "");
        isKept(
                browser.post(at("items/" + actor + "/citations"), "place", WORDS),
                400,
                "name=\"place\"[^>]*value=\"Words that");
    }

    @Test
    void a_stale_version_and_a_missing_right_come_back_with_the_reason() throws Exception {
        isKept(
                browser.post(item("/sensitivity"), "basis", "ab".repeat(32), "audience", "members", "why", WORDS),
                400,
                "name=\"why\"[^>]*value=\"Words that");
        // Not a form of the page of somebody who is no owner; what was typed is there all the same.
        isKept(browser.post(item("/erasure"), "why", WORDS, "sure", "true"), 403, "id=\"kept-words\"");
        member(Role.READER);
        isKept(browser.post(at("sector/actors"), "name", WORDS, "what", "P1"), 403, "id=\"kept-words\"");
        member(Role.CONTRIBUTOR);
    }

    @Test
    void an_old_mark_and_an_ended_session_lose_nothing() throws Exception {
        isKept(
                browser.post(item("/comments"), "_csrf", "x".repeat(90), "text", WORDS),
                403,
                "<textarea[^>]*id=\"comment-[^>]*>Words that");
        Visitor nobody = team.visitor();
        HttpResponse<String> ended = nobody.post(item("/comments"), "text", WORDS);
        assertThat(ended.statusCode()).isEqualTo(401);
        assertThat(ended.body()).contains("id=\"kept-words\"").contains("Words that took");
    }

    @Test
    void what_stands_on_no_page_any_more_keeps_the_words_too() throws Exception {
        HttpResponse<String> gone = browser.post(at("items/" + ItemId.fresh() + "/comments"), "text", WORDS);
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(gone.body()).contains("id=\"kept-words\"").contains("Words that took");
    }
}
