package org.salus.diligence;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.framework.PartialDate;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;

/** Cases as tables, in a language: for pages, files and forms alike. */
public final class CaseTables {
    private final CaseNames names;
    private final Wording wording;
    private final Links links;

    /** Where cells lead. */
    public interface Links {
        /** To a case. */
        Optional<URI> to(CaseEntry entry);

        /** To a fact or a measure of a case. */
        Optional<URI> to(CaseEntry entry, ItemId item);
    }

    /** Nowhere: for what is read without the program. */
    public static final Links NO_LINKS = new Links() {
        @Override
        public Optional<URI> to(CaseEntry entry) {
            return Optional.empty();
        }

        @Override
        public Optional<URI> to(CaseEntry entry, ItemId item) {
            return Optional.empty();
        }
    };

    public CaseTables(CaseNames names, Wording wording, Links links) {
        this.names = names;
        this.wording = wording;
        this.links = links;
    }

    private String say(String name) {
        return wording.say("diligence.table." + name);
    }

    private Column text(String key, String name) {
        return Column.text(key, say(name));
    }

    private Column date(String key, String name) {
        return Column.date(key, say(name));
    }

    private Cell term(Term term) {
        return Cell.text(wording.say(term.label())).withCode(term.code());
    }

    private static Cell optional(Optional<Cell> cell) {
        return cell.orElseGet(() -> Cell.blank(""));
    }

    private static Cell date(Optional<PartialDate> date) {
        return optional(date.map(known -> Cell.text(known.toString())));
    }

    private static Cell linked(Cell cell, Optional<URI> where) {
        return where.map(cell::withLink).orElse(cell);
    }

    /** All cases. */
    public Table cases(CaseBook book) {
        return new Table(
                say("cases"),
                List.of(
                        text("case", "case"),
                        text("unit", "unit"),
                        text("support", "support"),
                        text("regimes", "regimes"),
                        text("state", "state"),
                        text("level", "level"),
                        text("decision", "decision"),
                        text("office", "office"),
                        date("review", "review"),
                        date("until", "until"),
                        text("kept", "kept")),
                book.entries().stream().map(this::line).toList());
    }

    private List<Cell> line(CaseEntry entry) {
        CaseCourse course = entry.course();
        return List.of(
                linked(Cell.text(entry.file().title()), links.to(entry)),
                Cell.text(names.unit(entry)),
                Cell.text(names.support(entry)),
                Cell.text(entry.regimes().stream().map(Regime::shortName).collect(Collectors.joining(", "))),
                entry.isInConflict() ? Cell.text(wording.say("diligence.state.conflict")) : term(entry.state()),
                optional(course.assessment().flatMap(CaseStep::level).map(this::term)),
                optional(course.decision().flatMap(CaseStep::decision).map(this::term)),
                Cell.text(course.decision().map(CaseStep::office).orElse("")),
                optional(course.reviewBy().map(Cell::day)),
                optional(course.until().map(Cell::day)),
                Cell.text(kept(entry)));
    }

    /** Where a case is kept and for whom. */
    public String kept(CaseEntry entry) {
        return entry.layer()
                .map(layer -> wording.say("diligence.kept.layer", layer))
                .orElseGet(() -> wording.say(entry.item().sensitivity().label()));
    }

    /** What is due. */
    public Table due(CaseBook book) {
        return new Table(
                say("due"),
                List.of(
                        text("what", "what"),
                        date("on", "on"),
                        text("past", "past"),
                        text("case", "case"),
                        text("about", "about"),
                        text("office", "office")),
                book.due().stream()
                        .map(item -> List.of(
                                term(item.kind()),
                                item.on().map(Cell::day).orElseGet(() -> Cell.blank(say("now"))),
                                Cell.text(item.isPast() ? say("is-past") : ""),
                                linked(Cell.text(item.entry().file().title()), links.to(item.entry())),
                                Cell.text(item.about()),
                                Cell.text(item.office())))
                        .toList());
    }

    /** The answers about scope that a regime asks for, or all regimes of the case. */
    public Table scope(CaseEntry entry, Optional<Regime> only) {
        List<Regime> regimes = only.isPresent() ? List.of(only.get()) : entry.regimes();
        List<ScopeQuestion> asked = Regimes.shipped(wording.locale()).questions().stream()
                .filter(question ->
                        regimes.stream().anyMatch(regime -> regime.questions().contains(question.code())))
                .toList();
        return new Table(
                say("scope"),
                List.of(text("question", "question"), text("reply", "reply"), text("note", "note")),
                asked.stream()
                        .map(question -> {
                            Optional<ScopeAnswer> answer = entry.answer(question.code());
                            return List.of(
                                    Cell.text(question.asks()).withCode(question.code()),
                                    answer.map(said -> term(said.reply()))
                                            .orElseGet(() -> Cell.blank(say("not-answered"))),
                                    Cell.text(answer.map(ScopeAnswer::note).orElse("")));
                        })
                        .toList());
    }

