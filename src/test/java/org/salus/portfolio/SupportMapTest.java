package org.salus.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salus.SharedData;
import org.salus.evidence.Countries;
import org.salus.evidence.Country;
import org.salus.evidence.Evidence;
import org.salus.evidence.LoadInput;
import org.salus.evidence.Progress;

/** Maps of support drawn from real releases: the published totals come out, and every figure adds up from its rows. */
class SupportMapTest {
    @TempDir
    Path folder;

    @Test
    void burundis_totals_are_those_of_its_release_and_areas_donors_and_years_add_up_to_them() {
        SupportMap map = map("BDI", Period.ALL, "aims/iati_1.04_BurundiAIMS_GeocodedResearchRelease.xml");

        assertThat(map.activities()).hasSize(950);
        assertThat(map.located()).isEqualTo(930);
        assertThat(map.locations()).isEqualTo(7_562);
        assertThat(map.donorNames()).isEqualTo(135);
        assertThat(map.totals().commitments()).isEqualByComparingTo("6143742020");
        assertThat(map.totals().disbursements()).isEqualByComparingTo("4088341432");
        assertThat(map.peaceAndSecurity().activities()).isEqualTo(55);
        assertThat(map.peaceAndSecurity().amounts().commitments()).isEqualByComparingTo("232802426");
        assertThat(map.peaceAndSecurity().amounts().disbursements()).isEqualByComparingTo("159862430");
        assertAddsUp(map);
    }

