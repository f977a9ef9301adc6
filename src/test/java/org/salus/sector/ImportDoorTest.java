package org.salus.sector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salus.RunningSalus;
import org.salus.RunningTeam;

/** Files come in and go out through the pages of the running program. */
@Tag("slow")
class ImportDoorTest {
    private static final String MAP = """
            {"sources":[{"id":"S1","type":"document","title":"Organic law 7"}],
             "actors":[{"id":"POL","name":"National Police","class":"P1","type":"police","powers":"force"},
                       {"name":"Assembly","class":"P2","type":"parliament"},
                       {"name":"=cmd|' /C calc'!A0","class":"C"},
                       {"name":"شرطة","class":"X"}],
             "ties":[{"from":"Assembly","tie":"oversees","to":"POL","by_law":"recorded","law_sources":"S1"},
                     {"from":"Nobody","tie":"oversees","to":"POL"}]}""";

    private static RunningSalus salus;
    private static SectorDoor browser;

    private String workspace = "";
    private String importing = "";

    @BeforeAll
    static void start() throws IOException {
        salus = RunningSalus.empty();
        browser = SectorDoor.browser(salus.at("/"), RunningSalus.entered(salus.link()));
    }

    @AfterAll
    static void stop() throws IOException {
        salus.close();
    }

    @BeforeEach
    void found() throws Exception {
        workspace = SectorDoor.to(browser.post("/workspaces", "/workspaces", "name", "Orvelia", "countries", "XOV"));
        importing = workspace + "/sector/import";
    }

    private HttpResponse<String> bring(String name, byte[] content) throws Exception {
        return browser.file(importing, importing, name, content);
    }

