package org.salus.planning;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.ReformArea;

/**
 * An entry of the library: what is usually there before something else can do good.
 *
 * @param code stays the same
 * @param typed the code of the approach's own precondition it makes a step of; empty where there is none
 * @param first what comes first: any of these
 * @param then what waits for it: any of these
 * @param areas of reform it is about; all if there are none
 * @param isWithinInstitution whether both are of the same institution, as far as that is said
 * @param name a few words
 * @param why the reason
 * @param source where it is written
 */
public record PreconditionRule(
        String code,
        Optional<String> typed,
        List<StepType> first,
        List<StepType> then,
        List<ReformArea> areas,
        boolean isWithinInstitution,
        String name,
        String why,
        String source) {
    public PreconditionRule {
        first = List.copyOf(first);
        then = List.copyOf(then);
        areas = List.copyOf(areas);
    }

    /** The same in other words. */
    PreconditionRule saying(String otherName, String otherWhy) {
        return new PreconditionRule(code, typed, first, then, areas, isWithinInstitution, otherName, otherWhy, source);
    }

    /** Whether something waits by it. */
    boolean isAbout(PlannedStep after) {
        return then.stream().anyMatch(after.types()::contains)
                && (areas.isEmpty() || after.areas().isEmpty() || isAny(areas, after.areas()));
    }

    /** Whether the one usually comes before the other by it. */
    boolean holds(PlannedStep before, PlannedStep after) {
        boolean isElsewhere = isWithinInstitution
                && before.institution().isPresent()
                && after.institution().isPresent()
                && !before.institution().equals(after.institution());
        return !before.box().equals(after.box())
                && first.stream().anyMatch(before.types()::contains)
                && isAbout(after)
                && !isElsewhere;
    }

    private static boolean isAny(List<ReformArea> some, Set<ReformArea> others) {
        return some.stream().anyMatch(others::contains);
    }
}
