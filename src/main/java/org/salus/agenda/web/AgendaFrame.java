package org.salus.agenda.web;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.agenda.AgendaBook;
import org.salus.agenda.AgendaForm;
import org.salus.agenda.AgendaList;
import org.salus.agenda.AgendaTables;
import org.salus.agenda.Calendar;
import org.salus.documents.Table;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.TableView;
import org.salus.framework.Wording;
import org.salus.ledger.ItemId;
import org.salus.people.SignedIn;
import org.salus.workspace.PrivateLayers;
import org.salus.workspace.web.WorkspaceWeb;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;

/** What the pages of this room share: the workspace as one reader sees it today, and the way from one of them to the others. */
final class AgendaFrame {
    private static final int OPEN_ROWS = 25;

    private final WorkspaceWeb web;

    AgendaFrame(WorkspaceWeb web) {
        this.web = web;
    }

    /** One of the pages of the room, as it stands in each of them. */
    record Tab(String label, String href, boolean isHere) {}

    /** What one reader sees. */
    record Seen(Opened opened, AgendaBook book) {
        Wording wording() {
            return opened.wording();
        }

        AgendaTables tables() {
            return new AgendaTables(wording(), address -> Optional.of(URI.create(address)));
        }

        AgendaTables files() {
            return new AgendaTables(wording(), AgendaTables.NO_LINKS);
        }

        /** A table of a page, with its files below that path of the workspace; of a long one the first rows stand open. */
        TableView table(String id, Table table, Layout layout, String files) {
            return TableView.of(id, table, layout)
                    .withFiles(Address.of(opened.path(files)))
                    .withFold(OPEN_ROWS);
        }

        List<Tab> tabs(String here) {
            return Stream.of("agenda", "meetings", "actions", "requests", "focal-points")
                    .map(path -> new Tab(wording().say("agenda.tab." + path), opened.path(path), path.equals(here)))
                    .toList();
        }

        AgendaForm form(AgendaList list, Optional<ItemId> meeting) {
            return AgendaForm.of(list, opened.view(), meeting);
        }
    }

    WorkspaceWeb web() {
        return web;
    }

    Seen see(String id, SignedIn reader, Wording wording) {
        Opened opened = web.open(id, reader, wording);
        return new Seen(opened, AgendaBook.of(opened.view(), today()));
    }

    /** The calendar of whoever asks, private layers of theirs with it. */
    Calendar calendar(Seen seen) {
        Opened opened = seen.opened();
        return Calendar.of(
                opened.view(),
                PrivateLayers.of(opened.workspace().id(), opened.reader().id(), web.workspaces()),
                web.faces(),
                opened.wording(),
                seen.book().day());
    }

    static LocalDate today() {
        return LocalDate.now(Clock.systemUTC());
    }

    static ModelAndView page(String template, Object page) {
        return new ModelAndView("agenda/web/" + template, Map.of("page", page));
    }

    /** Leads on after something was written. */
    static ResponseEntity<Void> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }
}
