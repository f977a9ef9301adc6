package org.salus.goals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.framework.Gap;
import org.salus.framework.ObjectiveDemand;
import org.salus.framework.Pillar;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;
import org.salus.sector.Actor;

/** What rules ask about one chain, and how they say what they found. */
final class ChainInquiry {
    private final Chain chain;
    private final Map<ItemId, Set<Pillar>> pillars;
    private final OutputWords outputWords;

    /** It is counted, and its holes are told. */
    private final Map<ItemId, Set<ObjectiveDemand>> unmet = new ConcurrentHashMap<>();

    /** @param pillars of the institutions on the map */
    ChainInquiry(Chain chain, Map<ItemId, Set<Pillar>> pillars, OutputWords outputWords) {
        this.chain = chain;
        this.pillars = pillars;
        this.outputWords = outputWords;
    }

    static ChainInquiry of(View view, Chain chain) {
        return new ChainInquiry(
                chain,
                chain.list(Objective.KIND).stream()
                        .flatMap(objective -> objective.value().institution().stream())
                        .distinct()
                        .flatMap(institution -> view.find(Actor.KIND, institution).stream())
                        .collect(Collectors.toMap(Item::id, item -> pillars(item.value()))),
                OutputWords.SHIPPED);
    }

    private static Set<Pillar> pillars(Actor actor) {
        return actor.phases().stream()
                .flatMap(phase -> Stream.concat(
                        phase.actorClass() instanceof Pillar pillar ? Stream.of(pillar) : Stream.empty(),
                        phase.alsoPillar().stream()))
                .collect(Collectors.toUnmodifiableSet());
    }

    Chain chain() {
        return chain;
    }

    OutputWords outputWords() {
        return outputWords;
    }

    /** The pillars the institution of an objective belongs to, at whatever time; none if it is not on the map. */
    Set<Pillar> pillars(Objective objective) {
        return objective
                .institution()
                .map(institution -> pillars.getOrDefault(institution, Set.of()))
                .orElse(Set.of());
    }

    /** What an objective needs and has not. */
    Set<ObjectiveDemand> unmet(Item<Objective> objective) {
        return unmet.computeIfAbsent(objective.id(), id -> ObjectiveIncomplete.unmet(objective, chain));
    }

    /** The indicators of boxes that are there. */
    List<Item<Indicator>> indicators() {
        return chain.indicators().stream()
                .filter(item -> chain.box(item.value().of()).isPresent())
                .toList();
    }

    /** Something that does not hold together. */
    Hole hole(
            HoleRule rule,
            String part,
            ItemId box,
            Sentence says,
            List<ItemId> about,
            Optional<Gap> gap,
            Hole.Fix fix) {
        return found(rule, part, Hole.Weight.HOLE, box, says, about, gap, fix);
    }

    /** Something nobody has answered. */
    Hole question(HoleRule rule, String part, ItemId box, Sentence says, Hole.Fix fix) {
        return found(rule, part, Hole.Weight.QUESTION, box, says, List.of(box), Optional.empty(), fix);
    }

    /** Something nobody has answered, which speaks of other elements beside the box. */
    Hole question(HoleRule rule, String part, ItemId box, Sentence says, List<ItemId> about, Hole.Fix fix) {
        return found(rule, part, Hole.Weight.QUESTION, box, says, about, Optional.empty(), fix);
    }

    /** A remark nobody has to follow. */
    Hole note(HoleRule rule, String part, ItemId box, Sentence says, Hole.Fix fix) {
        return found(rule, part, Hole.Weight.NOTE, box, says, List.of(box), Optional.empty(), fix);
    }

    private static List<ItemId> withFirst(ItemId box, List<ItemId> about) {
        List<ItemId> all = new ArrayList<>(about.size() + 1);
        all.add(box);
        all.addAll(about);
        return all;
    }

    private static Hole found(
            HoleRule rule,
            String part,
            Hole.Weight weight,
            ItemId box,
            Sentence says,
            List<ItemId> about,
            Optional<Gap> gap,
            Hole.Fix fix) {
        String name = rule.code() + ":" + box + (part.isEmpty() ? "" : ":" + part);
        return new Hole(rule.code(), name, weight, box, says, withFirst(box, about), gap, fix);
    }
}
