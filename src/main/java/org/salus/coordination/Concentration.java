package org.salus.coordination;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.salus.framework.Figure;
import org.salus.framework.ReformArea;

/**
 * How an area's money is spread over donors. Neither many donors nor one is good or bad by itself.
 *
 * @param area empty for all areas of reform together
 * @param year empty for all years of the period together, with what states no year
 * @param total money of everybody, also of several donors together and of nobody named
 * @param attributed the part of it that is of one named donor each and more than nothing; shares are shares of this
 * @param donors each with its share, by name
 * @param herfindahl sum of the squares of shares, from 1 ÷ number of donors to 1
 * @param effectiveDonors one divided by it: so many donors of equal size would give the same
 */
public record Concentration(
        Optional<ReformArea> area,
        Optional<Integer> year,
        BigDecimal total,
        BigDecimal attributed,
        List<DonorShare> donors,
        Figure<BigDecimal> herfindahl,
        Figure<BigDecimal> effectiveDonors,
        Figure<Fragmentation> fragmentation) {
    public Concentration {
        donors = List.copyOf(donors);
    }

    /**
     * A donor's part.
     *
     * @param ofAll its share of all areas of reform in the same years
     * @param aboveItsShareOfAll whether its share here is at least that
     * @param amongLargest whether it is among the largest that together give most of the money
     */
    public record DonorShare(
            String donor,
            BigDecimal money,
            BigDecimal share,
            BigDecimal ofAll,
            boolean aboveItsShareOfAll,
            boolean amongLargest) {
        /** Whether its relation with the area is significant: one of the two tests is enough. */
        boolean significant() {
            return aboveItsShareOfAll || amongLargest;
        }
    }

    /**
     * Relations of donors with an area.
     *
     * @param ratio those that are not significant divided by all
     */
    public record Fragmentation(int relations, int significant, BigDecimal ratio) {}
}
