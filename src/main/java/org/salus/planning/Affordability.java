package org.salus.planning;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.salus.framework.Figure;
import org.salus.framework.Sentence;

/**
 * Whether what steps cost after hand-over can be paid, under one scenario. All amounts are at the prices of the first year, in the currency of the outlook.
 *
 * @param id of the outlook
 * @param scenario what the scenario is called
 * @param years the years of the outlook
 * @param gap the first year in which there is more to pay than room for it; empty if there is none
 * @param cliff the greatest rise from one year to the next of what the state has to pay; empty if it never rises
 * @param sensitivities how the first gap moves with one figure
 * @param relief the steps that are to be paid otherwise for the worst gap to close, as few as there can be; each a title
 * @param missing what has not been said, step by step
 * @param assumed what counts as none because nobody has said
 * @param says it in words, the finding first
 */
public record Affordability(
        String id,
        String scenario,
        String currency,
        int priceYear,
        int until,
        List<Year> years,
        Optional<Gap> gap,
        Optional<Cliff> cliff,
        List<Sensitivity> sensitivities,
        List<String> relief,
        List<Lack> missing,
        List<Sentence> assumed,
        List<Sentence> says) {
    public Affordability {
        years = List.copyOf(years);
        sensitivities = List.copyOf(sensitivities);
        relief = List.copyOf(relief);
        missing = List.copyOf(missing);
        assumed = List.copyOf(assumed);
        says = List.copyOf(says);
    }

    /**
     * One year.
     *
     * @param once what bringing steps about takes, whoever pays
     * @param donors what donors pay to keep up what is reached and not handed over
     * @param state what is to be paid after hand-over
     * @param unnamed how much of that nobody is named for
     * @param room what is free in the budget
     * @param left room less what is to be paid after hand-over; below 0 is a gap
     * @param perCitizen what is to be paid after hand-over, by head
     * @param nominal what is to be paid after hand-over, at the prices of that year
     */
    public record Year(
            int year,
            Figure<BigDecimal> once,
            Figure<BigDecimal> donors,
            Figure<BigDecimal> state,
            BigDecimal unnamed,
            BigDecimal room,
            Figure<BigDecimal> left,
            Figure<BigDecimal> perCitizen,
            Figure<BigDecimal> nominal) {}

    /**
     * More to pay than there is.
     *
     * @param first the first year of it
     * @param worst the year in which most is missing
     * @param amount what is missing then
     * @param years in how many years something is missing
     */
    public record Gap(int first, int worst, BigDecimal amount, int years) {}

    /** A rise: what the state pays the year before, and in this year. */
    public record Cliff(int year, BigDecimal before, BigDecimal after) {}

    /** The same reckoned with one figure changed; the gap is empty if there is none then. */
    public record Sensitivity(Sentence change, Optional<Gap> gap) {}

    /** What has not been said of one step. */
    public record Lack(String id, String title, Missing what) {}
}
