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
import org.salus.appraisal.RegisteredDecision;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Wording;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Outcome;

/** Minutes typed in line by line, and what they become. */
class MinutesTest {
    private static final Wording WORDING = Wording.english();

    @TempDir
    private Path folder;

    private Council council;
    private Item<Meeting> meeting;

    @BeforeEach
    void begin() {
        council = new Council(folder);
        meeting = council.put(Item.fresh(Meeting.KIND, Council.meeting("Steering committee", "2026-11-20")));
        meeting = council.view().get(Meeting.KIND, meeting.id());
    }

    @AfterEach
    void end() {
        council.close();
    }

    private Minutes read(String text) {
        return Minutes.read(text, council.view(), council.view().get(Meeting.KIND, meeting.id()));
    }

    private void write(String text) {
        assertThat(council.append(read(text).edits(WORDING).toArray(Edit[]::new)))
                .isInstanceOf(Outcome.Accepted.class);
    }

    private String wrong(String text) {
        return read(text).wrong().stream()
                .flatMap(line -> line.problems().stream())
                .map(WORDING::say)
                .collect(Collectors.joining(" "));
    }

    private String remarks(String text) {
        return read(text).lines().stream()
                .flatMap(line -> line.remarks().stream())
                .map(WORDING::say)
                .collect(Collectors.joining(" "));
    }

    private MeetingReading reading(Item<Meeting> one) {
        return MeetingReading.of(
                council.workspace, council.view(), one.id().toString(), Salus.faces(), WORDING, Council.TODAY);
    }

    @Test
    void lines_become_decisions_and_actions_in_one_step() {
        int steps = council.workspace
                .history(council.ana)
                .list(1000, Optional.empty())
                .size();
        write("""
                The chair opened the meeting.
                D: The pilot is extended by a year
                A: Ministry of Justice · sends the draft order · until 2026-12-15
                a: Embassy of Sundmark | sends figures

                D: Pay goes through banks · Cabinet
                """);
        assertThat(council.workspace.history(council.ana).list(1000, Optional.empty()))
                .hasSize(steps + 1);
        MeetingReading read = reading(meeting);
        assertThat(read.meeting().value().state()).isEqualTo(MeetingState.HELD);
        assertThat(read.meeting().value().minutes()).isEqualTo("The chair opened the meeting.");
        assertThat(read.decided())
                .extracting(item -> item.value().title() + " by " + item.value().decidedBy())
                .containsExactlyInAnyOrder(
                        "The pilot is extended by a year by Steering committee", "Pay goes through banks by Cabinet");
        assertThat(read.actions())
                .extracting(item -> item.value().title())
                .containsExactly("sends the draft order", "sends figures");
        Action first = read.actions().getFirst().value();
        assertThat(first.due()).contains(PartialDate.of("2026-12-15"));
        assertThat(first.made()).contains(PartialDate.of("2026-11-20"));
        assertThat(first.decision())
                .as("an action below a decision carries it out")
                .hasValueSatisfying(decision -> assertThat(council.view()
                                .get(RegisteredDecision.KIND, decision)
                                .value()
                                .title())
                        .startsWith("The pilot"));
    }