    /** Whether each regime applies, as far as answers tell. */
    public Table readings(CaseEntry entry) {
        return new Table(
                say("readings"),
                List.of(text("regime", "regime"), text("verdict", "verdict"), text("because", "because-of")),
                entry.scope().stream()
                        .map(reading -> List.of(
                                Cell.text(reading.regime().shortName())
                                        .withCode(reading.regime().called()),
                                term(reading.verdict()),
                                Cell.text(reading.because().stream()
                                        .flatMap(code -> Regimes.shipped(wording.locale()).question(code).stream())
                                        .map(ScopeQuestion::asks)
                                        .collect(Collectors.joining(" ")))))
                        .toList());
    }

    /** What was found, and what was looked for and not found. */
    public Table facts(CaseEntry entry) {
        return new Table(
                say("facts"),
                List.of(
                        text("fact", "fact"),
                        text("topic", "topic"),
                        text("recorded", "recorded"),
                        text("source", "source"),
                        date("when", "when"),
                        date("learned", "learned"),
                        text("confidence", "confidence")),
                entry.facts().stream().map(item -> fact(entry, item)).toList());
    }

    private List<Cell> fact(CaseEntry entry, Item<RiskFact> item) {
        RiskFact fact = item.value();
        int cited = item.citations().size();
        List<String> sources = new ArrayList<>();
        if (!fact.source().isBlank()) {
            sources.add(fact.source());
        }
        if (cited > 0) {
            sources.add(wording.say("diligence.table.cited", cited));
        }
        return List.of(
                linked(Cell.text(fact.text()), links.to(entry, item.id())),
                Cell.text(Regimes.shipped(wording.locale())
                                .topic(fact.topic())
                                .map(Topic::name)
                                .orElse(fact.topic()))
                        .withCode(fact.topic()),
                term(fact.recorded()),
                sources.isEmpty() ? Cell.blank(say("no-source")) : Cell.text(String.join("; ", sources)),
                date(fact.when()),
                Cell.text(fact.learned().toString()),
                Cell.text(wording.say(fact.confidence().label()))
                        .withCode(fact.confidence().code()));
    }

    /** What a regime wants looked into, and how much was found to each. */
    public Table topics(CaseEntry entry, Regime regime) {
        return new Table(
                say("topics"),
                List.of(text("topic", "topic"), text("asks", "asks"), Column.integer("facts", say("count"), "")),
                regime.topics().stream()
                        .flatMap(code -> Regimes.shipped(wording.locale()).topic(code).stream())
                        .map(topic -> {
                            long count = entry.facts().stream()
                                    .filter(fact -> fact.value().topic().equals(topic.code()))
                                    .count();
                            return List.of(
                                    Cell.text(topic.name()).withCode(topic.code()),
                                    Cell.text(topic.asks()),
                                    count == 0 ? Cell.blank(say("nobody-asked")) : Cell.number(count));
                        })
                        .toList());
    }

    /** What is done so that risks do not come true. */
    public Table measures(CaseEntry entry) {
        return new Table(
                say("measures"),
                List.of(
                        text("measure", "measure"),
                        text("owner", "owner"),
                        date("due", "due-on"),
                        date("done", "done"),
                        text("evidence", "evidence"),
                        text("first", "first")),
                entry.measures().stream()
                        .map(item -> {
                            Measure measure = item.value();
                            return List.of(
                                    linked(Cell.text(measure.text()), links.to(entry, item.id())),
                                    Cell.text(measure.owner()),
                                    date(measure.due()),
                                    measure.done()
                                            .map(done -> Cell.text(done.toString()))
                                            .orElseGet(() -> Cell.blank(say("not-done"))),
                                    Cell.text(measure.evidence()),
                                    Cell.text(measure.first() ? say("before-support") : ""));
                        })
                        .toList());
    }

    /** The steps of a case, the first above. */
    public Table steps(CaseEntry entry) {
        return new Table(
                say("steps"),
                List.of(
                        date("date", "date"),
                        text("step", "step"),
                        text("said", "said"),
                        text("office", "office"),
                        date("from", "from"),
                        date("review", "review"),
                        date("until", "until"),
                        text("because", "because"),
                        text("document", "document"),
                        text("editions", "editions")),
                entry.file().steps().stream().map(step -> step(entry, step)).toList());
    }

    private List<Cell> step(CaseEntry entry, CaseStep step) {
        return List.of(
                Cell.text(step.date().toString()),
                term(step.kind()),
                optional(step.level().map(this::term).or(() -> step.decision().map(this::term))),
                Cell.text(by(entry, step)),
                date(step.from()),
                date(step.reviewBy()),
                date(step.until()),
                Cell.text(step.because()),
                Cell.text(step.document()),
                Cell.text(String.join(", ", step.editions())));
    }

    /** The office that took a step, with a name as long as it may be shown. */
    String by(CaseEntry entry, CaseStep step) {
        return entry.person(step)
                .map(name -> wording.say("diligence.table.by", step.office(), name))
                .orElse(step.office());
    }
}
