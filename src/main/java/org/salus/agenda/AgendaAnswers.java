package org.salus.agenda;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.appraisal.RegisteredDecision;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.workspace.Differing;

/** What programs are answered, from the API and from the command line alike: of what one reader may read. Pure. */
public final class AgendaAnswers {
    private final AgendaBook book;
    private final Wording wording;

    /** @param book what whoever asks may read */
    public AgendaAnswers(AgendaBook book, Wording wording) {
        this.book = book;
        this.wording = wording;
    }

    private Map<String, Object> begin() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("workspace", book.view().workspace());
        out.put("heads", book.view().heads());
        out.put("day", book.day().toString());
        return out;
    }

    /** What is due. */
    public Map<String, Object> due(Calendar calendar, DueQuestion question) {
        Map<String, Object> out = begin();
        question.from().ifPresent(from -> out.put("from", from.toString()));
        question.until().ifPresent(until -> out.put("until", until.toString()));
        question.kind().ifPresent(kind -> out.put("kind", kind));
        question.office().ifPresent(office -> out.put("office", office));
        out.put("overdue", calendar.overdue());
        List<CalendarEntry> asked = calendar.asked(question);
        out.put("due", asked.stream().map(entry -> due(calendar, entry)).toList());
        if (asked.isEmpty()) {
            calendar.next(question).ifPresent(next -> out.put("next", due(calendar, next)));
        }
        return out;
    }

    private Map<String, Object> due(Calendar calendar, CalendarEntry entry) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", entry.due().name());
        entry.due().on().ifPresent(on -> out.put("on", on));
        out.put("kind", entry.due().kind());
        out.put("label", wording.say(entry.due().label()));
        out.put("title", entry.due().title());
        out.put("office", entry.due().office());
        out.put("owed", entry.due().isOwed());
        out.put("overdue", entry.due().isOverdue(calendar.day()));
        out.put("workspace", entry.workspace());
        entry.layer().ifPresent(layer -> out.put("layer", layer));
        out.put("href", entry.href());
        return out;
    }

    /**
     * A list.
     *
     * @param words one of {@link AgendaList}
     * @throws Failure (not found) for anything else
     */
    public Map<String, Object> list(String words) {
        AgendaList list = known(words);
        Map<String, Object> out = begin();
        switch (list) {
            case MEETINGS ->
                out.put(
                        "meetings",
                        book.meetings().stream().map(AgendaAnswers::meeting).toList());
            case ACTIONS ->
                out.put("actions", book.actions().stream().map(this::action).toList());
            case REQUESTS ->
                out.put("requests", book.requests().stream().map(this::request).toList());
            case FOCAL_POINTS ->
                out.put("focal_points", book.points().stream().map(this::point).toList());
        }
        return out;
    }

    /**
     * The list of that word.
     *
     * @throws Failure (not found) if there is none
     */
    public static AgendaList known(String words) {
        return AgendaList.find(words)
                .orElseThrow(() -> Failure.notFound(
                        Sentence.of("agenda.failure.no-list", words, String.join(", ", AgendaList.codes()))));
    }

    /** A meeting with what it has before it and what came of it. */
    public Map<String, Object> meeting(MeetingReading read) {
        Map<String, Object> out = begin();
        out.put("meeting", meeting(read.meeting()));
        out.put("to_decide", read.toDecide());
        read.before().ifPresent(before -> {
            Map<String, Object> told = meeting(before);
            told.put(
                    "decisions",
                    read.decidedBefore().stream().map(AgendaAnswers::decision).toList());
            told.put("actions", read.cameOf().stream().map(this::action).toList());
            out.put("before", told);
        });
        out.put("open_actions", read.open().stream().map(this::action).toList());
        out.put(
                "decisions",
                read.decided().stream().map(AgendaAnswers::decision).toList());
        out.put("actions", read.actions().stream().map(this::action).toList());
        out.put("changed", read.changed().stream().map(this::changed).toList());
        return out;
    }

    /** Minutes as they were understood. */
    public Map<String, Object> minutes(Minutes minutes) {
        Map<String, Object> out = begin();
        out.put("meeting", minutes.meeting().id());
        out.put("wrong", minutes.wrong().size());
        out.put(
                "lines",
                minutes.lines().stream()
                        .map(line -> {
                            Map<String, Object> told = new LinkedHashMap<>();
                            told.put("line", line.number());
                            told.put("becomes", line.kind().code());
                            told.put("text", line.text());
                            told.put("office", line.office());
                            line.due().ifPresent(due -> told.put("due", due));
                            told.put(
                                    "problems",
                                    line.problems().stream().map(wording::say).toList());
                            told.put(
                                    "remarks",
                                    line.remarks().stream().map(wording::say).toList());
                            return told;
                        })
                        .toList());
        return out;
    }

    private static Map<String, Object> of(Item<?> item) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", item.id());
        out.put("sensitivity", item.sensitivity().code());
        return out;
    }

    private static Map<String, Object> meeting(Item<Meeting> item) {
        Meeting meeting = item.value();
        Map<String, Object> out = of(item);
        out.put("title", meeting.title());
        meeting.day().ifPresent(day -> out.put("day", day));
        out.put("place", meeting.place());
        out.put("offices", meeting.offices());
        out.put("points", meeting.points());
        out.put("state", meeting.state());
        out.put("minutes", meeting.minutes());
        out.put("document", meeting.document());
        out.put("note", meeting.note());
        return out;
    }

    private static Map<String, Object> decision(Item<RegisteredDecision> item) {
        Map<String, Object> out = of(item);
        out.put("title", item.value().title());
        item.value().day().ifPresent(day -> out.put("day", day));
        out.put("decided_by", item.value().decidedBy());
        return out;
    }

    private Map<String, Object> action(Item<Action> item) {
        Action action = item.value();
        Map<String, Object> out = of(item);
        out.put("title", action.title());
        out.put("office", action.office());
        action.made().ifPresent(made -> out.put("made", made));
        action.due().ifPresent(due -> out.put("due", due));
        out.put("state", action.state());
        out.put("overdue", action.isOverdue(book.day()));
        action.done().ifPresent(done -> out.put("done", done));
        action.meeting().ifPresent(meeting -> out.put("meeting", meeting));
        action.decision().ifPresent(decision -> out.put("decision", decision));
        out.put("outcome", action.outcome());
        return out;
    }

    private Map<String, Object> request(Item<Request> item) {
        Request request = item.value();
        Map<String, Object> out = of(item);
        out.put("title", request.title());
        out.put("asked_of", request.askedOf());
        out.put("asked_by", request.askedBy());
        request.made().ifPresent(made -> out.put("made", made));
        request.until().ifPresent(until -> out.put("until", until));
        out.put("state", request.state());
        out.put("overdue", request.isOverdue(book.day()));
        request.answered().ifPresent(answered -> out.put("answered", answered));
        out.put("answer", request.answer());
        out.put("document", request.document());
        return out;
    }

    private Map<String, Object> point(Item<FocalPoint> item) {
        FocalPoint point = item.value();
        Map<String, Object> out = of(item);
        out.put("office", point.office());
        out.put("matter", point.matter());
        out.put("reached", point.reached());
        Optional<String> name = point.name(book.day());
        name.ifPresent(shown -> out.put("name", shown));
        point.named().ifPresent(named -> out.put("name_until", named.until()));
        out.put("note", point.note());
        return out;
    }

    private Map<String, Object> changed(Differing one) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("item", one.item());
        out.put("change", wording.say(one.change().label()));
        out.put("kind", one.kind());
        out.put("title", one.title());
        return out;
    }
}
