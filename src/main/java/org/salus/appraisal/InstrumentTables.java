package org.salus.appraisal;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.evidence.TreatyAct;
import org.salus.framework.Term;
import org.salus.framework.Wording;

/** The register as tables, in a language: for pages and files alike. */
public final class InstrumentTables {
    private final Wording wording;
    private final Function<InstrumentLine, Optional<URI>> links;

    /** @param links where the name of an instrument leads */
    public InstrumentTables(Wording wording, Function<InstrumentLine, Optional<URI>> links) {
        this.wording = wording;
        this.links = links;
    }

    private String say(String name) {
        return wording.say("appraisal.standards.table." + name);
    }

    private Column text(String name) {
        return Column.text(name.replace('-', '_'), say(name));
    }

    /** Each instrument with what depositaries tell and what members recorded. */
    public Table register(InstrumentRegister register) {
        return new Table(
                say("register"),
                List.of(
                        text("instrument"),
                        text("status"),
                        Column.date("signed", say("signed")),
                        text("bound"),
                        text("reservation"),
                        text("in-law"),
                        text("reported"),
                        text("practised"),
                        text("table")),
                register.lines().stream().map(this::line).toList());
    }

    /** The treaties of which a table is loaded, with what it tells; nothing of any workspace. */
    public Table treaties(InstrumentRegister register) {
        return new Table(
                wording.say(
                        "appraisal.standards.table.treaties",
                        register.question().countryIn(wording)),
                List.of(
                        text("instrument"),
                        text("status"),
                        Column.date("signed", say("signed")),
                        text("bound"),
                        text("reservation"),
                        text("table")),
                register.lines().stream()
                        .filter(line -> line.standing().table().isPresent())
                        .map(line -> {
                            List<Cell> cells = told(line);
                            cells.add(table(line.standing()));
                            return List.copyOf(cells);
                        })
                        .toList());
    }

    private List<Cell> line(InstrumentLine line) {
        List<Cell> cells = told(line);
        for (InstrumentStep step : InstrumentStep.values()) {
            cells.add(step(line, step));
        }
        cells.add(table(line.standing()));
        return cells;
    }

    /** What the depositary tells. */
    private List<Cell> told(InstrumentLine line) {
        TreatyStanding standing = line.standing();
        List<Cell> cells = new ArrayList<>();
        cells.add(name(line));
        cells.add(term(standing.status()));
        cells.add(standing.signature()
                .flatMap(TreatyAct::on)
                .map(Cell::day)
                .orElseGet(() -> Cell.blank(silent(standing))));
        cells.add(bound(standing));
        cells.add(reservation(standing));
        return cells;
    }

    private Cell name(InstrumentLine line) {
        Cell cell =
                Cell.text(line.instrument().title()).withCode(line.instrument().id());
        return links.apply(line).map(cell::withLink).orElse(cell);
    }

    private Cell term(Term term) {
        return Cell.text(wording.say(term.label())).withCode(term.code());
    }

    /** Why nothing stands where an act would: nobody signs principles, no table is loaded, or the table names none. */
    private String silent(TreatyStanding standing) {
        return switch (standing.status()) {
            case NO_TREATY -> "";
            case NO_TABLE -> say("no-table");
            default -> say("none-in-table");
        };
    }

    private Cell bound(TreatyStanding standing) {
        return standing.binding()
                .map(act -> Cell.text(wording.say(
                                "appraisal.standards.act",
                                act.kind().label(),
                                act.on().map(Object::toString).orElse("…")))
                        .withCode(act.kind().code()))
                .orElseGet(() -> Cell.blank(silent(standing)));
    }

    private Cell reservation(TreatyStanding standing) {
        return standing.reservation()
                .map(told -> told ? Cell.text(say("reserved")) : Cell.blank(say("none-in-table")))
                .orElseGet(() -> Cell.blank(standing.table().isPresent() ? say("not-told") : ""));
    }

    private Cell step(InstrumentLine line, InstrumentStep step) {
        return line.statement(step).isPresent() || line.asks(step) ? term(line.answer(step)) : Cell.blank("");
    }

    private Cell table(TreatyStanding standing) {
        return standing.table()
                .map(table -> Cell.text(wording.say(
                        standing.isOld() ? "appraisal.standards.table-old" : "appraisal.standards.table-new",
                        when(standing))))
                .orElseGet(() -> Cell.blank(""));
    }

    /** The day a table tells the status of, or how much is known of it. */
    public String when(TreatyStanding standing) {
        return standing.table()
                .map(table -> table.asAt()
                        .map(Object::toString)
                        .or(() -> table.newestAct()
                                .map(day -> wording.say("appraisal.standards.undated", day.toString())))
                        .orElseGet(() -> wording.say("appraisal.standards.undated.empty")))
                .orElse("");
    }

    /** What nobody has said anything about yet, to be taken along: first of what binds. */
    public Table questions(InstrumentRegister register) {
        return new Table(
                say("questions"),
                List.of(text("instrument"), text("step"), text("question")),
                register.lines().stream()
                        .sorted(Comparator.comparing(
                                line -> !line.standing().status().isBound()))
                        .flatMap(line -> line.toAsk().stream()
                                .map(step -> List.of(
                                        name(line),
                                        term(step),
                                        Cell.text(wording.say(
                                                "appraisal.standards.question." + step.code(),
                                                register.question().countryIn(wording))))))
                        .toList());
    }

    /** The library: what there is, whatever any country did about it. */
    public Table library(List<Instrument> instruments) {
        return new Table(
                say("library"),
                List.of(
                        text("instrument"),
                        Column.date("date", say("date")),
                        text("body"),
                        text("type"),
                        text("topics"),
                        text("treaty"),
                        text("edition")),
                instruments.stream()
                        .map(one -> List.of(
                                Cell.text(one.title()).withCode(one.id()),
                                Cell.text(one.date().toString()),
                                Cell.text(one.body()),
                                term(one.type()),
                                Cell.text(one.topics().stream()
                                        .map(topic -> wording.say(topic.label()))
                                        .collect(Collectors.joining(", "))),
                                Cell.text(one.treaty().orElse("")),
                                Cell.text(one.edition())))
                        .toList());
    }
}
