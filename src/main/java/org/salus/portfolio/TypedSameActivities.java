package org.salus.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.View;

/**
 * What somebody says of pairs of activities, as written in a form or a request.
 *
 * @param pairs identifiers, two each
 * @param why always needed
 */
public record TypedSameActivities(SameActivityVerdict verdict, List<List<String>> pairs, String why) {
    /** At most this many pairs at once. */
    public static final int MOST = 200;

    public TypedSameActivities {
        pairs = List.copyOf(pairs);
    }

    /**
     * From text.
     *
     * @throws Failure (wrong use) if the word means nothing, or there are no pairs, or too many
     */
    public static TypedSameActivities of(String verdict, List<List<String>> pairs, String why) {
        SameActivityVerdict said = Term.find(SameActivityVerdict.class, verdict.strip())
                .orElseThrow(() ->
                        Failure.wrongUse(Sentence.of("portfolio.review.wrong", "verdict", verdict, "same, apart")));
        if (pairs.isEmpty()) {
            throw Failure.wrongUse(Sentence.of("portfolio.organisation.tick-one"));
        }
        if (pairs.size() > MOST) {
            throw Failure.wrongUse(Sentence.of("portfolio.organisation.too-many", MOST));
        }
        if (pairs.stream().anyMatch(pair -> pair.size() != 2)) {
            throw Failure.wrongUse(Sentence.of("portfolio.same-activity.refusal.pair"));
        }
        return new TypedSameActivities(said, pairs, why.strip());
    }

    /**
     * The judgements.
     *
     * @param map of the country that they are activities of
     * @throws Failure if it has no such activity
     */
    public List<SameActivityJudgement> judgements(SupportMap map) {
        List<SameActivityJudgement> judgements = new ArrayList<>();
        for (List<String> pair : pairs) {
            for (String identifier : pair) {
                if (map.find(identifier).isEmpty()) {
                    throw Failure.notFound(Sentence.of(
                            "portfolio.same-activity.unknown",
                            identifier,
                            map.country().name()));
                }
            }
            judgements.add(SameActivityJudgement.of(pair.getFirst(), pair.getLast(), verdict, why));
        }
        return judgements;
    }

    /**
     * The edits that say so; what was said before is left out.
     *
     * @throws Failure if the country has no such activity
     */
    public List<Edit> edits(SupportMap map, View view) {
        List<Edit> edits = new ArrayList<>();
        for (SameActivityJudgement said : judgements(map)) {
            Optional<Item<SameActivityJudgement>> known =
                    view.find(SameActivityJudgement.KIND, SameActivityJudgement.id(said.activities()));
            boolean isSaid = known.filter(item -> item.value().equals(said) && !view.isInConflict(item.id()))
                    .isPresent();
            if (!isSaid) {
                edits.add(new Edit.Put(known.map(item -> item.saying(said)).orElseGet(said::fresh)));
            }
        }
        return edits;
    }
}
