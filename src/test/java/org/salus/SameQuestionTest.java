package org.salus;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salus.frame.cli.CommandDoor;
import org.salus.frame.web.Address;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same question from the web, the command line and the API: the same parameters, the same answer in the same order. */
@Tag("slow")
class SameQuestionTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static RunningSalus salus;

    @BeforeAll
    static void start() throws IOException {
        salus = RunningSalus.withDemo();
    }

    @AfterAll
    static void stop() throws IOException {
        salus.close();
    }

    @ParameterizedTest(name = "{0} where {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "areas|",
                "areas|from=2008 to=2010 currency=USD",
                "donors|",
                "donors|reform=yes",
                "donors|sort=-activities",
                "donor-names|sort=name",
                "areas|currency=EUR from=2008",
                "rows|currency=eur measure=disbursements area=4a",
                "activities|currency=CHF area=reform",
                "left-out|currency=EUR",
                "crs-years|currency=EUR",
                "matrix|measure=disbursements",
                "matrix|measure=expenditures from=2009",
                "years|measure=commitments to=2012",
                "activities|",
                "activities|area=reform measure=disbursements",
                "activities|q=police sort=title",
                "activities|gap=no-location sort=-start",
                "activities|field=4 status=2 sort=-end",
                "activities|donor=World_Bank area=none from=2010",
                "activities|located=yes purpose_152=no",
                "locations|",
                "donor-names|from=2010",
                "rows|",
                "rows|measure=commitments reform=yes also=?",
                "rows|area=4a year=2009 measure=disbursements",
                "rows|field=2 donor=Belgium",
                "rows|purpose_152=yes measure=disbursements from=2006 to=2009",
                "rows|purpose_152=no year=2007 reform=yes also=none",
                "rows|place=Gitega measure=disbursements field=4",
                "pivot|",
                "pivot|rows=area columns=year measure=months reform=yes",
                "pivot|rows=place columns=donor measure=activities area=4a",
                "pivot|rows=funder columns=implementer measure=disbursements from=2008 currency=EUR",
                "places|",
                "places|measure=activities reform=yes from=2008",
                "places|measure=months area=4a",
                "places|measure=budgets donor=Belgium currency=EUR",
                "place-rows|place=Gitega measure=disbursements field=4",
                "place-rows|measure=activities year=2010 place=*whole-country",
                "under-way|place=Gitega year=2010",
                "planned-rows|measure=budgets",
                "left-out|",
                "left-out-rows|",
                "left-out-rows|from=2010 to=2011 reason=outside-period counted_as=commitments published_in=USD",
                "gaps|",
                "coordination-findings|",
                "coordination-findings|from=2008 measure=commitments currency=EUR",
                "coordination-spread|to=2012",
                "coordination-plans|",
                "coordination-swings|measure=disbursements",
                "coordination-received|",
                "coordination-fields|currency=CHF",
                "coordination-contents|",
                "coordination-levels|",
                "donor-profiles|",
                "donor-profiles|donor=Belgium measure=commitments",
                "chains-totals|from=2009",
                "chains-set-aside|measure=disbursements",
                "chains-proposals|",
                "crs-years|",
                "crs|from=2013",
                "crs-rows|year=2014",
                "crs-world|purpose=15220",
                "premise-years|from=2000 to=2005",
                "premise-types|",
                "premise-actors|",
                "premise-units|",
                "premise-indices|",
                "events|",
                "indicators|descriptor=ucdp-ged-deaths year=2000",
                "treaties|",
                "governance-open-budget-survey|"
            })
    void a_table_is_the_same_through_every_door(String table, String asked) throws Exception {
        List<String> choices = choices(asked);
        List<CsvRecord> page = csv(get("/countries/BDI/" + table + ".csv", choices));
        List<CsvRecord> terminal = csv(export(table, choices));
        List<List<String>> api = api("/api/v1/countries/BDI/tables/" + table, choices);

        assertThat(terminal.stream().map(CsvRecord::getFields).toList())
                .isEqualTo(page.stream().map(CsvRecord::getFields).toList());
        assertThat(api).isEqualTo(plain(page));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "area=4a",
                "q=justice sort=title",
                "gap=no-end sort=-commitments",
                "donor=World_Bank from=2008 to=2012",
                "status=2 measure=disbursements"
            })
    void the_list_of_activities_has_the_same_order_on_the_page_and_in_the_api(String asked) throws Exception {
        List<String> choices = choices(asked);
        String page = get("/countries/BDI/activities", choices).body();
        JsonNode api =
                JSON.readTree(get("/api/v1/countries/BDI/activities", choices).body());
        List<String> shown = new ArrayList<>();
        Matcher links =
                Pattern.compile("<a href=\"(/activities\\?id=[^\"#]+)\"").matcher(page);
        while (links.find()) {
            shown.add(links.group(1));
        }
        List<String> answered = new ArrayList<>();
        api.path("activities")
                .forEach(one -> answered.add(Address.of("/activities")
                        .with("id", one.path("identifier").asString())
                        .toString()));

        assertThat(shown).isNotEmpty().isEqualTo(answered.subList(0, Math.min(25, answered.size())));
        List<String> exported = csv(export("activities", choices)).stream()
                .skip(1)
                .map(record ->
                        Address.of("/activities").with("id", record.getField(0)).toString())
                .toList();
        assertThat(exported).hasSize(api.path("total").asInt());
        assertThat(answered).isEqualTo(exported.subList(0, answered.size()));
    }

    @Test
    void each_count_of_what_is_in_the_files_opens_as_many_rows() throws Exception {
        String page = get("/countries/BDI", List.of("from=2006", "to=2012")).body();
        String section = page.substring(page.indexOf("aria-labelledby=\"published\""));
        Matcher counts = Pattern.compile(
                        "<a href=\"/countries/BDI/(activities|tables/locations|tables/donor-names)(\\?[^\"#]+)[^>]*>(\\d[^<]*)")
                .matcher(section.substring(0, section.indexOf("</section>")));
        Map<String, Integer> opened = new TreeMap<>();
        while (counts.find()) {
            List<String> asked = List.of(counts.group(2).substring(1).split("&(?:amp;)?"));
            int shown =
                    Integer.parseInt(counts.group(3).replaceFirst(" of .*", "").replaceAll("\\D", ""));
            String table = counts.group(1).replace("tables/", "");

            assertThat(csv(get("/countries/BDI/" + table + ".csv", asked)))
                    .as(table + asked)
                    .hasSize(1 + shown);
            opened.put(table + asked, shown);
        }

        assertThat(opened).hasSize(4);
        assertThat(opened.values()).allSatisfy(count -> assertThat(count).isPositive());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {"measure=commitments area=4a", "reform=yes also=? measure=disbursements", "year=2009 donor=Belgium"
            })
    void the_rows_of_the_api_are_those_of_the_file(String asked) throws Exception {
        List<String> choices = choices(asked);
        List<CsvRecord> file = csv(get("/countries/BDI/rows.csv", choices));
        JsonNode api = JSON.readTree(
                get("/api/v1/countries/BDI/rows", with(choices, "size=1000")).body());
        List<List<String>> rows = new ArrayList<>();
        api.path("rows")
                .forEach(row -> rows.add(List.of(
                        row.path("activity").asString(),
                        row.path("transaction").asString(),
                        row.path("area").asString(),
                        row.path("usd").asString())));
        int usd = file.getFirst().getFieldCount() - 1;

        assertThat(api.path("total").asInt()).isEqualTo(file.size() - 1);
        assertThat(rows).isNotEmpty();
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = file.get(i + 1).getFields();
            int area = file.getFirst().getFields().indexOf("area_code");
            assertThat(rows.get(i).subList(0, 3)).isEqualTo(List.of(row.get(0), row.get(2), row.get(area)));
            assertThat(new java.math.BigDecimal(rows.get(i).get(3))).isEqualByComparingTo(row.get(usd));
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "areas|measure=hopes|commitments, disbursements, expenditures",
                "areas|from=12|four digits",
                "areas|from=2012 to=2010|before it begins",
                "areas|currency=XYZ|USD",
                "rows|area=9z|1a, 1b",
                "rows|also=9z|1a, 1b",
                "rows|field=7|1, 2, 3, 4",
                "rows|reform=maybe|yes, no",
                "rows|purpose_152=perhaps|yes, no",
                "rows|year=soon|four digits",
                "activities|area=9z|reform, 1a",
                "activities|gap=no-hope|no-location",
                "activities|sort=luck|title, -title",
                "donors|sort=title|donor, -donor",
                "activities|status=9z|2",
                "left-out-rows|reason=luck|no-rate",
                "left-out-rows|counted_as=pledges|commitments",
                "crs-rows|purpose=110|152",
                "events|actor=nobody|actor",
                "events|violence=quiet|state-based",
                "indicators|descriptor=nobody|ucdp-ged-deaths",
                "areas|aera=4a|measure",
                "rows|located=yes|purpose_152",
            })
    void a_word_that_means_nothing_is_refused_with_what_there_is(String table, String asked, String allowed)
            throws Exception {
        List<String> choices = choices(asked);
        HttpResponse<String> api = get("/api/v1/countries/BDI/tables/" + table, choices);
        JsonNode problem = JSON.readTree(api.body());

        assertThat(api.statusCode()).isEqualTo(400);
        assertThat(api.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(problem.path("detail").asString()).contains(allowed);
        for (String page : List.of("/countries/BDI/tables/" + table, "/countries/BDI/" + table + ".csv")) {
            assertThat(get(page, choices).statusCode()).as(page).isEqualTo(400);
        }
        if (!asked.startsWith("aera") && !asked.startsWith("located")) {
            Answer terminal = run(table, choices);
            assertThat(terminal.code()).isEqualTo(2);
            assertThat(terminal.err()).contains(problem.path("detail").asString());
        }
    }

    private static List<String> choices(String asked) {
        return asked == null || asked.isBlank()
                ? List.of()
                : Stream.of(asked.split(" "))
                        .map(choice -> choice.replace("World_Bank", "World Bank"))
                        .toList();
    }

    private static List<String> with(List<String> choices, String more) {
        return Stream.concat(choices.stream(), Stream.of(more)).toList();
    }

    private static HttpResponse<String> get(String path, List<String> choices) throws Exception {
        Address address = Address.of(path);
        for (String choice : choices) {
            address = address.with(name(choice), value(choice));
        }
        return salus.get(address.toString());
    }

    private static String name(String choice) {
        return choice.substring(0, choice.indexOf('='));
    }

    private static String value(String choice) {
        return choice.substring(choice.indexOf('=') + 1);
    }

    private static List<CsvRecord> csv(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return csv(answer.body());
    }

    private static List<CsvRecord> csv(String text) {
        return CsvReader.builder().ofCsvRecord(text.startsWith("\ufeff") ? text.substring(1) : text).stream()
                .toList();
    }

    /** All pages of a table's rows, each value as a text in the order of the columns of the file. */
    private static List<List<String>> api(String path, List<String> choices) throws Exception {
        List<List<String>> rows = new ArrayList<>();
        int total;
        int page = 1;
        do {
            HttpResponse<String> answer = get(path, with(with(choices, "size=1000"), "page=" + page++));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode table = JSON.readTree(answer.body());
            total = table.path("total").asInt();
            table.path("rows").forEach(row -> {
                List<String> values = new ArrayList<>();
                table.path("columns").forEach(column -> {
                    String key = column.path("key").asString();
                    values.add(row.path(key).isNull() ? "" : same(row.path(key).asString()));
                });
                rows.add(values);
            });
        } while (rows.size() < total);
        return rows;
    }

    /** A file without its columns of codes, which the API writes only where there is a code. */
    private static List<List<String>> plain(List<CsvRecord> file) {
        List<String> head = file.getFirst().getFields();
        List<List<String>> rows = new ArrayList<>();
        for (CsvRecord record : file.subList(1, file.size())) {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < head.size(); i++) {
                if (!head.get(i).endsWith("_code")) {
                    values.add(same(record.getField(i)));
                }
            }
            rows.add(values);
        }
        return rows;
    }

    /** Numbers are compared by value, and texts without the mark that keeps spreadsheets from computing them. */
    private static String same(String value) {
        if (value.matches("-?\\d+(\\.\\d+)?")) {
            java.math.BigDecimal number = new java.math.BigDecimal(value);
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        return (value.startsWith("'") ? value.substring(1) : value).strip();
    }

    private record Answer(int code, String out, String err) {}

    private static String export(String table, List<String> choices) {
        Answer answer = run(table, choices);
        assertThat(answer.code()).as(answer.err()).isZero();
        return answer.out();
    }

    private static Answer run(String table, List<String> choices) {
        List<String> words = new ArrayList<>(
                List.of("export", "BDI", table, "--data", salus.folder().toString()));
        for (String choice : choices) {
            words.add("--" + name(choice).replace('_', '-') + "=" + value(choice));
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandDoor("test", Salus.commands())
                .answer(new PrintWriter(out), new PrintWriter(err), words.toArray(String[]::new));
        return new Answer(code, out.toString(), err.toString());
    }
}
