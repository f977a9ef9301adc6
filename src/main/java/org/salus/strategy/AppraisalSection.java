package org.salus.strategy;

import java.util.Locale;
import org.salus.appraisal.AidRules;
import org.salus.appraisal.AppraisalAnswer;
import org.salus.appraisal.AppraisalTexts;
import org.salus.framework.Term;
import org.salus.framework.Wording;

/** Appraisal: consideration by consideration how many checks are answered how, and each check with its reason and what was written beside it. Nothing is added up. */
final class AppraisalSection implements SectionSource {
    @Override
    public Section section() {
        return Section.APPRAISAL;
    }

    @Override
    public Composed compose(Material material) {
        Wording wording = material.wording();
        Composing section = new Composing(section(), wording);
        AppraisalTexts texts = material.appraisal();
        AppraisalAnswer answer = texts.answer();
        section.say("strategy.appraisal.lead");
        section.list(answer.groups().stream()
                .map(group -> wording.say(
                        "strategy.appraisal.consideration",
                        group.code(),
                        wording.say(group.label()),
                        wording.say(answer.says(group))))
                .toList());
        if (material.readership() == Readership.EVERYBODY) {
            section.say("strategy.appraisal.public");
        }
        section.say("strategy.appraisal.aid", AidRules.shipped().edition());
        for (Term group : answer.groups()) {
            section.table("checks-" + group.code().toLowerCase(Locale.ROOT), texts.onPaper(group));
        }
        section.note("strategy.appraisal.rules", answer.edition());
        return section.composed();
    }
}
