package org.salus.goals;

import java.util.List;
import java.util.Optional;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.framework.PartialDate;
import org.salus.framework.Wording;

/** Known support that could be linked to a plan, as a table to be worked on elsewhere: every piece of it, however few a page shows. */
public final class OfferTable {
    private OfferTable() {}

    /**
     * The table.
     *
     * @param offers in their order
     * @param chain the plan, which may hold some of them already
     */
    public static Table of(List<SupportOffer> offers, Chain chain, Wording wording) {
        return new Table(
                wording.say("goals.offer.title"),
                List.of(
                        Column.text("support", wording.say("goals.offer.title")),
                        Column.text("donor", wording.say("goals.table.donor")),
                        Column.text("area", wording.say("goals.table.area")),
                        Column.text("from", wording.say("goals.offer.from")),
                        Column.text("until", wording.say("goals.table.until")),
                        Column.text("known_from", wording.say("goals.offer.source")),
                        Column.text("already", wording.say("goals.offer.already-in")),
                        Column.text("key", wording.say("goals.offer.key"))),
                offers.stream().map(offer -> row(offer, chain, wording)).toList());
    }

    private static List<Cell> row(SupportOffer offer, Chain chain, Wording wording) {
        return List.of(
                Cell.text(offer.title()),
                Cell.text(offer.donor()),
                offer.area()
                        .map(area -> Cell.text(wording.say(area.label())).withCode(area.code()))
                        .orElse(Cell.text("")),
                date(offer.when().from()),
                date(offer.when().until()),
                Cell.text(wording.say(offer.from())).withCode(offer.source().code()),
                offer.in(chain)
                        .map(support -> Cell.text(wording.say("goals.offer.already"))
                                .withCode(support.id().toString()))
                        .orElse(Cell.text("")),
                Cell.text(offer.key()));
    }

    private static Cell date(Optional<PartialDate> date) {
        return Cell.text(date.map(Object::toString).orElse(""));
    }
}
