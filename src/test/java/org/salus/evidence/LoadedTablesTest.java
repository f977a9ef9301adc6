package org.salus.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.SharedData;

/** Events, CRS amounts, indicators and the demo pack, through the loader and the store. */
class LoadedTablesTest {
    @TempDir
    Path folder;

    @Tag("slow")
    @Test
    void published_figures_come_out_of_the_store() {
        try (Evidence evidence = Evidence.open(folder)) {
            LoadReport report = load(
                    evidence,
                    SharedData.file("conflict/conflict_data_col.csv"),
                    SharedData.file("conflict/conflict_data_nga.csv"),
                    SharedData.file("crs/crs_2015_sectors.csv"),
                    SharedData.file("crs/crs_2016_sectors.csv"),
                    SharedData.file("crs/crs_2017_sectors.csv"),
                    SharedData.file("governance/open_budget.csv"),
                    SharedData.file("governance/SIPRI Military Expenditure Database.csv"));
            assertThat(report.files())
                    .extracting(LoadReport.FileReport::outcome)
                    .doesNotContain(LoadReport.Outcome.FAILED);
            Observations observations = evidence.snapshot().observations();
            assertThat(deaths(observations, "COL", 0)).isEqualTo(27_617);
            assertThat(deaths(observations, "COL", 2002)).isEqualTo(3_427);
            assertThat(deaths(observations, "NGA", 0)).isEqualTo(57_032);
            assertThat(deaths(observations, "NGA", 2014)).isEqualTo(10_334);
            assertThat(world(observations, 2015)).isEqualTo("860.9");
            assertThat(world(observations, 2016)).isEqualTo("975.2");
            assertThat(world(observations, 2017)).isEqualTo("991.4");
            assertThat(value(observations, "BDI", "oversight", 2021).setScale(1, RoundingMode.HALF_UP))
                    .isEqualTo("24.1");
            assertThat(value(observations, "BDI", "share-of-gdp", 2005)).isEqualTo("4.44");
        }
    }

    @Test
    void the_demo_pack_loads_without_an_error() {
        try (Evidence evidence = Evidence.open(folder)) {
            List<Path> files = new ArrayList<>();
            for (String name : List.of(
                    "aid-burundi.xml.gz",
                    "crs-purposes-burundi.csv",
                    "open-budget-survey.csv",
                    "outlines-burundi.geojson",
                    "sipri-military-expenditure.csv",
                    "state-fragility.csv",
                    "treaties-burundi.csv",
                    "ucdp-ged-19.1-country-year-deaths.csv",
                    "v-dem-indices.csv",
                    "worldwide-governance-indicators.csv")) {
                files.add(Path.of("demo").resolve(name));
            }
            LoadReport report = load(evidence, files.toArray(Path[]::new));
            assertThat(report.files()).allSatisfy(file -> {
                assertThat(file.outcome()).as(file.file()).isNotEqualTo(LoadReport.Outcome.FAILED);
                assertThat(file.version())
                        .isNotNull()
                        .extracting(version -> version.counts().issues(Severity.ERROR))
                        .as(file.file())
                        .isEqualTo(0);
            });
            Country burundi = Countries.shipped().get("BDI");
            Snapshot snapshot = evidence.snapshot();
            List<Activity> activities = snapshot.activities().in(burundi);
            assertThat(activities).hasSize(950);
            assertThat(activities.stream().mapToInt(Activity::locations).sum()).isEqualTo(7_562);
            assertThat(sum(activities, true)).isEqualTo("6143742020");
            assertThat(sum(activities, false)).isEqualTo("4088341432");
            List<Activity> peace =
                    activities.stream().filter(Activity::isPeaceAndSecurity).toList();
            assertThat(peace).hasSize(55);
            assertThat(sum(peace, true)).isEqualTo("232802426");
            assertThat(sum(peace, false)).isEqualTo("159862430");
            assertThat(snapshot.observations().outlines(burundi, 1)).hasSize(17);
            assertThat(value(snapshot.observations(), "BDI", "deaths", 2003)).isEqualTo("1245");
        }
    }

    private static BigDecimal sum(List<Activity> activities, boolean commitments) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Activity activity : activities) {
            for (Transaction transaction : activity.transactions()) {
                boolean counts = commitments ? transaction.isCommitment() : transaction.isDisbursement();
                if (counts && transaction.amount() != null) {
                    sum = sum.add(transaction.amount());
                }
            }
        }
        return sum;
    }

    private static int deaths(Observations observations, String iso3, int year) {
        return observations.events(Countries.shipped().get(iso3)).stream()
                .filter(event -> year == 0 || event.year() == year)
                .mapToInt(ConflictEvent::best)
                .sum();
    }

    private static BigDecimal world(Observations observations, int year) {
        return observations.crsOfPurpose("15210").stream()
                .filter(amount -> amount.year() == year && !amount.isTotal())
                .map(CrsAmount::millionUsd)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(1, RoundingMode.HALF_UP);
    }

    private static BigDecimal value(Observations observations, String iso3, String series, int year) {
        return observations.indicators(Countries.shipped().get(iso3)).stream()
                .filter(one -> one.id().equals(series))
                .flatMap(one -> one.values().stream())
                .filter(value -> value.year() == year)
                .map(IndicatorSeries.Value::value)
                .findFirst()
                .orElseThrow();
    }

    private static LoadReport load(Evidence evidence, Path... files) {
        List<LoadInput> inputs = new ArrayList<>();
        for (Path file : files) {
            inputs.add(new LoadInput(String.valueOf(file.getFileName()), file.toString(), file));
        }
        return evidence.loads().load(inputs, null, Progress.SILENT);
    }
}
