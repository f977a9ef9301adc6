package org.salus.goals;

import java.math.BigDecimal;
import java.util.Optional;
import org.salus.framework.PartialDate;

/**
 * What an indicator was, or is to be, at a time.
 *
 * @param value in the unit of the indicator; empty for a judgement in words
 * @param words the judgement; or how the value is to be read
 * @param on when; a target without a date is none
 */
public record Reading(Optional<BigDecimal> value, String words, Optional<PartialDate> on) {
    /** Nobody has said. */
    public static final Reading NONE = new Reading(Optional.empty(), "", Optional.empty());

    /** Whether it says how things are or are to be. */
    public boolean isSaid() {
        return value.isPresent() || !words.isBlank();
    }
}
