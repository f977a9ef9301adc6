package org.salus.portfolio;

import java.util.List;
import java.util.Map;
import org.salus.evidence.Activity;
import org.salus.evidence.ActivityReferences;

/**
 * How the activities of a country hang together, and its money counted once. Pure: the same map, references and judgements give the same answer.
 *
 * @param links what activities state of one another
 * @param same which reports are of one activity
 * @param proposals pairs that may be; they count nothing
 * @param flows which payments bring money from one activity into another
 * @param chains money from provider to last receiver
 * @param once the rows of the map, each with what of it is set aside
 */
public record ReportedMoney(
        ActivityLinks links,
        SameActivities same,
        List<ActivityProposal> proposals,
        MoneyFlows flows,
        MoneyChains chains,
        CountedOnce once) {
    public ReportedMoney {
        proposals = List.copyOf(proposals);
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
                LikeActivities.among(activities, organisations, links, same, flows, judgements),
                flows,
                MoneyChains.of(activities, links, same, flows, organisations),
                CountOnce.of(map, links, same, flows, organisations));
    }
}
