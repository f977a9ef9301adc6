package org.salus.diligence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.PartialDate;

/**
 * The steps of a case, in the order they were taken, and what they come to on a day: opened → in scope → assessed → decided → in force → due → expired, or suspended
 * and lifted, or closed. Pure: the same steps and the same day give the same answer.
 */
public record CaseCourse(List<CaseStep> steps) {
    private static final Set<StepKind> SCOPE = Set.of(StepKind.IN_SCOPE, StepKind.OUT_OF_SCOPE);

    public CaseCourse {
        steps = List.copyOf(steps);
    }

    /** Where the last step of these kinds stands; -1 if there is none. */
    private int last(Set<StepKind> kinds) {
        for (int at = steps.size() - 1; at >= 0; at--) {
            if (kinds.contains(steps.get(at).kind())) {
                return at;
            }
        }
        return -1;
    }

    private int last(StepKind kind) {
        return last(Set.of(kind));
    }

    boolean isClosed() {
        return last(StepKind.CLOSED) >= 0;
    }

    /** Whether a regime was found to apply, and nobody found otherwise since. */
    boolean isInScope() {
        int scope = last(SCOPE);
        return scope >= 0 && steps.get(scope).kind() == StepKind.IN_SCOPE;
    }

    /** Whether nothing was decided since it was found that no regime applies. */
    private boolean isOutOfScope() {
        int scope = last(SCOPE);
        return scope >= 0 && steps.get(scope).kind() == StepKind.OUT_OF_SCOPE && scope > last(StepKind.DECIDED);
    }

    /** Whether the level was said since scope was, and since the last decision. */
    boolean isAssessed() {
        int assessed = last(StepKind.ASSESSED);
        return assessed > last(SCOPE) && assessed > last(StepKind.DECIDED);
    }

    boolean isDecided() {
        return last(StepKind.DECIDED) >= 0;
    }

    /** Whether the decision stands on the answers about scope as they are: nobody looked at scope again since. */
    boolean restsOnScope() {
        return last(StepKind.DECIDED) > last(SCOPE);
    }

    /** The last decision. */
    public Optional<CaseStep> decision() {
        int decided = last(StepKind.DECIDED);
        return decided < 0 ? Optional.empty() : Optional.of(steps.get(decided));
    }

    /** The last decision, if it is for support. */
    Optional<CaseStep> permission() {
        return decision().filter(step -> !step.decision().equals(Optional.of(Decision.NO)));
    }

    /** The last assessment. */
    public Optional<CaseStep> assessment() {
        int assessed = last(StepKind.ASSESSED);
        return assessed < 0 ? Optional.empty() : Optional.of(steps.get(assessed));
    }

    /** Whether the last decision is suspended. */
    boolean isSuspended() {
        int suspended = last(StepKind.SUSPENDED);
        return suspended > last(StepKind.DECIDED) && suspended > last(StepKind.LIFTED);
    }

    /** The last step by which support was suspended. */
    public Optional<CaseStep> suspension() {
        return isSuspended() ? Optional.of(steps.get(last(StepKind.SUSPENDED))) : Optional.empty();
    }

    /** The last day on which the decision for support holds. */
    public Optional<LocalDate> until() {
        return permission().flatMap(CaseStep::until).map(PartialDate::latest);
    }

    /** The day by which the decision for support is to be looked at again; as the last review of it says, if there was one. */
    public Optional<LocalDate> reviewBy() {
        int reviewed = last(StepKind.REVIEWED);
        return permission()
                .flatMap(step ->
                        reviewed > last(StepKind.DECIDED) ? steps.get(reviewed).reviewBy() : step.reviewBy())
                .map(PartialDate::latest);
    }

    /**
     * How the case stands on a day.
     *
     * @param leadDays so long before a review or the end the decision is due
     */
    public CaseState on(LocalDate day, int leadDays) {
        if (isClosed()) {
            return CaseState.CLOSED;
        }
        if (isOutOfScope()) {
            return CaseState.OUT_OF_SCOPE;
        }
        Optional<CaseStep> decision = decision();
        if (decision.isEmpty()) {
            return isAssessed() ? CaseState.ASSESSED : isInScope() ? CaseState.IN_SCOPE : CaseState.OPENED;
        }
        if (permission().isEmpty()) {
            return CaseState.REFUSED;
        }
        if (isSuspended()) {
            return CaseState.SUSPENDED;
        }
        // A decision without a period, as a merged copy may bring, holds on no day.
        Optional<LocalDate> until = until();
        if (until.isEmpty() || day.isAfter(until.get())) {
            return CaseState.EXPIRED;
        }
        if (decision.flatMap(CaseStep::from)
                .filter(from -> day.isBefore(from.earliest()))
                .isPresent()) {
            return CaseState.DECIDED;
        }
        LocalDate soon = day.plusDays(leadDays);
        boolean isDue = !until.get().isAfter(soon)
                || reviewBy().filter(review -> !review.isAfter(soon)).isPresent();
        return isDue ? CaseState.DUE : CaseState.IN_FORCE;
    }
}
