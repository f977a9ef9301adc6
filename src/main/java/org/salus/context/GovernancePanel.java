package org.salus.context;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.salus.evidence.Country;
import org.salus.evidence.IndicatorSeries;
import org.salus.framework.Figure;
import org.salus.framework.Sentence;

/**
 * What publishers say about how a country is governed: each indicator on its own scale, with the publisher's reading of it, nothing summed or blended.
 *
 * @param publishers by descriptor; empty if no indicator is loaded
 */
public record GovernancePanel(String snapshot, Country country, List<Publisher> publishers) {
    /** Enough indicators to tell two tables of one publisher apart. */
    private static final int NAMED = 2;

    public GovernancePanel {
        publishers = List.copyOf(publishers);
    }

    /** One table of a publisher. */
    public record Publisher(
            String descriptor,
            String name,
            Optional<String> edition,
            Optional<String> licence,
            String source,
            List<Series> series) {}

    /**
     * An indicator over the years.
     *
     * @param scale the ends of the publisher's scale; partial where values lie beyond them, and where the scale is open and the lowest and highest
     *     value of the loaded years stand in
     * @param reads which way the publisher reads the scale, in words
     * @param values by year, ascending; a year without a value is absent, not zero
     */
    public record Series(
            String id,
            String name,
            Optional<String> unit,
            IndicatorSeries.Direction direction,
            Sentence reads,
            Figure<Scale> scale,
            Premise.YearValue latest,
            List<Premise.YearValue> values) {}

    /** The ends of a scale. */
    public record Scale(BigDecimal min, BigDecimal max) {}

    static GovernancePanel of(String snapshot, Country country, List<IndicatorSeries> loaded) {
        Map<String, List<IndicatorSeries>> byDescriptor = new LinkedHashMap<>();
        loaded.stream()
                .filter(series -> !series.values().isEmpty())
                .forEach(series -> byDescriptor
                        .computeIfAbsent(series.descriptor(), first -> new ArrayList<>())
                        .add(series));
        return new GovernancePanel(
                snapshot,
                country,
                byDescriptor.values().stream().map(GovernancePanel::publisher).toList());
    }

    /** What a publisher's table is called: its name, and where the same publisher has another table, too, the indicators it begins with. */
    public String title(Publisher publisher) {
        boolean isOnly = publishers.stream()
                .noneMatch(other -> other.name().equals(publisher.name())
                        && !other.descriptor().equals(publisher.descriptor()));
        return isOnly
                ? publisher.name()
                : publisher.series().stream()
                        .limit(NAMED)
                        .map(Series::name)
                        .collect(Collectors.joining(", ", publisher.name() + ": ", ""));
    }

    private static Publisher publisher(List<IndicatorSeries> table) {
        IndicatorSeries any = table.getFirst();
        return new Publisher(
                any.descriptor(),
                any.publisher(),
                Optional.ofNullable(any.edition()),
                Optional.ofNullable(any.licence()),
                any.source(),
                table.stream().map(GovernancePanel::series).toList());
    }

    private static Series series(IndicatorSeries series) {
        List<Premise.YearValue> values = series.values().stream()
                .map(value -> new Premise.YearValue(value.year(), value.value()))
                .sorted(Comparator.comparingInt(Premise.YearValue::year))
                .toList();
        return new Series(
                series.id(),
                series.name(),
                Optional.ofNullable(series.unit()),
                series.direction(),
                IndexComparison.direction(series.direction()),
                scale(series),
                values.getLast(),
                values);
    }

    private static Figure<Scale> scale(IndicatorSeries series) {
        List<BigDecimal> values = series.values().stream()
                .map(IndicatorSeries.Value::value)
                .sorted()
                .toList();
        BigDecimal min = series.min();
        BigDecimal max = series.max();
        Scale scale = new Scale(min == null ? values.getFirst() : min, max == null ? values.getLast() : max);
        if (min == null || max == null) {
            return Figure.partial(scale, Sentence.of("context.missing.open-scale"));
        }
        return values.getFirst().compareTo(min) < 0 || values.getLast().compareTo(max) > 0
                ? Figure.partial(scale, Sentence.of("context.missing.beyond-scale"))
                : Figure.known(scale);
    }
}
