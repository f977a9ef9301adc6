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
        @Nullable String name) {
    /** Regions in the list of the OECD's DAC, which also counts where no vocabulary is said. */
    private static final String DAC = "1";

    /** What people call it: a country's name; a region's name as its file gives it, else as the DAC's list does; the code where nobody knows better. */
    public String label() {
        if (iso3 != null) {
            return Countries.shipped().findByCode(iso3).map(Country::name).orElse(code);
        }
        if (name != null) {
            return name;
        }
        return region && (vocabulary == null || vocabulary.equals(DAC))
                ? Codes.shipped().find("Region", code).orElse(code)
                : code;
    }
}
