package org.salus.sector;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.salus.framework.Recorded;
import org.salus.framework.Sentence;
import org.salus.ledger.ItemId;

/**
 * One authority alone oversees an institution, and of every other on the map it is recorded that it does not. An authority that is merely the only one
 * recorded yet is no finding: the others are to be asked.
 */
final class SoleOverseer implements OversightRule {
    @Override
    public String code() {
        return "sole-overseer";
    }

    @Override
    public List<Finding> findings(OversightInquiry inquiry) {
        List<Finding> findings = new ArrayList<>();
        for (Present institution : inquiry.institutions()) {
            for (Basis basis : Basis.values()) {
                judge(inquiry, institution, basis, findings);
            }
        }
        return findings;
    }

    private void judge(OversightInquiry inquiry, Present institution, Basis basis, List<Finding> findings) {
        TreeSet<ItemId> overseers = new TreeSet<>();
        List<ItemId> facts = new ArrayList<>();
        Asked asked = new Asked(0, 0);
        for (Coverage row : inquiry.coverage(institution.id())) {
            if (row.basis() != basis || !row.kind().isByTheState()) {
                continue;
            }
            if (row.state() == Recorded.NOT_RECORDED || !row.notAsked().isEmpty()) {
                return;
            }
            overseers.addAll(row.overseers());
            facts.addAll(row.facts());
            asked = asked.and(row.asked());
        }
        if (overseers.size() == 1) {
            findings.add(inquiry.finding(
                    this,
                    basis.code(),
                    Sentence.of(
                            "sector.found.sole-overseer." + basis.code(),
                            inquiry.name(overseers.first()),
                            institution.name(),
                            asked.of() - 1),
                    List.of(institution.id(), overseers.first()),
                    facts,
                    asked));
        }
    }
}
