package org.salus;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salus.frame.cli.CommandDoor;

/** Tables as people take them away: what they hold, in which order, and whether a reader can tell without the page. */
@Tag("slow")
class ExportedTablesTest {
    private static RunningSalus salus;

    @BeforeAll
    static void start() throws IOException {
        salus = RunningSalus.withDemo();
    }

    @AfterAll
    static void stop() throws IOException {
        salus.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "-start", "end", "-end"})
    void what_has_no_day_comes_last_whichever_way_round(String sort) throws Exception {
        List<String> days = column(csv("/countries/BDI/activities.csv?sort=" + sort), sort.replace("-", ""));
        List<String> known = days.stream().filter(day -> !day.isEmpty()).toList();
        List<String> sorted = new ArrayList<>(known);
        sorted.sort(sort.startsWith("-") ? java.util.Comparator.reverseOrder() : java.util.Comparator.naturalOrder());

        assertThat(known).hasSizeLessThan(days.size());
        assertThat(days.subList(0, known.size())).isEqualTo(sorted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"commitments", "disbursements"})
    void donors_come_by_what_they_give_the_largest_first_and_can_be_sorted_otherwise(String measure) throws Exception {
        String donors = "/countries/BDI/donors.csv?measure=" + measure;
        List<BigDecimal> amounts = column(csv(donors), measure + " [USD]").stream()
                .map(BigDecimal::new)
                .toList();
        List<String> byName = column(csv(donors + "&sort=donor"), "donor");
        List<String> names = column(csv("/countries/BDI/donor-names.csv?measure=" + measure), "donor");

        assertThat(amounts.subList(0, amounts.size() - 1)).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(byName.getFirst()).isLessThan(byName.get(byName.size() / 2));
        // Money of several donors is a row without names of its own.
        assertThat(names.getFirst())
                .isEqualTo(column(csv(donors), "donor").stream()
                        .filter(names::contains)
                        .findFirst()
                        .orElseThrow());
        assertThat(salus.get("/countries/BDI/tables/donors").body()).contains("aria-sort=\"descending\"", "sort=donor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "-title"})
    void titles_stand_where_a_dictionary_places_them(String sort) throws Exception {
        List<String> titles = column(csv("/countries/BDI/activities.csv?sort=" + sort), "title");

        assertThat(around(titles, "Éducation électorale")).allMatch(title -> title.matches("(?i)[eé].*"));
        assertThat(around(titles, "« Projet d’amélioration"))
                .allMatch(title -> title.toLowerCase(Locale.ROOT).startsWith("projet "));
    }

    @Test
    void the_file_of_the_largest_activities_of_reform_is_those_activities_in_that_order() throws Exception {
        String page = salus.get("/countries/BDI?from=2008").body();
        Matcher link = Pattern.compile("href=\"(/countries/BDI/activities\\.csv[^\"]*)\"")
                .matcher(page);
        assertThat(link.find()).isTrue();
        List<CsvRecord> file = csv(link.group(1).replace("&amp;", "&"));
        List<String> shown = new ArrayList<>();
        Matcher titles =
                Pattern.compile("<a href=\"/activities\\?id=([^\"#]+)\"").matcher(page);
        while (titles.find()) {
            shown.add(java.net.URLDecoder.decode(titles.group(1), java.nio.charset.StandardCharsets.UTF_8));
        }

        assertThat(column(file, "area_code")).doesNotContain("none", "?");
        assertThat(shown).isNotEmpty().isEqualTo(column(file, "identifier").subList(0, shown.size()));
    }

    @Test
    void a_status_is_told_by_code_and_name() throws Exception {
        List<CsvRecord> file = csv("/countries/BDI/activities.csv?status=2");

        assertThat(column(file, "status_code")).isNotEmpty().containsOnly("2");
        assertThat(column(file, "status")).containsOnly("Implementation");
    }

    @Test
    void euros_disbursed_and_dollars_committed_are_told_apart_without_the_page() throws Exception {
        String euros = "/countries/BDI/matrix.csv?currency=EUR&measure=disbursements";
        String dollars = "/countries/BDI/matrix.csv?measure=commitments";

        assertThat(csv(euros).getFirst().getFields())
                .contains("donor", "area_2b [2b Police and communities; EUR; disbursements]");
        assertThat(csv(dollars).getFirst().getFields())
                .contains("area_2b [2b Police and communities; USD; commitments]");
        assertThat(salus.get(euros).headers().firstValue("Content-Disposition").orElseThrow())
                .contains("salus-bdi-matrix-eur-disbursements.csv");
        assertThat(salus.get(dollars)
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElseThrow())
                .contains("salus-bdi-matrix-usd-commitments.csv");
    }

    @Test
    void a_table_of_indicators_names_them() throws Exception {
        assertThat(csv("/countries/BDI/governance-v-dem-indices.csv").getFirst().getFields())
                .contains("value_electoral [Electoral democracy; index 0–1]");
    }

    @Test
    void a_workbook_tells_what_was_asked_and_where_it_comes_from() throws Exception {
        Map<String, String> money =
                about(bytes("/countries/BDI/activities.xlsx?currency=EUR&from=2008&area=reform&sort=-end"));
        assertThat(money)
                .containsEntry("Asked for", "activities")
                .containsEntry("Filter", "area = reform; sort = -end")
                .containsEntry("Period", "from 2008")
                .containsEntry("Currency", "EUR, Euro");
        assertThat(money.get("Read first")).startsWith("Demo:");
        assertThat(money.get("Source")).contains("aid-burundi", "ODC-By 1.0 (AidData)", "data as of 2017-03-20");

        Map<String, String> indicators = about(bytes("/countries/BDI/governance-v-dem-indices.xlsx"));
        assertThat(indicators).doesNotContainKeys("Currency", "Measure", "Rates");
        assertThat(indicators.get("Source")).contains("V-Dem Institute", "CC BY-SA 4.0");

        assertThat(about(bytes("/data/sources.xlsx")).get("Read first")).startsWith("Demo:");
    }

    @Test
    void the_command_line_writes_the_same_workbook() throws Exception {
        Path out = salus.folder().resolve("matrix.xlsx");
        StringWriter said = new StringWriter();
        int code = new CommandDoor("test", Salus.commands())
                .answer(
                        new PrintWriter(said),
                        new PrintWriter(said),
                        "export",
                        "BDI",
                        "matrix",
                        "--currency=EUR",
                        "--measure=disbursements",
                        "--format=xlsx",
                        "--out=" + out,
                        "--data=" + salus.folder());
        assertThat(code).as(said.toString()).isZero();
        assertThat(Files.readAllBytes(out))
                .isEqualTo(bytes("/countries/BDI/matrix.xlsx?currency=EUR&measure=disbursements"));
    }

    @Test
    void the_same_question_gives_the_same_bytes() throws Exception {
        String asked = "/countries/BDI/rows.xlsx?currency=EUR&area=4a";
        assertThat(bytes(asked)).isEqualTo(bytes(asked));
    }

    private static byte[] bytes(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer =
                    client.send(salus.asking(path).build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }

    private static Map<String, String> about(byte[] file) throws IOException {
        Map<String, String> told = new LinkedHashMap<>();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            for (Row row : book.getSheet("About")) {
                told.merge(
                        row.getCell(0).getStringCellValue(),
                        row.getCell(1).getStringCellValue(),
                        (a, b) -> a + "\n" + b);
            }
        }
        return told;
    }

    private static List<String> around(List<String> titles, String beginning) {
        int at = IntStream.range(0, titles.size())
                .filter(i -> titles.get(i).startsWith(beginning))
                .findFirst()
                .orElseThrow();
        return List.of(titles.get(at - 1), titles.get(at + 1));
    }

    private static List<CsvRecord> csv(String path) throws Exception {
        String text = salus.get(path).body();
        return CsvReader.builder().ofCsvRecord(text.substring(1)).stream().toList();
    }

    private static List<String> column(List<CsvRecord> file, String key) {
        int index = file.getFirst().getFields().indexOf(key);
        assertThat(index).as(key + " in " + file.getFirst()).isNotNegative();
        return file.stream().skip(1).map(record -> record.getField(index)).toList();
    }
}
