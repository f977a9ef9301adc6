package org.salus.evidence;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A sector code of an activity or a transaction.
 *
 * @param vocabulary IATI 2 code of the vocabulary: 1 = DAC five digits, 2 = DAC three digits, 99/98 = the publisher's own
 * @param percentage share of the activity, 0–100, as stated; null if not stated
 */
public record SectorCode(
        String vocabulary,
        String code,
        @Nullable BigDecimal percentage,
        @Nullable String name) {
    /** Whether this is a code of the OECD-DAC lists, with five or three digits. */
    public boolean isDac() {
        return vocabulary.equals("1") || vocabulary.equals("2");
    }

    /** Whether this is a DAC code of category 152: conflict, peace and security. */
    public boolean isPeaceAndSecurity() {
        return isDac() && code.startsWith("152");
    }
}
