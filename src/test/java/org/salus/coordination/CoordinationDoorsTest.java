package org.salus.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salus.RunningSalus;
import org.salus.Salus;
import org.salus.frame.cli.CommandDoor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Coordination through its doors: page, API and command line tell the same. */
@Tag("slow")
class CoordinationDoorsTest {
    private static RunningSalus salus;

    @BeforeAll
    static void start() throws IOException {
        salus = RunningSalus.withDemo();
    }

    @AfterAll
    static void stop() throws IOException {
        salus.close();
    }

    private static String type(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", salus.folder().toString()));
        StringWriter out = new StringWriter();
        new CommandDoor("test", Salus.commands())
                .answer(new PrintWriter(out), new PrintWriter(new StringWriter()), all.toArray(String[]::new));
        return out.toString().strip();
    }

    @Tag("slow")
    @Test
    void the_api_and_the_command_line_give_the_same_bytes() throws Exception {
        assertThat(salus.get("/api/v1/countries/BDI/findings").body())
                .isEqualTo(type("findings", "BDI", "--format", "json"));
        assertThat(salus.get("/api/v1/countries/BDI/findings?area=4a&from=2008&measure=commitments&currency=EUR")
                        .body())
                .isEqualTo(type(
                        "findings",
                        "Burundi",
                        "--area",
                        "4a",
                        "--from",
                        "2008",
                        "--measure",
                        "commitments",
                        "--currency",
                        "EUR",
                        "--format",
                        "json"));
        assertThat(salus.get("/api/v1/countries/BDI/donor?name=Netherlands").body())
                .isEqualTo(type("donor", "Netherlands", "BDI", "--format", "json"));
    }

    @Test
    void what_means_nothing_is_refused_with_what_there_is() throws Exception {
        HttpResponse<String> wrong = salus.get("/api/v1/countries/BDI/findings?kind=best");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("overlap, falling, cliff, one-donor");
        assertThat(salus.get("/api/v1/countries/BDI/findings?donor=x").statusCode())
                .isEqualTo(400);
        assertThat(salus.get("/api/v1/countries/BDI/donor").statusCode()).isEqualTo(400);
        assertThat(salus.get("/api/v1/countries/BDI/donor?name=Nobody").statusCode())
                .isEqualTo(404);
        assertThat(salus.get("/api/v1/countries/XQQ/findings").statusCode()).isEqualTo(404);
    }

    @Test
    void the_page_shows_findings_with_reasons_activities_and_questions() throws Exception {
        HttpResponse<String> page = salus.get("/countries/BDI/coordination");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Who does what where in Burundi?", "Empty is not none", "To be asked", "Herfindahl index")
                .contains("/activities?id=")
                .doesNotContain("[coordination.", "[portal.");
        // Every finding leads to the rows of each of its activities, and these pages open.
        Matcher rows = Pattern.compile("href=\"(/countries/BDI/rows\\?[^\"]*activity=[^\"]+)\"")
                .matcher(page.body());
        assertThat(rows.find()).isTrue();
        String href = rows.group(1).replace("&amp;", "&");
        assertThat(salus.get(href).statusCode()).as(href).isEqualTo(200);
        HttpResponse<String> nothing = salus.get("/countries/TCD/coordination");
        assertThat(nothing.statusCode()).isEqualTo(200);
        assertThat(nothing.body()).doesNotContain("[coordination.");
    }

    /** Page, file, API and command line: what one says of Belgium the others say as well. */
    @Test
    void a_donor_has_a_page_with_what_the_api_tells_and_its_amounts_lead_to_their_rows() throws Exception {
        HttpResponse<String> page = salus.get("/countries/BDI/donor?name=Belgium&measure=commitments&from=2005");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("What does Belgium do in Burundi?", "Comparative advantage", "No results are recorded")
                .contains("name=\"name\" value=\"Belgium\"")
                .doesNotContain("[coordination.", "[portal.");
        JsonNode areas = JsonMapper.builder()
                .build()
                .readTree(salus.get("/api/v1/countries/BDI/donor?name=Belgium&measure=commitments&from=2005")
                        .body())
                .path("profile")
                .path("areas");
        List<String> lines = salus.get("/countries/BDI/donor-profiles.csv?donor=Belgium&measure=commitments&from=2005")
                .body()
                .lines()
                .toList();
        assertThat(lines).hasSize(areas.size() + 1);
        for (int i = 0; i < areas.size(); i++) {
            assertThat(lines.get(i + 1))
                    .startsWith(areas.get(i).path("area").asString())
                    .contains(areas.get(i).path("money").asString());
        }
        Matcher rows = Pattern.compile("href=\"(/countries/BDI/rows\\?[^\"]*donor=Belgium[^\"]*)\"")
                .matcher(page.body());
        assertThat(rows.find()).isTrue();
        assertThat(salus.get(rows.group(1).replace("&amp;", "&")).statusCode()).isEqualTo(200);
    }

    @Test
    void without_a_name_all_donors_are_offered_and_one_nobody_knows_is_refused_with_those_there_are() throws Exception {
        assertThat(salus.get("/countries/BDI/donor").body())
                .contains("/countries/BDI/donor?name=Belgium", "/countries/BDI/donor-profiles.csv");
        assertThat(salus.get("/countries/BDI/donor-profiles.csv").body()).contains("Belgium", "Netherlands");
        HttpResponse<String> nobody = salus.get("/countries/BDI/donor?name=Nobody");
        assertThat(nobody.statusCode()).isEqualTo(404);
        assertThat(nobody.body()).contains("Belgium");
        assertThat(salus.get("/countries/BDI/donor?nome=Belgium").statusCode()).isEqualTo(400);
        assertThat(salus.get("/countries/TCD/donor").statusCode()).isEqualTo(200);
    }
}
