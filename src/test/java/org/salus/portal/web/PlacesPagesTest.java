package org.salus.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salus.RunningSalus;
import org.salus.Salus;
import org.salus.frame.cli.CommandDoor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where support is recorded through its doors: the page with its map, the picture, the files, the API and the command, with the demo's data. */
@Tag("slow")
class PlacesPagesTest {
    private static RunningSalus salus;

    @BeforeAll
    static void start() throws IOException {
        salus = RunningSalus.withDemo();
    }

    @AfterAll
    static void stop() throws IOException {
        salus.close();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return salus.get(path);
    }

    private static String page(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static JsonNode json(String path) throws Exception {
        return JsonMapper.shared().readTree(page(path));
    }

    private static BigDecimal decimal(JsonNode node) {
        return new BigDecimal(node.asString());
    }

    private static String map(String... words) {
        StringWriter out = new StringWriter();
        StringWriter complaints = new StringWriter();
        List<String> all = new java.util.ArrayList<>(
                List.of("map", "BDI", "--data", salus.folder().toString()));
        all.addAll(List.of(words));
        assertThat(new CommandDoor("test", Salus.commands())
                        .answer(new PrintWriter(out), new PrintWriter(complaints), all.toArray(String[]::new)))
                .as(complaints.toString())
                .isZero();
        return out.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "measure=disbursements",
                "measure=commitments&reform=yes&from=2008&to=2011&currency=EUR",
                "measure=activities&area=4a",
                "measure=planned-disbursements&donor=Belgium"
            })
    void shares_add_up_to_the_total_and_the_pivot_has_the_same_places(String asked) throws Exception {
        JsonNode places = json("/api/v1/countries/BDI/places?" + asked);
        JsonNode pivot = json("/api/v1/countries/BDI/pivot?rows=place&columns=area&" + asked);

        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode place : places.path("places")) {
            if (!place.path("shared").isNull()) {
                sum = sum.add(decimal(place.path("shared")));
            }
            for (JsonNode line : pivot.path("lines")) {
                if (line.path("code").equals(place.path("code"))) {
                    assertThat(place.path("each")).as(place.toString()).isEqualTo(line.path("total"));
                }
            }
        }
        assertThat(sum).isEqualByComparingTo(decimal(pivot.path("total")));
        assertThat(decimal(places.path("shared_total"))).isEqualByComparingTo(decimal(places.path("total")));
        assertThat(places.path("total")).isEqualTo(pivot.path("total"));
    }

    @Test
    void every_share_leads_to_the_parts_it_is_the_sum_of() throws Exception {
        JsonNode places = json("/api/v1/countries/BDI/places?measure=disbursements");
        for (JsonNode place : places.path("places")) {
            if (place.path("shared").isNull()) {
                continue;
            }
            String rows = "/countries/BDI/tables/place-rows?measure=disbursements&place="
                    + URLEncoder.encode(place.path("code").asString(), StandardCharsets.UTF_8);
            assertThat(decimal(json("/api/v1" + rows).path("sum").path("usd")))
                    .as(rows)
                    .isEqualByComparingTo(decimal(place.path("shared")));
        }
        assertThat(page("/countries/BDI/places?measure=disbursements"))
                .contains("/countries/BDI/tables/place-rows?measure=disbursements&amp;place=Gitega");
    }

    @Test
    void the_page_draws_the_units_and_says_whose_boundaries_they_are_and_that_empty_is_not_none() throws Exception {
        assertThat(page("/countries/BDI/places?measure=disbursements"))
                .contains(
                        "Where in Burundi is support recorded?",
                        "<svg",
                        "Boundaries and names shown do not imply endorsement.",
                        "Boundaries: ",
                        "empty is not none",
                        "Place not told: no location is published",
                        "href=\"/countries/BDI/places.svg?measure=disbursements\"",
                        "href=\"/countries/BDI/places.xlsx?measure=disbursements\"")
                .doesNotContain("[portal.", "[portfolio.");
        assertThat(page("/countries/BDI")).contains("href=\"/countries/BDI/places?reform=yes\"");
    }

    @Test
    void the_picture_says_by_itself_what_it_shows() throws Exception {
        HttpResponse<String> picture = get("/countries/BDI/places.svg?measure=activities&area=4a");

        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/svg+xml");
        assertThat(picture.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("salus-bdi-places-activities.svg");
        assertThat(picture.body())
                .startsWith("<svg")
                .contains(
                        "do not imply endorsement", "Boundaries: ", "Where support in Burundi is recorded: activities");
    }

    @Test
    void months_are_told_without_shares() throws Exception {
        JsonNode places = json("/api/v1/countries/BDI/places?measure=months&area=4a");

        assertThat(places.has("shared_total")).isFalse();
        assertThat(places.path("places").path(0).has("shared")).isFalse();
        assertThat(page("/countries/BDI/places?measure=months&area=4a")).contains("Months are not added");
        assertThat(get("/countries/BDI/tables/place-rows?measure=months").body())
                .contains("/countries/BDI/tables/under-way");
    }

    @Test
    void a_country_without_outlines_has_a_table_and_says_why_there_is_no_map() throws Exception {
        assertThat(page("/countries/TZA/places"))
                .contains("No outlines of the first-level units of", "id=\"places\"")
                .doesNotContain("<figure class=\"map\">");
        assertThat(get("/countries/TZA/places.svg").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "places?place=Gitega",
                "places?rows=donor",
                "places?measure=euros",
                "places?area=9z",
                "places?year=soon",
                "places.svg?field=7",
                "tables/place-rows?measure=months"
            })
    void a_word_that_means_nothing_is_refused(String asked) throws Exception {
        assertThat(get("/countries/BDI/" + asked).statusCode()).as(asked).isEqualTo(400);
    }

    @Tag("slow")
    @Test
    void values_that_nothing_has_give_an_empty_answer_and_are_shown_as_text() throws Exception {
        assertThat(page("/countries/BDI/places?funder=%22%3E%3Cscript%3Ealert(1)%3C/script%3E"))
                .doesNotContain("\"><script>alert", "<title>\"><script>")
                .contains("&lt;script", "Nothing of this is recorded in Burundi.");
    }

    @Tag("slow")
    @Test
    void the_command_answers_like_the_api_and_the_file() throws Exception {
        JsonNode told = JsonMapper.shared()
                .readTree(map("--by", "place", "--measure", "disbursements", "--reform", "yes", "--format", "json"));

        assertThat(told.path("places"))
                .isEqualTo(json("/api/v1/countries/BDI/places?measure=disbursements&reform=yes")
                        .path("places"));
        assertThat(map("--by", "place", "--measure", "budgets", "--format", "csv"))
                .isEqualTo(page("/countries/BDI/places.csv?measure=budgets").replaceFirst("^\\uFEFF", ""));
        assertThat(map("--by", "place", "--measure", "disbursements"))
                .contains("Gitega", "The whole country", "Total, each counted once", "do not imply endorsement");
    }
}
