package org.salus.context;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.salus.evidence.ConflictEvent;
import org.salus.evidence.Country;
import org.salus.evidence.IndicatorSeries;
import org.salus.evidence.Outline;

/**
 * Everything a premise is computed from.
 *
 * @param events of the country, all years
 * @param neighbours countries with a common land border
 * @param neighbourEvents by code; a neighbour without loaded events is not in it
 * @param yearlyDeaths deaths per year where a publisher gives only totals
 * @param indices every other indicator loaded
 * @param units first-level units; empty if none are loaded
 * @param shape outline of the country
 * @param landBorder lines; empty for islands
 */
record PremiseInputs(
        String snapshot,
        Country country,
        List<ConflictEvent> events,
        List<Country> neighbours,
        Map<String, List<ConflictEvent>> neighbourEvents,
        Optional<IndicatorSeries> yearlyDeaths,
        List<IndicatorSeries> indices,
        List<Outline> units,
        Optional<Geometry> shape,
        Optional<Geometry> landBorder) {}
