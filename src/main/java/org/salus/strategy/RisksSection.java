package org.salus.strategy;

import java.util.List;
import java.util.stream.Collectors;
import org.salus.appraisal.AidRules;
import org.salus.appraisal.AidTables;
import org.salus.diligence.CaseReading;
import org.salus.diligence.CaseTables;
import org.salus.diligence.DiligenceFinding;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.framework.Wording;
import org.salus.goals.Chain;
import org.salus.ledger.Item;

/**
 * Risks, due diligence, and what was found about eligibility as aid. Cases are told to their readers alone: where this readership reads none nothing is said of any, not even that there is none.
 */
final class RisksSection implements SectionSource {
    @Override
    public Section section() {
        return Section.RISKS;
    }

    @Override
    public Composed compose(Material material) {
        Wording wording = material.wording();
        Composing section = new Composing(section(), wording);
        List<Chain> plan = material.chain().stream().toList();
        int risks = plan.stream().mapToInt(chain -> chain.risks().size()).sum();
        if (material.isUndecided()) {
            section.say("strategy.undecided");
        } else {
            section.say("strategy.risks.lead", risks);
        }
        plan.forEach(chain -> {
            section.table("risks", risks(chain, wording));
            section.table("assumptions", assumptions(chain, wording));
        });
        section.say("strategy.risks.diligence");
        CaseReading cases = material.cases();
        if (!cases.book().entries().isEmpty()) {
            section.list(cases.book().findings().stream()
                    .map(DiligenceFinding::says)
                    .map(wording::say)
                    .toList());
            section.table("cases", new CaseTables(cases.names(), wording, CaseTables.NO_LINKS).cases(cases.book()));
            section.note("diligence.standing");
        }
        AidTables aid = material.aid();
        if (!aid.records().isEmpty()) {
            section.say(aid.lead());
            section.say("appraisal.aid.rules", AidRules.shipped().edition());
            section.list(aid.records().stream()
                    .map(Item::value)
                    .filter(record -> !record.today().questions().isEmpty())
                    .map(record -> wording.say(
                            "strategy.risks.aid",
                            record.title(),
                            record.today().questions().stream()
                                    .map(wording::say)
                                    .collect(Collectors.joining(" "))))
                    .toList());
            section.table("aid", aid.onPaper());
        }
        return section.composed();
    }

    private static Table risks(Chain chain, Wording wording) {
        String none = wording.say("strategy.plan.not-said");
        return new Table(
                wording.say("strategy.risks.table"),
                List.of(
                        Column.text("risk", wording.say("strategy.risks.risk")),
                        Column.text("response", wording.say("strategy.risks.response")),
                        Column.text("office", wording.say("strategy.risks.office"))),
                chain.risks().stream()
                        .map(risk -> List.of(
                                Cell.text(risk.value().title()),
                                PlanSection.words(risk.value().response(), none),
                                PlanSection.words(risk.value().office(), none)))
                        .toList());
    }

    private static Table assumptions(Chain chain, Wording wording) {
        return new Table(
                wording.say("strategy.risks.assumptions"),
                List.of(
                        Column.text("assumption", wording.say("strategy.risks.assumption")),
                        Column.text("state", wording.say("strategy.risks.state")),
                        Column.text("because", wording.say("strategy.risks.because"))),
                chain.assumptions().stream()
                        .map(one -> List.of(
                                Cell.text(one.value().title()),
                                Cell.text(wording.say(one.value().state().label())),
                                PlanSection.words(one.value().because(), wording.say("strategy.plan.not-said"))))
                        .toList());
    }
}
