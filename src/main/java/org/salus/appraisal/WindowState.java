package org.salus.appraisal;

import java.time.LocalDate;

/** Where a window stands on a day, as far as its dates tell. */
public enum WindowState {
    /** Neither end is known. */
    NOT_DATED,
    /** It opens later. */
    AHEAD,
    /** It may be open. */
    OPEN,
    CLOSED;

    /** The state of a window on a day; a date known to the month or year counts as long as it may hold. */
    static WindowState on(EntryPoint window, LocalDate day) {
        if (window.from().isEmpty() && window.until().isEmpty()) {
            return NOT_DATED;
        }
        if (window.until().filter(until -> until.latest().isBefore(day)).isPresent()) {
            return CLOSED;
        }
        return window.from().filter(from -> from.earliest().isAfter(day)).isPresent() ? AHEAD : OPEN;
    }
}
