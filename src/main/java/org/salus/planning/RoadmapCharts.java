package org.salus.planning;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.salus.documents.Chart;
import org.salus.documents.ChartOption;
import org.salus.documents.Hue;
import org.salus.documents.Tint;
import org.salus.frame.web.Numerals;
import org.salus.framework.Wording;

/** The load of institutions and money over time as charts, each with its table. */
public final class RoadmapCharts {
    /** More small charts nobody compares; the table has all. */
    private static final int MOST_INSTITUTIONS = 9;

    private final Roadmap roadmap;
    private final Wording wording;
    private final RoadmapTables tables;

    public RoadmapCharts(Roadmap roadmap, Wording wording) {
        this.roadmap = roadmap;
        this.wording = wording;
        this.tables = new RoadmapTables(roadmap, wording);
    }

    /** How many steps institutions carry at once, those with the highest load first; empty where there is no step. */
    public Optional<Chart> load(Every every) {
        Load load = Load.of(roadmap, every);
        List<String> highest = load.peaks().keySet().stream()
                .sorted(Comparator.comparingInt(load::most).reversed())
                .limit(MOST_INSTITUTIONS)
                .toList();
        if (highest.isEmpty()) {
            return Optional.empty();
        }
        List<String> spans =
                load.spans().stream().map(span -> every.name(span, wording)).toList();
        String busiest = highest.getFirst();
        int most = load.most(busiest);
        String finding = wording.say(
                "planning.roadmap.chart.load",
                name(busiest),
                most,
                spans.get(load.peaks().getOrDefault(busiest, List.of()).indexOf(most)));
        ChartOption option = new ChartOption(
                ChartOption.Kind.SMALL_MULTIPLES,
                finding,
                wording.say("planning.roadmap.chart.load.unit"),
                wording.say(every.label()),
                spans,
                highest.stream()
                        .map(institution -> new ChartOption.Series(
                                name(institution),
                                institution.isEmpty() ? Tint.of(Hue.NONE) : Tint.of(Hue.ACCENT),
                                load.peaks().getOrDefault(institution, List.of()).stream()
                                        .map(peak -> Optional.of(BigDecimal.valueOf(peak)))
                                        .toList()))
                        .toList());
        int left = load.peaks().size() - highest.size();
        return Optional.of(new Chart(
                option,
                tables.load(every),
                left == 0 ? finding : finding + " " + wording.say("planning.roadmap.chart.load.rest", left)));
    }

    private String name(String institution) {
        return institution.isEmpty() ? wording.say(Grouping.INSTITUTION.unnamed()) : institution;
    }

    /** What is spent, each cost spread over the days of its step; empty where no cost is known. */
    public Optional<Chart> money(Every every) {
        Spending spending = Spending.of(roadmap, every, Counting.SPENT);
        List<String> spans =
                spending.spans().stream().map(span -> every.name(span, wording)).toList();
        List<Optional<BigDecimal>> values = IntStream.range(0, spans.size())
                .mapToObj(at -> spending.span(at).told())
                .toList();
        if (spending.all().known() == 0) {
            return Optional.empty();
        }
        int most = IntStream.range(0, spans.size())
                .boxed()
                .max(Comparator.comparing(at -> values.get(at).orElse(BigDecimal.ZERO)))
                .orElseThrow();
        String finding = wording.say(
                "planning.roadmap.chart.money",
                spans.get(most),
                new Numerals(wording).money(roadmap.currency(), values.get(most).orElse(BigDecimal.ZERO)));
        long unknown = tables.withoutCost();
        String said =
                unknown == 0 ? finding : finding + " " + wording.say("planning.roadmap.chart.money.unknown", unknown);
        return Optional.of(new Chart(
                new ChartOption(
                        ChartOption.Kind.BARS,
                        said,
                        roadmap.currency(),
                        wording.say(every.label()),
                        spans,
                        List.of(new ChartOption.Series(
                                wording.say("planning.roadmap.column.cost"), Tint.of(Hue.ACCENT), values))),
                tables.money(every),
                said));
    }
}
