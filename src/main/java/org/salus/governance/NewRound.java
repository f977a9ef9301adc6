package org.salus.governance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.DateSpan;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;
import org.salus.sector.Actor;

/** A round as somebody begins it, in the words that pages, API and command line share. */
public record NewRound(ItemId id, List<Edit> edits) {
    public NewRound {
        edits = List.copyOf(edits);
    }

    /**
     * A round.
     *
     * @param set the id of a question set of the workspace; empty for the one that comes with the program, which becomes one of the workspace
     * @param isCore whether only the core is asked
     * @param seats one a line or parted by semicolons: a code, a colon, an office
     * @param institutions ids of actors
     * @throws Failure (wrong use) if a word means nothing
     */
    public static NewRound of(
            View view,
            String title,
            String set,
            boolean isCore,
            String seats,
            String from,
            String until,
            List<String> institutions) {
        List<Edit> edits = new ArrayList<>();
        Item<QuestionSet> asked = set.isBlank() ? shipped(view, edits) : view.get(QuestionSet.KIND, id(set));
        DateSpan when;
        try {
            when = new DateSpan(date(from, "from"), date(until, "until"));
        } catch (IllegalArgumentException backwards) {
            throw Failure.wrongUse(Sentence.of("governance.failure.dates")).at("until");
        }
        Item<Round> round = Item.fresh(
                Round.KIND,
                new Round(
                        title.strip(),
                        asked.id(),
                        isCore
                                ? asked.value().questions().stream()
                                        .filter(Question::isCore)
                                        .map(Question::id)
                                        .toList()
                                : List.of(),
                        seats(seats),
                        when,
                        Stage.OPEN,
                        ""));
        edits.add(new Edit.Put(round));
        Set<ItemId> seen = new HashSet<>();
        for (String institution : institutions) {
            ItemId actor = view.get(Actor.KIND, id(institution)).id();
            if (seen.add(actor)) {
                edits.add(new Edit.Put(Scope.fresh(round.id(), actor)));
            }
        }
        return new NewRound(round.id(), edits);
    }

    /** The set that comes with the program, as an item of the workspace: the one that is there already, else a new one. */
    static Item<QuestionSet> shipped(View view, List<Edit> edits) {
        QuestionSet shipped = QuestionSetFile.shipped();
        Optional<Item<QuestionSet>> there = view.list(QuestionSet.KIND).stream()
                .filter(item -> item.value().key().equals(shipped.key())
                        && item.value().edition().equals(shipped.edition()))
                .findFirst();
        return there.orElseGet(() -> {
            Item<QuestionSet> fresh = Item.fresh(QuestionSet.KIND, shipped);
            edits.add(new Edit.Put(fresh));
            return fresh;
        });
    }

    private static List<Seat> seats(String text) {
        List<Seat> seats = new ArrayList<>();
        for (String line : text.split("[\\r\\n;]+", -1)) {
            if (!line.isBlank()) {
                int colon = line.indexOf(':');
                String code = (colon < 0 ? line : line.substring(0, colon)).strip();
                seats.add(Seat.of(
                        code, colon < 0 ? code : line.substring(colon + 1).strip()));
            }
        }
        RoundRules.ofSeats(seats).stream().findFirst().ifPresent(wrong -> {
            throw Failure.wrongUse(wrong).at("seats");
        });
        return seats;
    }

    private static Optional<PartialDate> date(String text, String field) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        Optional<PartialDate> date = PartialDate.find(text.strip());
        if (date.isEmpty()) {
            throw Failure.wrongUse(Sentence.of("governance.failure.date", text)).at(field);
        }
        return date;
    }

    private static ItemId id(String text) {
        try {
            return ItemId.of(text.strip());
        } catch (IllegalArgumentException none) {
            throw Failure.notFound(Sentence.of("governance.failure.no-item", text));
        }
    }
}
