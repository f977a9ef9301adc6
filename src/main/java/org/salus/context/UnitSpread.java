package org.salus.context;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.salus.evidence.ConflictEvent;
import org.salus.evidence.Outline;
import org.salus.framework.Figure;
import org.salus.framework.Sentence;

/** Over how much of the country events spread, by first-level administrative units. */
final class UnitSpread {
    private final PremiseInputs inputs;
    private final Units units;
    private final int unitCount;
    private final int leastDeaths;

    UnitSpread(PremiseInputs inputs, Thresholds thresholds) {
        this.inputs = inputs;
        this.units = new Units(inputs.units(), thresholds.unitPrecision(), thresholds.unitKilometres());
        this.leastDeaths = thresholds.widespreadUnitsLeastDeaths();
        this.unitCount =
                (int) inputs.units().stream().map(Outline::name).distinct().count();
    }

    Premise.Spread of(Timeline time) {
        List<ConflictEvent> events = time.events();
        if (events.isEmpty()) {
            Sentence reason = time.noEvents();
            return new Premise.Spread(
                    Figure.unknown(reason), Figure.unknown(reason), Figure.unknown(reason), Optional.empty());
        }
        if (inputs.units().isEmpty()) {
            Sentence reason =
                    Sentence.of("context.missing.units", inputs.country().name());
            return new Premise.Spread(Figure.unknown(reason), Figure.unknown(reason), named(events), Optional.empty());
        }
        List<ConflictEvent> contested = Timeline.nonState(events);
        Set<String> touched = new TreeSet<>();
        contested.forEach(event -> units.of(event).ifPresent(touched::add));
        return new Premise.Spread(
                placed(new Share(touched.size(), unitCount), contested, time),
                widest(time)
                        .map(most -> placed(most, contested, time))
                        .orElseGet(() -> Figure.unknown(Sentence.of("context.missing.no-contest"))),
                placed(totals(byUnit(events)), events, time),
                Optional.ofNullable(inputs.units().getFirst().vintage()));
    }

    /**
     * The year in which most units had an event with a non-state armed actor; the earliest of several. If any year has the deaths that "widespread" asks for, only
     * such years are looked at.
     */
    Optional<Premise.YearShare> widest(Timeline time) {
        Map<Integer, Set<String>> byYear = new TreeMap<>();
        for (ConflictEvent event : unitCount == 0 ? List.<ConflictEvent>of() : Timeline.nonState(time.events())) {
            units.of(event)
                    .ifPresent(unit -> byYear.computeIfAbsent(event.year(), first -> new TreeSet<>())
                            .add(unit));
        }
        List<Integer> deadly = byYear.keySet().stream()
                .filter(year ->
                        Timeline.deaths(Timeline.nonState(time.events(year))).best() >= leastDeaths)
                .toList();
        Optional<Premise.YearShare> widest = Optional.empty();
        for (Map.Entry<Integer, Set<String>> year : byYear.entrySet()) {
            int touched = year.getValue().size();
            if ((deadly.isEmpty() || deadly.contains(year.getKey()))
                    && (widest.isEmpty() || touched > widest.get().share().part())) {
                widest = Optional.of(new Premise.YearShare(year.getKey(), new Share(touched, unitCount)));
            }
        }
        return widest;
    }

    private <T> Figure<T> placed(T value, List<ConflictEvent> of, Timeline time) {
        int unplaced =
                (int) of.stream().filter(event -> units.of(event).isEmpty()).count();
        return unplaced == 0
                ? time.counted(value)
                : Figure.partial(value, Sentence.of("context.missing.unplaced", unplaced, of.size()));
    }

    /** Events by unit; units without events are there, too. */
    private Map<String, List<ConflictEvent>> byUnit(List<ConflictEvent> events) {
        Map<String, List<ConflictEvent>> byUnit = new TreeMap<>();
        inputs.units().forEach(unit -> byUnit.put(unit.name(), new ArrayList<>()));
        events.forEach(event -> units.of(event)
                .ifPresent(unit ->
                        byUnit.computeIfAbsent(unit, first -> new ArrayList<>()).add(event)));
        return byUnit;
    }

    /** Without outlines: the units that events name; those where nothing happened are not known. */
    private static Figure<List<Premise.UnitTotal>> named(List<ConflictEvent> events) {
        Map<String, List<ConflictEvent>> byName = new TreeMap<>();
        Map<String, String> spelling = new HashMap<>();
        for (ConflictEvent event : events) {
            String name = event.admin1();
            if (name != null && !name.isBlank()) {
                String shown = spelling.computeIfAbsent(
                        Units.fold(name), first -> name.strip().replaceAll("\\s+", " "));
                byName.computeIfAbsent(shown, first -> new ArrayList<>()).add(event);
            }
        }
        return byName.isEmpty()
                ? Figure.unknown(Sentence.of("context.missing.unit-names"))
                : Figure.partial(totals(byName), Sentence.of("context.missing.units-by-name"));
    }

    private static List<Premise.UnitTotal> totals(Map<String, List<ConflictEvent>> byUnit) {
        return byUnit.entrySet().stream()
                .map(unit -> new Premise.UnitTotal(
                        unit.getKey(),
                        unit.getValue().size(),
                        Timeline.deaths(unit.getValue()),
                        Timeline.nonState(unit.getValue()).size()))
                .sorted(Comparator.comparingLong(
                                (Premise.UnitTotal unit) -> unit.deaths().best())
                        .reversed()
                        .thenComparing(Premise.UnitTotal::name))
                .toList();
    }
}
