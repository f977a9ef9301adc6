package org.salus.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salus.RunningSalus;
import org.salus.documents.Palette;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages of the running program with the demo's data. */
class PagesTest {
    private static RunningSalus salus;

    @BeforeAll
    static void start() throws IOException {
        salus = RunningSalus.withDemo();
    }

    @AfterAll
    static void stop() throws IOException {
        salus.close();
    }

    @Test
    void home_leads_to_the_country() throws Exception {
        assertThat(page("/")).contains("<a href=\"/countries/BDI\">Burundi</a>");
    }

    @Test
    void home_counts_what_is_loaded_as_the_answers_do() throws Exception {
        String home = page("/");
        JsonNode sources = json("/api/v1/sources").path("sources");
        long current = 0;
        for (JsonNode source : sources) {
            current += source.path("current").asBoolean() ? 1 : 0;
        }
        Matcher cards = Pattern.compile("href=\"/countries/([A-Z]{3})\">[^<]*</a><br><span[^>]*>([0-9,]+) activit")
                .matcher(home);
        int countries = 0;
        while (cards.find()) {
            countries++;
            assertThat(json("/api/v1/countries/" + cards.group(1) + "/support")
                            .path("support")
                            .path("activities")
                            .asInt())
                    .as(cards.group(1))
                    .isEqualTo(Integer.parseInt(cards.group(2).replace(",", "")));
        }
        assertThat(countries).isPositive();
        assertThat(between(home, "class=\"lead\"", "</p>"))
                .contains(
                        "950 activities are loaded",
                        "in " + (countries == 1 ? "1 country" : countries + " countries"),
                        "from " + current + " files");
    }

    @Test
    void every_file_of_the_demo_is_shown_with_its_licence_and_only_with_a_date_that_it_states() throws Exception {
        String data = page("/data");
        assertThat(data).doesNotContain("not stated in the file");
        assertThat(between(data, "id=\"sources\"", "</table>"))
                .contains(
                        "ODC-By 1.0 (AidData)",
                        "OECD, Creditor Reporting System",
                        "Natural Earth, public domain",
                        "CC BY-SA 4.0");
        Matcher loads =
                Pattern.compile("<tr>.*?</tr>", Pattern.DOTALL).matcher(between(data, "id=\"loads\"", "</table>"));
        int undated = 0;
        int dated = 0;
        while (loads.find()) {
            if (loads.group().contains("aid-burundi")) {
                assertThat(loads.group()).contains("20 Mar 2017");
                dated++;
            } else if (loads.group().contains("treaties-burundi")) {
                assertThat(loads.group()).contains("27 Oct 2017");
                dated++;
            } else if (loads.group().contains(".csv") || loads.group().contains(".geojson")) {
                assertThat(loads.group()).contains("no date in the file");
                undated++;
            }
        }
        assertThat(dated).isEqualTo(2);
        assertThat(undated).as("eight of Burundi and the invented one").isEqualTo(9);
    }

    @Test
    void the_sources_of_a_country_stand_there_with_publisher_and_licence() throws Exception {
        String sources = between(page("/countries/BDI"), "id=\"sources\"", "</section>");
        assertThat(sources)
                .contains(
                        "licence ODC-By 1.0 (AidData)",
                        "Stockholm International Peace Research Institute; licence figures quoted with attribution",
                        "licence Natural Earth, public domain",
                        "V-Dem Institute; licence CC BY-SA 4.0")
                .doesNotContain("not stated");
    }

    @Test
    void a_country_shows_its_premise_by_year_and_on_a_map() throws Exception {
        String country = page("/countries/BDI");
        String panel = between(country, "<h2 id=\"premise\"", "</section>");
        assertThat(panel).contains("data-chart-light", "id=\"deaths\"", "<svg", "Deaths are not control");
        String part = page("/countries/BDI/premise");
        assertThat(between(panel, "id=\"deaths\"", "</table>")).isEqualTo(between(part, "id=\"deaths\"", "</table>"));
        assertThat(page("/countries/TCD")).doesNotContain("<h2 id=\"premise\"");
    }

    @Test
    void what_the_demo_itself_leaves_out_is_not_held_against_publishers() throws Exception {
        for (String page : List.of("/countries/BDI", "/countries/BDI/gaps")) {
            assertThat(page(page)).as(page).contains("No description", "its own doing, not the publishers'");
        }
    }

