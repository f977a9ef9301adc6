package org.salus.sector;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.salus.framework.DateSpan;
import org.salus.framework.PartialDate;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;
import org.salus.workspace.Source;

/**
 * Everything one reader may see of a security sector, over all times. What holds on a day is told by {@link #on}. It bears any state a merge of copies may
 * bring: ties without ends, the same tie twice, circles. Immutable; the order in which items are handed in does not matter.
 */
public final class SectorMap {
    private final Map<ItemId, Item<Actor>> actors;
    private final List<Item<Tie>> ties;
    private final Map<ItemId, Item<Source>> sources;

    private SectorMap(Map<ItemId, Item<Actor>> actors, List<Item<Tie>> ties, Map<ItemId, Item<Source>> sources) {
        this.actors = actors;
        this.ties = ties;
        this.sources = sources;
    }

    /** The map of what a reader may see. */
    public static SectorMap of(View view) {
        return of(view.list(Actor.KIND), view.list(Tie.KIND), view.list(Source.KIND));
    }

    /** The map of these items. */
    public static SectorMap of(
            Collection<Item<Actor>> actors, Collection<Item<Tie>> ties, Collection<Item<Source>> sources) {
        return new SectorMap(
                byId(actors), List.copyOf(new ArrayList<>(new TreeMap<>(byId(ties)).values())), byId(sources));
    }

    private static <T extends Record> Map<ItemId, Item<T>> byId(Collection<Item<T>> items) {
        Map<ItemId, Item<T>> sorted = new TreeMap<>();
        items.forEach(item -> sorted.put(item.id(), item));
        return java.util.Collections.unmodifiableMap(new LinkedHashMap<>(sorted));
    }

    /** Every actor, whenever it existed, in the order of their making. */
    public Collection<Item<Actor>> actors() {
        return actors.values();
    }

    public Optional<Item<Actor>> actor(ItemId id) {
        return Optional.ofNullable(actors.get(id));
    }

    /** Every tie, whenever it holds. */
    public List<Item<Tie>> ties() {
        return ties;
    }

    /** Every source. */
    public Collection<Item<Source>> sources() {
        return sources.values();
    }

    public Optional<Item<Source>> source(ItemId id) {
        return Optional.ofNullable(sources.get(id));
    }

    /**
     * What holds on a day.
     *
     * @param language of the names, where an actor has one in it
     */
    public SectorDay on(LocalDate day, Locale language) {
        return new SectorDay(this, day, language);
    }

    /** The dates on which the map changes as far as they are known, for a slider: where phases and statements begin or end. */
    public NavigableSet<PartialDate> turningPoints() {
        NavigableSet<PartialDate> points = new TreeSet<>();
        actors.values().forEach(actor -> actor.value().phases().forEach(phase -> add(phase.when(), points)));
        for (Item<Tie> tie : ties) {
            for (Basis basis : Basis.values()) {
                tie.value().on(basis).forEach(statement -> add(statement.when(), points));
            }
        }
        return points;
    }

    private static void add(DateSpan when, NavigableSet<PartialDate> points) {
        when.from().ifPresent(points::add);
        when.until().ifPresent(points::add);
    }
}
