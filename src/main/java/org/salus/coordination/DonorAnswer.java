package org.salus.coordination;

import org.salus.evidence.Country;
import org.salus.framework.Sentence;
import org.salus.portfolio.Measure;
import org.salus.portfolio.Period;

/**
 * A donor's profile with what it was computed from.
 *
 * @param caution what is said with every answer about support
 * @param meaning what the profile is not
 */
public record DonorAnswer(
        String snapshot,
        String edition,
        String sorting,
        Country country,
        Period period,
        String currency,
        Measure measure,
        Sentence caution,
        Sentence meaning,
        DonorProfile profile) {}
