package org.salus.appraisal;

import java.util.List;
import java.util.Map;
import org.salus.framework.Appraisal;
import org.salus.framework.ContextClass;
import org.salus.framework.Sentence;
import org.salus.goals.Goal;
import org.salus.goals.Objective;
import org.salus.governance.Assessment;
import org.salus.ledger.ItemId;
import org.salus.sector.Actor;
import org.salus.sector.Present;
import org.salus.sector.PresentTie;

/** What is computed of C2: local ownership, entry points, partnerships. */
final class OwnershipChecks {
    static final Map<String, Computation> ALL = Map.of(
            "owners", OwnershipChecks::owners,
            "on-the-map", OwnershipChecks::onTheMap,
            "left-out", OwnershipChecks::leftOut,
            "civil-society", OwnershipChecks::civilSociety,
            "right-of-reply", OwnershipChecks::rightOfReply,
            "entry-points", OwnershipChecks::entryPoints,
            "partnership-terms", OwnershipChecks::partnershipTerms);

    private OwnershipChecks() {}

    private static Found owners(AppraisalInquiry inquiry) {
        return inquiry.share(
                "owners",
                "objectives",
                inquiry.boxes(Objective.KIND),
                objective -> !objective.value().owner().isBlank());
    }

    private static Found onTheMap(AppraisalInquiry inquiry) {
        return inquiry.share(
                "on-the-map",
                "objectives",
                inquiry.boxes(Objective.KIND),
                objective -> objective
                        .value()
                        .institution()
                        .flatMap(id -> inquiry.view().find(Actor.KIND, id))
                        .isPresent());
    }

    private static Found leftOut(AppraisalInquiry inquiry) {
        return inquiry.share(
                "left-out",
                "goals",
                inquiry.boxes(Goal.KIND),
                goal -> !goal.value().leftOut().isBlank());
    }

    /** Of bodies without a tie nobody has said what they do; that says nothing about them. */
    private static Found civilSociety(AppraisalInquiry inquiry) {
        List<Present> bodies = inquiry.sector().actors().stream()
                .filter(actor -> actor.phase().actorClass() == ContextClass.CIVIL_SOCIETY)
                .toList();
        if (bodies.isEmpty()) {
            return Found.unknown(Sentence.of("appraisal.missing.civil-society"));
        }
        List<Looked> looked = bodies.stream()
                .<Looked>map(body -> new Looked.Element(body.id(), isTied(body, inquiry)))
                .toList();
        long tied = looked.stream().filter(Looked::fits).count();
        return Found.of(
                tied == looked.size() ? Appraisal.CONSIDERED : Appraisal.PARTLY,
                Sentence.of("appraisal.reason.civil-society", tied, looked.size()),
                looked);
    }

    private static boolean isTied(Present body, AppraisalInquiry inquiry) {
        return inquiry.sector().from(body.id()).stream().anyMatch(PresentTie::isRecorded)
                || inquiry.sector().to(body.id()).stream().anyMatch(PresentTie::isRecorded);
    }

    /** Windows without an end, or without what they need, cannot be planned for. */
    private static Found entryPoints(AppraisalInquiry inquiry) {
        return inquiry.share(
                "entry-points",
                "windows",
                inquiry.view().list(EntryPoint.KIND),
                window -> (window.value().from().isPresent()
                                || window.value().until().isPresent())
                        && !window.value().needed().isBlank());
    }

    private static Found partnershipTerms(AppraisalInquiry inquiry) {
        return inquiry.share(
                "partnership-terms",
                "partnerships",
                inquiry.view().list(Partnership.KIND),
                agreed -> agreed.value().isWhole());
    }

    private record Assessed(Assessment round, ItemId institution) {}

    private static Found rightOfReply(AppraisalInquiry inquiry) {
        List<Assessed> assessed = inquiry.assessments().stream()
                .filter(round -> !round.round().stage().takesAnswers())
                .flatMap(round ->
                        round.institutions().stream().map(institution -> new Assessed(round, institution.id())))
                .toList();
        return inquiry.share(
                "right-of-reply",
                "replies",
                assessed,
                Assessed::institution,
                one -> !one.round().replies(one.institution()).isEmpty());
    }
}
