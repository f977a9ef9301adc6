package org.salus.planning;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.salus.documents.Chart;
import org.salus.documents.ChartOption;
import org.salus.documents.Hue;
import org.salus.documents.Tint;
import org.salus.framework.Wording;

/** Whether a plan can be paid for, as charts: the same on pages and in documents. */
public final class PlanCharts {
    private final Wording wording;

    public PlanCharts(Wording wording) {
        this.wording = wording;
    }

    /** What is to be paid after hand-over beside the room for it, year by year, at the prices of the first year. */
    public Chart handOver(Affordability found) {
        List<Affordability.Year> years = found.years();
        String finding = wording.say(found.says().getFirst());
        return new Chart(
                new ChartOption(
                        ChartOption.Kind.LINES,
                        finding,
                        wording.say("planning.chart.hand-over.unit", found.currency(), found.priceYear()),
                        wording.say("planning.column.year"),
                        years.stream()
                                .map(year -> Integer.toString(year.year()))
                                .toList(),
                        List.of(
                                series(
                                        "planning.column.after-hand-over",
                                        Tint.of(Hue.ACCENT),
                                        years,
                                        year -> year.state().valueIfAny()),
                                series(
                                        "planning.column.room",
                                        Tint.of(Hue.NONE),
                                        years,
                                        year -> Optional.of(year.room())))),
                new PlanTables(wording).years(found),
                finding);
    }

    private ChartOption.Series series(
            String name,
            Tint tint,
            List<Affordability.Year> years,
            Function<Affordability.Year, Optional<BigDecimal>> value) {
        return new ChartOption.Series(
                wording.say(name), tint, years.stream().map(value).toList());
    }
}
