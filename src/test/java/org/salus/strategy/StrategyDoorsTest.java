package org.salus.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.RunningTeam;
import org.salus.Visitor;
import org.salus.documents.DocxWriter;
import org.salus.goals.Goal;
import org.salus.goals.ResultsChain;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A strategy through its pages and its API: written, agreed by two people who need no account, changed, and compared. */
@Tag("slow")
class StrategyDoorsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private static Path folder;

    private static RunningTeam team;
    private static AccountId ana;
    private static AccountId ben;
    private static Visitor anas;
    private static Visitor bens;
    private static Visitor others;

    private Workspace workspace;
    private ItemId chain = ItemId.fresh();

    @BeforeAll
    static void start() throws Exception {
        team = RunningTeam.start(folder, "requests-per-minute = 1000000");
        AccountId administrator = team.administrator("admin", "Admin");
        ana = team.account(administrator, "ana", "Ana");
        ben = team.account(administrator, "ben", "Ben");
        team.account(administrator, "eva", "Eva");
        anas = team.signedIn("ana");
        bens = team.signedIn("ben");
        others = team.signedIn("eva");
    }

    @AfterAll
    static void end() {
        team.close();
    }

    @BeforeEach
    void found() {
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
        Item<ResultsChain> plan = Item.fresh(ResultsChain.KIND, ResultsChain.of("A plan"));
        chain = plan.id();
        put(plan);
        put(Item.fresh(Goal.KIND, Goal.of(chain, "People feel safe at night")));
    }

    private void put(Item<?> item) {
        assertThat(workspace.append(ana, new Edit.Put(item))).isInstanceOf(Outcome.Accepted.class);
    }

    private String path(String below) {
        return "/workspaces/" + workspace.id() + "/strategy" + below;
    }

    private String get(Visitor visitor, String path) throws Exception {
        HttpResponse<String> answer = visitor.get(path);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        assertThat(answer.body()).as(path).doesNotContain("[strategy.");
        return answer.body();
    }

    private JsonNode json(String below) throws Exception {
        return JSON.readTree(get(anas, "/api/v1" + path(below)));
    }

    private String done(String below, String... form) throws Exception {
        HttpResponse<String> answer = anas.post(path(below), form);
        assertThat(answer.statusCode()).as(below + answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private String refused(Visitor visitor, String path, String... form) throws Exception {
        HttpResponse<String> answer = visitor.post(path, form);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(400);
        return answer.body();
    }

    @Test
    void the_outline_leads_to_every_section_and_each_can_be_taken_along() throws Exception {
        assertThat(get(anas, path("")))
                .contains("What does the strategy say?", "It has 15 sections", "Draw up an edition");
        for (Section section : Section.values()) {
            assertThat(get(anas, path("/sections/" + section.code())))
                    .as(section.code())
                    .contains("Text");
        }
        assertThat(get(anas, path("/outline.csv"))).contains("definitions");
        assertThat(get(anas, path("/sections/definitions/words.csv"))).contains("G1");
        assertThat(get(anas, path("/document.html"))).contains("People feel safe at night");
        assertThat(get(anas, path("/brief.html"))).contains("People feel safe at night");
        assertThat(anas.get(path("/document.odt")).statusCode()).isEqualTo(404);
        assertThat(anas.get(path("/sections/chapter")).statusCode()).isEqualTo(404);
        assertThat(json("").path("sections").size()).isEqualTo(Section.values().length);
    }

    @Test
    void it_is_composed_in_the_language_that_is_asked_for_through_every_door() throws Exception {
        assertThat(get(anas, path("?language=fr")))
                .contains(
                        "French", "document.docx?for=full&amp;language=fr", "sections/goals?for=full&amp;language=fr");
        assertThat(get(anas, path("/document.html?language=fr"))).contains("Table des matières", "lang=\"fr\"");
        assertThat(json("?language=fr").path("language").asString()).isEqualTo("fr");
        done("/sections/goals", "item", "new", "text", "Nos propres mots.", "for", "full", "language", "fr");
        assertThat(get(anas, path("/sections/goals?language=fr"))).contains("Nos propres mots.");
        assertThat(get(anas, path("/sections/goals"))).doesNotContain("Nos propres mots.");
        HttpResponse<String> unknown = anas.get(path("?language=de"));
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("en, fr");
    }

    @Tag("slow")
    @Test
    void it_comes_in_the_house_style_that_is_sent_and_a_bad_one_is_refused_with_what_is_wrong() throws Exception {
        get(anas, path(""));
        String style;
        try (XWPFDocument word = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            word.write(out);
            style = out.toString(StandardCharsets.ISO_8859_1);
        }
        HttpResponse<String> byPage = styled(style);
        HttpResponse<String> byProgram =
                anas.submit("POST", "/api/v1" + path("/styled?for=full"), "application/octet-stream", style);
        for (HttpResponse<String> written : List.of(byPage, byProgram)) {
            assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
            assertThat(written.headers().firstValue("Content-Type").orElse("")).startsWith(DocxWriter.MEDIA_TYPE);
        }
        assertThat(byPage.body()).as("the same bytes through both").isEqualTo(byProgram.body());
        for (HttpResponse<String> bad : List.of(
                styled("no document"),
                anas.submit("POST", "/api/v1" + path("/styled"), "application/octet-stream", "no document"))) {
            assertThat(bad.statusCode()).as(bad.body()).isEqualTo(400);
            assertThat(bad.body()).contains("Word");
        }
    }

    private HttpResponse<String> styled(String file) throws Exception {
        return anas.submit(
                "POST",
                path("/styled"),
                "multipart/form-data; boundary=between",
                "--between\r\nContent-Disposition: form-data; name=\"for\"\r\n\r\nfull\r\n"
                        + "--between\r\nContent-Disposition: form-data; name=\"template\"; filename=\"style.docx\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n" + file + "\r\n--between--\r\n");
    }

    @Test
    void a_section_is_written_otherwise_and_what_is_new_is_taken_in() throws Exception {
        done("/sections/goals", "item", "new", "text", "Our words. <script>x</script>", "for", "full");
        put(Item.fresh(Goal.KIND, Goal.of(chain, "Nobody waits longer than a day")));
        String page = get(anas, path("/sections/goals"));
        assertThat(page)
                .contains(
                        "Our words. &lt;script&gt;x&lt;/script&gt;",
                        "New in what is recorded",
                        "Nobody waits longer than a day")
                .doesNotContain("<script>x");
        done("/sections/goals/look", "how", "accept");
        JsonNode section = json("/sections/goals");
        assertThat(section.path("state").asString()).isEqualTo("written");
        assertThat(section.path("text").asString()).startsWith("Our words.").contains("Nobody waits longer");
        assertThat(get(anas, path(""))).contains("People wrote one of them");
    }

    @Tag("slow")
    @Test
    void an_edition_is_drawn_shared_signed_by_two_agreed_and_compared_with_what_comes_after() throws Exception {
        String edition = done("/editions", "title", "First", "for", "full", "review-by", "2028-01");
        String below = edition.substring(edition.indexOf("/editions/"));
        assertThat(get(anas, edition)).contains("full edition, draft", "Nobody approved it yet", "it says the same");
        done(below + "/steps", "to", "shared", "date", "2026-03-01");
        String digest = json(below).path("digest").asString();
        assertThat(refused(anas, path(below + "/steps"), "to", "agreed", "date", "2026-03-01"))
                .contains("no office on the side of the donor");
        for (String side : List.of("donor", "partner")) {
            done(
                    below + "/approvals",
                    "side",
                    side,
                    "who",
                    "Somebody",
                    "office",
                    "Office of the " + side,
                    "date",
                    "2026-03-02",
                    "place",
                    "Capital",
                    "document",
                    "Minutes",
                    "digest",
                    digest);
        }
        done(below + "/steps", "to", "agreed", "date", "2026-03-03");
        assertThat(get(anas, edition)).contains("agreed", "Office of the partner", "2 offices approved it");
        assertThat(get(anas, edition + "/approvals.csv")).contains("Office of the donor");
        put(Item.fresh(Goal.KIND, Goal.of(chain, "Nobody waits longer than a day")));
        String id = below.replace("/editions/", "");
        assertThat(get(anas, path("/compare?before=" + id))).contains("Nobody waits longer than a day", "added");
        assertThat(anas.get(path("/compare.docx?before=" + id)).statusCode()).isEqualTo(200);
        assertThat(json("/compare?before=" + id).path("same").asBoolean()).isFalse();
        assertThat(get(anas, edition + "/document.html"))
                .contains("People feel safe at night")
                .doesNotContain("Nobody waits longer than a day");
        assertThat(get(anas, path(""))).contains("First");
    }

    @Test
    void a_page_taken_along_is_recognised() throws Exception {
        String page = get(anas, path("/document.html"));
        // Sent byte by byte, each as one letter.
        String bytes = new String(page.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        HttpResponse<String> same = anas.submit("POST", "/api/v1" + path("/verify"), "application/octet-stream", bytes);
        assertThat(get(anas, path("/verify"))).contains("Does a file still say what its version says?");
        assertThat(JSON.readTree(same.body()).path("verdict").asString())
                .as(same.body())
                .isEqualTo("same");
    }

    @Test
    void a_reader_reads_and_writes_nothing_and_whoever_is_no_member_finds_nothing() throws Exception {
        String edition = done("/editions", "title", "First", "for", "full");
        assertThat(get(bens, edition)).contains("First").doesNotContain("Write a step down");
        assertThat(get(bens, path(""))).doesNotContain("Draw up an edition");
        for (HttpResponse<String> refused : List.of(
                bens.post(path("/editions"), "title", "Mine"),
                bens.post(path("/sections/goals"), "item", "new", "text", "Mine"),
                bens.post(edition + "/steps", "to", "shared", "date", "2026-03-01"))) {
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
        }
        for (String below : List.of("", "/sections/goals", "/document.html", "/compare")) {
            assertThat(others.get(path(below)).statusCode()).as(below).isEqualTo(404);
        }
    }

    @Test
    void the_public_edition_does_not_say_what_members_read() throws Exception {
        assertThat(get(anas, path("/document.html?for=public")))
                .contains("Public edition")
                .doesNotContain("People feel safe at night");
        assertThat(anas.get(path("?for=nobody")).statusCode()).isEqualTo(400);
    }
}
