package org.salus.context;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.salus.framework.Figure;
import org.salus.framework.Sentence;

/**
 * Compares deaths of the last years with those of as many years before, and asks the median of the changes between any two of these years (Theil 1950, Sen
 * 1968) whether it points the same way, so that one terrible year does not decide. Nothing is said about significance.
 */
final class DeathsTrend {
    private DeathsTrend() {}

    /**
     * The trend at the end of a period.
     *
     * @param deaths best estimates of the years that are known
     */
    static Figure<Premise.Trend> of(Map<Integer, Long> deaths, Years period, Thresholds thresholds) {
        int span = thresholds.trendYears();
        if (period.count() < 2 * span) {
            return Figure.unknown(Sentence.of("context.trend.too-short", 2 * span, period.count()));
        }
        Years after = period.last(span);
        Years before = new Years(after.from() - span, after.from() - 1);
        List<Integer> missing = new ArrayList<>();
        for (int year = before.from(); year <= after.to(); year++) {
            if (!deaths.containsKey(year)) {
                missing.add(year);
            }
        }
        if (!missing.isEmpty()) {
            return Figure.unknown(Sentence.of("context.trend.years-missing", YearList.say(missing)));
        }
        long earlier = sum(deaths, before);
        long later = sum(deaths, after);
        BigDecimal slope = slope(deaths, new Years(before.from(), after.to()));
        Premise.Trend.Direction direction = direction(earlier, later, slope, thresholds.trendSteadyPercent());
        return Figure.known(new Premise.Trend(
                direction,
                before,
                earlier,
                after,
                later,
                slope,
                Sentence.of(
                        "context.trend." + direction.name().toLowerCase(java.util.Locale.ROOT),
                        after.from(),
                        after.to(),
                        later,
                        before.from(),
                        before.to(),
                        earlier,
                        slope)));
    }

    private static Premise.Trend.Direction direction(long earlier, long later, BigDecimal slope, int steadyPercent) {
        long difference = Math.abs(later - earlier);
        if (difference * 100 <= steadyPercent * Math.max(earlier, later)) {
            return Premise.Trend.Direction.ABOUT_AS_MANY;
        }
        if (later > earlier && slope.signum() > 0) {
            return Premise.Trend.Direction.MORE;
        }
        if (later < earlier && slope.signum() < 0) {
            return Premise.Trend.Direction.FEWER;
        }
        return Premise.Trend.Direction.NO_CLEAR_DIRECTION;
    }

    private static long sum(Map<Integer, Long> deaths, Years years) {
        long sum = 0;
        for (int year = years.from(); year <= years.to(); year++) {
            sum = Math.addExact(sum, deaths.getOrDefault(year, 0L));
        }
        return sum;
    }

    /** The median of the slopes between all pairs of years, to a hundredth of a death a year. */
    static BigDecimal slope(Map<Integer, Long> deaths, Years years) {
        List<BigDecimal> slopes = new ArrayList<>();
        for (int a = years.from(); a <= years.to(); a++) {
            for (int b = a + 1; b <= years.to(); b++) {
                slopes.add(BigDecimal.valueOf(deaths.getOrDefault(b, 0L) - deaths.getOrDefault(a, 0L))
                        .divide(BigDecimal.valueOf(b - a), 10, RoundingMode.HALF_EVEN));
            }
        }
        Collections.sort(slopes);
        int middle = slopes.size() / 2;
        BigDecimal median = slopes.size() % 2 == 1
                ? slopes.get(middle)
                : slopes.get(middle - 1).add(slopes.get(middle)).divide(BigDecimal.TWO, 10, RoundingMode.HALF_EVEN);
        return median.setScale(2, RoundingMode.HALF_EVEN);
    }
}
