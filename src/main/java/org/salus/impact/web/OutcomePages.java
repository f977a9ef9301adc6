package org.salus.impact.web;

import java.util.List;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.StandsOn;
import org.salus.frame.web.TableView;
import org.salus.framework.Wording;
import org.salus.impact.ClaimBook;
import org.salus.impact.Substantiation;
import org.salus.impact.TypedContribution;
import org.salus.impact.web.ContributionFrame.Choice;
import org.salus.ledger.Role;
import org.salus.people.SignedIn;
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

/** What do people and offices do otherwise than before? Outcomes that were seen. */
@Controller
final class OutcomePages {
    private final ContributionFrame frame;

    OutcomePages(ContributionFrame frame) {
        this.frame = frame;
    }

    /** The page. */
    record Seen(
            Layout layout,
            Opened opened,
            String lead,
            TableView table,
            List<Choice> objectives,
            List<Choice> substantiations,
            List<Choice> readers,
            boolean mayWrite,
            CsrfToken token) {}

    @GetMapping("/workspaces/{id}/outcomes")
    ModelAndView show(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        here.knowing();
        Opened opened = frame.web().open(id, reader, wording);
        Layout layout = opened.layout(here, wording.say("impact.outcomes.title"), token)
                .under(wording.say("impact.place.claims"), opened.path("contribution"));
        ClaimBook book = ContributionFrame.book(opened);
        long agreed = book.outcomes().stream()
                .filter(item -> item.value().substantiation() == Substantiation.AGREES)
                .count();
        return ContributionFrame.page(
                "outcomes",
                new Seen(
                        layout,
                        opened,
                        book.outcomes().isEmpty()
                                ? wording.say("impact.outcomes.none")
                                : wording.say(
                                        "impact.outcomes.lead", book.outcomes().size(), agreed),
                        TableView.of(
                                        "outcomes",
                                        ContributionFrame.tables(opened).outcomes(book),
                                        layout)
                                .withFiles(Address.of(opened.path("outcomes"))),
                        ContributionFrame.changes(opened, true),
                        Choice.of(wording, Substantiation.values()),
                        ContributionFrame.readers(opened),
                        opened.mayWrite(Role.CONTRIBUTOR),
                        token));
    }

    /** The outcomes as a file. */
    @GetMapping("/workspaces/{id}/outcomes.{form:csv|xlsx}")
    ResponseEntity<byte[]> file(@PathVariable String id, @PathVariable String form, Wording wording, SignedIn reader) {
        Opened opened = frame.web().open(id, reader, wording);
        return ContributionFrame.table(
                opened,
                reader,
                form,
                "outcomes",
                ContributionFrame.tables(opened).outcomes(ContributionFrame.book(opened)));
    }

    @StandsOn("/workspaces/{id}/outcomes")
    @PostMapping("/workspaces/{id}/outcomes")
    ResponseEntity<Void> add(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            Wording wording,
            SignedIn reader) {
        Opened opened = frame.web().open(id, reader, wording);
        ContributionFrame.requireWriter(opened);
        return ContributionFrame.write(
                opened,
                reader,
                new TypedContribution(ContributionFrame.typed(form)).outcome(opened.view()),
                "outcomes");
    }
}
