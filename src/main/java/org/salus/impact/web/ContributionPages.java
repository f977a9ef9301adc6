package org.salus.impact.web;

import java.util.List;
import java.util.stream.Stream;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.StandsOn;
import org.salus.frame.web.TableView;
import org.salus.framework.Wording;
import org.salus.impact.ClaimBook;
import org.salus.impact.ClaimStrength;
import org.salus.impact.ContributionClaim;
import org.salus.impact.TypedContribution;
import org.salus.impact.web.ContributionFrame.Choice;
import org.salus.ledger.Item;
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

/** Did what was done contribute to what changed? All claims, and how each stands by its evidence. */
@Controller
final class ContributionPages {
    private final ContributionFrame frame;

    ContributionPages(ContributionFrame frame) {
        this.frame = frame;
    }

    /**
     * The page.
     *
     * @param outcomes how many are written down
     */
    record Claims(
            Layout layout,
            Opened opened,
            String lead,
            TableView table,
            int outcomes,
            List<Choice> changes,
            List<Choice> readers,
            boolean mayWrite,
            CsrfToken token) {}

    @GetMapping("/workspaces/{id}/contribution")
    ModelAndView show(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        here.knowing();
        Opened opened = frame.web().open(id, reader, wording);
        Layout layout = opened.layout(here, wording.say("impact.claims.title"), token);
        ClaimBook book = ContributionFrame.book(opened);
        return ContributionFrame.page(
                "claims",
                new Claims(
                        layout,
                        opened,
                        lead(book, wording),
                        TableView.of("claims", ContributionFrame.tables(opened).claims(book), layout)
                                .withFiles(Address.of(opened.path("contribution/claims"))),
                        book.outcomes().size(),
                        ContributionFrame.changes(opened, false),
                        ContributionFrame.readers(opened),
                        opened.mayWrite(Role.CONTRIBUTOR),
                        token));
    }

    private static String lead(ClaimBook book, Wording wording) {
        if (book.claims().isEmpty()) {
            return wording.say("impact.claims.none");
        }
        return wording.say(
                "impact.claims.lead",
                book.claims().size(),
                count(book, ClaimStrength.STRONG),
                count(book, ClaimStrength.CONTRADICTED, ClaimStrength.DISPUTED));
    }

    private static long count(ClaimBook book, ClaimStrength... strengths) {
        return book.claims().stream()
                .filter(entry -> Stream.of(strengths).anyMatch(entry.reading().strength()::equals))
                .count();
    }

    /** The claims as a file. */
    @GetMapping("/workspaces/{id}/contribution/{table:claims}.{form:csv|xlsx}")
    ResponseEntity<byte[]> file(@PathVariable String id, @PathVariable String form, Wording wording, SignedIn reader) {
        Opened opened = frame.web().open(id, reader, wording);
        return ContributionFrame.table(
                opened,
                reader,
                form,
                "contribution-claims",
                ContributionFrame.tables(opened).claims(ContributionFrame.book(opened)));
    }

    @StandsOn("/workspaces/{id}/contribution")
    @PostMapping("/workspaces/{id}/contribution/claims")
    ResponseEntity<Void> claim(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            Wording wording,
            SignedIn reader) {
        Opened opened = frame.web().open(id, reader, wording);
        ContributionFrame.requireWriter(opened);
        Item<ContributionClaim> claim = new TypedContribution(ContributionFrame.typed(form)).claim(opened.view());
        return ContributionFrame.write(opened, reader, claim, "contribution/claims/" + claim.id());
    }
}
