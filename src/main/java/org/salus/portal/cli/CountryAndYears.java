package org.salus.portal.cli;

import org.jspecify.annotations.Nullable;
import org.salus.evidence.Countries;
import org.salus.evidence.Country;
import org.salus.frame.Failure;
import org.salus.framework.Sentence;
import org.salus.portfolio.Period;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The country and the years a command is asked about. For use as a mixin. */
public final class CountryAndYears {
    @Parameters(index = "0", paramLabel = "COUNTRY", descriptionKey = "country")
    private String country = "";

    @Option(names = "--from", paramLabel = "YEAR", descriptionKey = "from")
    private @Nullable Integer from;

    @Option(names = "--to", paramLabel = "YEAR", descriptionKey = "to")
    private @Nullable Integer to;

    /**
     * The country, by code or name.
     *
     * @throws Failure if there is no such country
     */
    Country country() {
        Countries countries = Countries.shipped();
        return countries
                .findByCode(country)
                .or(() -> countries.findByName(country))
                .orElseGet(() -> countries.get(country));
    }

    /**
     * The years.
     *
     * @throws Failure (wrong use) if they end before they begin
     */
    Period period() {
        if (from != null && to != null && from > to) {
            throw Failure.wrongUse(Sentence.of("portal.period", from, to));
        }
        return new Period(from, to);
    }
}
