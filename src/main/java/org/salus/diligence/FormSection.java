package org.salus.diligence;

import java.util.List;

/**
 * A section of the form of a regime.
 *
 * @param shows what of the case, in this order
 */
record FormSection(String title, List<FormPart> shows) {
    FormSection {
        shows = List.copyOf(shows);
    }
}