    @Test
    void colombias_amounts_keep_all_their_decimals() {
        SupportMap map = map("COL", Period.ALL, "aims/iati_2.03_ColombiaAIMS_GeocodedResearchRelease.xml");

        assertThat(map.totals().commitments()).isEqualByComparingTo("849351099.78478307");
        assertThat(map.peaceAndSecurity().activities()).isEqualTo(112);
        assertAddsUp(map);
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "BDI,BurundiAIMS_GeocodedResearchRelease_Level1_v1.0.0.zip,55,232.8,159.9",
        "SOM,SomaliaAIMS_GeocodedResearchRelease_Level1_v1.1.1.zip,162,222.5,154.8",
        "COL,ColombiaAIMS_GeocodedResearchRelease_Level1_v1.1.1.zip,112,246.4,0.0",
        "NGA,NigeriaAIMS_GeocodedResearchRelease_Level1_v1.3.2.zip,0,0.0,0.0"
    })
    void category_152_comes_out_of_the_releases_too(
            String iso3, String file, int activities, String commitments, String disbursements) {
        SupportMap map = map(iso3, Period.ALL, "aims/" + file);

        assertThat(map.peaceAndSecurity().activities()).isEqualTo(activities);
        assertThat(millions(map.peaceAndSecurity().amounts().commitments())).isEqualTo(commitments);
        assertThat(millions(map.peaceAndSecurity().amounts().disbursements())).isEqualTo(disbursements);
        assertAddsUp(map);
    }

    @Tag("slow")
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"BIH,ba,45342060,53,43", "BDI,bi,9156134,21,14", "IRQ,iq,619055101,31,24", "LBY,ly,168795709,13,13"})
    void usaids_disbursements_in_152xx_are_counted_at_the_transactions_that_carry_the_code(
            String iso3, String file, BigDecimal usd, int activities, int disbursing) {
        SupportMap map = map(iso3, Period.ALL, "iati/activities/usaid/usaid-" + file + ".xml");

        assertThat(map.peaceAndSecurity().activities()).isEqualTo(activities);
        assertThat(map.peaceAndSecurity().amounts().disbursements()).isEqualByComparingTo(usd);
        assertThat(map.rows(new SupportMap.Filter(Measure.DISBURSEMENTS, null, null, null, null, null, true)).stream()
                        .map(SupportRow::activity)
                        .distinct())
                .hasSize(disbursing);
        assertAddsUp(map);
    }

    @Test
    void a_period_shows_its_years_only_and_says_what_it_leaves_out() {
        SupportMap all = map("BDI", Period.ALL, "aims/iati_1.04_BurundiAIMS_GeocodedResearchRelease.xml");
        SupportMap some = map("BDI", new Period(2010, 2012), "aims/iati_1.04_BurundiAIMS_GeocodedResearchRelease.xml");

        BigDecimal expected = BigDecimal.ZERO;
        for (int year = 2010; year <= 2012; year++) {
            expected = expected.add(
                    SupportMap.sum(all.rows(new SupportMap.Filter(null, null, null, null, year, null, null)))
                            .commitments());
        }
        assertThat(some.totals().commitments()).isEqualByComparingTo(expected);
        assertThat(some.leftOut()).anyMatch(left -> left.reason() == LeftOut.Reason.OUTSIDE_PERIOD);
        assertAddsUp(some);
    }

    private static String millions(BigDecimal usd) {
        return usd.movePointLeft(6).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    /** OECD's averages of 2010: 0.75464 euro, 0.64731 pounds and 1209.0383 Burundi francs for a dollar. */
    @Test
    void sums_in_another_currency_go_through_the_dollar_by_the_rates_of_the_year_and_what_was_published_in_it_stays()
            throws IOException {
        String xml = """
                <iati-activities version="2.03"><iati-activity default-currency="USD">
                <iati-identifier>R-1</iati-identifier><recipient-country code="BI"/>
                <transaction><transaction-type code="2"/><transaction-date iso-date="2010-05-06"/><value>100</value></transaction>
                <transaction><transaction-type code="2"/><transaction-date iso-date="2010-05-06"/><value currency="EUR">100</value></transaction>
                <transaction><transaction-type code="2"/><transaction-date iso-date="2010-05-06"/><value currency="GBP">100</value></transaction>
                <transaction><transaction-type code="2"/><transaction-date iso-date="1985-05-06"/><value currency="EUR">3</value></transaction>
                <transaction><transaction-type code="2"/><value currency="EUR">7</value></transaction>
                <transaction><transaction-type code="2"/><value>9</value></transaction>
                </iati-activity></iati-activities>
                """;
        Path file = Files.writeString(folder.resolve("currencies.xml"), xml);
        try (Evidence evidence = Evidence.open(folder.resolve("data"))) {
            evidence.loads().load(List.of(new LoadInput("currencies.xml", "", file)), null, Progress.SILENT);
            Supports supports = Supports.shipped();
            Country burundi = Countries.shipped().get("BDI");
            SupportMap dollars = supports.of(evidence.snapshot(), burundi, Period.ALL);
            SupportMap euros = supports.of(evidence.snapshot(), burundi, Period.ALL, "EUR");

            assertThat(dollars.currency()).isEqualTo("USD");
            assertThat(counted(dollars)).containsExactly("100.0000", "132.5135", "154.4855", "9.0000");
            assertThat(reasons(dollars)).containsExactly("3 EUR no-rate", "7 EUR no-date");
            assertThat(euros.currency()).isEqualTo("EUR");
            assertThat(counted(euros)).containsExactly("75.4640", "100.0000", "116.5809", "3.0000", "7.0000");
            assertThat(reasons(euros)).containsExactly("9 USD no-date");
            assertThat(euros.rows())
                    .allSatisfy(row -> assertThat(row.isConverted())
                            .isNotEqualTo(row.currency().equals("EUR")));
            assertAddsUp(euros);
        }
    }

    private static List<String> counted(SupportMap map) {
        return map.rows().stream()
                .map(row -> row.value().setScale(4, RoundingMode.HALF_EVEN).toPlainString())
                .toList();
    }

    private static List<String> reasons(SupportMap map) {
        return map.leftOutRows().stream()
                .map(row ->
                        row.amount() + " " + row.currency() + " " + row.reason().code())
                .toList();
    }

    /** Percentages that miss 100, overlap, are absurd or missing; amounts of any sign and size; several countries, currencies and donors. */
    @Tag("slow")
    @RepeatedTest(8)
    void whatever_is_published_the_rows_add_up(RepetitionInfo repetition) throws IOException {
        Random random = new Random(repetition.getCurrentRepetition());
        StringBuilder xml = new StringBuilder("<iati-activities version=\"2.03\">");
        for (int i = 0; i < 60; i++) {
            xml.append("<iati-activity default-currency=\"")
                    .append(one(random, "USD", "EUR", "BIF", "XXX", "ZZZ"))
                    .append("\"><iati-identifier>R-")
                    .append(random.nextInt(50))
                    .append("</iati-identifier><title><narrative>")
                    .append(one(
                            random,
                            "Police reform",
                            "Roads",
                            "Réforme de la justice",
                            "Demobilisation of soldiers",
                            ""))
                    .append("</narrative></title>");
            several(
                    random,
                    xml,
                    "<participating-org role=\"1\" ref=\"D-%d\"><narrative>Donor %<d</narrative></participating-org>",
                    5);
            several(random, xml, "<recipient-country code=\"BI\"" + percentage(random) + "/>", 3);
            several(random, xml, "<recipient-country code=\"RW\"" + percentage(random) + "/>", 2);
            several(random, xml, "<sector code=\"152%d0\" vocabulary=\"1\"" + percentage(random) + "/>", 7);
            several(random, xml, "<sector code=\"151%d0\" vocabulary=\"1\"" + percentage(random) + "/>", 4);
            for (int t = random.nextInt(6); t > 0; t--) {
                xml.append("<transaction><transaction-type code=\"")
                        .append(random.nextInt(1, 5))
                        .append("\"/><transaction-date iso-date=\"")
                        .append(one(random, "2012-05-06", "1901-01-01", "2199-12-31", "0000-00-00"))
                        .append("\"/><value>")
                        .append(one(random, "0", "-7", "0.01", "99999999999999", "1e12", "33.333333333333", "abc", ""))
                        .append("</value>");
                several(random, xml, "<sector code=\"152%d0\" vocabulary=\"1\"" + percentage(random) + "/>", 2);
                several(random, xml, "<recipient-country code=\"BI\"/>", 2);
                xml.append("</transaction>");
            }
            xml.append("</iati-activity>");
        }
        Path file = Files.writeString(folder.resolve("random.xml"), xml.append("</iati-activities>"));
        try (Evidence evidence = Evidence.open(folder.resolve("data"))) {
            evidence.loads().load(List.of(new LoadInput("random.xml", "", file)), null, Progress.SILENT);
            for (String country : List.of("BDI", "RWA")) {
                for (String currency : List.of("USD", "EUR", "BIF")) {
                    assertAddsUp(Supports.shipped()
                            .of(evidence.snapshot(), Countries.shipped().get(country), Period.ALL, currency));
                }
            }
        }
    }

    private static String one(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }

    private static String percentage(Random random) {
        return one(
                random,
                "",
                " percentage=\"33.3\"",
                " percentage=\"50\"",
                " percentage=\"100\"",
                " percentage=\"250\"",
                " percentage=\"0\"",
                " percentage=\"-1\"");
    }

    private static void several(Random random, StringBuilder xml, String element, int most) {
        for (int i = random.nextInt(most); i > 0; i--) {
            xml.append(String.format(java.util.Locale.ROOT, element, random.nextInt(1, 9)));
        }
    }

    private SupportMap map(String iso3, Period period, String... files) {
        try (Evidence evidence = Evidence.open(folder)) {
            List<LoadInput> inputs = Arrays.stream(files)
                    .map(SharedData::file)
                    .map(path -> new LoadInput(path.getFileName().toString(), path.toString(), path))
                    .toList();
            evidence.loads().load(inputs, null, Progress.SILENT);
            return Supports.shipped()
                    .of(evidence.snapshot(), Countries.shipped().get(iso3), period);
        }
    }

    private static void assertAddsUp(SupportMap map) {
        Amounts rows = SupportMap.sum(map.rows());
        for (Measure measure : Measure.values()) {
            BigDecimal total = map.totals().of(measure);
            assertThat(rows.of(measure)).isEqualByComparingTo(total);
            assertThat(map.areas().stream().map(a -> a.amounts().of(measure)).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(total);
            assertThat(map.donors().stream().map(d -> d.amounts().of(measure)).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(total);
            assertThat(map.activities().stream()
                            .map(a -> a.amounts().of(measure))
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(total);
            for (DonorSupport donor : map.donors()) {
                BigDecimal cells = map.areas().stream()
                        .map(area ->
                                map.cell(donor.name(), area.area()).amounts().of(measure))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(cells).isEqualByComparingTo(donor.amounts().of(measure));
            }
        }
        assertThat(map.areas().stream().mapToInt(AreaSupport::activities).sum())
                .isEqualTo(map.activities().size());
    }
}
