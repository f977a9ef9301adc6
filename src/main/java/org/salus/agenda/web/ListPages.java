package org.salus.agenda.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.agenda.AgendaBook;
import org.salus.agenda.AgendaForm;
import org.salus.agenda.AgendaList;
import org.salus.agenda.AgendaTables;
import org.salus.agenda.FocalPoint;
import org.salus.agenda.TypedAgenda;
import org.salus.agenda.web.AgendaFrame.Seen;
import org.salus.agenda.web.AgendaFrame.Tab;
import org.salus.documents.Table;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.StandsOn;
import org.salus.frame.web.TableView;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Role;
import org.salus.people.SignedIn;
import org.salus.workspace.web.Outcomes;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Actions, requests and focal points, and forms for new ones. */
@Controller
final class ListPages {
    private final AgendaFrame frame;

    ListPages(AgendaFrame frame) {
        this.frame = frame;
    }

    /**
     * The page of a list.
     *
     * @param lead what it comes to, in words
     * @param points focal points whose names can be changed
     */
    record Page(
            Layout layout,
            Opened opened,
            List<Tab> tabs,
            AgendaList list,
            String lead,
            TableView table,
            AgendaForm form,
            List<Item<FocalPoint>> points,
            boolean mayWrite,
            CsrfToken token) {
        String words(String name) {
            return layout.wording().say("agenda." + list.code() + "." + name);
        }
    }

    @GetMapping("/workspaces/{id}/actions")
    ModelAndView actions(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        Seen seen = frame.see(id, reader, wording);
        AgendaBook book = seen.book();
        // Whoever comes from a meeting notes an action of it.
        here.knowing("meeting");
        return page(
                AgendaList.ACTIONS,
                seen,
                here,
                token,
                AgendaTables::actions,
                wording.say(
                        "agenda.actions.lead",
                        book.openActions(),
                        book.overdueActions(),
                        book.actions().size()));
    }

    @GetMapping("/workspaces/{id}/requests")
    ModelAndView requests(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        here.knowing();
        Seen seen = frame.see(id, reader, wording);
        AgendaBook book = seen.book();
        return page(
                AgendaList.REQUESTS,
                seen,
                here,
                token,
                AgendaTables::requests,
                wording.say(
                        "agenda.requests.lead",
                        book.openRequests(),
                        book.overdueRequests(),
                        book.requests().size()));
    }

    @GetMapping("/workspaces/{id}/focal-points")
    ModelAndView points(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        here.knowing();
        Seen seen = frame.see(id, reader, wording);
        AgendaBook book = seen.book();
        return page(
                AgendaList.FOCAL_POINTS,
                seen,
                here,
                token,
                (tables, all) -> tables.focalPoints(all, false),
                wording.say("agenda.focal-points.lead", book.points().size(), book.expired()));
    }

    /** Makes the table of a list. */
    private interface Tabled {
        Table of(AgendaTables tables, AgendaBook book);
    }

    private static ModelAndView page(
            AgendaList list, Seen seen, Address here, CsrfToken token, Tabled tabled, String lead) {
        Opened opened = seen.opened();
        Wording wording = opened.wording();
        Layout layout = opened.layout(here, wording.say("agenda." + list.code() + ".title"), token)
                .under(wording.say("agenda.place"), opened.path("agenda"));
        return AgendaFrame.page(
                "list",
                new Page(
                        layout,
                        opened,
                        seen.tabs(list.code()),
                        list,
                        lead,
                        seen.table(
                                "all-" + list.code(),
                                tabled.of(seen.tables(), seen.book()),
                                layout,
                                "agenda/" + list.code()),
                        seen.form(list, here.choice("meeting").flatMap(ListPages::item)),
                        list == AgendaList.FOCAL_POINTS ? seen.book().points() : List.of(),
                        opened.mayWrite(Role.CONTRIBUTOR),
                        token));
    }

    /** What an address names wrongly chooses nothing. */
    private static Optional<ItemId> item(String text) {
        try {
            return Optional.of(ItemId.of(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    @StandsOn("/workspaces/{id}/meetings")
    @PostMapping("/workspaces/{id}/meetings")
    ResponseEntity<Void> meeting(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            Wording wording,
            SignedIn reader) {
        return write(id, AgendaList.MEETINGS, form, wording, reader);
    }

    @StandsOn("/workspaces/{id}/actions")
    @PostMapping("/workspaces/{id}/actions")
    ResponseEntity<Void> action(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            Wording wording,
            SignedIn reader) {
        return write(id, AgendaList.ACTIONS, form, wording, reader);
    }

    @StandsOn("/workspaces/{id}/requests")
    @PostMapping("/workspaces/{id}/requests")
    ResponseEntity<Void> request(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            Wording wording,
            SignedIn reader) {
        return write(id, AgendaList.REQUESTS, form, wording, reader);
    }

    @StandsOn("/workspaces/{id}/focal-points")
    @PostMapping("/workspaces/{id}/focal-points")
    ResponseEntity<Void> point(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            Wording wording,
            SignedIn reader) {
        return write(id, AgendaList.FOCAL_POINTS, form, wording, reader);
    }

    /** Back to the list; of a meeting to its own page, on which one goes on. */
    private ResponseEntity<Void> write(
            String id, AgendaList list, MultiValueMap<String, String> form, Wording wording, SignedIn reader) {
        Opened opened = frame.web().open(id, reader, wording);
        TypedAgenda.Written written = new TypedAgenda(list, TypedAgenda.together(form))
                .write(opened.workspace(), reader.id(), AgendaFrame.today());
        Outcomes.check(opened, written.outcome());
        return AgendaFrame.to(opened.path(
                list == AgendaList.MEETINGS ? "meetings/" + written.id() : list.code() + "#all-" + list.code()));
    }

    /** Writes who answers at a focal point, or takes the name out. */
    @StandsOn("/workspaces/{id}/focal-points")
    @PostMapping("/workspaces/{id}/focal-points/{point}/name")
    ResponseEntity<Void> name(
            @PathVariable String id,
            @PathVariable String point,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(name = "name-until", defaultValue = "") String until,
            Wording wording,
            SignedIn reader) {
        Opened opened = frame.web().open(id, reader, wording);
        Outcomes.check(
                opened,
                TypedAgenda.rename(
                        opened.workspace(),
                        reader.id(),
                        point,
                        Map.of("name", name, "name-until", until),
                        AgendaFrame.today()));
        return AgendaFrame.to(opened.path("focal-points") + "#all-focal-points");
    }
}
