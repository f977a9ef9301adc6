package org.salus.coordination;

import java.util.List;
import java.util.Optional;
import org.salus.frame.web.Address;
import org.salus.framework.Failure;
import org.salus.ledger.Charter;

/**
 * What is asked of who helps which institution.
 *
 * @param question country, years, currency, measure and area
 * @param donor only rows of this one, as the map of support names it; empty for all
 * @param institution only rows of this one, by its key; empty for all
 */
public record InstitutionQuestion(CoordinationQuestion question, Optional<String> donor, Optional<String> institution) {
    /** What an address may say about the table. */
    public static final List<String> CHOICES = List.of("country", "from", "to", "currency", "measure", "area");

    /** What programs may say: with a donor or an institution they are told the rows behind. */
    public static final List<String> OF_PROGRAMS =
            List.of("country", "from", "to", "currency", "measure", "area", "donor", "institution");

    /** What an address may say about rows behind it, of which pages show a part. */
    public static final List<String> OF_ROWS =
            List.of("country", "from", "to", "currency", "measure", "area", "donor", "institution", "page");

    /**
     * The question of an address in a workspace.
     *
     * @param known what it may say
     * @throws Failure if the workspace is about no such country, or a word means nothing
     */
    public static InstitutionQuestion of(Address here, Charter charter, List<String> known) {
        here.knowing(known);
        return new InstitutionQuestion(
                CoordinationQuestion.of(
                        CoordinationQuestion.country(here, charter).iso3(), here),
                here.choice("donor"),
                here.choice("institution"));
    }
}
