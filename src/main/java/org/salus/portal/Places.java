package org.salus.portal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.evidence.Outline;
import org.salus.evidence.Snapshot;
import org.salus.frame.web.Address;
import org.salus.framework.Failure;
import org.salus.framework.Figure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.portfolio.Pivot;
import org.salus.portfolio.PivotAsked;
import org.salus.portfolio.PivotDimension;
import org.salus.portfolio.PivotMeasure;
import org.salus.portfolio.PlacedSupport;
import org.salus.portfolio.SupportMap;
import org.salus.portfolio.SupportTraits;
import org.salus.portfolio.Supports;

/**
 * Where a country's support is recorded, by first-level unit. Each place is told in two ways that must not be mixed up: with its share of what is in several
 * places, so that all adds up, and with all that is there, as the pivot counts it.
 *
 * @param question the pivot it belongs to, whose rows are the places
 * @param placed shares; empty where the measure is one that does not add up
 * @param units outlines of the country's units; empty if none are loaded
 */
public record Places(
        PivotQuestion question,
        Pivot pivot,
        BigDecimal setAside,
        Optional<PlacedSupport> placed,
        List<Outline> units,
        SupportTraits traits) {
    public Places {
        units = List.copyOf(units);
    }

    /**
     * A unit, or the reason why something is in none.
     *
     * @param key as in addresses
     * @param shared its share; empty where shares do not add up, or nothing is recorded
     * @param each all that is there, counted in each of its places; empty where nothing is recorded
     */
    public record Place(String key, Optional<BigDecimal> shared, Optional<Figure<BigDecimal>> each) {
        /** Whether it is a unit, and no reason why there is none. */
        public boolean isUnit() {
            return PlacedSupport.isUnit(key);
        }

        /** What shades it: its share, or where there is none all that is there. */
        public Optional<BigDecimal> shading() {
            return shared.or(() -> each.flatMap(Figure::valueIfAny));
        }
    }

    /** What may be asked besides the choices of every question about a country. */
    public static List<String> choices() {
        return PivotQuestion.narrowing().stream()
                .filter(Predicate.not(PivotDimension.PLACE.code()::equals))
                .toList();
    }

    /**
     * Those of a question.
     *
     * @param map of the question's country and period
     * @param asOf the day of the data
     * @throws Failure if the address has a word that means nothing
     */
    public static Places of(
            Snapshot snapshot, Supports supports, CountryQuestion question, SupportMap map, Optional<LocalDate> asOf) {
        PivotQuestion asks = PivotQuestion.ofPlaces(question, map);
        PivotAsked asked = asks.asked();
        return new Places(
                asks,
                supports.pivot(snapshot, question.country(), question.period(), question.currency(), asOf, asked),
                supports.setAside(snapshot, question.country(), question.period(), question.currency(), asked),
                asked.measure().addsUp()
                        ? Optional.of(supports.placed(
                                snapshot, question.country(), question.period(), question.currency(), asOf, asked))
                        : Optional.empty(),
                snapshot.observations().outlines(question.country(), 1),
                supports.traits(snapshot, question.country()));
    }

    public PivotMeasure measure() {
        return question.asked().measure();
    }

    /** Units with the most first, then those where nothing is recorded by name, then what is in no unit. */
    public List<Place> lines() {
        Set<String> recorded = pivot.rows().stream().map(Pivot.Line::key).collect(Collectors.toSet());
        List<Place> lines = new ArrayList<>();
        List<Place> told = pivot.rows().stream()
                .map(line ->
                        new Place(line.key(), placed.map(shares -> shares.in(line.key())), Optional.of(line.total())))
                .sorted(Comparator.comparing(
                        (Place place) -> place.shading().orElse(BigDecimal.ZERO), Comparator.reverseOrder()))
                .toList();
        told.stream().filter(Place::isUnit).forEach(lines::add);
        units.stream()
                .map(Outline::name)
                .distinct()
                .filter(Predicate.not(recorded::contains))
                .sorted()
                .forEach(unit -> lines.add(new Place(unit, Optional.empty(), Optional.empty())));
        told.stream().filter(Predicate.not(Place::isUnit)).forEach(lines::add);
        return lines;
    }

    /** The unit in which most is recorded; empty if none has anything. */
    public Optional<Place> most() {
        return lines().stream()
                .filter(Place::isUnit)
                .filter(place -> place.shading().orElse(BigDecimal.ZERO).signum() > 0)
                .findFirst();
    }

    /** How many units have something. */
    public int filled() {
        return (int) lines().stream()
                .filter(Place::isUnit)
                .filter(place -> place.shading().orElse(BigDecimal.ZERO).signum() > 0)
                .count();
    }

    /** Editions of the boundaries, as their files name them; empty if none does. */
    public String vintage() {
        return units.stream()
                .flatMap(unit -> Optional.ofNullable(unit.vintage()).stream())
                .filter(Predicate.not(String::isBlank))
                .distinct()
                .sorted()
                .collect(Collectors.joining("; "));
    }

    /** What a place is called. */
    public String name(Place place, Wording wording) {
        return PivotQuestion.name(PivotDimension.PLACE, place.key(), traits, wording);
    }

    /** The page, with all its choices. */
    public Address page() {
        return below("/places");
    }

    /** The map as a picture. */
    public Address picture() {
        return below("/places.svg");
    }

    private Address below(String path) {
        CountryQuestion asked = question.question();
        return asked.here()
                .at(
                        "/countries/" + asked.country().iso3() + path,
                        Stream.concat(CountryQuestion.kept().stream(), choices().stream())
                                .toArray(String[]::new))
                .with("measure", measure().code());
    }

    /**
     * The shares behind a figure.
     *
     * @param place its key; empty for the total
     */
    Address shares(Optional<String> place) {
        return below("/tables/place-rows").with(PivotDimension.PLACE.code(), place.orElse(null));
    }

    /**
     * The shares that are asked for, the largest first.
     *
     * @throws Failure (wrong use) if the measure has none
     */
    List<PlacedSupport.Row> rows() {
        Optional<String> place = question.question().here().choice(PivotDimension.PLACE.code());
        return placed
                .orElseThrow(() -> Failure.wrongUse(Sentence.of(
                        "portal.places.no-shares",
                        question.question().table("under-way").toString())))
                .rows()
                .stream()
                .filter(row -> place.isEmpty() || place.get().equals(row.place()))
                .toList();
    }
}
