package org.salus.sector;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.salus.framework.Sentence;
import org.salus.ledger.ItemId;

/**
 * An overseer that is the institution itself, a part of it, or that the institution commands, appoints or pays. Such oversight may do good work; it is not
 * oversight from outside.
 */
final class OverseesItself implements OversightRule {
    private static final Set<TieType> HOLDS =
            Set.of(TieType.COMMANDS, TieType.APPOINTS, TieType.BUDGETS_FOR, TieType.SETS_POLICY_FOR);

    @Override
    public String code() {
        return "oversees-itself";
    }

    @Override
    public List<Finding> findings(OversightInquiry inquiry) {
        List<Finding> findings = new ArrayList<>();
        for (Present institution : inquiry.institutions()) {
            for (PresentTie tie : inquiry.day().to(institution.id())) {
                if (tie.type().group() == TieType.Group.OVERSIGHT && tie.isRecorded()) {
                    judge(inquiry, institution, tie, findings);
                }
            }
        }
        return findings;
    }

    private void judge(OversightInquiry inquiry, Present institution, PresentTie tie, List<Finding> findings) {
        ItemId overseer = tie.from();
        if (inquiry.isWithin(overseer, institution.id())) {
            List<ItemId> facts = new ArrayList<>(tie.ids());
            inquiry.day().from(overseer).stream()
                    .filter(own -> own.type() == TieType.PART_OF && own.isRecorded())
                    .forEach(own -> facts.addAll(own.ids()));
            findings.add(inquiry.finding(
                    this,
                    tie.type().code(),
                    overseer.equals(institution.id())
                            ? Sentence.of(
                                    "sector.found.oversees-itself.same",
                                    institution.name(),
                                    tie.type().label())
                            : Sentence.of(
                                    "sector.found.oversees-itself.part",
                                    inquiry.name(overseer),
                                    tie.type().label(),
                                    institution.name()),
                    List.of(institution.id(), overseer),
                    facts,
                    inquiry.asked(institution.id())));
            return;
        }
        for (PresentTie hold : inquiry.day().from(institution.id())) {
            if (hold.to().equals(overseer) && HOLDS.contains(hold.type()) && hold.isRecorded()) {
                List<ItemId> facts = new ArrayList<>(tie.ids());
                facts.addAll(hold.ids());
                findings.add(inquiry.finding(
                        this,
                        tie.type().code() + ":" + hold.type().code(),
                        Sentence.of(
                                "sector.found.oversees-itself.held",
                                inquiry.name(overseer),
                                tie.type().label(),
                                institution.name(),
                                hold.type().label()),
                        List.of(institution.id(), overseer),
                        facts,
                        inquiry.asked(institution.id())));
            }
        }
    }
}
