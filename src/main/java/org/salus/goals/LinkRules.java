package org.salus.goals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.salus.framework.ResultLevel;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;

/** What must hold for a new or changed link. A fold of merged copies may bring anything nevertheless; the analysis bears that and says so. */
final class LinkRules {
    /** Many links are judged on one view, one after the other. */
    private static final Map<View, Map<ItemId, Chain>> KNOWN = new WeakHashMap<>();

    private LinkRules() {}

    private static Chain chain(View view, ItemId id) {
        synchronized (KNOWN) {
            return KNOWN.computeIfAbsent(view, seen -> new HashMap<>())
                    .computeIfAbsent(id, chain -> Chain.of(view, chain));
        }
    }

    static List<Sentence> refusals(Item<Link> edited, View view) {
        Link link = edited.value();
        List<Sentence> refusals = new ArrayList<>();
        if (link.assumption().length() > Texts.LONGEST_NOTE) {
            refusals.add(Sentence.of("goals.refusal.long-note", Texts.LONGEST_NOTE));
        }
        if (link.from().equals(link.to())) {
            refusals.add(Sentence.of("goals.refusal.same-end"));
            return refusals;
        }
        Chain chain = chain(view, link.chain());
        if (isElsewhere(link.from(), chain, view) || isElsewhere(link.to(), chain, view)) {
            refusals.add(Sentence.of("goals.refusal.other-chain"));
            return refusals;
        }
        if (!chain.holds(link.from()) || !chain.holds(link.to())) {
            // An end that is put in the same step. The analysis looks at the whole.
            return refusals;
        }
        if (!isMeant(link, chain)) {
            refusals.add(Sentence.of("goals.refusal.wrong-ends", link.type().label()));
        }
        if (chain.from(link.from(), link.type()).stream()
                .anyMatch(other ->
                        !other.id().equals(edited.id()) && other.value().to().equals(link.to()))) {
            refusals.add(Sentence.of("goals.refusal.linked-already"));
        }
        if (link.type() == LinkType.CONTRIBUTES
                && withoutOld(edited, chain, view).leads(link.to(), link.from())) {
            refusals.add(Sentence.of("goals.refusal.circle"));
        }
        return refusals;
    }

    /** Where a link already stands it does not stand in its own way. */
    private static Chain withoutOld(Item<Link> edited, Chain chain, View view) {
        return view.find(Link.KIND, edited.id()).isPresent() ? chain.without(edited.id()) : chain;
    }

    private static boolean isElsewhere(ItemId end, Chain chain, View view) {
        return !chain.holds(end) && view.find(end).isPresent();
    }

    /** Whether such a link can stand between such ends: chains are read from left to right. */
    static boolean isMeant(Link link, Chain chain) {
        Optional<ResultLevel> from =
                chain.box(link.from()).map(box -> box.value().level());
        Optional<ResultLevel> to = chain.box(link.to()).map(box -> box.value().level());
        return switch (link.type()) {
            case CONTRIBUTES -> from.isPresent() && to.isPresent() && from.get().compareTo(to.get()) >= 0;
            case UNDERMINES -> from.isPresent() && to.isPresent();
            case RESTS_ON -> from.isPresent() && chain.assumption(link.to()).isPresent();
            case THREATENS -> chain.risk(link.from()).isPresent() && to.isPresent();
        };
    }
}
