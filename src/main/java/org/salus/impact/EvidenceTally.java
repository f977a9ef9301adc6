package org.salus.impact;

import java.util.List;

/**
 * What the tests of one explanation come to. What nobody gives a source for counts as a straw in the wind, whatever test it is called.
 *
 * @param eliminating failed tests that it had to pass
 * @param confirming passed tests that hardly anything else could pass
 * @param survived passed tests that it had to pass
 * @param leaningFor what leans towards it
 * @param leaningAgainst what leans away from it
 * @param unknown tests without a result
 * @param withoutSource tests with a result and without a source
 */
record EvidenceTally(
        int eliminating,
        int confirming,
        int survived,
        int leaningFor,
        int leaningAgainst,
        int unknown,
        int withoutSource) {
    static EvidenceTally of(List<ClaimEvidence> evidence) {
        int eliminating = 0;
        int confirming = 0;
        int survived = 0;
        int leaningFor = 0;
        int leaningAgainst = 0;
        int unknown = 0;
        int withoutSource = 0;
        for (ClaimEvidence one : evidence) {
            if (one.result() == TestResult.UNKNOWN) {
                unknown++;
                continue;
            }
            boolean isSourced = !one.source().isBlank();
            boolean isPassed = one.result() == TestResult.PASSED;
            withoutSource += isSourced ? 0 : 1;
            switch (isSourced ? one.test() : TestKind.STRAW_IN_THE_WIND) {
                case STRAW_IN_THE_WIND -> {
                    leaningFor += isPassed ? 1 : 0;
                    leaningAgainst += isPassed ? 0 : 1;
                }
                case HOOP -> {
                    survived += isPassed ? 1 : 0;
                    eliminating += isPassed ? 0 : 1;
                }
                case SMOKING_GUN -> {
                    confirming += isPassed ? 1 : 0;
                    leaningAgainst += isPassed ? 0 : 1;
                }
                case DOUBLY_DECISIVE -> {
                    confirming += isPassed ? 1 : 0;
                    eliminating += isPassed ? 0 : 1;
                }
            }
        }
        return new EvidenceTally(eliminating, confirming, survived, leaningFor, leaningAgainst, unknown, withoutSource);
    }

    /** Tests with a result. */
    int tested() {
        return eliminating + confirming + survived + leaningFor + leaningAgainst;
    }

    /** How another explanation stands by them. */
    RivalState ofRival() {
        if (tested() == 0) {
            return RivalState.NOT_TESTED;
        }
        if (eliminating > 0 && confirming == 0) {
            return RivalState.RULED_OUT;
        }
        return confirming > 0 && eliminating == 0 ? RivalState.CONFIRMED : RivalState.NOT_RULED_OUT;
    }
}
