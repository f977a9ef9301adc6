package org.salus.papers;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.agenda.Action;
import org.salus.agenda.AgendaBook;
import org.salus.agenda.AgendaPoint;
import org.salus.agenda.DecisionTaken;
import org.salus.agenda.Meeting;
import org.salus.agenda.MeetingState;
import org.salus.appraisal.RegisteredDecision;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.framework.PartialDate;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;

/** The pack of a steering committee: its agenda, decisions due, open actions, and what changed since it met last. */
final class CommitteeParts {
    private static final int USUAL_ROWS = 60;
    private static final int USUAL_TITLES = 8;

    private CommitteeParts() {}

    static List<PaperPart> all() {
        return List.of(
                PaperPart.of("meeting", CommitteeParts::meeting).knowing(PaperChoice.MEETING),
                PaperPart.of("decisions-due", CommitteeParts::decisionsDue).knowing(PaperChoice.MEETING),
                PaperPart.of("actions", CommitteeParts::actions).set(PaperPart.MOST),
                PaperPart.of("since-last", CommitteeParts::sinceLast)
                        .knowing(PaperChoice.MEETING)
                        .set(PaperPart.MOST));
    }

    private static AgendaBook book(Making making) {
        return AgendaBook.of(making.view(), making.day());
    }

    /** The meeting that is asked for; else the next one that is planned, those without a day last. */
    private static Optional<Item<Meeting>> asked(Making making) {
        AgendaBook book = book(making);
        return making.question()
                .find(PaperChoice.MEETING)
                .map(book::find)
                .or(() -> book.meetings().stream()
                        .filter(one -> one.value().state() == MeetingState.PLANNED)
                        .min(Comparator.comparing(CommitteeParts::day).thenComparing(Item::id)));
    }

    private static LocalDate day(Item<Meeting> meeting) {
        return meeting.value().day().map(PartialDate::latest).orElse(LocalDate.MAX);
    }

    /** The one that was held last before that meeting; where none is asked for or planned, the one that was held last. */
    private static Optional<Item<Meeting>> before(Optional<Item<Meeting>> meeting, Making making) {
        return book(making).meetings().stream()
                .filter(one -> one.value().state() == MeetingState.HELD
                        && one.value().day().isPresent())
                .filter(one -> meeting.isEmpty()
                        || (!one.id().equals(meeting.get().id()) && !day(one).isAfter(day(meeting.get()))))
                .max(Comparator.comparing(CommitteeParts::day).thenComparing(Item::id));
    }

    private static void meeting(Making making, Sheet sheet) {
        Wording wording = making.wording();
        Optional<Item<Meeting>> asked = asked(making);
        if (asked.isEmpty()) {
            sheet.say("papers.meeting.nothing");
            return;
        }
        Meeting meeting = asked.get().value();
        sheet.say("papers.meeting.lead", meeting.title(), making.date(meeting.day()), making.said(meeting.place()));
        if (!meeting.offices().isEmpty()) {
            sheet.say("papers.meeting.offices", String.join(", ", meeting.offices()));
        }
        if (meeting.points().isEmpty()) {
            sheet.say("papers.meeting.no-points");
        }
        sheet.table(new Table(
                wording.say("papers.meeting.table"),
                List.of(
                        Column.text("point", wording.say("papers.column.point")),
                        Column.text("office", wording.say("papers.column.brought-by")),
                        Column.text("decision", wording.say("papers.column.for-decision"))),
                meeting.points().stream()
                        .map(point -> List.of(
                                Cell.text(point.text()),
                                SupportParts.text(point.office(), wording),
                                Cell.text(wording.say(
                                        point.forDecision() ? "papers.meeting.decides" : "papers.meeting.hears"))))
                        .toList()));
    }

    private static void decisionsDue(Making making, Sheet sheet) {
        List<String> due = asked(making).stream()
                .flatMap(meeting -> meeting.value().points().stream())
                .filter(AgendaPoint::forDecision)
                .map(AgendaPoint::text)
                .toList();
        sheet.say("papers.decisions-due.lead", due.size());
        sheet.list(due);
    }

    private static void actions(Making making, Sheet sheet) {
        List<Item<Action>> open = book(making).actions().stream()
                .filter(action -> action.value().state().isOpen())
                .toList();
        long overdue = open.stream().filter(book(making)::isOverdue).count();
        sheet.say("papers.actions.lead", open.size(), overdue);
        int most = making.setting().most(USUAL_ROWS);
        sheet.table(table("papers.actions.table", open.stream().limit(most).toList(), false, making));
        if (open.size() > most) {
            sheet.note("papers.more", open.size() - most);
        }
    }

    /** @param isDone whether something may have come of them already */
    private static Table table(String caption, List<Item<Action>> actions, boolean isDone, Making making) {
        Wording wording = making.wording();
        AgendaBook book = book(making);
        return new Table(
                wording.say(caption),
                Stream.of(
                                Column.text("action", wording.say("papers.column.action")),
                                Column.text("office", wording.say("papers.column.office")),
                                Column.text("due", wording.say("papers.column.due")),
                                Column.text("state", wording.say("papers.column.state")),
                                Column.text("outcome", wording.say("papers.column.outcome")))
                        .limit(isDone ? 5 : 4)
                        .toList(),
                actions.stream()
                        .map(item -> {
                            Action action = item.value();
                            String state = wording.say(action.state().label());
                            return Stream.of(
                                            Cell.text(action.title()),
                                            SupportParts.text(action.office(), wording),
                                            SupportParts.day(action.due(), wording),
                                            Cell.text(
                                                    book.isOverdue(item)
                                                            ? wording.say("papers.actions.overdue", state)
                                                            : state),
                                            Cell.text(action.outcome()))
                                    .limit(isDone ? 5 : 4)
                                    .toList();
                        })
                        .toList());
    }

    private static void sinceLast(Making making, Sheet sheet) {
        Wording wording = making.wording();
        Optional<Item<Meeting>> before = before(asked(making), making);
        if (before.isEmpty()) {
            sheet.say("papers.since-last.nothing");
            return;
        }
        Item<Meeting> last = before.get();
        sheet.say(
                "papers.since-last.lead",
                last.value().title(),
                making.date(last.value().day()));
        Set<ItemId> taken = making.view().list(DecisionTaken.KIND).stream()
                .map(Item::value)
                .filter(one -> one.meeting().equals(last.id()))
                .map(DecisionTaken::decision)
                .collect(Collectors.toSet());
        sheet.under(
                "papers.since-last.decided",
                making.view().list(RegisteredDecision.KIND).stream()
                        .filter(one -> taken.contains(one.id()))
                        .map(one -> HandOverParts.decision(
                                making,
                                one.value().title(),
                                one.value().day(),
                                one.value().decidedBy()))
                        .toList());
        List<Item<Action>> cameOf = book(making).actions().stream()
                .filter(one -> one.value().meeting().filter(last.id()::equals).isPresent())
                .toList();
        if (!cameOf.isEmpty()) {
            sheet.heading("papers.since-last.actions");
            int most = USUAL_ROWS;
            sheet.table(
                    table("papers.since-last.table", cameOf.stream().limit(most).toList(), true, making));
            if (cameOf.size() > most) {
                sheet.note("papers.more", cameOf.size() - most);
            }
        }
        List<Changes.Change> changed = Changes.between(day(last), making.day(), making);
        sheet.heading("papers.since-last.changed");
        sheet.say("papers.since-last.count", changed.size(), wording.shortDay(day(last)));
        Changes.tell(changed, making.setting().most(USUAL_TITLES), making, sheet);
    }
}
