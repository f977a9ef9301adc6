package org.salus.sector;

import java.util.ArrayList;
import java.util.List;
import org.salus.framework.Sentence;

/** A side of a tie that is recorded both as being so and as not being so on the same day. */
final class SaidBothWays implements OversightRule {
    @Override
    public String code() {
        return "said-both-ways";
    }

    @Override
    public List<Finding> findings(OversightInquiry inquiry) {
        List<Finding> findings = new ArrayList<>();
        for (PresentTie tie : inquiry.day().ties()) {
            for (Basis basis : Basis.values()) {
                if (tie.side(basis).isContradicted()) {
                    findings.add(inquiry.remark(
                            this,
                            tie.type().code() + ":" + basis.code(),
                            Sentence.of(
                                    "sector.found.said-both-ways." + basis.code(),
                                    inquiry.name(tie.from()),
                                    tie.type().label(),
                                    inquiry.name(tie.to())),
                            List.of(tie.from(), tie.to()),
                            tie.ids(),
                            new Asked(1, 1)));
                }
            }
        }
        return findings;
    }
}
