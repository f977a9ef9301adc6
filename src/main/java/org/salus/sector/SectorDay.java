package org.salus.sector;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.salus.framework.DateSpan;
import org.salus.framework.Recorded;
import org.salus.ledger.Citation;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;

/**
 * A security sector on one day: what may hold on it. Immutable.
 *
 * <p>What of coarse dates only perhaps holds is part of the map and marked. Ties of which an end does not exist on that day, or is not seen, are left out
 * and listed apart.
 */
public final class SectorDay {
    private final SectorMap map;
    private final LocalDate day;
    private final Locale language;
    private final Map<ItemId, Present> actors = new LinkedHashMap<>();
    private final List<PresentTie> ties = new ArrayList<>();
    private final List<PresentTie> loose = new ArrayList<>();
    private final Map<ItemId, List<PresentTie>> outgoing = new TreeMap<>();
    private final Map<ItemId, List<PresentTie>> incoming = new TreeMap<>();

    SectorDay(SectorMap map, LocalDate day, Locale language) {
        this.map = map;
        this.day = day;
        this.language = language;
        for (Item<Actor> item : map.actors()) {
            item.value()
                    .on(day)
                    .ifPresent(phase -> actors.put(
                            item.id(),
                            new Present(
                                    item.id(),
                                    phase.name(language),
                                    item.value(),
                                    phase,
                                    phase.when().on(day))));
        }
        record Ends(ItemId from, TieType type, ItemId to) {}
        Map<Ends, List<Item<Tie>>> folded = map.ties().stream()
                .collect(Collectors.groupingBy(
                        tie -> new Ends(
                                tie.value().from(),
                                tie.value().type(),
                                tie.value().to()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        folded.forEach((ends, items) -> present(ends.from(), ends.type(), ends.to(), items)
                .ifPresent(tie -> {
                    if (actors.containsKey(tie.from()) && actors.containsKey(tie.to())) {
                        ties.add(tie);
                    } else {
                        loose.add(tie);
                    }
                }));
        ties.sort(Comparator.comparing(PresentTie::from)
                .thenComparing(PresentTie::type)
                .thenComparing(PresentTie::to));
        for (PresentTie tie : ties) {
            outgoing.computeIfAbsent(tie.from(), from -> new ArrayList<>()).add(tie);
            incoming.computeIfAbsent(tie.to(), to -> new ArrayList<>()).add(tie);
        }
    }

    /** The tie on this day; empty if nothing that is said of it holds. */
    private Optional<PresentTie> present(ItemId from, TieType type, ItemId to, List<Item<Tie>> items) {
        List<Item<Tie>> speaking = items.stream()
                .filter(item -> !item.value().isSaid() || item.value().speaksOn(day))
                .toList();
        Map<Basis, PresentTie.Side> sides = new EnumMap<>(Basis.class);
        for (Basis basis : Basis.values()) {
            side(basis, speaking).ifPresent(side -> sides.put(basis, side));
        }
        return speaking.isEmpty()
                ? Optional.empty()
                : Optional.of(new PresentTie(from, type, to, sides, !sides.isEmpty(), speaking));
    }

    private Optional<PresentTie.Side> side(Basis basis, List<Item<Tie>> items) {
        for (DateSpan.Holds holds : List.of(DateSpan.Holds.YES, DateSpan.Holds.PERHAPS)) {
            Set<Recorded> said = new LinkedHashSet<>();
            List<Citation> citations = new ArrayList<>();
            for (Item<Tie> item : items) {
                List<Recorded> here = item.value().on(basis).stream()
                        .filter(statement -> statement.when().on(day) == holds)
                        .map(Statement::recorded)
                        .filter(recorded -> recorded != Recorded.NOT_RECORDED)
                        .toList();
                if (!here.isEmpty()) {
                    said.addAll(here);
                    citations.addAll(Tie.citations(item, basis));
                }
            }
            if (!said.isEmpty()) {
                return Optional.of(new PresentTie.Side(
                        said.contains(Recorded.RECORDED) ? Recorded.RECORDED : Recorded.RECORDED_AS_ABSENT,
                        holds,
                        said.size() > 1,
                        citations));
            }
        }
        return Optional.empty();
    }

    public LocalDate day() {
        return day;
    }

    /** The map over all times. */
    public SectorMap map() {
        return map;
    }

    /** The language of the names. */
    public Locale language() {
        return language;
    }

    /** The actors of that day, in the order of their making. */
    public List<Present> actors() {
        return List.copyOf(actors.values());
    }

    public Optional<Present> actor(ItemId id) {
        return Optional.ofNullable(actors.get(id));
    }

    /** What an actor is called on that day; if it does not exist on it, by its first name, and if it is not seen, empty. */
    public String name(ItemId id) {
        return actor(id)
                .map(Present::name)
                .or(() -> map.actor(id)
                        .flatMap(item -> item.value().names().stream().findFirst()))
                .orElse("");
    }

    /** The ties of that day between actors of that day. */
    public List<PresentTie> ties() {
        return java.util.Collections.unmodifiableList(ties);
    }

    /** Ties that hold on that day by what is said of them, though an end does not exist on it or is not seen. */
    public List<PresentTie> loose() {
        return java.util.Collections.unmodifiableList(loose);
    }

    /** The ties that begin at an actor. */
    public List<PresentTie> from(ItemId actor) {
        return outgoing.getOrDefault(actor, List.of());
    }

    /** The ties that end at an actor. */
    public List<PresentTie> to(ItemId actor) {
        return incoming.getOrDefault(actor, List.of());
    }

    public Optional<PresentTie> tie(ItemId from, TieType type, ItemId to) {
        return from(from).stream()
                .filter(tie -> tie.type() == type && tie.to().equals(to))
                .findFirst();
    }

    /** The institutions of which oversight is asked. */
    public List<Present> institutions() {
        return actors.values().stream().filter(Present::isAskedForOversight).toList();
    }

    /** An actor and whatever it is part of, nearest first. Circles end where they began. */
    Set<ItemId> wholes(ItemId actor) {
        Set<ItemId> found = new LinkedHashSet<>();
        Deque<ItemId> open = new ArrayDeque<>(List.of(actor));
        while (!open.isEmpty()) {
            ItemId at = open.removeFirst();
            if (found.add(at)) {
                from(at).stream()
                        .filter(tie -> tie.type() == TieType.PART_OF && tie.isRecorded())
                        .forEach(tie -> open.addLast(tie.to()));
            }
        }
        return found;
    }
}
