package org.salus.planning;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a search came to.
 *
 * @param state how sure it is
 * @param starts when each step begins that is done, by id; empty where no plan was found
 * @param payers which fund pays for a step, by its id; only steps that are paid from one
 * @param leftOut ids of the steps that are not done
 * @param end when the last step is over; 0 where there is none
 * @param value of the aim for this plan; empty without a plan
 * @param bound no plan has a better value than this; empty where nothing is proven
 * @param conflict demands that cannot be met together, while they could without any one of them; empty where a plan was found
 * @param isLeast whether it is proven that none of them can be missed for the conflict
 */
public record Plan(
        State state,
        Map<String, Integer> starts,
        Map<String, String> payers,
        List<String> leftOut,
        int end,
        Optional<Long> value,
        Optional<Long> bound,
        List<Demand> conflict,
        boolean isLeast) {
    /** How sure it is. */
    public enum State {
        /** No plan is better. */
        OPTIMAL,
        /** It keeps to all demands; a better one may exist. */
        FEASIBLE,
        /** No plan keeps to all demands. */
        INFEASIBLE,
        /** Time ran out before anything was found or proven. */
        NOT_ENOUGH_TIME
    }

    public Plan {
        starts = Map.copyOf(starts);
        payers = Map.copyOf(payers);
        leftOut = List.copyOf(leftOut);
        conflict = List.copyOf(conflict);
    }

    /** No plan, with what stands in its way as far as that is known. */
    static Plan without(State state, List<Demand> conflict, boolean isLeast) {
        return new Plan(state, Map.of(), Map.of(), List.of(), 0, Optional.empty(), Optional.empty(), conflict, isLeast);
    }

    /** No plan, though no plan can be better than this. */
    static Plan without(State state, Optional<Long> bound) {
        return new Plan(state, Map.of(), Map.of(), List.of(), 0, Optional.empty(), bound, List.of(), false);
    }

    /** What this search and another one for the most valuable plan of the same problem know together: the better of both plans, and the closer of both bounds. */
    Plan beside(Plan other) {
        Plan better = value.orElse(Long.MIN_VALUE) >= other.value.orElse(Long.MIN_VALUE) ? this : other;
        if (!better.isThere()) {
            return state == State.NOT_ENOUGH_TIME ? other : this;
        }
        // What a plan reaches cannot be out of reach: a bound below it was never one.
        Optional<Long> closer = Stream.of(bound, other.bound)
                .flatMap(Optional::stream)
                .filter(known -> known >= better.value.orElse(Long.MIN_VALUE))
                .min(Long::compare);
        return new Plan(
                closer.equals(better.value) ? State.OPTIMAL : better.state,
                better.starts,
                better.payers,
                better.leftOut,
                better.end,
                better.value,
                closer,
                better.conflict,
                better.isLeast);
    }

    public boolean isThere() {
        return state == State.OPTIMAL || state == State.FEASIBLE;
    }

    /** How far the value may be from the best there is, as a part of the value; 0 if it is the best; empty where it cannot be told. */
    public Optional<Double> gap() {
        return value.flatMap(known -> bound.map(
                best -> known.equals(best) ? 0.0 : Math.abs(known - best) / (double) Math.max(1, Math.abs(known))));
    }
}
