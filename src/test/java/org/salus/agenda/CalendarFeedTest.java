package org.salus.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.WorkspaceId;
import org.salus.workspace.Due;

/** Calendars as other programs read them: RFC 5545. */
class CalendarFeedTest {
    private static final WorkspaceId WORKSPACE = WorkspaceId.of("0b54d4b6-3a1c-4f6e-9d0a-5f2f3c8f7a11");

    private static String feed(String title, String office, Optional<String> on) {
        Due due = new Due(
                "action:1",
                "action",
                Sentence.of("agenda.calendar.action"),
                title,
                office,
                on.map(PartialDate::of),
                true,
                "items/1");
        return new CalendarFeed(Wording.english(), "https://salus.example.org")
                .of("Zubara: what is due", List.of(new CalendarEntry(due, WORKSPACE, Optional.empty())), Council.TODAY);
    }

    private static List<String> unfolded(String feed) {
        return Stream.of(feed.replace("\r\n ", "").split("\r\n")).toList();
    }

    @Test
    void an_entry_is_a_whole_day_with_a_lasting_name() {
        assertThat(unfolded(feed("Sends the draft", "Ministry of Justice", Optional.of("2026-12"))))
                .startsWith("BEGIN:VCALENDAR", "VERSION:2.0")
                .containsSubsequence(
                        "BEGIN:VEVENT",
                        "UID:action:1@" + WORKSPACE,
                        "DTSTAMP:20261127T000000Z",
                        "DTSTART;VALUE=DATE:20261231",
                        "DTEND;VALUE=DATE:20270101",
                        "SUMMARY:action: Sends the draft",
                        "DESCRIPTION:Office: Ministry of Justice\\nDate as far as it is known: December 2026",
                        "URL:https://salus.example.org/workspaces/" + WORKSPACE + "/items/1",
                        "END:VEVENT",
                        "END:VCALENDAR");
    }

    @Test
    void moved_it_keeps_its_name() {
        assertThat(unfolded(feed("x", "", Optional.of("2026-12-01"))).stream().filter(line -> line.startsWith("UID")))
                .isEqualTo(unfolded(feed("x", "", Optional.of("2027-05-01"))).stream()
                        .filter(line -> line.startsWith("UID"))
                        .toList());
    }

    @Test
    void what_would_part_or_end_a_value_is_marked() {
        assertThat(unfolded(feed("one, two; three\\four\r\nBEGIN:VEVENT\u0007", "", Optional.of("2026-12-01"))))
                .contains("SUMMARY:action: one\\, two\\; three\\\\four\\nBEGIN:VEVENT")
                .filteredOn("BEGIN:VEVENT"::equals)
                .hasSize(1);
    }

    @Test
    void long_lines_are_folded_between_letters() {
        String title = "\u0645\u062d\u0636\u0631 \ud83d\udcc5 ".repeat(40).strip();
        String feed = feed(title, "", Optional.of("2026-12-01"));
        assertThat(feed.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75))
                .allSatisfy(
                        line -> assertThat(new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                                .isEqualTo(line));
        assertThat(unfolded(feed)).contains("SUMMARY:action: " + title);
    }

    @Test
    void what_is_due_at_once_has_no_day_and_is_left_out() {
        assertThat(feed("x", "", Optional.empty())).doesNotContain("VEVENT");
    }
}
