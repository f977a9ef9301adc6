package org.salus.portfolio;

import java.util.List;
import java.util.Map;
import org.salus.evidence.Activity;
import org.salus.evidence.ActivityReferences;

/**
 * How the activities of a country hang together, and its money counted once. Pure and immutable: the same map, references and judgements give the same answer.
 */
public final class ReportedMoney {
    private final ActivityLinks links;
    private final SameActivities same;
    private final Later<ActivityProposal> proposals;
    private final MoneyFlows flows;
    private final MoneyChains chains;
    private final CountedOnce once;

    private ReportedMoney(
            ActivityLinks links,
            SameActivities same,
            Later<ActivityProposal> proposals,
            MoneyFlows flows,
            MoneyChains chains,
            CountedOnce once) {
        this.links = links;
        this.same = same;
        this.proposals = proposals;
        this.flows = flows;
        this.chains = chains;
        this.once = once;
    }

    /**
     * Of a map of support.
     *
     * @param references by identifier, as {@link org.salus.evidence.Activities#referencesIn} gives them
     * @throws IllegalArgumentException if it is a map of some years only: what is set aside is settled over all
     */
    public static ReportedMoney of(
            SupportMap map,
            Map<String, ActivityReferences> references,
            Organisations organisations,
            SameActivityJudgements judgements) {
        List<Activity> activities =
                map.activities().stream().map(SortedActivity::activity).toList();
        ActivityLinks links = ActivityLinks.of(activities, references);
        SameActivities same = SameActivities.of(activities, links, judgements);
        MoneyFlows flows = MoneyFlows.of(activities, links, same, organisations);
        return new ReportedMoney(
                links,
                same,
                new Later<>(() -> LikeActivities.among(activities, organisations, links, same, flows, judgements)),
                flows,
                MoneyChains.of(activities, links, same, flows, organisations),
                CountOnce.of(map, links, same, flows, organisations));
    }

    /** What activities state of one another. */
    public ActivityLinks links() {
        return links;
    }

    /** Which reports are of one activity. */
    public SameActivities same() {
        return same;
    }

    /** Pairs that may be one activity, the likeliest first; they count nothing. */
    public List<ActivityProposal> proposals() {
        return proposals.get();
    }

    /** Which payments bring money from one activity into another. */
    public MoneyFlows flows() {
        return flows;
    }

    /** Money from provider to last receiver. */
    public MoneyChains chains() {
        return chains;
    }

    /** The rows of the map, each with what of it is set aside. */
    public CountedOnce once() {
        return once;
    }
}
