package org.salus.context;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.salus.evidence.IndicatorSeries;
import org.salus.framework.Figure;
import org.salus.framework.Sentence;

/** Sets other publishers' indices beside the deaths recorded: each with its own scale and reading, none mixed with another. */
final class IndexComparison {
    private final Thresholds thresholds;
    private final Figure<Premise.Trend> trend;

    IndexComparison(Thresholds thresholds, Figure<Premise.Trend> trend) {
        this.thresholds = thresholds;
        this.trend = trend;
    }

    /** The indices asked for that have a value in the period or before it, in the order of {@code premise.yaml}. */
    List<Premise.OtherIndex> beside(List<IndicatorSeries> loaded, Years period) {
        List<Premise.OtherIndex> found = new ArrayList<>();
        for (Thresholds.Beside wanted : thresholds.beside()) {
            loaded.stream()
                    .filter(series -> series.descriptor().equals(wanted.descriptor())
                            && series.id().equals(wanted.series()))
                    .findFirst()
                    .flatMap(series -> beside(series, period))
                    .ifPresent(found::add);
        }
        return found;
    }

    private Optional<Premise.OtherIndex> beside(IndicatorSeries series, Years period) {
        Optional<Premise.YearValue> latest = latest(series, period);
        if (latest.isEmpty()) {
            return Optional.empty();
        }
        Optional<Premise.Change> change = change(series, period);
        List<Sentence> notes = new ArrayList<>();
        notes.add(direction(series.direction()));
        change.ifPresent(turn -> notes.add(Sentence.of(
                "context.index.turn." + word(turn.turn()),
                turn.first().year(),
                turn.first().value(),
                turn.last().year(),
                turn.last().value())));
        if (latest.get().year() < period.from()) {
            notes.add(Sentence.of("context.index.before-period", latest.get().year()));
        }
        disagreement(series).ifPresent(notes::add);
        return Optional.of(new Premise.OtherIndex(
                series.descriptor(),
                series.id(),
                series.publisher(),
                series.name(),
                Optional.ofNullable(series.unit()),
                series.direction(),
                latest.get(),
                change,
                notes));
    }

    /** How a publisher reads its scale, in words. */
    static Sentence direction(IndicatorSeries.Direction direction) {
        return Sentence.of("context.index.direction." + word(direction));
    }

    /** Whether the index turned another way than the deaths over the same years as the trend. */
    private Optional<Sentence> disagreement(IndicatorSeries series) {
        if (!(trend instanceof Figure.Known<Premise.Trend>(Premise.Trend deaths))) {
            return Optional.empty();
        }
        Years years = new Years(deaths.before().from(), deaths.after().to());
        Optional<Premise.Change> change = change(series, years);
        if (change.isEmpty()) {
            return Optional.empty();
        }
        boolean apart = switch (change.get().turn()) {
            case BETTER -> deaths.direction() == Premise.Trend.Direction.MORE;
            case WORSE -> deaths.direction() == Premise.Trend.Direction.FEWER;
            case SAME, HIGHER, LOWER -> false;
        };
        return apart
                ? Optional.of(Sentence.of(
                        "context.index.apart." + word(change.get().turn()),
                        change.get().first().year(),
                        change.get().last().year()))
                : Optional.empty();
    }

    private static Optional<Premise.YearValue> latest(IndicatorSeries series, Years period) {
        return series.values().stream()
                .filter(value -> value.year() <= period.to())
                .max(Comparator.comparingInt(IndicatorSeries.Value::year))
                .map(value -> new Premise.YearValue(value.year(), value.value()));
    }

    private static Optional<Premise.Change> change(IndicatorSeries series, Years period) {
        List<Premise.YearValue> values = series.values().stream()
                .filter(value -> period.contains(value.year()))
                .sorted(Comparator.comparingInt(IndicatorSeries.Value::year))
                .map(value -> new Premise.YearValue(value.year(), value.value()))
                .toList();
        if (values.size() < 2) {
            return Optional.empty();
        }
        Premise.YearValue first = values.getFirst();
        Premise.YearValue last = values.getLast();
        int rise = last.value().compareTo(first.value());
        Premise.Change.Turn turn;
        if (rise == 0) {
            turn = Premise.Change.Turn.SAME;
        } else {
            turn = switch (series.direction()) {
                case HIGHER_IS_BETTER -> rise > 0 ? Premise.Change.Turn.BETTER : Premise.Change.Turn.WORSE;
                case LOWER_IS_BETTER -> rise > 0 ? Premise.Change.Turn.WORSE : Premise.Change.Turn.BETTER;
                case NEUTRAL -> rise > 0 ? Premise.Change.Turn.HIGHER : Premise.Change.Turn.LOWER;
            };
        }
        return Optional.of(new Premise.Change(first, last, turn));
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
