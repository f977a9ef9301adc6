package org.salus.sector;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How much support is, as far as is known: an amount, a range, or nothing at all. Never a silent zero.
 *
 * @param least at least so much
 * @param most at most so much; the same as {@code least} where the amount is known
 * @param currency ISO 4217; empty where nobody told, and then nothing is converted or added
 */
public record SupportAmount(Optional<BigDecimal> least, Optional<BigDecimal> most, String currency) {
    /** Nobody told. */
    public static final SupportAmount UNKNOWN = new SupportAmount(Optional.empty(), Optional.empty(), "");

    /** Exactly so much. */
    public static SupportAmount of(BigDecimal amount, String currency) {
        return new SupportAmount(Optional.of(amount), Optional.of(amount), currency);
    }

    public boolean isKnown() {
        return least.isPresent() || most.isPresent();
    }

    /** The amount, if it is one and no range. */
    public Optional<BigDecimal> exact() {
        return least.filter(
                amount -> most.filter(other -> other.compareTo(amount) == 0).isPresent());
    }
}
