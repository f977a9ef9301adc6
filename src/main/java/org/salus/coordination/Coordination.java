package org.salus.coordination;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.salus.evidence.Country;
import org.salus.evidence.DataDay;
import org.salus.framework.Sentence;
import org.salus.portfolio.Measure;
import org.salus.portfolio.Period;

/**
 * Who does what in a country and where that overlaps, falls or ends. Command line and API show this one record.
 *
 * @param edition of the thresholds
 * @param sorting edition of the rules that sort activities into areas
 * @param measure what money counts
 * @param asOf the day the data are of; "ends soon" counts from it
 * @param caution what is said with every answer about support
 * @param setAside what of the money for reform in the period is told again further down a chain, or in another report; every figure here counts it as published
 * @param concentrations all areas together first, then area by area, each by year
 */
public record Coordination(
        String snapshot,
        String edition,
        String sorting,
        Country country,
        Period period,
        String currency,
        Measure measure,
        Optional<DataDay> asOf,
        Sentence caution,
        BigDecimal setAside,
        Findings findings,
        List<Concentration> concentrations,
        Balance balance,
        Levels levels,
        Predictability predictability,
        List<PartnershipIndicator> partnership,
        List<Localisation> localisations) {
    public Coordination {
        concentrations = List.copyOf(concentrations);
        partnership = List.copyOf(partnership);
        localisations = List.copyOf(localisations);
    }
}
