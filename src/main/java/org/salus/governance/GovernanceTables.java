package org.salus.governance;

import java.net.URI;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.salus.context.GovernancePanel;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Hue;
import org.salus.documents.Table;
import org.salus.documents.Tint;
import org.salus.framework.Characteristic;
import org.salus.framework.Figure;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.sector.Basis;

/** What a round says as tables, for pages and files alike. Rows stand by the name of institutions and in the order of the set, which says nothing. */
public final class GovernanceTables {
    /** What an address of answers about an institution may be narrowed by, so that a cell opens to what it was read from. */
    public static final String CHARACTERISTIC = "characteristic";

    public static final String BASIS = "basis";

    private final Assessment assessment;
    private final Wording wording;
    private final Links links;

    /** Where answers are looked at; nowhere in files. */
    public interface Links {
        /** For files. */
        Links NOWHERE = new Links() {
            @Override
            public Optional<URI> sheet(
                    ItemId institution, Optional<Characteristic> characteristic, Optional<Basis> basis) {
                return Optional.empty();
            }

            @Override
            public Optional<URI> question(ItemId institution, String question) {
                return Optional.empty();
            }
        };

        /** The answers about an institution, or those of them a reading comes from. */
        Optional<URI> sheet(ItemId institution, Optional<Characteristic> characteristic, Optional<Basis> basis);

        /** The answers to one question about an institution. */
        Optional<URI> question(ItemId institution, String question);
    }

    /**
     * The tables of a round.
     *
     * @param links where the answers are
     */
    public GovernanceTables(Assessment assessment, Wording wording, Links links) {
        this.assessment = assessment;
        this.wording = wording;
        this.links = links;
    }

    /** The tables of a round as they stand in files. */
    public static GovernanceTables plain(Assessment assessment, Wording wording) {
        return new GovernanceTables(assessment, wording, Links.NOWHERE);
    }

