package org.salus.goals;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.Charter;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;

/** The indicators of an alternative with what was measured, there or in alternatives that share it, as a reader sees them on a day. Immutable. */
public final class MeasuredChain {
    private final Chain chain;
    private final Map<ItemId, List<Item<Measurement>>> byIndicator;
    private final MeasuredOnce once;
    private final LocalDate today;
    private final Charter charter;

    private MeasuredChain(
            Chain chain,
            Map<ItemId, List<Item<Measurement>>> byIndicator,
            MeasuredOnce once,
            LocalDate today,
            Charter charter) {
        this.charter = charter;
        this.chain = chain;
        this.byIndicator = byIndicator;
        this.once = once;
        this.today = today;
    }

    /** What a view shows of it. */
    public static MeasuredChain of(View view, Chain chain, LocalDate today) {
        MeasuredOnce once = MeasuredOnce.of(view, chain.id());
        Map<ItemId, List<Item<Measurement>>> kept = view.list(Measurement.KIND).stream()
                .collect(Collectors.groupingBy(item -> item.value().indicator()));
        Map<ItemId, List<Item<Measurement>>> byIndicator = new HashMap<>();
        for (Item<Indicator> indicator : chain.indicators()) {
            List<Item<Measurement>> own = once.keepers(indicator.id()).stream()
                    .flatMap(keeper -> kept.getOrDefault(keeper, List.of()).stream())
                    .sorted(Comparator.comparing(
                                    (Item<Measurement> item) -> item.value().on())
                            .thenComparing(item -> item.value().group())
                            .thenComparing(item -> item.value().isTaken())
                            .thenComparing(Item::id))
                    .toList();
            if (!own.isEmpty()) {
                byIndicator.put(indicator.id(), own);
            }
        }
        return new MeasuredChain(chain, byIndicator, once, today, view.charter());
    }

    public Chain chain() {
        return chain;
    }

    /** What its workspace is about. */
    Charter charter() {
        return charter;
    }

    public LocalDate today() {
        return today;
    }

    /** What was measured of an indicator, in the order of time, in whatever state. */
    public List<Item<Measurement>> of(ItemId indicator) {
        return byIndicator.getOrDefault(indicator, List.of());
    }

    /** The other alternatives in which an indicator has the same measurements. */
    public List<ItemId> sharedWith(ItemId indicator) {
        return once.sharedWith(indicator);
    }

    /** By which of the indicators that share its measurements it is known: that of the oldest alternative. */
    ItemId keeper(ItemId indicator) {
        return once.keepers(indicator).stream().findFirst().orElse(indicator);
    }

    /** A measurement where it is to be kept, as alternatives that measure the same share theirs. */
    Measurement placed(Measurement said) {
        return once.placed(said);
    }

    /** How an indicator stands. */
    public IndicatorStatus.Judged status(Item<Indicator> indicator) {
        return IndicatorStatus.of(
                indicator.value(), of(indicator.id()).stream().map(Item::value).toList(), today);
    }

    /** How the indicators of a box stand. */
    public BoxStanding standing(ItemId box) {
        List<Item<Indicator>> own = chain.indicators(box);
        if (own.isEmpty()) {
            return BoxStanding.NONE;
        }
        return BoxStanding.of(
                own.stream().map(indicator -> status(indicator).status()).toList(),
                (int) Owing.of(own, byIndicator, today).stream()
                        .filter(owing -> owing.what() == Owing.What.OVERDUE)
                        .count());
    }

    /** How all of them stand. */
    public BoxStanding standing() {
        return BoxStanding.of(
                chain.indicators().stream()
                        .map(indicator -> status(indicator).status())
                        .toList(),
                (int) owed().stream()
                        .filter(owing -> owing.what() == Owing.What.OVERDUE)
                        .count());
    }

    /** The newest measurement for all that is not ahead of today, in whatever state. */
    public Optional<Item<Measurement>> newest(ItemId indicator) {
        return of(indicator).stream()
                .filter(item -> item.value().group().isEmpty()
                        && !MeasurementRules.isAhead(item.value().on(), today))
                .max(Comparator.comparing(item -> item.value().on().latest()));
    }

    /** What the groups of an indicator come to. */
    public List<GroupSum> sums(Item<Indicator> indicator) {
        return GroupSum.of(
                indicator.value(), of(indicator.id()).stream().map(Item::value).toList());
    }

    /** What is owed. */
    public List<Owing> owed() {
        return Owing.of(chain.indicators(), byIndicator, today);
    }

    /**
     * The indicator of that id, beginning of an id, or title.
     *
     * @throws Failure (not found) if there is none, or more than one
     */
    public Item<Indicator> indicator(String words) {
        List<Item<Indicator>> found = chain.indicators().stream()
                .filter(item -> item.id().toString().equals(words)
                        || item.value().title().equalsIgnoreCase(words)
                        || (words.length() >= 6 && item.id().toString().startsWith(words)))
                .toList();
        if (found.size() != 1) {
            throw Failure.notFound(Sentence.of("goals.failure.no-indicator", words));
        }
        return found.getFirst();
    }

    /**
     * The measurement of that id.
     *
     * @throws Failure (not found) if there is none in this chain
     */
    public Item<Measurement> measurement(String id) {
        return byIndicator.values().stream()
                .flatMap(List::stream)
                .filter(item -> item.id().toString().equals(id))
                .findFirst()
                .orElseThrow(() -> Failure.notFound(Sentence.of("goals.failure.no-measurement", id)));
    }
}
