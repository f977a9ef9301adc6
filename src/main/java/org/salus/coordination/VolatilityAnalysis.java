package org.salus.coordination;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.salus.framework.Figure;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.portfolio.SupportRow;

/** How yearly sums swing, by two methods, neither of which is the truth. Formulas are in {@code docs/coordination.md}. */
final class VolatilityAnalysis {
    private final Thresholds thresholds;

    private VolatilityAnalysis(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /** All areas of reform together first, then area by area. Years that were not over do not count. */
    static List<Predictability.Volatility> of(CoordinationInputs inputs, Thresholds thresholds) {
        TreeMap<Integer, BigDecimal> all = new TreeMap<>();
        Map<ReformArea, TreeMap<Integer, BigDecimal>> areas = new EnumMap<>(ReformArea.class);
        OptionalInt last = inputs.lastFullYear();
        for (SupportRow row : inputs.inPeriod()) {
            Integer year = row.year();
            if (year != null && last.isPresent() && year <= last.getAsInt()) {
                all.merge(year, row.value(), BigDecimal::add);
                areas.computeIfAbsent(row.area(), first -> new TreeMap<>()).merge(year, row.value(), BigDecimal::add);
            }
        }
        VolatilityAnalysis analysis = new VolatilityAnalysis(thresholds);
        List<Predictability.Volatility> found = new ArrayList<>();
        found.add(analysis.volatility(Optional.empty(), all));
        areas.forEach((area, years) -> found.add(analysis.volatility(Optional.of(area), years)));
        return found;
    }

    private Predictability.Volatility volatility(Optional<ReformArea> area, NavigableMap<Integer, BigDecimal> years) {
        if (years.isEmpty()) {
            Sentence nothing = Sentence.of("coordination.missing.no-years", 0, thresholds.volatilityYears());
            return new Predictability.Volatility(
                    area, Optional.empty(), Optional.empty(), Figure.unknown(nothing), Figure.unknown(nothing));
        }
        int from = years.firstKey();
        int to = years.lastKey();
        List<BigDecimal> sums = new ArrayList<>();
        List<Integer> empty = new ArrayList<>();
        for (int year = from; year <= to; year++) {
            BigDecimal sum = years.get(year);
            sums.add(sum == null ? BigDecimal.ZERO : sum);
            if (sum == null) {
                empty.add(year);
            }
        }
        return new Predictability.Volatility(
                area, Optional.of(from), Optional.of(to), variation(sums, empty), logChange(sums, from));
    }

    private Figure<BigDecimal> variation(List<BigDecimal> sums, List<Integer> empty) {
        if (sums.size() < thresholds.volatilityYears()) {
            return tooFew(sums);
        }
        BigDecimal count = BigDecimal.valueOf(sums.size());
        BigDecimal mean = sums.stream().reduce(BigDecimal.ZERO, BigDecimal::add).divide(count, MathContext.DECIMAL128);
        if (mean.signum() <= 0) {
            return Figure.unknown(Sentence.of("coordination.missing.mean-not-positive"));
        }
        BigDecimal squares =
                sums.stream().map(sum -> sum.subtract(mean).pow(2)).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal variation = squares.divide(count.subtract(BigDecimal.ONE), MathContext.DECIMAL128)
                .sqrt(MathContext.DECIMAL128)
                .divide(mean, Share.SCALE, RoundingMode.HALF_EVEN);
        return empty.isEmpty()
                ? Figure.known(variation)
                : Figure.partial(variation, Sentence.of("coordination.missing.empty-years", list(empty)));
    }

    private Figure<BigDecimal> logChange(List<BigDecimal> sums, int from) {
        if (sums.size() < thresholds.volatilityYears()) {
            return tooFew(sums);
        }
        List<Integer> without = new ArrayList<>();
        for (int i = 0; i < sums.size(); i++) {
            if (sums.get(i).signum() <= 0) {
                without.add(from + i);
            }
        }
        if (!without.isEmpty()) {
            return Figure.unknown(Sentence.of("coordination.missing.no-logarithm", list(without)));
        }
        double changes = 0;
        for (int i = 1; i < sums.size(); i++) {
            changes += Math.abs(StrictMath.log(
                    sums.get(i).divide(sums.get(i - 1), MathContext.DECIMAL128).doubleValue()));
        }
        return Figure.known(
                BigDecimal.valueOf(changes / (sums.size() - 1)).setScale(Share.SCALE, RoundingMode.HALF_EVEN));
    }

    private <T> Figure<T> tooFew(List<BigDecimal> sums) {
        return Figure.unknown(Sentence.of("coordination.missing.no-years", sums.size(), thresholds.volatilityYears()));
    }

    private static String list(List<Integer> years) {
        return years.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
