package org.salus.appraisal;

import java.util.List;
import java.util.Map;
import org.salus.framework.Appraisal;
import org.salus.framework.Sentence;
import org.salus.goals.Adoption;
import org.salus.goals.Assumption;
import org.salus.goals.AssumptionState;
import org.salus.goals.Chain;
import org.salus.goals.LinkType;
import org.salus.goals.Objective;
import org.salus.goals.ResultsChain;
import org.salus.goals.Risk;
import org.salus.ledger.Item;

/** What is computed of C4: a political process. */
final class PoliticsChecks {
    static final Map<String, Computation> ALL = Map.of(
            "who-feels-threatened", PoliticsChecks::whoFeelsThreatened,
            "assumptions-stated", PoliticsChecks::assumptionsStated,
            "assumptions-tested", PoliticsChecks::assumptionsTested,
            "risks-met", PoliticsChecks::risksMet,
            "alternatives", PoliticsChecks::alternatives,
            "who-decides", PoliticsChecks::whoDecides,
            "may-lose", PoliticsChecks::mayLose);

    private PoliticsChecks() {}

    private static Found whoFeelsThreatened(AppraisalInquiry inquiry) {
        List<Item<Objective>> inForces = inquiry.boxes(Objective.KIND).stream()
                .filter(objective -> inquiry.isInProvider(objective.value()))
                .toList();
        return inquiry.share(
                "who-feels-threatened",
                "objectives-of-providers",
                inForces,
                objective -> !objective.value().threatened().isBlank());
    }

    private static Found assumptionsStated(AppraisalInquiry inquiry) {
        return inquiry.share("assumptions-stated", "objectives", inquiry.boxes(Objective.KIND), objective -> {
            Chain chain = inquiry.chain(objective.value());
            return !chain.from(objective.id(), LinkType.RESTS_ON).isEmpty()
                    || chain.from(objective.id(), LinkType.CONTRIBUTES).stream()
                            .anyMatch(link -> !link.value().assumption().isBlank());
        });
    }

    private static Found assumptionsTested(AppraisalInquiry inquiry) {
        List<Item<Assumption>> assumptions = inquiry.chains().stream()
                .flatMap(chain -> chain.assumptions().stream())
                .toList();
        return inquiry.share(
                "assumptions-tested",
                "assumptions",
                assumptions,
                assumption -> assumption.value().state() == AssumptionState.SUPPORTED
                        || assumption.value().state() == AssumptionState.PARTLY);
    }

    private static Found risksMet(AppraisalInquiry inquiry) {
        List<Item<Risk>> risks = inquiry.chains().stream()
                .flatMap(chain -> chain.risks().stream())
                .toList();
        return inquiry.share(
                "risks-met",
                "risks",
                risks,
                risk -> !risk.value().response().isBlank()
                        && !risk.value().office().isBlank());
    }

    /** As long as no decision is on record nothing is known of who decides; that nobody does is never concluded. */
    private static Found whoDecides(AppraisalInquiry inquiry) {
        List<RegisteredDecision> decisions = inquiry.view().list(RegisteredDecision.KIND).stream()
                .map(Item::value)
                .toList();
        if (decisions.isEmpty()) {
            return Found.unknown(Sentence.of("appraisal.missing.decisions"));
        }
        return inquiry.share(
                "who-decides",
                "objectives",
                inquiry.boxes(Objective.KIND),
                objective -> decisions.stream()
                        .anyMatch(decision -> decision.isKnownWhoDecides()
                                && decision.objectives().contains(new OnObjective(objective.id()))));
    }

    /** Whoever reads no stance is told no more than that stances have readers. Where nobody is noted who stands in the way, nobody has been asked enough. */
    private static Found mayLose(AppraisalInquiry inquiry) {
        if (inquiry.stances().isEmpty()) {
            return Found.unknown(Sentence.of("appraisal.missing.stances"));
        }
        List<Stance> losing = inquiry.stances().stream()
                .map(Noted::value)
                .filter(Stance::isInTheWay)
                .toList();
        long met = losing.stream().filter(stance -> !stance.measure().isBlank()).count();
        return Found.of(
                losing.isEmpty() ? Appraisal.PARTLY : Found.share(met, losing.size()),
                Sentence.of(
                        "appraisal.reason.may-lose",
                        met,
                        losing.size(),
                        inquiry.stances().size()),
                inquiry.stances().stream().map(PoliticsChecks::looked).toList());
    }

    private static Looked looked(Noted<Stance> noted) {
        Stance stance = noted.value();
        return new Looked.Page(
                Sentence.of(
                        "appraisal.looked.stance",
                        StakeholderMatrix.title(
                                stance.actor().name(), stance.objective().name())),
                noted.href(),
                !stance.isInTheWay() || !stance.measure().isBlank());
    }

    private static Found alternatives(AppraisalInquiry inquiry) {
        List<Item<ResultsChain>> all = inquiry.view().list(ResultsChain.KIND);
        if (all.isEmpty()) {
            return Found.unknown(Sentence.of("appraisal.missing.chains"));
        }
        boolean isAdopted = all.stream().anyMatch(chain -> chain.value().adoption() == Adoption.ADOPTED);
        return Found.of(
                all.size() == 1 ? Appraisal.NOT_YET : isAdopted ? Appraisal.CONSIDERED : Appraisal.PARTLY,
                Sentence.of("appraisal.reason.alternatives", all.size(), isAdopted ? 1 : 0),
                all.stream()
                        .<Looked>map(chain ->
                                new Looked.Element(chain.id(), chain.value().adoption() == Adoption.ADOPTED))
                        .toList());
    }
}
