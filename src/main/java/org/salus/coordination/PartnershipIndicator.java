package org.salus.coordination;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.salus.framework.Figure;
import org.salus.framework.Sentence;

/**
 * An indicator of the Global Partnership for Effective Development Co-operation, as far as published activities allow. Never the official figure, which governments
 * and their partners report together.
 *
 * @param code its number there
 * @param value from 0 to 1; unknown, with the reason, where published activities do not tell
 * @param year the year it is of; empty where it is of the years asked for, or of none
 * @param activities identifiers of those it was computed from
 */
public record PartnershipIndicator(
        String code, Figure<BigDecimal> value, Optional<Integer> year, List<String> activities) {
    public PartnershipIndicator {
        activities = List.copyOf(activities);
    }

    /** What it is called. */
    public Sentence name() {
        return Sentence.of("coordination.partnership." + code + ".name");
    }

    /** What it measures where it was agreed, in our words. */
    public Sentence definition() {
        return Sentence.of("coordination.partnership." + code + ".definition");
    }

    /** What is computed here instead. */
    public Sentence here() {
        return Sentence.of("coordination.partnership." + code + ".here");
    }
}
