package org.salus.agenda;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.salus.appraisal.RegisteredDecision;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.framework.PartialDate;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.WorkspaceId;
import org.salus.workspace.Differing;

/** What this room tells as tables, in a language: for pages, files and terminals alike. */
public final class AgendaTables {
    private final Wording wording;
    private final Links links;

    /** Where cells lead. */
    @FunctionalInterface
    public interface Links {
        /** What leads to that address of this program; empty where nothing does. */
        Optional<URI> to(String address);
    }

    /** Nowhere: for what is read without the program. */
    public static final Links NO_LINKS = address -> Optional.empty();

    /** @param links for pages; {@link #NO_LINKS} for files */
    public AgendaTables(Wording wording, Links links) {
        this.wording = wording;
        this.links = links;
    }

    private String say(String name) {
        return wording.say("agenda.table." + name);
    }

    private Column text(String key) {
        return Column.text(key.replace('-', '_'), say(key));
    }

    private Column date(String key) {
        return Column.date(key.replace('-', '_'), say(key));
    }

    private Cell term(Term term) {
        return Cell.text(wording.say(term.label())).withCode(term.code());
    }

    private Cell date(Optional<PartialDate> date, String reason) {
        return date.map(known -> Cell.text(known.toString())).orElseGet(() -> Cell.blank(reason));
    }

    private Cell linked(Cell cell, String address) {
        return links.to(address).map(cell::withLink).orElse(cell);
    }

    private static String item(WorkspaceId workspace, ItemId id) {
        return "/workspaces/" + workspace + "/items/" + id;
    }

    /** What is due. */
    public Table due(Calendar calendar, List<CalendarEntry> entries) {
        return new Table(
                say("due"),
                List.of(date("on"), text("when"), text("what"), text("title"), text("office"), text("kept")),
                entries.stream()
                        .map(entry -> List.of(
                                entry.due()
                                        .on()
                                        .map(on -> Cell.text(on.toString()))
                                        .orElseGet(() -> Cell.blank(say("now"))),
                                Cell.text(
                                        entry.due().isOverdue(calendar.day())
                                                ? say("overdue")
                                                : say(entry.due().isOwed() ? "to-do" : "date")),
                                Cell.text(wording.say(entry.due().label()))
                                        .withCode(entry.due().kind()),
                                linked(Cell.text(entry.due().title()), entry.href()),
                                Cell.text(entry.due().office()),
                                Cell.text(entry.layer()
                                        .map(layer -> wording.say("agenda.kept.layer", layer))
                                        .orElse(""))))
                        .toList());
    }

    /** Meetings. */
    public Table meetings(AgendaBook book) {
        return new Table(
                say("meetings"),
                List.of(
                        date("day"),
                        text("meeting"),
                        text("place"),
                        text("offices"),
                        Column.integer("points", say("points"), ""),
                        text("state")),
                book.meetings().stream()
                        .map(item -> List.of(
                                date(item.value().day(), say("no-day")),
                                linked(
                                        Cell.text(item.value().title()),
                                        "/workspaces/" + book.view().workspace() + "/meetings/" + item.id()),
                                Cell.text(item.value().place()),
                                Cell.text(String.join("; ", item.value().offices())),
                                Cell.number(item.value().points().size()),
                                term(item.value().state())))
                        .toList());
    }

    /** All actions. */
    public Table actions(AgendaBook book) {
        return actions("actions", book, book.actions());
    }

    /**
     * Some actions.
     *
     * @param name of the table
     */
    public Table actions(String name, AgendaBook book, List<Item<Action>> actions) {
        WorkspaceId workspace = book.view().workspace();
        return new Table(
                say(name),
                List.of(
                        date("due-on"),
                        text("state"),
                        text("action"),
                        text("office"),
                        date("made"),
                        text("from"),
                        date("done"),
                        text("outcome")),
                actions.stream()
                        .map(item -> {
                            Action action = item.value();
                            return List.of(
                                    date(action.due(), say("no-date")),
                                    action.isOverdue(book.day())
                                            ? Cell.text(say("overdue"))
                                                    .withCode(action.state().code())
                                            : term(action.state()),
                                    linked(Cell.text(action.title()), item(workspace, item.id())),
                                    Cell.text(action.office()),
                                    date(action.made(), ""),
                                    Cell.text(book.meeting(action.meeting())),
                                    date(action.done(), ""),
                                    Cell.text(action.outcome()));
                        })
                        .toList());
    }

