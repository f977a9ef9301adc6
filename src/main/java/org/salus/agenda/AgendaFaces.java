package org.salus.agenda;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salus.appraisal.RegisteredDecision;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.Kind;
import org.salus.ledger.View;
import org.salus.workspace.Contribution;
import org.salus.workspace.Due;
import org.salus.workspace.Face;
import org.salus.workspace.Field;

/** What this room adds to every workspace: kinds of items, how people edit them, a place in the rail, and what of it is due. */
public final class AgendaFaces {
    /** Behind the strategy, which the work of the week is about. */
    private static final int PLACE = 75;

    private static final Face<Meeting> MEETING = Face.of(
                    Meeting.KIND,
                    kind("meeting"),
                    (item, view) -> item.value().title(),
                    List.of(
                            Field.line("title", said("meeting")),
                            Field.day("day", said("day")),
                            Field.line("place", said("place")).hinted(said("place.hint")),
                            Field.lines("offices", said("offices")).hinted(said("offices.hint")),
                            Field.rows(
                                            "points",
                                            said("points"),
                                            said("point"),
                                            List.of(
                                                    Field.line("text", said("point")),
                                                    Field.line("office", said("brings")),
                                                    Field.flag("forDecision", said("for-decision"))))
                                    .hinted(said("points.hint")),
                            Field.choice("state", said("state"), MeetingState.class),
                            Field.paragraph("minutes", said("minutes")),
                            Field.line("document", said("document")).hinted(said("document.hint")),
                            Field.paragraph("note", said("note"))))
            .on(item -> Optional.of(meeting(item)));

    private static final Face<DecisionTaken> TAKEN = Face.of(
                    DecisionTaken.KIND,
                    kind("taken"),
                    AgendaFaces::taken,
                    List.of(
                            Field.item("meeting", said("from-meeting"), Meeting.KIND),
                            Field.item("decision", said("decision"), RegisteredDecision.KIND)))
            .on(item -> Optional.of("meetings/" + item.value().meeting()));

    private static final Face<Action> ACTION = Face.of(
            Action.KIND,
            kind("action"),
            (item, view) -> item.value().title(),
            List.of(
                    Field.line("title", said("action")),
                    Field.line("office", said("office")).hinted(said("office.hint")),
                    Field.day("made", said("made")),
                    Field.day("due", said("due")),
                    Field.choice("state", said("state"), ActionState.class),
                    Field.day("done", said("done")),
                    Field.item("meeting", said("from-meeting"), Meeting.KIND),
                    Field.item("decision", said("from-decision"), RegisteredDecision.KIND),
                    Field.paragraph("outcome", said("outcome"))));

    private static final Face<Request> REQUEST = Face.of(
            Request.KIND,
            kind("request"),
            (item, view) -> item.value().title(),
            List.of(
                    Field.line("title", said("asks")),
                    Field.line("askedOf", said("asked-of")).hinted(said("office.hint")),
                    Field.line("askedBy", said("asked-by")),
                    Field.day("made", said("asked-on")),
                    Field.day("until", said("until")),
                    Field.choice("state", said("state"), RequestState.class),
                    Field.day("answered", said("answered")),
                    Field.paragraph("answer", said("answer")),
                    Field.line("document", said("document")).hinted(said("document.hint"))));

    /** The name of whoever answers there is in no field, and differences tell until when it is shown and not what it is: both would show it after it has expired. */
    private static final Face<FocalPoint> FOCAL_POINT = Face.of(
                    FocalPoint.KIND,
                    kind("focal-point"),
                    (item, view) -> title(item.value()),
                    List.of(
                            Field.line("office", said("office")).hinted(said("office.hint")),
                            Field.line("matter", said("matter")),
                            Field.line("reached", said("reached")).hinted(said("reached.hint")),
                            Field.paragraph("note", said("note"))))
            .telling(Field.optionalGroup("named", said("name"), List.of(Field.day("until", said("name-until")))));

    private static final List<Face<?>> FACES = List.of(MEETING, TAKEN, ACTION, REQUEST, FOCAL_POINT);

    private AgendaFaces() {}

    private static Sentence said(String field) {
        return Sentence.of("agenda.field." + field);
    }

    private static Sentence kind(String name) {
        return Sentence.of("agenda.kind." + name);
    }

    private static String meeting(Item<Meeting> item) {
        return "meetings/" + item.id();
    }

    private static String title(FocalPoint point) {
        return point.matter().isBlank() ? point.office() : point.office() + ": " + point.matter();
    }

    private static String taken(Item<DecisionTaken> item, View view) {
        return view.find(RegisteredDecision.KIND, item.value().decision())
                .map(decision -> decision.value().title())
                .orElse("");
    }

    /** The fields of an item of that kind, as people type them. */
    static List<Field> fields(Kind<?> kind) {
        return FACES.stream()
                .filter(face -> face.kind().equals(kind))
                .findFirst()
                .map(Face::fields)
                .orElseThrow();
    }

    /** What this room adds. */
    public static Contribution contribution() {
        return new Contribution(
                        List.of(Meeting.KIND, DecisionTaken.KIND, Action.KIND, Request.KIND, FocalPoint.KIND),
                        FACES,
                        List.of(new Contribution.Place(
                                Contribution.Stretch.AGREEMENT,
                                PLACE,
                                Sentence.of("agenda.place"),
                                Sentence.of("agenda.page.title"),
                                "agenda")))
                .owing((view, day, wording) -> dues(view));
    }

    /** Meetings to be held, actions and requests that are open, names of focal points that expire. */
    private static List<Due> dues(View view) {
        List<Due> dues = new ArrayList<>();
        for (Item<Meeting> item : view.list(Meeting.KIND)) {
            Meeting meeting = item.value();
            if (meeting.state() == MeetingState.PLANNED) {
                meeting.day()
                        .ifPresent(day ->
                                dues.add(due("meeting", item, meeting.title(), meeting.place(), day, meeting(item))));
            }
        }
        for (Item<Action> item : view.list(Action.KIND)) {
            Action action = item.value();
            if (action.state().isOpen()) {
                action.due()
                        .ifPresent(
                                day -> dues.add(due("action", item, action.title(), action.office(), day, of(item))));
            }
        }
        for (Item<Request> item : view.list(Request.KIND)) {
            Request request = item.value();
            if (request.state().isOpen()) {
                request.until()
                        .ifPresent(day ->
                                dues.add(due("request", item, request.title(), request.askedOf(), day, of(item))));
            }
        }
        for (Item<FocalPoint> item : view.list(FocalPoint.KIND)) {
            item.value()
                    .named()
                    .ifPresent(named -> dues.add(due(
                            "focal-point",
                            item,
                            title(item.value()),
                            item.value().office(),
                            named.until(),
                            "focal-points")));
        }
        return dues;
    }

    private static String of(Item<?> item) {
        return "items/" + item.id();
    }

    private static Due due(String kind, Item<?> item, String title, String office, PartialDate on, String path) {
        return new Due(
                kind + ":" + item.id(),
                kind,
                Sentence.of("agenda.calendar." + kind),
                title,
                office,
                Optional.of(on),
                true,
                path);
    }
}
