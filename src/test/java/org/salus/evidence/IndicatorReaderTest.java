package org.salus.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salus.SharedData;

class IndicatorReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "governance/open_budget.csv|open-budget-survey|oversight|BDI|2021|24.05555555555556",
                "governance/open_budget.csv|open-budget-survey|legislature|BDI|2023|24.916666666666668",
                "governance/SIPRI Military Expenditure Database.csv|sipri-military-expenditure|share-of-gdp|BDI|2005|4.44",
                "governance/SIPRI Military Expenditure Database.csv|sipri-military-expenditure|share-of-gdp|BDI|1999|6.26",
                "governance/SIPRI Military Expenditure Database.csv|sipri-military-expenditure|share-of-gdp|KWT|1991|117.35",
                "governance/2020_Worldwide_Governance_Indicators_1996-2019.csv|worldwide-governance-indicators|voice|BDI|1996|-1.54957222938538",
                "governance/2020_Worldwide_Governance_Indicators_1996-2019.csv|worldwide-governance-indicators|voice|COD|1996|-1.60094857215881",
                "governance/state_fragility.csv|state-fragility|fragility|BDI|1995|23",
                "governance/vdem_simple.csv|v-dem-indices|electoral|TZA|1990|0.288",
                "governance/2020_WJP_Rule_Of_Law_2013-2020.csv|world-justice-project|overall|NGA|2015|0.40560691367034296",
                "governance/2020_Country_Policy_Institutional_Assessments_2005-2019.csv|country-policy-assessment|overall|BDI|2015|3.06666666666667",
                "governance/2020_Freedom_in_the_World_1972-2019.csv|freedom-house|political-rights|AFG|1973|6",
                "governance/Corruption Perception Index - Transparency International (2018).csv|corruption-perceptions|score|AFG|2014|12",
                "conflict/ucdp-ged-19.1-country-year-deaths.csv|ucdp-ged-deaths|deaths|BDI|2003|1245",
            })
    void a_published_figure_comes_out_as_written(
            String file, String descriptor, String series, String iso3, int year, String expected) throws IOException {
        FoundFacts found = FoundFacts.in(SharedData.file(file));
        assertThat(found.values).extracting(IndicatorSeries::descriptor).containsOnly(descriptor);
        assertThat(found.value(series, iso3, year))
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo(expected));
        assertThat(found.issues(IssueKind.UNKNOWN_COUNTRY)).isEmpty();
        assertThat(found.issues(IssueKind.REPEATED_ROW)).isEmpty();
    }

    @Test
    void oversight_of_burundis_budget_is_24_1_in_2021() throws IOException {
        FoundFacts found = FoundFacts.in(SharedData.file("governance/open_budget.csv"));
        assertThat(found.value("oversight", "BDI", 2021))
                .map(value -> value.setScale(1, RoundingMode.HALF_UP))
                .contains(new BigDecimal("24.1"));
    }

    @Test
    void years_without_a_figure_stay_without() throws IOException {
        FoundFacts found = FoundFacts.in(SharedData.file("governance/SIPRI Military Expenditure Database.csv"));
        assertThat(found.value("share-of-gdp", "BDI", 2008)).isPresent();
        assertThat(found.value("share-of-gdp", "BDI", 2010)).isEmpty();
        assertThat(found.value("share-of-gdp", "BDI", 2012)).isPresent();
    }

    @Test
    void every_table_of_the_demo_is_recognised() throws IOException {
        for (String name : new String[] {
            "open-budget-survey",
            "sipri-military-expenditure",
            "state-fragility",
            "v-dem-indices",
            "worldwide-governance-indicators"
        }) {
            FoundFacts found = FoundFacts.in(Path.of("demo/" + name + ".csv"));
            assertThat(found.values).extracting(IndicatorSeries::descriptor).containsOnly(name);
            assertThat(found.issues).as(name).isEmpty();
        }
    }

    @Test
    void aggregates_and_bad_figures_are_named_and_left_out() throws IOException {
        FoundFacts found = FoundFacts.in("sipri.csv", """
                Entity,Year,military_expenditure_share_gdp
                World,2005,2.3
                Atlantis,2005,2.3
                Burundi,2005,-4.5
                Burundi,2006,..
                Burundi,20O7,3
                Burundi,2008,2.72
                Burundi,2008,2.73
                """);
        assertThat(found.values)
                .singleElement()
                .extracting(IndicatorSeries::iso3)
                .isEqualTo("BDI");
        assertThat(found.issues)
                .extracting(ImportIssue::kind)
                .containsExactly(
                        IssueKind.NOT_A_COUNTRY,
                        IssueKind.UNKNOWN_COUNTRY,
                        IssueKind.BAD_VALUE,
                        IssueKind.BAD_VALUE,
                        IssueKind.REPEATED_ROW);
    }

    @Test
    void semicolons_decimal_commas_old_encodings_and_title_lines_are_understood() throws IOException {
        String text = """
                Figures of 2021;;
                ;;
                ENTITY;Year;Military_Expenditure_Share_GDP
                Côte d'Ivoire;2005;1,48
                """;
        FoundFacts found =
                FoundFacts.in("sipri.csv", new ByteArrayInputStream(text.getBytes(Charset.forName("windows-1252"))));
        assertThat(found.value("share-of-gdp", "CIV", 2005)).contains(new BigDecimal("1.48"));
        assertThat(found.issues)
                .extracting(ImportIssue::kind)
                .containsExactlyInAnyOrder(IssueKind.OTHER_ENCODING, IssueKind.DECIMAL_COMMA);
    }

    @Test
    void a_comma_that_could_stand_between_thousands_is_not_guessed_at() throws IOException {
        FoundFacts found = FoundFacts.in("sipri.csv", """
                Entity;Year;military_expenditure_share_gdp
                Burundi;2005;1,480
                """);
        assertThat(found.values).isEmpty();
        assertThat(found.issues).extracting(ImportIssue::kind).containsExactly(IssueKind.BAD_VALUE);
    }

    @Test
    void a_workbooks_formulas_count_as_the_values_they_were_saved_with() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            book.createSheet("Notes").createRow(0).createCell(0).setCellValue("About this file");
            XSSFSheet sheet = book.createSheet("Data");
            Row header = sheet.createRow(1);
            header.createCell(0).setCellValue("Entity");
            header.createCell(1).setCellValue("Year");
            header.createCell(2).setCellValue("military_expenditure_share_gdp");
            Row row = sheet.createRow(2);
            row.createCell(0).setCellValue("Burundi");
            row.createCell(1).setCellValue(2005);
            row.createCell(2).setCellFormula("4+0.44");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            book.write(bytes);
        }
        FoundFacts found = FoundFacts.in("sipri.xlsx", new ByteArrayInputStream(bytes.toByteArray()));
        assertThat(found.value("share-of-gdp", "BDI", 2005)).contains(new BigDecimal("4.44"));
        assertThat(found.issues).extracting(ImportIssue::kind).containsExactly(IssueKind.FORMULA_VALUE);
    }

    @Test
    void a_descriptor_of_ones_own_reads_a_table_with_a_column_per_year(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("own.yaml"), """
                id: own
                publisher: The house
                title: Police per person
                columns: [Code, Country]
                country: {column: Code, codes: cow}
                year: {columns: true}
                indicators:
                  - {id: police, name: Police officers, unit: "per 100,000 people", direction: neutral, min: 0}
                """);
        Files.writeString(folder.resolve("broken.yaml"), "id: broken\npublisher: x\n");
        Descriptors descriptors = Descriptors.with(folder);
        assertThat(descriptors.issues())
                .singleElement()
                .extracting(ImportIssue::file)
                .isEqualTo("sources/broken.yaml");
        IndicatorReader reader = new IndicatorReader(Countries.shipped(), descriptors);
        FoundFacts found = new FoundFacts();
        reader.read(
                new ByteArrayInputStream("Code\tCountry\t2004\t2005\n516\tBurundi\t120\tNA\n"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                "police.tsv",
                found);
        assertThat(found.value("police", "BDI", 2004)).contains(new BigDecimal("120"));
        assertThat(found.value("police", "BDI", 2005)).isEmpty();
    }

    private static final String OWN_PLACE = """
            id: village-survey
            publisher: Office of Statistics (invented)
            title: Survey
            columns: [place, year, safe]
            country: {column: place, codes: iso3, own: [%s]}
            year: {column: year}
            indicators: [{column: safe, id: safe, name: Feel safe, direction: higher-is-better, unit: "%%"}]
            """;

    @Test
    void a_table_of_ones_own_may_tell_of_a_place_under_a_code_left_to_users(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("village.yaml"), OWN_PLACE.formatted("XOV"));
        Descriptors descriptors = Descriptors.with(folder);
        assertThat(descriptors.issues()).isEmpty();
        FoundFacts found = new FoundFacts();
        new IndicatorReader(Countries.shipped(), descriptors)
                .read(
                        new ByteArrayInputStream("place,year,safe\nXOV,2025,41.5\nBDI,2025,40\nXOW,2025,12\n"
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        "village.csv",
                        found);
        assertThat(found.value("safe", "XOV", 2025)).contains(new BigDecimal("41.5"));
        assertThat(found.value("safe", "BDI", 2025)).contains(new BigDecimal("40"));
        assertThat(found.values)
                .as("only places that are named in the descriptor")
                .hasSize(2);
        assertThat(found.issues).extracting(ImportIssue::kind).containsExactly(IssueKind.UNKNOWN_COUNTRY);
        assertThat(Countries.shipped().all()).extracting(Country::iso3).doesNotContain("XOV");
    }

    @ParameterizedTest
    @CsvSource({"BDI", "XKX", "ABX", "Orvelia"})
    void a_place_of_ones_own_has_no_code_of_a_country(String code, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("village.yaml"), OWN_PLACE.formatted(code));
        assertThat(Descriptors.with(folder).issues())
                .singleElement()
                .satisfies(
                        issue -> assertThat(issue.arguments().getLast()).contains(code, "ISO 3166-1 leaves to users"));
    }

    @Test
    void a_descriptor_that_cannot_be_read_stops_nothing_and_is_named(@TempDir Path folder) throws IOException {
        Files.write(
                folder.resolve("latin.yaml"),
                "title: \u00e9t\u00e9\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        Files.createDirectory(folder.resolve("folder.yaml"));
        Files.createSymbolicLink(folder.resolve("nowhere.yaml"), folder.resolve("gone"));
        Descriptors descriptors = Descriptors.with(folder);
        assertThat(descriptors.issues())
                .extracting(ImportIssue::file)
                .containsExactly("sources/folder.yaml", "sources/latin.yaml", "sources/nowhere.yaml");
        assertThat(org.salus.framework.Wording.english().say(descriptors.notRecognised()))
                .contains("sources/latin.yaml (UTF-8)");
        assertThat(Descriptors.shipped().notRecognised().key()).isEqualTo("evidence.file.not-recognised");
    }

    @Test
    void every_shipped_descriptor_can_be_used() {
        assertThat(Descriptors.shipped().issues()).isEmpty();
        assertThat(Descriptors.shipped().all()).hasSize(11);
    }
}
