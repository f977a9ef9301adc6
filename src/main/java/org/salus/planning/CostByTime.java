package org.salus.planning;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Costs over spans of time, each shared by the months its step goes on in: a month that is begun or ended within counts by its days. Shares are exact fractions; only the sum of each span is rounded to the cent, down, and
 * the cents that are left go to the spans that lost most (the later one of two that lost the same). So all spans add up to all costs, and none is told a cent above what it holds when rounded up. Pure.
 */
final class CostByTime {
    /** In these parts of a month every day of every month is a whole number: the least number that 28, 29, 30 and 31 divide. */
    private static final long MONTH = 377_580;

    private static final BigInteger CENTS = BigInteger.valueOf(100);

    private final Every every;
    private final List<LocalDate> spans;
    private final List<BigDecimal> undivided = new ArrayList<>();
    private final List<Fraction> divided = new ArrayList<>();
    private BigDecimal allDivided = BigDecimal.ZERO;

    /**
     * No cost as yet.
     *
     * @param spans their first days, one after the other
     */
    CostByTime(Every every, List<LocalDate> spans) {
        this.every = every;
        this.spans = spans;
        spans.forEach(span -> {
            undivided.add(BigDecimal.ZERO);
            divided.add(Fraction.NONE);
        });
    }

    /** What a step takes from one day to another, both included. */
    record Spent(BigDecimal cost, LocalDate from, LocalDate until) {}

    /** What is spent in each calendar year, from the first one to the last. */
    static Map<Integer, BigDecimal> byYear(Collection<Spent> all) {
        Map<Integer, BigDecimal> years = new TreeMap<>();
        if (all.isEmpty()) {
            return years;
        }
        int first = all.stream().mapToInt(one -> one.from().getYear()).min().orElseThrow();
        int last = all.stream().mapToInt(one -> one.until().getYear()).max().orElseThrow();
        List<LocalDate> spans = IntStream.rangeClosed(first, last)
                .mapToObj(year -> LocalDate.of(year, 1, 1))
                .toList();
        CostByTime costs = new CostByTime(Every.YEAR, spans);
        all.forEach(costs::add);
        List<BigDecimal> amounts = costs.amounts();
        for (int at = 0; at < spans.size(); at++) {
            years.put(first + at, amounts.get(at));
        }
        return years;
    }

    /** Adds a cost; the spans reach from its first day to its last. */
    void add(Spent spent) {
        int first = spans.indexOf(every.begin(spent.from()));
        int last = spans.indexOf(every.begin(spent.until()));
        if (first == last) {
            undivided.set(first, undivided.get(first).add(spent.cost()));
            return;
        }
        allDivided = allDivided.add(spent.cost());
        long all = parts(spent.from(), spent.until());
        for (int at = first; at <= last; at++) {
            LocalDate end = every.next(spans.get(at)).minusDays(1);
            long within = parts(
                    spent.from().isAfter(spans.get(at)) ? spent.from() : spans.get(at),
                    spent.until().isBefore(end) ? spent.until() : end);
            divided.set(at, divided.get(at).plus(Fraction.of(spent.cost(), within, all)));
        }
    }

    /** How long a time is, in parts of a month. */
    private static long parts(LocalDate from, LocalDate until) {
        long parts = 0;
        LocalDate at = from;
        while (!at.isAfter(until)) {
            LocalDate end = at.withDayOfMonth(at.lengthOfMonth());
            LocalDate last = until.isBefore(end) ? until : end;
            parts += (last.getDayOfMonth() - at.getDayOfMonth() + 1) * (MONTH / at.lengthOfMonth());
            at = end.plusDays(1);
        }
        return parts;
    }

    /** What each span takes, in the order of the spans. */
    List<BigDecimal> amounts() {
        List<BigDecimal> amounts = new ArrayList<>();
        BigDecimal rest = allDivided;
        for (Fraction fraction : divided) {
            BigDecimal down = fraction.cents();
            amounts.add(down);
            rest = rest.subtract(down);
        }
        List<Integer> order = IntStream.range(0, divided.size())
                .boxed()
                .sorted(Comparator.comparing((Integer at) -> divided.get(at).belowCents())
                        .thenComparing(Comparator.naturalOrder())
                        .reversed())
                .toList();
        BigDecimal cent = BigDecimal.ONE.movePointLeft(2);
        for (int at : order) {
            BigDecimal more = rest.min(cent);
            if (more.signum() > 0) {
                amounts.set(at, amounts.get(at).add(more));
                rest = rest.subtract(more);
            }
        }
        return IntStream.range(0, amounts.size())
                .mapToObj(at -> divided.get(at).numerator().signum() == 0
                        ? undivided.get(at)
                        : undivided.get(at).add(amounts.get(at)))
                .toList();
    }

    /** An exact amount. */
    private record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {
        static final Fraction NONE = new Fraction(BigInteger.ZERO, BigInteger.ONE);

        static Fraction of(BigDecimal amount, long parts, long all) {
            BigDecimal whole = amount.setScale(Math.max(0, amount.scale()), RoundingMode.UNNECESSARY);
            return least(
                    whole.unscaledValue().multiply(BigInteger.valueOf(parts)),
                    BigInteger.TEN.pow(whole.scale()).multiply(BigInteger.valueOf(all)));
        }

        private static Fraction least(BigInteger numerator, BigInteger denominator) {
            BigInteger common = numerator.gcd(denominator).max(BigInteger.ONE);
            return new Fraction(numerator.divide(common), denominator.divide(common));
        }

        Fraction plus(Fraction other) {
            return least(
                    numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                    denominator.multiply(other.denominator));
        }

        BigDecimal cents() {
            BigInteger hundredfold = numerator.multiply(CENTS);
            return new BigDecimal(
                    hundredfold.subtract(hundredfold.mod(denominator)).divide(denominator), 2);
        }

        /** What is left of it once it is rounded down to the cent, in cents. */
        Fraction belowCents() {
            return new Fraction(numerator.multiply(CENTS).mod(denominator), denominator);
        }

        @Override
        public int compareTo(Fraction other) {
            return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
        }
    }
}
