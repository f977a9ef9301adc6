package org.salus.coordination;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.salus.evidence.Country;
import org.salus.framework.Sentence;

/**
 * Support by the level of those who pay, what of it reaches beyond the country, and what neighbours receive.
 *
 * @param parts levels that have money, in their order; together all money for reform
 * @param beyond of all that money, what comes from activities that name other countries or a region as well
 * @param neighbours with a common land border, of which activities are loaded
 * @param notComputed what the data do not allow, with the reason
 */
public record Levels(List<Part> parts, Beyond beyond, List<Neighbour> neighbours, List<Sentence> notComputed) {
    public Levels {
        parts = List.copyOf(parts);
        neighbours = List.copyOf(neighbours);
        notComputed = List.copyOf(notComputed);
    }

    /**
     * What comes from a level.
     *
     * @param donors by name, those that give alone; none where several give together
     * @param activities identifiers
     */
    public record Part(SupportLevel level, BigDecimal money, int rows, List<String> donors, List<String> activities) {
        public Part {
            donors = List.copyOf(donors);
            activities = List.copyOf(activities);
        }
    }

    /** Activities for reform that name other countries or a region as well, with this country's share of their money. */
    public record Beyond(BigDecimal money, int rows, List<String> activities) {
        public Beyond {
            activities = List.copyOf(activities);
        }
    }

    /**
     * Support for reform in a neighbour country, in the same measure, currency and years.
     *
     * @param across non-state armed actors that are active on both sides of the border, by the data on events of all years: the same conflict system;
     *     empty where events of either country are not loaded, a list without actors where they name none
     * @param here donors that support reform in both countries
     * @param both identifiers of activities that name both countries
     */
    public record Neighbour(
            Country country,
            Optional<List<String>> across,
            BigDecimal money,
            int rows,
            int activities,
            List<String> here,
            List<String> both) {
        public Neighbour {
            across = across.map(List::copyOf);
            here = List.copyOf(here);
            both = List.copyOf(both);
        }
    }
}
