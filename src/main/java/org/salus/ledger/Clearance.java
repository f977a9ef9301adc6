package org.salus.ledger;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What one reader may know of the steps of a workspace: which changes, and whose words. What of a step is not known is not told and not copied. */
final class Clearance {
    private final Graph graph;
    private final Standing standing;
    private final Visibility visibility;
    private final Court court;

    Clearance(Graph graph, Standing standing, Visibility visibility, Court court) {
        this.graph = graph;
        this.standing = standing;
        this.visibility = visibility;
        this.court = court;
    }

    /** What a reader may be shown. */
    static Clearance forReading(Graph graph, State now, Standing standing, Payloads payloads, Contents contents) {
        return new Clearance(
                graph,
                standing,
                new Visibility(now, standing),
                new Court(graph, now, standing, payloads, payloads, contents, Optional.empty()));
    }

    /** What a reader may take along: as much, but for what stays at home and all that says something about it. */
    static Clearance forTaking(Graph graph, State now, Standing standing, Payloads payloads, Contents contents) {
        Predicate<Version> travels = version -> version.isRemoval() || !contents.isKeptHome(version.item(contents));
        return new Clearance(
                graph,
                standing,
                new Visibility(now, standing, travels),
                new Court(graph, now, standing, payloads, payloads, contents, Optional.empty()));
    }

    /** Whether a change is known, and what it says. What does not count has no place in the state: editors know of it, if they may see all of it. */
    boolean knows(Entry entry, Version version) {
        return graph.decided().counts(entry.id())
                ? visibility.sees(version)
                : standing.mayActAs(Role.EDITOR) && visibility.reads(version) && court.canRead(entry);
    }

    /** Whether a source is known of that a version names. */
    boolean knows(Citation citation) {
        return visibility.sees(citation.source());
    }

    /**
     * Whether the author's words are known. They may speak of everything the step did. What waits is told whole or not at all. Where it touched no item, owners know what was erased, editors what
     * was received and decided, and everybody what they did themselves.
     */
    boolean hears(Entry entry, List<Version> versions) {
        if (!standing.isMember()) {
            return false;
        }
        if (graph.decided().waiting().contains(entry.id())) {
            return standing.mayActAs(Role.EDITOR) && court.canRead(entry);
        }
        if (!entry.changes().isEmpty()) {
            return versions.stream().allMatch(version -> knows(entry, version));
        }
        if (entry.isRemark() && !graph.decided().counts(entry.id())) {
            // Made elsewhere, about what was received there.
            return false;
        }
        return standing.mayActAs(entry.isRemark() ? Role.EDITOR : Role.OWNER)
                || entry.author().equals(standing.account());
    }
}
