package org.salus.impact;

import java.util.ArrayList;
import java.util.List;
import org.salus.framework.Sentence;

/** Leads from what is known about a case to the methods it allows, before anybody has looked at figures; and says when none can answer. */
public final class MethodGuide {
    private static final int SERIES_BEFORE = 8;
    private static final int SERIES_AFTER = 4;
    private static final int DONORS = 19;
    private static final int TIMES_TO_MATCH = 8;
    private static final int CLUSTERS = 5;

    private MethodGuide() {}

    /**
     * A case.
     *
     * @param treated how many units something was done to
     * @param controls how many comparable units it was not done to
     * @param before for how many times before there are figures
     * @param after for how many times after
     * @param areCounts whether figures are counts of events
     * @param beginsAtOnce whether it began everywhere at the same time
     * @param somethingElse whether something else that moves the outcome changed at the same time in the treated units alone
     * @param reachesControls whether the others were touched by it, too
     */
    public record Situation(
            int treated,
            int controls,
            int before,
            int after,
            boolean areCounts,
            boolean beginsAtOnce,
            boolean somethingElse,
            boolean reachesControls) {
        /**
         * Checks that nothing is negative.
         *
         * @throws org.salus.framework.Failure (wrong use) otherwise
         */
        public Situation {
            if (treated < 1 || controls < 0 || before < 0 || after < 0) {
                throw org.salus.framework.Failure.wrongUse(Sentence.of("impact.guide.negative"));
            }
        }
    }

    /**
     * A method beside the case.
     *
     * @param method its, did, synth or sdid
     * @param isAllowed whether the data allow an answer
     * @param why the reason
     */
    public record Advice(String method, boolean isAllowed, Sentence why) {}

    /**
     * All methods, and what to do.
     *
     * @param question that has to be answered whatever the method
     * @param says in a sentence which methods are allowed, or why none is
     * @param methods from the one that asks most of the data to the one that asks least
     * @param otherWays what can be done without such a method
     */
    public record Guidance(Sentence question, Sentence says, List<Advice> methods, List<Sentence> otherWays) {}

    /** What the case allows. */
    public static Guidance of(Situation situation) {
        List<Advice> methods = List.of(
                advice("synth", situation, synthetic(situation)),
                advice("sdid", situation, syntheticDifferences(situation)),
                advice("did", situation, differences(situation)),
                advice("its", situation, series(situation)));
        List<String> allowed =
                methods.stream().filter(Advice::isAllowed).map(Advice::method).toList();
        List<Sentence> otherWays = new ArrayList<>();
        if (allowed.isEmpty()) {
            otherWays.add(Sentence.of("impact.guide.other.contribution"));
            otherWays.add(Sentence.of("impact.guide.other.tracing"));
            otherWays.add(Sentence.of("impact.guide.other.record"));
        }
        return new Guidance(
                Sentence.of("impact.guide.question"),
                allowed.isEmpty()
                        ? Sentence.of("impact.guide.none")
                        : Sentence.of("impact.guide.some", allowed.size(), String.join(", ", allowed)),
                methods,
                otherWays);
    }

    /** What stands against every method comes before what stands against one. */
    private static Advice advice(String method, Situation situation, String reason) {
        if (situation.somethingElse()) {
            return new Advice(method, false, Sentence.of("impact.guide.why.something-else"));
        }
        if (situation.reachesControls() && !method.equals("its")) {
            return new Advice(method, false, Sentence.of("impact.guide.why.reaches-controls"));
        }
        boolean isAllowed = reason.startsWith("yes");
        return new Advice(
                method,
                isAllowed,
                Sentence.of(
                        "impact.guide.why." + method + "." + reason,
                        situation.treated(),
                        situation.controls(),
                        situation.before(),
                        situation.after()));
    }

    private static String synthetic(Situation situation) {
        if (situation.treated() > 1) {
            return "several";
        }
        if (situation.controls() < DONORS) {
            return "donors";
        }
        return situation.before() < TIMES_TO_MATCH || situation.after() < 1 ? "short" : "yes";
    }

    private static String syntheticDifferences(Situation situation) {
        if (!situation.beginsAtOnce()) {
            return "staggered";
        }
        if (situation.controls() < DONORS) {
            return "donors";
        }
        return situation.before() < 4 || situation.after() < 1 ? "short" : "yes";
    }

    private static String differences(Situation situation) {
        if (situation.controls() == 0) {
            return "alone";
        }
        if (situation.before() < 3 || situation.after() < 1) {
            return "short";
        }
        boolean isClustered = situation.treated() >= CLUSTERS && situation.controls() >= CLUSTERS;
        boolean isPermuted = situation.beginsAtOnce() && situation.controls() >= DONORS;
        if (!isClustered && !isPermuted) {
            return "few";
        }
        return situation.beginsAtOnce() ? "yes" : "yes-staggered";
    }

    private static String series(Situation situation) {
        if (situation.before() < SERIES_BEFORE || situation.after() < SERIES_AFTER) {
            return "short";
        }
        return situation.areCounts() ? "yes-counts" : "yes";
    }
}
