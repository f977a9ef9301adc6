package org.salus.portfolio;

import java.math.BigDecimal;
import java.util.List;
import org.salus.framework.Sentence;

/**
 * Two activities that may be one, reported twice. It joins and counts nothing until somebody says so.
 *
 * @param first identifier of the one
 * @param second identifier of the other, behind the first in the order of identifiers
 * @param score from 0 to 1: an order in which to look, no probability
 * @param reasons what they have in common, and what differs
 */
public record ActivityProposal(
        String first, String second, String firstTitle, String secondTitle, BigDecimal score, List<Sentence> reasons) {
    public ActivityProposal {
        reasons = List.copyOf(reasons);
    }
}
