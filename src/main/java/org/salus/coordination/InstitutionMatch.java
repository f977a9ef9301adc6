package org.salus.coordination;

import org.salus.framework.Sentence;
import org.salus.ledger.ItemId;

/**
 * That an activity supports an institution of the sector map, as far as one reason goes.
 *
 * @param detail the reason somebody gave, the name of the organisation, or the words of the title
 */
record InstitutionMatch(ItemId institution, InstitutionBasis basis, String detail) {
    /** In words. */
    Sentence says() {
        return Sentence.of("coordination.institution.because." + basis.code(), detail);
    }
}
