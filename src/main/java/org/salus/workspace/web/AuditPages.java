package org.salus.workspace.web;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.Layouts;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.View;
import org.salus.people.Administrator;
import org.salus.people.Deed;
import org.salus.people.Organisation;
import org.salus.people.People;
import org.salus.people.SignedIn;
import org.salus.workspace.Administration;
import org.salus.workspace.AuditTrail;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What was done: on the server for administrators, in a workspace for its owners. */
@Controller
final class AuditPages {
    private static final int SHOWN = AuditTrail.PAGE;

    private final Layouts layouts;
    private final People people;
    private final WorkspaceWeb web;
    private final Administration administration;

    AuditPages(People people, WorkspaceWeb web, Administration administration, Layouts layouts) {
        this.administration = administration;
        this.layouts = layouts;
        this.people = people;
        this.web = web;
    }

    /**
     * A page of deeds.
     *
     * @param caption says in which order they stand, and what the numbers are
     * @param names of the accounts in it that still are there
     * @param organisations by their ids, those that still are there
     * @param older where the earlier ones are
     */
    record Recorded(
            Layout layout,
            String lead,
            String caption,
            List<Deed> deeds,
            Map<AccountId, String> names,
            Map<String, String> organisations,
            Optional<String> older) {
        String at(Deed deed) {
            return Times.shown(layout, deed.done());
        }

        String name(Optional<AccountId> account) {
            return account.map(id -> names.getOrDefault(id, id.toString())).orElse("");
        }

        String what(Deed deed) {
            return layout.wording().say(deed.what().label());
        }

        /** What its code means; the kind of a file says that itself. */
        String detail(Deed deed) {
            String code = deed.detail();
            return Stream.of("people.detail.", "people.way.", "ledger.role.")
                    .map(words -> words + code)
                    .filter(key -> layout.wording().knows(key))
                    .findFirst()
                    .map(key -> layout.wording().say(key))
                    .orElseGet(() -> organisations.getOrDefault(code, code));
        }
    }

    @GetMapping("/administration/audit")
    ModelAndView server(Administrator who, Wording wording, Address here) {
        List<Deed> deeds = administration.deeds(who, before(here));
        Layout layout = layouts.of(wording, here, wording.say("workspace.audit.title"))
                .under(wording.say("workspace.administration.title"), "/administration");
        return page(layout, wording.say("workspace.audit.server"), wording.say("workspace.audit.caption"), deeds);
    }

    @GetMapping("/workspaces/{workspace}/audit")
    ModelAndView workspace(
            @PathVariable String workspace, SignedIn who, Wording wording, Address here, CsrfToken token) {
        Opened opened = web.open(workspace, who, wording);
        View view = opened.view();
        List<Deed> deeds = AuditTrail.of(people.audit(), view, before(here));
        Layout layout = opened.layout(here, wording.say("workspace.audit.title"), token)
                .under(wording.say("workspace.members.title"), opened.path("members"));
        return page(
                layout,
                wording.say("workspace.audit.workspace", view.charter().name()),
                wording.say("workspace.audit.caption.workspace"),
                deeds);
    }

    private ModelAndView page(Layout layout, String lead, String caption, List<Deed> deeds) {
        Set<AccountId> accounts = new HashSet<>();
        for (Deed deed : deeds) {
            deed.actor().ifPresent(accounts::add);
            deed.account().ifPresent(accounts::add);
        }
        Optional<String> older = deeds.size() < SHOWN
                ? Optional.empty()
                : Optional.of(
                        layout.here().with("before", deeds.getLast().place()).toString());
        Map<String, String> organisations = people.organisations().list().stream()
                .collect(Collectors.toMap(one -> one.id().toString(), Organisation::name));
        return new ModelAndView(
                "workspace/web/audit",
                Map.of(
                        "page",
                        new Recorded(
                                layout,
                                lead,
                                caption,
                                deeds,
                                people.accounts().labels(accounts),
                                organisations,
                                older)));
    }

    private static Optional<Long> before(Address here) {
        return AuditTrail.before(here.choice("before"));
    }
}
