package org.salus.portfolio;

import java.util.List;
import org.salus.ledger.Item;
import org.salus.ledger.View;

/**
 * What the members of a workspace have said of organisations, as far as one reader may see it. Where two copies disagree, or some say that two are one and others
 * that they are not, all of it is shown and none of it counts.
 */
public final class OrganisationJudgements {
    /** Nobody has said anything. */
    public static final OrganisationJudgements NONE = new OrganisationJudgements(Sayings.none());

    private final Sayings<OrganisationJudgement> said;

    private OrganisationJudgements(Sayings<OrganisationJudgement> said) {
        this.said = said;
    }

    /** Those a view shows. */
    public static OrganisationJudgements of(View view) {
        return new OrganisationJudgements(Sayings.of(
                view, OrganisationJudgement.KIND, OrganisationJudgement::organisations, OrganisationJudgements::isOne));
    }

    /** Those of a list, of which no copies disagree. */
    static OrganisationJudgements of(List<OrganisationJudgement> said) {
        return agreed(said.stream().map(OrganisationJudgement::fresh).toList());
    }

    private static OrganisationJudgements agreed(List<Item<OrganisationJudgement>> items) {
        return new OrganisationJudgements(
                Sayings.of(items, List.of(), OrganisationJudgement::organisations, OrganisationJudgements::isOne));
    }

    private static boolean isOne(OrganisationJudgement said) {
        return said.verdict() == OrganisationVerdict.SAME;
    }

    /** These and what somebody is about to say, in place of what was said before of the same groups. */
    public OrganisationJudgements and(List<OrganisationJudgement> more) {
        return agreed(said.and(more.stream().map(OrganisationJudgement::fresh)));
    }

    /** Those that count. */
    public List<Item<OrganisationJudgement>> counting() {
        return said.counting();
    }

    /** Those that are disputed and do not count. */
    public List<Item<OrganisationJudgement>> disputed() {
        return said.disputed();
    }

    /** Tells these judgements from others: the same ones give the same word. Empty where there are none. */
    public String digest() {
        return said.digest(one -> one.verdict().code() + one.why());
    }
}
