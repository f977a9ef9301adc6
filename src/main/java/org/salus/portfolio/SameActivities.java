package org.salus.portfolio;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.salus.evidence.Activity;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;

/**
 * Which reported activities are one: those that state it, and those of which somebody says it. Who says that two are not the same wins over what activities
 * state, also through a chain of others. Pure and immutable.
 */
public final class SameActivities {
    private final Map<String, NavigableSet<String>> groups;
    private final List<Joining> joinings;

    /**
     * That two reports are of one activity.
     *
     * @param isJudged whether somebody says so, and no activity states it
     */
    public record Joining(String first, String second, boolean isJudged, Sentence reason) {}

    private SameActivities(Map<String, NavigableSet<String>> groups, List<Joining> joinings) {
        this.groups = groups;
        this.joinings = List.copyOf(joinings);
    }

    /** What activities state and people say. */
    public static SameActivities of(
            Collection<Activity> activities, ActivityLinks links, SameActivityJudgements judgements) {
        Groups groups = new Groups(activities);
        for (Item<SameActivityJudgement> item : judgements.counting()) {
            if (item.value().verdict() == SameActivityVerdict.APART) {
                groups.keepApart(
                        item.value().activities().getFirst(),
                        item.value().activities().getLast());
            }
        }
        for (Item<SameActivityJudgement> item : judgements.counting()) {
            if (item.value().verdict() == SameActivityVerdict.SAME) {
                groups.join(new Joining(
                        item.value().activities().getFirst(),
                        item.value().activities().getLast(),
                        true,
                        Sentence.of(
                                "portfolio.same-activity.because", item.value().why())));
            }
        }
        for (ActivityLink link : links.all(LinkKind.SAME)) {
            groups.join(new Joining(
                    link.from(), link.to(), false, link.statements().getFirst().reason()));
        }
        Map<String, NavigableSet<String>> several = new TreeMap<>();
        groups.members.values().stream()
                .filter(members -> members.size() > 1)
                .forEach(members -> members.forEach(member -> several.put(member, members)));
        return new SameActivities(several, groups.joinings);
    }

    private static final class Groups {
        private final Map<String, NavigableSet<String>> members = new TreeMap<>();
        private final Map<String, Set<String>> apart = new HashMap<>();
        private final List<Joining> joinings = new ArrayList<>();

        Groups(Collection<Activity> activities) {
            activities.forEach(
                    activity -> members.put(activity.identifier(), new TreeSet<>(Set.of(activity.identifier()))));
        }

        void keepApart(String one, String other) {
            apart.computeIfAbsent(one, first -> new HashSet<>()).add(other);
            apart.computeIfAbsent(other, first -> new HashSet<>()).add(one);
        }

        /** Joins unless one of the two is not here, or that would bring two together that are kept apart. */
        void join(Joining joining) {
            NavigableSet<String> mine = members.get(joining.first());
            NavigableSet<String> theirs = members.get(joining.second());
            if (mine == null || theirs == null || mine.contains(joining.second())) {
                return;
            }
            boolean isApart = mine.stream()
                    .anyMatch(one -> apart.getOrDefault(one, Set.of()).stream().anyMatch(theirs::contains));
            if (!isApart) {
                mine.addAll(theirs);
                theirs.forEach(member -> members.put(member, mine));
                joinings.add(joining);
            }
        }
    }

    /** The name of the whole that an activity is a report of: the first identifier of its reports, its own where there is one report only. */
    public String whole(String identifier) {
        NavigableSet<String> group = groups.get(identifier);
        return group == null ? identifier : group.first();
    }

    /** Every report of the activity that one is a report of, itself among them. */
    public NavigableSet<String> reports(String identifier) {
        NavigableSet<String> group = groups.get(identifier);
        return group == null ? new TreeSet<>(Set.of(identifier)) : new TreeSet<>(group);
    }

    /** Activities that are reported more than once, each with its reports. */
    public List<NavigableSet<String>> severalTimes() {
        return groups.entrySet().stream()
                .filter(entry -> entry.getKey().equals(entry.getValue().first()))
                .map(entry -> (NavigableSet<String>) new TreeSet<>(entry.getValue()))
                .toList();
    }

    /** Why reports are of one activity. */
    public List<Joining> joinings() {
        return joinings;
    }
}