    /** Institutions by characteristics, law and practice apart: median and range in words. */
    public Table matrix() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("institution", wording.say("governance.table.institution")));
        for (Characteristic characteristic : Characteristic.values()) {
            for (Basis basis : Basis.values()) {
                columns.add(Column.text(
                        characteristic.code().toLowerCase(java.util.Locale.ROOT) + "_" + basis.code(),
                        wording.say(
                                "governance.table.side",
                                characteristic.code(),
                                characteristic.label(),
                                basis.label())));
            }
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (Institution institution : assessment.institutions()) {
            List<Cell> row = new ArrayList<>();
            row.add(institution(institution));
            for (Characteristic characteristic : Characteristic.values()) {
                for (Basis basis : Basis.values()) {
                    row.add(reading(institution, characteristic, basis));
                }
            }
            rows.add(row);
        }
        return new Table(
                wording.say("governance.table.matrix", assessment.round().title()), columns, rows);
    }

    private Cell reading(Institution institution, Characteristic characteristic, Basis basis) {
        Optional<URI> answers = links.sheet(institution.id(), Optional.of(characteristic), Optional.of(basis));
        return switch (assessment.reading(institution, characteristic, basis).spread()) {
            case Figure.Known<Spread> known ->
                tinted(wording.say("governance.table.spread", spread(known.value())), answers, known.value());
            case Figure.Partial<Spread> partial ->
                tinted(
                        wording.say("governance.table.spread-partial", spread(partial.value())),
                        answers,
                        partial.value());
            case Figure.Unknown<Spread> unknown -> Cell.blank(wording.say(unknown.reason()));
        };
    }

    private static Cell tinted(String words, Optional<URI> answers, Spread spread) {
        Cell cell =
                Cell.text(words).withTint(new Tint(Hue.ACCENT, spread.median().intValue()));
        return answers.map(cell::withLink).orElse(cell);
    }

    private String spread(Spread spread) {
        String median = spread.median()
                .toPlainString()
                .replace('.', DecimalFormatSymbols.getInstance(wording.locale()).getDecimalSeparator());
        return spread.least() == spread.most() ? median : median + " (" + spread.least() + "–" + spread.most() + ")";
    }

    private Cell institution(Institution institution) {
        Cell cell = Cell.text(institution.name());
        return links.sheet(institution.id(), Optional.empty(), Optional.empty())
                .map(cell::withLink)
                .orElse(cell);
    }

    private Question shown(Answers answers) {
        return QuestionWords.in(wording.locale()).shown(answers.question());
    }

    private Cell question(Answers answers) {
        Cell cell = Cell.text(shown(answers).asks()).withCode(answers.question().id());
        return links.question(answers.institution().id(), answers.question().id())
                .map(cell::withLink)
                .orElse(cell);
    }

    /** Every reading with its counts, of one institution or all. */
    public Table profile(Optional<ItemId> only) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Institution institution : assessment.institutions()) {
            if (only.filter(id -> !id.equals(institution.id())).isPresent()) {
                continue;
            }
            for (Characteristic characteristic : Characteristic.values()) {
                for (Basis basis : Basis.values()) {
                    Reading reading = assessment.reading(institution, characteristic, basis);
                    if (reading.counts().questions() > 0) {
                        rows.add(profile(institution, characteristic, basis, reading));
                    }
                }
            }
        }
        return new Table(
                wording.say("governance.table.profile", assessment.round().title()),
                List.of(
                        Column.text("institution", wording.say("governance.table.institution")),
                        Column.text("characteristic", wording.say("governance.table.characteristic")),
                        Column.text("basis", wording.say("governance.table.basis")),
                        Column.decimal("median", wording.say("governance.table.median"), "", 2),
                        Column.integer("lowest", wording.say("governance.table.lowest"), ""),
                        Column.integer("highest", wording.say("governance.table.highest"), ""),
                        Column.integer("questions", wording.say("governance.table.questions"), ""),
                        Column.integer("levels", wording.say("governance.table.levels"), ""),
                        Column.integer("unknown", wording.say("governance.table.unknown"), ""),
                        Column.integer("not_applicable", wording.say("governance.table.not-applicable"), ""),
                        Column.integer("open", wording.say("governance.table.open"), ""),
                        Column.text("left_out", wording.say("governance.table.left-out"))),
                rows);
    }

    private List<Cell> profile(Institution institution, Characteristic characteristic, Basis basis, Reading reading) {
        Optional<Spread> spread = reading.spread().valueIfAny();
        String why = reading.spread().reasonIfAny().map(wording::say).orElse("");
        return List.of(
                institution(institution),
                Cell.text(wording.say(characteristic.label())).withCode(characteristic.code()),
                Cell.text(wording.say(basis.label())).withCode(basis.code()),
                spread.map(one -> Cell.number(one.median())).orElse(Cell.blank("")),
                spread.map(one -> Cell.number(one.least())).orElse(Cell.blank("")),
                spread.map(one -> Cell.number(one.most())).orElse(Cell.blank("")),
                Cell.number(reading.counts().questions()),
                Cell.number(reading.counts().levels()),
                Cell.number(reading.counts().unknown()),
                Cell.number(reading.counts().notApplicable()),
                Cell.number(reading.counts().open()),
                Cell.text(why));
    }

    /** Every answer of every assessor, with what it says. */
    public Table answers(Optional<ItemId> only) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Answers answers : assessment.all()) {
            if (only.filter(id -> !id.equals(answers.institution().id())).isPresent()) {
                continue;
            }
            for (Answers.Given given : answers.given()) {
                Optional<Item<Rating>> rating = given.rating();
                rows.add(List.of(
                        institution(answers.institution()),
                        question(answers),
                        Cell.text(given.seat().name()).withCode(given.seat().code()),
                        response(given),
                        Cell.text(rating.map(item -> item.value().narrative()).orElse("")),
                        Cell.text(rating.map(item ->
                                        wording.say(item.value().confidence().label()))
                                .orElse("")),
                        Cell.number(rating.map(item -> item.citations().size()).orElse(0))));
            }
        }
        return new Table(
                wording.say("governance.table.answers", assessment.round().title()),
                List.of(
                        Column.text("institution", wording.say("governance.table.institution")),
                        Column.text("question", wording.say("governance.table.question")),
                        Column.text("assessor", wording.say("governance.field.seat")),
                        Column.text("answer", wording.say("governance.field.response")),
                        Column.text("why", wording.say("governance.field.narrative")),
                        Column.text("confidence", wording.say("governance.field.confidence")),
                        Column.integer("sources", wording.say("governance.table.sources"), "")),
                rows);
    }

    private Cell response(Answers.Given given) {
        return given.response()
                .map(response -> Cell.text(wording.say(response.label())).withCode(response.code()))
                .orElse(Cell.blank(wording.say("governance.reading.not-answered")));
    }

    private String said(Answers answers) {
        return answers.given().stream()
                .map(given -> given.seat().code() + ": "
                        + given.response()
                                .map(response -> wording.say(response.label()))
                                .orElse(wording.say("governance.reading.not-answered")))
                .collect(Collectors.joining("; "));
    }

    /** Where assessors disagree. */
    public Table disagreement() {
        return new Table(
                wording.say("governance.table.disagreement", assessment.round().title()),
                List.of(
                        Column.text("institution", wording.say("governance.table.institution")),
                        Column.text("question", wording.say("governance.table.question")),
                        Column.text("disagreement", wording.say("governance.table.how")),
                        Column.text("answers", wording.say("governance.table.said"))),
                Disagreement.of(assessment).stream()
                        .map(one -> List.of(
                                institution(one.answers().institution()),
                                question(one.answers()),
                                Cell.text(wording.say(one.kind().label()))
                                        .withCode(org.salus.framework.Term.codeOf(one.kind())),
                                Cell.text(said(one.answers()))))
                        .toList());
    }

    /** What to ask on the next mission. */
    public Table open() {
        return new Table(
                wording.say("governance.table.to-ask", assessment.round().title()),
                List.of(
                        Column.text("institution", wording.say("governance.table.institution")),
                        Column.text("question", wording.say("governance.table.question")),
                        Column.text("why", wording.say("governance.table.why")),
                        Column.text("sources", wording.say("governance.table.where"))),
                OpenQuestion.of(assessment).stream()
                        .map(one -> List.of(
                                institution(one.answers().institution()),
                                question(one.answers()),
                                Cell.text(one.why().stream()
                                        .map(why -> wording.say(why.label()))
                                        .collect(Collectors.joining("; "))),
                                Cell.text(shown(one.answers()).sources())))
                        .toList());
    }

    /** What is answered otherwise than in an earlier round. */
    public Table change(Change change, Assessment before) {
        return new Table(
                wording.say(
                        "governance.table.change",
                        before.round().title(),
                        assessment.round().title()),
                List.of(
                        Column.text("institution", wording.say("governance.table.institution")),
                        Column.text("question", wording.say("governance.table.question")),
                        Column.text("before", before.round().title()),
                        Column.text("after", assessment.round().title()),
                        Column.text("turn", wording.say("governance.table.turn")),
                        Column.text("note", wording.say("governance.table.note"))),
                change.lines().stream()
                        .map(line -> List.of(
                                institution(line.after().institution()),
                                question(line.after()),
                                levels(line.before()),
                                levels(line.after()),
                                Cell.text(wording.say(line.turn().label()))
                                        .withCode(org.salus.framework.Term.codeOf(line.turn())),
                                Cell.text(line.isWithinDisagreement() ? wording.say("governance.table.within") : "")))
                        .toList());
    }

    private Cell levels(Answers answers) {
        return Spread.of(List.of(answers))
                .map(spread -> Cell.text(spread(spread)))
                .orElseGet(() -> Cell.blank(Reading.of(List.of(answers))
                        .spread()
                        .reasonIfAny()
                        .map(wording::say)
                        .orElse("")));
    }

    /** What publishers say of the country, each on its own scale, beside the round and never mixed with it. */
    public static Table indices(GovernancePanel panel, Wording wording) {
        List<List<Cell>> rows = new ArrayList<>();
        for (GovernancePanel.Publisher publisher : panel.publishers()) {
            for (GovernancePanel.Series series : publisher.series()) {
                String scale = series.scale()
                        .valueIfAny()
                        .map(ends -> wording.say(
                                "governance.table.scale-ends", Wording.figure(ends.min()), Wording.figure(ends.max())))
                        .orElse("");
                rows.add(List.of(
                        Cell.text(publisher.name()),
                        Cell.text(series.name()).withCode(series.id()),
                        Cell.number(series.latest().value()),
                        Cell.text(String.valueOf(series.latest().year())),
                        Cell.text(scale
                                + series.scale()
                                        .reasonIfAny()
                                        .map(reason -> " (" + wording.say(reason) + ")")
                                        .orElse("")),
                        Cell.text(wording.say(series.reads())),
                        Cell.text(publisher.edition().orElse(""))));
            }
        }
        return new Table(
                wording.say("governance.table.indices", panel.country().name()),
                List.of(
                        Column.text("publisher", wording.say("governance.table.publisher")),
                        Column.text("index", wording.say("governance.table.index")),
                        Column.decimal("value", wording.say("governance.table.value"), "", 2),
                        Column.text("year", wording.say("governance.table.year")),
                        Column.text("scale", wording.say("governance.table.scale")),
                        Column.text("reads", wording.say("governance.table.reads")),
                        Column.text("edition", wording.say("governance.field.edition"))),
                rows);
    }
}
