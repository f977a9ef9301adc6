package org.salus.workspace;

import java.time.LocalDate;
import java.util.Optional;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;

/**
 * Something of a room that is due on a date: what a calendar of a workspace is made of.
 *
 * @param name lasting and unlike any other in the workspace, letters, digits, hyphens and colons: a calendar knows by it that an entry was only moved
 * @param kind a code of letters and hyphens, by which people choose what they want to see
 * @param label what things of that kind are called
 * @param title what is due, in the words of those who wrote it
 * @param office whose it is; empty where nobody has said
 * @param on as exactly as it is known; empty for what is due at once
 * @param isOwed whether it stays due after its day until somebody has done it; a date that only passes, such as the end of a support, does not
 * @param path where it is shown, below the workspace's address
 */
public record Due(
        String name,
        String kind,
        Sentence label,
        String title,
        String office,
        Optional<PartialDate> on,
        boolean isOwed,
        String path) {
    /** The last day on which it is in time; empty for what is due at once. */
    public Optional<LocalDate> last() {
        return on.map(PartialDate::latest);
    }

    /** Whether it should have been done before that day. */
    public boolean isOverdue(LocalDate day) {
        return isOwed && last().map(day::isAfter).orElse(true);
    }
}
