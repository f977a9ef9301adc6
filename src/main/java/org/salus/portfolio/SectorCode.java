package org.salus.portfolio;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A sector as the publisher reported it.
 *
 * @param vocabulary code of IATI's list of sector vocabularies: {@code 1} DAC five digits, {@code 2} DAC three digits, {@code 99} the publisher's own …;
 *     also {@code DAC} and {@code DAC-3} of version 1; empty where not said
 * @param code as written
 * @param percentage of the activity, 0–100; null where not said
 * @param name the publisher's name of the sector, read only where the code is not one of the DAC's; empty where there is none
 */
public record SectorCode(
        String vocabulary, String code, @Nullable BigDecimal percentage, String name) {
    public SectorCode {
        vocabulary = vocabulary.strip();
        code = code.strip();
    }

    /** A code of the DAC's lists, with five or three digits. */
    public static SectorCode dac(String code) {
        return new SectorCode(code.strip().length() == 3 ? "2" : "1", code, null, "");
    }
}
