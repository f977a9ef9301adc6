package org.salus.agenda;

import java.util.List;
import java.util.Optional;
import org.salus.framework.PartialDate;
import org.salus.ledger.Kind;

/**
 * A meeting. Everybody in it is an office or a role, never a person.
 *
 * @param day on which it is or was held, as exactly as it is known; empty while nobody has fixed one
 * @param place an office, or what people call the place
 * @param offices that take part
 * @param points of its agenda, in their order
 * @param minutes what was noted beside decisions and actions, line by line; empty before it was held
 * @param document the minutes that were signed, a letter; may be empty
 */
public record Meeting(
        String title,
        Optional<PartialDate> day,
        String place,
        List<String> offices,
        List<AgendaPoint> points,
        MeetingState state,
        String minutes,
        String document,
        String note) {
    public static final Kind<Meeting> KIND = Kind.of("meeting", Meeting.class)
            .leavingBehind(
                    meeting -> !meeting.minutes().isBlank() || !meeting.note().isBlank())
            .ruledBy((edited, view) -> AgendaRules.ofMeeting(edited.value()));

    public Meeting {
        offices = List.copyOf(offices);
        points = List.copyOf(points);
    }

    /** The same after it was held, with what was noted there behind what was noted before. */
    Meeting held(String noted) {
        String all = minutes.isBlank() ? noted : noted.isBlank() ? minutes : minutes + "\n" + noted;
        return new Meeting(title, day, place, offices, points, MeetingState.HELD, all, document, note);
    }
}
