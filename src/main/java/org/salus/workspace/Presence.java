package org.salus.workspace;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.ledger.AccountId;
import org.salus.ledger.OrganisationId;
import org.salus.ledger.Standing;
import org.salus.ledger.WorkspaceId;

/**
 * Who is working in a workspace right now. It is told within one's own organisation only, and whoever has none sees nobody and is seen by nobody. What
 * somebody reads is not told to anybody. Held in the memory of this program alone, and forgotten within a minute. Safe for use by several threads.
 */
public final class Presence {
    /** A page asks four times in that time, so that one answer that got lost makes nobody vanish. */
    private static final Duration LASTS = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Map<Somebody, Seen> seen = new LinkedHashMap<>();

    public Presence(InstantSource clock) {
        this.clock = clock;
    }

    private record Somebody(WorkspaceId workspace, AccountId account) {}

    private record Seen(OrganisationId organisation, Instant until) {}

    /** Notes that somebody is here, and tells who else of the same organisation is, in the order in which they came. */
    public synchronized List<AccountId> othersBeside(WorkspaceId workspace, Standing who) {
        Instant now = clock.instant();
        seen.values().removeIf(one -> !one.until().isAfter(now));
        Somebody self = new Somebody(workspace, who.account());
        Optional<OrganisationId> organisation = who.isMember() ? who.organisation() : Optional.empty();
        if (organisation.isEmpty()) {
            seen.remove(self);
            return List.of();
        }
        seen.put(self, new Seen(organisation.get(), now.plus(LASTS)));
        return seen.entrySet().stream()
                .filter(one -> one.getKey().workspace().equals(workspace)
                        && !one.getKey().account().equals(who.account())
                        && one.getValue().organisation().equals(organisation.get()))
                .map(one -> one.getKey().account())
                .toList();
    }
}
