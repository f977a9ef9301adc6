package org.salus.goals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.Aim;
import org.salus.framework.PartialDate;
import org.salus.framework.ResultLevel;
import org.salus.framework.SecurityKind;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;

/**
 * A change for citizens.
 *
 * @param title what citizens would notice
 * @param forWhom whose security it is about
 * @param aims what it moves in the institutions
 * @param security against what: from within the country, from outside, or both
 * @param effects what it is hoped to lead to
 * @param leftOut who may be left out or made less safe
 * @param note anything else
 */
public record Goal(
        ItemId chain,
        String title,
        String forWhom,
        List<Aim> aims,
        Optional<SecurityKind> security,
        List<ExpectedEffect> effects,
        String leftOut,
        String note)
        implements Box {
    public static final Kind<Goal> KIND = Kind.of("goal", Goal.class)
            .needing(goal -> Set.of(goal.chain()))
            .onceNamedByWords()
            .ruledBy((edited, view) -> Texts.refusals(
                    edited.value().title(),
                    "goals.refusal.no-title",
                    edited.value().leftOut(),
                    edited.value().note()));

    public Goal {
        aims = List.copyOf(aims);
        effects = List.copyOf(effects);
    }

    /** A goal of which only this is said. */
    public static Goal of(ItemId chain, String title) {
        return new Goal(chain, title, "", List.of(), Optional.empty(), List.of(), "", "");
    }

    @Override
    public ResultLevel level() {
        return ResultLevel.GOAL;
    }

    @Override
    public Optional<PartialDate> due() {
        return Optional.empty();
    }
}
