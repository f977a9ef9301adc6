package org.salus.agenda.web;

import java.util.List;
import java.util.Optional;
import org.salus.agenda.Action;
import org.salus.agenda.AgendaBook;
import org.salus.agenda.AgendaForm;
import org.salus.agenda.AgendaList;
import org.salus.agenda.AgendaPoint;
import org.salus.agenda.AgendaTables;
import org.salus.agenda.Meeting;
import org.salus.agenda.MeetingReading;
import org.salus.agenda.Minutes;
import org.salus.agenda.TypedAgenda;
import org.salus.agenda.web.AgendaFrame.Seen;
import org.salus.agenda.web.AgendaFrame.Tab;
import org.salus.documents.Table;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.StandsOn;
import org.salus.frame.web.TableFiles;
import org.salus.frame.web.TableView;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.ledger.Role;
import org.salus.people.SignedIn;
import org.salus.workspace.Contribution;
import org.salus.workspace.Differing;
import org.salus.workspace.web.Outcomes;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Meetings: what is to be decided, what is open, what changed since the last one, and minutes that become decisions and actions. */
@Controller
final class MeetingPages {
    private static final int SHOWN_CHANGES = 200;

    private final AgendaFrame frame;

    MeetingPages(AgendaFrame frame) {
        this.frame = frame;
    }

    /** The page of all meetings. */
    record Meetings(
            Layout layout,
            Opened opened,
            AgendaBook book,
            List<Tab> tabs,
            TableView table,
            AgendaForm form,
            boolean mayWrite,
            CsrfToken token) {}

    /**
     * The page of one meeting.
     *
     * @param besides what other rooms tell of it, such as the paper for who takes part
     * @param changed what changed since the meeting before, as much as a page has room for
     * @param more how much more of it there is
     * @param minutes as they were typed in, to be looked at before they are written
     * @param text what was typed
     */
    record One(
            Layout layout,
            Opened opened,
            AgendaBook book,
            MeetingReading read,
            List<Contribution.Beside> besides,
            TableView points,
            TableView cameOf,
            TableView decidedBefore,
            TableView open,
            TableView decided,
            TableView actions,
            List<Differing> changed,
            int more,
            Optional<Preview> minutes,
            String text,
            boolean mayWrite,
            CsrfToken token) {
        Meeting meeting() {
            return read.meeting().value();
        }

        String path(String below) {
            return opened.path("meetings/" + read.meeting().id() + below);
        }

        long overdue() {
            return read.open().stream().filter(this::isOverdue).count();
        }

        private boolean isOverdue(Item<Action> action) {
            return book.isOverdue(action);
        }

        /** Points on which the meeting is to decide. */
        List<AgendaPoint> toDecide() {
            return read.toDecide();
        }
    }

    /** Minutes as they were understood. */
    record Preview(Minutes minutes, TableView table) {}

    @GetMapping("/workspaces/{id}/meetings")
    ModelAndView all(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        here.knowing();
        Seen seen = frame.see(id, reader, wording);
        Opened opened = seen.opened();
        Layout layout = opened.layout(here, wording.say("agenda.meetings.title"), token)
                .under(wording.say("agenda.place"), opened.path("agenda"));
        return AgendaFrame.page(
                "meetings",
                new Meetings(
                        layout,
                        opened,
                        seen.book(),
                        seen.tabs("meetings"),
                        seen.table("all-meetings", seen.tables().meetings(seen.book()), layout, "agenda/meetings"),
                        seen.form(AgendaList.MEETINGS, Optional.empty()),
                        opened.mayWrite(Role.CONTRIBUTOR),
                        token));
    }

    @GetMapping("/workspaces/{id}/meetings/{meeting}")
    ModelAndView one(
            @PathVariable String id,
            @PathVariable String meeting,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        here.knowing();
        return one(frame.see(id, reader, wording), meeting, here, Optional.empty(), token);
    }

