package org.salus.sector;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.framework.ActorClass;
import org.salus.framework.DateSpan;
import org.salus.framework.PartialDate;
import org.salus.framework.Recorded;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.ItemId;
import org.salus.workspace.Reply;

/** A part of a map as tables: for readers who would not read a drawing, and for files. */
public final class SectorTables {
    private static final Comparator<Present> IN_ORDER = Comparator.comparingInt(
                    (Present actor) -> ActorClass.all().indexOf(actor.phase().actorClass()))
            .thenComparing(
                    actor -> actor.phase().type(), Comparator.comparing(type -> type.orElse(ActorType.OTHER_EXTERNAL)))
            .thenComparing(Present::name)
            .thenComparing(Present::id);

    private final SectorDay day;
    private final Part part;
    private final Wording wording;
    private final Function<ItemId, Optional<URI>> links;

    /** By identity: to compare ties with everything that is said of them, for each cell of a matrix, would take a second. */
    private final Set<PresentTie> shownTies = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * The tables of a part of a day.
     *
     * @param links where an item leads; nowhere in files
     */
    public SectorTables(SectorDay day, Part part, Wording wording, Function<ItemId, Optional<URI>> links) {
        this.day = day;
        this.part = part;
        this.wording = wording;
        this.links = links;
        shownTies.addAll(part.ties(day));
    }

    /** The actors shown, pillars first, then by type and name: the order in which they are listed everywhere. */
    public List<Present> actors() {
        return part.actors(day).stream().sorted(IN_ORDER).toList();
    }

