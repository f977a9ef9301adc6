package org.salus.appraisal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.salus.framework.PartialDate;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;

/**
 * A time in which something can be moved that cannot be moved at other times.
 *
 * @param title what the window is
 * @param opening what opens it
 * @param from when it opens, as exactly as it is known
 * @param until when it closes
 * @param objectives that could be moved in it
 * @param needed what would have to be there to use it
 * @param source who says so, as written; further sources are cited as everywhere
 */
public record EntryPoint(
        String title,
        Opening opening,
        Optional<PartialDate> from,
        Optional<PartialDate> until,
        List<OnObjective> objectives,
        String needed,
        String source,
        String note) {
    /** Whoever may not see what it is for does not see it. */
    public static final Kind<EntryPoint> KIND =
            Kind.of("entry-point", EntryPoint.class).needing(EntryPoint::needs).ruledBy(PoliticsRules::ofWindow);

    public EntryPoint {
        objectives = List.copyOf(objectives);
    }

    Set<ItemId> needs() {
        return objectives.stream().map(OnObjective::objective).collect(Collectors.toSet());
    }
}
