package org.salus.portfolio;

import java.math.BigDecimal;
import java.util.List;
import java.util.NavigableSet;
import org.salus.framework.Sentence;

/**
 * The way of money through activities, as far as they state it.
 *
 * @param providers names of those whom the first activity has its money from; empty where nobody is named
 * @param steps the activities it goes through, two at least
 * @param receivers names of the last receivers that the last activity names; empty where it names none
 */
public record MoneyChain(List<String> providers, List<Step> steps, List<String> receivers) {
    public MoneyChain {
        providers = List.copyOf(providers);
        steps = List.copyOf(steps);
        receivers = List.copyOf(receivers);
    }

    /**
     * An activity on the way.
     *
     * @param activity identifier; of several reports of one activity the first
     * @param reports identifiers of all its reports
     * @param reporter who reports it; empty where nobody knows
     * @param reasons why money comes into it from the step before; empty at the first
     * @param handed payments from the step before that are known to go into it; empty at the first and where only that it funds is stated
     */
    public record Step(
            String activity,
            NavigableSet<String> reports,
            String title,
            String reporter,
            List<Sentence> reasons,
            List<Handed> handed) {
        public Step {
            reasons = List.copyOf(reasons);
            handed = List.copyOf(handed);
        }
    }

    /**
     * A sum of payments as published.
     *
     * @param currency ISO 4217 code; {@link LeftOutRow#NO_CURRENCY} where none is stated
     * @param payments how many
     */
    public record Handed(Measure measure, String currency, BigDecimal amount, int payments) {}
}
