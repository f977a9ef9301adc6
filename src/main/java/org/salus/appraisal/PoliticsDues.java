package org.salus.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;
import org.salus.workspace.Due;

/** What decisions and politics put into a calendar: when windows open and close, and when partnerships are looked at again and end. */
final class PoliticsDues {
    private PoliticsDues() {}

    /** Of the windows and partnerships that one view shows. */
    static List<Due> of(View view, Wording wording) {
        List<Due> dues = new ArrayList<>();
        for (Item<EntryPoint> item : view.list(EntryPoint.KIND)) {
            EntryPoint window = item.value();
            String kind = kind(window.opening());
            window.from()
                    .ifPresent(
                            from -> dues.add(passing("window-opens", kind, "opens", item.id(), window, from, wording)));
            window.until()
                    .ifPresent(until ->
                            dues.add(passing("window-closes", kind, "closes", item.id(), window, until, wording)));
        }
        for (Item<Partnership> item : view.list(Partnership.KIND)) {
            Partnership agreed = item.value();
            agreed.reviewBy().ifPresent(day -> dues.add(of("partnership-review", item, day, true)));
            agreed.until().ifPresent(day -> dues.add(of("partnership-end", item, day, false)));
        }
        return dues;
    }

    /** Elections, budgets and mandates are looked for by themselves; other windows are windows. */
    private static String kind(Opening opening) {
        return switch (opening) {
            case ELECTION -> "election";
            case BUDGET_CYCLE -> "budget";
            case CHANGE_OF_OFFICE -> "mandate";
            case AGREEMENT, LAW, REVIEW, EVENT, OTHER -> "window";
        };
    }

    private static Due passing(
            String name, String kind, String does, ItemId id, EntryPoint window, PartialDate on, Wording wording) {
        return new Due(
                name + ":" + id,
                kind,
                Sentence.of("appraisal.politics.calendar." + kind),
                wording.say("appraisal.politics.calendar." + does, window.title()),
                "",
                Optional.of(on),
                false,
                "items/" + id);
    }

    private static Due of(String kind, Item<Partnership> item, PartialDate on, boolean isOwed) {
        return new Due(
                kind + ":" + item.id(),
                kind,
                Sentence.of("appraisal.politics.calendar." + kind),
                item.value().title(),
                item.value().parties().stream().map(PartyTerm::party).collect(Collectors.joining(", ")),
                Optional.of(on),
                isOwed,
                "items/" + item.id());
    }
}
