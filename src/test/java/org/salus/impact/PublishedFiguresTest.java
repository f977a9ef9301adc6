package org.salus.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.salus.SharedData;

/** Figures of published studies, worked out again from their data. */
class PublishedFiguresTest {
    private static final List<String> PREDICTORS = List.of(
            "share(school.illit,school.prim,school.med,school.high+school.post.high)@1964-1969,invest@1964-1969,gdpcap@1960-1969",
            "sec.agriculture@1961-1969,sec.energy@1961-1969,sec.industry@1961-1969,sec.construction@1961-1969",
            "sec.services.venta@1961-1969,sec.services.nonventa@1961-1969,popdens@1969");

    private static PanelTable smoking() throws IOException {
        return Tables.of(SharedData.file("impact/california_prop99.csv"));
    }

    private static PanelQuestion california() {
        return new PanelQuestion(
                "State", "Year", "PacksPerCapita", List.of("California"), "1989", List.of(), List.of(), null, null);
    }

    private static ImpactAnswer basque(String search) throws IOException {
        return Impact.synthetic(
                Tables.of(SharedData.file("impact/basque.csv")),
                new PanelQuestion(
                        "regionname",
                        "year",
                        "gdpcap",
                        List.of("Basque Country (Pais Vasco)"),
                        "1970",
                        List.of("Spain (Espana)"),
                        PREDICTORS,
                        "1960-1969",
                        "1975-1997"),
                search);
    }

    private static double mspe(ImpactAnswer answer) {
        return answer.fit().stream()
                .filter(each -> each.name().equals("mspe_before"))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void proposition_99_differences_in_differences() throws IOException {
        ImpactAnswer answer = Impact.differences(smoking(), california());
        assertThat(answer.estimate().value()).isEqualTo(-27.349, within(0.0005));
        assertThat(answer.verdict().kind()).isNotEqualTo(VerdictKind.EFFECT_TOLD);
    }

    @Test
    void proposition_99_synthetic_differences_with_the_published_weights() throws IOException {
        ImpactAnswer answer = Impact.syntheticDifferences(smoking(), california());
        assertThat(answer.estimate().value()).isEqualTo(-15.604, within(0.0005));
        assertThat(answer.weights().getFirst().name()).isEqualTo("Nevada");
        assertThat(answer.weights().getFirst().weight()).isEqualTo(0.124, within(0.001));
        assertThat(answer.timeWeights()).extracting(ImpactAnswer.Weight::name).containsExactly("1988", "1986", "1987");
        assertThat(answer.placebos().stream().filter(each -> each.kind().equals("in_space")))
                .hasSize(38);
    }

    @Test
    void proposition_99_synthetic_control_on_the_outcome_alone() throws IOException {
        ImpactAnswer published = Impact.syntheticDifferences(smoking(), california());
        assertThat(published.alternatives().stream()
                        .filter(each -> each.name().equals("synth"))
                        .findFirst()
                        .orElseThrow()
                        .effect())
                .as("with the published ridge and stopping rule")
                .isEqualTo(-19.6197, within(0.0001));
        ImpactAnswer exact = Impact.synthetic(smoking(), california(), "usual");
        assertThat(exact.estimate().value()).as("fitted to the end").isEqualTo(-19.5, within(0.05));
        assertThat(exact.estimate().p()).isEqualTo(3.0 / 39, within(1e-9));
    }

    @Test
    void a_column_of_the_treatment_says_the_same_as_name_and_year() throws IOException {
        PanelQuestion byColumn = new PanelQuestion(
                "State", "Year", "PacksPerCapita", List.of("treated"), null, List.of(), List.of(), null, null);
        assertThat(Impact.differences(smoking(), byColumn)).isEqualTo(Impact.differences(smoking(), california()));
    }

    @Test
    void basque_country_with_the_published_predictors_and_windows() throws IOException {
        ImpactAnswer answer = basque("usual");
        assertThat(answer.estimate().value()).isEqualTo(-0.6996, within(0.00005));
        assertThat(mspe(answer)).isLessThanOrEqualTo(0.008864545 * 1.001);
        Map<String, Double> weights = answer.weights().stream()
                .collect(Collectors.toMap(ImpactAnswer.Weight::name, ImpactAnswer.Weight::weight));
        assertThat(weights.get("Cataluna")).isEqualTo(0.8508, within(0.00005));
        assertThat(weights.get("Madrid (Comunidad De)")).isEqualTo(0.1492, within(0.00005));
        assertThat(answer.verdict().kind())
                .as("sixteen placebos cannot show one in twenty")
                .isEqualTo(VerdictKind.CANNOT_BE_TOLD);
    }

    @Test
    void a_better_fit_than_the_published_one_is_reported_with_what_it_would_have_said() throws IOException {
        ImpactAnswer.Alternative better = basque("usual").alternatives().getFirst();
        assertThat(better.name()).isEqualTo("better_fit");
        assertThat(better.effect()).isEqualTo(-1.0246, within(0.001));
        assertThat(better.weights()).extracting(ImpactAnswer.Weight::name).contains("Baleares (Islas)");
        ImpactAnswer wide = basque("wide");
        assertThat(mspe(wide)).isEqualTo(0.004286071, within(1e-6));
        assertThat(wide.estimate().value()).isEqualTo(better.effect());
        assertThat(wide.alternatives().getFirst().name()).isEqualTo("usual_search");
    }

    @Test
    void the_same_question_gives_the_same_answer() throws IOException {
        assertThat(basque("usual")).isEqualTo(basque("usual"));
    }
}
