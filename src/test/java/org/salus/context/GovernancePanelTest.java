package org.salus.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.salus.evidence.IndicatorSeries;

/** What the tables of publishers are called. */
class GovernancePanelTest {
    private static IndicatorSeries series(String descriptor, String id) {
        return Events.series(descriptor, id, IndicatorSeries.Direction.HIGHER_IS_BETTER, Map.of(2010, 4));
    }

    @Test
    void two_tables_of_one_publisher_are_told_apart_by_their_first_indicators() {
        GovernancePanel panel = GovernancePanel.of(
                "0123456789ab",
                Events.country("NGA"),
                List.of(
                        series("one-table", "Rule of law"),
                        series("one-table", "Control of corruption"),
                        series("one-table", "Voice"),
                        series("other-table", "Fragility")));

        assertThat(panel.publishers().stream().map(panel::title))
                .containsExactly("Publisher: Rule of law, Control of corruption", "Publisher: Fragility");
    }

    @Test
    void the_only_table_of_a_publisher_has_its_name() {
        GovernancePanel panel =
                GovernancePanel.of("0123456789ab", Events.country("NGA"), List.of(series("one-table", "Rule of law")));

        assertThat(panel.publishers().stream().map(panel::title)).containsExactly("Publisher");
    }
}
