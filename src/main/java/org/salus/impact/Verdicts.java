package org.salus.impact;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salus.impact.ImpactAnswer.Verdict;

/** When a figure may be called an effect. The order of the reasons is their weight: first whether the data allow an answer, then chance, then whether an effect holds against pretended ones. */
final class Verdicts {
    private Verdicts() {}

    /** The smallest share that so many pretended treatments can give. */
    static double smallest(int placebos) {
        return 1.0 / (placebos + 1);
    }

    private static double probability(Differences.@Nullable Test test) {
        return test == null ? 1 : test.probability();
    }

    /** Whatever chance says, what is no more than rounding is nothing that could be told. */
    private static Verdict unlessRounded(double effect, double rounding, Verdict told) {
        return Math.abs(effect) <= rounding
                ? Impact.verdict(VerdictKind.NO_EFFECT_TOLD, "impact.verdict.rounding")
                : told;
    }

    private static boolean isMatched(double effect, List<Double> dates) {
        return dates.stream().anyMatch(each -> Math.abs(each) >= Math.abs(effect));
    }

    static Verdict ofSynthetic(
            double effect,
            double missedBefore,
            double p,
            int placebos,
            List<Double> dates,
            List<Double> without,
            double rounding) {
        if (smallest(placebos) > Impact.LEVEL) {
            return Impact.verdict(
                    VerdictKind.CANNOT_BE_TOLD, "impact.verdict.few-donors", placebos, smallest(placebos), p);
        }
        if (missedBefore >= Math.abs(effect)) {
            return Impact.verdict(VerdictKind.CANNOT_BE_TOLD, "impact.verdict.bad-fit", missedBefore);
        }
        if (p > Impact.LEVEL) {
            return Impact.verdict(VerdictKind.NO_EFFECT_TOLD, "impact.verdict.none", p);
        }
        if (isMatched(effect, dates)) {
            return Impact.verdict(VerdictKind.CANNOT_BE_TOLD, "impact.verdict.dates");
        }
        if (without.stream().anyMatch(each -> each * effect <= 0)) {
            return Impact.verdict(VerdictKind.CANNOT_BE_TOLD, "impact.verdict.one-donor");
        }
        return unlessRounded(
                effect, rounding, Impact.verdict(VerdictKind.EFFECT_TOLD, "impact.verdict.told", effect, p));
    }

    static Verdict ofSyntheticDifferences(
            Differences.Effect effect, @Nullable Double p, int placebos, List<Double> dates, double rounding) {
        if (Double.isNaN(effect.error()) || p == null) {
            return Impact.verdict(VerdictKind.CANNOT_BE_TOLD, "impact.verdict.no-error");
        }
        if (smallest(placebos) > Impact.LEVEL) {
            return Impact.verdict(
                    VerdictKind.CANNOT_BE_TOLD, "impact.verdict.few-donors", placebos, smallest(placebos), p);
        }
        // The interval and the count of placebos have to agree before anything is told.
        double larger = Math.max(p, effect.probability());
        if (larger > Impact.LEVEL) {
            return Impact.verdict(VerdictKind.NO_EFFECT_TOLD, "impact.verdict.none", larger);
        }
        return isMatched(effect.value(), dates)
                ? Impact.verdict(VerdictKind.CANNOT_BE_TOLD, "impact.verdict.dates")
                : unlessRounded(
                        effect.value(),
                        rounding,
                        Impact.verdict(VerdictKind.EFFECT_TOLD, "impact.verdict.told", effect.value(), larger));
    }

    /**
     * Of differences in differences.
     *
     * @param p how often so much comes without cause; null where it cannot be told
     * @param trend whether they ran apart before; null where it cannot be told
     * @param rounding what figures of this size are rounded by
     */
    static Verdict ofDifferences(
            double effect,
            @Nullable Double p,
            int placebos,
            boolean isByPermutation,
            Differences.@Nullable Test trend,
            Differences.@Nullable Test joint,
            List<Double> dates,
            double rounding) {
        if (p == null) {
            return Impact.verdict(VerdictKind.CANNOT_BE_TOLD, "impact.verdict.no-error");
        }
        if (isByPermutation && smallest(placebos) > Impact.LEVEL) {
            return Impact.verdict(
                    VerdictKind.CANNOT_BE_TOLD, "impact.verdict.few-donors", placebos, smallest(placebos), p);
        }
        if (trend == null && joint == null) {
            return Impact.verdict(VerdictKind.CANNOT_BE_TOLD, "impact.verdict.no-trend");
        }
        double apart = Math.min(probability(trend), probability(joint));
        if (apart < Impact.LEVEL) {
            return Impact.verdict(VerdictKind.CANNOT_BE_TOLD, "impact.verdict.apart", apart);
        }
        if (p > Impact.LEVEL) {
            return Impact.verdict(VerdictKind.NO_EFFECT_TOLD, "impact.verdict.none", p);
        }
        return isMatched(effect, dates)
                ? Impact.verdict(VerdictKind.CANNOT_BE_TOLD, "impact.verdict.dates")
                : unlessRounded(
                        effect, rounding, Impact.verdict(VerdictKind.EFFECT_TOLD, "impact.verdict.told", effect, p));
    }

    /**
     * Of an interrupted series.
     *
     * @param least times that are needed on either side
     * @param flagged how many pretended dates would have passed for a break
     * @param rounding what figures of this size are rounded by; 0 for ratios
     */
    static Verdict ofSeries(
            InterruptedSeries.Fit fit,
            int before,
            int after,
            int least,
            int flagged,
            int dates,
            double shown,
            double rounding) {
        if (before < least || after < least) {
            return Impact.verdict(VerdictKind.CANNOT_BE_TOLD, "impact.verdict.short", before, after, least);
        }
        if (!(fit.effect().error() > 0)) {
            return Impact.verdict(VerdictKind.CANNOT_BE_TOLD, "impact.verdict.no-error");
        }
        if (dates > 0 && flagged > Math.max(1, dates / 5)) {
            return Impact.verdict(VerdictKind.CANNOT_BE_TOLD, "impact.verdict.many-breaks", flagged, dates);
        }
        double p = fit.effect().probability();
        return p > Impact.LEVEL
                ? Impact.verdict(VerdictKind.NO_EFFECT_TOLD, "impact.verdict.none", p)
                : unlessRounded(
                        shown,
                        rounding,
                        Impact.verdict(VerdictKind.EFFECT_TOLD, "impact.verdict.told-alone", shown, p));
    }
}
