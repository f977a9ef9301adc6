package org.salus.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.Salus;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Database;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Member;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.People;
import org.salus.people.SessionLimits;

/** Long searches: whose they are, how many, how they end and when they are forgotten. */
class SearchesTest {
    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final Searches<String> searches = new Searches<>("test", () -> now);
    private final CountDownLatch held = new CountDownLatch(1);
    private Database database;
    private Workspaces workspaces;
    private Workspace workspace;
    private View anas;
    private View bens;
    private View anasElsewhere;

    @BeforeEach
    void twoReadersOfAWorkspace() {
        database = new WorkPlace(folder).open();
        AccountId ana = People.open(database, InstantSource.system(), SessionLimits.ALONE)
                .alone()
                .account();
        workspaces = Workspaces.open(database, Salus.faces().kinds(), InstantSource.system());
        workspace = founded(workspaces, ana);
        AccountId ben = AccountId.fresh();
        assertThat(workspace.append(
                        ana,
                        List.of(new Edit.Put(new Item<>(
                                new ItemId(ben.value()),
                                Member.KIND,
                                Sensitivity.forMembers(),
                                List.of(),
                                new Member("Ben", Optional.empty(), "", Role.READER),
                                Set.of()))),
                        Reason.EDIT))
                .isInstanceOf(Outcome.Accepted.class);
        anas = workspace.view(ana);
        bens = workspace.view(ben);
        anasElsewhere = founded(workspaces, ana).view(ana);
    }

    private static Workspace founded(Workspaces workspaces, AccountId owner) {
        return workspaces.found(
                new Charter("Zubara", List.of("XZU"), "", "SSR", Optional.empty()), owner, "Ana", Optional.empty(), "");
    }

    @AfterEach
    void end() {
        held.countDown();
        searches.close();
        database.close();
    }

    /** Goes on until it is let go or ended. */
    private String hold(Search<String> search) {
        search.of(4);
        search.done(1);
        search.better(BigDecimal.TEN, null);
        try {
            while (held.getCount() > 0 && !search.isOver()) {
                Thread.sleep(5);
            }
        } catch (InterruptedException closed) {
            throw new CancellationException();
        }
        if (search.isOver()) {
            throw new CancellationException();
        }
        return "found";
    }

    private static Search.Standing<String> ended(Search<String> search) {
        search.await(10_000);
        return search.standing();
    }

    @Test
    void it_says_how_far_it_has_come_and_then_what_was_found() throws Exception {
        Search<String> search = searches.of(anas, "question", this::hold);
        while (search.standing().number() == 0) {
            Thread.sleep(5);
        }
        assertThat(search.standing().isRunning()).isTrue();
        assertThat(search.standing().most()).isEqualTo(4);
        assertThat(search.standing().best()).contains(BigDecimal.TEN);
        held.countDown();
        assertThat(ended(search).state()).isEqualTo(Search.State.DONE);
        assertThat(search.standing().answer()).isEqualTo("found");
    }

    @Test
    void the_same_question_is_looked_for_once_and_again_only_where_nothing_was_found() {
        Search<String> search = searches.of(anas, "question", one -> "first");
        assertThat(ended(search).answer()).isEqualTo("first");
        assertThat(searches.of(anas, "question", one -> "second")).isSameAs(search);
        assertThat(ended(searches.of(anas, "other", one -> "second")).answer()).isEqualTo("second");
        assertThat(ended(searches.of(bens, "question", one -> "third")).answer())
                .isEqualTo("third");
        Search<String> failing = searches.of(anas, "fails", one -> {
            throw Failure.wrongUse(Sentence.of("workspace.search.unknown"));
        });
        assertThat(ended(failing).state()).isEqualTo(Search.State.FAILED);
        assertThat(ended(searches.of(anas, "fails", one -> "now")).answer()).isEqualTo("now");
    }

    @Test
    void whoever_has_had_enough_ends_it_also_before_it_began() {
        Search<String> going = searches.of(anas, "going", this::hold);
        Search<String> waiting = searches.of(anas, "waiting", this::hold);
        waiting.cancel();
        going.cancel();
        assertThat(ended(going).state()).isEqualTo(Search.State.CANCELLED);
        assertThat(ended(waiting).state()).isEqualTo(Search.State.CANCELLED);
        assertThat(waiting.standing().isEndedEarly()).isTrue();
        assertThat(waiting.standing().answer()).isNull();
    }

    @Test
    void a_search_is_found_by_whoever_began_it_in_its_workspace_and_by_nobody_else() {
        Search<String> search = searches.of(anas, "question", one -> "first");
        assertThat(searches.get(anas, search.id())).isSameAs(search);
        for (View other : List.of(bens, anasElsewhere)) {
            assertThatThrownBy(() -> searches.get(other, search.id())).isInstanceOf(Failure.class);
        }
    }

    private Item<?> kept(String title) {
        Item<?> item = new Item<>(
                ItemId.fresh(),
                Charter.KIND,
                Sensitivity.forMembers(),
                List.of(),
                new Charter(title, List.of("XZU"), "", "SSR", Optional.empty()),
                Set.of());
        assertThat(workspace.append(anas.standing().account(), List.of(new Edit.Put(item)), Reason.EDIT))
                .isInstanceOf(Outcome.Accepted.class);
        anas = workspace.view(anas.standing().account());
        return item;
    }

