package org.salus.portfolio;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.salus.evidence.Activity;
import org.salus.evidence.ActivityReferences;

/**
 * What activities state of one another: by the identifiers of activities at their transactions and participants, related activities, and other identifiers. Pure
 * and immutable: the same activities give the same links in the same order. Nothing here rests on likeness.
 */
public final class ActivityLinks {
    private final List<ActivityLink> all;
    private final List<Elsewhere> elsewhere;
    private final NavigableMap<String, List<ActivityLink>> byActivity = new TreeMap<>();

    /**
     * That an activity names one that is not among these: it is not loaded, is about another country, or has no such identifier.
     *
     * @param named as written
     * @param statement where it is named
     */
    public record Elsewhere(LinkKind kind, String named, ActivityLink.Statement statement) {}

    ActivityLinks(List<ActivityLink> all, List<Elsewhere> elsewhere) {
        this.all = List.copyOf(all);
        this.elsewhere = List.copyOf(elsewhere);
        for (ActivityLink link : all) {
            byActivity.computeIfAbsent(link.from(), first -> new ArrayList<>()).add(link);
            byActivity.computeIfAbsent(link.to(), first -> new ArrayList<>()).add(link);
        }
    }

    /**
     * The links among activities.
     *
     * @param references by identifier, as {@link org.salus.evidence.Activities#referencesIn} gives them
     */
    public static ActivityLinks of(Collection<Activity> activities, Map<String, ActivityReferences> references) {
        return new FindLinks(activities).find(references);
    }

    /** All, by kind and identifiers. */
    public List<ActivityLink> all() {
        return all;
    }

    /** Those of one activity, whichever end it is. */
    public List<ActivityLink> of(String identifier) {
        return byActivity.getOrDefault(identifier, List.of());
    }

    /** Those of one kind. */
    public List<ActivityLink> all(LinkKind kind) {
        return all.stream().filter(link -> link.kind() == kind).toList();
    }

    /** What leads out of these activities. */
    public List<Elsewhere> elsewhere() {
        return elsewhere;
    }
}
