package org.salus.appraisal.web;

import java.util.List;
import java.util.Optional;
import org.salus.appraisal.PoliticsBook;
import org.salus.appraisal.PoliticsFinding;
import org.salus.appraisal.PoliticsForm;
import org.salus.appraisal.PoliticsList;
import org.salus.appraisal.PoliticsTables;
import org.salus.appraisal.web.PoliticsFrame.Seen;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.TableFiles;
import org.salus.frame.web.TableView;
import org.salus.framework.Wording;
import org.salus.ledger.Role;
import org.salus.people.SignedIn;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The register of decisions, windows by their dates, partnerships with their terms, and what follows from them. */
@Controller
final class PoliticsPages {
    private final PoliticsFrame frame;

    PoliticsPages(PoliticsFrame frame) {
        this.frame = frame;
    }

    /** The page. */
    record Register(
            Layout layout,
            Opened opened,
            PoliticsBook book,
            List<PoliticsFinding> findings,
            TableView decisions,
            TableView windows,
            TableView partnerships,
            TableView found,
            TableView toAsk,
            long openWindows,
            List<PoliticsForm> forms,
            boolean mayWrite,
            CsrfToken token) {}

    @GetMapping("/workspaces/{id}/politics")
    ModelAndView register(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        here.knowing();
        Seen seen = frame.see(id, reader, wording);
        Opened opened = seen.opened();
        Layout layout = opened.layout(here, wording.say("appraisal.politics.page.title"), token);
        PoliticsBook book = seen.read().book();
        return PoliticsFrame.page(
                "politics",
                new Register(
                        layout,
                        opened,
                        book,
                        seen.analysis().findings(),
                        seen.table("decisions", layout),
                        seen.table("windows", layout),
                        seen.table("partnerships", layout),
                        seen.table("findings", layout),
                        seen.table("to-ask", layout),
                        book.windowsOpenOrAhead(),
                        seen.forms(
                                Optional.empty(),
                                frame.web().workspaces().isCopy(),
                                PoliticsList.DECISIONS,
                                PoliticsList.WINDOWS,
                                PoliticsList.PARTNERSHIPS),
                        opened.mayWrite(Role.CONTRIBUTOR),
                        token));
    }

    /** A table to keep. */
    @GetMapping(
            "/workspaces/{id}/politics/{table:decisions|windows|partnerships|findings|to-ask|matrix|stances|red-lines}.{form:csv|xlsx}")
    ResponseEntity<byte[]> file(
            @PathVariable String id,
            @PathVariable String table,
            @PathVariable String form,
            Wording wording,
            SignedIn reader) {
        Seen seen = frame.see(id, reader, wording);
        return TableFiles.answer(
                form,
                PoliticsTables.FOR_FEW.contains(table) ? "politics-" + table + "-for-few" : "politics-" + table,
                seen.file(table),
                seen.opened().state(),
                seen.opened().workspace().day(reader.id()),
                seen.opened().layouts().facts(wording),
                wording);
    }
}
