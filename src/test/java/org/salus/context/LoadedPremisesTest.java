package org.salus.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.SharedData;
import org.salus.documents.Size;
import org.salus.evidence.Evidence;
import org.salus.evidence.LoadInput;
import org.salus.evidence.Progress;
import org.salus.evidence.Snapshot;
import org.salus.frame.AnswerJson;
import org.salus.framework.Figure;
import org.salus.framework.PremiseReading;
import org.salus.framework.Reach;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;

/** Premises of real countries, through the loader and the store. */
class LoadedPremisesTest {
    @TempDir
    Path folder;

    private final Premises premises = new Premises();

    private static Snapshot load(Evidence evidence, Path... files) {
        List<LoadInput> inputs = new ArrayList<>();
        for (Path file : files) {
            inputs.add(new LoadInput(String.valueOf(file.getFileName()), file.toString(), file));
        }
        evidence.loads().load(inputs, null, Progress.SILENT);
        return evidence.snapshot();
    }

    private static long best(Premise premise, int year) {
        return premise.perYear().stream()
                .filter(row -> row.year() == year)
                .findFirst()
                .orElseThrow()
                .best()
                .valueIfAny()
                .orElseThrow();
    }

    private static void reconciles(Premise premise) {
        long total = premise.best().valueIfAny().orElseThrow();
        assertThat(premise.perYear().stream()
                        .mapToLong(row -> row.best().valueIfAny().orElse(0L))
                        .sum())
                .isEqualTo(total);
        assertThat(premise.byType().valueIfAny().orElseThrow().stream()
                        .mapToLong(type -> type.deaths().best())
                        .sum())
                .isEqualTo(total);
    }

    @Tag("slow")
    @Test
    void colombia_and_nigeria_from_their_events() {
        try (Evidence evidence = Evidence.open(folder)) {
            Snapshot snapshot = load(
                    evidence,
                    SharedData.file("conflict/conflict_data_col.csv"),
                    SharedData.file("conflict/conflict_data_nga.csv"),
                    SharedData.file("conflict/ucdp-ged-19.1-country-year-deaths.csv"),
                    SharedData.file("geo/admin1-conflict-affected.geojson"));
            Premise colombia = premises.of(snapshot, Events.country("COL"), null, null);
            assertThat(colombia.best()).isEqualTo(Figure.known(27_617L));
            assertThat(best(colombia, 2002)).isEqualTo(3_427);
            assertThat(best(colombia, 2016)).isEqualTo(38);
            assertThat(colombia.nonStateEvents()).isEqualTo(Figure.known(new Share(4_565, 4_632)));
            assertThat(colombia.reading()).isEqualTo(PremiseReading.WIDESPREAD);
            assertThat(colombia.trend().valueIfAny().orElseThrow().direction())
                    .isEqualTo(Premise.Trend.Direction.FEWER);
            assertThat(colombia.regional().reach()).isEqualTo(Reach.NATIONAL);
            reconciles(colombia);

            Premise nigeria = premises.of(snapshot, Events.country("NGA"), null, null);
            assertThat(nigeria.best()).isEqualTo(Figure.known(57_032L));
            assertThat(best(nigeria, 2014)).isEqualTo(10_334);
            assertThat(nigeria.spread().touched().valueIfAny()).contains(new Share(37, 37));
            // Cameroon's government is a party in six events.
            assertThat(nigeria.regional().reach()).isEqualTo(Reach.CONSIDER_REGIONAL);
            assertThat(nigeria.regional()
                            .foreignEvents()
                            .valueIfAny()
                            .orElseThrow()
                            .part())
                    .isEqualTo(6);
            reconciles(nigeria);

            PremiseMap map = premises.map(snapshot, Events.country("NGA"), 2014, 2014);
            assertThat(map.units()).hasSize(37);
            assertThat(map.outline()).isPresent();
            assertThat(map.neighbours()).hasSize(4);
            assertThat(map.places().stream()
                            .mapToLong(place -> place.deaths().best())
                            .sum())
                    .isEqualTo(10_334);
            assertThat(map.drawing(Wording.english(), new Size(700))
                            .orElseThrow()
                            .svg())
                    .contains("Borno: 6\u202f960 deaths recorded");
            assertThat(premises.of(snapshot, Events.country("NGA"), null, null)).isSameAs(nigeria);
        }
    }