    private HttpResponse<String> bring(String name, String content) throws Exception {
        return bring(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private String exported() throws Exception {
        return browser.get(workspace + "/sector/export.json").body();
    }

    /** Takes a file in, and returns what the page says then. */
    private String take(String name, byte[] content) throws Exception {
        String look = SectorDoor.to(bring(name, content));
        if (browser.get(look).body().contains("/accept")) {
            assertThat(browser.post(look, look + "/accept").statusCode()).isEqualTo(303);
        }
        return SectorDoor.words(browser.get(look));
    }

    @Test
    void a_file_is_looked_at_with_every_change_and_problem_before_anything_is_changed() throws Exception {
        String look = SectorDoor.to(bring("map.json", MAP));
        String said = SectorDoor.words(browser.get(look));
        assertThat(said)
                .contains("“map.json” would add or change 6 items. Nothing has been changed yet.")
                .contains("7 rows were read: 6 taken, 1 left out.")
                .contains("One error, no warning, no remark.")
                .contains("Actors 4 0 0 4", "Ties 1 0 0 1", "Sources 1 0 0 1")
                .contains("There is no actor Nobody, in the file or in the workspace.")
                .contains("new tie Assembly oversees National Police");
        assertThat(exported()).doesNotContain("National Police");
        assertThat(browser.post(look, look + "/accept").statusCode()).isEqualTo(303);
        assertThat(SectorDoor.words(browser.get(look)))
                .contains("has been taken in, as step")
                .contains("Actors 4 0 0 4 0 4");
        assertThat(exported()).contains("National Police", "شرطة");
    }

    @Test
    void an_empty_file_is_named() throws Exception {
        assertThat(SectorDoor.words(bring("empty.csv", ""))).contains("empty.csv is empty.");
    }

    @Test
    void a_file_that_comes_back_changes_nothing_and_one_that_has_grown_updates() throws Exception {
        take("map.json", MAP.getBytes(StandardCharsets.UTF_8));
        String before = exported();
        byte[] book = browser.bytes(workspace + "/sector/export.xlsx");
        assertThat(take("again.xlsx", book)).contains("“again.xlsx” changes nothing", "Actors 0 0 4 4");
        assertThat(take("again.json", before.getBytes(StandardCharsets.UTF_8))).contains("changes nothing");
        for (String table : SectorExport.tables()) {
            assertThat(take(table + ".csv", browser.bytes(workspace + "/sector/export.csv?table=" + table)))
                    .as(table)
                    .contains("changes nothing");
        }
        assertThat(exported()).isEqualTo(before);
        assertThat(take(
                        "grown.json",
                        MAP.replace("National Police", "Police of Orvelia").getBytes(StandardCharsets.UTF_8)))
                .contains("Actors 0 1 3 4 4 4");
        assertThat(exported()).contains("Police of Orvelia").doesNotContain("National Police");
    }

    @Test
    void nothing_in_a_file_is_calculated_by_whoever_opens_it() throws Exception {
        take("map.json", MAP.getBytes(StandardCharsets.UTF_8));
        assertThat(browser.get(workspace + "/sector/export.csv?table=actors").body())
                .contains("'=cmd|")
                .doesNotContainPattern("(?m)(^|,|\")=cmd");
        try (XSSFWorkbook book =
                new XSSFWorkbook(new ByteArrayInputStream(browser.bytes(workspace + "/sector/export.xlsx")))) {
            book.forEach(sheet -> sheet.forEach(row -> row.forEach(cell ->
                    assertThat(cell.getCellType()).isNotEqualTo(org.apache.poi.ss.usermodel.CellType.FORMULA))));
            assertThat(book.getSheet("Actors").getDataValidations()).isNotEmpty();
        }
        try (XSSFWorkbook template =
                new XSSFWorkbook(new ByteArrayInputStream(browser.bytes(workspace + "/sector/template.xlsx")))) {
            assertThat(template.getSheetAt(0).getSheetName()).isEqualTo("How to fill this in");
            assertThat(template.getSheet("Ties").getDataValidations()).isNotEmpty();
            assertThat(template.getSheet("Ties").getLastRowNum()).isZero();
        }
        assertThat(browser.get(workspace + "/sector/export.graphml").body())
                .startsWith("<?xml")
                .contains("National Police");
    }

    @Test
    void hostile_files_are_refused_and_leave_nothing() throws Exception {
        String before = exported();
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] blank = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                zip.write(blank);
            }
            zip.closeEntry();
        }
        assertThat(bring("bomb.xlsx", bomb.toByteArray())).satisfies(answer -> {
            assertThat(answer.statusCode()).isBetween(400, 499);
            assertThat(SectorDoor.words(answer)).contains("256 MB");
        });
        for (String content :
                new String[] {"PK\u0003\u0004 not a workbook", "%PDF-1.7", "{\"actors\":[", "", "a,b\n1,2\n"}) {
            HttpResponse<String> answer = bring("foreign.xlsx", content);
            assertThat(answer.statusCode()).as(content).isBetween(400, 499);
            assertThat(answer.body()).as(content).doesNotContain("Exception");
        }
        assertThat(exported()).isEqualTo(before);
    }

    @Test
    void long_names_and_circles_are_told_with_their_place() throws Exception {
        String name = "ب".repeat(1_000);
        String circle = "{\"actors\":[{\"name\":\"" + name
                + "\",\"class\":\"P1\",\"part_of\":\"B\"},{\"name\":\"B\",\"class\":\"P1\",\"part_of\":\"C\"},"
                + "{\"name\":\"C\",\"class\":\"P1\",\"part_of\":\"" + name + "\"},{\"name\":\"" + name
                + "x\",\"class\":\"P1\"}]}";
        String said = SectorDoor.words(browser.get(SectorDoor.to(bring("circle.json", circle))));
        assertThat(said)
                .contains("It would be part of itself")
                .contains("actors, row 3")
                .contains("Longer than 1\u202f000 characters. The row is left out.");
        assertThat(take("circle.json", circle.getBytes(StandardCharsets.UTF_8)))
                .contains("Actors 3 0 0 3 0 3", "Ties 2 0 0 2 0 2");
        assertThat(exported()).contains(name);
    }

    @Test
    void more_than_any_sector_has_is_refused_and_what_is_large_is_shown_in_pages() throws Exception {
        assertThat(take("most.csv", actors(5_000))).contains("Actors 5\u202f000 0 0");
        HttpResponse<String> refused = bring("many.csv", actors(5_001));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("at most 5\u202f000 rows of actors", "divide the file");
        HttpResponse<String> table = browser.get(workspace + "/sector/table?around=all");
        assertThat(table.body()).contains("1–200 of 5\u202f000");
        assertThat(browser.get(workspace + "/sector/table?around=all&actor-page=25")
                        .body())
                .contains("4\u202f801–5\u202f000 of 5\u202f000", "Actor 999");
        HttpResponse<String> outline = browser.get(workspace + "/sector/outline?around=all&page=5");
        assertThat(outline.body()).contains("4\u202f001–5\u202f000 of 5\u202f000");
        assertThat(browser.get(workspace + "/sector?around=all").body())
                .contains("more than a picture shows")
                .doesNotContain("<svg class=\"diagram")
                .hasSizeLessThan(3_000_000);
        HttpResponse<String> added =
                browser.post(workspace + "/sector", workspace + "/sector/actors", "name", "One too many", "what", "P1");
        assertThat(added.statusCode()).isEqualTo(400);
        assertThat(added.body()).contains("at most 5\u202f000 actors", "value=\"One too many\"");
        String look = SectorDoor.to(bring("other.csv", "name,class\nAnother,P1\n"));
        HttpResponse<String> accepted = browser.post(look, look + "/accept");
        assertThat(accepted.statusCode()).isEqualTo(400);
        assertThat(accepted.body()).contains("at most 5\u202f000 actors");
        assertThat(exported()).doesNotContain("Another", "One too many");
    }

    private static byte[] actors(int count) {
        StringBuilder file = new StringBuilder("name,class\n");
        for (int i = 1; i <= count; i++) {
            file.append("Actor ").append(i).append(",P1\n");
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void thousands_of_problems_are_pages_of_which_none_is_lost() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "x", "1.0")) {
            Worksheet sheet = book.newWorksheet("Actors");
            sheet.value(0, 0, "name");
            sheet.value(0, 1, "class");
            for (int i = 1; i <= 1_200; i++) {
                sheet.value(i, 0, "Actor " + i);
                sheet.value(i, 1, "strange-" + i);
            }
        }
        String at = SectorDoor.to(bring("wrong.xlsx", out.toByteArray()));
        assertThat(browser.get(at).body())
                .contains("1–500", "strange-1 is not on the list")
                .doesNotContain("strange-700 is not on the list");
        assertThat(browser.get(at + "?problems=2").body()).contains("strange-700 is not on the list");
    }

    @Test
    void what_is_looked_at_belongs_to_its_session_and_ends(@org.junit.jupiter.api.io.TempDir java.nio.file.Path folder)
            throws Exception {
        try (RunningTeam team = RunningTeam.start(folder)) {
            team.administrator("ana", "Ana");
            java.net.URI base = team.server().address();
            SectorDoor first = SectorDoor.browser(base, team.signedIn("ana").cookie());
            SectorDoor second = SectorDoor.browser(base, team.signedIn("ana").cookie());
            String at = SectorDoor.to(first.post("/workspaces", "/workspaces", "name", "O", "countries", "XOV"));
            String look = SectorDoor.to(first.file(
                    at + "/sector/import", at + "/sector/import", "m.json", MAP.getBytes(StandardCharsets.UTF_8)));
            assertThat(first.get(look).statusCode()).isEqualTo(200);
            assertThat(second.get(look).statusCode()).isEqualTo(404);
            assertThat(second.post("/workspaces", look + "/accept").statusCode())
                    .isEqualTo(404);
            assertThat(first.post(look, look + "/forget").statusCode()).isEqualTo(303);
            assertThat(first.get(look).statusCode()).isEqualTo(404);
        }
    }
}
