package org.salus.portal.cli;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Sentence;

/**
 * One line of the bench.
 *
 * @param code names the measurement; its text is {@code portal.bench.line.<code>}
 * @param unit {@code s}, {@code ms}, {@code MB} (a million bytes) or {@code x}, a ratio
 * @param value the median of the runs, or the percentile the text names; null if it was not measured
 * @param limit what it must not exceed; null if nothing was promised
 * @param met whether it does not; null where there is no limit or no value
 * @param reference the same unit for what it is compared with, in text {@code portal.bench.reference.<code>}; null if there is none
 * @param runs every run behind the value
 * @param skipped why it was not measured
 */
record Measured(
        String code,
        String unit,
        @Nullable Double value,
        @Nullable Double limit,
        @Nullable Boolean met,
        @Nullable Double reference,
        List<Double> runs,
        @Nullable Sentence skipped) {
    Measured {
        runs = List.copyOf(runs);
    }

    /** A line with the median of some runs. */
    static Measured of(String code, String unit, List<Double> runs, double limit) {
        return at(code, unit, median(runs), runs, limit);
    }

    /** A line with a value of its own; a limit of zero is none. */
    static Measured at(String code, String unit, double value, List<Double> runs, double limit) {
        boolean promised = limit > 0;
        return new Measured(
                code,
                unit,
                value,
                promised ? (Double) limit : null,
                promised ? (Boolean) (value <= limit) : null,
                null,
                runs,
                null);
    }

    static Measured skipped(String code, String unit, Sentence why) {
        return new Measured(code, unit, null, null, null, null, List.of(), why);
    }

    Measured beside(double other) {
        return new Measured(code, unit, value, limit, met, other, runs, skipped);
    }

    static double median(List<Double> runs) {
        return percentile(runs, 50);
    }

    /** The smallest run that so many in a hundred do not exceed; the mean of the middle two for an even median. */
    static double percentile(List<Double> runs, int percent) {
        List<Double> sorted = new java.util.ArrayList<>(runs);
        Collections.sort(sorted);
        int count = sorted.size();
        if (percent == 50 && count % 2 == 0) {
            return (sorted.get(count / 2 - 1) + sorted.get(count / 2)) / 2;
        }
        return sorted.get(Math.clamp((long) Math.ceil(percent / 100.0 * count) - 1, 0, count - 1));
    }
}