    /** Requests. */
    public Table requests(AgendaBook book) {
        return new Table(
                say("requests"),
                List.of(
                        date("until"),
                        text("state"),
                        text("asks"),
                        text("asked-of"),
                        text("asked-by"),
                        date("made"),
                        date("answered"),
                        text("answer"),
                        text("document")),
                book.requests().stream()
                        .map(item -> {
                            Request request = item.value();
                            return List.of(
                                    date(request.until(), say("no-date")),
                                    request.isOverdue(book.day())
                                            ? Cell.text(say("overdue"))
                                                    .withCode(request.state().code())
                                            : term(request.state()),
                                    linked(
                                            Cell.text(request.title()),
                                            item(book.view().workspace(), item.id())),
                                    Cell.text(request.askedOf()),
                                    Cell.text(request.askedBy()),
                                    date(request.made(), ""),
                                    date(request.answered(), ""),
                                    Cell.text(request.answer()),
                                    Cell.text(request.document()));
                        })
                        .toList());
    }

    /**
     * Focal points.
     *
     * @param isForHandingOn whether it leaves the program: then it names nobody
     */
    public Table focalPoints(AgendaBook book, boolean isForHandingOn) {
        List<Column> columns = new ArrayList<>(List.of(text("office"), text("matter"), text("reached")));
        if (!isForHandingOn) {
            columns.add(text("name"));
        }
        columns.add(date("name-until"));
        return new Table(
                say("focal-points"),
                columns,
                book.points().stream()
                        .map(item -> {
                            FocalPoint point = item.value();
                            List<Cell> row = new ArrayList<>(List.of(
                                    linked(
                                            Cell.text(point.office()),
                                            item(book.view().workspace(), item.id())),
                                    Cell.text(point.matter()),
                                    Cell.text(point.reached())));
                            if (!isForHandingOn) {
                                row.add(point.name(book.day())
                                        .map(Cell::text)
                                        .orElseGet(() ->
                                                Cell.blank(point.named().isPresent() ? say("name-expired") : "")));
                            }
                            row.add(date(point.named().map(FocalName::until), ""));
                            return row;
                        })
                        .toList());
    }

    /**
     * Decisions that were taken in a meeting.
     *
     * @param name of the table
     */
    public Table decisions(String name, AgendaBook book, List<Item<RegisteredDecision>> decisions) {
        return new Table(
                say(name),
                List.of(text("decision"), text("decided-by"), date("day"), text("document")),
                decisions.stream()
                        .map(item -> List.of(
                                linked(
                                        Cell.text(item.value().title()),
                                        item(book.view().workspace(), item.id())),
                                Cell.text(item.value().decidedBy()),
                                date(item.value().day(), ""),
                                Cell.text(item.value().document())))
                        .toList());
    }

    /** Points of an agenda. */
    public Table points(Meeting meeting) {
        return new Table(
                say("agenda"),
                List.of(Column.integer("number", say("number"), ""), text("point"), text("brings"), text("decides")),
                java.util.stream.IntStream.range(0, meeting.points().size())
                        .mapToObj(at -> {
                            AgendaPoint point = meeting.points().get(at);
                            return List.of(
                                    Cell.number(at + 1L),
                                    Cell.text(point.text()),
                                    Cell.text(point.office()),
                                    Cell.text(point.forDecision() ? say("for-decision") : ""));
                        })
                        .toList());
    }

    /** What is not as it was. */
    public Table changed(AgendaBook book, List<Differing> changed) {
        return new Table(
                say("changed"),
                List.of(text("change"), text("kind"), text("title"), text("fields")),
                changed.stream()
                        .map(one -> List.of(
                                Cell.text(wording.say(one.change().label())),
                                Cell.text(one.kind()),
                                book.view().find(one.item()).isPresent()
                                        ? linked(
                                                Cell.text(one.title()),
                                                item(book.view().workspace(), one.item()))
                                        : Cell.text(one.title()),
                                Cell.text(
                                        one.change() == Differing.Change.CHANGED
                                                ? one.fields().stream()
                                                        .map(Differing.FieldChange::label)
                                                        .filter(label -> !label.isBlank())
                                                        .distinct()
                                                        .collect(Collectors.joining(", "))
                                                : "")))
                        .toList());
    }

    /** Minutes as they were understood. */
    public Table minutes(Minutes minutes) {
        return new Table(
                say("minutes"),
                List.of(
                        Column.integer("line", say("line"), ""),
                        text("becomes"),
                        text("text"),
                        text("office"),
                        date("due-on"),
                        text("problems")),
                minutes.lines().stream()
                        .map(line -> List.of(
                                Cell.number(line.number()),
                                Cell.text(wording.say(line.kind().label()))
                                        .withCode(line.kind().code()),
                                Cell.text(line.text()),
                                Cell.text(line.office()),
                                date(line.due(), ""),
                                Cell.text(java.util.stream.Stream.concat(
                                                line.problems().stream()
                                                        .map(one ->
                                                                wording.say("agenda.minutes.wrong", wording.say(one))),
                                                line.remarks().stream().map(wording::say))
                                        .collect(Collectors.joining(" ")))))
                        .toList());
    }
}
