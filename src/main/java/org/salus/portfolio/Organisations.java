package org.salus.portfolio;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.evidence.Activity;
import org.salus.evidence.Party;
import org.salus.ledger.Item;

/**
 * The organisations that activities name, each once, however it is written. Pure and immutable: the same activities and judgements give the same organisations,
 * in the same order. Only stated facts join: references, equal names, stated acronyms, shipped tables, and people; what is merely alike is proposed.
 */
public final class Organisations {
    private final List<Organisation> all;
    private final Map<String, Organisation> byKey;
    private final Map<String, Organisation> byWriting;
    private final Later<OrganisationProposal> proposals;
    private final List<Item<OrganisationJudgement>> disputed;
    private final List<Item<OrganisationJudgement>> idle;
    private final PartyReading reading;
    private final Totals totals;

    /**
     * What went in.
     *
     * @param names different written names
     * @param references different written references
     * @param mentions how often an organisation is named in an activity
     * @param nobody how many of those name nobody: no name, no reference that means anything
     */
    public record Totals(int names, int references, int mentions, int nobody) {}

    Organisations(
            List<Organisation> all,
            Map<String, Organisation> byKey,
            Map<String, Organisation> byWriting,
            Later<OrganisationProposal> proposals,
            List<Item<OrganisationJudgement>> disputed,
            List<Item<OrganisationJudgement>> idle,
            PartyReading reading,
            Totals totals) {
        this.all = List.copyOf(all);
        this.byKey = Map.copyOf(byKey);
        this.byWriting = Map.copyOf(byWriting);
        this.proposals = proposals;
        this.disputed = List.copyOf(disputed);
        this.idle = List.copyOf(idle);
        this.reading = reading;
        this.totals = totals;
    }

    /** Those of activities, by the rules alone. */
    public static Organisations of(Collection<Activity> activities) {
        return of(activities, OrganisationJudgements.NONE);
    }

    /** Those of activities, where what people said wins over the rules. */
    public static Organisations of(Collection<Activity> activities, OrganisationJudgements judgements) {
        return new JoinOrganisations(judgements).join(activities);
    }

    /** All, those first that most activities name. */
    public List<Organisation> all() {
        return all;
    }

    /** By its key, or by a key under which it was known before: any of its references or names. */
    public Optional<Organisation> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** Whom a party of an activity is; empty where it names nobody. */
    public Optional<Organisation> of(Activity activity, Party party) {
        return Optional.ofNullable(byWriting.get(reading.writing(activity, party)));
    }

    /** Pairs that may be one, the likeliest first. Pairs that somebody keeps apart are not among them. */
    public List<OrganisationProposal> proposals() {
        return proposals.get();
    }

    /** What people said that does not count, because they say the opposite of one another. */
    public List<Item<OrganisationJudgement>> disputed() {
        return disputed;
    }

    /** What people said of organisations that these activities do not name. */
    public List<Item<OrganisationJudgement>> idle() {
        return idle;
    }

    public Totals totals() {
        return totals;
    }

    /** Edition of the rules. */
    public String edition() {
        return reading.edition();
    }
}
