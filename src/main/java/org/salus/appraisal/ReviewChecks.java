package org.salus.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.salus.framework.Appraisal;
import org.salus.framework.Pillar;
import org.salus.framework.Sentence;
import org.salus.goals.Adoption;
import org.salus.goals.Chain;
import org.salus.goals.Objective;
import org.salus.goals.ResultsChain;
import org.salus.goals.Support;
import org.salus.ledger.Item;
import org.salus.sector.Present;

/** What is computed of the recommendations, by which a donor reviews itself. */
final class ReviewChecks {
    static final Map<String, Computation> ALL = Map.of(
            "sector-definition", ReviewChecks::sectorDefinition,
            "own-support-linked", ReviewChecks::ownSupportLinked,
            "plan-adopted", ReviewChecks::planAdopted,
            "strategy-rests", ReviewChecks::strategyRests,
            "answers-on-support", ReviewChecks::answersOnSupport);

    private ReviewChecks() {}

    private static Found sectorDefinition(AppraisalInquiry inquiry) {
        List<Present> actors = inquiry.sector().actors();
        long providers = ContextChecks.count(actors, Pillar.PROVIDERS);
        long overseers = ContextChecks.count(actors, Pillar.OVERSIGHT);
        if (providers + overseers == 0) {
            return Found.unknown(Sentence.of("appraisal.missing.actors"));
        }
        boolean isBoth = providers > 0 && overseers > 0;
        return Found.of(
                isBoth ? Appraisal.CONSIDERED : Appraisal.NOT_YET,
                Sentence.of("appraisal.reason.sector-definition", providers, overseers),
                List.of(new Looked.Page(Sentence.of("appraisal.looked.map"), "sector", isBoth)));
    }

    /** Others' support is never judged. */
    private static Found ownSupportLinked(AppraisalInquiry inquiry) {
        List<Item<Support>> own = inquiry.boxes(Support.KIND).stream()
                .filter(support -> support.value().isOurs())
                .toList();
        return inquiry.share("own-support-linked", "own-support", own, support -> {
            Chain chain = inquiry.chain(support.value());
            return chain.after(support.id()).stream()
                    .flatMap(box -> chain.box(box).stream())
                    .anyMatch(box -> box.value() instanceof Objective);
        });
    }

    private static Found planAdopted(AppraisalInquiry inquiry) {
        List<Item<ResultsChain>> all = inquiry.view().list(ResultsChain.KIND);
        if (all.isEmpty()) {
            return Found.unknown(Sentence.of("appraisal.missing.chains"));
        }
        List<Looked> looked = all.stream()
                .<Looked>map(
                        chain -> new Looked.Element(chain.id(), chain.value().adoption() == Adoption.ADOPTED))
                .toList();
        boolean isAdopted = looked.stream().anyMatch(Looked::fits);
        return Found.of(
                isAdopted ? Appraisal.CONSIDERED : Appraisal.PARTLY,
                Sentence.of("appraisal.reason.alternatives", all.size(), isAdopted ? 1 : 0),
                looked);
    }

    private static Found strategyRests(AppraisalInquiry inquiry) {
        List<Looked> looked = new ArrayList<>();
        looked.add(new Looked.Page(
                Sentence.of("appraisal.looked.rounds"),
                "governance",
                !inquiry.assessments().isEmpty()));
        looked.add(new Looked.Page(
                Sentence.of("appraisal.looked.map"),
                "sector",
                !inquiry.sector().actors().isEmpty()));
        looked.add(new Looked.Page(
                Sentence.of("appraisal.looked.plan"), "goals", !inquiry.chains().isEmpty()));
        long there = looked.stream().filter(Looked::fits).count();
        if (there == 0) {
            return Found.unknown(Sentence.of("appraisal.missing.everything"));
        }
        return Found.of(
                there == looked.size() ? Appraisal.CONSIDERED : Appraisal.PARTLY,
                Sentence.of("appraisal.reason.strategy-rests", there, looked.size()),
                looked);
    }

    private static Found answersOnSupport(AppraisalInquiry inquiry) {
        return CoherenceChecks.findingsAnswered(inquiry);
    }
}
