package org.salus.papers;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.salus.framework.DateSpan;
import org.salus.framework.ReformArea;
import org.salus.framework.Wording;
import org.salus.goals.Chain;
import org.salus.goals.Objective;
import org.salus.goals.Support;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.sector.KnownSupport;
import org.salus.sector.SupportAmount;

/**
 * Support that the workspace has on record: what members know of, and what stands in the plan. The two stand beside one another and are never added.
 *
 * @param donor who gives it
 * @param title what it is; may be empty
 * @param receivers institutions of the map it goes to, by ids
 * @param receiver the same in words; may be empty
 * @param amount in words; that it is not known where nobody told
 * @param isAmountKnown whether somebody told
 * @param stage how far it is, in words
 * @param isPlanned whether it stands in the plan, and not among what members know of
 */
record Given(
        Item<?> item,
        String donor,
        String title,
        Set<ItemId> receivers,
        String receiver,
        Optional<ReformArea> area,
        String amount,
        boolean isAmountKnown,
        DateSpan when,
        String stage,
        boolean isPlanned) {
    Given {
        receivers = Set.copyOf(receivers);
    }

    /** All that a reader sees, what members know of first. */
    static List<Given> of(Making making) {
        List<Given> all = new ArrayList<>();
        Wording wording = making.wording();
        for (Item<KnownSupport> item : making.view().list(KnownSupport.KIND)) {
            KnownSupport support = item.value();
            all.add(new Given(
                    item,
                    support.partner(),
                    support.title(),
                    support.actor().map(Set::of).orElse(Set.of()),
                    support.actor()
                            .map(making.material().sector()::name)
                            .filter(name -> !name.isEmpty())
                            .orElse(support.institutionName()),
                    support.area(),
                    amount(support.amount(), wording),
                    support.amount().least().isPresent()
                            || support.amount().most().isPresent(),
                    support.when(),
                    wording.say(support.stage().label()),
                    false));
        }
        for (Chain chain : making.plans()) {
            for (Item<Support> item : chain.list(Support.KIND)) {
                all.add(planned(item, chain, making));
            }
        }
        return all;
    }

    private static Given planned(Item<Support> item, Chain chain, Making making) {
        Support support = item.value();
        Set<ItemId> receivers = new LinkedHashSet<>();
        Set<String> names = new LinkedHashSet<>();
        for (ItemId after : chain.after(item.id())) {
            making.view().find(Objective.KIND, after).ifPresent(objective -> {
                objective.value().institution().ifPresent(receivers::add);
                names.add(making.institution(objective.value()));
            });
        }
        names.remove("");
        Wording wording = making.wording();
        return new Given(
                item,
                support.donor(),
                support.title(),
                receivers,
                String.join(", ", names),
                support.area(),
                amount(new SupportAmount(support.amount(), support.amount(), support.currency()), wording),
                support.amount().isPresent(),
                support.when(),
                wording.say("papers.stage.plan"),
                true);
    }

    private static String amount(SupportAmount amount, Wording wording) {
        String currency = amount.currency().isEmpty() ? wording.say("papers.no-currency") : amount.currency();
        if (amount.exact().isPresent()) {
            return wording.say("papers.amount", currency, amount.exact().get());
        }
        if (amount.least().isPresent() && amount.most().isPresent()) {
            return wording.say(
                    "papers.amount.between",
                    currency,
                    amount.least().get(),
                    amount.most().get());
        }
        return amount.least()
                .map(least -> wording.say("papers.amount.least", currency, least))
                .or(() -> amount.most().map(most -> wording.say("papers.amount.most", currency, most)))
                .orElseGet(() -> wording.say("papers.not-said"));
    }

    /** Its area with its code; that nobody has said it where none is recognised. */
    String areaIn(Wording wording) {
        return area.map(one -> one.code() + " " + wording.say(one.label()))
                .orElseGet(() -> wording.say("papers.not-said"));
    }

    /** It in a line: who gives what to whom. */
    String line(Wording wording) {
        return wording.say(
                "papers.given",
                donor,
                title.isBlank() ? areaIn(wording) : title,
                receiver.isBlank() ? wording.say("papers.not-said") : receiver,
                amount,
                when.until().map(wording::shortDay).orElseGet(() -> wording.say("papers.not-said")),
                stage);
    }

    /** The items of several. */
    static List<? extends Item<?>> items(List<Given> all) {
        return all.stream().map(Given::item).toList();
    }

    /** The donors of several, each once. */
    static long donors(List<Given> all) {
        return all.stream().map(Given::donor).collect(Collectors.toSet()).size();
    }
}
