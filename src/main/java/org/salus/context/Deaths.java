package org.salus.context;

import org.salus.evidence.ConflictEvent;

/** Deaths as the publisher estimates them: best estimate, lowest and highest. */
public record Deaths(long best, long low, long high) {
    static final Deaths NONE = new Deaths(0, 0, 0);

    Deaths plus(ConflictEvent event) {
        return new Deaths(
                Math.addExact(best, event.best()), Math.addExact(low, event.low()), Math.addExact(high, event.high()));
    }

    Deaths plus(Deaths other) {
        return new Deaths(
                Math.addExact(best, other.best), Math.addExact(low, other.low), Math.addExact(high, other.high));
    }
}
