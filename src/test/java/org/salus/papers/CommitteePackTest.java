package org.salus.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.agenda.Action;
import org.salus.agenda.ActionState;
import org.salus.agenda.AgendaPoint;
import org.salus.agenda.FocalPoint;
import org.salus.agenda.Meeting;
import org.salus.agenda.MeetingState;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;

/** What a steering committee has before it. */
class CommitteePackTest {
    @TempDir
    Path folder;

    private WorkingWeek week;

    @BeforeEach
    void found() throws IOException {
        week = new WorkingWeek(folder);
    }

    @AfterEach
    void close() {
        week.close();
    }

    private static Item<Meeting> meeting(String title, String day, MeetingState state, AgendaPoint... points) {
        return Item.fresh(
                Meeting.KIND,
                new Meeting(
                        title,
                        Optional.of(PartialDate.of(day)),
                        "Tamm",
                        List.of("Ministry of Defence"),
                        List.of(points),
                        state,
                        state == MeetingState.HELD ? "Noted." : "",
                        "",
                        ""));
    }

    private static Item<Action> action(String title, String due, ItemId meeting) {
        return Item.fresh(
                Action.KIND,
                new Action(
                        title,
                        "Security Reform Office",
                        Optional.of(PartialDate.of("2026-09-01")),
                        Optional.of(PartialDate.of(due)),
                        ActionState.OPEN,
                        Optional.empty(),
                        Optional.of(meeting),
                        Optional.empty(),
                        ""));
    }

    @Test
    void without_a_meeting_it_says_that_none_is_planned() {
        assertThat(week.text(week.ana, "committee-pack"))
                .contains("No meeting is planned", "No action is open", "No earlier meeting is on record");
    }

    @Test
    void the_next_meeting_finds_its_agenda_what_is_to_be_decided_what_is_open_and_what_changed() {
        Item<Meeting> held = meeting("First meeting", "2026-09-01", MeetingState.HELD);
        week.put(held);
        week.put(action("Send the register to all districts", "2026-10-01", held.id()));
        week.put(meeting(
                "Second meeting",
                "2026-12-10",
                MeetingState.PLANNED,
                new AgendaPoint("Who pays for the register", "Ministry of Finance", true),
                new AgendaPoint("News from the border", "", false)));
        assertThat(week.text(week.ana, "committee-pack"))
                .contains("Second meeting. Day: 10 Dec 2026. Place: Tamm")
                .contains("| Who pays for the register | Ministry of Finance | decision |")
                .contains("One point of the agenda is for decision")
                .contains("One action is open; one is overdue")
                .contains("| Send the register to all districts | Security Reform Office | 1 Oct 2026 | OVERDUE")
                .contains("The meeting before: First meeting, 1 Sep 2026")
                .contains("Vehicles for the Harbour Police");
        assertThat(week.text(week.ana, "committee-pack", "meeting=First meeting"))
                .contains("First meeting. Day: 1 Sep 2026", "No earlier meeting");
        assertThat(catchThrowableOfType(Failure.class, () -> week.text(week.ana, "committee-pack", "meeting=Tenth")))
                .isNotNull();
        assertThat(week.text(week.ana, "hand-over")).contains("1 Oct 2026 (PAST): action of Security Reform Office");
    }

    @Test
    void an_action_for_few_is_in_no_pack_of_others() {
        Item<Meeting> held = meeting("First meeting", "2026-09-01", MeetingState.HELD);
        week.put(held);
        week.put(action("A quiet errand", "2026-10-01", held.id()).meantFor(week.forAna()));
        assertThat(week.text(week.ana, "committee-pack", "for=own")).contains("A quiet errand");
        assertThat(week.text(week.ana, "committee-pack"))
                .contains("No action is open")
                .doesNotContain("quiet");
        assertThat(week.text(week.ben, "committee-pack", "for=own")).contains("No action is open");
    }

    @Test
    void a_crisis_sheet_says_how_an_office_is_reached() {
        week.put(Item.fresh(
                FocalPoint.KIND,
                new FocalPoint("Security Reform Office", "police pay", "switchboard 12", Optional.empty(), "")));
        assertThat(week.text(week.ana, "crisis", "of=Orvelian Police"))
                .contains("turned to for: police pay. Reached: switchboard 12");
    }
}
