package org.salus.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.SharedData;
import org.salus.evidence.Evidence;
import org.salus.evidence.LoadInput;
import org.salus.evidence.Progress;
import org.salus.frame.web.Address;
import org.salus.framework.Figure;
import org.salus.framework.ReformArea;
import org.salus.framework.Wording;
import org.salus.portfolio.Measure;
import org.salus.portfolio.SupportRow;
import org.salus.portfolio.Supports;

/**
 * Figures about real releases that were computed from the rows of the files by another way than the program's; docs/coordination.md tells them with the rows
 * they rest on. Which area an activity is sorted into is taken from the program; everything else is not.
 */
@Tag("slow")
class WorkedExamplesTest {
    private static final Coordinations COORDINATIONS = new Coordinations(Supports.shipped());
    private static final String RELEASE = "US-501c3-522318905-SG-";

    @TempDir
    Path folder;

    private interface Work {
        void on(Evidence evidence, Coordination all);
    }

    private void with(String file, String country, Work work) throws IOException {
        Path path = SharedData.file(file);
        try (Evidence evidence = Evidence.open(folder.resolve("data"))) {
            evidence.loads()
                    .load(List.of(new LoadInput(path.getFileName().toString(), "", path)), null, Progress.SILENT);
            work.on(evidence, COORDINATIONS.of(evidence.snapshot(), CoordinationQuestion.of(country, Address.of(""))));
        }
    }

    /** How money is spread in an area, or in all, in all years together. */
    private static Concentration spread(Coordination all, @Nullable String area) {
        return all.concentrations().stream()
                .filter(one -> one.year().isEmpty()
                        && one.area().equals(Optional.ofNullable(area).map(ReformArea::of)))
                .findFirst()
                .orElseThrow();
    }

    private static void assertSpread(
            Concentration spread, String herfindahl, String effective, int relations, int significant, String ratio) {
        assertThat(spread.herfindahl().valueIfAny()).contains(new BigDecimal(herfindahl));
        assertThat(spread.effectiveDonors().valueIfAny()).contains(new BigDecimal(effective));
        assertThat(spread.fragmentation().valueIfAny())
                .contains(new Concentration.Fragmentation(relations, significant, new BigDecimal(ratio)));
    }

    private static List<String> notSignificant(Concentration spread) {
        return spread.donors().stream()
                .filter(one -> !one.significant())
                .map(Concentration.DonorShare::donor)
                .toList();
    }

