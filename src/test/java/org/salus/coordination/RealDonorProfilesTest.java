package org.salus.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salus.SharedData;
import org.salus.evidence.Evidence;
import org.salus.evidence.LoadInput;
import org.salus.evidence.Progress;
import org.salus.evidence.Snapshot;
import org.salus.frame.web.Address;
import org.salus.portfolio.Supports;

/** Profiles of all donors in real releases: the figures they had when all of coordination was computed for them; computed from the map alone, say the same as those computed from all that coordination looks at. */
class RealDonorProfilesTest {
    @TempDir
    Path folder;

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "aims/iati_1.04_BurundiAIMS_GeocodedResearchRelease.xml,BDI,27,Germany,29718014.00,3,1.7640207359",
        "aims/iati_2.03_SomaliaAIMS_GeocodedResearchRelease.xml,SOM,23,United States,102848695,2,0.5088593331",
        "aims/iati_2.03_ColombiaAIMS_GeocodedResearchRelease.xml,COL,19,European Union,73143098.6239923,4,0.5981151106"
    })
    void the_map_alone_gives_every_figure_of_every_profile(
            String file, String iso3, int donors, String largest, BigDecimal money, int areas, BigDecimal advantage)
            throws IOException {
        Path path = SharedData.file(file);
        try (Evidence evidence = Evidence.open(folder)) {
            evidence.loads()
                    .load(List.of(new LoadInput(path.getFileName().toString(), "", path)), null, Progress.SILENT);
            Snapshot snapshot = evidence.snapshot();
            CoordinationQuestion question = CoordinationQuestion.of(iso3, Address.of("/"));
            Coordinations coordinations = new Coordinations(Supports.shipped());
            List<DonorProfile> fromMap = coordinations.donors(snapshot, question).stream()
                    .map(DonorAnswer::profile)
                    .toList();
            List<DonorProfile> fromAll = CompetencyAnalysis.of(
                    coordinations.inputs(snapshot, question, Judged.NOTHING).ofDonors(),
                    Thresholds.shipped(),
                    fromMap.stream().map(DonorProfile::donor).toList(),
                    snapshot.activities().resultsIn(question.country()));
            assertThat(fromMap).hasSize(donors).isEqualTo(fromAll);
            DonorProfile first =
                    coordinations.donor(snapshot, question, largest).profile();
            assertThat(first.total()).isEqualByComparingTo(money);
            assertThat(first.areas()).hasSize(areas);
            assertThat(first.areas().getFirst().advantage().valueIfAny().orElseThrow())
                    .isEqualByComparingTo(advantage);
            assertThat(fromMap.stream().map(DonorProfile::total)).allMatch(one -> one.compareTo(money) <= 0);
        }
    }
}
