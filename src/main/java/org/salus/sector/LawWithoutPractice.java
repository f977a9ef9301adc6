package org.salus.sector;

import java.util.ArrayList;
import java.util.List;
import org.salus.framework.Recorded;
import org.salus.framework.Sentence;

/** Oversight that the law provides for and that is recorded as not practised. */
final class LawWithoutPractice implements OversightRule {
    @Override
    public String code() {
        return "law-without-practice";
    }

    @Override
    public List<Finding> findings(OversightInquiry inquiry) {
        List<Finding> findings = new ArrayList<>();
        for (PresentTie tie : inquiry.day().ties()) {
            if (isLookingAt(tie) && tie.isRecorded(Basis.LAW) && tie.isAbsent(Basis.PRACTICE)) {
                findings.add(inquiry.finding(
                        this,
                        tie.type().code(),
                        Sentence.of(
                                "sector.found.law-without-practice",
                                inquiry.name(tie.from()),
                                tie.type().label(),
                                inquiry.name(tie.to())),
                        List.of(tie.from(), tie.to()),
                        tie.ids(),
                        new Asked(2, 2)));
            }
        }
        return findings;
    }

    /** A law that is not practised, where nobody has said so with a source. */
    @Override
    public List<ToAsk> questions(OversightInquiry inquiry) {
        List<ToAsk> questions = new ArrayList<>();
        for (PresentTie tie : inquiry.day().ties()) {
            if (isLookingAt(tie)
                    && tie.isRecorded(Basis.LAW)
                    && tie.side(Basis.PRACTICE).recorded() == Recorded.NOT_RECORDED) {
                questions.add(inquiry.question(
                        this,
                        tie.type().code(),
                        Sentence.of(
                                "sector.ask.practised",
                                inquiry.name(tie.from()),
                                tie.type().label(),
                                inquiry.name(tie.to())),
                        List.of(tie.from(), tie.to()),
                        tie.ids()));
            }
        }
        return questions;
    }

    private static boolean isLookingAt(PresentTie tie) {
        return tie.type().group() == TieType.Group.OVERSIGHT || tie.type() == TieType.REPORTS_TO;
    }
}
