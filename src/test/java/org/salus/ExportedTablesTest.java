package org.salus;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as people take them away: what they hold, in which order, and whether a reader can tell without the page. */
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
