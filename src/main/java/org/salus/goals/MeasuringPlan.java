package org.salus.goals;

import java.util.List;
import java.util.Optional;
import org.salus.framework.PartialDate;

/**
 * When an indicator is measured, by whom, and what is expected on the way.
 *
 * @param noBaseline why nobody knows where it began; empty where there is a baseline or nobody has looked
 * @param milestones what it is to be on the way from the baseline to the target
 * @param firstDue the end of the first period a measurement is owed for; without it nothing is owed
 * @param responsible the office that owes the measurement; never a person
 * @param levels of a judgement in words, written out, from the worst up; the first is level 0
 */
public record MeasuringPlan(
        String noBaseline,
        List<Reading> milestones,
        Frequency frequency,
        Optional<PartialDate> firstDue,
        String responsible,
        List<String> levels) {
    /** Nobody has planned anything. */
    public static final MeasuringPlan NONE =
            new MeasuringPlan("", List.of(), Frequency.YEARLY, Optional.empty(), "", List.of());

    public MeasuringPlan {
        milestones = List.copyOf(milestones);
        levels = List.copyOf(levels);
    }
}
