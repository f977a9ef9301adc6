package org.salus.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salus.evidence.Countries;
import org.salus.evidence.Donors;
import org.salus.evidence.Evidence;
import org.salus.evidence.LoadInput;
import org.salus.evidence.Progress;

/** Whom the names of donors stand for in the map of support: ministries and agencies for their country, words for nobody for nobody, each name kept as written. */
class CanonicalDonorsTest {
    private static final Donors DONORS = Donors.shipped();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Page|Sweden",
                "sida|Sweden",
                "Dutch MFA|Netherlands",
                "Belgium/BTC|Belgium",
                "Enabel|Belgium",
                "Swiss/SDC|Switzerland",
                "DEZA|Switzerland",
                "Japan/JICA|Japan",
                "USA/USAID|United States",
                "Bureau of International Narcotics and Law Enforcement Affairs|United States",
                "GTZ|Germany",
                "Deutschland - Auswärtiges Amt|Germany",
                "FCDO|United Kingdom",
                "UK - Ministry of Defence|United Kingdom",
                "Agence Française de Développement|France",
                "DFAT / Irish Aid|Ireland",
                "Australian DFAT|Australia",
                "TIKA|Türkiye",
                "KOICA|South Korea",
                "European Commission - Service for Foreign Policy Instruments|European Union",
            })
    void ministries_and_agencies_stand_for_their_donor(String name, String donor) {
        assertThat(DONORS.of(name).name()).isEqualTo(donor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"DFAT", "Ministry of Foreign Affairs", "Ministry of Defence", "ADA", "INL", "Federal Ministry"})
    void a_name_that_several_countries_could_have_stands_for_itself(String name) {
        assertThat(DONORS.of(name)).isEqualTo(new Donors.Donor(name, "unknown"));
    }

    @Test
    void no_name_stands_for_two_donors() {
        Map<String, Donors.Donor> first = new HashMap<>();
        for (Donors.Line line : DONORS.lines()) {
            Donors.Donor before = first.putIfAbsent(line.name().strip().toLowerCase(Locale.ROOT), line.donor());
            assertThat(before == null || before.equals(line.donor()))
                    .as(line.name())
                    .isTrue();
        }
    }

    private static String activity(String id, String paid, String... funders) {
        StringBuilder named = new StringBuilder();
        for (String funder : funders) {
            named.append("<participating-org role=\"1\"><narrative>")
                    .append(funder)
                    .append("</narrative></participating-org>");
        }
        return """
                <iati-activity default-currency="USD"><iati-identifier>%s</iati-identifier>
                <reporting-org ref="XM-1" type="40"><narrative>A registry</narrative></reporting-org>
                <title><narrative>Training of the police</narrative></title>%s<recipient-country code="BI"/>
                <transaction><transaction-type code="3"/><transaction-date iso-date="2010-05-06"/><value value-date="2010-05-06">%s</value></transaction>
                </iati-activity>""".formatted(id, named, paid);
    }

    private SupportMap map(String activities) throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.xml"), "<iati-activities version=\"2.03\">" + activities + "</iati-activities>");
        try (Evidence evidence = Evidence.open(folder.resolve("data"))) {
            evidence.loads().load(List.of(new LoadInput("a.xml", "", file)), null, Progress.SILENT);
            return Supports.shipped()
                    .of(evidence.snapshot(), Countries.shipped().get("BDI"), Period.ALL);
        }
    }

    @Test
    void a_word_for_nobody_is_a_donor_that_is_not_named_and_everything_still_adds_up() throws IOException {
        SupportMap map = map(activity("A", "5", "Unspecified")
                + activity("B", "7", "CARRYOVER")
                + activity("C", "11", "Belgium/BTC", "Enabel")
                + activity("D", "13", "Belgium", "unspecified")
                + activity("E", "17", "Norad"));

        Map<String, BigDecimal> paid = new HashMap<>();
        map.donors().forEach(donor -> paid.put(donor.name(), donor.amounts().of(Measure.DISBURSEMENTS)));
        assertThat(paid.get(DonorSupport.UNNAMED)).isEqualByComparingTo("12");
        assertThat(paid.get("Belgium")).isEqualByComparingTo("11");
        assertThat(paid.get("Norway")).isEqualByComparingTo("17");
        // Somebody else than Belgium, whoever it is, pays as well.
        assertThat(paid.get(DonorSupport.SEVERAL)).isEqualByComparingTo("13");
        assertThat(paid).doesNotContainKey("Unspecified");
        assertThat(paid.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(map.totals().of(Measure.DISBURSEMENTS));
    }

    @Test
    void names_stay_as_the_files_write_them() throws IOException {
        SupportMap map = map(activity("A", "5", "Unspecified") + activity("C", "11", "Belgium/BTC", "Enabel"));

        Map<String, List<String>> names = new HashMap<>();
        map.donors().forEach(donor -> names.put(donor.name(), donor.names()));
        assertThat(names.get(DonorSupport.UNNAMED)).containsExactly("Unspecified");
        assertThat(names.get("Belgium")).containsExactly("Belgium/BTC", "Enabel");
    }
}
