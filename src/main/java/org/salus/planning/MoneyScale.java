package org.salus.planning;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The cost of steps by the periods they go on in, in whole numbers: each period of a step takes the same part of its cost, and amounts are multiplied by a number that all durations divide, so that parts are exact. Where
 * that number would be too large, parts are rounded up: a budget then may seem to hold a little less than it does, and never more. Pure.
 *
 * @param scale by which costs and budgets are multiplied, 1 or more
 */
record MoneyScale(long scale) {
    /** Sums of all costs stay below, as the solver reckons with whole numbers of 64 bits. */
    private static final long MOST = 100_000_000_000_000_000L;

    /** The spans in which a step that begins between two periods goes on, from the first to the last of them in a row of spans. */
    record Way(int first, int last, int from, int until) {
        boolean isWithinOne() {
            return first == last;
        }
    }

    static MoneyScale of(List<ScheduleProblem.Step> steps) {
        BigInteger common = BigInteger.ONE;
        BigInteger all = BigInteger.ONE;
        for (ScheduleProblem.Step step : steps) {
            if (step.cost() > 0) {
                BigInteger periods = BigInteger.valueOf(periods(step));
                BigInteger part = periods.divide(periods.gcd(BigInteger.valueOf(step.cost())));
                common = common.divide(common.gcd(part)).multiply(part);
                all = all.add(BigInteger.valueOf(step.cost()));
            }
            if (common.bitLength() > Long.SIZE) {
                break;
            }
        }
        BigInteger most = BigInteger.valueOf(MOST);
        return common.multiply(all).compareTo(most) <= 0
                ? new MoneyScale(common.longValueExact())
                : new MoneyScale(most.divide(sum(steps)).max(BigInteger.ONE).longValueExact());
    }

    private static BigInteger sum(List<ScheduleProblem.Step> steps) {
        return steps.stream().map(step -> BigInteger.valueOf(step.cost())).reduce(BigInteger.ONE, BigInteger::add);
    }

    /** In how many periods a step takes money: all in which it goes on, or the one it stands in if it takes no time. */
    static int periods(ScheduleProblem.Step step) {
        return Math.max(1, step.duration());
    }

    /** The whole cost of a step. */
    long whole(ScheduleProblem.Step step) {
        return step.cost() * scale;
    }

    /** What so many periods of a step take. */
    long part(ScheduleProblem.Step step, int periods) {
        return periods == periods(step) ? whole(step) : rate(step) * periods;
    }

    /** What one period of a step takes. */
    long rate(ScheduleProblem.Step step) {
        return Math.ceilDiv(whole(step), periods(step));
    }

    /** What a budget holds; no more than all steps together cost, which is as good as any larger amount. */
    long held(ScheduleProblem.Budget budget, List<ScheduleProblem.Step> steps) {
        return BigInteger.valueOf(budget.amount()).min(sum(steps)).longValueExact() * scale;
    }

    /**
     * In which spans a step may go on, so that each of its periods lies in one of them.
     *
     * @param spans one after the other
     */
    static List<Way> ways(ScheduleProblem.Step step, int horizon, List<ScheduleProblem.Window> spans) {
        int periods = periods(step);
        List<Way> ways = new ArrayList<>();
        for (int first = 0; first < spans.size(); first++) {
            for (int last = first; last < spans.size(); last++) {
                boolean isNext = last == first
                        || spans.get(last).from() == spans.get(last - 1).until() + 1;
                if (!isNext || spans.get(last).from() > spans.get(first).until() + periods - 1) {
                    break;
                }
                int from = Math.max(0, spans.get(first).from());
                if (last > first) {
                    from = Math.max(from, spans.get(last).from() - periods + 1);
                }
                int until = Math.min(
                        Math.min(spans.get(first).until(), spans.get(last).until() - periods + 1),
                        horizon - step.duration());
                if (from <= until) {
                    ways.add(new Way(first, last, from, until));
                }
            }
        }
        return ways;
    }
}
