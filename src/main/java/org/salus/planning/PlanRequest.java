package org.salus.planning;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is wanted of a plan.
 *
 * @param aim what is made best
 * @param seconds how long to look at most, above 0
 * @param threads how many look at the same time; with 1, the same seed gives the same plan however fast the machine is, unless time runs out
 * @param seed of the search
 * @param agreed when steps begin in an earlier plan that people agreed on; empty if there is none
 * @param stability what a step's being moved by one period against the agreed plan costs, beside one unit of the aim: 0 or more
 * @param held a value of the aim that is kept, while as few periods as possible are moved against the agreed plan; empty where the aim itself is made best
 * @param years the spans of time that money is evened over, one after the other; needed for nothing else
 */
public record PlanRequest(
        Aim aim,
        double seconds,
        int threads,
        int seed,
        Map<String, Integer> agreed,
        int stability,
        Optional<Long> held,
        List<ScheduleProblem.Window> years) {
    /** What is made best. */
    public enum Aim {
        /** Any plan that keeps to the demands. */
        ANY,
        /** The end of the last step as early as possible. */
        SHORTEST,
        /** Steps of high priority over early: the sum of priority times the periods left to the horizon once a step is over. */
        EARLY_BENEFIT,
        /** The peaks of all limits, each as a share of it, as low as possible. */
        EVEN_LOAD,
        /** What is spent in the dearest year as low as possible. */
        EVEN_MONEY,
        /** As much time as there can be between a step's end and whatever waits for it, or its latest end: the sum of these, each counted up to a few periods. */
        SLACK
    }

    public PlanRequest {
        agreed = Map.copyOf(agreed);
        years = List.copyOf(years);
        if (!(seconds > 0) || threads < 1 || stability < 0) {
            throw new IllegalArgumentException("A search takes time and a thread: " + seconds + " s, " + threads);
        }
    }

    /** A search with one thread and seed 1. */
    public static PlanRequest of(Aim aim, double seconds) {
        return new PlanRequest(aim, seconds, 1, 1, Map.of(), 0, Optional.empty(), List.of());
    }

    /** The same with so many threads and that seed. */
    public PlanRequest with(int newThreads, int newSeed) {
        return new PlanRequest(aim, seconds, newThreads, newSeed, agreed, stability, held, years);
    }

    /** The same within so many seconds. */
    PlanRequest within(double newSeconds) {
        return new PlanRequest(aim, newSeconds, threads, seed, agreed, stability, held, years);
    }

    /** The same, staying near that plan. */
    public PlanRequest near(Map<String, Integer> plan, int newStability) {
        return new PlanRequest(aim, seconds, threads, seed, plan, newStability, held, years);
    }

    /** The same, with money evened over these spans. */
    public PlanRequest over(List<ScheduleProblem.Window> spans) {
        return new PlanRequest(aim, seconds, threads, seed, agreed, stability, held, spans);
    }

    /** The same, with the aim held at this value, and as little moved against that plan as can be. */
    PlanRequest holding(long value, Map<String, Integer> plan) {
        return new PlanRequest(aim, seconds, threads, seed, plan, 0, Optional.of(value), years);
    }

    /** Whether early benefit is made best and nothing beside it counts. */
    boolean isForBenefitAlone() {
        return aim == Aim.EARLY_BENEFIT && held.isEmpty() && (stability == 0 || agreed.isEmpty());
    }

    /** Whether more of the aim is better. */
    boolean isMaximised() {
        return aim == Aim.EARLY_BENEFIT || aim == Aim.SLACK;
    }
}
