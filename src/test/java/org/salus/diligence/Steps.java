package org.salus.diligence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salus.framework.PartialDate;
import org.salus.framework.Recorded;
import org.salus.ledger.Confidence;
import org.salus.ledger.ItemId;

/** The steps of a case, written down in a test. */
final class Steps {
    final List<CaseStep> all = new ArrayList<>();

    static CaseStep step(StepKind kind, String date) {
        return CaseStep.of(kind, PartialDate.of(date), "Directorate", "as the minutes say");
    }

    Steps then(CaseStep step) {
        all.add(step);
        return this;
    }

    Steps then(StepKind kind, String date) {
        return then(step(kind, date));
    }

    /** In scope, assessed at that level, decided for support from March to the end of 2026 with a review in September. */
    static Steps decided(RiskLevel level, Decision decision) {
        return new Steps()
                .then(StepKind.IN_SCOPE, "2026-01-05")
                .then(step(StepKind.ASSESSED, "2026-01-20").at(level))
                .then(holding(step(StepKind.DECIDED, "2026-02-01").deciding(decision)));
    }

    static CaseStep holding(CaseStep step) {
        return step.holding(PartialDate.of("2026-03-01"), PartialDate.of("2026-09-01"), PartialDate.of("2026-12-31"));
    }

    CaseCourse course() {
        return new CaseCourse(all);
    }

    /** A case that is about a unit which is named, with these steps. */
    CaseFile file(List<String> regimes, List<ScopeAnswer> answers) {
        return new CaseFile(
                "Border unit: radios",
                Optional.empty(),
                Optional.empty(),
                "Border unit",
                Optional.empty(),
                Optional.empty(),
                "radios",
                "Embassy",
                regimes,
                answers,
                all,
                "");
    }

    static RiskFact fact(ItemId of, String topic) {
        return new RiskFact(
                of,
                topic,
                Recorded.RECORDED_AS_ABSENT,
                "No report names the unit",
                "Reports of 2025",
                Optional.empty(),
                PartialDate.of("2026-01-10"),
                Confidence.LOW);
    }

    static Measure measure(ItemId of, String owner, Optional<PartialDate> due) {
        return new Measure(of, "Serial numbers are checked", owner, due, Optional.empty(), "", false);
    }

    /** Every question of these regimes, answered with yes. */
    static List<ScopeAnswer> yes(List<Regime> regimes) {
        return regimes.stream()
                .flatMap(regime -> regime.questions().stream())
                .distinct()
                .map(question -> new ScopeAnswer(question, ScopeReply.YES, ""))
                .toList();
    }
}
