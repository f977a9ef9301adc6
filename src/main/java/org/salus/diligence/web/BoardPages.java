package org.salus.diligence.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.diligence.CaseBook;
import org.salus.diligence.CaseTables;
import org.salus.diligence.DiligenceFinding;
import org.salus.diligence.Keeping;
import org.salus.diligence.Regime;
import org.salus.diligence.Regimes;
import org.salus.diligence.TypedCase;
import org.salus.diligence.web.DiligenceFrame.Seen;
import org.salus.documents.Table;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.StandsOn;
import org.salus.frame.web.TableFiles;
import org.salus.frame.web.TableView;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.ledger.Role;
import org.salus.ledger.View;
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

/** What is due, what is found, all cases one may read; and how one is begun. */
@Controller
final class BoardPages {
    private final DiligenceFrame frame;

    BoardPages(DiligenceFrame frame) {
        this.frame = frame;
    }

    /** One of several things to choose. */
    record Choice(String code, String label, boolean isChosen) {}

    /** A finding, and where its case is. */
    record Found(String says, String href) {}

    /** The page. */
    record Board(
            Layout layout,
            Opened opened,
            CaseBook book,
            TableView cases,
            TableView due,
            List<Found> findings,
            List<Regime> regimes,
            List<Choice> recipients,
            List<Choice> supports,
            List<Choice> keeping,
            boolean isBeginning,
            boolean mayWrite,
            CsrfToken token) {}

    @GetMapping("/workspaces/{id}/diligence")
    ModelAndView board(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        here.knowing("recipient", "support");
        Seen seen = frame.see(id, reader, wording);
        Opened opened = seen.opened();
        Layout layout = opened.layout(here, wording.say("diligence.board.title"), token);
        CaseTables tables = seen.tables();
        boolean isCopy = frame.web().workspaces().isCopy();
        String recipient = here.choice("recipient").orElse("");
        String support = here.choice("support").orElse("");
        return DiligenceFrame.page(
                "board",
                new Board(
                        layout,
                        opened,
                        seen.book(),
                        TableView.of("cases", tables.cases(seen.book()), layout)
                                .withFiles(Address.of(opened.path("diligence/cases"))),
                        TableView.of("due", tables.due(seen.book()), layout)
                                .withFiles(Address.of(opened.path("diligence/due"))),
                        seen.book().findings().stream()
                                .map(found -> found(found, wording))
                                .toList(),
                        Regimes.shipped().list(),
                        choices(seen, List.of(CaseBook.RECIPIENT_KIND), recipient),
                        choices(seen, CaseBook.SUPPORT_KINDS, support),
                        Stream.of(Keeping.values())
                                .filter(keeping ->
                                        keeping.isOpenTo(opened.view().standing()))
                                .filter(keeping -> keeping != Keeping.LAYER || !isCopy)
                                .map(keeping -> new Choice(
                                        keeping.code(),
                                        wording.say("diligence.board.keeping", keeping.label(), keeping.meaning()),
                                        keeping == Keeping.usual(isCopy)))
                                .toList(),
                        !recipient.isEmpty() || !support.isEmpty(),
                        opened.mayWrite(Role.CONTRIBUTOR),
                        token));
    }

    private static Found found(DiligenceFinding found, Wording wording) {
        return new Found(wording.say(found.says()), "/workspaces/" + found.workspace() + "/" + found.path());
    }

    /** Items of these kinds, by name, where units and support stand. Which kinds there are is known to the rooms that own them. */
    private static List<Choice> choices(Seen seen, List<String> kinds, String chosen) {
        Optional<View> shared = seen.shared();
        if (shared.isEmpty()) {
            return List.of();
        }
        return kinds.stream()
                .flatMap(name -> seen.opened().faces().kinds().find(name).stream())
                .flatMap(kind -> shared.get().list(kind).stream().<Item<?>>map(item -> item))
                .map(item -> new Choice(
                        item.id().toString(),
                        seen.opened().faces().title(item, shared.get(), seen.wording()),
                        item.id().toString().equals(chosen)))
                .sorted(Comparator.comparing(Choice::label, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Choice::code))
                .toList();
    }

    /** A table to keep. It holds what this reader may read, and nothing else. */
    @GetMapping("/workspaces/{id}/diligence/{table:cases|due}.{form:csv|xlsx}")
    ResponseEntity<byte[]> file(
            @PathVariable String id,
            @PathVariable String table,
            @PathVariable String form,
            Wording wording,
            SignedIn reader) {
        Seen seen = frame.see(id, reader, wording);
        CaseTables tables = new CaseTables(seen.names(), wording, CaseTables.NO_LINKS);
        Table made = table.equals("due") ? tables.due(seen.book()) : tables.cases(seen.book());
        return TableFiles.answer(
                form,
                "diligence-" + table,
                made,
                seen.opened().state(),
                seen.opened().workspace().day(reader.id()),
                seen.opened().layouts().facts(wording),
                wording);
    }

    @StandsOn("/workspaces/{id}/diligence")
    @PostMapping("/workspaces/{id}/diligence/cases")
    ResponseEntity<Void> begin(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            Wording wording,
            SignedIn reader) {
        Opened opened = frame.web().open(id, reader, wording);
        TypedCase.Begun begun = new TypedCase(DiligenceFrame.typed(form))
                .begin(frame.web().workspaces(), opened.workspace(), reader.id(), opened.faces(), wording);
        Outcomes.check(opened, begun.outcome());
        return DiligenceFrame.to("/workspaces/" + begun.workspace() + "/diligence/cases/" + begun.id());
    }
}