    @Test
    void what_was_found_is_told_no_more_when_something_was_erased_since() {
        AccountId ana = anas.standing().account();
        kept("A police post");
        Item<?> post = anas.list(Charter.KIND).getLast();
        Search<String> search = searches.of(anas, "question", one -> "of a police post");
        ended(search);
        Search<String> elsewhere = searches.of(anasElsewhere, "question", one -> "of something else");
        ended(elsewhere);
        workspace.name(ana, "a later state");
        assertThat(searches.get(workspace.view(ana), search.id())).isSameAs(search);
        assertThat(workspace.erase(ana, post.id(), "Nobody is to read of it")).isInstanceOf(Outcome.Accepted.class);
        assertThatThrownBy(() -> searches.get(workspace.view(ana), search.id())).isInstanceOf(Failure.class);
        assertThat(searches.get(anasElsewhere, elsewhere.id())).isSameAs(elsewhere);
    }

    @Test
    void what_was_found_is_forgotten_half_an_hour_after() {
        Search<String> search = searches.of(anas, "question", one -> "first");
        ended(search);
        now = now.plus(Duration.ofMinutes(29));
        assertThat(searches.get(anas, search.id())).isSameAs(search);
        now = now.plus(Duration.ofMinutes(2));
        assertThatThrownBy(() -> searches.get(anas, search.id())).isInstanceOf(Failure.class);
    }

    @Test
    void nobody_fills_the_queue_alone() {
        for (int i = 0; i < 8; i++) {
            searches.of(anas, i, this::hold);
        }
        assertThatThrownBy(() -> searches.of(anas, 8, this::hold))
                .isInstanceOfSatisfying(
                        Failure.class, full -> assertThat(full.sentence().key()).isEqualTo("workspace.search.yours"));
        assertThat(searches.of(bens, 8, this::hold).standing().state()).isEqualTo(Search.State.WAITING);
    }

    @Test
    void what_somebody_looks_at_makes_room_for_what_the_same_person_looks_at_next() {
        List<Search<String>> looked = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            looked.add(searches.glance(anas, i, this::hold));
        }
        searches.glance(anas, 0, this::hold);
        Search<String> ninth = searches.glance(anas, 8, this::hold);
        assertThat(ninth.standing().isRunning()).isTrue();
        assertThat(ended(looked.get(1)).state())
                .as("what was asked for longest ago")
                .isEqualTo(Search.State.CANCELLED);
        assertThat(looked.getFirst().standing().isRunning())
                .as("what was asked for again")
                .isTrue();
    }

    @Test
    void what_somebody_looks_at_ends_with_the_state_it_is_about_and_what_somebody_waits_for_does_not() {
        Search<String> looked = searches.glance(anas, "question", this::hold);
        Search<String> waited = searches.of(anas, "waited for", this::hold);
        Search<String> elsewhere = searches.glance(anasElsewhere, "question", this::hold);
        Search<String> others = searches.glance(bens, "question", this::hold);
        assertThat(workspace.name(anas.standing().account(), "another state")).isInstanceOf(Outcome.Accepted.class);
        View later = workspace.view(anas.standing().account());
        Search<String> next = searches.glance(later, "question", one -> "of the later state");
        assertThat(ended(looked).state()).isEqualTo(Search.State.CANCELLED);
        for (Search<String> one : List.of(waited, elsewhere, others)) {
            assertThat(one.standing().isRunning()).isTrue();
        }
        held.countDown();
        assertThat(ended(next).answer()).isEqualTo("of the later state");
    }

    @Test
    void accounts_take_turns_and_of_each_comes_first_what_it_asked_last() throws Exception {
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        Search<String> first = searches.of(anas, "first", this::hold);
        while (first.standing().number() == 0) {
            Thread.sleep(5);
        }
        Search<String> last = searches.of(anas, "second", search -> noted(order, "Ana's second"));
        searches.of(anas, "third", search -> noted(order, "Ana's third"));
        searches.of(bens, "first", search -> noted(order, "Ben's first"));
        held.countDown();
        ended(last);
        assertThat(order).containsExactly("Ben's first", "Ana's third", "Ana's second");
    }

    private static String noted(List<String> order, String what) {
        order.add(what);
        return what;
    }

    @Test
    void twenty_readers_fill_no_queue_for_another() {
        for (int account = 0; account < 20; account++) {
            AccountId other = AccountId.fresh();
            View reader = founded(workspaces, other).view(other);
            for (int i = 0; i < 8; i++) {
                searches.of(reader, i, this::hold);
            }
        }
        assertThat(searches.of(bens, "mine", this::hold).standing().state()).isEqualTo(Search.State.WAITING);
    }

    @Test
    void a_queue_that_is_full_is_no_defect_but_busy() {
        for (int i = 0; i < 8; i++) {
            searches.of(anas, i, this::hold);
        }
        assertThatThrownBy(() -> searches.glance(anas, "more", this::hold))
                .isInstanceOfSatisfying(
                        Failure.class, full -> assertThat(full.kind()).isEqualTo(Failure.Kind.BUSY));
    }

    @Test
    void a_defect_ends_one_search_and_not_the_others() {
        Search<String> broken = searches.of(anas, "broken", one -> {
            throw new IllegalStateException("a defect");
        });
        assertThat(ended(broken).state()).isEqualTo(Search.State.FAILED);
        assertThat(ended(searches.of(anas, "next", one -> "found")).answer()).isEqualTo("found");
    }
}
