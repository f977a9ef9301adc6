package org.salus.appraisal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Actors against objectives, with the latest stance of each on each. Pure.
 *
 * @param actors those with a stance, by name
 * @param objectives those somebody stands on, by name
 */
public record StakeholderMatrix(
        List<Side> actors, List<Side> objectives, Map<String, Map<String, Noted<Stance>>> cells) {
    /**
     * A row or a column.
     *
     * @param key by which notes on the same are told
     */
    public record Side(String key, Mention mention, String name) {}

    public StakeholderMatrix {
        actors = List.copyOf(actors);
        objectives = List.copyOf(objectives);
        cells = Map.copyOf(cells);
    }

    /** The matrix of what one reader may read. */
    public static StakeholderMatrix of(PoliticsBook book, PoliticsNames names) {
        Map<String, Side> actors = new LinkedHashMap<>();
        Map<String, Side> objectives = new LinkedHashMap<>();
        Map<String, Map<String, Noted<Stance>>> cells = new LinkedHashMap<>();
        for (Noted<Stance> noted : latest(book.stances())) {
            Mention actor = noted.value().actor();
            Mention objective = noted.value().objective();
            actors.computeIfAbsent(actor.key(), key -> new Side(key, actor, names.of(actor)));
            objectives.computeIfAbsent(objective.key(), key -> new Side(key, objective, names.of(objective)));
            cells.computeIfAbsent(actor.key(), key -> new LinkedHashMap<>()).put(objective.key(), noted);
        }
        return new StakeholderMatrix(sorted(actors), sorted(objectives), cells);
    }

    private static List<Side> sorted(Map<String, Side> sides) {
        return sides.values().stream()
                .sorted(Comparator.comparing(Side::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Side::key))
                .toList();
    }

    /** Of each actor on each objective the latest note, in the order given; of two of one day the one that is noted last. */
    static List<Noted<Stance>> latest(List<Noted<Stance>> stances) {
        record Place(String actor, String objective) {}
        Map<Place, Noted<Stance>> latest = new LinkedHashMap<>();
        for (Noted<Stance> noted : stances) {
            Place place = new Place(
                    noted.value().actor().key(), noted.value().objective().key());
            latest.merge(place, noted, (one, other) -> LATER.compare(one, other) >= 0 ? one : other);
        }
        return new ArrayList<>(latest.values());
    }

    private static final Comparator<Noted<Stance>> LATER = Comparator.comparing((Noted<Stance> noted) ->
                    noted.value().day().map(day -> day.latest().toEpochDay()).orElse(Long.MIN_VALUE))
            .thenComparing(noted -> noted.item().id());

    /** Where an actor stands on an objective, if somebody noted it. */
    public Optional<Noted<Stance>> at(Side actor, Side objective) {
        return Optional.ofNullable(cells.getOrDefault(actor.key(), Map.of()).get(objective.key()));
    }

    /** What a stance is called. */
    static String title(String actor, String objective) {
        return actor + ": " + objective;
    }
}
