package org.salus.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.salus.context.GovernancePanel;
import org.salus.context.Premise;
import org.salus.documents.Table;
import org.salus.evidence.Country;
import org.salus.evidence.IndicatorSeries;
import org.salus.framework.Figure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;

/** What publishers say, as it stands beside a round. */
class GovernanceIndicesTest {
    private static GovernancePanel.Series series(String id, Figure<GovernancePanel.Scale> scale) {
        Premise.YearValue value = new Premise.YearValue(2019, new BigDecimal("-1.5"));
        return new GovernancePanel.Series(
                id,
                id,
                Optional.empty(),
                IndicatorSeries.Direction.HIGHER_IS_BETTER,
                Sentence.of("context.index.direction.higher-is-better"),
                scale,
                value,
                List.of(value));
    }

    @Test
    void a_minus_is_no_dash_and_values_beyond_the_ends_are_told() {
        GovernancePanel.Scale scale = new GovernancePanel.Scale(new BigDecimal("-2.5"), new BigDecimal("2.5"));
        GovernancePanel panel = new GovernancePanel(
                "a snapshot",
                new Country("BDI", "BI", "Burundi"),
                List.of(new GovernancePanel.Publisher(
                        "worldwide-governance-indicators",
                        "World Bank",
                        Optional.empty(),
                        Optional.empty(),
                        "a source",
                        List.of(
                                series("voice", Figure.known(scale)),
                                series(
                                        "stability",
                                        Figure.partial(scale, Sentence.of("context.missing.beyond-scale")))))));
        Table table = GovernanceTables.indices(panel, Wording.english());
        assertThat(table.rows())
                .extracting(row -> row.get(4).words())
                .containsExactly(
                        "\u22122.5 to 2.5",
                        "\u22122.5 to 2.5 (Single values lie beyond the ends that the publisher names.)");
    }
}
