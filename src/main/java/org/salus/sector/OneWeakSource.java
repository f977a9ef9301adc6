package org.salus.sector;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.salus.framework.Recorded;
import org.salus.framework.Sentence;
import org.salus.ledger.Citation;
import org.salus.ledger.Confidence;
import org.salus.ledger.ItemId;
import org.salus.workspace.Source;

/**
 * A side of a tie that rests on a single source which somebody graded as weak, or on a single citation of low confidence. A source that nobody graded is not
 * weak; a fact without any source is asked about.
 */
final class OneWeakSource implements OversightRule {
    @Override
    public String code() {
        return "one-weak-source";
    }

    @Override
    public List<Finding> findings(OversightInquiry inquiry) {
        List<Finding> findings = new ArrayList<>();
        for (PresentTie tie : inquiry.day().ties()) {
            for (Basis basis : Basis.values()) {
                PresentTie.Side side = tie.side(basis);
                Set<ItemId> sources = new TreeSet<>();
                side.citations().forEach(citation -> sources.add(citation.source()));
                if (side.recorded() != Recorded.NOT_RECORDED
                        && sources.size() == 1
                        && side.citations().stream().allMatch(citation -> isWeak(inquiry, citation))) {
                    List<ItemId> facts = new ArrayList<>(tie.ids());
                    facts.addAll(sources);
                    findings.add(inquiry.remark(
                            this,
                            tie.type().code() + ":" + basis.code(),
                            Sentence.of(
                                    "sector.found.one-weak-source." + basis.code(),
                                    inquiry.name(tie.from()),
                                    tie.type().label(),
                                    inquiry.name(tie.to())),
                            List.of(tie.from(), tie.to()),
                            facts,
                            new Asked(1, 1)));
                }
            }
        }
        return findings;
    }

    private static boolean isWeak(OversightInquiry inquiry, Citation citation) {
        return citation.confidence() == Confidence.LOW
                || inquiry.day()
                        .map()
                        .source(citation.source())
                        .map(source -> source.value())
                        .filter(Source::isWeak)
                        .isPresent();
    }

    @Override
    public List<ToAsk> questions(OversightInquiry inquiry) {
        List<ToAsk> questions = new ArrayList<>();
        for (PresentTie tie : inquiry.day().ties()) {
            if (!tie.isSaid()) {
                questions.add(ask(inquiry, tie, "basis"));
            }
            for (Basis basis : Basis.values()) {
                PresentTie.Side side = tie.side(basis);
                if (side.recorded() != Recorded.NOT_RECORDED && side.citations().isEmpty()) {
                    questions.add(ask(
                            inquiry,
                            tie,
                            side.recorded() == Recorded.RECORDED
                                    ? "source." + basis.code()
                                    : "absence." + basis.code()));
                }
            }
        }
        return questions;
    }

    private ToAsk ask(OversightInquiry inquiry, PresentTie tie, String what) {
        return inquiry.question(
                this,
                tie.type().code() + ":" + what,
                Sentence.of(
                        "sector.ask." + what,
                        inquiry.name(tie.from()),
                        tie.type().label(),
                        inquiry.name(tie.to())),
                List.of(tie.from(), tie.to()),
                tie.ids());
    }
}