    private static Finding finding(Coordination all, String key) {
        return all.findings().findings().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(key + " is not among "
                        + all.findings().findings().stream().map(Finding::key).toList()));
    }

    private static String say(Finding finding) {
        return Wording.english().say(finding.says());
    }

    private static List<String> reasons(Finding finding) {
        return finding.reasons().stream().map(Wording.english()::say).toList();
    }

    private static BigDecimal money(Finding finding) {
        return finding.rows().stream().map(SupportRow::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<String> numbers(Finding finding) {
        return finding.activities().stream()
                .map(identifier -> identifier.substring(RELEASE.length()))
                .toList();
    }

    private static List<String> levels(Coordination all) {
        return all.levels().parts().stream()
                .map(part -> part.level().code() + " "
                        + part.money().setScale(2, RoundingMode.HALF_UP).toPlainString())
                .toList();
    }

    private static Predictability.Volatility volatility(Coordination all, @Nullable String area) {
        return all.predictability().volatilities().stream()
                .filter(one -> one.area().equals(Optional.ofNullable(area).map(ReformArea::of)))
                .findFirst()
                .orElseThrow();
    }

    private static void assertVolatility(Predictability.Volatility one, String variation, String logChange) {
        assertThat(one.variation().valueIfAny()).contains(new BigDecimal(variation));
        assertThat(one.logChange().valueIfAny()).contains(new BigDecimal(logChange));
    }

    /** The revealed comparative advantage of a donor in an area. */
    private static Optional<BigDecimal> advantage(Evidence evidence, String country, String donor, String area) {
        return COORDINATIONS
                .donor(evidence.snapshot(), CoordinationQuestion.of(country, Address.of("")), donor)
                .profile()
                .areas()
                .stream()
                .filter(one -> one.area() == ReformArea.of(area))
                .findFirst()
                .orElseThrow()
                .advantage()
                .valueIfAny();
    }

    private static List<String> received(Localisation localisation) {
        return localisation.parts().stream()
                .filter(part -> part.money().signum() != 0)
                .map(part -> part.receiver().code() + " "
                        + part.money().setScale(2, RoundingMode.HALF_UP).toPlainString())
                .toList();
    }

    private static Localisation localisation(Coordination all, Localisation.Definition definition) {
        return all.localisations().stream()
                .filter(one -> one.definition() == definition)
                .findFirst()
                .orElseThrow();
    }

    private static PartnershipIndicator indicator(Coordination all, String code) {
        return all.partnership().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void burundi() throws IOException {
        with("aims/iati_1.04_BurundiAIMS_GeocodedResearchRelease.xml", "BDI", (evidence, all) -> {
            assertThat(all.measure()).isEqualTo(Measure.DISBURSEMENTS);
            Concentration region = spread(all, "4c");
            assertThat(region.herfindahl()).isInstanceOf(Figure.Known.class);
            assertSpread(region, "0.3295794916", "3.0341693745", 4, 3, "0.2500000000");
            assertThat(notSignificant(region)).containsExactly("UN Peacebuilding Fund");

            // The file has "Unspecified" in the place of the donor of 000762: 5 061 005 of nobody named.
            Concentration peace = spread(all, "4x");
            assertThat(peace.total()).isEqualByComparingTo("38481123.51");
            assertThat(peace.attributed()).isEqualByComparingTo("29705663.51");
            assertSpread(peace, "0.2536126516", "3.9430209557", 15, 13, "0.1333333333");
            assertThat(notSignificant(peace)).containsExactly("Belgium", "European Union");
            assertThat(spread(all, null).attributed()).isEqualByComparingTo("127326643");
            assertThat(spread(all, null).herfindahl().valueIfAny()).contains(new BigDecimal("0.1565370760"));

            Finding police = finding(all, "overlap/2b//2008-2011");
            assertThat(numbers(police))
                    .containsExactly(
                            "BDI/000200", "BDI/000365", "BDI/000450", "BDI/000638", "BDI/000681", "BDI/000695");
            assertThat(money(police)).isEqualByComparingTo("12274717.49");

            assertThat(all.balance().oversight().valueIfAny()).contains(new BigDecimal("0.1865633976"));
            assertThat(all.balance().oversightWithJustice().valueIfAny()).contains(new BigDecimal("0.6003572578"));
            assertThat(levels(all))
                    .containsExactlyInAnyOrder(
                            "bilateral 90341178.00",
                            "regional 23854254.00",
                            "international 65235109.00",
                            "private 87808.00",
                            "several 68796489.00",
                            "cannot-be-told 5061005.00");

            assertVolatility(volatility(all, null), "0.8089196803", "2.6639071626");
            assertThat(advantage(evidence, "BDI", "Netherlands", "1x")).contains(new BigDecimal("13.0514020314"));
            assertThat(advantage(evidence, "BDI", "Netherlands", "1a")).contains(new BigDecimal("4.8533298613"));
            assertThat(advantage(evidence, "BDI", "Netherlands", "2b")).contains(new BigDecimal("1.9963814083"));
        });
    }

    @Test
    void somalia() throws IOException {
        with("aims/iati_2.03_SomaliaAIMS_GeocodedResearchRelease.xml", "SOM", (evidence, all) -> {
            Concentration mines = spread(all, "4b");
            assertThat(mines.total()).isEqualByComparingTo("12882408");
            assertThat(mines.attributed()).isEqualByComparingTo("12107408");
            assertSpread(mines, "0.4290927057", "2.3304987167", 6, 5, "0.1666666667");
            assertThat(notSignificant(mines)).containsExactly("Netherlands");

            Finding overlap = finding(all, "overlap/4b//2008-2013");
            assertThat(overlap.activities()).hasSize(14);
            assertThat(numbers(overlap)).doesNotContain("SOM/000624", "SOM/000625");
            assertThat(reasons(overlap))
                    .contains(
                            "Donors: Denmark, European Union, Japan, Netherlands, Norway, Sweden, Switzerland.",
                            "Most at once: 4 donors, in 2009.",
                            "2 activities of which nobody named the donor are not counted as overlap.");

            Finding police = finding(all, "falling/2b//2009-2014");
            assertThat(say(police)).contains("84.2 %");
            assertThat(numbers(police)).containsExactly("SOM/000266", "SOM/000657", "SOM/001148", "SOM/001246");
            assertThat(money(police)).isEqualByComparingTo("13887871");

            assertVolatility(volatility(all, "4b"), "1.1415282911", "2.6466485460");
            assertThat(advantage(evidence, "SOM", "Sweden", "4b")).contains(new BigDecimal("8.4704773426"));
            assertThat(levels(all))
                    .containsExactlyInAnyOrder(
                            "bilateral 193734385.07",
                            "regional 24137235.00",
                            "international 5204756.00",
                            "several 20482944.00",
                            "cannot-be-told 775000.00");
        });
    }

    @Test
    void colombia() throws IOException {
        with("aims/iati_2.03_ColombiaAIMS_GeocodedResearchRelease.xml", "COL", (evidence, all) -> {
            assertThat(all.measure()).isEqualTo(Measure.COMMITMENTS);
            Concentration mines = spread(all, "4b");
            assertThat(mines.total()).isEqualByComparingTo("11681331.7486631");
            assertSpread(mines, "0.5231047911", "1.9116628581", 6, 4, "0.3333333333");
            assertThat(notSignificant(mines)).containsExactly("Germany", "Switzerland");

            Finding fall = finding(all, "falling/4a//2008-2013");
            assertThat(say(fall)).contains("99.6 %");
            assertThat(numbers(fall)).containsExactly("COL172", "COL267");
            assertThat(money(fall)).isEqualByComparingTo("20513457.4551867");

            assertThat(numbers(finding(all, "cliff/3/United States/2017-03-01")))
                    .containsExactly("COL665");
            assertThat(numbers(finding(all, "cliff/4b/Canada/2016-07-24"))).containsExactly("COL72");
            Finding alone = finding(all, "one-donor/4b/European Union/2011-2013");
            assertThat(say(alone)).contains("92.5 %");
            assertThat(money(alone)).isEqualByComparingTo("8023798.002295");

            assertThat(advantage(evidence, "COL", "European Union", "4b")).contains(new BigDecimal("1.9285567654"));
            assertThat(advantage(evidence, "COL", "European Union", "4a")).contains(new BigDecimal("0.0083813059"));
        });
    }

    @Test
    void usaid_in_libya() throws IOException {
        with("iati/activities/usaid/usaid-ly.xml", "LBY", (evidence, all) -> {
            assertThat(spread(all, null).total()).isEqualByComparingTo("171826511");
            assertThat(spread(all, "4x").total()).isEqualByComparingTo("169839182.65");
            assertThat(spread(all, "3").total()).isEqualByComparingTo("1631328.35");
            assertThat(spread(all, "2x").total()).isEqualByComparingTo("356000");
            assertVolatility(volatility(all, null), "0.5030719530", "0.6098544916");

            Localisation first = localisation(all, Localisation.Definition.FIRST_RECEIVER);
            assertThat(received(first)).containsExactlyInAnyOrder("other 166635994.00", "cannot-be-told 5190517.00");
            assertThat(first.national().valueIfAny()).contains(new BigDecimal("0.0000000000"));
            assertThat(first.nationalAtMost().valueIfAny()).contains(new BigDecimal("0.0302078938"));
            Localisation last = localisation(all, Localisation.Definition.LAST_KNOWN_RECEIVER);
            assertThat(received(last)).containsExactlyInAnyOrder("other 169335994.00", "cannot-be-told 2490517.00");
            assertThat(last.nationalAtMost().valueIfAny()).contains(new BigDecimal("0.0144943698"));
            // Every row is of an activity with type of aid C01, a project.
            assertThat(indicator(all, "9b").value().valueIfAny()).contains(new BigDecimal("0.0000000000"));
        });
    }

    @Test
    void usaid_in_burundi() throws IOException {
        with("iati/activities/usaid/usaid-bi.xml", "BDI", (evidence, all) -> {
            assertThat(spread(all, null).total()).isEqualByComparingTo("15623183");
            assertThat(spread(all, "3").total()).isEqualByComparingTo("6410863");
            assertVolatility(volatility(all, null), "0.6043386866", "0.3486673619");
            assertThat(received(localisation(all, Localisation.Definition.FIRST_RECEIVER)))
                    .containsExactlyInAnyOrder("other 13785423.00", "cannot-be-told 1837760.00");
        });
    }

    @Test
    void two_hundred_publishers_in_somalia() throws IOException {
        with("iati/activities/hdx/hdx-dportal-2021-06-08.tar.xz", "SOM", (evidence, all) -> {
            Predictability.PlanYear year = all.predictability().years().stream()
                    .filter(one -> one.year() == 2020)
                    .findFirst()
                    .orElseThrow();
            assertThat(all.predictability().years().stream().map(Predictability.PlanYear::year))
                    .containsExactly(2017, 2018, 2019, 2020, 2021);
            assertThat(year.activities()).hasSize(12);
            assertThat(year.planned().setScale(2, RoundingMode.HALF_UP)).isEqualByComparingTo("24939883.41");
            assertThat(year.paid().setScale(2, RoundingMode.HALF_UP)).isEqualByComparingTo("24330362.71");
            assertThat(year.paidOfPlanned().valueIfAny()).contains(new BigDecimal("0.9755604033"));
            assertThat(year.asPlanned().valueIfAny()).contains(new BigDecimal("0.9388471305"));
            PartnershipIndicator annual = indicator(all, "5a");
            assertThat(annual.value().valueIfAny()).contains(new BigDecimal("0.9388471305"));
            assertThat(annual.year()).contains(2020);
            // Three donors plan something for 2021; budgets for 2022 and later are all of zero.
            PartnershipIndicator ahead = indicator(all, "5b");
            assertThat(ahead.value().valueIfAny()).contains(new BigDecimal("0.3224041869"));
            assertThat(ahead.activities()).doesNotContain("XI-IATI-EC_FPI-2018/398-964");

            assertThat(received(localisation(all, Localisation.Definition.FIRST_RECEIVER)))
                    .containsExactlyInAnyOrder(
                            "national-institution 50000.00", "other 31158080.96", "cannot-be-told 5000103.64");
            assertThat(received(localisation(all, Localisation.Definition.LAST_KNOWN_RECEIVER)))
                    .containsExactlyInAnyOrder("other 31208080.96", "cannot-be-told 5000103.64");
        });
    }
}
