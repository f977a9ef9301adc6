package org.salus.impact;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salus.framework.PartialDate;

/**
 * What a study came to when somebody asked and kept it. It is worked out anew whenever it is shown; this is what it is held against, and what is told where nothing is worked out.
 *
 * @param on the day
 * @param value the main figure, in the outcome's unit; of counts a ratio
 * @param lower end of the interval, where there is one
 * @param upper end of the interval, where there is one
 * @param p how often so much comes without cause, where it can be told
 * @param data digest of the rows it came from
 * @param settings digest of the settings it came from
 */
public record KeptResult(
        PartialDate on,
        VerdictKind verdict,
        BigDecimal value,
        Optional<BigDecimal> lower,
        Optional<BigDecimal> upper,
        Optional<BigDecimal> p,
        String data,
        String settings) {
    /** Twelve digits: what is worked out anew on another machine may differ behind them. */
    private static final MathContext DIGITS = new MathContext(12);

    /** Figures that differ by less in proportion are the same. */
    private static final double SAME = 1e-6;

    static KeptResult of(
            PartialDate on, ImpactAnswer answer, VerdictKind verdict, StudyTable table, StudySettings settings) {
        ImpactAnswer.Estimate estimate = answer.estimate();
        return new KeptResult(
                on,
                verdict,
                new BigDecimal(estimate.value()).round(DIGITS),
                decimal(estimate.lower()),
                decimal(estimate.upper()),
                decimal(estimate.p()),
                table.digest().toString(),
                settings.digest());
    }

    private static Optional<BigDecimal> decimal(@Nullable Double figure) {
        return figure == null ? Optional.empty() : Optional.of(new BigDecimal(figure).round(DIGITS));
    }

    /** Whether it was asked of these rows by these settings. */
    boolean isOf(StudyTable table, StudySettings asked) {
        return data.equals(table.digest().toString()) && settings.equals(asked.digest());
    }

    /** Whether what is worked out today is what was kept. */
    boolean isSameAs(ImpactAnswer answer, VerdictKind today) {
        double kept = value.doubleValue();
        return verdict == today && Math.abs(answer.estimate().value() - kept) <= SAME * Math.max(1, Math.abs(kept));
    }
}
