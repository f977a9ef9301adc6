package org.salus.context;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.ConflictEvent;
import org.salus.evidence.Country;
import org.salus.evidence.IndicatorSeries;
import org.salus.evidence.Observations;
import org.salus.evidence.Outline;
import org.salus.evidence.Outlines;
import org.salus.evidence.Snapshot;

/**
 * The premise of countries, with its map and the indices of other publishers. The last answers are remembered, because within a snapshot they never
 * change. Safe for use by several threads.
 */
public final class Premises {
    private static final int REMEMBERED = 48;
    /** Descriptor of the deaths per year that stand in where no events are loaded. */
    public static final String YEARLY_DEATHS = "ucdp-ged-deaths";

    private enum Kind {
        PREMISE,
        MAP,
        GOVERNANCE
    }

    private record Question(
            Kind kind,
            String snapshot,
            String iso3,
            @Nullable Integer from,
            @Nullable Integer to) {}

    private final Thresholds thresholds = Thresholds.shipped();
    private final Map<Question, Object> remembered = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Object> eldest) {
            return size() > REMEMBERED;
        }
    });

    /**
     * The premise of a country.
     *
     * @param from first year; null for the first of the data
     * @param to last year; null for the last of the data
     */
    public Premise of(Snapshot snapshot, Country country, @Nullable Integer from, @Nullable Integer to) {
        return remember(
                new Question(Kind.PREMISE, snapshot.id(), country.iso3(), from, to),
                Premise.class,
                () -> PremiseAnalysis.of(inputs(snapshot, country), thresholds, from, to));
    }

    /** The map to the premise of the same years. */
    public PremiseMap map(Snapshot snapshot, Country country, @Nullable Integer from, @Nullable Integer to) {
        Premise premise = of(snapshot, country, from, to);
        return remember(
                new Question(Kind.MAP, snapshot.id(), country.iso3(), from, to),
                PremiseMap.class,
                () -> PremiseMap.of(premise, snapshot.observations()));
    }

    /**
     * The events behind the premise of the same years, as they may leave the program.
     *
     * @param today the day of the export; events younger than a year before it are totals only
     */
    public List<EventRow> events(
            Snapshot snapshot, Country country, @Nullable Integer from, @Nullable Integer to, LocalDate today) {
        return of(snapshot, country, from, to)
                .years()
                .map(years -> EventRow.of(
                        snapshot.observations().events(country).stream()
                                .filter(event -> years.contains(event.year()))
                                .toList(),
                        today))
                .orElse(List.of());
    }

    /** What publishers say about how the country is governed, all years loaded. */
    public GovernancePanel governance(Snapshot snapshot, Country country) {
        return remember(
                new Question(Kind.GOVERNANCE, snapshot.id(), country.iso3(), null, null),
                GovernancePanel.class,
                () -> GovernancePanel.of(
                        snapshot.id(), country, indices(snapshot.observations().indicators(country))));
    }

    private <T> T remember(Question question, Class<T> type, Supplier<T> answer) {
        Object known = remembered.get(question);
        if (known == null) {
            known = answer.get();
            remembered.put(question, known);
        }
        return type.cast(known);
    }

    private static PremiseInputs inputs(Snapshot snapshot, Country country) {
        Observations observations = snapshot.observations();
        List<IndicatorSeries> indicators = observations.indicators(country);
        List<Country> neighbours = Outlines.shipped().neighbours(country);
        List<String> withEvents = observations.countriesWithEvents();
        Map<String, List<ConflictEvent>> neighbourEvents = new TreeMap<>();
        for (Country neighbour : neighbours) {
            if (withEvents.contains(neighbour.iso3())) {
                neighbourEvents.put(neighbour.iso3(), observations.events(neighbour));
            }
        }
        return new PremiseInputs(
                snapshot.id(),
                country,
                observations.events(country),
                neighbours,
                neighbourEvents,
                yearlyDeaths(indicators),
                indices(indicators),
                observations.outlines(country, 1),
                Outlines.shipped().find(country).map(Outline::geometry),
                Optional.of(Outlines.shipped().landBorder(country)));
    }

    private static Optional<IndicatorSeries> yearlyDeaths(List<IndicatorSeries> indicators) {
        return indicators.stream()
                .filter(series ->
                        series.descriptor().equals(YEARLY_DEATHS) && series.id().equals("deaths"))
                .findFirst();
    }

    private static List<IndicatorSeries> indices(List<IndicatorSeries> indicators) {
        return indicators.stream()
                .filter(series -> !series.descriptor().equals(YEARLY_DEATHS))
                .toList();
    }
}
