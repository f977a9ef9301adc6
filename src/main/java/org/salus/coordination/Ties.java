package org.salus.coordination;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.salus.portfolio.ActivityLink;
import org.salus.portfolio.ActivityLinks;
import org.salus.portfolio.LinkKind;
import org.salus.portfolio.MoneyChains;
import org.salus.portfolio.MoneyFlow;
import org.salus.portfolio.MoneyFlows;
import org.salus.portfolio.SameActivities;
import org.salus.portfolio.SortedActivity;

/** How activities hang together by what they state: into which one a payment goes, and which are further steps or other reports of one another. */
final class Ties {
    private final SameActivities same;
    private final Map<String, Map<Integer, String>> into = new HashMap<>();
    private final Map<String, Set<String>> funders = new TreeMap<>();

    /**
     * By links and flows.
     *
     * @param chains of them; what lies in a circle there is nobody's further step
     */
    Ties(ActivityLinks links, SameActivities same, MoneyFlows flows, MoneyChains chains) {
        this.same = same;
        Set<String> circles = chains.circles();
        for (ActivityLink link : links.all(LinkKind.FUNDS)) {
            funds(link.from(), link.to(), circles);
        }
        for (MoneyFlow flow : flows.all()) {
            into.computeIfAbsent(flow.from(), first -> new HashMap<>()).put(flow.transaction(), flow.to());
            funds(flow.from(), flow.to(), circles);
        }
    }

    private void funds(String from, String to, Set<String> circles) {
        String giver = same.whole(from);
        String taker = same.whole(to);
        if (!giver.equals(taker) && !(circles.contains(giver) && circles.contains(taker))) {
            funders.computeIfAbsent(taker, first -> new TreeSet<>()).add(giver);
        }
    }

    /** The activity that a payment goes into, if that is stated and it is loaded. */
    Optional<String> into(String activity, int transaction) {
        return Optional.ofNullable(into.getOrDefault(activity, Map.of()).get(transaction));
    }

    /** Of some activities those that are nobody else's further step and no second report of another one among them. */
    List<SortedActivity> separate(List<SortedActivity> some) {
        Set<String> here = new HashSet<>();
        some.forEach(sorted -> here.add(whole(sorted)));
        Set<String> seen = new HashSet<>();
        return some.stream()
                .filter(sorted ->
                        funders.getOrDefault(whole(sorted), Set.of()).stream().noneMatch(here::contains))
                .filter(sorted -> seen.add(whole(sorted)))
                .toList();
    }

    private String whole(SortedActivity sorted) {
        return same.whole(sorted.activity().identifier());
    }
}
