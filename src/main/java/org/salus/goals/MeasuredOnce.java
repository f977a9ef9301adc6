package org.salus.goals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.View;

/**
 * Where the measurements of an indicator are kept. What was measured is a fact about a country and not about a draft: an indicator and its copies in other
 * alternatives share their measurements as long as they measure the same. Each is one item, so that it cannot say one thing here and another there. Pure.
 */
final class MeasuredOnce {
    private final View view;
    private final Map<ItemId, List<Keeper>> families;

    private MeasuredOnce(View view, Map<ItemId, List<Keeper>> families) {
        this.view = view;
        this.families = families;
    }

    /**
     * An indicator under which measurements may be kept.
     *
     * @param said empty where it was removed and its measurements are still there
     */
    private record Keeper(ItemId chain, ItemId id, Optional<Item<Indicator>> said) {}

    /** For the indicators of an alternative. */
    static MeasuredOnce of(View view, ItemId chain) {
        Map<ItemId, Map<ItemId, Keeper>> byChain = byChain(view);
        Map<ItemId, List<Keeper>> byOrigin = new HashMap<>();
        Map<ItemId, ItemId> origins = new HashMap<>();
        List<Item<ResultsChain>> chains = view.list(ResultsChain.KIND).stream()
                .sorted(Comparator.comparingInt(
                        one -> ChainCopy.ancestors(view, one).size()))
                .toList();
        for (Item<ResultsChain> one : chains) {
            Map<ItemId, ItemId> known = ChainCopy.origins(
                    view, one, other -> byChain.getOrDefault(other, Map.of()).keySet());
            byChain.getOrDefault(one.id(), Map.of()).values().forEach(keeper -> {
                ItemId origin = known.getOrDefault(keeper.id(), keeper.id());
                origins.put(keeper.id(), origin);
                byOrigin.computeIfAbsent(origin, first -> new ArrayList<>()).add(keeper);
            });
        }
        Map<ItemId, List<Keeper>> families = new HashMap<>();
        byChain.getOrDefault(chain, Map.of())
                .values()
                .forEach(own -> families.put(
                        own.id(),
                        byOrigin.getOrDefault(origins.getOrDefault(own.id(), own.id()), List.of(own)).stream()
                                .filter(other -> measuresTheSame(own, other))
                                .toList()));
        return new MeasuredOnce(view, families);
    }

    /** Indicators, and what measurements name as theirs, by alternatives. */
    private static Map<ItemId, Map<ItemId, Keeper>> byChain(View view) {
        Map<ItemId, Map<ItemId, Keeper>> byChain = new HashMap<>();
        for (Item<Indicator> indicator : view.list(Indicator.KIND)) {
            ItemId chain = indicator.value().chain();
            byChain.computeIfAbsent(chain, first -> new LinkedHashMap<>())
                    .put(indicator.id(), new Keeper(chain, indicator.id(), Optional.of(indicator)));
        }
        for (Item<Measurement> measurement : view.list(Measurement.KIND)) {
            ItemId chain = measurement.value().chain();
            ItemId of = measurement.value().indicator();
            byChain.computeIfAbsent(chain, first -> new LinkedHashMap<>())
                    .putIfAbsent(of, new Keeper(chain, of, Optional.empty()));
        }
        return byChain;
    }

    private static boolean measuresTheSame(Keeper one, Keeper other) {
        return one.id().equals(other.id())
                || one.said().isEmpty()
                || other.said().isEmpty()
                || one.said().get().value().measuresTheSameAs(other.said().get().value());
    }

    private List<Keeper> family(ItemId indicator) {
        return families.getOrDefault(indicator, List.of());
    }

    /** Under which indicators the measurements of one are kept, its own among them, that of the oldest alternative first. */
    List<ItemId> keepers(ItemId indicator) {
        return family(indicator).stream().map(Keeper::id).toList();
    }

    /** The other alternatives in which the same is measured. */
    List<ItemId> sharedWith(ItemId indicator) {
        return family(indicator).stream()
                .filter(other -> !other.id().equals(indicator) && other.said().isPresent())
                .map(Keeper::chain)
                .toList();
    }

    /**
     * A measurement where it is to be kept: in the place of the one that is there for this time and group; else under the oldest indicator that shares it and
     * that everybody sees who sees its own.
     */
    Measurement placed(Measurement said) {
        List<Keeper> family = family(said.indicator());
        Stream<Measurement> there = family.stream()
                .map(keeper -> said.under(keeper.chain(), keeper.id()))
                .filter(one -> view.find(Measurement.KIND, one.id()).isPresent());
        return there.findFirst()
                .or(() -> family.stream()
                        .filter(keeper ->
                                keeper.said().isPresent() && reach(keeper.id()).equals(reach(said.indicator())))
                        .findFirst()
                        .map(keeper -> said.under(keeper.chain(), keeper.id())))
                .orElse(said);
    }

    /** For whom an indicator, its box and its alternative are meant. */
    private List<Sensitivity> reach(ItemId indicator) {
        return view.find(Indicator.KIND, indicator).stream()
                .flatMap(item ->
                        Stream.of(item.id(), item.value().of(), item.value().chain()))
                .flatMap(id -> view.find(id).stream())
                .<Sensitivity>map(Item::sensitivity)
                .toList();
    }

    /** The measurements of an indicator as its own, each time and group once. */
    List<Item<Measurement>> own(ItemId chain, ItemId indicator, Map<ItemId, List<Item<Measurement>>> byIndicator) {
        Set<ItemId> told = new HashSet<>();
        return keepers(indicator).stream()
                .flatMap(keeper -> byIndicator.getOrDefault(keeper, List.of()).stream())
                .map(item -> item.saying(item.value().under(chain, indicator)))
                .filter(item -> told.add(item.value().id()))
                .toList();
    }
}
