package org.salus.evidence;

/**
 * How much an activity publishes of what came of it. How many there are says nothing about how good they are.
 *
 * @param results of any level: outputs, outcomes, impact
 * @param indicators of all its results
 * @param measured indicators with an actual value of at least one period
 */
public record RecordedResults(int results, int indicators, int measured) {
    /** The sum of both. */
    public RecordedResults and(RecordedResults other) {
        return new RecordedResults(results + other.results, indicators + other.indicators, measured + other.measured);
    }
}
