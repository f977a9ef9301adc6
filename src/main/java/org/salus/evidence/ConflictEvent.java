package org.salus.evidence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An event of organised violence with at least one death, as coded by UCDP GED.
 *
 * @param violence 1 state-based, 2 non-state, 3 one-sided
 * @param iso3 the country it happened in
 * @param actorA first side as named by the publisher; B is null in one-sided violence against civilians only if not stated
 * @param best best estimate of deaths, never negative
 * @param latitude degrees; null if not stated
 * @param wherePrecision UCDP's precision of place, 1 (exact) to 7; 0 if not stated
 */
public record ConflictEvent(
        String id,
        String source,
        String iso3,
        int year,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        int violence,
        @Nullable String conflict,
        String actorA,
        @Nullable String actorB,
        boolean stateA,
        boolean stateB,
        @Nullable String admin1,
        @Nullable Double latitude,
        @Nullable Double longitude,
        int wherePrecision,
        int best,
        int low,
        int high) {}