    private ModelAndView one(Seen seen, String meeting, Address here, Optional<String> typed, CsrfToken token) {
        Opened opened = seen.opened();
        Wording wording = opened.wording();
        AgendaBook book = seen.book();
        MeetingReading read = reading(seen, meeting);
        Layout layout = opened.layout(here, read.meeting().value().title(), token)
                .under(wording.say("agenda.place"), opened.path("agenda"))
                .under(wording.say("agenda.meetings.place"), opened.path("meetings"));
        AgendaTables tables = seen.tables();
        String below = "meetings/" + read.meeting().id() + "/";
        Optional<Preview> preview = typed.map(text -> Minutes.read(text, opened.view(), read.meeting()))
                .map(minutes -> new Preview(minutes, TableView.of("understood", tables.minutes(minutes), layout)));
        return AgendaFrame.page(
                "meeting",
                new One(
                        layout,
                        opened,
                        book,
                        read,
                        frame.web().besides(opened, read.meeting().id()),
                        seen.table("points", table("points", read, book, tables), layout, below + "points"),
                        seen.table("came-of", table("came-of", read, book, tables), layout, below + "came-of"),
                        seen.table(
                                "decided-before",
                                table("decided-before", read, book, tables),
                                layout,
                                below + "decided-before"),
                        seen.table("open", table("open", read, book, tables), layout, below + "open"),
                        seen.table("decided", table("decided", read, book, tables), layout, below + "decided"),
                        seen.table("actions", table("actions", read, book, tables), layout, below + "actions"),
                        read.changed().stream().limit(SHOWN_CHANGES).toList(),
                        Math.max(0, read.changed().size() - SHOWN_CHANGES),
                        preview,
                        typed.orElse(""),
                        opened.mayWrite(Role.CONTRIBUTOR),
                        token));
    }

    private MeetingReading reading(Seen seen, String meeting) {
        Opened opened = seen.opened();
        return MeetingReading.of(
                opened.workspace(),
                opened.view(),
                meeting,
                opened.faces(),
                opened.wording(),
                seen.book().day());
    }

    private static Table table(String name, MeetingReading read, AgendaBook book, AgendaTables tables) {
        return switch (name) {
            case "points" -> tables.points(read.meeting().value());
            case "came-of" -> tables.actions("came-of", book, read.cameOf());
            case "decided-before" -> tables.decisions("decided-before", book, read.decidedBefore());
            case "open" -> tables.actions("open", book, read.open());
            case "decided" -> tables.decisions("decided", book, read.decided());
            case "actions" -> tables.actions("of-meeting", book, read.actions());
            default -> tables.changed(book, read.changed());
        };
    }

    /** A table of a meeting to keep. */
    @GetMapping(
            "/workspaces/{id}/meetings/{meeting}/{table:points|came-of|decided-before|open|decided|actions|changed}.{form:csv|xlsx}")
    ResponseEntity<byte[]> file(
            @PathVariable String id,
            @PathVariable String meeting,
            @PathVariable String table,
            @PathVariable String form,
            Wording wording,
            SignedIn reader) {
        Seen seen = frame.see(id, reader, wording);
        return TableFiles.answer(
                form,
                "meeting-" + table,
                table(table, reading(seen, meeting), seen.book(), seen.files()),
                seen.opened().state(),
                seen.opened().workspace().day(reader.id()),
                seen.opened().layouts().facts(wording),
                wording);
    }

    /** Shows what minutes would become, line by line; nothing is written. */
    @PostMapping("/workspaces/{id}/meetings/{meeting}/minutes/preview")
    ModelAndView preview(
            @PathVariable String id,
            @PathVariable String meeting,
            @RequestParam(defaultValue = "") String text,
            Wording wording,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, reader, wording);
        return one(seen, meeting, Address.of(seen.opened().path("meetings/" + meeting)), Optional.of(text), token);
    }

    /** Writes minutes, in one step. */
    @StandsOn("/workspaces/{id}/meetings/{meeting}")
    @PostMapping("/workspaces/{id}/meetings/{meeting}/minutes")
    ResponseEntity<Void> write(
            @PathVariable String id,
            @PathVariable String meeting,
            @RequestParam(defaultValue = "") String text,
            Wording wording,
            SignedIn reader) {
        Seen seen = frame.see(id, reader, wording);
        Opened opened = seen.opened();
        Minutes minutes =
                Minutes.read(text, opened.view(), reading(seen, meeting).meeting());
        Outcomes.check(opened, TypedAgenda.minutes(opened.workspace(), reader.id(), minutes, wording), "text");
        return AgendaFrame.to(opened.path("meetings/" + minutes.meeting().id()) + "#came");
    }
}
