package org.salus.appraisal;

import java.util.Optional;
import org.salus.context.Premise;
import org.salus.framework.PremiseReading;
import org.salus.framework.Reach;
import org.salus.framework.Sentence;

/**
 * What open data say about one country of a workspace.
 *
 * @param code ISO 3166-1 alpha-3, or that of an invented country
 * @param reading of the premise
 * @param headline the reading in a sentence
 * @param support empty where no activity in it is loaded
 * @param page where it is shown, from the root of the server
 */
public record CountryFacts(
        String code,
        PremiseReading reading,
        Sentence headline,
        Reach reach,
        Optional<SupportFacts> support,
        String page) {
    /** A country that open data cannot speak of, as an invented one: there is what is loaded to look at. */
    static CountryFacts unknown(String code) {
        return new CountryFacts(
                code,
                PremiseReading.NOT_ENOUGH_INFORMATION,
                Sentence.of("appraisal.missing.country", code),
                Reach.NOT_ENOUGH_INFORMATION,
                Optional.empty(),
                "/data");
    }

    static CountryFacts of(Premise premise, Optional<SupportFacts> support) {
        return new CountryFacts(
                premise.country().iso3(),
                premise.reading(),
                premise.headline(),
                premise.regional().reach(),
                support,
                "/countries/" + premise.country().iso3() + "/premise");
    }

    /** Whether non-state armed actors are recorded in it. */
    boolean isContested() {
        return reading == PremiseReading.RECORDED || reading == PremiseReading.WIDESPREAD;
    }

    /** The country as something that was looked at. */
    Looked looked(boolean fits) {
        return new Looked.Page(headline, page, fits);
    }
}
