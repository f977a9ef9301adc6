package org.salus.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.SharedData;

/** The published control totals of real releases, through the loader and the store. */
class LoadedCountriesTest {
    @TempDir
    Path folder;

    @Test
    void burundis_release_has_its_control_totals_as_xml_and_as_zip() {
        for (String file : List.of(
                "aims/iati_1.04_BurundiAIMS_GeocodedResearchRelease.xml",
                "aims/BurundiAIMS_GeocodedResearchRelease_Level1_v1.0.0.zip")) {
            try (Evidence evidence = Evidence.open(folder.resolve(file.replace('/', '-')))) {
                load(evidence, file);
                List<Activity> burundi =
                        evidence.snapshot().activities().in(Countries.shipped().get("BDI"));
                assertThat(burundi).hasSize(950);
                assertThat(burundi.stream().filter(a -> a.locations() > 0)).hasSize(930);
                assertThat(burundi.stream().mapToInt(Activity::locations).sum()).isEqualTo(7_562);
                assertThat(burundi.stream()
                                .flatMap(a -> a.participants().stream())
                                .map(p -> p.party().name())
                                .distinct())
                        .hasSize(135);
                assertThat(sum(burundi, Transaction::isCommitment)).isEqualByComparingTo("6143742020");
                assertThat(sum(burundi, Transaction::isDisbursement)).isEqualByComparingTo("4088341432");
                List<Activity> peace =
                        burundi.stream().filter(Activity::isPeaceAndSecurity).toList();
                assertThat(peace).hasSize(55);
                assertThat(sum(peace, Transaction::isCommitment)).isEqualByComparingTo("232802426");
                assertThat(sum(peace, Transaction::isDisbursement)).isEqualByComparingTo("159862430");
            }
        }
    }

    @Tag("slow")
    @Test
    void a_newer_release_replaces_the_older_one_as_a_whole_whatever_the_order_and_form() {
        String older = "aims/NigeriaAIMS_GeocodedResearchRelease_Level1_v1.3.1.zip";
        String newer = "aims/NigeriaAIMS_GeocodedResearchRelease_Level1_v1.3.2.zip";
        for (List<String> order : List.of(List.of(older, newer), List.of(newer, older), List.of(newer))) {
            try (Evidence evidence = Evidence.open(folder.resolve("nigeria" + order.hashCode()))) {
                order.forEach(file -> load(evidence, file));
                List<Activity> nigeria =
                        evidence.snapshot().activities().in(Countries.shipped().get("NGA"));
                assertThat(nigeria).hasSize(376);
                assertThat(sum(nigeria, Transaction::isCommitment)).isEqualByComparingTo("829947654");
                assertThat(sum(nigeria, Transaction::isDisbursement)).isEqualByComparingTo("623670130");
                assertThat(nigeria.stream().mapToInt(Activity::locations).sum()).isEqualTo(1_408);
            }
        }
    }

    @Tag("slow")
    @Test
    void somalia_and_colombia_have_their_control_totals() {
        try (Evidence evidence = Evidence.open(folder)) {
            load(
                    evidence,
                    "aims/SomaliaAIMS_GeocodedResearchRelease_Level1_v1.0.zip",
                    "aims/SomaliaAIMS_GeocodedResearchRelease_Level1_v1.1.1.zip",
                    "aims/iati_2.03_SomaliaAIMS_GeocodedResearchRelease.xml",
                    "aims/iati_2.03_ColombiaAIMS_GeocodedResearchRelease.xml");
            List<Activity> somalia =
                    evidence.snapshot().activities().in(Countries.shipped().get("SOM"));
            assertThat(somalia).hasSize(1_217);
            assertThat(sum(somalia, Transaction::isCommitment)).isEqualByComparingTo("2366300654");
            assertThat(sum(somalia, Transaction::isDisbursement)).isEqualByComparingTo("1538984962");
            List<Activity> colombia =
                    evidence.snapshot().activities().in(Countries.shipped().get("COL"));
            assertThat(colombia).hasSize(693);
            assertThat(sum(colombia, Transaction::isCommitment)).isEqualByComparingTo("849351099.78478307");
        }
    }

    static LoadReport load(Evidence evidence, String... files) {
        List<LoadInput> inputs = Arrays.stream(files)
                .map(SharedData::file)
                .map(path -> new LoadInput(path.getFileName().toString(), path.toString(), path))
                .toList();
        LoadReport report = evidence.loads().load(inputs, null, Progress.SILENT);
        assertThat(report.hasFailures()).isFalse();
        return report;
    }

    private static BigDecimal sum(List<Activity> activities, Predicate<Transaction> which) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Activity activity : activities) {
            for (Transaction transaction : activity.transactions()) {
                if (which.test(transaction) && transaction.amount() != null) {
                    sum = sum.add(transaction.amount());
                }
            }
        }
        return sum;
    }
}
