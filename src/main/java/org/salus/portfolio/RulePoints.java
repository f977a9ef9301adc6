package org.salus.portfolio;

import java.util.List;
import java.util.Map;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;

/**
 * What the rules say of an activity before anything is decided.
 *
 * @param all points per area of codes and texts, what most activities are among them
 * @param text points per area of texts alone
 * @param sectors the sectors whose codes are known
 * @param evidence what the points come from
 * @param isCut whether a part of the texts was left unread
 * @param saysTooLittle whether no words speak, nor, unless {@code hasClearCode} answers for the other parts, a code against reform
 * @param hasClearCode whether a full code of the DAC speaks more for an area of reform than most activities speak against one, or the code of each part that percentages make would answer alone
 * @param isByOwnNames whether the points of texts come from the names of the publisher's own sectors, since nothing else speaks
 */
record RulePoints(
        Map<ReformArea, Double> all,
        Map<ReformArea, Double> text,
        List<CodeBook.Reading> sectors,
        List<Evidence> evidence,
        boolean isCut,
        boolean saysTooLittle,
        boolean hasClearCode,
        boolean isByOwnNames) {
    /** One piece of evidence that speaks for an area: a phrase, a code, or words a model has learned. */
    record Evidence(ReformArea area, double points, Sentence reason) {}

    /** How sure an answer is, by the points of every area. */
    @FunctionalInterface
    interface Certainty {
        double of(ReformArea answer, Map<ReformArea, Double> points);
    }

    /** The area with most points; {@code none} of equals. */
    ReformArea best() {
        return RuleSorter.best(all);
    }
}
