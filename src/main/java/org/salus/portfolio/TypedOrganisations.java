package org.salus.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.View;

/**
 * What somebody says of organisations, as written in a form, a command or a request.
 *
 * @param groups keys; each group is the same, or is not
 * @param why always needed
 */
public record TypedOrganisations(OrganisationVerdict verdict, List<List<String>> groups, String why) {
    /** At most this many groups at once. */
    public static final int MOST = 200;

    public TypedOrganisations {
        groups = List.copyOf(groups);
    }

    /**
     * From text.
     *
     * @throws Failure (wrong use) if the word means nothing or there are no groups, or too many
     */
    public static TypedOrganisations of(String verdict, List<List<String>> groups, String why) {
        OrganisationVerdict said = Term.find(OrganisationVerdict.class, verdict.strip())
                .orElseThrow(() ->
                        Failure.wrongUse(Sentence.of("portfolio.review.wrong", "verdict", verdict, "same, apart")));
        if (groups.isEmpty()) {
            throw Failure.wrongUse(Sentence.of("portfolio.organisation.nothing"));
        }
        if (groups.size() > MOST) {
            throw Failure.wrongUse(Sentence.of("portfolio.organisation.too-many", MOST));
        }
        return new TypedOrganisations(said, groups, why.strip());
    }

    /**
     * The judgements.
     *
     * @throws Failure if the activities name no such organisation
     */
    public List<OrganisationJudgement> judgements(Organisations organisations) {
        List<OrganisationJudgement> judgements = new ArrayList<>();
        for (List<String> group : groups) {
            List<String> keys =
                    List.copyOf(new TreeSet<>(group.stream().map(String::strip).toList()));
            for (String key : keys) {
                if (organisations.find(key).isEmpty()) {
                    throw Failure.notFound(Sentence.of("portfolio.organisation.unknown", key));
                }
            }
            judgements.add(new OrganisationJudgement(keys, verdict, why, organisations.edition()));
        }
        return judgements;
    }

    /**
     * The edits that say so; what was said before is left out.
     *
     * @throws Failure if the activities name no such organisation
     */
    public List<Edit> edits(Organisations organisations, View view) {
        List<Edit> edits = new ArrayList<>();
        for (OrganisationJudgement said : judgements(organisations)) {
            Optional<Item<OrganisationJudgement>> known =
                    view.find(OrganisationJudgement.KIND, OrganisationJudgement.id(said.organisations()));
            boolean isSaid = known.filter(item -> item.value().equals(said) && !view.isInConflict(item.id()))
                    .isPresent();
            if (!isSaid) {
                edits.add(new Edit.Put(known.map(item -> item.saying(said)).orElseGet(said::fresh)));
            }
        }
        return edits;
    }
}
