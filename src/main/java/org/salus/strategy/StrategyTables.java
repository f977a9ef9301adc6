package org.salus.strategy;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.framework.PartialDate;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;

/** Sections, editions, approvals and changes as tables, for pages and files. */
public final class StrategyTables {
    private final Wording wording;

    public StrategyTables(Wording wording) {
        this.wording = wording;
    }

    private Column text(String key, String name) {
        return Column.text(key, wording.say("strategy.table." + name));
    }

    private Cell term(Term term) {
        return Cell.text(wording.say(term.label())).withCode(term.code());
    }

    private static Cell linked(Cell cell, Optional<URI> link) {
        return link.map(cell::withLink).orElse(cell);
    }

    /**
     * The sections, and how each stands.
     *
     * @param links where a section is written; nowhere in files
     */
    public Table outline(Strategy strategy, Function<Section, Optional<URI>> links) {
        return new Table(
                wording.say("strategy.table.outline"),
                List.of(
                        text("section", "section"),
                        text("state", "state"),
                        Column.integer("texts", wording.say("strategy.table.texts"), ""),
                        Column.integer("new", wording.say("strategy.table.new"), ""),
                        Column.integer("gone", wording.say("strategy.table.gone"), "")),
                strategy.sections().stream()
                        .map(section -> List.of(
                                linked(term(section.section()), links.apply(section.section())),
                                term(section.state()),
                                Cell.number(section.written().size()),
                                Cell.number(section.offered().size()),
                                Cell.number(section.gone())))
                        .toList());
    }

    /**
     * The editions.
     *
     * @param links where an edition is shown; nowhere in files
     */
    public Table editions(List<Item<Edition>> editions, Function<ItemId, Optional<URI>> links) {
        return new Table(
                wording.say("strategy.table.editions"),
                List.of(
                        text("edition", "edition"),
                        text("readers", "readers"),
                        text("state", "state"),
                        Column.integer("approvals", wording.say("strategy.table.approvals"), ""),
                        Column.date("review", wording.say("strategy.table.review")),
                        text("digest", "digest")),
                editions.stream()
                        .map(item -> List.of(
                                linked(Cell.text(item.value().title()), links.apply(item.id())),
                                term(item.value().readership()),
                                term(item.value().state()),
                                Cell.number(item.value().approvals().size()),
                                item.value()
                                        .reviewBy()
                                        .map(PartialDate::toString)
                                        .map(Cell::text)
                                        .orElseGet(() -> Cell.blank(wording.say("strategy.plan.not-said"))),
                                Cell.text(item.value().digest())))
                        .toList());
    }

    /** The versions of an edition that copies brought, side by side. */
    public Table versions(EditionVersions versions) {
        String none = wording.say("strategy.plan.not-said");
        return new Table(
                wording.say("strategy.table.versions"),
                List.of(
                        text("version", "version"),
                        Column.date("written", wording.say("strategy.table.written")),
                        text("edition", "edition"),
                        text("state", "state"),
                        text("steps", "steps-told"),
                        text("approvals", "approvals-told"),
                        Column.date("review", wording.say("strategy.table.review")),
                        text("note", "note")),
                versions.all().stream()
                        .map(version -> List.of(
                                Cell.text(version.by().entry().brief()),
                                Cell.day(
                                        version.by().at().atZone(ZoneOffset.UTC).toLocalDate()),
                                Cell.text(version.edition().title()),
                                term(version.edition().state()),
                                PlanSection.words(
                                        version.edition().steps().stream()
                                                .map(step -> wording.say(
                                                        "strategy.table.step-told",
                                                        step.to().label(),
                                                        step.date()))
                                                .collect(Collectors.joining("; ")),
                                        none),
                                PlanSection.words(
                                        version.edition().approvals().stream()
                                                .map(one -> wording.say(
                                                        "strategy.table.approval-told",
                                                        one.who(),
                                                        one.side().label(),
                                                        one.date()))
                                                .collect(Collectors.joining("; ")),
                                        none),
                                version.edition()
                                        .reviewBy()
                                        .map(PartialDate::toString)
                                        .map(Cell::text)
                                        .orElseGet(() -> Cell.blank(none)),
                                Cell.text(version.edition().note())))
                        .toList());
    }

    /** The approvals of an edition. */
    public Table approvals(Edition edition) {
        return new Table(
                wording.say("strategy.table.approvals-of", edition.title()),
                List.of(
                        text("side", "side"),
                        text("who", "who"),
                        text("office", "office"),
                        Column.date("date", wording.say("strategy.table.date")),
                        text("place", "place"),
                        text("document", "document")),
                edition.approvals().stream()
                        .map(one -> List.of(
                                term(one.side()),
                                Cell.text(one.who()),
                                Cell.text(one.office()),
                                Cell.text(one.date().toString()),
                                Cell.text(one.place()),
                                Cell.text(one.document())))
                        .toList());
    }

    /** The steps of an edition. */
    public Table steps(Edition edition) {
        return new Table(
                wording.say("strategy.table.steps-of", edition.title()),
                List.of(
                        text("state", "state"),
                        Column.date("date", wording.say("strategy.table.date")),
                        text("because", "because")),
                edition.steps().stream()
                        .map(step ->
                                List.of(term(step.to()), Cell.text(step.date().toString()), Cell.text(step.because())))
                        .toList());
    }

    /** What differs. */
    public Table changes(TextComparison changes) {
        return new Table(
                wording.say("strategy.table.changes"),
                List.of(text("section", "section"), text("change", "change"), text("line", "line")),
                changes.changes().stream()
                        .map(change -> List.of(
                                change.section().isEmpty()
                                        ? Cell.text(wording.say("strategy.change.front"))
                                        : Cell.text(change.section()),
                                Cell.text(wording.say(
                                                change.isAdded() ? "strategy.table.added" : "strategy.table.removed"))
                                        .withCode(change.isAdded() ? "added" : "removed"),
                                Cell.text(change.line())))
                        .toList());
    }
}
