package org.salus.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.Salus;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.impact.StudySearches.Found;
import org.salus.impact.StudySearches.Look;
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
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.People;
import org.salus.people.SessionLimits;
import org.salus.workspace.Search;
import org.salus.workspace.WorkPlace;

/** Studies that take long: begun once, watched, ended, waited for; and by whom. */
class StudySearchesTest {
    /** Long enough for whatever ends at all on a busy machine. */
    private static final long LONG = 120_000;

    @TempDir
    private Path folder;

    private final WorkedOut answers = new WorkedOut();
    private final StudySearches searches = new StudySearches(answers);
    private Database database;
    private Workspace workspace;
    private AccountId ana;
    private final AccountId ben = AccountId.fresh();

    @BeforeEach
    void twoReadersOfAWorkspace() {
        database = new WorkPlace(folder).open();
        ana = People.open(database, InstantSource.system(), SessionLimits.ALONE)
                .alone()
                .account();
        workspace = Workspaces.open(database, Salus.faces().kinds(), InstantSource.system())
                .found(
                        new Charter("Zubara", List.of("XZU"), "", "SSR", Optional.empty()),
                        ana,
                        "Ana",
                        Optional.empty(),
                        "");
        put(new Item<>(
                new ItemId(ben.value()),
                Member.KIND,
                Sensitivity.forMembers(),
                List.of(),
                new Member("Ben", Optional.empty(), "", Role.READER),
                Set.of()));
    }

    @AfterEach
    void end() {
        searches.close();
        database.close();
    }

    private void put(Item<?> item) {
        assertThat(workspace.append(ana, List.of(new Edit.Put(item)), Reason.EDIT))
                .isInstanceOf(Outcome.Accepted.class);
    }

    /** Places over thirty times, of which the first has ninety more from the twentieth on. */
    private static StudyTable places(int count) {
        StringBuilder lines = new StringBuilder("place,time,y\n");
        Random random = new Random(7);
        for (int place = 0; place < count; place++) {
            for (int time = 1; time <= 30; time++) {
                int y = 20 + place % 9 + random.nextInt(100) + (place == 0 && time >= 20 ? 90 : 0);
                lines.append("P%d,%d,%d\n".formatted(place, time, y));
            }
        }
        PanelTable table = Tables.of(lines.toString());
        return StudyTable.of("Places", "", table, table.heads());
    }

    private Item<ImpactStudy> study(int places, Sensitivity sensitivity) {
        return study(places, sensitivity, "20", "");
    }

    private Item<ImpactStudy> study(int places, Sensitivity sensitivity, String from, String predictors) {
        Item<StudyTable> rows = Item.fresh(StudyTable.KIND, places(places)).meantFor(sensitivity);
        put(rows);
        StudySettings settings = new StudySettings(
                StudyMethod.SYNTHETIC,
                "place",
                "time",
                "y",
                List.of("P0"),
                from,
                List.of(),
                predictors,
                "",
                "",
                "",
                "",
                "",
                "",
                "");
        Item<ImpactStudy> study = Item.fresh(
                        ImpactStudy.KIND,
                        new ImpactStudy(
                                "Places", "", "", false, false, rows.id(), settings, List.of(), Optional.empty(), ""))
                .meantFor(sensitivity);
        put(study);
        return study;
    }

    /** A hundred units, each sought anew by ten predictors: minutes, if nobody ends it. */
    private Item<ImpactStudy> longStudy() {
        return study(
                100, Sensitivity.forMembers(), "20", "y@1-2,y@3-4,y@5-6,y@7-8,y@9-10,y@11-12,y@13-14,y@15-16,y@17");
    }

    private Look look(AccountId reader, Item<ImpactStudy> study, long milliseconds) {
        return searches.look(workspace.view(reader), study.id(), study.value(), milliseconds);
    }

