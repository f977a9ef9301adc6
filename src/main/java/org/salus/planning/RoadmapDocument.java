package org.salus.planning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.salus.documents.Block;
import org.salus.documents.Bullets;
import org.salus.documents.Document;
import org.salus.documents.Heading;
import org.salus.documents.KeyFigures;
import org.salus.documents.KeyFigures.KeyFigure;
import org.salus.documents.Note;
import org.salus.documents.Page;
import org.salus.documents.PageBreak;
import org.salus.documents.Paragraph;
import org.salus.documents.Picture;
import org.salus.documents.Size;
import org.salus.documents.Timeline;
import org.salus.documents.Version;
import org.salus.frame.web.Numerals;
import org.salus.framework.Wording;

/** A roadmap to hang on a wall or to put on a table: a page of words, the steps as bars, what is reached by when, and the budget. */
final class RoadmapDocument {
    /** What a page has room for without its letters getting small. */
    private static final int ROWS_A_PAGE = 24;

    private final Roadmap roadmap;
    private final Wording wording;
    private final RoadmapTables tables;
    private final Numerals numerals;

    RoadmapDocument(Roadmap roadmap, Wording wording) {
        this.roadmap = roadmap;
        this.wording = wording;
        this.tables = new RoadmapTables(roadmap, wording);
        this.numerals = new Numerals(wording);
    }

    /**
     * The document.
     *
     * @param workspace whose plan it is; its subtitle
     */
    Document of(Grouping grouping, Optional<LocalDate> today, String workspace, Version version) {
        List<Block> blocks = new ArrayList<>(words(grouping));
        if (!roadmap.bars().isEmpty()) {
            bars(grouping, today, blocks);
            blocks.add(new PageBreak());
            blocks.add(new Heading(1, wording.say("planning.roadmap.milestones")));
            blocks.add(tables.milestones());
            blocks.add(new PageBreak());
            blocks.add(new Heading(1, wording.say("planning.roadmap.budget")));
            blocks.add(Paragraph.of(wording.say("planning.roadmap.budget.lead")));
            blocks.add(tables.budget(Counting.SPENT));
            blocks.add(tables.budget(Counting.COMMITTED));
        }
        blocks.add(new Note(wording.say("planning.standing")));
        return new Document(roadmap.title(), workspace, wording.locale(), Page.WALL, blocks, version);
    }

    private void bars(Grouping grouping, Optional<LocalDate> today, List<Block> blocks) {
        Timeline drawing = new Gantt(roadmap, grouping, wording).drawing(today);
        List<Timeline> parts = drawing.parts(ROWS_A_PAGE);
        for (int i = 0; i < parts.size(); i++) {
            blocks.add(new PageBreak());
            if (i == 0) {
                blocks.add(new Heading(1, drawing.title()));
            }
            blocks.add(new Picture(
                    parts.get(i).svg(Size.onPaper(Page.WALL)),
                    parts.size() == 1
                            ? drawing.title() + ". " + drawing.description()
                            : wording.say("planning.roadmap.gantt.part", drawing.title(), i + 1, parts.size())));
        }
    }

    private List<Block> words(Grouping grouping) {
        if (roadmap.bars().isEmpty()) {
            List<Block> none = new ArrayList<>(List.of(Paragraph.of(wording.say("planning.roadmap.nothing"))));
            none.addAll(leftOut());
            return none;
        }
        List<Roadmap.Bar> bars = roadmap.bars();
        LocalDate first =
                bars.stream().map(Roadmap.Bar::from).min(LocalDate::compareTo).orElseThrow();
        LocalDate last =
                bars.stream().map(Roadmap.Bar::until).max(LocalDate::compareTo).orElseThrow();
        long must = bars.stream().filter(Roadmap.Bar::isMust).count();
        long locked = bars.stream().filter(Roadmap.Bar::isLocked).count();
        long unknown = tables.withoutCost();
        BigDecimal known = bars.stream().flatMap(bar -> bar.cost().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Block> said = new ArrayList<>();
        said.add(Paragraph.of(wording.say("planning.roadmap.words.span", bars.size(), first, last)));
        said.add(new KeyFigures(List.of(
                new KeyFigure(
                        wording.say("planning.roadmap.column.steps"),
                        numerals.count(bars.size()),
                        wording.say("planning.roadmap.figure.must", must)),
                new KeyFigure(
                        wording.say("planning.roadmap.figure.cost"),
                        unknown == bars.size()
                                ? wording.say("planning.roadmap.not-known")
                                : numerals.money(roadmap.currency(), known),
                        wording.say("planning.roadmap.figure.unknown", unknown)),
                new KeyFigure(
                        wording.say("planning.roadmap.figure.left-out"),
                        numerals.count(roadmap.leftOut().size()),
                        wording.say("planning.roadmap.figure.locked", locked)))));
        List<String> sentences = new ArrayList<>();
        Load load = Load.of(roadmap, Every.YEAR);
        load.peaks().keySet().stream()
                .filter(institution -> !institution.isEmpty() && load.most(institution) > 1)
                .max(Comparator.comparingInt(load::most))
                .ifPresent(busiest ->
                        sentences.add(wording.say("planning.roadmap.words.busiest", busiest, load.most(busiest))));
        Spending spending = Spending.of(roadmap, Every.YEAR, Counting.SPENT);
        spending.rows().keySet().stream()
                .filter(donor -> !donor.isEmpty() && spending.row(donor).known() > 0)
                .max(Comparator.comparing(donor -> spending.row(donor).amount()))
                .ifPresent(donor -> sentences.add(wording.say(
                        "planning.roadmap.words.donor",
                        donor,
                        numerals.money(roadmap.currency(), spending.row(donor).amount()))));
        if (spending.row("").known() > 0) {
            sentences.add(wording.say(
                    "planning.roadmap.words.unnamed",
                    numerals.money(roadmap.currency(), spending.row("").amount())));
        }
        if (unknown > 0) {
            sentences.add(wording.say("planning.roadmap.words.unknown", unknown));
        }
        if (!sentences.isEmpty()) {
            said.add(Bullets.of(sentences.toArray(String[]::new)));
        }
        said.add(new Heading(2, wording.say("planning.roadmap.words.groups." + grouping.code())));
        said.add(Bullets.of(grouping.groups(roadmap).entrySet().stream()
                .map(group -> group(
                        group.getKey().isEmpty() ? wording.say(grouping.unnamed()) : group.getKey(), group.getValue()))
                .toArray(String[]::new)));
        said.addAll(leftOut());
        return said;
    }

    private String group(String name, List<Roadmap.Bar> bars) {
        return wording.say(
                "planning.roadmap.words.group",
                name,
                bars.size(),
                bars.stream().map(Roadmap.Bar::from).min(LocalDate::compareTo).orElseThrow(),
                bars.stream().map(Roadmap.Bar::until).max(LocalDate::compareTo).orElseThrow());
    }

    private List<Block> leftOut() {
        return roadmap.leftOut().isEmpty()
                ? List.of()
                : List.of(
                        new Heading(2, wording.say("planning.roadmap.table.left-out")),
                        Bullets.of(roadmap.leftOut().toArray(String[]::new)));
    }
}
