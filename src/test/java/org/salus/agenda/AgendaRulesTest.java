package org.salus.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.Salus;
import org.salus.framework.PartialDate;
import org.salus.framework.Wording;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Outcome;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.View;
import org.salus.workspace.Differing;

/** What may be said of meetings, actions, requests and focal points. */
class AgendaRulesTest {
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

    @Test
    void nothing_is_due_before_it_was_agreed_on() {
        assertThat(council.refused(Item.fresh(Action.KIND, Council.action("x", "2025-12"))))
                .contains("December 2025", "10 January 2026");
        assertThat(council.refused(Item.fresh(Request.KIND, Council.request("x", "2026-01-09"))))
                .contains("9 January 2026");
        council.put(Item.fresh(Action.KIND, Council.action("the year may still hold it", "2026")));
    }

    @Test
    void an_action_has_an_office_and_says_what_is_done() {
        Action action = Council.action(" ", "2027");
        assertThat(council.refused(Item.fresh(Action.KIND, action))).contains("few words");
        assertThat(council.refused(Item.fresh(
                        Action.KIND,
                        new Action(
                                "x",
                                "",
                                action.made(),
                                action.due(),
                                action.state(),
                                action.done(),
                                action.meeting(),
                                action.decision(),
                                ""))))
                .contains("needs an office");
    }

    @Test
    void an_action_comes_from_a_meeting_that_is_there() {
        Action action = Council.action("x", "2027");
        assertThat(council.refused(Item.fresh(
                        Action.KIND,
                        new Action(
                                action.title(),
                                action.office(),
                                action.made(),
                                action.due(),
                                action.state(),
                                action.done(),
                                Optional.of(ItemId.fresh()),
                                Optional.empty(),
                                ""))))
                .contains("no such meeting");
    }

    @Test
    void a_name_is_shown_for_a_year_at_most_and_never_to_everybody() {
        assertThat(council.refused(Item.fresh(FocalPoint.KIND, Council.point("A. Person", "2026-03-01", "2027-03-02"))))
                .contains("12 months");
        assertThat(council.refused(Item.fresh(FocalPoint.KIND, Council.point("A. Person", "2026-03-01", "2026-02"))))
                .contains("12 months");
        assertThat(council.refused(Item.fresh(FocalPoint.KIND, Council.point("A. Person", "2026-03-01", "2027-03-01"))
                        .meantFor(new Sensitivity.Public())))
                .contains("never for everybody");
        council.put(Item.fresh(FocalPoint.KIND, Council.point("A. Person", "2026-03-01", "2027-03-01")));
    }

    @Test
    void an_expired_name_is_told_by_nothing_here() {
        council.put(Item.fresh(FocalPoint.KIND, Council.point("A. Person", "2025-11-26", "2026-11-26")));
        AgendaBook book = AgendaBook.of(council.view(), Council.TODAY);
        AgendaTables tables = new AgendaTables(Wording.english(), AgendaTables.NO_LINKS);
        assertThat(tables.focalPoints(book, false).rows().toString())
                .contains("expired")
                .doesNotContain("A. Person");
        assertThat(new AgendaAnswers(book, Wording.english())
                        .list("focal-points")
                        .toString())
                .doesNotContain("A. Person");
        assertThat(council.calendar(council.ana).asked(DueQuestion.ALL))
                .as("its end is on the calendar")
                .singleElement()
                .satisfies(entry -> assertThat(entry.due().kind()).isEqualTo("focal-point"));
        assertThat(book.expired()).isOne();
    }

    @Test
    void differences_tell_until_when_a_name_is_shown_and_not_the_name() {
        View before = council.view();
        council.put(Item.fresh(FocalPoint.KIND, Council.point("A. Person", "2026-11-26", "2027-11-26")));
        View after = council.view();
        assertThat(after.since(before).stream()
                        .map(difference -> Differing.of(difference, before, after, Salus.faces(), Wording.english()))
                        .toList()
                        .toString())
                .contains("Who answers there", "2027-11-26")
                .doesNotContain("A. Person");
    }

    @Test
    void a_file_names_nobody() {
        council.put(Item.fresh(FocalPoint.KIND, Council.point("A. Person", "2026-11-26", "2027-11-26")));
        AgendaBook book = AgendaBook.of(council.view(), Council.TODAY);
        AgendaTables tables = new AgendaTables(Wording.english(), AgendaTables.NO_LINKS);
        assertThat(tables.focalPoints(book, false).rows().toString()).contains("A. Person");
        assertThat(tables.focalPoints(book, true).rows().toString()).doesNotContain("A. Person");
    }

    @Test
    void what_came_from_a_meeting_is_seen_by_its_readers_alone() {
        Item<Meeting> meeting = council.forAna(Item.fresh(Meeting.KIND, Council.meeting("Quiet", "2026-11-01")));
        Outcome outcome = council.append(Minutes.read(
                        "A: Ministry of Justice · canary · until 2027",
                        council.view(),
                        council.view().get(Meeting.KIND, meeting.id()))
                .edits(Wording.english())
                .toArray(Edit[]::new));
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        assertThat(council.view().list(Action.KIND)).hasSize(1);
        assertThat(council.workspace.view(council.ben).list(Action.KIND)).isEmpty();
        assertThat(council.calendar(council.ben).entries()).isEmpty();
        assertThat(PartialDate.of("2027"))
                .isEqualTo(council.view()
                        .list(Action.KIND)
                        .getFirst()
                        .value()
                        .due()
                        .orElseThrow());
    }
}
