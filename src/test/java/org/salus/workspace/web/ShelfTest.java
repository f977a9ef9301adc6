package org.salus.workspace.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.salus.framework.Failure;
import org.salus.ledger.AccountId;
import org.salus.ledger.WorkspaceId;
import org.salus.people.Account;
import org.salus.people.SignedIn;

/** What is looked at ends, belongs to its session, and never fills the memory. */
class ShelfTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T08:00:00Z"));
    private final List<String> ended = new ArrayList<>();
    private final Shelf<String> shelf = new Shelf<>(now::get, 400_000, ended::add);
    private final WorkspaceId workspace = WorkspaceId.fresh();
    private final SignedIn ana = somebody("one");

    private static SignedIn somebody(String session) {
        return new SignedIn(
                new Account(
                        AccountId.fresh(),
                        Optional.empty(),
                        "Ana",
                        Optional.empty(),
                        false,
                        false,
                        true,
                        Optional.empty(),
                        Instant.EPOCH),
                SignedIn.Way.PASSWORD,
                true,
                session);
    }

    private boolean isKept(String key, SignedIn who) {
        try {
            return !shelf.get(key, who, workspace).isEmpty();
        } catch (Failure gone) {
            return false;
        }
    }

    @Test
    void half_an_hour_after_it_was_last_changed_it_is_gone() {
        String key = shelf.put(ana, workspace, "a", 1);
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(29)));
        assertThat(shelf.change(key, ana, workspace, text -> text + "b")).isEqualTo("ab");
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(29)));
        assertThat(isKept(key, ana)).isTrue();
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(2)));
        assertThatThrownBy(() -> shelf.get(key, ana, workspace)).isInstanceOf(Failure.class);
    }

    @Test
    void it_is_nobody_elses_and_of_no_other_session_or_workspace() {
        String key = shelf.put(ana, workspace, "a", 1);
        SignedIn elsewhere = new SignedIn(ana.account(), ana.way(), true, "two");
        assertThat(isKept(key, elsewhere)).isFalse();
        assertThat(isKept(key, somebody("one"))).isFalse();
        assertThatThrownBy(() -> shelf.get(key, ana, WorkspaceId.fresh())).isInstanceOf(Failure.class);
        shelf.end(key, ana, workspace);
        assertThat(isKept(key, ana)).isFalse();
    }

    @Test
    void a_session_keeps_few_and_all_together_no_more_rows_than_memory_bears() {
        String first = shelf.put(ana, workspace, "first", 1);
        for (int i = 0; i < 4; i++) {
            shelf.put(ana, workspace, "more", 1);
        }
        assertThat(isKept(first, ana)).isFalse();
        SignedIn ben = somebody("one");
        String large = shelf.put(ben, workspace, "large", 200_000);
        SignedIn cai = somebody("one");
        String larger = shelf.put(cai, workspace, "larger", 300_000);
        assertThat(isKept(large, ben)).isFalse();
        assertThat(isKept(larger, cai)).isTrue();
    }

    @Test
    void whatever_ends_is_put_away_once_and_nothing_stays_when_the_program_ends() {
        String given = shelf.put(ana, workspace, "given up", 1);
        shelf.end(given, ana, workspace);
        shelf.put(ana, workspace, "forgotten", 1);
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(31)));
        shelf.put(somebody("one"), workspace, "pushed out", 300_000);
        shelf.put(somebody("one"), workspace, "open", 200_000);
        assertThat(ended).containsExactly("given up", "forgotten", "pushed out");
        shelf.close();
        shelf.close();
        assertThat(ended).containsExactly("given up", "forgotten", "pushed out", "open");
    }
}
