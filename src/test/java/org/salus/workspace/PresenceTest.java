package org.salus.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.salus.ledger.AccountId;
import org.salus.ledger.OrganisationId;
import org.salus.ledger.Role;
import org.salus.ledger.Standing;
import org.salus.ledger.WorkspaceId;

/** Who is here is told within an organisation, in one workspace, for a minute. */
class PresenceTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T08:00:00Z"));
    private final Presence presence = new Presence(now::get);
    private final WorkspaceId workspace = WorkspaceId.fresh();
    private final OrganisationId office = OrganisationId.fresh();
    private final Standing ana = member(office);
    private final Standing ben = member(office);

    private static Standing member(OrganisationId organisation) {
        return new Standing(AccountId.fresh(), Optional.of(organisation), Optional.of(Role.READER));
    }

    @Test
    void two_of_one_organisation_see_each_other_and_neither_sees_itself() {
        assertThat(presence.othersBeside(workspace, ana)).isEmpty();
        assertThat(presence.othersBeside(workspace, ben)).containsExactly(ana.account());
        assertThat(presence.othersBeside(workspace, ana)).containsExactly(ben.account());
        assertThat(presence.othersBeside(WorkspaceId.fresh(), ana)).isEmpty();
    }

    @Test
    void others_see_nobody_and_are_seen_by_nobody() {
        presence.othersBeside(workspace, ana);
        Standing elsewhere = member(OrganisationId.fresh());
        Standing alone = new Standing(AccountId.fresh(), Optional.empty(), Optional.of(Role.OWNER));
        Standing visitor = new Standing(AccountId.fresh(), Optional.of(office), Optional.empty());
        assertThat(presence.othersBeside(workspace, elsewhere)).isEmpty();
        assertThat(presence.othersBeside(workspace, alone)).isEmpty();
        assertThat(presence.othersBeside(workspace, visitor)).isEmpty();
        assertThat(presence.othersBeside(workspace, ben)).containsExactly(ana.account());
    }

    @Test
    void who_does_nothing_for_a_minute_or_leaves_the_organisation_is_here_no_more() {
        presence.othersBeside(workspace, ana);
        now.updateAndGet(time -> time.plus(Duration.ofSeconds(59)));
        assertThat(presence.othersBeside(workspace, ben)).containsExactly(ana.account());
        now.updateAndGet(time -> time.plus(Duration.ofSeconds(1)));
        assertThat(presence.othersBeside(workspace, ben)).isEmpty();
        presence.othersBeside(workspace, ana);
        presence.othersBeside(workspace, new Standing(ana.account(), Optional.empty(), Optional.of(Role.READER)));
        assertThat(presence.othersBeside(workspace, ben)).isEmpty();
    }
}