    @Test
    void what_is_wrong_is_told_by_its_line_and_nothing_is_written() {
        String text = """
                D:
                A: Ministry of Justice
                A: Ministry of Justice · sends it · until soon
                A: Ministry of Justice · sends it · until 2026-11-01
                A: a · b · c · d
                """;
        assertThat(read(text).wrong()).extracting(MinutesLine::number).containsExactly(1, 2, 3, 4, 5);
        assertThat(wrong(text))
                .contains(
                        "does not say what was decided",
                        "needs an office",
                        "“soon” is no date",
                        "before it was",
                        "parts");
        assertThatThrownBy(() -> read(text).edits(WORDING))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(WORDING.say(failure.sentence())).contains("5 lines", "Line 3"));
        assertThatThrownBy(() -> read(" \n ").edits(WORDING)).isInstanceOf(Failure.class);
    }

    @Test
    void they_may_be_typed_in_french_with_french_spaces() {
        for (String until : List.of(
                "jusqu’au 2027-05-18",
                "jusqu'au 2027-05-18",
                "avant le 2027-05-18",
                "d’ici le 2027-05-18",
                "au plus tard le 2027-05-18",
                "pour le 2027-05-18",
                "échéance : 2027-05-18",
                "Jusqu’au\u00a02027-05-18")) {
            Minutes read = read(
                    "D\u00a0: Le projet pilote est prolongé · le comité\nA\u202f: Ministry of Justice · envoie le projet · "
                            + until);
            assertThat(read.wrong()).as(until).isEmpty();
            assertThat(read.of(MinutesLine.Kind.DECISION))
                    .singleElement()
                    .satisfies(line -> assertThat(line.office()).isEqualTo("le comité"));
            assertThat(read.of(MinutesLine.Kind.ACTION)).singleElement().satisfies(line -> {
                assertThat(line.due()).contains(PartialDate.of("2027-05-18"));
                assertThat(line.office()).isEqualTo("Ministry of Justice");
            });
        }
        assertThat(wrong("A: Ministry of Justice · envoie le projet · jusqu’au printemps"))
                .contains("“printemps” is no date");
        assertThat(read("Avant le vote, le ministre remercie.").of(MinutesLine.Kind.NOTE))
                .hasSize(1);
    }

    @Test
    void an_unknown_office_is_remarked_with_the_nearest_and_may_be_meant() {
        assertThat(remarks("A: Ministry of Jutsice · sends it · until 2027"))
                .contains("there is “Ministry of Justice”");
        assertThat(remarks("A: Coast guard · sends it · until 2027"))
                .contains("No office here is called “Coast guard” yet");
        assertThat(remarks("A: ministry  of justice · sends it · until 2027")).isEmpty();
        assertThat(remarks("A: Ministry of Justice · sends it")).contains("No date");
        write("A: Coast guard · sends it · until 2027");
        assertThat(reading(meeting).actions()).hasSize(1);
    }

    @Test
    void minutes_that_are_typed_twice_are_written_once() {
        String text = "Opened.\nD: The pilot is extended\nA: Ministry of Justice · sends it · until 2027";
        write(text);
        assertThat(read(text).lines()).extracting(MinutesLine::kind).containsOnly(MinutesLine.Kind.KNOWN);
        write(text + "\nA: Ministry of Justice · sends more");
        assertThat(reading(meeting).decided()).hasSize(1);
        assertThat(reading(meeting).actions()).hasSize(2);
        assertThat(reading(meeting).meeting().value().minutes()).isEqualTo("Opened.");
    }

    @Test
    void hostile_text_is_text_and_what_turns_texts_round_is_refused() {
        assertThat(wrong("D: <script>alert(1)</script>{0}'\"")).isEmpty();
        assertThat(wrong("D: Pay\u202Eyap")).contains("cannot be shown");
        assertThat(wrong("A: Ministry\u0007 of Justice · x")).contains("cannot be shown");
        assertThat(wrong("D: " + "x".repeat(1001))).contains("longer than");
        assertThat(wrong("x\n".repeat(1001))).contains("Only");
        write("D: <script>alert(1)</script>{0}'\"");
        assertThat(reading(meeting).decided().getFirst().value().title()).isEqualTo("<script>alert(1)</script>{0}'\"");
    }

    @Test
    void five_hundred_actions_are_written_in_one_step() {
        write(IntStream.range(0, 500)
                .mapToObj(at -> "A: Ministry of Justice · action " + at + " · until 2027")
                .collect(Collectors.joining("\n")));
        assertThat(reading(meeting).actions()).hasSize(500);
    }

    @Test
    void the_next_meeting_shows_what_came_of_it() {
        write("D: The pilot is extended\nA: Ministry of Justice · sends it · until 2026-11-25");
        Item<Action> action = council.view().list(Action.KIND).getFirst();
        Item<Meeting> next = council.put(Item.fresh(Meeting.KIND, Council.meeting("Next committee", "2027-02-20")));
        MeetingReading read = reading(next);
        assertThat(read.before())
                .hasValueSatisfying(before -> assertThat(before.id()).isEqualTo(meeting.id()));
        assertThat(read.decidedBefore()).hasSize(1);
        assertThat(read.open()).hasSize(1);
        assertThat(AgendaBook.of(council.view(), Council.TODAY)
                        .isOverdue(read.open().getFirst()))
                .isTrue();
        assertThat(read.changed())
                .as("what the last meeting wrote itself is not news to it")
                .extracting(one -> one.title())
                .containsExactly("Next committee");
        Action said = action.value();
        council.put(action.saying(new Action(
                said.title(),
                said.office(),
                said.made(),
                said.due(),
                ActionState.DONE,
                Optional.of(PartialDate.of("2026-12-01")),
                said.meeting(),
                said.decision(),
                "sent by letter")));
        MeetingReading later = reading(next);
        assertThat(later.open()).isEmpty();
        assertThat(later.cameOf())
                .singleElement()
                .satisfies(item -> assertThat(item.value().outcome()).isEqualTo("sent by letter"));
        assertThat(later.changed())
                .extracting(one -> one.title())
                .containsExactlyInAnyOrder("Next committee", "sends it");
        assertThat(reading(meeting).before()).isEmpty();
        assertThat(reading(meeting).changed()).isEqualTo(List.of());
    }
}