    /** Actors, whatever is asked of them. */
    public Table actorTable() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Present actor : actors()) {
            Phase phase = actor.phase();
            rows.add(List.of(
                    linked(Cell.text(actor.name()), actor.id()),
                    Cell.text(wording.say(phase.actorClass().label()))
                            .withCode(phase.actorClass().code()),
                    phase.type()
                            .map(type -> Cell.text(wording.say(type.label())).withCode(type.code()))
                            .orElse(Cell.blank(wording.say("sector.table.not-told"))),
                    Cell.text(powers(phase)),
                    Cell.text(date(phase.when().from())),
                    Cell.text(date(phase.when().until())),
                    Cell.text(day.from(actor.id()).stream()
                            .filter(tie -> tie.type() == TieType.PART_OF && tie.isRecorded())
                            .map(tie -> day.name(tie.to()))
                            .collect(Collectors.joining("; "))),
                    Cell.number(day.map()
                            .actor(actor.id())
                            .map(item -> item.citations().size())
                            .orElse(0))));
        }
        return new Table(
                caption("sector.table.actors", rows.size()),
                List.of(
                        Column.text("actor", wording.say("sector.table.actor")),
                        Column.text("class", wording.say("sector.field.class")),
                        Column.text("type", wording.say("sector.field.type")),
                        Column.text("powers", wording.say("sector.field.powers")),
                        Column.date("since", wording.say("sector.field.from")),
                        Column.date("until", wording.say("sector.field.until")),
                        Column.text("part_of", wording.say("sector.table.part-of")),
                        Column.integer("sources", wording.say("sector.table.sources"), "")),
                rows);
    }

    /** Ties, one a row. */
    public Table tieTable() {
        List<List<Cell>> rows = new ArrayList<>();
        for (PresentTie tie : ties()) {
            rows.add(List.of(
                    linked(Cell.text(day.name(tie.from())), tie.from()),
                    linked(
                            Cell.text(wording.say(tie.type().label()))
                                    .withCode(tie.type().code()),
                            tie.ids().getFirst()),
                    linked(Cell.text(day.name(tie.to())), tie.to()),
                    side(tie, Basis.LAW),
                    side(tie, Basis.PRACTICE),
                    Cell.text(since(tie)),
                    Cell.number(tie.items().stream()
                            .mapToInt(item -> item.citations().size())
                            .sum())));
        }
        return new Table(
                caption("sector.table.ties", rows.size()),
                List.of(
                        Column.text("from", wording.say("sector.table.from")),
                        Column.text("tie", wording.say("sector.table.tie")),
                        Column.text("to", wording.say("sector.table.to")),
                        Column.text("by_law", wording.say("sector.field.by-law")),
                        Column.text("in_practice", wording.say("sector.field.in-practice")),
                        Column.date("since", wording.say("sector.field.from")),
                        Column.integer("sources", wording.say("sector.table.sources"), "")),
                rows);
    }

    /** The ties shown, by the names of their ends. */
    public List<PresentTie> ties() {
        return shownTies.stream()
                .sorted(Comparator.comparing((PresentTie tie) -> day.name(tie.from()))
                        .thenComparing(PresentTie::type)
                        .thenComparing(tie -> day.name(tie.to()))
                        .thenComparing(PresentTie::from)
                        .thenComparing(PresentTie::to))
                .toList();
    }

    /** Who oversees, steers or commands whom: authorities down, institutions across. Where nothing is recorded it says so. */
    public Table matrix() {
        List<Present> shown = actors();
        List<Present> institutions =
                shown.stream().filter(Present::isAskedForOversight).toList();
        List<Present> bodies = shown.stream()
                .filter(actor -> actor.oversight().isPresent()
                        || institutions.stream()
                                .anyMatch(institution ->
                                        !between(actor.id(), institution.id()).isEmpty()))
                .toList();
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("body", wording.say("sector.matrix.body")));
        columns.add(Column.text("kind", wording.say("sector.matrix.kind")));
        int number = 0;
        for (Present institution : institutions) {
            columns.add(Column.text("i" + ++number, institution.name()));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (Present body : bodies) {
            List<Cell> row = new ArrayList<>();
            row.add(linked(Cell.text(body.name()), body.id()));
            row.add(body.oversight()
                    .map(kind -> Cell.text(wording.say(kind.label())))
                    .orElseGet(() -> Cell.blank(wording.say("sector.table.not-told"))));
            for (Present institution : institutions) {
                row.add(met(body.id(), institution.id()));
            }
            rows.add(row);
        }
        return new Table(
                wording.say("sector.matrix.caption", bodies.size(), institutions.size(), date(day.day())),
                columns,
                rows);
    }

    private Cell met(ItemId body, ItemId institution) {
        if (body.equals(institution)) {
            return Cell.blank(wording.say("sector.matrix.itself"));
        }
        List<PresentTie> ties = between(body, institution);
        return ties.isEmpty()
                ? Cell.blank(wording.say(Recorded.NOT_RECORDED.label()))
                : Cell.text(ties.stream().map(tie -> brief(tie, institution)).collect(Collectors.joining("; ")));
    }

    /** The ties by which one commands, steers or oversees the other or what it is part of, and reports that run back. */
    private List<PresentTie> between(ItemId body, ItemId institution) {
        Set<ItemId> overseen = day.wholes(institution);
        return Stream.concat(
                        day.from(body).stream().filter(tie -> overseen.contains(tie.to()) && runsDown(tie.type())),
                        day.to(body).stream()
                                .filter(tie -> overseen.contains(tie.from()) && tie.type() == TieType.REPORTS_TO))
                .filter(shownTies::contains)
                .toList();
    }

    private static boolean runsDown(TieType type) {
        return switch (type.group()) {
            case COMMAND -> type == TieType.COMMANDS;
            case CONTROL, OVERSIGHT -> true;
            case REPORTING, SUPPORT, RELATION -> false;
        };
    }

    /** A tie in a cell: what is done, on what basis that is recorded, and through which whole it reaches the institution. */
    private String brief(PresentTie tie, ItemId institution) {
        boolean isReport = tie.type() == TieType.REPORTS_TO;
        ItemId end = isReport ? tie.from() : tie.to();
        Sentence verb = isReport ? tie.type().reverse() : tie.type().label();
        return end.equals(institution)
                ? wording.say("sector.matrix.tie", verb, basis(tie))
                : wording.say("sector.matrix.through", verb, basis(tie), day.name(end));
    }

    /** On what basis a tie is recorded, in a word or two. */
    public static Sentence basis(PresentTie tie) {
        return Sentence.of("sector.drawing.basis." + SectorDrawing.basis(tie));
    }

    private Cell side(PresentTie tie, Basis basis) {
        PresentTie.Side side = tie.side(basis);
        Recorded recorded = side.recorded();
        return recorded == Recorded.NOT_RECORDED
                ? Cell.blank(wording.say(recorded.label()))
                : Cell.text(
                                side.isContradicted()
                                        ? wording.say("sector.table.contradicted")
                                        : wording.say(recorded.label()))
                        .withCode(recorded.code());
    }

    private String since(PresentTie tie) {
        return tie.items().stream()
                .flatMap(item -> Stream.of(Basis.values()).flatMap(basis -> item.value().on(basis).stream()))
                .map(Statement::when)
                .filter(when -> when.mayHoldOn(day.day()))
                .min(DateSpan.BY_BEGINNING)
                .flatMap(DateSpan::from)
                .map(PartialDate::toString)
                .orElse("");
    }

    /** Each kind of oversight of each institution on each basis, one a row. */
    public static Table coverage(OversightAnswer answer, SectorDay day, Wording wording) {
        List<List<Cell>> rows = answer.coverage().stream()
                .map(row -> List.of(
                        Cell.text(day.name(row.institution())),
                        Cell.text(wording.say(row.kind().label()))
                                .withCode(row.kind().code()),
                        Cell.text(wording.say(row.basis().label()))
                                .withCode(row.basis().code()),
                        Cell.text(wording.say(row.state().label()))
                                .withCode(row.state().code()),
                        Cell.text(names(row.overseers(), day)),
                        Cell.text(names(row.notAsked(), day)),
                        Cell.number(row.asked().asked()),
                        Cell.number(row.asked().of())))
                .toList();
        return new Table(
                wording.say("sector.coverage.caption", answer.institutions().size(), date(day.day(), wording)),
                List.of(
                        Column.text("institution", wording.say("sector.coverage.institution")),
                        Column.text("kind", wording.say("sector.coverage.kind")),
                        Column.text("basis", wording.say("sector.coverage.basis")),
                        Column.text("state", wording.say("sector.coverage.state")),
                        Column.text("bodies", wording.say("sector.coverage.bodies")),
                        Column.text("not_asked", wording.say("sector.coverage.not-asked")),
                        Column.integer("asked", wording.say("sector.coverage.asked"), ""),
                        Column.integer("of", wording.say("sector.coverage.of"), "")),
                rows);
    }

    /**
     * What somebody answered to a finding, for a table.
     *
     * @param who as pages name them
     * @param isProven whether they were signed in here when they said so
     */
    public record Said(String who, boolean isProven, Reply reply, String because, LocalDate on) {
        private String told(Wording wording) {
            String told = wording.say("sector.findings.said", who, wording.shortDay(on), reply.label(), because);
            return isProven ? told : told + " (" + wording.say("workspace.history.unproven") + ")";
        }
    }

    /**
     * Findings, each with what it rests on and what people answered to it.
     *
     * @param answers what was said to a finding
     */
    public static Table findings(
            OversightAnswer answer, Function<Finding, List<Said>> answers, SectorDay day, Wording wording) {
        return new Table(
                wording.say("sector.findings.caption", answer.findings().size(), date(day.day(), wording)),
                List.of(
                        Column.text("rule", wording.say("sector.findings.rule")),
                        Column.text("finding", wording.say("sector.findings.finding")),
                        Column.text("about", wording.say("sector.findings.about")),
                        Column.integer("facts", wording.say("sector.findings.facts"), ""),
                        Column.integer("asked", wording.say("sector.coverage.asked"), ""),
                        Column.integer("of", wording.say("sector.coverage.of"), ""),
                        Column.text("edition", wording.say("sector.findings.edition")),
                        Column.text("answers", wording.say("sector.findings.answers"))),
                answer.findings().stream()
                        .map(finding -> List.of(
                                Cell.text(wording.say(finding.rule(false))).withCode(finding.rule()),
                                Cell.text(wording.say(finding.says())),
                                Cell.text(names(finding.about(), day)),
                                Cell.number(finding.facts().size()),
                                Cell.number(finding.asked().asked()),
                                Cell.number(finding.asked().of()),
                                Cell.text(finding.edition()),
                                Cell.text(answers.apply(finding).stream()
                                        .map(said -> said.told(wording))
                                        .collect(Collectors.joining("\n")))))
                        .toList());
    }

    /** What nobody has answered yet. */
    public static Table questions(OversightAnswer answer, SectorDay day, Wording wording) {
        return new Table(
                wording.say("sector.questions.caption", answer.toAsk().size(), date(day.day(), wording)),
                List.of(
                        Column.text("rule", wording.say("sector.questions.rule")),
                        Column.text("question", wording.say("sector.questions.question")),
                        Column.text("about", wording.say("sector.findings.about"))),
                answer.toAsk().stream()
                        .map(question -> List.of(
                                Cell.text(wording.say("sector.questions.group." + question.rule()))
                                        .withCode(question.rule()),
                                Cell.text(wording.say(question.asks())),
                                Cell.text(names(question.about(), day))))
                        .toList());
    }

    private static String names(List<ItemId> actors, SectorDay day) {
        return actors.stream().map(day::name).collect(Collectors.joining("; "));
    }

    private String powers(Phase phase) {
        return phase.powers().entrySet().stream()
                .filter(power -> power.getValue() != Recorded.NOT_RECORDED)
                .map(power -> power.getValue() == Recorded.RECORDED
                        ? wording.say(power.getKey().label())
                        : wording.say(
                                "sector.table.power-absent", power.getKey().label()))
                .collect(Collectors.joining("; "));
    }

    private Cell linked(Cell cell, ItemId item) {
        return links.apply(item).map(cell::withLink).orElse(cell);
    }

    private String caption(String key, int count) {
        return wording.say(key, count, date(day.day()));
    }

    private String date(LocalDate date) {
        return date(date, wording);
    }

    private static String date(LocalDate date, Wording wording) {
        return SectorDrawing.date(date, wording.locale());
    }

    private static String date(Optional<PartialDate> date) {
        return date.map(PartialDate::toString).orElse("");
    }
}
