package org.salus.portfolio;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * An organisation as the references and names of activities tell of it.
 *
 * @param key its lasting name: a reference, else a name as compared with the country it holds for. {@link Organisations#find} finds it under its other
 *     references and names, too
 * @param name the one to show
 * @param references as written, most frequent first
 * @param written every way it is written, most frequent first
 * @param types codes of IATI's list of organisation types that files state, with how often
 * @param parts where it is named, with how often
 * @param roles what it is in these activities; {@link OrganisationRole#UNKNOWN} alone where nothing says so
 * @param donor the donor it stands for in the table of donors, such as the country of a ministry
 * @param joinings why its ways of writing are one; none where there is only one
 * @param activities identifiers of those that name it
 */
public record Organisation(
        String key,
        String name,
        List<String> references,
        List<Written> written,
        Map<String, Integer> types,
        Map<OrganisationPart, Integer> parts,
        Set<OrganisationRole> roles,
        Optional<String> donor,
        List<Joining> joinings,
        SortedSet<String> activities) {
    public Organisation {
        references = List.copyOf(references);
        written = List.copyOf(written);
        joinings = List.copyOf(joinings);
    }

    /**
     * A way to write it.
     *
     * @param key its own, for whoever wants to take it away from the organisation
     * @param reference as written most often; empty if none
     * @param names the spellings with how often, most frequent first; empty if none
     * @param isContradictory whether its name does not go with its reference
     */
    public record Written(
            String key,
            String reference,
            Map<String, Integer> names,
            Map<OrganisationPart, Integer> parts,
            boolean isContradictory,
            SortedSet<String> activities) {
        /** The name written most often, else the reference. */
        public String label() {
            return names.isEmpty() ? reference : names.keySet().iterator().next();
        }

        /** How often it is written so. */
        public int times() {
            return parts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * A joining.
     *
     * @param first what it is joined to, as written
     * @param second what is joined
     * @param detail the reference, name, acronym, source or reason that joins them
     */
    public record Joining(String first, String second, Joined why, String detail) {}

    /** Whether somebody's word made it what it is. */
    public boolean isJudged() {
        return joinings.stream().anyMatch(joining -> joining.why() == Joined.JUDGED);
    }

    /** Whether its name and its reference do not go together, so that neither joins it to others. */
    public boolean isContradictory() {
        return written.stream().allMatch(Written::isContradictory);
    }

    /** How often it is named. */
    public int times() {
        return parts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
