package org.salus.people;

import java.time.Duration;

/**
 * When sessions end by themselves.
 *
 * @param idle after so long without a request
 * @param longest so long after they began, whatever happens
 */
public record SessionLimits(Duration idle, Duration longest) {
    /** For somebody alone at a machine of their own. */
    public static final SessionLimits ALONE = new SessionLimits(Duration.ofDays(3), Duration.ofDays(14));

    /** For a server that others reach. */
    public static final SessionLimits TEAM = new SessionLimits(Duration.ofHours(2), Duration.ofHours(12));
}
