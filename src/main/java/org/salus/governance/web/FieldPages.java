package org.salus.governance.web;

import java.util.List;
import java.util.Optional;
import org.salus.documents.Version;
import org.salus.documents.XlsxWriter;
import org.salus.frame.web.Address;
import org.salus.framework.Wording;
import org.salus.governance.Assessment;
import org.salus.governance.FieldForm;
import org.salus.governance.FieldImport;
import org.salus.governance.web.GovernanceFrame.Seen;
import org.salus.people.SignedIn;
import org.salus.workspace.web.Outcomes;
import org.salus.workspace.web.SentFile;
import org.salus.workspace.web.WorkspaceWeb;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** A round taken along as a workbook, and what comes back from the field: looked at first, or taken in as one step that can be undone. */
@Controller
final class FieldPages {
    private static final long MOST_BYTES = 16L << 20;
    private static final int MOST_SHOWN = 500;

    private final WorkspaceWeb web;

    FieldPages(WorkspaceWeb web) {
        this.web = web;
    }

    /**
     * Forms out and in.
     *
     * @param preview of the file that was sent
     * @param isDone whether it was taken in
     */
    record Field(Seen seen, Optional<FieldImport.Preview> preview, boolean isDone) {
        /** As many changes as somebody reads on a page. */
        List<FieldImport.Change> shown() {
            return preview.stream()
                    .flatMap(found -> found.changes().stream())
                    .limit(MOST_SHOWN)
                    .toList();
        }
    }

    @GetMapping("/workspaces/{id}/governance/rounds/{round}/field")
    ModelAndView field(
            @PathVariable String id,
            @PathVariable String round,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        return GovernanceFrame.page(
                "field", new Field(seen(id, round, wording, here, reader, token), Optional.empty(), false));
    }

    private Seen seen(String id, String round, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        return GovernanceFrame.see(
                web, id, round, wording.say("governance.field-work.title"), wording, here, reader, token);
    }

    /** The form of one assessor. */
    @GetMapping("/workspaces/{id}/governance/rounds/{round}/form.xlsx")
    ResponseEntity<byte[]> form(
            @PathVariable String id, @PathVariable String round, Wording wording, Address here, SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        Assessment assessment = GovernanceFrame.assessment(opened, round);
        String seat =
                here.choice("seat").orElse(assessment.round().seats().getFirst().code());
        return GovernanceFrame.file(
                "assessment-" + opened.state() + ".xlsx",
                XlsxWriter.MEDIA_TYPE,
                FieldForm.of(
                        assessment,
                        opened.view(),
                        seat,
                        new Version(opened.state(), opened.workspace().day(reader.id())),
                        wording));
    }

    /**
     * Looks at a form, or takes it in.
     *
     * @param act {@code look} or {@code take}
     */
    @PostMapping("/workspaces/{id}/governance/rounds/{round}/field")
    ModelAndView bring(
            @PathVariable String id,
            @PathVariable String round,
            @RequestParam("file") MultipartFile file,
            @RequestParam(defaultValue = "look") String act,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Opened opened = web.open(id, reader, wording);
        GovernanceFrame.requireWriter(opened);
        Assessment assessment = GovernanceFrame.assessment(opened, round);
        FieldImport.Preview preview = SentFile.read(
                file,
                MOST_BYTES,
                (bytes, name) -> FieldImport.preview(bytes, name, assessment, opened.view(), wording.locale()));
        boolean isTaken = act.equals("take") && !preview.edits().isEmpty();
        if (isTaken) {
            Outcomes.check(opened, FieldImport.accept(opened.workspace(), reader.id(), preview));
        }
        return GovernanceFrame.page(
                "field", new Field(seen(id, round, wording, here, reader, token), Optional.of(preview), isTaken));
    }
}
