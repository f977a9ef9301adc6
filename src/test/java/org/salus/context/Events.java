package org.salus.context;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.ConflictEvent;
import org.salus.evidence.Countries;
import org.salus.evidence.Country;
import org.salus.evidence.IndicatorSeries;
import org.salus.evidence.Outline;
import org.salus.evidence.Outlines;

/** Invented events for tests. */
final class Events {
    static final String GOVERNMENT = "Government of Nigeria";

    private Events() {}

    static Country country(String iso3) {
        return Countries.shipped().get(iso3);
    }

    /** Rebels against the government, in Abuja. */
    static ConflictEvent rebels(int year, int best) {
        return event(year, 1, GOVERNMENT, "Rebels", best, 9.06, 7.49, 1);
    }

    static ConflictEvent event(
            int year,
            int violence,
            String actorA,
            @Nullable String actorB,
            int best,
            double latitude,
            double longitude,
            int precision) {
        return new ConflictEvent(
                year + "-" + best,
                "invented",
                "NGA",
                year,
                LocalDate.of(year, 5, 3),
                LocalDate.of(year, 5, 4),
                violence,
                null,
                actorA,
                actorB,
                actorA.startsWith("Government"),
                actorB != null && actorB.startsWith("Government"),
                null,
                latitude,
                longitude,
                precision,
                best,
                best / 2,
                best * 2);
    }

    static IndicatorSeries totals(Map<Integer, Integer> deaths) {
        return series("ucdp-ged-deaths", "deaths", IndicatorSeries.Direction.LOWER_IS_BETTER, deaths);
    }

    static IndicatorSeries series(
            String descriptor, String id, IndicatorSeries.Direction direction, Map<Integer, Integer> values) {
        List<IndicatorSeries.Value> list = new ArrayList<>();
        values.forEach(
                (year, value) -> list.add(new IndicatorSeries.Value(year, BigDecimal.valueOf(value), list.size() + 1)));
        return new IndicatorSeries(
                descriptor,
                id,
                id,
                null,
                direction,
                null,
                null,
                "Publisher",
                null,
                "edition 1",
                "invented",
                "NGA",
                list);
    }

    /** Inputs of Nigeria with shipped outlines. */
    static PremiseInputs inputs(
            List<ConflictEvent> events,
            @Nullable IndicatorSeries totals,
            List<IndicatorSeries> indices,
            Map<String, List<ConflictEvent>> neighbourEvents,
            List<Outline> units) {
        Country nigeria = country("NGA");
        return new PremiseInputs(
                "0123456789ab",
                nigeria,
                events,
                Outlines.shipped().neighbours(nigeria),
                neighbourEvents,
                Optional.ofNullable(totals),
                indices,
                units,
                Outlines.shipped().find(nigeria).map(Outline::geometry),
                Optional.of(Outlines.shipped().landBorder(nigeria)));
    }

    static Premise premise(PremiseInputs inputs) {
        return PremiseAnalysis.of(inputs, Thresholds.shipped(), null, null);
    }

    static Premise premise(List<ConflictEvent> events, @Nullable IndicatorSeries totals) {
        return premise(inputs(events, totals, List.of(), Map.of(), List.of()));
    }
}
