package org.salus.portfolio;

import java.util.List;
import org.salus.evidence.Activity;

/**
 * An activity of a country with its reform area and what it counts for.
 *
 * @param donor see {@link DonorSupport}
 * @param donors names as published
 * @param amounts in the period, for this country
 */
public record SortedActivity(Activity activity, Sorting sorting, String donor, List<String> donors, Amounts amounts) {
    public SortedActivity {
        donors = List.copyOf(donors);
    }
}