    @Test
    void burundi_from_yearly_deaths_alone() {
        try (Evidence evidence = Evidence.open(folder)) {
            Snapshot snapshot = load(
                    evidence,
                    Stream.of(
                                    "outlines-burundi.geojson",
                                    "state-fragility.csv",
                                    "open-budget-survey.csv",
                                    "ucdp-ged-19.1-country-year-deaths.csv",
                                    "worldwide-governance-indicators.csv")
                            .map(Path.of("demo")::resolve)
                            .toArray(Path[]::new));
            Premise burundi = premises.of(snapshot, Events.country("BDI"), 2005, 2014);
            assertThat(burundi.reading()).isEqualTo(PremiseReading.NOT_ENOUGH_INFORMATION);
            assertThat(burundi.best()).isInstanceOf(Figure.Known.class);
            assertThat(best(burundi, 2005)).isEqualTo(378);
            assertThat(burundi.trend()).isInstanceOf(Figure.Known.class);
            for (Figure<?> part : List.of(
                    burundi.events(),
                    burundi.nonStateEvents(),
                    burundi.byType(),
                    burundi.actors(),
                    burundi.spread().touched(),
                    burundi.borders().near(),
                    burundi.regional().across())) {
                assertThat(part).isInstanceOf(Figure.Unknown.class);
            }
            assertThat(burundi.regional().reach()).isEqualTo(Reach.NOT_ENOUGH_INFORMATION);
            assertThat(burundi.borders().neighbours()).hasSize(3);
            assertThat(burundi.others()).hasSize(4);
            PremiseMap map = premises.map(snapshot, Events.country("BDI"), 2005, 2014);
            assertThat(map.units())
                    .hasSize(17)
                    .allSatisfy(unit -> assertThat(unit.total()).isInstanceOf(Figure.Unknown.class));
            String json = AnswerJson.in(Wording.english()).writeValueAsString(burundi);
            assertThat(json).contains("yearly totals do not say who fought").doesNotContain("[context.");
        }
    }

    @Test
    void governance_shows_each_publisher_on_its_own_scale() {
        try (Evidence evidence = Evidence.open(folder)) {
            Snapshot snapshot = load(
                    evidence,
                    Path.of("demo/open-budget-survey.csv"),
                    Path.of("demo/sipri-military-expenditure.csv"),
                    Path.of("demo/ucdp-ged-19.1-country-year-deaths.csv"));
            GovernancePanel panel = premises.governance(snapshot, Events.country("BDI"));
            assertThat(panel.publishers())
                    .extracting(GovernancePanel.Publisher::descriptor)
                    .containsExactly("open-budget-survey", "sipri-military-expenditure");
            assertThat(panel.publishers().getFirst().series())
                    .allSatisfy(series -> assertThat(series.scale())
                            .isEqualTo(
                                    Figure.known(new GovernancePanel.Scale(BigDecimal.ZERO, BigDecimal.valueOf(100)))));
        }
    }

    @Test
    void a_scale_is_the_publishers_also_where_values_lie_beyond_it() {
        try (Evidence evidence = Evidence.open(folder)) {
            Snapshot snapshot = load(evidence, Path.of("demo/worldwide-governance-indicators.csv"));
            GovernancePanel.Scale publishers = new GovernancePanel.Scale(new BigDecimal("-2.5"), new BigDecimal("2.5"));
            assertThat(series(snapshot, "BDI", "voice").scale()).isEqualTo(Figure.known(publishers));
            GovernancePanel.Series beyond = series(snapshot, "COD", "stability");
            assertThat(beyond.values())
                    .anySatisfy(value -> assertThat(value.value()).isLessThan(publishers.min()));
            assertThat(beyond.scale())
                    .isEqualTo(Figure.partial(publishers, Sentence.of("context.missing.beyond-scale")));
        }
    }

    private GovernancePanel.Series series(Snapshot snapshot, String iso3, String id) {
        return premises.governance(snapshot, Events.country(iso3)).publishers().getFirst().series().stream()
                .filter(series -> series.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
