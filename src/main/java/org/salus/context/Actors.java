package org.salus.context;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.salus.evidence.ConflictEvent;
import org.salus.evidence.Country;

/** Who took part in the events of a country, and who of them also fights across a border. */
final class Actors {
    private Actors() {}

    private record With(Parties.Party party, List<ConflictEvent> events) {}

    /** Armed actors by deaths in the events they took part in. */
    static List<Premise.ActorTotal> of(List<ConflictEvent> events) {
        Map<String, With> byActor = new TreeMap<>();
        for (ConflictEvent event : events) {
            for (Parties.Party party : Parties.of(event)) {
                byActor.computeIfAbsent(party.key(), first -> new With(party, new ArrayList<>()))
                        .events()
                        .add(event);
            }
        }
        return byActor.values().stream()
                .map(with -> new Premise.ActorTotal(
                        with.party().name(),
                        with.party().state(),
                        with.events().size(),
                        Timeline.deaths(with.events()),
                        with.events().stream()
                                .mapToInt(ConflictEvent::year)
                                .min()
                                .orElseThrow(),
                        with.events().stream()
                                .mapToInt(ConflictEvent::year)
                                .max()
                                .orElseThrow()))
                .sorted(Comparator.comparingLong(
                                (Premise.ActorTotal actor) -> actor.deaths().best())
                        .reversed()
                        .thenComparing(Premise.ActorTotal::name))
                .toList();
    }

    /** Non-state armed actors of these events that are a party in a neighbour's events of the same period, too. */
    static List<Premise.ActorAcross> across(
            List<ConflictEvent> events,
            List<Country> neighbours,
            Map<String, List<ConflictEvent>> neighbourEvents,
            Years period) {
        Map<String, Set<Country>> elsewhere = new HashMap<>();
        for (Country neighbour : neighbours) {
            for (ConflictEvent event : neighbourEvents.getOrDefault(neighbour.iso3(), List.of())) {
                if (period.contains(event.year())) {
                    Parties.of(event).stream()
                            .filter(party -> !party.state())
                            .forEach(party -> elsewhere
                                    .computeIfAbsent(party.key(), first -> new LinkedHashSet<>())
                                    .add(neighbour));
                }
            }
        }
        return of(events).stream()
                .filter(actor -> !actor.state())
                .flatMap(actor -> Stream.ofNullable(elsewhere.get(new Parties.Party(actor.name(), false).key()))
                        .map(countries ->
                                new Premise.ActorAcross(actor.name(), actor.events(), List.copyOf(countries))))
                .toList();
    }
}
