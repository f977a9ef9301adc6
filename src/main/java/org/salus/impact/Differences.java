package org.salus.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Differences in differences of a balanced panel: the regression with fixed effects of units and times, errors clustered by unit; and averages per group and time
 * (B. Callaway and P. Sant'Anna, Journal of Econometrics 225, 2021), which stay right where treatments begin at different times and effects differ.
 */
final class Differences {
    private static final long SEED = 20_210_225;
    private static final int DRAWS = 999;

    /**
     * An effect with its standard error.
     *
     * @param error not a number where there is none
     * @param freedom degrees of freedom of the t distribution it is read in; infinite for the normal one
     */
    record Effect(double value, double error, double freedom) {
        double lower() {
            return value - Numbers.upper(freedom) * error;
        }

        double upper() {
            return value + Numbers.upper(freedom) * error;
        }

        /** How often so much comes without cause; not a number where the error is none. */
        double probability() {
            return !(error > 0) ? Double.NaN : Numbers.bothTails(value / error, freedom);
        }
    }

    /**
     * The average effect of groups so many times after their treatment began.
     *
     * @param since 0 in the first treated time, negative before it; the time just before is what is compared with
     * @param units how many treated units it rests on
     */
    record Event(int since, Effect effect, int units) {}

    /**
     * A test.
     *
     * @param statistic the figure
     * @param freedom its degrees of freedom
     * @param probability how often a figure so large comes without cause
     */
    record Test(double statistic, double freedom, double probability) {}

    private final Panel panel;
    private final int[] treated;
    private final int[] controls;

    Differences(Panel panel) {
        this.panel = panel;
        this.treated = panel.treated();
        this.controls = panel.controls();
    }

    /**
     * The regression of the outcome on the treatment with fixed effects of units and times. Errors are clustered by unit, with G/(G−1) · (N−1)/(N−T−1) for small numbers
     * of clusters, and are read in a t distribution with G − 1 degrees of freedom.
     */
    Effect fixedEffects() {
        int units = panel.units().size();
        int times = panel.times().size();
        double[][] freed = freedTreatment();
        double[][] outcome = freed(IntStream.range(0, units).mapToObj(panel::of).toArray(double[][]::new));
        double square = 0;
        double product = 0;
        for (int unit = 0; unit < units; unit++) {
            square += SimplexFit.dot(freed[unit], freed[unit]);
            product += SimplexFit.dot(freed[unit], outcome[unit]);
        }
        double effect = product / square;
        double meat = 0;
        for (int unit = 0; unit < units; unit++) {
            double score = 0;
            for (int time = 0; time < times; time++) {
                score += freed[unit][time] * (outcome[unit][time] - effect * freed[unit][time]);
            }
            meat += score * score;
        }
        double cells = (double) units * times;
        double small = units / (units - 1.0) * (cells - 1) / (cells - times - 1);
        return new Effect(effect, Math.sqrt(small * meat) / square, units - 1.0);
    }

    /** How much of the treated cells the regression counts with a negative weight, as a share from 0 to 1: it does so where treatments begin at different times. */
    double negativeShare() {
        double[][] freed = freedTreatment();
        int cells = 0;
        int negative = 0;
        for (int unit : treated) {
            for (int time = panel.start(unit); time < panel.times().size(); time++) {
                cells++;
                negative += freed[unit][time] < 0 ? 1 : 0;
            }
        }
        return (double) negative / cells;
    }

    private double[][] freedTreatment() {
        int times = panel.times().size();
        double[][] treatment = new double[panel.units().size()][times];
        for (int unit : treated) {
            Arrays.fill(treatment[unit], panel.start(unit), times, 1);
        }
        return freed(treatment);
    }

    /** What is left after the means of units and of times. */
    private static double[][] freed(double[][] values) {
        int units = values.length;
        int times = values[0].length;
        double[] ofTime = new double[times];
        for (double[] row : values) {
            for (int time = 0; time < times; time++) {
                ofTime[time] += row[time] / units;
            }
        }
        double all = Numbers.mean(ofTime);
        double[][] freed = new double[units][times];
        for (int unit = 0; unit < units; unit++) {
            double ofUnit = Numbers.mean(values[unit]);
            for (int time = 0; time < times; time++) {
                freed[unit][time] = values[unit][time] - ofUnit - ofTime[time] + all;
            }
        }
        return freed;
    }

    /** The units that begin at a time, and its index. */
    private Map<Integer, List<Integer>> groups() {
        Map<Integer, List<Integer>> groups = new TreeMap<>();
        for (int unit : treated) {
            groups.computeIfAbsent(panel.start(unit), start -> new ArrayList<>())
                    .add(unit);
        }
        return groups;
    }

    /** Units a group is compared with at a time: those never treated; where there is none, those not treated yet. */
    private int[] comparison(int start, int time) {
        if (controls.length > 0) {
            return controls;
        }
        return IntStream.range(0, panel.units().size())
                .filter(unit -> panel.start(unit) > Math.max(start, time))
                .toArray();
    }

    /** One group at one time: the effect, and what each unit contributes to its error. */
    private @Nullable Cell cell(int start, List<Integer> group, int time) {
        int[] others = comparison(start, time);
        if (others.length == 0) {
            return null;
        }
        int base = start - 1;
        double[] ofGroup = group.stream()
                .mapToDouble(unit -> panel.at(unit, time) - panel.at(unit, base))
                .toArray();
        double[] ofOthers = Arrays.stream(others)
                .mapToDouble(unit -> panel.at(unit, time) - panel.at(unit, base))
                .toArray();
        double groupMean = Numbers.mean(ofGroup);
        double otherMean = Numbers.mean(ofOthers);
        double[] influence = new double[panel.units().size()];
        for (int i = 0; i < ofGroup.length; i++) {
            influence[group.get(i)] += (ofGroup[i] - groupMean) / ofGroup.length;
        }
        for (int i = 0; i < ofOthers.length; i++) {
            influence[others[i]] -= (ofOthers[i] - otherMean) / ofOthers.length;
        }
        return new Cell(groupMean - otherMean, group.size(), influence);
    }

    /** Influences are divided by the size of their group already: the variance is the sum of their squares. */
    private static final class Cell {
        private final double value;
        private final int size;
        private final double[] influence;

        Cell(double value, int size, double[] influence) {
            this.value = value;
            this.size = size;
            this.influence = influence;
        }

        Effect effect() {
            return new Effect(value, Math.sqrt(SimplexFit.dot(influence, influence)), Double.POSITIVE_INFINITY);
        }
    }

    /** The mean of cells, each weighted by the units of its group; they are many, so that only their sums are held. */
    private static final class Sum {
        private final double[] influence;
        private double value;
        private int size;

        Sum(int units) {
            influence = new double[units];
        }

        void add(Cell cell) {
            size += cell.size;
            value += cell.size * cell.value;
            for (int unit = 0; unit < influence.length; unit++) {
                influence[unit] += cell.size * cell.influence[unit];
            }
        }

        Cell mean() {
            double all = size;
            return new Cell(
                    value / all,
                    size,
                    Arrays.stream(influence).map(each -> each / all).toArray());
        }
    }

    /** The effect over all groups and treated times that can be compared, weighted by units; null where nothing can. */
    @Nullable
    Effect groupTime() {
        Sum cells = new Sum(panel.units().size());
        groups().forEach((start, group) -> {
            for (int time = start; time < panel.times().size() && start > 0; time++) {
                Cell cell = cell(start, group, time);
                if (cell != null) {
                    cells.add(cell);
                }
            }
        });
        return cells.size == 0 ? null : cells.mean().effect();
    }

    /** Effects by the times since the treatment began, from the first that can be told to the last. */
    List<Event> events() {
        return bySince().entrySet().stream()
                .map(event -> new Event(event.getKey(), event.getValue().effect(), event.getValue().size))
                .toList();
    }

    private Map<Integer, Cell> bySince() {
        Map<Integer, Sum> cells = new TreeMap<>();
        groups().forEach((start, group) -> {
            for (int time = 0; time < panel.times().size() && start > 0; time++) {
                Cell cell = time == start - 1 ? null : cell(start, group, time);
                if (cell != null) {
                    cells.computeIfAbsent(
                                    time - start, since -> new Sum(panel.units().size()))
                            .add(cell);
                }
            }
        });
        Map<Integer, Cell> means = new TreeMap<>();
        cells.forEach((since, each) -> means.put(since, each.mean()));
        return means;
    }

    /** Whether all effects before the beginning are nothing, jointly (Wald); null where units are too few for so many times. */
    @Nullable
    Test jointBefore() {
        List<Cell> before = bySince().entrySet().stream()
                .filter(event -> event.getKey() < -1)
                .map(Map.Entry::getValue)
                .toList();
        int count = before.size();
        if (count == 0 || treated.length < 2 || panel.units().size() < 2 * count + 2) {
            return null;
        }
        double[][] covariance = new double[count][count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                covariance[i][j] = SimplexFit.dot(before.get(i).influence, before.get(j).influence);
            }
        }
        double[][] inverse = LinearSystem.inverse(covariance);
        if (inverse.length == 0) {
            return null;
        }
        double wald = 0;
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                wald += before.get(i).value * inverse[i][j] * before.get(j).value;
            }
        }
        return new Test(wald, count, Numbers.above(wald, count));
    }

    /**
     * Whether treated units ran apart from the controls before: each treated unit's slope over its times before, less the controls' mean slope over the same times, by t. Of a single treated
     * unit the spread is that of the controls. Null without three times before, or with fewer than three controls.
     */
    @Nullable
    Test trendBefore() {
        if (controls.length < 3 || panel.firstStart() < 3) {
            return null;
        }
        double[] apart = Arrays.stream(treated)
                .mapToDouble(unit -> slope(unit, panel.start(unit))
                        - Arrays.stream(controls)
                                .mapToDouble(control -> slope(control, panel.start(unit)))
                                .average()
                                .orElseThrow())
                .toArray();
        double spread = Numbers.variance(Arrays.stream(controls)
                .mapToDouble(control -> slope(control, panel.firstStart()))
                .toArray());
        int few = treated.length;
        double ofControls = spread / controls.length;
        double ofTreated = few == 1 ? spread : Numbers.variance(apart) / few;
        double error = Math.sqrt(ofControls + ofTreated);
        if (error == 0) {
            return null;
        }
        double freedom = few == 1
                ? controls.length - 1.0
                : Math.pow(ofControls + ofTreated, 2)
                        / (ofControls * ofControls / (controls.length - 1) + ofTreated * ofTreated / (few - 1));
        double t = Numbers.mean(apart) / error;
        return new Test(t, freedom, Numbers.bothTails(t, freedom));
    }

    private double slope(int unit, int until) {
        double middle = (until - 1) / 2.0;
        double product = 0;
        double square = 0;
        for (int time = 0; time < until; time++) {
            product += (time - middle) * panel.at(unit, time);
            square += (time - middle) * (time - middle);
        }
        return product / square;
    }

    /**
     * Controls as if they had been treated, without the treated units, where all begin at once: each single one, or as many as were treated, drawn always the same. Empty
     * where controls are too few.
     */
    List<SyntheticDifferences.Placebo> inSpace() {
        int few = treated.length;
        if (!panel.beginsAtOnce() || controls.length < few + 2) {
            return List.of();
        }
        int start = panel.firstStart();
        double[] changes = Arrays.stream(controls)
                .mapToDouble(unit -> Numbers.mean(Numbers.slice(
                                panel.of(unit), start, panel.times().size()))
                        - Numbers.mean(Numbers.slice(panel.of(unit), 0, start)))
                .toArray();
        double sum = Arrays.stream(changes).sum();
        if (few == 1) {
            return IntStream.range(0, changes.length)
                    .mapToObj(chosen -> new SyntheticDifferences.Placebo(
                            panel.units().get(controls[chosen]),
                            changes[chosen] - (sum - changes[chosen]) / (changes.length - 1)))
                    .toList();
        }
        Random random = new Random(SEED);
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, changes.length).boxed().toList());
        List<SyntheticDifferences.Placebo> placebos = new ArrayList<>();
        for (int draw = 0; draw < DRAWS; draw++) {
            Collections.shuffle(order, random);
            double chosen =
                    order.stream().limit(few).mapToDouble(each -> changes[each]).sum();
            placebos.add(new SyntheticDifferences.Placebo(
                    String.valueOf(draw + 1), chosen / few - (sum - chosen) / (changes.length - few)));
        }
        return List.copyOf(placebos);
    }

    /** The regression on the times before alone, with a pretended beginning. All treated units have to begin at once. */
    Effect inTime(int pretended) {
        int until = panel.firstStart();
        int units = panel.units().size();
        int[] start = new int[units];
        double[][] outcome = new double[units][];
        for (int unit = 0; unit < units; unit++) {
            start[unit] = panel.isTreated(unit) ? pretended : until;
            outcome[unit] = Numbers.slice(panel.of(unit), 0, until);
        }
        return new Differences(new Panel(panel.units(), panel.times().subList(0, until), outcome, start))
                .fixedEffects();
    }
}
