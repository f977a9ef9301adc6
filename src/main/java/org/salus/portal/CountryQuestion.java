package org.salus.portal;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.Countries;
import org.salus.evidence.Country;
import org.salus.evidence.Rates;
import org.salus.frame.web.Address;
import org.salus.framework.Failure;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.portfolio.Measure;
import org.salus.portfolio.Period;
import org.salus.portfolio.PivotMeasure;

/**
 * What is asked about a country, as the address says it.
 *
 * @param currency ISO 4217 code of all sums
 * @param measure empty where the address leaves it to the data
 * @param none whether the column of what is not reform is shown
 * @param unknown whether the column of what cannot be told is shown
 */
public record CountryQuestion(
        Country country,
        Period period,
        String currency,
        Optional<Measure> measure,
        boolean none,
        boolean unknown,
        Address here) {
    private static final String[] KEPT = {"from", "to", "currency", "measure", "none", "unknown"};

    /** The choices that stay from page to page of a country; every question about it may carry them. */
    public static List<String> kept() {
        return List.of(KEPT);
    }

    /**
     * The question of an address.
     *
     * @param named the country, by code or name
     * @throws Failure if there is no such country, or the address has a word that means nothing
     */
    public static CountryQuestion of(String named, Address here) {
        return of(named, here, Choices.measure(here));
    }

    /**
     * The question of an address that may name a measure of pivots, which other tables of the country do not have.
     *
     * @throws Failure if there is no such country, or the address has a word that means nothing
     */
    public static CountryQuestion ofPivot(String named, Address here) {
        return of(named, here, Choices.pivotMeasure(here).flatMap(PivotMeasure::ofRows));
    }

    private static CountryQuestion of(String named, Address here, Optional<Measure> measure) {
        Countries countries = Countries.shipped();
        Country country = countries
                .findByCode(named)
                .or(() -> countries.findByName(named))
                .orElseGet(() -> countries.get(named));
        @Nullable Integer from = Choices.year(here, "from").orElse(null);
        @Nullable Integer to = Choices.year(here, "to").orElse(null);
        if (from != null && to != null && from > to) {
            throw Failure.wrongUse(Sentence.of("portal.period", from, to));
        }
        NavigableSet<String> currencies = Rates.shipped().currencies();
        String currency = Choices.find(
                        here,
                        "currency",
                        word -> Optional.of(word.toUpperCase(Locale.ROOT)).filter(currencies::contains),
                        currencies)
                .orElse(Rates.DOLLAR);
        return new CountryQuestion(
                country,
                new Period(from, to),
                currency,
                measure,
                Choices.yes(here, "none").orElse(false),
                Choices.yes(here, "unknown").orElse(false),
                here);
    }

    /**
     * Refuses a question that carries a choice nobody knows: a slip of the pen must not get the answer to another question.
     *
     * @param more choices it may carry besides those of every question about a country
     * @throws Failure naming the choice, and those there are
     */
    public static void refuseOthers(Address here, Collection<String> more) {
        here.knowing(Stream.concat(kept().stream(), more.stream()).distinct().toList());
    }

    /** Whether a column is shown. */
    public boolean shows(ReformArea area) {
        return area.isSsr() || (area == ReformArea.NONE ? none : unknown);
    }

    /** The country's page with the same choices. */
    public Address page() {
        return kept("");
    }

    /** The list of the country's activities with the same choices. */
    public Address activities() {
        return part("activities");
    }

    /** A part of the country, such as {@code premise}, with the same choices. */
    public Address part(String name) {
        return kept("/" + name);
    }

    /** A measure that only pivots have stays with them. */
    private Address kept(String below) {
        return here.at("/countries/" + country.iso3() + below, KEPT)
                .with("measure", measure.map(Measure::word).orElse(null));
    }

    /** Rows behind a figure of that measure. */
    public Address rows(Measure of) {
        return here.at("/countries/" + country.iso3() + "/rows", "from", "to", "currency")
                .with("measure", of.word());
    }

    /** A table of this country as a page, with the same years and currency. */
    public Address table(String name) {
        return here.at("/countries/" + country.iso3() + "/tables/" + name, "from", "to", "currency");
    }

    /** The brief of the same years, currency and measure as a document. */
    public Address brief(String form) {
        return here.at("/countries/" + country.iso3() + "/brief." + form, "from", "to", "currency", "measure")
                .with("measure", measure.map(Measure::word).orElse(null));
    }

    /** A table of this country as a file, with the same choices. */
    public Address file(String table, String... more) {
        Address file = here.at("/countries/" + country.iso3() + "/" + table, KEPT);
        for (String name : more) {
            file = file.with(name, here.choice(name).orElse(null));
        }
        return file;
    }
}
