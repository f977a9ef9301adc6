package org.salus.appraisal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.salus.diligence.CaseEntry;
import org.salus.diligence.CaseState;
import org.salus.framework.Appraisal;
import org.salus.framework.Sentence;
import org.salus.goals.Grounds;
import org.salus.goals.Objective;
import org.salus.goals.Support;
import org.salus.ledger.ItemId;
import org.salus.sector.ActorType;
import org.salus.sector.Asked;
import org.salus.sector.Basis;
import org.salus.sector.Finding;
import org.salus.sector.Present;
import org.salus.workspace.Answer;

/** What is computed of C7: internationally agreed principles, standards and laws. */
final class StandardsChecks {
    private static final String PAGE = "sector/oversight";

    static final Map<String, Computation> ALL = Map.of(
            "oversight-asked", StandardsChecks::oversightAsked,
            "law-and-practice", StandardsChecks::lawAndPractice,
            "oversight-taken-up", StandardsChecks::oversightTakenUp,
            "diligence", StandardsChecks::diligence,
            "standards-named", StandardsChecks::standardsNamed,
            "aid-eligibility", StandardsChecks::aidEligibility);

    private StandardsChecks() {}

    /** What nobody was asked is unknown, and no answer about the institution. */
    private static Found oversightAsked(AppraisalInquiry inquiry) {
        Asked asked = inquiry.oversight().asked();
        if (asked.asked() == 0) {
            return Found.unknown(Sentence.of("appraisal.missing.oversight"));
        }
        boolean isAll = asked.asked() == asked.of();
        return Found.of(
                isAll ? Appraisal.CONSIDERED : Appraisal.PARTLY,
                Sentence.of("appraisal.reason.oversight-asked", asked.asked(), asked.of()),
                List.of(new Looked.Page(Sentence.of("appraisal.looked.oversight"), PAGE, isAll)));
    }

    private static Found lawAndPractice(AppraisalInquiry inquiry) {
        List<Present> asked = inquiry.oversight().institutions().stream()
                .filter(institution ->
                        isAsked(institution, Basis.LAW, inquiry) || isAsked(institution, Basis.PRACTICE, inquiry))
                .toList();
        return inquiry.share(
                "law-and-practice",
                "oversight",
                asked,
                Present::id,
                institution ->
                        isAsked(institution, Basis.LAW, inquiry) && isAsked(institution, Basis.PRACTICE, inquiry));
    }

    private static boolean isAsked(Present institution, Basis basis, AppraisalInquiry inquiry) {
        return inquiry.oversight().coverage().stream()
                .filter(row -> row.institution().equals(institution.id()) && row.basis() == basis)
                .anyMatch(row -> row.asked().asked() > 0);
    }

    private static Found oversightTakenUp(AppraisalInquiry inquiry) {
        List<Finding> findings = inquiry.oversight().findings().stream()
                .filter(finding -> finding.subject() == Finding.Subject.SECTOR)
                .toList();
        if (findings.isEmpty()) {
            return inquiry.oversight().asked().asked() == 0
                    ? Found.unknown(Sentence.of("appraisal.missing.oversight"))
                    : Found.of(
                            Appraisal.CONSIDERED,
                            Sentence.of("appraisal.reason.oversight-taken-up.none"),
                            List.of(new Looked.Page(Sentence.of("appraisal.looked.oversight"), PAGE, true)));
        }
        Set<String> takenUp = Grounds.takenUp(inquiry.view()).keySet();
        // What a copy says in somebody's name answers nothing.
        Set<String> answered = inquiry.view().list(Answer.KIND).stream()
                .filter(answer -> Answer.isProven(answer, inquiry.view()))
                .map(answer -> answer.value().finding())
                .collect(Collectors.toSet());
        List<Looked> looked = findings.stream()
                .<Looked>map(finding -> new Looked.Page(
                        finding.says(),
                        PAGE + "#finding-" + finding.name().replace(':', '_'),
                        takenUp.contains(finding.name()) || answered.contains(finding.name())))
                .toList();
        long met = looked.stream().filter(Looked::fits).count();
        return Found.of(
                Found.share(met, looked.size()),
                Sentence.of("appraisal.reason.oversight-taken-up", met, looked.size()),
                looked);
    }

    /**
     * An objective takes a standard into account where it answers to one that is not kept, or where somebody recorded how an instrument that binds its institution stands. What no instrument
     * of the library binds is not counted.
     */
    private static Found standardsNamed(AppraisalInquiry inquiry) {
        Set<ActorType> recorded = inquiry.view().list(InstrumentStatement.KIND).stream()
                .flatMap(said -> Instruments.shipped().find(said.value().instrument()).stream())
                .flatMap(instrument -> instrument.binds().stream())
                .collect(Collectors.toSet());
        if (recorded.isEmpty()) {
            return Found.unknown(Sentence.of("appraisal.missing.standards"));
        }
        return inquiry.share(
                "standards-named",
                "objectives-of-institutions",
                inquiry.boxes(Objective.KIND).stream()
                        .filter(objective -> inquiry.types(objective.value()).stream()
                                .anyMatch(Instruments.shipped().bound()::contains))
                        .toList(),
                objective ->
                        objective.value().ground().filter(InstrumentGap::isName).isPresent()
                                || inquiry.types(objective.value()).stream().anyMatch(recorded::contains));
    }

    /** Whether one's own support may be counted is one's own to find out; what others give is theirs. As long as nothing is on record people answer. */
    private static Found aidEligibility(AppraisalInquiry inquiry) {
        Set<ItemId> onRecord = inquiry.view().list(AidRecord.KIND).stream()
                .flatMap(record -> record.value().support().stream())
                .collect(Collectors.toSet());
        if (onRecord.isEmpty()) {
            return Found.unknown(Sentence.of("appraisal.missing.aid-records"));
        }
        return inquiry.share(
                "aid-eligibility",
                "own-support",
                inquiry.boxes(Support.KIND).stream()
                        .filter(support -> support.value().isOurs())
                        .toList(),
                support -> onRecord.contains(support.id()));
    }

    /** Whoever reads no case is told no more than that cases have readers. */
    private static Found diligence(AppraisalInquiry inquiry) {
        List<CaseEntry> open = inquiry.cases().entries().stream()
                .filter(entry -> entry.state() != CaseState.CLOSED && entry.state() != CaseState.OUT_OF_SCOPE)
                .toList();
        if (open.isEmpty()) {
            return Found.unknown(Sentence.of("appraisal.missing.cases"));
        }
        List<Looked> looked = open.stream()
                .<Looked>map(entry -> new Looked.Page(
                        Sentence.of("appraisal.looked.case", entry.file().title()),
                        "/workspaces/" + entry.workspace() + "/diligence/cases/"
                                + entry.item().id(),
                        entry.isValid()))
                .toList();
        long valid = looked.stream().filter(Looked::fits).count();
        return Found.of(
                Found.share(valid, looked.size()),
                Sentence.of("appraisal.reason.diligence", valid, looked.size()),
                looked);
    }
}
