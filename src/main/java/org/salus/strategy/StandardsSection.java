package org.salus.strategy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.salus.appraisal.InstrumentGap;
import org.salus.appraisal.InstrumentLine;
import org.salus.appraisal.InstrumentQuestion;
import org.salus.appraisal.InstrumentRegister;
import org.salus.appraisal.InstrumentTables;
import org.salus.appraisal.TreatyStatus;
import org.salus.framework.Wording;

/**
 * Standards and law: what binds by tables of depositaries, and what members recorded as in law, reported and practised, each apart. Statements are for members: where none may be read nothing
 * is said of what is recorded, nor that nothing is.
 */
final class StandardsSection implements SectionSource {
    @Override
    public Section section() {
        return Section.RISKS;
    }

    @Override
    public Composed compose(Material material) {
        Wording wording = material.wording();
        Composing section = new Composing(section(), wording);
        List<String> countries = material.charter().countries();
        for (String country : countries) {
            InstrumentQuestion question = new InstrumentQuestion(
                    Optional.of(country), Optional.empty(), Optional.empty(), Optional.empty(), false);
            if (countries.size() > 1) {
                section.say("strategy.standards.country", question.countryIn(wording));
            }
            country(
                    InstrumentRegister.of(
                            question,
                            InstrumentRegister.told(material.snapshot(), question),
                            Optional.of(material.view()),
                            material.day(),
                            wording.locale()),
                    section,
                    material);
        }
        return section.composed();
    }

    private static void country(InstrumentRegister all, Composing section, Material material) {
        Wording wording = material.wording();
        InstrumentTables tables = new InstrumentTables(wording, line -> Optional.empty());
        InstrumentRegister told = all.only(StandardsSection::isTold);
        String key = all.question().country().orElse("").toLowerCase(Locale.ROOT);
        section.say("appraisal.standards.lead", all.lines().size(), all.bound(), all.count(TreatyStatus.SIGNED));
        if (all.count(TreatyStatus.NO_TABLE) > 0) {
            section.say("appraisal.standards.no-table", all.count(TreatyStatus.NO_TABLE));
        }
        if (material.readership() == Readership.EVERYBODY) {
            section.table("treaties-" + key, tables.treaties(told));
        } else {
            section.say("appraisal.standards.lead.steps", all.gaps().size(), all.toAsk());
            section.list(all.gaps().stream()
                    .map(InstrumentGap::says)
                    .map(wording::say)
                    .toList());
            section.table("instruments-" + key, tables.register(told));
        }
        if (!told.old().isEmpty()) {
            section.note("appraisal.standards.old", told.old().size());
        }
        section.note("appraisal.standards.standing");
    }

    /** What neither a depositary tells anything of nor a member is left to the register itself, which is long. */
    private static boolean isTold(InstrumentLine line) {
        return !line.statements().isEmpty()
                || line.standing().signature().isPresent()
                || line.standing().binding().isPresent();
    }
}
