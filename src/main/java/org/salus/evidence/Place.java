package org.salus.evidence;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A recipient country or region of an activity or a transaction.
 *
 * @param iso3 the country, if the code is one of a country
 * @param region whether it is a region
 * @param vocabulary of a region's code
 * @param percentage share of the activity, 0–100, as stated; null if not stated
 */
public record Place(
        @Nullable String iso3,
        boolean region,
        @Nullable String vocabulary,
        String code,
        @Nullable BigDecimal percentage,
        @Nullable String name) {}