    @Tag("slow")
    @Test
    void it_says_how_far_it_is_and_is_not_begun_twice() throws Exception {
        Item<ImpactStudy> study = longStudy();
        Look first = look(ana, study, 0);
        assertThat(first.isRunning()).isTrue();
        assertThat(first.mayBegin()).as("it is begun already").isFalse();
        Search<Found> search = searches.of(workspace.view(ana), study.id(), study.value());
        for (long end = System.nanoTime() + LONG * 1_000_000;
                search.standing().number() < 2 && System.nanoTime() < end; ) {
            Thread.sleep(20);
        }
        Search.Standing<Found> standing = look(ana, study, 0).search().orElseThrow();
        assertThat(standing.number()).as("the figure and a placebo at least").isGreaterThanOrEqualTo(2);
        assertThat(standing.most()).as("the figure and each of the others").isGreaterThanOrEqualTo(100);
        assertThat(standing.best()).as("the figure before its placebos").isPresent();
        put(Item.fresh(StudyTable.KIND, places(3)));
        assertThat(searches.of(workspace.view(ana), study.id(), study.value()))
                .as("what is written elsewhere begins nothing anew")
                .isSameAs(search);
    }

    @Test
    void whoever_has_had_enough_ends_it_and_it_rests_until_it_is_begun_anew() {
        Item<ImpactStudy> study = longStudy();
        assertThat(look(ana, study, 0).isRunning()).isTrue();
        searches.end(workspace.view(ana), study.id(), study.value());
        Look ended = look(ana, study, LONG);
        assertThat(ended.isRunning()).isFalse();
        assertThat(ended.answer()).isEmpty();
        assertThat(ended.refused()).isEmpty();
        assertThat(look(ana, study, 0).isRunning()).as("looking begins nothing").isFalse();
        assertThat(ended.mayBegin()).isTrue();
        searches.begin(workspace.view(ana), study.id(), study.value());
        assertThat(look(ana, study, 0).isRunning()).isTrue();
    }

    @Test
    void two_who_ask_the_same_have_one_answer_and_end_only_their_own_asking() {
        Item<ImpactStudy> before = longStudy();
        Item<ImpactStudy> study = study(24, Sensitivity.forMembers());
        assertThat(look(ana, before, 0).isRunning()).isTrue();
        assertThat(look(ana, study, 0).search().orElseThrow().state()).isEqualTo(Search.State.WAITING);
        Search<Found> anas = searches.of(workspace.view(ana), study.id(), study.value());
        Search<Found> bens = searches.of(workspace.view(ben), study.id(), study.value());
        Search<Found> again = searches.of(
                workspace.view(ben),
                study.id(),
                study.value().asking(study.value().settings().treating(List.of("P1"), "20")));
        assertThat(bens.id()).isNotEqualTo(anas.id());
        assertThatThrownBy(() -> searches.get(workspace.view(ben), study.id(), anas.id()))
                .as("nobody else's")
                .isInstanceOf(Failure.class);
        again.cancel();
        searches.end(workspace.view(ana), before.id(), before.value());
        anas.await(LONG);
        bens.await(LONG);
        assertThat(bens.standing().answer()).isNotNull();
        assertThat(bens.standing().answer().answer())
                .as("the very same, not worked out again")
                .isSameAs(Objects.requireNonNull(anas.standing().answer()).answer());
        assertThat(bens.standing().number())
                .as("nothing was done for the second")
                .isZero();
        assertThat(again.standing().answer()).isNull();
        assertThat(look(ben, study, 0).answer())
                .containsSame(bens.standing().answer().answer());
    }

    @Test
    void one_who_ends_it_leaves_it_to_another_who_waits() {
        Item<ImpactStudy> study = study(60, Sensitivity.forMembers());
        Search<Found> anas = searches.of(workspace.view(ana), study.id(), study.value());
        Search<Found> bens = searches.of(workspace.view(ben), study.id(), study.value());
        anas.cancel();
        bens.await(LONG);
        assertThat(bens.standing().state()).isEqualTo(Search.State.DONE);
        assertThat(bens.standing().answer()).isNotNull();
    }

