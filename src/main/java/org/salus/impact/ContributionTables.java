package org.salus.impact;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.framework.PartialDate;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.ledger.Item;

/** Claims, their evidence and outcomes as tables, in a language: for pages and files alike. */
public final class ContributionTables {
    private final Wording wording;
    private final Function<Item<?>, Optional<URI>> links;

    /** @param links where the first cell about an item leads, if anywhere */
    public ContributionTables(Wording wording, Function<Item<?>, Optional<URI>> links) {
        this.wording = wording;
        this.links = links;
    }

    private Column column(String name) {
        return Column.text(name, wording.say("impact.column." + name.replace('_', '-')));
    }

    private Column date(String name) {
        return Column.date(name, wording.say("impact.column." + name.replace('_', '-')));
    }

    private Cell linked(Item<?> item, String text) {
        Cell cell = Cell.text(text);
        return links.apply(item).map(cell::withLink).orElse(cell);
    }

    private Cell term(Term term) {
        return Cell.text(wording.say(term.label())).withCode(term.code());
    }

    private Cell when(Optional<PartialDate> date) {
        return date.map(known -> Cell.text(known.toString())).orElseGet(this::notSaid);
    }

    private Cell words(String text) {
        return text.isBlank() ? notSaid() : Cell.text(text);
    }

    private Cell notSaid() {
        return Cell.blank(wording.say("impact.not-said"));
    }

    private Cell source(Item<?> item, String written) {
        List<String> sources = new ArrayList<>();
        if (!written.isBlank()) {
            sources.add(written);
        }
        if (!item.citations().isEmpty()) {
            sources.add(wording.say("impact.cited", item.citations().size()));
        }
        return sources.isEmpty() ? Cell.blank(wording.say("impact.no-source")) : Cell.text(String.join("; ", sources));
    }

    /** All claims, and how each stands. */
    public Table claims(ClaimBook book) {
        return new Table(
                wording.say("impact.table.claims"),
                List.of(
                        column("claim"),
                        column("about"),
                        column("contributor"),
                        date("changed"),
                        column("strength"),
                        column("judged"),
                        column("judged_by"),
                        Column.integer("evidence", wording.say("impact.column.evidence-count"), ""),
                        Column.integer("alternatives", wording.say("impact.column.alternatives-count"), ""),
                        column("because")),
                book.claims().stream().map(this::line).toList());
    }

    private List<Cell> line(ClaimEntry entry) {
        ContributionClaim claim = entry.claim();
        return List.of(
                linked(entry.item(), claim.title()),
                words(entry.about()),
                words(claim.contributor()),
                when(claim.changed()),
                term(entry.reading().strength()),
                claim.judged().map(this::term).orElseGet(this::notSaid),
                words(claim.judgedBy()),
                Cell.number(entry.all().count()),
                Cell.number(entry.rivals().size()),
                Cell.text(because(entry)));
    }

    private String because(ClaimEntry entry) {
        return String.join(
                " ", entry.reading().because().stream().map(wording::say).toList());
    }

    /** Everything a claim and the other explanations are tested by. */
    public Table evidence(ClaimEntry entry) {
        return new Table(
                wording.say("impact.table.evidence"),
                List.of(
                        column("evidence"),
                        column("of"),
                        column("test"),
                        column("result"),
                        column("speaks"),
                        column("source"),
                        date("when")),
                Stream.concat(
                                entry.evidence().stream()
                                        .map(item -> line(item, wording.say("impact.table.the-claim"))),
                                entry.rivals().stream()
                                        .flatMap(rival -> rival.evidence().stream()
                                                .map(item -> line(
                                                        item,
                                                        rival.item().value().title()))))
                        .toList());
    }

    private List<Cell> line(Item<ClaimEvidence> item, String of) {
        ClaimEvidence evidence = item.value();
        return List.of(
                linked(item, evidence.text()),
                Cell.text(of),
                term(evidence.test()),
                term(evidence.result()),
                Cell.text(wording.say("impact.speaks." + evidence.result().code()
                        + (evidence.source().isBlank() && evidence.result() != TestResult.UNKNOWN ? ".slightly" : ""))),
                source(item, evidence.source()),
                when(evidence.when()));
    }

    /** The other explanations of the change a claim is about. */
    public Table alternatives(ClaimEntry entry) {
        return new Table(
                wording.say("impact.table.alternatives"),
                List.of(
                        column("explanation"),
                        column("state"),
                        Column.integer("evidence", wording.say("impact.column.evidence-count"), ""),
                        column("note")),
                entry.rivals().stream()
                        .map(rival -> List.of(
                                linked(rival.item(), rival.item().value().title()),
                                term(rival.state()),
                                Cell.number(rival.evidence().size()),
                                Cell.text(rival.item().value().note())))
                        .toList());
    }

    /** All outcomes. */
    public Table outcomes(ClaimBook book) {
        return new Table(
                wording.say("impact.table.outcomes"),
                List.of(
                        column("who"),
                        column("change"),
                        date("when"),
                        column("place"),
                        column("significance"),
                        column("contribution"),
                        column("towards"),
                        column("source"),
                        column("substantiation"),
                        column("substantiated_by"),
                        date("substantiated_on")),
                book.outcomes().stream().map(item -> line(item, book)).toList());
    }

    private List<Cell> line(Item<HarvestedOutcome> item, ClaimBook book) {
        HarvestedOutcome outcome = item.value();
        return List.of(
                linked(item, outcome.who()),
                Cell.text(outcome.change()),
                when(outcome.when()),
                words(outcome.place()),
                words(outcome.significance()),
                words(outcome.contribution()),
                words(book.towards(outcome)),
                source(item, outcome.source()),
                term(outcome.substantiation()),
                words(outcome.substantiatedBy()),
                when(outcome.substantiatedOn()));
    }
}
