package org.salus.goals.web;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.TableFiles;
import org.salus.frame.web.TableView;
import org.salus.framework.Wording;
import org.salus.goals.Owed;
import org.salus.people.SignedIn;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Who owes which measurement until when, over the whole workspace. */
@Controller
final class OwedPages {
    private static final String SORT = "sort";
    private static final String OFFICE = "office";
    private static final String DUE = "due";

    private final GoalsFrame frame;

    OwedPages(GoalsFrame frame) {
        this.frame = frame;
    }

    /** What is owed. */
    record All(Layout layout, Opened opened, int count, TableView table) {}

    @GetMapping("/workspaces/{id}/owed")
    ModelAndView all(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        Opened opened = frame.open(id, reader, wording);
        Layout layout = opened.layout(here, wording.say("goals.owed.title"), token)
                .under(wording.say("goals.place"), opened.path("goals"));
        List<Owed> owed = inOrder(owed(opened, wording), here);
        Address files =
                Address.of(opened.path("owed")).with(SORT, here.choices().get(SORT));
        return GoalsPages.page(
                "owed",
                new All(
                        layout,
                        opened,
                        owed.size(),
                        TableView.of(
                                        "owed",
                                        Owed.table(
                                                owed, one -> Optional.of(URI.create(indicator(opened, one))), wording),
                                        layout)
                                .sortedBy(here, isByOffice(here) ? OFFICE : DUE, List.of(DUE, OFFICE))
                                .withFiles(files)));
    }

    @GetMapping("/workspaces/{id}/owed.{form:csv|xlsx}")
    ResponseEntity<byte[]> file(
            @PathVariable String id, @PathVariable String form, Wording wording, Address here, SignedIn reader) {
        Opened opened = frame.open(id, reader, wording);
        return TableFiles.answer(
                form,
                "owed",
                Owed.table(inOrder(owed(opened, wording), here), one -> Optional.empty(), wording),
                opened.state(),
                opened.workspace().day(reader.id()),
                opened.layouts().facts(wording),
                wording);
    }

    private static List<Owed> owed(Opened opened, Wording wording) {
        return Owed.of(opened.view(), LocalDate.now(Clock.systemUTC()), wording);
    }

    /** Each list has one order that means something; asked for the other way round it stays as it is. */
    private static boolean isByOffice(Address here) {
        return here.choice(SORT).filter(sort -> sort.endsWith(OFFICE)).isPresent();
    }

    private static List<Owed> inOrder(List<Owed> owed, Address here) {
        return isByOffice(here) ? Owed.byOffice(owed) : owed;
    }

    private static String indicator(Opened opened, Owed owed) {
        return GoalsFrame.pathOf(opened, owed.alternatives().getFirst().id()) + "/measurements/"
                + owed.owing().indicator().id();
    }
}
