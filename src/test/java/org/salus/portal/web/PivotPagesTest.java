package org.salus.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salus.RunningSalus;
import org.salus.Salus;
import org.salus.frame.cli.CommandDoor;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Support by two dimensions through its doors: the page, its files, the API and the command, with the demo's data. */
@Tag("slow")
class PivotPagesTest {
    private static final Pattern CELL =
            Pattern.compile("<td[^>]*>\\s*<a href=\"([^\"]+)\"(?: title=\"([^\"]*)\")?[^>]*>([^<]*)</a>");
    private static final int LOOKED_AT = 40;
    private static RunningSalus salus;

    @BeforeAll
    static void start() throws IOException {
        salus = RunningSalus.withDemo();
    }

    @AfterAll
    static void stop() throws IOException {
        salus.close();
    }

    private record Figure(String href, BigDecimal value) {}

    /** The figures of the table with where they lead, every digit of them. */
    private static List<Figure> figures(String page) {
        String table = page.substring(page.indexOf("id=\"pivot\""), page.indexOf("</table>"));
        List<Figure> figures = new ArrayList<>();
        Matcher cells = CELL.matcher(table);
        while (cells.find()) {
            String exact = cells.group(2) == null ? cells.group(3) : cells.group(2);
            figures.add(new Figure(
                    HtmlUtils.htmlUnescape(cells.group(1)),
                    new BigDecimal(HtmlUtils.htmlUnescape(exact).replaceAll("[^0-9.]", ""))));
        }
        return figures;
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rows=donor&columns=area&measure=disbursements",
                "rows=place&columns=donor&measure=disbursements&reform=yes",
                "rows=area&columns=year&measure=commitments&from=2008&to=2011&currency=EUR",
                "rows=funder&columns=implementer&measure=disbursements&area=4a",
                "rows=field&columns=flow&measure=expenditures"
            })
    void every_cell_of_money_leads_to_rows_that_add_up_to_it(String asked) throws Exception {
        List<Figure> figures = figures(page("/countries/BDI/pivot?" + asked));

        assertThat(figures).isNotEmpty();
        String measure = asked.replaceAll(".*measure=([a-z]+).*", "$1");
        // Cells, totals of columns and the whole, as many as do not take long.
        int step = Math.max(1, figures.size() / LOOKED_AT);
        for (int at = figures.size() - 1; at >= 0; at -= step) {
            Figure figure = figures.get(at);
            assertThat(figure.href()).startsWith("/countries/BDI/rows?");
            assertThat(new BigDecimal(json("/api/v1" + figure.href())
                            .path("sum")
                            .path(measure)
                            .asString()))
                    .as(figure.href())
                    .isEqualByComparingTo(figure.value());
        }
    }

    @Tag("slow")
    @Test
    void activities_and_months_lead_to_the_activities_that_they_count() throws Exception {
        List<Figure> activities =
                figures(page("/countries/BDI/pivot?rows=place&columns=year&measure=activities&field=4"));
        List<Figure> months = figures(page("/countries/BDI/pivot?rows=donor&columns=year&measure=months&field=4"));

        assertThat(activities).isNotEmpty();
        for (int at = 0; at < activities.size(); at += 1 + activities.size() / LOOKED_AT) {
            JsonNode table = json("/api/v1" + activities.get(at).href());
            assertThat(table.path("total").asInt())
                    .as(activities.get(at).href())
                    .isEqualTo(activities.get(at).value().intValueExact());
        }
        assertThat(months).isNotEmpty();
        for (int at = 0; at < months.size(); at += 1 + months.size() / LOOKED_AT) {
            JsonNode table = json("/api/v1" + months.get(at).href());
            assertThat(table.path("sum").path("months").asInt())
                    .as(months.get(at).href())
                    .isEqualTo(months.get(at).value().intValueExact());
        }
        assertThat(page("/countries/BDI/tables/under-way?place=Gitega&year=2010"))
                .contains("counted: Year: 2010 · Place: Gitega");
    }

    @Test
    void the_page_says_what_counts_in_several_places_and_that_totals_count_it_once() throws Exception {
        String page = page("/countries/BDI/pivot?rows=donor&columns=place&measure=disbursements");
        JsonNode support = json("/api/v1/countries/BDI/support");

        assertThat(page)
                .contains(
                        "Total, each counted once",
                        "Gitega",
                        "The whole country",
                        "Place not told: no location is published")
                .containsPattern("Place: [0-9]+ activities stand in more than one and count in each");
        assertThat(json("/api/v1/countries/BDI/pivot?rows=donor&columns=place&measure=disbursements")
                        .path("total")
                        .asString())
                .isEqualTo(support.path("support").path("disbursements").asString());
    }

    @Test
    void views_stand_above_the_table_and_the_country_leads_there() throws Exception {
        assertThat(page("/countries/BDI?from=2008")).contains("href=\"/countries/BDI/pivot?from=2008&amp;reform=yes\"");
        assertThat(page("/countries/BDI/pivot?rows=area&columns=year&measure=months&from=2008"))
                .contains(
                        "<a href=\"/countries/BDI/pivot?from=2008&amp;measure=months&amp;rows=funder&amp;columns=implementer\">Who with whom</a>",
                        "aria-current=\"true\">Reform area × year</a>",
                        "rows=year&amp;columns=area")
                .doesNotContain("href=\"/countries/BDI?from=2008&amp;measure=months\"");
    }

    @Test
    void a_word_that_means_nothing_is_refused_with_what_there_is() throws Exception {
        for (String asked : List.of(
                "pivot?rows=donor&columns=donor",
                "pivot?rows=who",
                "pivot?measure=euros",
                "pivot?place2=Gitega",
                "pivot?area=9z",
                "activities?measure=months",
                "rows?measure=months")) {
            assertThat(get("/countries/BDI/" + asked).statusCode()).as(asked).isEqualTo(400);
        }
        assertThat(get("/api/v1/countries/BDI/pivot?rows=who").body()).contains("implementer");
    }

    @Tag("slow")
    @Test
    void the_command_answers_like_the_api_and_tells_a_table_to_people() throws Exception {
        JsonNode api = json("/api/v1/countries/BDI/pivot?rows=donor&columns=year&measure=months&reform=yes");
        JsonNode told = JsonMapper.shared()
                .readTree(map(
                        "--rows",
                        "donor",
                        "--columns",
                        "year",
                        "--measure",
                        "months",
                        "--reform",
                        "yes",
                        "--format",
                        "json"));

        assertThat(told.path("lines")).isEqualTo(api.path("lines"));
        assertThat(told.path("column_totals")).isEqualTo(api.path("column_totals"));
        assertThat(map("--rows", "area", "--columns", "year", "--measure", "disbursements"))
                .contains("Total, each counted once", "further columns", "Burundi");
        assertThat(map("--rows", "area", "--columns", "year", "--format", "csv"))
                .isEqualTo(get("/countries/BDI/pivot.csv?rows=area&columns=year")
                        .body()
                        .replaceFirst("^\\uFEFF", ""));
    }

    private static String map(String... more) {
        StringWriter out = new StringWriter();
        StringWriter complaints = new StringWriter();
        List<String> words =
                new ArrayList<>(List.of("map", "BDI", "--data", salus.folder().toString()));
        words.addAll(List.of(more));
        assertThat(new CommandDoor("test", Salus.commands())
                        .answer(new PrintWriter(out), new PrintWriter(complaints), words.toArray(String[]::new)))
                .as(complaints.toString())
                .isZero();
        return out.toString();
    }

    private static JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String page(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return salus.get(path);
    }
}
