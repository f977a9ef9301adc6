package org.salus.goals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.salus.framework.PartialDate;

/**
 * The approved measurements for all that a chart draws. Of more dates than a chart can show it draws the last one of each month, or of each year, as it was
 * measured: nothing is averaged, and what is left out is said.
 *
 * @param drawn in the order of time, one for each date, month or year
 * @param dates how many dates were measured
 */
public record ChartPoints(List<Measurement> drawn, Each each, int dates) {
    /** More cannot be told from each other on a screen. */
    static final int MOST = 400;

    public ChartPoints {
        drawn = List.copyOf(drawn);
    }

    /** What one point stands for. */
    public enum Each {
        DATE,
        MONTH,
        YEAR;

        private PartialDate of(PartialDate on) {
            return switch (this) {
                case DATE -> on;
                case MONTH -> new PartialDate(on.year(), on.latest().getMonthValue(), 0);
                case YEAR -> PartialDate.ofYear(on.year());
            };
        }
    }

    /** Pure: of measurements of one indicator; of those that speak of the same date the first counts. */
    public static ChartPoints of(List<Measurement> measurements) {
        List<Measurement> counted = new ArrayList<>(byDate(measurements).values());
        for (Each each : Each.values()) {
            Map<PartialDate, Measurement> last = new TreeMap<>();
            counted.stream()
                    .sorted(Comparator.comparing((Measurement one) -> one.on().latest())
                            .thenComparing(Measurement::on))
                    .forEach(one -> last.put(each.of(one.on()), one));
            if (last.size() <= MOST || each == Each.YEAR) {
                return new ChartPoints(
                        last.values().stream()
                                .sorted(Comparator.comparing(Measurement::on))
                                .toList(),
                        each,
                        counted.size());
            }
        }
        throw new IllegalStateException("There is always the year");
    }

    private static Map<PartialDate, Measurement> byDate(List<Measurement> measurements) {
        Map<PartialDate, Measurement> byDate = new TreeMap<>();
        measurements.stream()
                .filter(one -> one.group().isEmpty() && one.state() == MeasurementState.APPROVED)
                .forEach(one -> byDate.putIfAbsent(one.on(), one));
        return byDate;
    }

    /** Whether some dates are left out. */
    public boolean isThinned() {
        return drawn.size() < dates;
    }
}
