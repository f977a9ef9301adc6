package org.salus.impact.web;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.salus.documents.Table;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.StandsOn;
import org.salus.frame.web.TableView;
import org.salus.framework.Wording;
import org.salus.impact.ClaimBook;
import org.salus.impact.ClaimEntry;
import org.salus.impact.ClaimStrength;
import org.salus.impact.ContributionTables;
import org.salus.impact.TestKind;
import org.salus.impact.TestResult;
import org.salus.impact.TypedContribution;
import org.salus.impact.web.ContributionFrame.Choice;
import org.salus.ledger.Item;
import org.salus.ledger.Role;
import org.salus.people.SignedIn;
import org.salus.workspace.web.ItemForm;
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

/** A claim: how it stands by the evidence, that evidence, other explanations, and what an office judges. */
@Controller
final class ClaimPages {
    private final ContributionFrame frame;

    ClaimPages(ContributionFrame frame) {
        this.frame = frame;
    }

    /** The page. */
    record Claim(
            Layout layout,
            Opened opened,
            ClaimEntry entry,
            ItemForm fields,
            TableView evidence,
            TableView alternatives,
            List<Choice> rivals,
            List<Choice> tests,
            List<Choice> results,
            List<Choice> strengths,
            List<Choice> readers,
            boolean mayWrite,
            CsrfToken token) {
        String path(String below) {
            return opened.path("contribution/claims/" + entry.item().id() + "/" + below);
        }
    }

    @GetMapping("/workspaces/{id}/contribution/claims/{claim}")
    ModelAndView show(
            @PathVariable String id,
            @PathVariable String claim,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        here.knowing();
        Opened opened = frame.web().open(id, reader, wording);
        ClaimEntry entry = ContributionFrame.book(opened).find(claim);
        Layout layout = opened.layout(here, entry.claim().title(), token)
                .under(wording.say("impact.place.claims"), opened.path("contribution"));
        ContributionTables tables = ContributionFrame.tables(opened);
        String below = "contribution/claims/" + entry.item().id() + "/";
        return ContributionFrame.page(
                "claim",
                new Claim(
                        layout,
                        opened,
                        entry,
                        ItemForm.of(
                                opened, entry.item(), Set.of("title", "contributor", "mechanism", "changed", "note")),
                        TableView.of("evidence", tables.evidence(entry), layout)
                                .withFiles(Address.of(opened.path(below + "evidence"))),
                        TableView.of("alternatives", tables.alternatives(entry), layout)
                                .withFiles(Address.of(opened.path(below + "alternatives"))),
                        entry.rivals().stream()
                                .map(rival -> new Choice(
                                        rival.item().id().toString(),
                                        rival.item().value().title(),
                                        false))
                                .toList(),
                        Choice.of(wording, TestKind.values()),
                        Choice.of(wording, TestResult.values()),
                        Choice.of(wording, ClaimStrength.values()),
                        ContributionFrame.readers(opened),
                        opened.mayWrite(Role.CONTRIBUTOR),
                        token));
    }

    /** A table of a claim as a file. */
    @GetMapping("/workspaces/{id}/contribution/claims/{claim}/{table:evidence|alternatives}.{form:csv|xlsx}")
    ResponseEntity<byte[]> file(
            @PathVariable String id,
            @PathVariable String claim,
            @PathVariable String table,
            @PathVariable String form,
            Wording wording,
            SignedIn reader) {
        Opened opened = frame.web().open(id, reader, wording);
        ClaimEntry entry = ContributionFrame.book(opened).find(claim);
        ContributionTables tables = ContributionFrame.tables(opened);
        Table made = table.equals("evidence") ? tables.evidence(entry) : tables.alternatives(entry);
        return ContributionFrame.table(opened, reader, form, "claim-" + table, made);
    }

    @StandsOn("/workspaces/{id}/contribution/claims/{claim}")
    @PostMapping("/workspaces/{id}/contribution/claims/{claim}/evidence")
    ResponseEntity<Void> evidence(
            @PathVariable String id,
            @PathVariable String claim,
            @RequestParam MultiValueMap<String, String> form,
            Wording wording,
            SignedIn reader) {
        Opened opened = frame.web().open(id, reader, wording);
        ClaimBook book = ContributionFrame.book(opened);
        return write(opened, claim, form, reader, "#evidence", (typed, entry) -> typed.evidence(book, entry));
    }

    @StandsOn("/workspaces/{id}/contribution/claims/{claim}")
    @PostMapping("/workspaces/{id}/contribution/claims/{claim}/alternatives")
    ResponseEntity<Void> alternative(
            @PathVariable String id,
            @PathVariable String claim,
            @RequestParam MultiValueMap<String, String> form,
            Wording wording,
            SignedIn reader) {
        Opened opened = frame.web().open(id, reader, wording);
        return write(opened, claim, form, reader, "#alternatives", TypedContribution::alternative);
    }

    @StandsOn("/workspaces/{id}/contribution/claims/{claim}")
    @PostMapping("/workspaces/{id}/contribution/claims/{claim}/judgement")
    ResponseEntity<Void> judgement(
            @PathVariable String id,
            @PathVariable String claim,
            @RequestParam MultiValueMap<String, String> form,
            Wording wording,
            SignedIn reader) {
        Opened opened = frame.web().open(id, reader, wording);
        return write(opened, claim, form, reader, "#judgement", TypedContribution::judged);
    }

    private static ResponseEntity<Void> write(
            Opened opened,
            String claim,
            MultiValueMap<String, String> form,
            SignedIn reader,
            String anchor,
            BiFunction<TypedContribution, ClaimEntry, Item<?>> what) {
        ContributionFrame.requireWriter(opened);
        ClaimEntry entry = ContributionFrame.book(opened).find(claim);
        Item<?> item = what.apply(new TypedContribution(ContributionFrame.typed(form)), entry);
        return ContributionFrame.write(
                opened, reader, item, "contribution/claims/" + entry.item().id() + anchor);
    }
}
