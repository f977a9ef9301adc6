package org.salus.impact;

import java.util.List;

/**
 * Units observed at the same times without a gap. Immutable: nobody writes into its arrays.
 *
 * @see PanelReading how a table becomes one
 */
final class Panel {
    private final List<String> units;
    private final List<String> times;
    private final double[][] outcome;
    private final int[] start;

    /**
     * A panel.
     *
     * @param units names, in the order of the rows of {@code outcome}
     * @param times names of the times, in their order
     * @param outcome per unit and time
     * @param start per unit the index of the first treated time; the number of times for a unit that is never treated
     */
    Panel(List<String> units, List<String> times, double[][] outcome, int[] start) {
        this.units = List.copyOf(units);
        this.times = List.copyOf(times);
        this.outcome = outcome;
        this.start = start;
    }

    List<String> units() {
        return units;
    }

    List<String> times() {
        return times;
    }

    double[] of(int unit) {
        return outcome[unit];
    }

    double at(int unit, int time) {
        return outcome[unit][time];
    }

    int start(int unit) {
        return start[unit];
    }

    boolean isTreated(int unit) {
        return start[unit] < times.size();
    }

    /** Indices of the units that are treated at some time. */
    int[] treated() {
        return java.util.stream.IntStream.range(0, units.size())
                .filter(this::isTreated)
                .toArray();
    }

    /** Indices of the units that never are. */
    int[] controls() {
        return java.util.stream.IntStream.range(0, units.size())
                .filter(unit -> !isTreated(unit))
                .toArray();
    }

    /** Index of the first time at which any unit is treated. */
    int firstStart() {
        int first = times.size();
        for (int each : start) {
            first = Math.min(first, each);
        }
        return first;
    }

    /** Whether all treated units begin at the same time. */
    boolean beginsAtOnce() {
        int first = firstStart();
        for (int each : start) {
            if (each != first && each < times.size()) {
                return false;
            }
        }
        return true;
    }

    /** Below this a difference of these figures is no more than their rounding. */
    double rounding() {
        return rounding(outcome);
    }

    /** The same of any figures: their largest, by a few hundred times the precision that figures are held in. */
    static double rounding(double[][] figures) {
        double largest = 0;
        for (double[] row : figures) {
            for (double figure : row) {
                largest = Math.max(largest, Math.abs(figure));
            }
        }
        return 1e-13 * largest;
    }

    /** The first time as an index into {@link #times}, negative if there is none. */
    int indexOf(String time) {
        return times.indexOf(time);
    }
}
