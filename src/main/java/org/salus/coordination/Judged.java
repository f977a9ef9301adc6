package org.salus.coordination;

import org.salus.ledger.View;
import org.salus.portfolio.Judgements;
import org.salus.portfolio.OrganisationJudgements;
import org.salus.portfolio.SameActivityJudgements;

/**
 * What people said of open data: it counts before what rules and models say.
 *
 * @param areas which area of reform an activity supports
 * @param organisations which organisations are one
 * @param activities which activities are one and the same
 */
public record Judged(Judgements areas, OrganisationJudgements organisations, SameActivityJudgements activities) {
    /** Nobody has said anything. */
    public static final Judged NOTHING =
            new Judged(Judgements.NONE, OrganisationJudgements.NONE, SameActivityJudgements.NONE);

    /** What the members of a workspace said, as far as its reader may see it. */
    public static Judged of(View view) {
        return new Judged(Judgements.of(view), OrganisationJudgements.of(view), SameActivityJudgements.of(view));
    }
}
