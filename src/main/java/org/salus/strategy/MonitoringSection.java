package org.salus.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.framework.Wording;
import org.salus.goals.Chain;
import org.salus.goals.Indicator;
import org.salus.goals.IndicatorChart;
import org.salus.goals.IndicatorStatus;
import org.salus.goals.MeasuredChain;
import org.salus.goals.Measurement;
import org.salus.goals.Reading;
import org.salus.ledger.Item;

/** The monitoring framework: by what one sees whether something is reached, from where to where, who measures it, and how it stands. */
final class MonitoringSection implements SectionSource {
    /** More charts nobody looks through on paper; the table has all indicators. */
    private static final int MOST_CHARTS = 15;

    @Override
    public Section section() {
        return Section.MONITORING;
    }

    @Override
    public Composed compose(Material material) {
        Wording wording = material.wording();
        Composing section = new Composing(section(), wording);
        Optional<Chain> plan =
                material.chain().filter(chain -> !chain.indicators().isEmpty());
        if (plan.isEmpty()) {
            return section.say(material.isUndecided() ? "strategy.undecided" : "strategy.monitoring.nothing")
                    .composed();
        }
        Chain chain = plan.get();
        MeasuredChain measured = MeasuredChain.of(material.view(), chain, material.day());
        List<Item<Indicator>> indicators = chain.indicators();
        long without = indicators.stream()
                .filter(one -> !one.value().baseline().isSaid())
                .count();
        section.say(
                "strategy.monitoring.lead",
                indicators.size(),
                without,
                measured.owed().size());
        section.table("indicators", table(measured, wording));
        int drawn = 0;
        for (Item<Indicator> indicator : indicators) {
            List<Measurement> measurements =
                    measured.of(indicator.id()).stream().map(Item::value).toList();
            IndicatorStatus.Judged judged = measured.status(indicator);
            Optional<org.salus.documents.ChartOption> chart =
                    IndicatorChart.of(indicator.value(), measurements, judged, wording);
            if (chart.isPresent() && drawn < MOST_CHARTS) {
                drawn++;
                section.chart(
                        "indicator-" + drawn,
                        chart.get(),
                        IndicatorChart.alternative(indicator.value(), measurements, judged, wording));
            }
        }
        return section.composed();
    }

    private static Table table(MeasuredChain measured, Wording wording) {
        return new Table(
                wording.say("strategy.monitoring.table"),
                List.of(
                        Column.text("indicator", wording.say("strategy.monitoring.indicator")),
                        Column.text("of", wording.say("strategy.monitoring.of")),
                        Column.text("unit", wording.say("strategy.monitoring.unit")),
                        Column.text("baseline", wording.say("strategy.monitoring.baseline")),
                        Column.text("target", wording.say("strategy.monitoring.target")),
                        Column.text("source", wording.say("strategy.monitoring.source")),
                        Column.text("often", wording.say("strategy.monitoring.often")),
                        Column.text("office", wording.say("strategy.monitoring.office")),
                        Column.text("state", wording.say("strategy.monitoring.state"))),
                measured.chain().indicators().stream()
                        .map(one -> row(one, measured, wording))
                        .toList());
    }

    private static List<Cell> row(Item<Indicator> item, MeasuredChain measured, Wording wording) {
        Indicator indicator = item.value();
        String none = wording.say("strategy.plan.not-said");
        return List.of(
                Cell.text(indicator.title()),
                Cell.text(measured.chain().title(indicator.of())),
                PlanSection.words(indicator.unit(), none),
                PlanSection.words(reading(indicator.baseline(), wording), none),
                PlanSection.words(reading(indicator.target(), wording), none),
                PlanSection.words(indicator.source(), none),
                Cell.text(wording.say(indicator.measuring().frequency().label())),
                PlanSection.words(indicator.measuring().responsible(), none),
                Cell.text(wording.say(measured.status(item).status().label())));
    }

    private static String reading(Reading reading, Wording wording) {
        List<String> parts = new ArrayList<>();
        reading.value().ifPresent(value -> parts.add(Wording.figure(value)));
        if (!reading.words().isBlank()) {
            parts.add(reading.words());
        }
        String said = String.join(", ", parts);
        return said.isEmpty()
                ? ""
                : reading.on()
                        .map(on -> said + " (" + wording.shortDay(on).replace(' ', '\u00a0') + ")")
                        .orElse(said);
    }
}
