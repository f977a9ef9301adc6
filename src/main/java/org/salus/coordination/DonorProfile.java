package org.salus.coordination;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.salus.evidence.RecordedResults;
import org.salus.framework.Figure;
import org.salus.framework.ReformArea;

/**
 * What a donor does more than others, by what is published: several things beside one another, never one number, and never how well it does them.
 *
 * @param kind country, multilateral …
 * @param total its money for reform in the period, of activities it funds alone
 * @param joint activities of reform it funds together with others; their money is in no figure here
 * @param areas one for each area it has money or an activity in
 */
public record DonorProfile(String donor, String kind, BigDecimal total, List<String> joint, List<AreaProfile> areas) {
    public DonorProfile {
        joint = List.copyOf(joint);
        areas = List.copyOf(areas);
    }

    /**
     * A donor in an area.
     *
     * @param activities that support the area, also those it funds together with others
     * @param ownShare the area's share of all its money for reform
     * @param everybodysShare the area's share of the money of all donors for reform
     * @param advantage the one divided by the other: revealed comparative advantage; above 1 it gives a larger part of its money to the area than donors do
     *     together
     * @param advantageAmongLike the same beside donors of its kind alone
     * @param trend of the advantage
     * @param significant whether its relation with the area is significant by the rule of fragmentation
     * @param results what these activities publish of their results
     */
    public record AreaProfile(
            ReformArea area,
            List<String> activities,
            BigDecimal money,
            Figure<BigDecimal> ownShare,
            Figure<BigDecimal> everybodysShare,
            Figure<BigDecimal> advantage,
            Figure<BigDecimal> advantageAmongLike,
            Figure<Trend> trend,
            Presence presence,
            boolean significant,
            Results results) {
        public AreaProfile {
            activities = List.copyOf(activities);
        }
    }

    /**
     * Results recorded, also of activities it funds together with others. That none is published is no sign that there were none.
     *
     * @param activities that publish any
     * @param recorded how much they publish together
     */
    public record Results(List<String> activities, RecordedResults recorded) {
        public Results {
            activities = List.copyOf(activities);
        }
    }

    /** The advantage in the last years and in as many before them; both periods include their last year. */
    public record Trend(
            int earlierFrom, int earlierTo, BigDecimal earlier, int laterFrom, int laterTo, BigDecimal later) {}

    /**
     * The years in which it was there: with money, or with an activity that ran.
     *
     * @param years how many; years between the first and the last in which nothing is published do not count
     */
    public record Presence(Optional<Integer> first, Optional<Integer> last, int years) {}
}
