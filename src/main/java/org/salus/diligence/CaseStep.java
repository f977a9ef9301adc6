package org.salus.diligence;

import java.util.List;
import java.util.Optional;
import org.salus.framework.PartialDate;

/**
 * A step of a case, as an office took it. Whoever took it needs no account here: somebody writes it down, with what proves it.
 *
 * @param date the day it was taken
 * @param office who took it: an office, never a person
 * @param named who took it for the office, where that has to be kept
 * @param because the reasons
 * @param document what proves it: minutes, a letter; may be empty
 * @param level of an assessment
 * @param decision of a decision
 * @param from of a decision for support: the first day on which it holds
 * @param reviewBy of a decision for support, and of a review: when it is looked at again
 * @param until of a decision for support: the last day on which it holds
 * @param editions the regimes it was taken under, each with the edition of its form
 */
public record CaseStep(
        StepKind kind,
        PartialDate date,
        String office,
        Optional<NamedPerson> named,
        String because,
        String document,
        Optional<RiskLevel> level,
        Optional<Decision> decision,
        Optional<PartialDate> from,
        Optional<PartialDate> reviewBy,
        Optional<PartialDate> until,
        List<String> editions) {
    public CaseStep {
        editions = List.copyOf(editions);
    }

    /** A step of which only this is said. */
    public static CaseStep of(StepKind kind, PartialDate date, String office, String because) {
        return new CaseStep(
                kind,
                date,
                office,
                Optional.empty(),
                because,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** The same at that level. */
    public CaseStep at(RiskLevel said) {
        return new CaseStep(
                kind,
                date,
                office,
                named,
                because,
                document,
                Optional.of(said),
                decision,
                from,
                reviewBy,
                until,
                editions);
    }

    /** The same that decides so. */
    public CaseStep deciding(Decision what) {
        return new CaseStep(
                kind,
                date,
                office,
                named,
                because,
                document,
                level,
                Optional.of(what),
                from,
                reviewBy,
                until,
                editions);
    }

    /** The same that holds so long. */
    public CaseStep holding(PartialDate first, PartialDate review, PartialDate last) {
        return new CaseStep(
                kind,
                date,
                office,
                named,
                because,
                document,
                level,
                decision,
                Optional.of(first),
                Optional.of(review),
                Optional.of(last),
                editions);
    }

    /** The same, to be looked at again then. */
    public CaseStep reviewedBy(PartialDate next) {
        return new CaseStep(
                kind,
                date,
                office,
                named,
                because,
                document,
                level,
                decision,
                from,
                Optional.of(next),
                until,
                editions);
    }

    /** The same with the name of who took it. */
    public CaseStep takenBy(NamedPerson person) {
        return new CaseStep(
                kind,
                date,
                office,
                Optional.of(person),
                because,
                document,
                level,
                decision,
                from,
                reviewBy,
                until,
                editions);
    }

    /** The same without the name of who took it. */
    public CaseStep withoutName() {
        return new CaseStep(
                kind,
                date,
                office,
                Optional.empty(),
                because,
                document,
                level,
                decision,
                from,
                reviewBy,
                until,
                editions);
    }
}
