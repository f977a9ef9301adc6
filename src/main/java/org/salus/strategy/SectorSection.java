package org.salus.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.framework.Wording;
import org.salus.ledger.ItemId;
import org.salus.sector.Oversight;
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
                answer.institutions().size());
        section.say("strategy.sector.asked", answer.asked().say());
        if (answer.findings().isEmpty()) {
            section.say("strategy.sector.no-findings");
        } else {
            section.say("strategy.sector.findings", answer.findings().size());
            section.noted(answer.findings().stream()
                    .map(finding -> Cited.paragraph(wording.say(finding.says()), finding.facts(), material.view()))
                    .toList());
        }
        Part part = Part.readable(day);
        if (SectorDrawing.isDrawn(day, part)) {
            section.diagram("map", SectorDrawing.of(day, part));
        }
        SectorTables tables = new SectorTables(day, Part.everything(), wording, item -> Optional.empty());
        section.table("actors", tables.actorTable());
        section.table("coverage", coverage(answer, day, wording));
        if (!answer.toAsk().isEmpty()) {
            section.table("to-ask", SectorTables.questions(answer, day, wording));
            section.note("strategy.sector.to-ask");
        }
        section.note("strategy.rules", answer.edition());
        return section.composed();
    }

    /** Institutions by kinds of oversight, law and practice in one cell: a reader of a document looks for the pattern, and every row stands on the page. */
    private static Table coverage(OversightAnswer answer, SectorDay day, Wording wording) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("institution", wording.say("strategy.sector.institution")));
        for (Oversight kind : Oversight.values()) {
            columns.add(Column.text(kind.code().replace('-', '_'), wording.say(kind.label())));
        }
        return new Table(
                wording.say("strategy.sector.coverage"),
                columns,
                answer.institutions().stream()
                        .map(institution -> row(institution.id(), answer, day, wording))
                        .toList());
    }

    private static List<Cell> row(ItemId institution, OversightAnswer answer, SectorDay day, Wording wording) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.text(day.name(institution))));
        for (Oversight kind : Oversight.values()) {
            String told = answer.coverage().stream()
                    .filter(one -> one.institution().equals(institution) && one.kind() == kind)
                    .map(one -> wording.say(
                            "strategy.sector.side",
                            one.basis().label(),
                            one.state().label()))
                    .collect(Collectors.joining("\n"));
            cells.add(told.isEmpty() ? Cell.blank(wording.say("strategy.plan.not-said")) : Cell.text(told));
        }
        return cells;
    }
}
