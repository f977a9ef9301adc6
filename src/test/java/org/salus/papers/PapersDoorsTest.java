package org.salus.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.RunningTeam;
import org.salus.Visitor;
import org.salus.goals.ResultsChain;
import org.salus.goals.Support;
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

/** Papers through their pages and their API, for an owner, a reader of lower clearance and a stranger. */
@Tag("slow")
class PapersDoorsTest {
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
        put(plan);
        put(Item.fresh(Support.KIND, Support.of(plan.id(), "Kingdom of Ferrow", "Bicycles for patrols")));
        put(Item.fresh(Support.KIND, Support.of(plan.id(), "Republic of Quell", "Listening devices"))
                .meantFor(new Sensitivity.Named(new TreeSet<>(Set.of(ana)))));
    }

    private void put(Item<?> item) {
        assertThat(workspace.append(ana, new Edit.Put(item))).isInstanceOf(Outcome.Accepted.class);
    }

    private String path(String below) {
        return "/workspaces/" + workspace.id() + below;
    }

    private static String get(Visitor visitor, String path) throws Exception {
        HttpResponse<String> answer = visitor.get(path);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        assertThat(answer.body()).as(path).doesNotContain("[papers.");
        return answer.body();
    }

    private HttpResponse<String> sent(Visitor visitor, String body) throws Exception {
        return visitor.submit("POST", "/api/v1" + path("/papers"), "application/json", body);
    }

    @Test
    void papers_are_listed_chosen_read_and_taken_along() throws Exception {
        assertThat(get(anas, path("/papers")))
                .contains("Which paper do you owe?", "papers/round-table", "Crisis sheet");
        assertThat(get(anas, path("/papers/round-table?partner=Kingdom%20of%20Ferrow")))
                .contains("Prepared for Kingdom of Ferrow", "Bicycles for patrols", "document.docx?partner=Kingdom")
                .doesNotContain("Listening devices");
        assertThat(get(anas, path("/papers/round-table?for=own"))).contains("Listening devices");
        for (String form : List.of("docx", "pdf", "html")) {
            assertThat(anas.get(path("/papers/round-table/document." + form)).statusCode())
                    .isEqualTo(200);
        }
        assertThat(get(anas, path("/papers/round-table/tables/1.csv"))).contains("Bicycles for patrols");
        assertThat(anas.get(path("/papers/round-table/tables/99.csv")).statusCode())
                .isEqualTo(404);
        assertThat(get(anas, path("/papers/round-table/template.yaml"))).contains("name: round-table");
        assertThat(get(anas, path("/papers/table/shelf.csv"))).contains("round-table");
    }

    @Test
    void what_has_to_be_said_first_is_asked_for_and_a_crisis_has_an_address_of_its_own() throws Exception {
        assertThat(get(anas, path("/crisis"))).contains("Nothing is composed yet", "name=\"of\"");
        HttpResponse<String> none = anas.get(path("/crisis?of=Nobody"));
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.body()).contains("Nobody");
        assertThat(anas.get(path("/papers/none")).statusCode()).isEqualTo(404);
        assertThat(anas.get(path("/papers/brief?donner=x")).statusCode()).isEqualTo(400);
    }

    @Test
    void a_reader_is_given_no_trace_of_what_is_withheld_and_a_stranger_nothing() throws Exception {
        for (String below :
                List.of("/papers/round-table?for=own", "/papers/period-report?for=own", "/papers/hand-over")) {
            assertThat(get(bens, path(below))).contains("Bicycles").doesNotContain("Listening", "Quell");
            assertThat(get(bens, "/api/v1" + path(below))).doesNotContain("Listening", "Quell");
            assertThat(others.get(path(below)).statusCode()).isEqualTo(404);
            assertThat(others.get("/api/v1" + path(below)).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void a_team_keeps_its_own_template_and_a_reader_may_not() throws Exception {
        String own =
                "{\"template\": \"edition: 2026-11\\nname: note\\ntitle: A note\\nparts:\\n  - part: support\\n\"}";
        get(anas, path("/papers"));
        assertThat(sent(anas, own).statusCode()).isEqualTo(200);
        assertThat(get(anas, path("/papers"))).contains("A note");
        assertThat(get(bens, path("/papers/note"))).contains("Bicycles for patrols");
        assertThat(sent(bens, own).statusCode()).isEqualTo(403);
        HttpResponse<String> bad = sent(anas, own.replace("part: support", "part: suport"));
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(bad.body()).contains("suport", "support");
    }

    @Test
    void whoever_contributes_keeps_a_template_but_none_in_the_place_of_a_paper_of_the_program() throws Exception {
        Item<Member> reader = workspace.view(ana).get(Member.KIND, new ItemId(ben.value()));
        put(reader.saying(new Member("Ben", Optional.empty(), "", Role.CONTRIBUTOR)));
        String own =
                "{\"template\": \"edition: 2026-11\\nname: note\\ntitle: A note\\nparts:\\n  - part: support\\n\"}";
        get(bens, path("/papers"));
        assertThat(sent(bens, own).statusCode()).isEqualTo(200);
        HttpResponse<String> refused = sent(bens, own.replace("name: note", "name: round-table"));
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
        assertThat(refused.body()).contains("only editors and owners");
    }

    private HttpResponse<String> brought(String name, String file, String content, String form) throws Exception {
        return anas.submit(
                "POST",
                path("/papers/round-table/document"),
                "multipart/form-data; boundary=between",
                "--between\r\nContent-Disposition: form-data; name=\"form\"\r\n\r\n" + form + "\r\n"
                        + "--between\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + file
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content
                        + "\r\n--between--\r\n");
    }

    private HttpResponse<String> sentLogo(int letters) throws Exception {
        return anas.submit(
                "POST",
                "/api/v1" + path("/papers/round-table/document.pdf"),
                "application/json",
                "{\"logo\": \"" + "A".repeat(letters) + "\"}");
    }

    @Tag("slow")
    @Test
    void a_logo_of_forty_megabytes_is_refused_through_every_door_in_a_sentence() throws Exception {
        get(anas, path("/papers/round-table"));
        HttpResponse<String> page = brought("logo", "huge.png", "x".repeat(40 << 20), "pdf");
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("huge.png", "2 MB");
        assertThat(sentLogo(40 << 20).statusCode()).isEqualTo(413);
        assertThat(sentLogo(40 << 20).body()).contains("larger").doesNotContain("Exception");
        assertThat(sentLogo(4 << 20).statusCode()).isEqualTo(400);
        assertThat(sentLogo(4 << 20).body()).contains("2 MB");
    }

    @Test
    void a_file_that_was_chosen_and_is_empty_is_refused_and_one_that_was_not_chosen_is_none() throws Exception {
        get(anas, path("/papers/round-table"));
        for (String field : List.of("logo", "style")) {
            HttpResponse<String> empty = brought(field, "nothing.bin", "", "docx");
            assertThat(empty.statusCode()).as(field).isEqualTo(400);
            assertThat(empty.body()).contains("nothing.bin", "empty");
            assertThat(brought(field, "", "", "docx").statusCode()).as(field).isEqualTo(200);
        }
    }

    @Test
    void a_paper_is_written_in_the_house_style_of_an_office_and_what_is_no_word_file_is_refused() throws Exception {
        get(anas, path("/papers/round-table"));
        String style = new String(Files.readAllBytes(docx()), StandardCharsets.ISO_8859_1);
        HttpResponse<String> styled = brought("style", "house.docx", style, "docx");
        assertThat(styled.statusCode()).as(styled.body()).isEqualTo(200);
        assertThat(styled.body()).startsWith("PK");
        assertThat(styled.headers().firstValue("Salus-Missing-Styles").orElse(""))
                .contains("heading 1 (Heading1)", "Title (Title)");
        assertThat(get(anas, path("/papers/round-table"))).contains("heading 1 (Heading1)");
        HttpResponse<String> byProgram = anas.submit(
                "POST",
                "/api/v1" + path("/papers/round-table/document.docx"),
                "application/json",
                "{\"style\": \"" + Base64.getEncoder().encodeToString(Files.readAllBytes(docx())) + "\"}");
        assertThat(byProgram.body()).as("the same bytes through both").isEqualTo(styled.body());
        for (HttpResponse<String> bad : List.of(
                brought("style", "house.docx", "PK no document", "docx"),
                brought("style", "house.docx", style, "pdf"),
                anas.submit(
                        "POST",
                        "/api/v1" + path("/papers/round-table/document.docx"),
                        "application/json",
                        "{\"style\": \"UEsgbm8gZG9jdW1lbnQ=\"}"),
                anas.submit(
                        "POST",
                        "/api/v1" + path("/papers/round-table/document.docx"),
                        "application/json",
                        "{\"style\": \"A\"}"))) {
            assertThat(bad.statusCode()).as(bad.body()).isEqualTo(400);
            assertThat(bad.body()).doesNotContain("Exception", "[papers.");
        }
    }

    /** An office's Word file with styles of its own. */
    private static Path docx() throws Exception {
        Path file = folder.resolve("house.docx");
        if (!Files.exists(file)) {
            try (XWPFDocument word = new XWPFDocument();
                    OutputStream out = Files.newOutputStream(file)) {
                word.createStyles();
                word.createParagraph().createRun().setText("Our house");
                word.write(out);
            }
        }
        return file;
    }

    @Test
    void a_paper_is_read_in_the_language_that_is_chosen_and_its_files_are_in_the_same() throws Exception {
        assertThat(get(anas, path("/papers/round-table?language=fr")))
                .contains("document.docx?language=fr", "tables/1.csv?language=fr", "Qui appuie quoi");
        assertThat(get(anas, path("/papers/round-table"))).contains("Who supports what");
    }

    @Test
    void programs_are_told_what_pages_show() throws Exception {
        JsonNode list = JSON.readTree(get(anas, "/api/v1" + path("/papers")));
        assertThat(list.path("papers").size()).isEqualTo(Papers.shipped().size());
        JsonNode paper = JSON.readTree(get(anas, "/api/v1" + path("/papers/round-table?partner=Ferrow")));
        assertThat(paper.path("title").asString()).isEqualTo("Who supports what, and what is missing");
        assertThat(paper.path("lines").toString()).contains("Bicycles for patrols", "Prepared for Ferrow");
        assertThat(anas.get("/api/v1" + path("/papers/round-table/document.docx"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(anas.get("/api/v1" + path("/papers/round-table/document.odt"))
                        .statusCode())
                .isEqualTo(404);
    }
}
