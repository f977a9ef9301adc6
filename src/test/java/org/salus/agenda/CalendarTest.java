package org.salus.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.Salus;
import org.salus.appraisal.EntryPoint;
import org.salus.appraisal.Opening;
import org.salus.appraisal.Partnership;
import org.salus.framework.DateSpan;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Wording;
import org.salus.goals.ResultsChain;
import org.salus.goals.Support;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.View;
import org.salus.workspace.PrivateLayers;

/** What is due is collected from all rooms, for whoever may read it. */
class CalendarTest {
    @TempDir
    private Path folder;

    private Council council;

    @BeforeEach
    void begin() {
        council = new Council(folder);
    }

    @AfterEach
    void end() {
        council.close();
    }

    private static DueQuestion asking(String... words) {
        return DueQuestion.of(IntStream.range(0, words.length / 2)
                .boxed()
                .collect(Collectors.toMap(at -> words[2 * at], at -> words[2 * at + 1])));
    }

    private List<String> titles(DueQuestion question) {
        return council.calendar(council.ana).asked(question).stream()
                .map(entry -> entry.due().kind() + " " + entry.due().title())
                .toList();
    }

    @Test
    void what_is_overdue_comes_first_and_what_only_passed_is_over() {
        council.put(Item.fresh(Action.KIND, Council.action("later", "2027-02")));
        council.put(Item.fresh(Action.KIND, Council.action("overdue", "2026-03-01")));
        council.put(Item.fresh(Action.KIND, Council.action("today", "2026-11-27")));
        council.put(Item.fresh(Request.KIND, Council.request("figures", "2026-12-01")));
        council.put(Item.fresh(EntryPoint.KIND, window("past election", "2025-05", Opening.ELECTION)));
        council.put(Item.fresh(EntryPoint.KIND, window("next budget", "2027-10", Opening.BUDGET_CYCLE)));
        assertThat(titles(DueQuestion.ALL))
                .containsExactly(
                        "action overdue",
                        "action today",
                        "request figures",
                        "action later",
                        "budget next budget: closes");
        assertThat(council.calendar(council.ana).overdue()).isOne();
    }

    private static EntryPoint window(String title, String until, Opening opening) {
        return new EntryPoint(
                title, opening, Optional.empty(), Optional.of(PartialDate.of(until)), List.of(), "", "", "");
    }

    @Test
    void a_time_a_kind_and_an_office_are_asked_for() {
        council.put(Item.fresh(Action.KIND, Council.action("overdue", "2026-03-01")));
        council.put(Item.fresh(Action.KIND, Council.action("later", "2027-02")));
        council.put(Item.fresh(Request.KIND, Council.request("figures", "2027-02-10")));
        assertThat(titles(asking("from", "2027-02", "until", "2027-02")))
                .containsExactly("request figures", "action later");
        assertThat(titles(asking("until", "2026-12"))).containsExactly("action overdue");
        assertThat(titles(asking("from", "2026-02", "until", "2026-04"))).containsExactly("action overdue");
        assertThat(titles(asking("kind", "request"))).containsExactly("request figures");
        assertThat(titles(asking("office", "FINANCE"))).containsExactly("request figures");
        assertThat(titles(asking("overdue", "yes"))).containsExactly("action overdue");
    }

    @Test
    void a_time_without_anything_tells_what_comes_next() {
        council.put(Item.fresh(Action.KIND, Council.action("later", "2027-02")));
        Calendar calendar = council.calendar(council.ana);
        DueQuestion quiet = asking("from", "2026-12", "until", "2026-12");
        assertThat(calendar.asked(quiet)).isEmpty();
        assertThat(calendar.next(quiet))
                .hasValueSatisfying(next -> assertThat(next.due().title()).isEqualTo("later"));
        assertThat(calendar.next(asking("from", "2030", "until", "2030"))).isEmpty();
    }

    @Test
    void a_question_that_means_nothing_is_refused_where_it_is_wrong() {
        assertThatThrownBy(() -> asking("from", "soon"))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(Wording.english().say(failure.sentence()))
                                .contains("soon"));
        assertThatThrownBy(() -> asking("from", "2027", "until", "2026")).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> asking("overdue", "perhaps")).isInstanceOf(Failure.class);
    }

    @Test
    void every_room_tells_what_of_it_is_due() {
        Item<ResultsChain> chain = council.put(Item.fresh(ResultsChain.KIND, ResultsChain.of("a draft")));
        Support support = Support.of(chain.id(), "Sundmark", "Advice on pay");
        council.put(Item.fresh(
                Support.KIND,
                new Support(
                        support.chain(),
                        support.title(),
                        support.donor(),
                        support.isOurs(),
                        support.area(),
                        support.means(),
                        support.activities(),
                        support.amount(),
                        support.currency(),
                        DateSpan.between(PartialDate.of("2025"), PartialDate.of("2027-06")),
                        support.confirmed(),
                        support.note())));
        council.put(Item.fresh(
                Partnership.KIND,
                new Partnership(
                        "Memorandum",
                        List.of(),
                        "",
                        Optional.empty(),
                        Optional.of(PartialDate.of("2028")),
                        Optional.of(PartialDate.of("2026-09")),
                        "",
                        List.of(),
                        "",
                        "")));
        council.put(Item.fresh(FocalPoint.KIND, Council.point("A. Person", "2026-03-01", "2027-02-28")));
        council.put(Item.fresh(Meeting.KIND, Council.meeting("Committee", "2027-01-15")));
        assertThat(titles(DueQuestion.ALL))
                .containsExactly(
                        "partnership-review Memorandum",
                        "meeting Committee",
                        "focal-point Secretariat: minutes",
                        "support-end Advice on pay",
                        "partnership-end Memorandum");
        assertThat(council.calendar(council.ana).kinds()).containsKeys("meeting", "support-end");
    }

    @Test
    void what_is_withheld_is_due_to_nobody_else() {
        council.forAna(Item.fresh(Action.KIND, Council.action("canary", "2026-03-01")));
        council.put(Item.fresh(Action.KIND, Council.action("for all", "2026-04-01")));
        assertThat(council.calendar(council.ana).entries()).hasSize(2);
        Calendar bens = council.calendar(council.ben);
        assertThat(bens.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.due().title()).isEqualTo("for all"));
        assertThat(bens.overdue()).isOne();
    }

    @Test
    void a_private_layer_adds_what_is_due_in_it_and_says_so() {
        View shared = council.view();
        var layer = PrivateLayers.found(shared, council.ana, council.workspaces, Wording.english());
        layer.append(council.ana, new Edit.Put(Item.fresh(Action.KIND, Council.action("quietly", "2026-12-01"))));
        List<View> layers = PrivateLayers.of(council.workspace.id(), council.ana, council.workspaces);
        Calendar calendar = Calendar.of(shared, layers, Salus.faces(), Wording.english(), Council.TODAY);
        assertThat(calendar.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.layer()).isPresent();
            assertThat(entry.href()).startsWith("/workspaces/" + layer.id());
        });
        assertThat(council.calendar(council.ana).entries()).isEmpty();
    }

    @Test
    void five_hundred_actions_are_in_it() {
        Edit[] edits = IntStream.range(0, 500)
                .<Edit>mapToObj(at -> new Edit.Put(Item.fresh(Action.KIND, Council.action("action " + at, "2027-01"))))
                .toArray(Edit[]::new);
        council.append(edits);
        assertThat(titles(DueQuestion.ALL)).hasSize(500);
    }
}
