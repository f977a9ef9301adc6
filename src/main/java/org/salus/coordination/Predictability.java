package org.salus.coordination;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.salus.framework.Figure;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;

/**
 * Whether support came as it was planned, and how it swings.
 *
 * @param years the years that have plans, ascending; those that were not over have figures without value
 * @param leftOut what was planned and could not be read, with the activities
 * @param volatilities of all areas of reform together first, then area by area
 */
public record Predictability(List<PlanYear> years, List<LeftOutPlan> leftOut, List<Volatility> volatilities) {
    public Predictability {
        years = List.copyOf(years);
        leftOut = List.copyOf(leftOut);
        volatilities = List.copyOf(volatilities);
    }

    /**
     * A year's plans beside what was paid.
     *
     * @param planned for this year, by activities of reform
     * @param paid what these activities paid in it
     * @param paidWithoutPlan what other activities paid in it, which say nothing about that year beforehand; with {@code paid} it is all that was paid
     * @param paidOfPlanned paid ÷ planned; too much here makes up for too little there
     * @param asPlanned what was paid activity by activity up to its plan, ÷ planned: nothing makes up for anything
     * @param activities identifiers of those with a plan
     */
    public record PlanYear(
            int year,
            BigDecimal planned,
            BigDecimal paid,
            BigDecimal paidWithoutPlan,
            Figure<BigDecimal> paidOfPlanned,
            Figure<BigDecimal> asPlanned,
            List<String> activities) {
        public PlanYear {
            activities = List.copyOf(activities);
        }
    }

    /** Plans that are in no figure. */
    public record LeftOutPlan(Sentence reason, List<String> activities) {
        public LeftOutPlan {
            activities = List.copyOf(activities);
        }
    }

    /**
     * How much yearly sums swing.
     *
     * @param area empty for all areas of reform together
     * @param from first year that counts; empty if there is none
     * @param to last year that counts
     * @param variation standard deviation of the years' sums (of a sample) ÷ their mean
     * @param logChange mean of the absolute changes of the natural logarithm from year to year; 0.69 is doubling or halving
     */
    public record Volatility(
            Optional<ReformArea> area,
            Optional<Integer> from,
            Optional<Integer> to,
            Figure<BigDecimal> variation,
            Figure<BigDecimal> logChange) {}
}
