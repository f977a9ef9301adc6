package org.salus.goals;

import java.util.Optional;
import java.util.Set;
import org.salus.framework.PartialDate;
import org.salus.framework.ResultLevel;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;

/**
 * What support is to bring about on the way to an objective.
 *
 * @param kind what an activity hands over, or a change in how others act
 * @param means by what it works, if its authors say
 * @param owner who answers for it: an office
 */
public record Result(
        ItemId chain,
        String title,
        ResultKind kind,
        Optional<Means> means,
        String owner,
        Optional<PartialDate> until,
        String note)
        implements Box {
    public static final Kind<Result> KIND = Kind.of("result", Result.class)
            .needing(result -> Set.of(result.chain()))
            .onceNamedByWords()
            .ruledBy((edited, view) -> Texts.refusals(
                    edited.value().title(),
                    "goals.refusal.no-title",
                    edited.value().note()));

    /** A result of which only this is said. */
    public static Result of(ItemId chain, ResultKind kind, String title) {
        return new Result(chain, title, kind, Optional.empty(), "", Optional.empty(), "");
    }

    @Override
    public ResultLevel level() {
        return ResultLevel.RESULT;
    }

    @Override
    public Optional<PartialDate> due() {
        return until;
    }
}
