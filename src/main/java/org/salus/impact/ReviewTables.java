package org.salus.impact;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.framework.Wording;
import org.salus.ledger.ItemId;

/** The parts of a review as tables, in a language: for pages and files alike. */
public final class ReviewTables {
    private static final int DECIMALS = 0;
    private static final String STOPS = ".!?…”»";

    private final Wording wording;
    private final Function<ItemId, Optional<URI>> links;

    /** @param links where the first cell about an item leads, if anywhere */
    public ReviewTables(Wording wording, Function<ItemId, Optional<URI>> links) {
        this.wording = wording;
        this.links = links;
    }

    private String say(String name) {
        return wording.say("impact.column." + name);
    }

    /** One part, with its sources in a column of their own. */
    public Table of(ReviewPart part) {
        return table(part, true);
    }

    /** One part for a document: what has a source has a note at the foot of the page. */
    Table footnoted(ReviewPart part) {
        return table(part, false);
    }

    private Table table(ReviewPart part, boolean hasSources) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("what", say("what")), Column.date("when", say("when")), Column.text("told", say("told"))));
        if (part.hasMoney()) {
            columns.add(Column.decimal("amount", say("amount"), "", DECIMALS));
            columns.add(Column.text("currency", say("currency")));
        }
        if (hasSources) {
            columns.add(Column.text("source", say("source")));
        }
        return new Table(
                wording.say(part.title()),
                columns,
                part.lines().stream().map(line -> row(part, line, hasSources)).toList());
    }

    private List<Cell> row(ReviewPart part, ReviewLine line, boolean hasSources) {
        Cell what = Cell.text(wording.say(line.what()));
        Optional<URI> link = line.item().flatMap(links);
        what = link.isPresent() ? what.withLink(link.get()) : what;
        Optional<String> source = line.source().map(wording::say);
        if (!hasSources && source.isPresent()) {
            what = what.withFootnote(source.get());
        }
        List<Cell> cells = new ArrayList<>(List.of(
                what,
                line.when().map(when -> Cell.text(when.toString())).orElseGet(() -> Cell.blank("")),
                Cell.text(line.says().stream()
                        .map(wording::say)
                        .map(ReviewTables::ended)
                        .collect(Collectors.joining(" ")))));
        if (part.hasMoney()) {
            cells.add(line.amount().map(Cell::number).orElseGet(() -> Cell.blank(wording.say("impact.not-said"))));
            cells.add(line.currency().isEmpty() ? Cell.blank("") : Cell.text(line.currency()));
        }
        if (hasSources) {
            cells.add(source.map(Cell::text).orElseGet(() -> Cell.blank(sourceless(line))));
        }
        return cells;
    }

    /** What is told of no item is counted, and needs no source. */
    private String sourceless(ReviewLine line) {
        return line.item().isPresent() ? wording.say("impact.no-source") : "";
    }

    /** People's words end as they like; beside others they end with a stop. */
    private static String ended(String sentence) {
        return sentence.isEmpty() || STOPS.indexOf(sentence.charAt(sentence.length() - 1)) >= 0
                ? sentence
                : sentence + ".";
    }
}
