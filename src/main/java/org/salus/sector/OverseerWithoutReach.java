package org.salus.sector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.Sentence;
import org.salus.ledger.ItemId;

/**
 * An authority oversees an institution by law, and it is recorded that the institution does not report to it and that it does not inspect it. Other means
 * are named where they are recorded; where means are only not recorded, they are asked.
 */
final class OverseerWithoutReach implements OversightRule {
    /** Other ties that let an authority see, ask or decide something. */
    private static final Set<TieType> MEANS = Set.of(
            TieType.AUDITS,
            TieType.INVESTIGATES,
            TieType.ADJUDICATES,
            TieType.BUDGETS_FOR,
            TieType.APPOINTS,
            TieType.SETS_POLICY_FOR,
            TieType.COMMANDS);

    @Override
    public String code() {
        return "overseer-without-reach";
    }

    @Override
    public List<Finding> findings(OversightInquiry inquiry) {
        List<Finding> findings = new ArrayList<>();
        for (PresentTie tie : oversight(inquiry)) {
            Optional<PresentTie> reports = inquiry.day().tie(tie.to(), TieType.REPORTS_TO, tie.from());
            Optional<PresentTie> inspects = inquiry.day().tie(tie.from(), TieType.INSPECTS, tie.to());
            if (reports.filter(PresentTie::isAbsent).isPresent()
                    && inspects.filter(PresentTie::isAbsent).isPresent()) {
                List<ItemId> facts = new ArrayList<>(tie.ids());
                facts.addAll(reports.get().ids());
                facts.addAll(inspects.get().ids());
                List<PresentTie> others = otherMeans(inquiry, tie);
                others.forEach(other -> facts.addAll(other.ids()));
                findings.add(inquiry.finding(
                        this,
                        "",
                        Sentence.of(
                                others.isEmpty()
                                        ? "sector.found.overseer-without-reach"
                                        : "sector.found.overseer-with-other-reach",
                                inquiry.name(tie.from()),
                                inquiry.name(tie.to()),
                                others.isEmpty() ? "" : others.getFirst().type().label()),
                        List.of(tie.to(), tie.from()),
                        facts,
                        new Asked(2, 2)));
            }
        }
        return findings;
    }

    @Override
    public List<ToAsk> questions(OversightInquiry inquiry) {
        List<ToAsk> questions = new ArrayList<>();
        for (PresentTie tie : oversight(inquiry)) {
            boolean reportsAbsent = inquiry.day()
                    .tie(tie.to(), TieType.REPORTS_TO, tie.from())
                    .filter(PresentTie::isAbsent)
                    .isPresent();
            boolean inspectsAbsent = inquiry.day()
                    .tie(tie.from(), TieType.INSPECTS, tie.to())
                    .filter(PresentTie::isAbsent)
                    .isPresent();
            if ((!reportsAbsent || !inspectsAbsent) && !hasMeans(inquiry, tie)) {
                questions.add(inquiry.question(
                        this,
                        "",
                        Sentence.of("sector.ask.reach", inquiry.name(tie.from()), inquiry.name(tie.to())),
                        List.of(tie.to(), tie.from()),
                        tie.ids()));
            }
        }
        return questions;
    }

    /** Oversight by law in general words, of an institution that is asked about. */
    private static List<PresentTie> oversight(OversightInquiry inquiry) {
        return inquiry.day().ties().stream()
                .filter(tie -> tie.type() == TieType.OVERSEES && tie.isRecorded(Basis.LAW))
                .filter(tie -> inquiry.day()
                        .actor(tie.to())
                        .filter(Present::isAskedForOversight)
                        .isPresent())
                .toList();
    }

    private static List<PresentTie> otherMeans(OversightInquiry inquiry, PresentTie tie) {
        return inquiry.day().from(tie.from()).stream()
                .filter(other -> other.to().equals(tie.to()) && MEANS.contains(other.type()) && other.isRecorded())
                .toList();
    }

    private static boolean hasMeans(OversightInquiry inquiry, PresentTie tie) {
        return !otherMeans(inquiry, tie).isEmpty()
                || inquiry.day()
                        .tie(tie.from(), TieType.INSPECTS, tie.to())
                        .filter(PresentTie::isRecorded)
                        .isPresent()
                || inquiry.day()
                        .tie(tie.to(), TieType.REPORTS_TO, tie.from())
                        .filter(PresentTie::isRecorded)
                        .isPresent();
    }
}
