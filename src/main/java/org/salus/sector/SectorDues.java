package org.salus.sector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.salus.framework.DateSpan;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.View;
import org.salus.workspace.Due;

/** What the map puts into a calendar: ends of support that somebody knows of, and of mandates: the last date to which an actor is recorded. */
final class SectorDues {
    private SectorDues() {}

    /** Of the support and the actors that one view shows. */
    static List<Due> of(View view) {
        List<Due> dues = new ArrayList<>();
        for (Item<KnownSupport> item : view.list(KnownSupport.KIND)) {
            KnownSupport support = item.value();
            support.when()
                    .until()
                    .ifPresent(until -> dues.add(new Due(
                            "known-support-end:" + item.id(),
                            "support-end",
                            Sentence.of("sector.calendar.support-end"),
                            support.title().isBlank() ? support.partner() : support.title(),
                            support.partner(),
                            Optional.of(until),
                            false,
                            "items/" + item.id())));
        }
        for (Item<Actor> item : view.list(Actor.KIND)) {
            // An earlier phase ended in the next one, which is no end of a mandate.
            item.value().phases().stream()
                    .max(Comparator.comparing(Phase::when, DateSpan.BY_BEGINNING))
                    .ifPresent(last -> last.when()
                            .until()
                            .ifPresent(until -> dues.add(new Due(
                                    "mandate-end:" + item.id(),
                                    "mandate",
                                    Sentence.of("sector.calendar.mandate"),
                                    last.names().stream()
                                            .findFirst()
                                            .map(Name::text)
                                            .orElse(""),
                                    "",
                                    Optional.of(until),
                                    false,
                                    "items/" + item.id()))));
        }
        return dues;
    }
}