    @Test
    void what_the_rows_do_not_allow_is_said_at_its_field_to_whoever_looks_and_whoever_waits() {
        Item<ImpactStudy> late = study(12, Sensitivity.forMembers(), "99", "");
        Look refused = look(ana, late, LONG);
        assertThat(refused.refused().flatMap(Failure::field)).contains("from");
        assertThat(refused.isRunning()).isFalse();
        assertThat(refused.mayBegin()).as("the same would be refused again").isFalse();
        assertThatThrownBy(() -> searches.answer(workspace.view(ana), late.id(), late.value()))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.field()).contains("from"));
        Item<ImpactStudy> next = study(12, Sensitivity.forMembers());
        assertThat(look(ana, next, LONG).answer())
                .as("the next is worked out all the same")
                .isPresent();
    }

    @Test
    void rows_that_a_reader_may_not_see_are_asked_by_nobody_else_also_once_they_are_answered() {
        Item<ImpactStudy> study = study(12, new Sensitivity.Named(new TreeSet<>(Set.of(ana))));
        assertThat(searches.answer(workspace.view(ana), study.id(), study.value())
                        .weights())
                .isNotEmpty();
        Look bens = look(ben, study, LONG);
        assertThat(bens.answer()).isEmpty();
        assertThat(bens.refused()).isPresent();
        assertThat(bens.search()).isEmpty();
        assertThatThrownBy(() -> searches.of(workspace.view(ben), study.id(), study.value()))
                .isInstanceOf(Failure.class);
        Item<ImpactStudy> own = study(12, Sensitivity.forMembers());
        assertThat(answers.known(workspace.view(ben), own.value()))
                .as("the same rows brought elsewhere do not tell that somebody asked them")
                .isEmpty();
    }

    @Test
    void nothing_is_remembered_of_what_was_asked_before_something_was_erased() {
        Item<ImpactStudy> study = study(12, Sensitivity.forMembers());
        Item<ImpactStudy> other = study(12, Sensitivity.forMembers());
        assertThat(look(ana, study, LONG).answer()).isPresent();
        assertThat(look(ana, other, LONG).answer()).isPresent();
        assertThat(answers.known(workspace.view(ana), other.value())).isPresent();
        assertThat(workspace.erase(ana, study.id(), "it named somebody")).isInstanceOf(Outcome.Accepted.class);
        assertThat(workspace.erase(ana, study.value().table(), "it named somebody"))
                .isInstanceOf(Outcome.Accepted.class);
        assertThat(answers.known(workspace.view(ana), other.value())).isEmpty();
        assertThatThrownBy(() -> searches.answer(workspace.view(ana), study.id(), study.value()))
                .isInstanceOf(Failure.class);
        assertThat(look(ana, other, LONG).answer())
                .as("what is still there is worked out again")
                .isPresent();
    }

    @Test
    void whoever_waits_waits_in_the_same_turn_and_under_the_same_limits() {
        for (int begun = 0; begun < 8; begun++) {
            Item<ImpactStudy> study = longStudy();
            searches.begin(workspace.view(ana), study.id(), study.value());
        }
        Item<ImpactStudy> ninth = study(12, Sensitivity.forMembers());
        assertThatThrownBy(() -> searches.answer(workspace.view(ana), ninth.id(), ninth.value()))
                .isInstanceOfSatisfying(
                        Failure.class,
                        busy -> assertThat(busy.sentence()).isEqualTo(Sentence.of("workspace.search.yours", 8L)));
        Look look = look(ana, ninth, 0);
        assertThat(look.refused()).isPresent();
        assertThat(look.mayBegin()).as("later it may be begun").isTrue();
    }

    @Test
    void a_method_that_takes_no_time_waits_for_no_turn() {
        Item<ImpactStudy> before = longStudy();
        assertThat(look(ana, before, 0).isRunning()).isTrue();
        Item<ImpactStudy> study = study(12, Sensitivity.forMembers());
        ImpactStudy quick = study.value()
                .asking(StudySettings.of(StudyMethod.DIFFERENCES, "place", "time", "y")
                        .treating(List.of("P0"), "20"));
        Look look = searches.look(workspace.view(ana), study.id(), quick, 0);
        assertThat(look.answer()).isPresent();
        assertThat(look(ana, before, 0).isRunning()).isTrue();
    }
}
