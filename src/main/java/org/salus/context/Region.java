package org.salus.context;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.salus.evidence.ConflictEvent;
import org.salus.evidence.Country;
import org.salus.framework.Figure;
import org.salus.framework.Reach;
import org.salus.framework.Sentence;

/** Whether violence or armed actors cross borders. */
final class Region {
    private final PremiseInputs inputs;
    private final Thresholds thresholds;
    private final Timeline time;
    private final List<ConflictEvent> events;

    Region(PremiseInputs inputs, Thresholds thresholds, Timeline time) {
        this.inputs = inputs;
        this.thresholds = thresholds;
        this.time = time;
        this.events = time.events();
    }

    Premise.Borders borders() {
        int limit = thresholds.borderKilometres();
        Optional<LandBorder> border =
                inputs.landBorder().filter(lines -> !lines.isEmpty()).map(LandBorder::new);
        if (border.isEmpty() || inputs.shape().isEmpty()) {
            Sentence reason = inputs.shape().isPresent()
                    ? Sentence.of(
                            "context.missing.no-land-border", inputs.country().name())
                    : noOutline();
            return new Premise.Borders(
                    inputs.neighbours(), limit, Figure.unknown(reason), Figure.unknown(reason), Figure.unknown(reason));
        }
        Figure<Integer> area = Figure.partial(
                border.get().percentNear(inputs.shape().get(), limit), Sentence.of("context.missing.coarse"));
        double[] distances = events.stream()
                .flatMapToDouble(event -> distance(border.get(), event))
                .sorted()
                .toArray();
        if (distances.length == 0) {
            Sentence reason = events.isEmpty() ? time.noEvents() : Sentence.of("context.missing.no-places");
            return new Premise.Borders(
                    inputs.neighbours(), limit, Figure.unknown(reason), area, Figure.unknown(reason));
        }
        int near = (int) Arrays.stream(distances)
                .filter(kilometres -> kilometres <= limit)
                .count();
        int left = events.size() - distances.length;
        Sentence reason = left == 0
                ? Sentence.of("context.missing.coarse")
                : Sentence.of("context.missing.coarse-and-unplaced", left, events.size());
        return new Premise.Borders(
                inputs.neighbours(),
                limit,
                Figure.partial(new Share(near, distances.length), reason),
                area,
                Figure.partial((int) Math.round(distances[(distances.length - 1) / 2]), reason));
    }

    private DoubleStream distance(LandBorder lines, ConflictEvent event) {
        Double latitude = event.latitude();
        Double longitude = event.longitude();
        return latitude == null
                        || longitude == null
                        || event.wherePrecision() < 1
                        || event.wherePrecision() > thresholds.borderPrecision()
                ? DoubleStream.empty()
                : lines.kilometres(latitude, longitude).stream();
    }

    Premise.Regional regional(Premise.Borders borders) {
        if (events.isEmpty()) {
            Sentence reason = time.noEvents();
            return new Premise.Regional(
                    Reach.NOT_ENOUGH_INFORMATION,
                    List.of(Sentence.of("context.regional.unclear")),
                    Figure.unknown(reason),
                    Figure.unknown(reason),
                    Figure.unknown(reason));
        }
        List<Premise.ActorAcross> actors =
                Actors.across(events, inputs.neighbours(), inputs.neighbourEvents(), time.period());
        Set<String> names = actors.stream()
                .map(actor -> new Parties.Party(actor.name(), false).key())
                .collect(Collectors.toSet());
        Share across = share(events.stream()
                .filter(event -> Parties.of(event).stream().anyMatch(party -> names.contains(party.key())))
                .count());
        Share foreign = share(events.stream()
                .filter(event -> Parties.hasForeignGovernment(event, inputs.country()))
                .count());
        List<Sentence> reasons = new ArrayList<>();
        near(borders).ifPresent(reasons::add);
        if (across.part() > 0 && across.atLeast(thresholds.regionalActorsPercent())) {
            reasons.add(Sentence.of(
                    "context.regional.actors",
                    across.percent(),
                    actors.stream().limit(3).map(Premise.ActorAcross::name).collect(Collectors.joining(", ")),
                    actors.stream()
                            .flatMap(actor -> actor.alsoIn().stream())
                            .map(Country::name)
                            .distinct()
                            .sorted()
                            .collect(Collectors.joining(", "))));
        }
        if (foreign.part() >= thresholds.regionalForeignEvents()) {
            reasons.add(Sentence.of("context.regional.foreign-government", foreign.part()));
        }
        Figure<List<Premise.ActorAcross>> found = ofNeighbours(actors);
        Reach reach = Reach.CONSIDER_REGIONAL;
        if (reasons.isEmpty()) {
            boolean looked = borders.near().valueIfAny().isPresent()
                    || found.valueIfAny().isPresent();
            reach = looked ? Reach.NATIONAL : Reach.NOT_ENOUGH_INFORMATION;
            reasons.add(looked ? Sentence.of("context.regional.nothing") : Sentence.of("context.regional.unclear"));
            if (looked && found.valueIfAny().isEmpty()) {
                reasons.add(Sentence.of("context.regional.not-across"));
            }
        }
        return new Premise.Regional(reach, reasons, found, ofNeighbours(across), time.counted(foreign));
    }

    private Share share(long part) {
        return new Share((int) part, events.size());
    }

    /** Events crowd at the border: many of them, and more than an even spread over the country would bring there. */
    private Optional<Sentence> near(Premise.Borders borders) {
        Optional<Share> near = borders.near().valueIfAny();
        Optional<Integer> area = borders.areaNear().valueIfAny();
        if (near.isEmpty() || area.isEmpty()) {
            return Optional.empty();
        }
        return near.get().atLeast(thresholds.regionalBorderPercent())
                        && near.get().percent() >= area.get() + thresholds.regionalBorderAboveArea()
                ? Optional.of(Sentence.of(
                        "context.regional.near-border",
                        near.get().percent(),
                        near.get().of(),
                        borders.kilometres(),
                        area.get()))
                : Optional.empty();
    }

    /** A value that needs the neighbours' events, too. */
    private <T> Figure<T> ofNeighbours(T value) {
        if (inputs.shape().isEmpty()) {
            return Figure.unknown(noOutline());
        }
        String unknown = inputs.neighbours().stream()
                .filter(neighbour -> !inputs.neighbourEvents().containsKey(neighbour.iso3()))
                .map(Country::name)
                .collect(Collectors.joining(", "));
        if (unknown.isEmpty()) {
            return time.counted(value);
        }
        Sentence reason = Sentence.of("context.missing.neighbours", unknown);
        return inputs.neighbourEvents().isEmpty() ? Figure.unknown(reason) : Figure.partial(value, reason);
    }

    private Sentence noOutline() {
        return Sentence.of("context.missing.no-outline", inputs.country().name());
    }
}
