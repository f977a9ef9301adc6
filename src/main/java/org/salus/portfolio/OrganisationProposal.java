package org.salus.portfolio;

import java.math.BigDecimal;
import java.util.List;
import org.salus.framework.Sentence;

/**
 * Two organisations that may be one. It joins nothing until somebody says so.
 *
 * @param first key of the one that is named in more activities
 * @param second key of the other
 * @param score from 0 to 1: an order in which to look, no probability
 */
public record OrganisationProposal(
        String first, String second, String firstName, String secondName, BigDecimal score, List<Sentence> reasons) {
    public OrganisationProposal {
        reasons = List.copyOf(reasons);
    }
}