    @Test
    void an_empty_program_teaches_the_first_step() throws Exception {
        try (RunningSalus empty = RunningSalus.empty()) {
            assertThat(empty.get("/").body()).contains("salus demo", "salus load FILE", "/data/load");
            assertThat(empty.get("/data").body()).contains("Nothing is loaded yet");
            assertThat(empty.get("/countries/BDI").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void every_figure_of_the_heat_map_is_the_sum_of_the_rows_it_leads_to() throws Exception {
        String country = page("/countries/BDI?none=yes&unknown=yes");
        String matrix = between(country, "id=\"matrix\"", "</table>");
        Matcher figures = Pattern.compile(
                        "<a href=\"(/countries/BDI/rows[^\"]*)\"(?: title=\"USD[ \u00a0]([^\"]*)\")?>([^<]*)</a>")
                .matcher(matrix);
        int checked = 0;
        while (figures.find() && checked < 60) {
            String rows = page(figures.group(1).replace("&amp;", "&"));
            String shown = figures.group(2) == null ? figures.group(3) : figures.group(2);
            assertThat(sums(rows)).as(figures.group(1)).containsExactly(number(shown));
            checked++;
        }
        assertThat(checked).isGreaterThan(40);
    }

    @Test
    void a_year_without_a_figure_is_a_gap_as_wide_as_a_year_with_one() throws Exception {
        JsonNode spending = charts(page("/countries/BDI/governance"), "light").stream()
                .filter(chart -> chart.at("/title/0/text").asString().startsWith("Stockholm"))
                .findFirst()
                .orElseThrow();
        List<Integer> years = new ArrayList<>();
        spending.at("/xAxis/0/data").forEach(year -> years.add(year.asInt()));
        assertThat(years)
                .isEqualTo(IntStream.rangeClosed(years.getFirst(), years.getLast())
                        .boxed()
                        .toList());
        JsonNode values = spending.at("/series/0/data");
        assertThat(values.path(years.indexOf(2008)).isNumber()).isTrue();
        for (int missing = 2009; missing <= 2011; missing++) {
            assertThat(values.path(years.indexOf(missing)).asString())
                    .as("%d", missing)
                    .isEqualTo("-");
        }
        assertThat(values.path(years.indexOf(2012)).isNumber()).isTrue();
    }

    @Test
    void the_oecd_is_compared_in_years_that_both_have_and_no_other_year_is_a_zero() throws Exception {
        String page = page("/countries/BDI/oecd");
        assertThat(between(page, "class=\"lead\"", "</p>"))
                .contains("2013–2014", "Of 2015–2019 only the OECD")
                .containsPattern("USD.48\\.4.m");
        assertThat(between(page, "id=\"crs-years\"", "</table>")).contains("no data loaded for this year");
        JsonNode chart = charts(page, "light").getFirst();
        List<Integer> years = new ArrayList<>();
        chart.at("/xAxis/data").forEach(year -> years.add(year.asInt()));
        JsonNode loaded = chart.at("/series/1/data");
        assertThat(loaded.path(years.indexOf(2014)).isNumber()).isTrue();
        assertThat(loaded.path(years.indexOf(2015)).asString()).isEqualTo("-");
    }

    @Test
    void how_far_loaded_data_reach_does_not_depend_on_the_years_asked_for() throws Exception {
        assertThat(between(page("/countries/BDI/oecd?from=2015"), "class=\"lead\"", "</p>"))
                .contains("in 2015–2019; no disbursement in these years is loaded");
        assertThat(between(page("/countries/BDI/oecd?to=2013"), "class=\"lead\"", "</p>"))
                .contains("In the years that both have (2013)")
                .doesNotContain("only the OECD");
    }

    @Test
    void columns_of_the_oecd_are_seen_on_the_page() throws Exception {
        String page = page("/countries/BDI/oecd");
        for (Palette look : Palette.values()) {
            charts(page, look.name().toLowerCase(Locale.ROOT))
                    .getFirst()
                    .path("series")
                    .forEach(column -> assertThat(
                                    contrast(column.at("/itemStyle/color").asString(), look.ground()))
                            .as("%s, %s", look, column.path("name").asString())
                            .isGreaterThan(3));
        }
    }

    @Test
    void the_whole_matrix_adds_up_to_what_the_country_committed() throws Exception {
        String rows = page("/countries/BDI/rows?measure=commitments");
        assertThat(sums(rows)).containsExactly(new BigDecimal("6143742020"));
        assertThat(sums(page("/countries/BDI/rows?measure=disbursements")))
                .containsExactly(new BigDecimal("4088341432"));
    }

    @Test
    void figures_of_years_and_areas_are_the_sums_of_their_rows_too() throws Exception {
        String country = page("/countries/BDI?from=2008&to=2009&measure=disbursements");
        List<String> tables =
                List.of(between(country, "id=\"years\"", "</table>"), between(country, "id=\"areas\"", "</table>"));
        for (String table : tables) {
            Matcher figures = Pattern.compile(
                            "<a href=\"(/countries/BDI/rows[^\"]*)\"(?: title=\"USD[ \u00a0]([^\"]*)\")?>([^<]*)</a>")
                    .matcher(table);
            int checked = 0;
            while (figures.find() && checked++ < 25) {
                String shown = figures.group(2) == null ? figures.group(3) : figures.group(2);
                assertThat(sums(page(figures.group(1).replace("&amp;", "&"))))
                        .as(figures.group(1))
                        .containsExactly(number(shown));
            }
            assertThat(checked).isGreaterThan(5);
        }
    }

    @Test
    void rows_of_a_long_list_come_in_pages_and_still_show_the_whole_sum() throws Exception {
        String second = page("/countries/BDI/rows?measure=commitments&page=2");
        assertThat(second).contains("101–200 of");
        assertThat(sums(second)).containsExactly(new BigDecimal("6143742020"));
    }

    @Test
    void rows_come_largest_first_and_in_whatever_order_is_asked_for() throws Exception {
        assertThat(values("")).isSortedAccordingTo(Comparator.reverseOrder()).hasSize(100);
        assertThat(values("&sort=-value")).isEqualTo(values(""));
        assertThat(values("&sort=value")).isSorted().isNotEqualTo(values(""));
        assertThat(page("/countries/BDI/rows?measure=commitments&sort=year")).contains("aria-sort=\"ascending\"");
        assertThat(salus.get("/countries/BDI/rows?sort=colour").statusCode()).isEqualTo(400);
    }

    private List<BigDecimal> values(String order) throws Exception {
        JsonNode answer = JsonMapper.builder()
                .build()
                .readTree(salus.get("/api/v1/countries/BDI/rows?measure=commitments&size=100" + order)
                        .body());
        List<BigDecimal> values = new ArrayList<>();
        answer.path("rows")
                .forEach(row -> values.add(new BigDecimal(row.path("usd").asString())));
        return values;
    }

    @Test
    void activities_are_searched_filtered_sorted_and_paged_by_the_address() throws Exception {
        String all = page("/countries/BDI/activities");
        assertThat(all).contains("950 of 950 activities", "1–25 of 950");
        String found = page("/countries/BDI/activities?q=police&area=2b&sort=title");
        assertThat(found).contains("activities").doesNotContain("950 of 950").contains("aria-sort=\"ascending\"");
        assertThat(page("/countries/BDI/activities?gap=no-location")).contains("20 of 950 activities");
        assertThat(page("/countries/BDI/activities?page=38")).contains("926–950 of 950");
        assertThat(page("/countries/BDI/activities?page=9999")).contains("926–950 of 950");
    }

    @Test
    void every_table_comes_as_csv_and_xlsx_with_codes_and_every_digit() throws Exception {
        String country = page("/countries/BDI?none=yes&unknown=yes");
        Set<String> files = new LinkedHashSet<>();
        Matcher links = Pattern.compile("href=\"(/countries/BDI/[a-z0-9-]+\\.(?:csv|xlsx)[^\"]*)\"")
                .matcher(country);
        while (links.find()) {
            files.add(links.group(1).replace("&amp;", "&"));
        }
        for (String part : List.of("premise", "governance", "oecd", "gaps", "activities")) {
            links = Pattern.compile("href=\"(/countries/BDI/[a-z0-9-]+\\.(?:csv|xlsx)[^\"]*)\"")
                    .matcher(page("/countries/BDI/" + part));
            while (links.find()) {
                files.add(links.group(1).replace("&amp;", "&"));
            }
        }
        assertThat(files).hasSizeGreaterThan(24);
        for (String file : files) {
            HttpResponse<byte[]> answer = bytes(file);
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                    .contains("attachment");
            if (file.contains(".xlsx")) {
                try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(answer.body()))) {
                    assertThat(book.getFirstSheet().read()).as(file).isNotEmpty();
                }
            } else {
                assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                        .as(file)
                        .contains(",");
            }
        }
        String areas = new String(bytes("/countries/BDI/areas.csv").body(), StandardCharsets.UTF_8);
        assertThat(areas).contains("area_code,area,activities,commitments");
    }

    @Test
    void an_activity_says_everything_and_why_and_shows_its_xml() throws Exception {
        String list = page("/countries/BDI/activities?area=reform");
        Matcher link = Pattern.compile("<a href=\"(/activities\\?id=[^\"]+)\"").matcher(list);
        assertThat(link.find()).isTrue();
        String activity = page(link.group(1));
        assertThat(activity).contains("Why it is sorted so", "Transactions", "Where it happens", "<svg", "Versions");
        Matcher raw = Pattern.compile("href=\"(/activities/xml\\?id=[^\"]+)\"").matcher(activity);
        assertThat(raw.find()).isTrue();
        assertThat(page(raw.group(1))).contains("&lt;iati-activity");
    }

    @Test
    void the_tables_of_an_activity_come_as_files_too() throws Exception {
        Matcher link = Pattern.compile("<a href=\"(/activities\\?id=[^\"]+)\"")
                .matcher(page("/countries/BDI/activities?area=reform"));
        assertThat(link.find()).isTrue();
        Matcher files = Pattern.compile("href=\"(/activities/[a-z]+\\.(?:csv|xlsx)\\?id=[^\"]+)\"")
                .matcher(page(link.group(1)));
        int checked = 0;
        while (files.find()) {
            HttpResponse<byte[]> answer = bytes(files.group(1).replace("&amp;", "&"));
            assertThat(answer.statusCode()).as(files.group(1)).isEqualTo(200);
            assertThat(answer.body()).isNotEmpty();
            checked++;
        }
        assertThat(checked).isGreaterThanOrEqualTo(4);
        assertThat(salus.get(link.group(1).replace("/activities?", "/activities/budgets.csv?"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Tag("slow")
    @Test
    void every_page_of_the_demo_says_what_it_is_and_no_other_page_does() throws Exception {
        for (String path : List.of(
                "/",
                "/countries/BDI",
                "/countries/BDI/premise",
                "/countries/BDI/rows?area=4a",
                "/countries/BDI/activities",
                "/search?q=police",
                "/data",
                "/data/load",
                "/data/issues",
                "/data/issues/list",
                "/api")) {
            assertThat(page(path)).as(path).contains("class=\"notice\"", "no current picture");
        }
        assertThat(salus.get("/nowhere").body()).contains("no current picture");
        try (RunningSalus own = RunningSalus.empty()) {
            assertThat(own.get("/").body()).doesNotContain("class=\"notice\"");
        }
    }

    @Test
    void what_is_the_same_in_every_row_is_said_once() throws Exception {
        String rows = page("/countries/BDI/rows?measure=commitments&area=4a");
        assertThat(rows).contains("The same in every row", "Currency: <strong>USD</strong>");
        assertThat(between(rows, "<thead", "</thead>"))
                .contains("Title", "Amount as published")
                .doesNotContain("Currency", "Share of the area");
    }

    @Test
    void what_means_nothing_is_refused_with_a_reason() throws Exception {
        assertThat(salus.get("/countries/XQX").statusCode()).isEqualTo(404);
        assertThat(salus.get("/countries/XQX").body()).contains("No country has the code XQX");
        for (String path : List.of(
                "/countries/BDI?from=abc",
                "/countries/BDI?from=2012&to=2010",
                "/countries/BDI?measure=promises",
                "/countries/BDI/rows?year=x",
                "/countries/BDI/activities?gap=x",
                "/countries/BDI/activities?page=x",
                "/countries/BDI/activities?page=0",
                "/countries/BDI/activities?page=-1",
                "/countries/BDI/activities?size=5",
                "/countries/BDI/activities?foo=1",
                "/data/issues/list?page=x",
                "/data/issues/list?kind=x",
                "/activities")) {
            assertThat(salus.get(path).statusCode()).as(path).isEqualTo(400);
        }
        assertThat(salus.get("/activities?id=nobody").statusCode()).isEqualTo(404);
        assertThat(salus.get("/countries/BDI/rows?area=9z").statusCode()).isEqualTo(400);
    }

    @Test
    void what_publishers_write_never_becomes_markup() throws Exception {
        assertThat(page("/search?q=%3Cscript%3Ealert(1)%3C/script%3E")).doesNotContain("<script>alert");
        assertThat(salus.get("/countries/%3Cb%3E").body()).doesNotContain("<b>");
    }

    @Tag("slow")
    @Test
    void files_are_shown_before_they_count_and_can_be_given_up() throws Exception {
        try (RunningSalus own = RunningSalus.empty()) {
            String file = """
                    <iati-activities version="2.03"><iati-activity>
                    <iati-identifier>XM-TEST-1</iati-identifier>
                    <reporting-org ref="XM-TEST" type="10"><narrative>Test</narrative></reporting-org>
                    <title><narrative>Training of the police</narrative></title>
                    <recipient-country code="BI"/>
                    <transaction><transaction-type code="2"/><transaction-date iso-date="2012-01-01"/>
                    <value>100</value></transaction>
                    </iati-activity></iati-activities>
                    """;
            String given = upload(own, "first.xml", file);
            String preview = settled(own, given);
            assertThat(preview)
                    .contains("Is this what you expected?", "IATI activities", "No currency")
                    .as("where to look")
                    .containsPattern("first\\.xml:[1-9]<");
            assertThat(own.get("/").body()).contains("Nothing is loaded yet");
            post(own, given + "/cancel");
            assertThat(own.get(given).body()).contains("Given up");
            assertThat(own.get("/").body()).contains("Nothing is loaded yet");

            String taken = upload(own, "first.xml", file);
            settled(own, taken);
            post(own, taken + "/accept");
            assertThat(settled(own, taken)).contains("Taken in");
            assertThat(own.get("/").body()).contains("Burundi");
            assertThat(own.get("/data/issues").body()).contains("No currency", "first.xml");
            assertThat(own.get("/data/issues.csv").body()).contains("no-currency");

            String broken = upload(own, "broken.xml", "<iati-activities><iati-activity>");
            assertThat(settled(own, broken))
                    .contains("Nothing of this can be read", "cannot be read; will be left out")
                    .doesNotContain("Take them in");
            assertThat(settled(own, upload(own, "empty.xml", ""))).contains("The file is empty");
        }
    }

    private static String upload(RunningSalus own, String name, String content) throws Exception {
        Form form = form(own, "/data/load");
        String boundary = "----salus";
        String body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + form.token()
                + "\r\n--" + boundary + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name
                + "\"\r\nContent-Type: application/xml\r\n\r\n" + content + "\r\n--" + boundary + "--\r\n";
        HttpResponse<String> answer = own.send(HttpRequest.newBuilder(own.at("/data/load"))
                .header("Cookie", form.cookie())
                .header("Origin", "http://localhost:" + own.at("/").getPort())
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return java.net
                .URI
                .create(answer.headers().firstValue("Location").orElseThrow())
                .getPath();
    }

    private static void post(RunningSalus own, String path) throws Exception {
        Form form = form(own, "/data/load");
        HttpResponse<String> answer = own.send(HttpRequest.newBuilder(own.at(path))
                .header("Cookie", form.cookie())
                .header("Origin", "http://localhost:" + own.at("/").getPort())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + form.token())));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    private record Form(String token, String cookie) {}

    private static Form form(RunningSalus own, String path) throws Exception {
        HttpResponse<String> page = own.get(path);
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(token.find()).isTrue();
        return new Form(
                token.group(1),
                page.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", ""));
    }

    /** The page of an upload once nothing runs any more. */
    private static String settled(RunningSalus own, String path) throws Exception {
        for (int i = 0; i < 200; i++) {
            String page = own.get(path).body();
            if (!page.contains("<progress")) {
                return page;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("The upload never ended");
    }

    private static JsonNode json(String path) throws Exception {
        return JsonMapper.builder().build().readTree(page(path));
    }

    private static String page(String path) throws Exception {
        HttpResponse<String> answer = salus.get(path.replace("&amp;", "&"));
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static List<JsonNode> charts(String page, String look) {
        Matcher found = Pattern.compile("data-chart-" + look + "=\"([^\"]*)\"").matcher(page);
        List<JsonNode> charts = new ArrayList<>();
        while (found.find()) {
            charts.add(JsonMapper.builder().build().readTree(HtmlUtils.htmlUnescape(found.group(1))));
        }
        return charts;
    }

    private static double contrast(String one, String other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(String hex) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double value = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    private static HttpResponse<byte[]> bytes(String path) throws Exception {
        return java.net.http.HttpClient.newHttpClient()
                .send(salus.asking(path).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String between(String page, String from, String to) {
        int start = page.indexOf(from);
        assertThat(start).as(from).isPositive();
        return page.substring(start, page.indexOf(to, start));
    }

    /** The sums a page of rows shows, exactly. */
    private static List<BigDecimal> sums(String page) {
        List<BigDecimal> sums = new ArrayList<>();
        Matcher exact = Pattern.compile("data-exact=\"USD[ \u00a0]([^\"]+)\"").matcher(page);
        while (exact.find()) {
            sums.add(number(exact.group(1)));
        }
        return sums;
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replace("\u202f", "").replace("\u2212", "-").strip());
    }
}
