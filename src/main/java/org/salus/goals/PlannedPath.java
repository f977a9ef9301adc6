package org.salus.goals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.salus.framework.PartialDate;

/**
 * The way a plan draws from the baseline over milestones to the target: straight between two dated values. It is our drawing of an intention, never a
 * measurement. A coarse date stands for its last day, so that nobody is behind before the time is over. Of a judgement by levels it moves in steps.
 */
public final class PlannedPath {
    private final NavigableMap<LocalDate, BigDecimal> points;
    private final boolean isInSteps;

    private PlannedPath(NavigableMap<LocalDate, BigDecimal> points, boolean isInSteps) {
        this.points = points;
        this.isInSteps = isInSteps;
    }

    /** The path of an indicator; none where fewer than two dated values are said. */
    public static Optional<PlannedPath> of(Indicator indicator) {
        NavigableMap<LocalDate, BigDecimal> points = new TreeMap<>();
        List<Reading> readings = new ArrayList<>();
        readings.add(indicator.baseline());
        readings.addAll(indicator.measuring().milestones());
        readings.add(indicator.target());
        for (Reading reading : readings) {
            Optional<PartialDate> on = reading.on();
            Optional<BigDecimal> value = reading.value();
            if (on.isPresent() && value.isPresent()) {
                points.put(on.get().latest(), value.get());
            }
        }
        boolean isInSteps = !indicator.measuring().levels().isEmpty();
        return points.size() < 2 ? Optional.empty() : Optional.of(new PlannedPath(points, isInSteps));
    }

    LocalDate begins() {
        return points.firstKey();
    }

    LocalDate ends() {
        return points.lastKey();
    }

    BigDecimal first() {
        return points.firstEntry().getValue();
    }

    BigDecimal last() {
        return points.lastEntry().getValue();
    }

    /** What it is to be on a day; after the last point what it was to be there; empty before the first. */
    public Optional<BigDecimal> at(LocalDate day) {
        var before = points.floorEntry(day);
        if (before == null) {
            return Optional.empty();
        }
        var after = points.higherEntry(day);
        if (after == null || isInSteps || before.getKey().equals(day)) {
            return Optional.of(before.getValue());
        }
        BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(before.getKey(), day));
        BigDecimal all = BigDecimal.valueOf(ChronoUnit.DAYS.between(before.getKey(), after.getKey()));
        return Optional.of(before.getValue()
                .add(after.getValue().subtract(before.getValue()).multiply(days).divide(all, MathContext.DECIMAL64)));
    }
}
