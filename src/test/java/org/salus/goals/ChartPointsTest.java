package org.salus.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.salus.framework.PartialDate;
import org.salus.ledger.ItemId;

/** What a chart draws of very many dates: measured values, each as it was measured. */
class ChartPointsTest {
    private static final ItemId CHAIN = ItemId.fresh();
    private static final ItemId INDICATOR = ItemId.fresh();

    private static Measurement measured(LocalDate day, int value, MeasurementState state) {
        return Measurement.of(CHAIN, INDICATOR, PartialDate.of(day), "", Finding.of(BigDecimal.valueOf(value)))
                .at(new Progress(state, Optional.empty(), Optional.empty(), ""));
    }

    private static List<Measurement> everyDay(LocalDate first, int days) {
        List<Measurement> all = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            all.add(measured(first.plusDays(day), day, MeasurementState.APPROVED));
        }
        return all;
    }

    @Test
    void as_many_dates_as_can_be_drawn_are_drawn() {
        List<Measurement> all = everyDay(LocalDate.of(2020, 1, 1), ChartPoints.MOST);
        ChartPoints points = ChartPoints.of(all);
        assertThat(points.drawn()).isEqualTo(all);
        assertThat(points.isThinned()).isFalse();
    }

    @Test
    void of_more_the_last_approved_of_each_month_is_drawn() {
        List<Measurement> all = everyDay(LocalDate.of(2020, 1, 1), ChartPoints.MOST + 1);
        all.add(measured(LocalDate.of(2021, 2, 28), 1, MeasurementState.DRAFT));
        ChartPoints points = ChartPoints.of(all);
        assertThat(points.each()).isEqualTo(ChartPoints.Each.MONTH);
        assertThat(points.dates()).isEqualTo(ChartPoints.MOST + 1);
        assertThat(points.isThinned()).isTrue();
        assertThat(points.drawn())
                .hasSize(14)
                .allSatisfy(one -> assertThat(all).contains(one))
                .extracting(one -> one.on().toString())
                .startsWith("2020-01-31", "2020-02-29")
                .endsWith("2021-01-31", "2021-02-04");
    }

    @Test
    void of_more_months_the_last_of_each_year_is_drawn() {
        List<Measurement> all = new ArrayList<>();
        for (int month = 0; month < 12 * 50; month++) {
            all.add(measured(LocalDate.of(1950, 1, 15).plusMonths(month), month, MeasurementState.APPROVED));
        }
        ChartPoints points = ChartPoints.of(all);
        assertThat(points.each()).isEqualTo(ChartPoints.Each.YEAR);
        assertThat(points.drawn()).hasSize(50).allMatch(one -> one.on().month() == 12);
    }
}
