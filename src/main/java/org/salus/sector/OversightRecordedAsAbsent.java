package org.salus.sector;

import java.util.ArrayList;
import java.util.List;
import org.salus.framework.Recorded;
import org.salus.framework.Sentence;

/** A kind of oversight that every body of this kind on the map is recorded as not exercising. What is only not recorded is asked. */
final class OversightRecordedAsAbsent implements OversightRule {
    @Override
    public String code() {
        return "oversight-absent";
    }

    @Override
    public List<Finding> findings(OversightInquiry inquiry) {
        List<Finding> findings = new ArrayList<>();
        for (Present institution : inquiry.institutions()) {
            for (Coverage row : inquiry.coverage(institution.id())) {
                if (row.state() == Recorded.RECORDED_AS_ABSENT) {
                    findings.add(inquiry.finding(
                            this,
                            row.kind().code() + ":" + row.basis().code(),
                            Sentence.of(
                                    "sector.found.oversight-absent."
                                            + row.basis().code(),
                                    row.kind().label(),
                                    institution.name(),
                                    row.asked().of()),
                            List.of(institution.id()),
                            row.facts(),
                            row.asked()));
                }
            }
        }
        return findings;
    }

    @Override
    public List<ToAsk> questions(OversightInquiry inquiry) {
        List<ToAsk> questions = new ArrayList<>();
        for (Present institution : inquiry.institutions()) {
            for (Oversight kind : Oversight.values()) {
                ask(inquiry, institution, kind, questions);
            }
        }
        return questions;
    }

    private void ask(OversightInquiry inquiry, Present institution, Oversight kind, List<ToAsk> questions) {
        Coverage law = inquiry.coverage(institution.id(), kind, Basis.LAW);
        Coverage practice = inquiry.coverage(institution.id(), kind, Basis.PRACTICE);
        boolean inLaw = law.state() == Recorded.NOT_RECORDED;
        boolean inPractice = practice.state() == Recorded.NOT_RECORDED;
        if (!inLaw && !inPractice) {
            return;
        }
        String basis = "practice";
        if (inLaw) {
            basis = inPractice ? "both" : "law";
        }
        Asked asked = inLaw ? law.asked() : practice.asked();
        questions.add(inquiry.question(
                this,
                kind.code() + ":" + basis,
                asked.of() == 0
                        ? Sentence.of("sector.ask.no-body", kind.label(), institution.name())
                        : Sentence.of(
                                "sector.ask.oversight." + basis,
                                kind.label(),
                                institution.name(),
                                asked.asked(),
                                asked.of()),
                List.of(institution.id()),
                List.of()));
    }
}
