package org.salus.portfolio;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.Activity;
import org.salus.evidence.ActivityRecord.OtherIdentifier;
import org.salus.evidence.ActivityRecord.Related;
import org.salus.evidence.ActivityReferences;
import org.salus.evidence.Participation;
import org.salus.evidence.Party;
import org.salus.evidence.Transaction;
import org.salus.framework.Sentence;

/** Reads which activities name which. */
final class FindLinks {
    /** Shorter identifiers, or such without a hyphen, are numbers that two publishers may both have given. */
    private static final int TELLING = 8;

    /** Money of these types goes forward: incoming funds, commitments, disbursements, expenditures, reimbursements, incoming commitments and pledges. */
    private static final Set<String> FORWARD = Set.of("1", "2", "3", "4", "7", "11", "12", "13");

    private static final String INCOMING_FUNDS = "1";
    private static final String INCOMING_COMMITMENT = "11";

    private record Ends(LinkKind kind, String from, String to) {}

    private final List<Activity> activities;
    private final ActivityIdentifiers identifiers;
    private final Map<String, Party> reporters = new TreeMap<>();
    private final Map<Ends, List<ActivityLink.Statement>> links = new TreeMap<>(
            Comparator.comparing(Ends::kind).thenComparing(Ends::from).thenComparing(Ends::to));
    private final List<ActivityLinks.Elsewhere> elsewhere = new ArrayList<>();

    FindLinks(Collection<Activity> activities) {
        this.activities = activities.stream()
                .sorted(Comparator.comparing(Activity::identifier))
                .toList();
        this.identifiers = new ActivityIdentifiers(activities);
        this.activities.forEach(activity -> reporters.put(activity.identifier(), activity.reporter()));
    }

    ActivityLinks find(Map<String, ActivityReferences> references) {
        for (Activity activity : activities) {
            transactions(activity);
            participants(activity);
            ActivityReferences stated = references.getOrDefault(activity.identifier(), ActivityReferences.NONE);
            stated.related().forEach(related -> related(activity, related));
            stated.otherIdentifiers().forEach(other -> otherIdentifier(activity, other));
        }
        List<ActivityLink> all = new ArrayList<>();
        links.forEach((ends, statements) -> all.add(new ActivityLink(ends.kind(), ends.from(), ends.to(), statements)));
        return new ActivityLinks(all, elsewhere);
    }

    /** Whether money of a transaction comes in. */
    static boolean isIncoming(Transaction transaction) {
        return INCOMING_FUNDS.equals(transaction.type()) || INCOMING_COMMITMENT.equals(transaction.type());
    }

    private void transactions(Activity activity) {
        for (Transaction transaction : activity.transactions()) {
            String type = transaction.type();
            if (type == null || !FORWARD.contains(type)) {
                continue;
            }
            Optional<Integer> number = Optional.of(transaction.number());
            link(
                    LinkKind.FUNDS,
                    activity,
                    activityOf(transaction.provider()),
                    true,
                    number,
                    "portfolio.link.reason.provider");
            link(
                    LinkKind.FUNDS,
                    activity,
                    activityOf(transaction.receiver()),
                    false,
                    number,
                    "portfolio.link.reason.receiver");
        }
    }

    private static @Nullable String activityOf(@Nullable Party party) {
        return party == null ? null : party.activityId();
    }

    private void participants(Activity activity) {
        for (Participation participation : activity.participants()) {
            String named = participation.party().activityId();
            String role = participation.role() == null ? "" : participation.role();
            switch (role) {
                case "1" ->
                    link(LinkKind.FUNDS, activity, named, true, Optional.empty(), "portfolio.link.reason.funding");
                case "3" ->
                    link(LinkKind.FUNDS, activity, named, false, Optional.empty(), "portfolio.link.reason.extending");
                case "4" ->
                    link(
                            LinkKind.FUNDS,
                            activity,
                            named,
                            false,
                            Optional.empty(),
                            "portfolio.link.reason.implementing");
                default ->
                    link(
                            LinkKind.RELATED,
                            activity,
                            named,
                            false,
                            Optional.empty(),
                            "portfolio.link.reason.participating");
            }
        }
    }

    private void related(Activity activity, Related related) {
        String type = related.type() == null ? "" : related.type();
        switch (type) {
            case "1" ->
                link(LinkKind.PART, activity, related.ref(), true, Optional.empty(), "portfolio.link.reason.parent");
            case "2" ->
                link(LinkKind.PART, activity, related.ref(), false, Optional.empty(), "portfolio.link.reason.child");
            case "5" ->
                link(
                        isOwn(activity, related.ref()) ? LinkKind.RELATED : LinkKind.SAME,
                        activity,
                        related.ref(),
                        false,
                        Optional.empty(),
                        isOwn(activity, related.ref())
                                ? "portfolio.link.reason.related"
                                : "portfolio.link.reason.third-party");
            default ->
                link(
                        LinkKind.RELATED,
                        activity,
                        related.ref(),
                        false,
                        Optional.empty(),
                        "portfolio.link.reason.related");
        }
    }

    /** Whether the same organisation reports both: then neither is another organisation's report of the other, whatever the code says. */
    private boolean isOwn(Activity activity, String named) {
        String label = reportedBy(activity.reporter());
        return identifiers
                .meant(named)
                .filter(other -> reportedBy(reporters.getOrDefault(other, activity.reporter()))
                        .equals(label))
                .isPresent();
    }

    private static String reportedBy(Party reporter) {
        String ref = reporter.ref();
        String name = reporter.name();
        return ref != null ? ActivityIdentifiers.folded(ref) : name == null ? "" : Folding.words(name);
    }

    /** What an activity is called elsewhere leads to another only if that one's identifier could be nobody else's. Codes that begin with B are organisations'. */
    private void otherIdentifier(Activity activity, OtherIdentifier other) {
        String type = other.type() == null ? "" : other.type();
        String folded = ActivityIdentifiers.folded(other.ref());
        if (!type.startsWith("B")
                && folded.length() >= TELLING
                && folded.indexOf('-') > 0
                && identifiers.meant(other.ref()).isPresent()) {
            link(
                    LinkKind.SAME,
                    activity,
                    other.ref(),
                    false,
                    Optional.empty(),
                    "portfolio.link.reason.other-identifier");
        }
    }

    private void link(
            LinkKind kind,
            Activity by,
            @Nullable String named,
            boolean isFromNamed,
            Optional<Integer> transaction,
            String reason) {
        if (named == null
                || named.isBlank()
                || ActivityIdentifiers.folded(named).equals(ActivityIdentifiers.folded(by.identifier()))) {
            return;
        }
        ActivityLink.Statement statement =
                new ActivityLink.Statement(by.identifier(), transaction, Sentence.of(reason, named.strip()));
        Optional<String> meant = identifiers.meant(named);
        if (meant.isEmpty()) {
            elsewhere.add(new ActivityLinks.Elsewhere(kind, named.strip(), statement));
            return;
        }
        String other = meant.get();
        boolean isDirected = kind == LinkKind.FUNDS || kind == LinkKind.PART;
        boolean isOtherFirst = isDirected ? isFromNamed : other.compareTo(by.identifier()) < 0;
        Ends ends = isOtherFirst ? new Ends(kind, other, by.identifier()) : new Ends(kind, by.identifier(), other);
        links.computeIfAbsent(ends, first -> new ArrayList<>()).add(statement);
    }
}
