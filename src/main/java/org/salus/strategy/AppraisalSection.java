package org.salus.strategy;

import java.util.Arrays;
import java.util.List;
import org.salus.appraisal.AidRules;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.framework.Consideration;
import org.salus.framework.Wording;

/** Appraisal: which seven considerations a strategy is held against, and by which rules it is told whether an activity may count as aid. */
final class AppraisalSection implements SectionSource {
    @Override
    public Section section() {
        return Section.APPRAISAL;
    }

    @Override
    public Composed compose(Material material) {
        Wording wording = material.wording();
        Composing section = new Composing(section(), wording);
        section.say("strategy.appraisal.lead");
        section.say("strategy.appraisal.aid", AidRules.shipped().edition());
        section.table(
                "considerations",
                new Table(
                        wording.say("strategy.appraisal.table"),
                        List.of(
                                Column.text("consideration", wording.say("strategy.appraisal.consideration")),
                                Column.text("asks", wording.say("strategy.appraisal.asks"))),
                        Arrays.stream(Consideration.values())
                                .map(one -> List.of(
                                        Cell.text(wording.say(one.label())).withCode(one.code()),
                                        Cell.text(wording.say(one.meaning()))))
                                .toList()));
        return section.composed();
    }
}
