package org.salus.goals;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an objective takes in money.
 *
 * @param once to bring it about, in units of the currency; empty where nobody has said
 * @param everyYear to keep it up afterwards; empty where nobody has said
 * @param currency ISO 4217; nothing is converted or added without it
 */
public record Cost(Optional<BigDecimal> once, Optional<BigDecimal> everyYear, String currency) {
    /** Nobody has said. */
    public static final Cost UNKNOWN = new Cost(Optional.empty(), Optional.empty(), "");

    public boolean isKnown() {
        return once.isPresent() || everyYear.isPresent();
    }

    /** Whether it says less than nothing, which no cost is. */
    boolean isLessThanNothing() {
        return Stream.of(once, everyYear).flatMap(Optional::stream).anyMatch(amount -> amount.signum() < 0);
    }
}
