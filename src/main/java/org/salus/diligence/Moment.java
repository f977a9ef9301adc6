package org.salus.diligence;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.salus.framework.Recorded;

/**
 * A case at the moment of its next step: what the rules look at.
 *
 * @param asked the case as it would be
 * @param before the steps that were taken
 * @param isForNamed whether it is meant for named readers only
 * @param mayDecide whether whoever writes the step down may write down decisions
 * @param facts of the case
 * @param measures of the case
 */
record Moment(
        CaseFile asked,
        CaseCourse before,
        CaseStep next,
        boolean isForNamed,
        boolean mayDecide,
        List<RiskFact> facts,
        List<Measure> measures,
        Regimes regimes) {
    Moment {
        facts = List.copyOf(facts);
        measures = List.copyOf(measures);
    }

    boolean is(StepKind kind) {
        return next.kind() == kind;
    }

    List<Regime> under() {
        return regimes.of(asked.regimes());
    }

    /** Whether the next step decides for support. */
    boolean permits() {
        return is(StepKind.DECIDED)
                && next.decision().filter(decision -> decision != Decision.NO).isPresent();
    }

    /** Topics that somebody looked into. */
    Set<String> lookedInto() {
        Set<String> topics = new HashSet<>();
        facts.stream()
                .filter(fact -> fact.recorded() != Recorded.NOT_RECORDED)
                .forEach(fact -> topics.add(fact.topic()));
        return topics;
    }
}
