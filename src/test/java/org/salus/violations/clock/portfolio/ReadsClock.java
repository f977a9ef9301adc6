package org.salus.violations.clock.portfolio;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Thinking that asks for the time. */
record ReadsClock(LocalDate start) {
    boolean hasBegun() {
        return start.isBefore(LocalDate.now(ZoneOffset.UTC));
    }
}
