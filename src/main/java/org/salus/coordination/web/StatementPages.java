package org.salus.coordination.web;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.coordination.DonorStatement;
import org.salus.coordination.DonorStatements;
import org.salus.coordination.StatementSide;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.StandsOn;
import org.salus.frame.web.TableFiles;
import org.salus.frame.web.TableView;
import org.salus.framework.ReformArea;
import org.salus.framework.Wording;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Role;
import org.salus.people.SignedIn;
import org.salus.workspace.web.Outcomes;
import org.salus.workspace.web.WorkspaceWeb;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What donors, their partners and others say donors are good at, beside what published data tell. */
@Controller
final class StatementPages {
    private static final String BELOW = "coordination/statements";
    private static final String DONOR = "donor";

    private final WorkspaceWeb web;

    StatementPages(WorkspaceWeb web) {
        this.web = web;
    }

    /** One of several things to choose. */
    record Choice(String code, String label) {}

    /** The page. */
    record Overview(
            Layout layout,
            Opened opened,
            String lead,
            String donor,
            Optional<TableView> table,
            List<Choice> areas,
            List<Choice> sides,
            boolean mayWrite,
            CsrfToken token) {
        String path() {
            return opened.path(BELOW);
        }
    }

    @GetMapping("/workspaces/{id}/coordination/statements")
    ModelAndView show(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        here.knowing(List.of(DONOR));
        Opened opened = web.open(id, reader, wording);
        Layout layout = opened.layout(here, wording.say("coordination.statement.title"), token)
                .under(wording.say("coordination.place"), opened.path("coordination"));
        DonorStatements said = DonorStatements.of(opened.view(), here.choice(DONOR));
        return new ModelAndView(
                "coordination/web/statements",
                Map.of(
                        "page",
                        new Overview(
                                layout,
                                opened,
                                wording.say(
                                        "coordination.statement.lead",
                                        said.all().size()),
                                here.choice(DONOR).orElse(""),
                                said.all().isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(TableView.of("statements", table(opened, said), layout)
                                                .withFiles(here.at(opened.path(BELOW), DONOR))),
                                Arrays.stream(ReformArea.values())
                                        .filter(ReformArea::isSsr)
                                        .map(area ->
                                                new Choice(area.code(), area.code() + " " + wording.say(area.label())))
                                        .toList(),
                                Arrays.stream(StatementSide.values())
                                        .map(side -> new Choice(side.code(), wording.say(side.label())))
                                        .toList(),
                                opened.mayWrite(Role.CONTRIBUTOR),
                                token)));
    }

    private static org.salus.documents.Table table(Opened opened, DonorStatements said) {
        return said.table(opened.wording(), item -> Optional.of(URI.create(opened.path("items/" + item))));
    }

    @GetMapping("/workspaces/{id}/coordination/statements.{form:csv|xlsx}")
    ResponseEntity<byte[]> file(
            @PathVariable String id, @PathVariable String form, Wording wording, Address here, SignedIn reader) {
        here.knowing(List.of(DONOR));
        Opened opened = web.open(id, reader, wording);
        return TableFiles.answer(
                form,
                "statements",
                table(opened, DonorStatements.of(opened.view(), here.choice(DONOR))),
                opened.state(),
                opened.workspace().day(reader.id()),
                opened.layouts().facts(wording),
                wording);
    }

    /** Keeps what somebody says. */
    @StandsOn(value = "/workspaces/{id}/coordination/statements")
    @PostMapping("/workspaces/{id}/coordination/statements")
    ResponseEntity<Void> say(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        DonorStatement said = DonorStatement.of(
                word -> Optional.ofNullable(form.getFirst(word)).orElse(""));
        Outcomes.check(
                opened,
                opened.workspace().append(reader.id(), new Edit.Put(Item.fresh(DonorStatement.KIND, said))),
                "text");
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(opened.path(BELOW)))
                .build();
    }
}
