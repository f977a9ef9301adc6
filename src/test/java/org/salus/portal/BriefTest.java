package org.salus.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.Salus;
import org.salus.frame.cli.CommandDoor;
import org.salus.framework.Wording;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The brief of the demo's country through the command line, as a stranger asks for it. */
class BriefTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void loadDemo() {
        assertThat(run("load", "demo", "--data", folder.toString()).code()).isZero();
    }

    @Test
    void as_json_it_has_the_published_totals_and_its_areas_add_up_to_them() {
        Answer answer = run("brief", "BDI", "--format", "json", "--data", folder.toString());

        assertThat(answer.code()).isZero();
        JsonNode brief = JsonMapper.builder().build().readTree(answer.out());
        JsonNode support = brief.path("support");
        assertThat(brief.path("country").asString()).isEqualTo("BDI");
        assertThat(support.path("activities").asInt()).isEqualTo(950);
        assertThat(support.path("located").asInt()).isEqualTo(930);
        assertThat(support.path("locations").asInt()).isEqualTo(7_562);
        assertThat(support.path("donor_names").asInt()).isEqualTo(135);
        assertThat(support.path("commitments").asString()).isEqualTo("6143742020");
        assertThat(support.path("disbursements").asString()).isEqualTo("4088341432");
        assertThat(support.path("purpose_152").path("activities").asInt()).isEqualTo(55);
        for (String list : new String[] {"areas", "donors", "years"}) {
            BigDecimal sum = BigDecimal.ZERO;
            for (JsonNode one : support.path(list)) {
                sum = sum.add(new BigDecimal(one.path("commitments").asString()));
            }
            assertThat(sum).as(list).isEqualByComparingTo("6143742020");
        }
    }

    @Test
    void an_amount_too_small_for_thousands_is_not_rounded_to_nothing() {
        assertThat(Shown.million("XYZ", new BigDecimal("70.00"), Wording.english()))
                .isEqualTo("XYZ\u00a070");
        assertThat(Shown.million("XYZ", new BigDecimal("0.5"), Wording.english()))
                .isEqualTo("XYZ\u00a00.5");
        assertThat(Shown.million("XYZ", new BigDecimal("4100000"), Wording.in(Locale.FRENCH)))
                .isEqualTo("XYZ\u00a04,1\u00a0M");
        assertThat(Shown.million("XYZ", new BigDecimal("1700"), Wording.english()))
                .isEqualTo("XYZ\u00a02\u00a0k");
    }

    @Test
    void the_day_of_loading_is_not_told_as_the_day_of_the_data() throws IOException {
        Path data = folder.resolve("no-day");
        Path file = folder.resolve("no-day.xml");
        Files.writeString(file, """
                <iati-activities version="2.03"><iati-activity default-currency="USD">
                <iati-identifier>NO-DAY-1</iati-identifier><title><narrative>Demobilisation of combatants</narrative></title>
                <recipient-country code="BI"/><sector code="15240"/></iati-activity></iati-activities>""");
        assertThat(run("load", file.toString(), "--data", data.toString()).code())
                .isZero();

        JsonNode brief = JsonMapper.builder()
                .build()
                .readTree(run("brief", "BDI", "--format", "json", "--data", data.toString())
                        .out());
        assertThat(brief.path("as_of_stated").asBoolean(true)).isFalse();
        Path page = folder.resolve("no-day.pdf");
        run("brief", "BDI", "--format", "pdf", "--out", page.toString(), "--data", data.toString());
        assertThat(text(page)).contains("No file says of which day its activity data are");
    }

    @Tag("slow")
    @Test
    void every_licence_is_named_below_the_page_and_first_the_file_that_most_activities_come_from() throws Exception {
        Path data = folder.resolve("many-sources");
        Path small = Files.createDirectories(folder.resolve("small"));
        for (int number = 10; number < 23; number++) {
            Files.writeString(small.resolve("small-" + number + ".xml"), """
                    <iati-activities version="2.03"><iati-activity default-currency="USD">
                    <iati-identifier>SMALL-%1$d</iati-identifier><title><narrative>Demobilisation of combatants</narrative></title>
                    <recipient-country code="BI"/><sector code="15240"/></iati-activity></iati-activities>""".formatted(number));
        }
        assertThat(run("load", small.toString(), "demo", "--data", data.toString())
                        .code())
                .isZero();

        Path page = folder.resolve("many-sources.pdf");
        run("brief", "BDI", "--format", "pdf", "--out", page.toString(), "--data", data.toString());

        assertThat(text(page).replaceAll("\\s+", " "))
                .contains("Sources: aid-burundi.xml.gz")
                .contains("small-10.xml, small-11.xml, small-12.xml and 10 more: ")
                .contains("v-dem-indices.csv")
                .contains("open-budget-survey.csv");
        JsonNode sources = JsonMapper.builder()
                .build()
                .readTree(run("brief", "BDI", "--format", "json", "--data", data.toString())
                        .out())
                .path("sources");
        assertThat(sources.get(0).path("file").asString()).isEqualTo("aid-burundi.xml.gz");
    }

    @Test
    void money_without_a_date_is_a_year_of_its_own_so_that_the_years_add_up() throws Exception {
        Path data = folder.resolve("undated");
        Path file = folder.resolve("undated.xml");
        Files.writeString(file, """
                <iati-activities version="2.03"><iati-activity default-currency="USD">
                <iati-identifier>UNDATED-1</iati-identifier><title><narrative>Demobilisation of combatants</narrative></title>
                <recipient-country code="BI"/><sector code="15240"/>
                <transaction><transaction-type code="3"/><transaction-date iso-date="2012-02-31"/><value value-date="2012-02-31">30</value></transaction>
                <transaction><transaction-type code="3"/><transaction-date iso-date="2012-02-28"/><value value-date="2012-02-28">12</value></transaction>
                </iati-activity></iati-activities>""");
        assertThat(run("load", file.toString(), "--data", data.toString()).code())
                .isZero();
        JsonNode support = JsonMapper.builder()
                .build()
                .readTree(run("brief", "BDI", "--format", "json", "--data", data.toString())
                        .out())
                .path("support");
        assertThat(support.path("disbursements").asString()).isEqualTo("42");
        JsonNode years = support.path("years");
        assertThat(years.size()).isEqualTo(2);
        assertThat(years.get(0).path("year").asInt()).isEqualTo(2012);
        assertThat(years.get(0).path("disbursements").asString()).isEqualTo("12");
        assertThat(years.get(1).path("year").isNull()).isTrue();
        assertThat(years.get(1).path("disbursements").asString()).isEqualTo("30");
    }

    @Test
    void what_no_rate_covers_is_told_with_its_amounts() throws Exception {
        Path data = folder.resolve("without-rate");
        Path file = folder.resolve("without-rate.xml");
        Files.writeString(file, """
                <iati-activities version="2.03"><iati-activity default-currency="EUR">
                <iati-identifier>OLD-1</iati-identifier><title><narrative>Demobilisation of combatants</narrative></title>
                <recipient-country code="BI"/><sector code="15240"/>
                <transaction><transaction-type code="2"/><transaction-date iso-date="1981-02-28"/><value>1500000</value></transaction>
                <transaction><transaction-type code="2"/><transaction-date iso-date="1981-02-28"/><value currency="CHF">700000</value></transaction>
                </iati-activity></iati-activities>""");
        assertThat(run("load", file.toString(), "--data", data.toString()).code())
                .isZero();

        assertThat(run("brief", "BDI", "--data", data.toString()).out())
                .contains(
                        "no exchange rate is known: 2 transactions of 1 activity: EUR\u00a01.5\u00a0m, CHF\u00a00.7\u00a0m");
        assertThat(run("brief", "BDI", "--currency", "EUR", "--data", data.toString())
                        .out())
                .contains("EUR 1 500 000 committed")
                .contains("no exchange rate is known: 1 transaction of 1 activity: CHF\u00a00.7\u00a0m");
    }

    @Test
    void a_commitment_and_its_disbursement_are_never_added_where_they_are_left_out() throws Exception {
        Path data = folder.resolve("never-added");
        Path file = folder.resolve("never-added.xml");
        Files.writeString(file, """
                <iati-activities version="2.03"><iati-activity default-currency="EUR">
                <iati-identifier>OLD-2</iati-identifier><title><narrative>Demobilisation of combatants</narrative></title>
                <recipient-country code="BI"/><sector code="15240"/><activity-date type="3" iso-date="2013-06-01"/>
                <transaction><transaction-type code="2"/><transaction-date iso-date="1981-02-28"/><value>1500000</value></transaction>
                <transaction><transaction-type code="3"/><transaction-date iso-date="1981-02-28"/><value>900000</value></transaction>
                <transaction><transaction-type code="3"/><transaction-date iso-date="2012-02-28"/><value currency="USD">7</value></transaction>
                </iati-activity></iati-activities>""");
        assertThat(run("load", file.toString(), "--data", data.toString()).code())
                .isZero();

        assertThat(run("brief", "BDI", "--format", "json", "--data", data.toString())
                        .out())
                .contains(
                        "{\"measure\":\"commitments\",\"currency\":\"EUR\",\"amount\":\"1500000\"}",
                        "{\"measure\":\"disbursements\",\"currency\":\"EUR\",\"amount\":\"900000\"}")
                .doesNotContain("2400000");
        Answer text = run("brief", "BDI", "--data", data.toString());
        assertThat(text.out())
                .contains("EUR\u00a01.5\u00a0m commitments, EUR\u00a00.9\u00a0m disbursements")
                .doesNotContain("2.4");
        assertThat(run(
                                "export",
                                "BDI",
                                "left-out-rows",
                                "--counted-as",
                                "disbursements",
                                "--format",
                                "csv",
                                "--data",
                                data.toString())
                        .out()
                        .lines())
                .as("the head and the one row of that line")
                .hasSize(2);
    }

    @Tag("slow")
    @Test
    void a_brief_of_some_years_says_which_and_what_ends_does_not_depend_on_them() {
        String all = run("brief", "BDI", "--format", "json", "--data", folder.toString())
                .out();
        String some = run(
                        "brief",
                        "BDI",
                        "--from",
                        "2005",
                        "--to",
                        "2012",
                        "--format",
                        "json",
                        "--data",
                        folder.toString())
                .out();
        JsonMapper json = JsonMapper.builder().build();
        assertThat(json.readTree(all).path("ending_within_twelve_months").size())
                .isPositive();
        assertThat(json.readTree(some).path("ending_within_twelve_months"))
                .isEqualTo(json.readTree(all).path("ending_within_twelve_months"));
        assertThat(run("brief", "BDI", "--from", "2005", "--to", "2012", "--data", folder.toString())
                        .out())
                .contains("Counted is the money of 2005 to 2012.");
    }

    @Test
    void the_premise_of_a_country_with_yearly_totals_only_says_what_it_cannot_say() {
        JsonNode brief = JsonMapper.builder()
                .build()
                .readTree(run("brief", "BDI", "--format", "json", "--data", folder.toString())
                        .out());

        assertThat(brief.path("premise").path("reading").asString()).isEqualTo("not-enough-information");
        assertThat(brief.path("premise").path("caution").asString()).startsWith("Deaths are not control");
        assertThat(brief.path("governance").path("publishers").size()).isPositive();
        JsonNode crs = brief.path("crs").path("purposes");
        assertThat(crs.size()).isPositive();
    }

    @Tag("slow")
    @Test
    void a_year_after_the_last_loaded_disbursement_has_no_zero_beside_the_oecd_but_a_reason() {
        JsonNode years = JsonMapper.builder()
                .build()
                .readTree(run("brief", "BDI", "--format", "json", "--data", folder.toString())
                        .out())
                .path("crs")
                .path("years");
        int known = 0;
        int unknown = 0;
        for (JsonNode year : years) {
            boolean ended = year.path("year").asInt() > 2014;
            assertThat(year.path("loaded_disbursements_usd").isNull())
                    .as("%s", year)
                    .isEqualTo(ended);
            assertThat(year.path("loaded_disbursements_missing").asString(""))
                    .isEqualTo(ended ? "no data loaded for this year" : "");
            known += ended ? 0 : 1;
            unknown += ended ? 1 : 0;
        }
        assertThat(known).isPositive();
        assertThat(unknown).isEqualTo(5);
        assertThat(run("export", "BDI", "crs-years", "--data", folder.toString())
                        .out())
                .containsPattern("2015,[0-9.]+,\\s");
    }

    @Tag("slow")
    @Test
    void the_same_snapshot_gives_the_same_bytes() throws Exception {
        for (String form : new String[] {"docx", "pdf"}) {
            Path one = folder.resolve("one." + form);
            Path two = folder.resolve("two." + form);
            run("brief", "BI", "--format", form, "--out", one.toString(), "--data", folder.toString());
            run("brief", "Burundi", "--format", form, "--out", two.toString(), "--data", folder.toString());
            assertThat(Files.readAllBytes(one)).isEqualTo(Files.readAllBytes(two));
        }
    }

    @Test
    void it_is_one_page_with_the_publisher_and_licence_of_every_source() throws Exception {
        Path file = folder.resolve("one-page.pdf");
        assertThat(run("brief", "BDI", "--format", "pdf", "--out", file.toString(), "--data", folder.toString())
                        .code())
                .isZero();
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertThat(document.getNumberOfPages()).isOne();
        }
        assertThat(text(file))
                .contains(
                        "aid-burundi.xml.gz: ODC-By 1.0 (AidData)",
                        "state-fragility.csv (Center for Systemic Peace): figures quoted with attribution",
                        "outlines-burundi.geojson: Natural Earth, public domain",
                        "v-dem-indices.csv (V-Dem Institute): CC BY-SA 4.0");
    }

    private static String text(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper()
                    .getText(document)
                    .replaceAll("\\s+", " ")
                    .replace("\ufb01", "fi");
        }
    }

    @Test
    void a_country_that_does_not_exist_is_one_clear_line() {
        Answer answer = run("brief", "XYZ", "--data", folder.toString());

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("XYZ").doesNotContain("\tat ");
        assertThat(answer.err().strip().lines()).hasSize(1);
    }

    @Test
    void a_country_without_activities_says_so() {
        assertThat(run("brief", "NOR", "--data", folder.toString()).out()).contains("No activity in Norway is loaded");
    }

    private record Answer(int code, String out, String err) {}

    private static Answer run(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandDoor("test", Salus.commands()).answer(new PrintWriter(out), new PrintWriter(err), words);
        return new Answer(code, out.toString(), err.toString());
    }
}
