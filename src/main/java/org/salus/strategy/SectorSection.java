package org.salus.strategy;

import java.util.Optional;
import org.salus.framework.Wording;
import org.salus.sector.Finding;
import org.salus.sector.OversightAnswer;
import org.salus.sector.Part;
import org.salus.sector.SectorDay;
import org.salus.sector.SectorDrawing;
import org.salus.sector.SectorTables;

/** The security sector and its oversight: the two pillars, and what the record says of who oversees whom. What nobody has asked yet is no finding. */
final class SectorSection implements SectionSource {
    @Override
    public Section section() {
        return Section.SECTOR;
    }

    @Override
    public Composed compose(Material material) {
        Wording wording = material.wording();
        Composing section = new Composing(section(), wording);
        SectorDay day = material.sector();
        if (day.actors().isEmpty()) {
            return section.say("strategy.sector.nothing").composed();
        }
        OversightAnswer answer = material.oversight();
        section.say(
                "strategy.sector.lead",
                day.actors().size(),
                day.ties().size(),
                answer.institutions().size(),
                material.day());
        section.say("strategy.sector.asked", answer.asked().say());
        if (answer.findings().isEmpty()) {
            section.say("strategy.sector.no-findings");
        } else {
            section.say("strategy.sector.findings", answer.findings().size());
            section.list(answer.findings().stream()
                    .map(Finding::says)
                    .map(wording::say)
                    .toList());
        }
        Part part = Part.readable(day);
        if (SectorDrawing.isDrawn(day, part)) {
            section.diagram("map", SectorDrawing.of(day, part));
        }
        SectorTables tables = new SectorTables(day, Part.everything(), wording, item -> Optional.empty());
        section.table("actors", tables.actorTable());
        section.table("coverage", SectorTables.coverage(answer, day, wording));
        if (!answer.toAsk().isEmpty()) {
            section.table("to-ask", SectorTables.questions(answer, day, wording));
            section.note("strategy.sector.to-ask");
        }
        section.note("strategy.rules", answer.edition());
        return section.composed();
    }
}
