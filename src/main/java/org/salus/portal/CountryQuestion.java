package org.salus.portal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.Countries;
import org.salus.evidence.Country;
import org.salus.frame.Failure;
import org.salus.frame.web.Address;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.portfolio.Measure;
import org.salus.portfolio.Period;

/**
 * What is asked about a country, as the address says it.
 *
 * @param measure empty where the address leaves it to the data
 * @param none whether the column of what is not reform is shown
 * @param unknown whether the column of what cannot be told is shown
 */
public record CountryQuestion(
        Country country, Period period, Optional<Measure> measure, boolean none, boolean unknown, Address here) {
    private static final String[] KEPT = {"from", "to", "measure", "none", "unknown"};

    /** The choices that stay from page to page of a country. */
    public static List<String> kept() {
        return List.of(KEPT);
    }

    /**
     * The question of an address.
     *
     * @throws Failure if it has a word that means nothing
     */
    public static CountryQuestion of(String code, Address here) {
        Country country = Countries.shipped().get(code);
        Integer from = year(here, "from");
        Integer to = year(here, "to");
        if (from != null && to != null && from > to) {
            throw Failure.wrongUse(Sentence.of("portal.period", from, to));
        }
        Optional<Measure> measure = here.choice("measure")
                .map(word -> Measure.find(word)
                        .orElseThrow(() -> Failure.wrongUse(Sentence.of("portal.export.no-measure", word))));
        return new CountryQuestion(
                country,
                new Period(from, to),
                measure,
                here.choice("none").isPresent(),
                here.choice("unknown").isPresent(),
                here);
    }

    private static @Nullable Integer year(Address here, String name) {
        return here.choice(name)
                .map(text -> {
                    if (!text.matches("\\d{4}")) {
                        throw Failure.wrongUse(Sentence.of("frame.problem.value", name, text));
                    }
                    return Integer.valueOf(text);
                })
                .orElse(null);
    }

    /** Whether a column is shown. */
    public boolean shows(ReformArea area) {
        return area.isSsr() || (area == ReformArea.NONE ? none : unknown);
    }

    /** The country's page with the same choices. */
    public Address page() {
        return here.at("/countries/" + country.iso3(), KEPT);
    }

    /** The list of the country's activities with the same choices. */
    public Address activities() {
        return here.at("/countries/" + country.iso3() + "/activities", KEPT);
    }

    /** Rows behind a figure of that measure. */
    public Address rows(Measure of) {
        return here.at("/countries/" + country.iso3() + "/rows", "from", "to").with("measure", of.word());
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
