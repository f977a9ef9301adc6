package org.salus.sector;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.RunningSalus;
import org.salus.sector.SectorDoor.Told;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sector map through three doors: pages, API and command line give the same answers, and refuse the same things. */
@Tag("slow")
class SectorDoorsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MAP = """
            {"sources":[{"id":"S1","type":"law","title":"Police law","date":"2001"},
                        {"id":"S2","type":"interview","title":"On the police"}],
             "actors":[{"id":"POL","name":"Police","class":"P1","type":"police","powers":"force"},
                       {"name":"Assembly","class":"P2","type":"parliament"},
                       {"name":"Ministry","class":"P2","type":"ministry-interior","from":"2004"}],
             "ties":[{"from":"Assembly","tie":"oversees","to":"POL","by_law":"recorded","in_practice":"recorded as absent",
                      "law_sources":"S1: art. 4","practice_sources":"S2"},
                     {"from":"Ministry","tie":"commands","to":"POL","in_practice":"recorded"}]}""";

    @TempDir
    static Path folder;

    private static RunningSalus salus;
    private static SectorDoor browser;
    private static String id;
    private static String api;

    @BeforeAll
    static void start() throws Exception {
        salus = RunningSalus.empty();
        browser = SectorDoor.browser(salus.at("/"), RunningSalus.entered(salus.link()));
        String at = SectorDoor.to(browser.post("/workspaces", "/workspaces", "name", "Orvelia", "countries", "XOV"));
        id = at.replaceAll(".*/", "");
        api = "/api/v1" + at + "/sector";
        assertThat(type("import", file("map.json", MAP)).code()).isZero();
    }

    @AfterAll
    static void stop() throws Exception {
        salus.close();
    }

    private static String file(String name, String content) throws Exception {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private static Told type(String part, String... more) {
        List<String> words = new java.util.ArrayList<>(List.of("sector", part, id));
        words.addAll(List.of(more));
        words.addAll(List.of("--data", salus.folder().toString()));
        return SectorDoor.type(words.toArray(String[]::new));
    }

    private static JsonNode json(Told told) {
        assertThat(told.code()).as(told.err()).isZero();
        return JSON.readTree(told.out());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static JsonNode same(Told told, HttpResponse<String> answer) {
        assertThat(json(told).toPrettyString()).isEqualTo(json(answer).toPrettyString());
        return json(answer);
    }

    @Test
    void the_same_question_has_the_same_answer_in_a_terminal_and_for_programs() throws Exception {
        assertThat(same(type("show", "--on", "2003", "--format", "json"), browser.get(api + "?on=2003"))
                        .path("actors")
                        .size())
                .as("the ministry begins in 2004")
                .isEqualTo(2);
        same(type("show", "--format", "json"), browser.get(api));
        assertThat(same(type("matrix", "--basis", "law", "--format", "json"), browser.get(api + "/matrix?basis=law"))
                        .path("coverage")
                        .size())
                .isEqualTo(5);
        assertThat(same(type("oversight", "--format", "json"), browser.get(api + "/oversight"))
                        .path("findings")
                        .size())
                .isPositive();
        assertThat(same(type("ask", "--format", "json"), browser.get(api + "/questions"))
                        .path("to_ask")
                        .size())
                .isPositive();
        assertThat(type("show").out()).contains("Assembly oversees Police");
        assertThat(type("matrix").out()).contains("Police · Legislative · By law: Recorded");
        assertThat(type("ask").out()).contains("None recorded yet");
        JsonNode ties = json(browser.get(api + "/ties?tie=commands"));
        assertThat(ties.path("ties").size()).isEqualTo(1);
        assertThat(ties.path("ties").get(0).path("in_practice").path("recorded").asString())
                .isEqualTo("recorded");
        assertThat(json(browser.get(api + "/actors")).path("actors").size()).isEqualTo(3);
    }

    @Test
    void what_a_map_cannot_be_asked_is_refused_in_words_and_never_passed_over() throws Exception {
        String map = "/workspaces/" + id + "/sector";
        for (String view : List.of(
                "", "/table", "/matrix", "/outline", "/oversight", "/picture.svg", "/ties.csv", "/findings.csv")) {
            HttpResponse<String> part = browser.get(map + view + "?part=zz");
            assertThat(part.statusCode()).as(view).isEqualTo(400);
            assertThat(part.body()).as(view).contains("no choice \"part\"", "around");
            assertThat(browser.get(map + view + "?actor=zz").statusCode())
                    .as(view)
                    .isEqualTo(400);
            assertThat(browser.get(map + view + "?around=zz").statusCode())
                    .as(view)
                    .isEqualTo(404);
            assertThat(browser.get(map + view + "?absent=perhaps").statusCode())
                    .as(view)
                    .isEqualTo(400);
        }
        assertThat(browser.get(map + "?around=all&absent=no&open=x&added=y").statusCode())
                .isEqualTo(200);
        String nobody = "01975f1e-7c2a-7000-8000-000000000000";
        for (String question : List.of("/ties", "/matrix", "/questions")) {
            assertThat(browser.get(api + question + "?part=zz").statusCode()).isEqualTo(400);
            assertThat(browser.get(api + question + "?actor=zz").statusCode()).isEqualTo(400);
            HttpResponse<String> unknown = browser.get(api + question + "?actor=" + nobody);
            assertThat(unknown.statusCode()).isEqualTo(404);
            assertThat(unknown.body()).contains("There is no actor " + nobody);
        }
    }

    @Test
    void a_file_is_the_same_through_every_door_and_holds_no_interview_unasked() throws Exception {
        String page = browser.get("/workspaces/" + id + "/sector/export.json").body();
        assertThat(browser.get(api + "/export.json").body()).isEqualTo(page);
        Path written = folder.resolve("map-out.json");
        assertThat(type("export", written.toString()).code()).isZero();
        assertThat(Files.readString(written)).isEqualTo(page);
        assertThat(page).contains("Police law", "S1: art. 4").doesNotContain("On the police", "S2");
        assertThat(browser.get(api + "/export.json?interviews=yes").body()).contains("On the police");
        assertThat(type("export", written.toString(), "--interviews").code()).isZero();
        assertThat(Files.readString(written)).contains("On the police");
        Path book = folder.resolve("map-out.xlsx");
        assertThat(type("export", book.toString()).code()).isZero();
        assertThat(Files.readAllBytes(book)).isEqualTo(browser.bytes(api + "/export.xlsx"));
        assertThat(type("import", book.toString()).out()).contains("Nothing to change");
        assertThat(SectorDoor.type(
                                "sector", "template", folder.resolve("t.xlsx").toString())
                        .code())
                .isZero();
    }

    @Test
    void the_ends_of_a_tie_are_changed_in_a_terminal_and_by_a_program() throws Exception {
        JsonNode commands =
                json(browser.get(api + "/ties?tie=commands")).path("ties").get(0);
        String tie = commands.path("ids").get(0).asString();
        String items = "/api/v1/workspaces/" + id + "/items/";
        tools.jackson.databind.node.ObjectNode item =
                (tools.jackson.databind.node.ObjectNode) json(browser.get(items + tie));
        tools.jackson.databind.node.ObjectNode value = (tools.jackson.databind.node.ObjectNode) item.path("value");
        String from = value.path("from").asString();
        String to = value.path("to").asString();
        value.put("from", to).put("to", from).put("type", "reports-to");
        Path file = Files.writeString(folder.resolve("tie.json"), item.toString());
        Told changed = SectorDoor.type(
                "workspace",
                "put",
                id,
                file.toString(),
                "--data",
                salus.folder().toString());
        assertThat(changed.code()).as(changed.err()).isZero();
        JsonNode now = json(browser.get(items + tie));
        assertThat(now.path("value").path("from").asString()).isEqualTo(to);
        assertThat(now.path("value").path("type").asString()).isEqualTo("reports-to");
        Told stale = SectorDoor.type(
                "workspace",
                "put",
                id,
                file.toString(),
                "--data",
                salus.folder().toString());
        assertThat(stale.code()).as("it was changed since that file was read").isNotZero();
        value.put("from", from).put("to", from);
        item.set("basis", now.path("basis"));
        Files.writeString(file, item.toString());
        Told refused = SectorDoor.type(
                "workspace",
                "put",
                id,
                file.toString(),
                "--data",
                salus.folder().toString());
        assertThat(refused.code()).as("nobody reports to itself").isNotZero();
        value.put("to", to).put("type", "commands");
        Files.writeString(file, item.toString());
        assertThat(SectorDoor.type(
                                "workspace",
                                "put",
                                id,
                                file.toString(),
                                "--data",
                                salus.folder().toString())
                        .code())
                .isZero();
    }

    @Test
    void a_finding_is_answered_in_a_terminal_and_by_a_program() throws Exception {
        String finding = json(browser.get(api + "/oversight"))
                .path("findings")
                .get(0)
                .path("name")
                .asString();
        Told refused = type("answer", finding, "--reply", "disagree");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(type("answer", finding, "--reply", "disagree", "--because", "a new law")
                        .code())
                .isZero();
        HttpResponse<String> told = program()
                .json(
                        api + "/answers",
                        "{\"finding\":\"" + finding + "\",\"reply\":\"partly\",\"because\":\"it depends\"}");
        assertThat(told.statusCode()).as(told.body()).isEqualTo(200);
        assertThat(json(browser.get(api + "/answers?finding="
                                + java.net.URLEncoder.encode(finding, StandardCharsets.UTF_8)))
                        .path("answers")
                        .size())
                .as("a newer answer of the same account takes the place of the older one")
                .isEqualTo(1);
        assertThat(type("oversight").out()).contains("it depends").doesNotContain("a new law");
        assertThat(program()
                        .json(api + "/answers", "{\"finding\":\"none\",\"reply\":\"agree\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    private static SectorDoor program() {
        return SectorDoor.program(salus.at("/"), token());
    }

    private static String token() {
        var people = salus.context().getBean(org.salus.people.People.class);
        return people.tokens()
                .issue(
                        new org.salus.people.SignedIn(
                                people.accounts().get(people.alone().account()),
                                org.salus.people.SignedIn.Way.LINK,
                                true,
                                ""),
                        "test",
                        org.salus.people.Tokens.Scope.WRITE,
                        1)
                .secret()
                .reveal();
    }

    @Tag("slow")
    @Test
    void a_graph_goes_out_and_comes_back_through_every_door() throws Exception {
        Path graph = folder.resolve("map-out.graphml");
        assertThat(type("export", graph.toString()).code()).isZero();
        byte[] sent = browser.bytes(api + "/export.graphml");
        assertThat(Files.readAllBytes(graph)).isEqualTo(sent);
        Told told = type("import", graph.toString());
        assertThat(told.out()).contains("Nothing to change");
        assertThat(told.out() + told.err()).contains("line ", "A graph tells of one day");
        JsonNode again = json(program().file("", api + "/import", "map.graphml", sent));
        assertThat(again.has("entry")).isFalse();
        assertThat(again.path("problems").size()).isEqualTo(1);
        String importing = "/workspaces/" + id + "/sector/import";
        assertThat(SectorDoor.words(
                        browser.get(SectorDoor.to(browser.file(importing, importing, "map.graphml", sent)))))
                .contains("“map.graphml” changes nothing", "A graph tells of one day");
        Told bomb = type("import", file("bomb.graphml", "<!DOCTYPE g [<!ENTITY a 'b'>]><graphml>&a;</graphml>"));
        assertThat(bomb.code()).isEqualTo(2);
        assertThat(bomb.err()).contains("names a document type or an entity").doesNotContain("Exception");
    }

    @Test
    void a_program_brings_in_a_file_only_while_nobody_changed_what_it_saw() throws Exception {
        byte[] more = "name,class\nOmbudsman,P2\n".getBytes(StandardCharsets.UTF_8);
        SectorDoor program = program();
        String state = program.get(api).headers().firstValue("ETag").orElseThrow();
        JsonNode preview = json(program.file("", api + "/import", "o.csv", more, "preview", "true"));
        assertThat(preview.path("counts").path("actor").path("new").asInt()).isEqualTo(1);
        assertThat(preview.has("entry")).isFalse();
        assertThat(program.get(api).headers().firstValue("ETag")).contains(state);
        JsonNode done = json(program.file("", api + "/import", "o.csv", more));
        assertThat(done.has("entry")).isTrue();
        assertThat(json(program.file("", api + "/import", "o.csv", more)).has("entry"))
                .as("nothing is doubled")
                .isFalse();
        HttpResponse<String> late = program.matching(state, api + "/import", "o.csv", more);
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @Test
    void a_partners_table_comes_in_through_the_api_and_the_terminal_and_never_doubles() throws Exception {
        String table = "Donor,Project,To,Amount,Currency\nSundmark,Training,Police,5,EUR\n";
        JsonNode brought = json(program()
                .file(
                        "",
                        api + "/support",
                        "m.csv",
                        table.getBytes(StandardCharsets.UTF_8),
                        "column-institution",
                        "To",
                        "column-until",
                        "none",
                        "same-stage",
                        "planned",
                        "factor",
                        "1000"));
        assertThat(brought.path("new").asInt()).isEqualTo(1);
        assertThat(brought.path("kept").asString()).as("nobody chose").isEqualTo("me");
        assertThat(brought.path("totals").path("EUR").asString()).isEqualTo("5000");
        Told again = type("support-import", file("m.csv", table));
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.out()).contains("0 new, 0 changed, 1 unchanged").contains("Nothing to change");
        assertThat(same(
                                type("support", "--stage", "planned", "--format", "json"),
                                browser.get(api + "/support?stage=planned"))
                        .path("support")
                        .size())
                .isEqualTo(1);
        assertThat(type("support").out()).contains("Sundmark: Training → Police", "EUR 5000");
        Told layer = type("support-import", file("m.csv", table), "--kept", "layer");
        assertThat(layer.out()).contains("1 new");
        assertThat(json(browser.get(api + "/support")).path("support").size()).isEqualTo(1);
        assertThat(same(type("support", "--layers", "--format", "json"), browser.get(api + "/support?layers=yes"))
                        .path("support")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void a_currency_that_was_guessed_can_be_taken_back() throws Exception {
        String table = "Donor,Project,Budget (EUR)\nSundmark,Training,5\n";
        String file = file("guessed.csv", table);
        assertThat(type("support-import", file, "--preview", "--format", "json").out())
                .contains("\"EUR\":\"5\"");
        for (String nothing : List.of("currency=", "currency=none")) {
            Told cleared = type("support-import", file, "--preview", "--same", nothing, "--format", "json");
            assertThat(cleared.code()).as(cleared.err()).isZero();
            assertThat(cleared.out()).as(nothing).doesNotContain("EUR\":");
        }
        JsonNode asked = json(program()
                .file(
                        "",
                        api + "/support",
                        "guessed.csv",
                        table.getBytes(StandardCharsets.UTF_8),
                        "preview",
                        "true",
                        "same-currency",
                        "none"));
        assertThat(asked.path("totals").has("EUR")).isFalse();
        assertThat(asked.path("new").asInt()).isEqualTo(1);
    }

    @Test
    void what_means_nothing_is_refused_the_same_way() throws Exception {
        for (String path : List.of(
                "?on=yesterday",
                "/matrix?basis=hope",
                "/ties?tie=loves",
                "/oversight?x=1",
                "/export.csv",
                "/support?stage=x")) {
            HttpResponse<String> answer = browser.get(api + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        }
        assertThat(browser.get(api + "/export.docx").statusCode()).isEqualTo(404);
        assertThat(type("show", "--on", "yesterday").code()).isEqualTo(2);
        assertThat(type("matrix", "--basis", "hope").code()).isEqualTo(2);
        assertThat(type("import", folder.resolve("missing.xlsx").toString()).code())
                .isEqualTo(1);
        assertThat(type("import", file("foreign.json", "{\"a\":1}")).code()).isEqualTo(2);
        assertThat(type("import", file("broken.json", "{\"actors\":[")).err())
                .contains("well-formed")
                .doesNotContain("Exception");
        assertThat(SectorDoor.type("sector", "import", "--help").out())
                .contains("salus sector import \"Our strategy\" map.xlsx --preview", "--preview");
        assertThat(SectorDoor.type(
                                "sector",
                                "show",
                                "Nowhere",
                                "--data",
                                salus.folder().toString())
                        .code())
                .isNotZero();
    }
}
