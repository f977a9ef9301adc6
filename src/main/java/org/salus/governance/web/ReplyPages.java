package org.salus.governance.web;

import java.util.Optional;
import org.salus.documents.Version;
import org.salus.frame.web.Address;
import org.salus.frame.web.StandsOn;
import org.salus.framework.Wording;
import org.salus.governance.Assessment;
import org.salus.governance.ReplyForm;
import org.salus.governance.ReplyImport;
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

/**
 * The right of reply of those without an account: a form for one institution in Word or as a workbook, and what comes back, looked at first or written down as one
 * step that can be undone.
 */
@Controller
final class ReplyPages {
    private static final long MOST_BYTES = 16L << 20;

    private final WorkspaceWeb web;

    ReplyPages(WorkspaceWeb web) {
        this.web = web;
    }

    /**
     * Forms out and in.
     *
     * @param preview of the file that was sent
     * @param isDone whether it was written down
     */
    record Replying(Seen seen, Optional<ReplyImport.Preview> preview, boolean isDone) {}

    @GetMapping("/workspaces/{id}/governance/rounds/{round}/replies")
    ModelAndView replies(
            @PathVariable String id,
            @PathVariable String round,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        return GovernanceFrame.page(
                "reply-form", new Replying(seen(id, round, wording, here, reader, token), Optional.empty(), false));
    }

    private Seen seen(String id, String round, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        return GovernanceFrame.see(
                web, id, round, wording.say("governance.reply-file.title"), wording, here, reader, token);
    }

    /** The form of one institution. */
    @GetMapping("/workspaces/{id}/governance/rounds/{round}/reply.{form:docx|xlsx}")
    ResponseEntity<byte[]> form(
            @PathVariable String id,
            @PathVariable String round,
            @PathVariable String form,
            Wording wording,
            Address here,
            SignedIn reader) {
        here.knowing("institution", "until", "reasons");
        Opened opened = web.open(id, reader, wording);
        byte[] file = ReplyForm.of(
                GovernanceFrame.assessment(opened, round),
                here.choice("institution").orElse(""),
                form,
                ReplyForm.wish(
                        here.choice("until").orElse(""), here.choice("reasons").orElse("")),
                opened.view().charter().name(),
                new Version(opened.state(), opened.workspace().day(reader.id())),
                wording);
        return GovernanceFrame.file("reply-" + opened.state() + "." + form, ReplyForm.mediaType(form), file);
    }

    /**
     * Looks at a form, or writes down what it says.
     *
     * @param act {@code look} or {@code take}
     */
    @StandsOn("/workspaces/{id}/governance/rounds/{round}/replies")
    @PostMapping("/workspaces/{id}/governance/rounds/{round}/replies/file")
    ModelAndView bring(
            @PathVariable String id,
            @PathVariable String round,
            @RequestParam("file") MultipartFile file,
            @RequestParam(defaultValue = "look") String act,
            Wording wording,
            SignedIn reader,
            CsrfToken token) {
        Opened opened = web.open(id, reader, wording);
        GovernanceFrame.requireWriter(opened);
        Assessment assessment = GovernanceFrame.assessment(opened, round);
        ReplyImport.Preview preview = SentFile.read(
                file,
                MOST_BYTES,
                (bytes, name) -> ReplyImport.preview(bytes, name, assessment, opened.view(), wording.locale()));
        boolean isTaken = act.equals("take") && !preview.edits().isEmpty();
        if (isTaken) {
            Outcomes.check(opened, ReplyImport.accept(opened.workspace(), reader.id(), preview));
        }
        // Whatever leads on from here leads on from the page with the forms: nothing is read at the address a file is
        // sent to.
        Address page = Address.of(opened.path("governance/rounds/" + assessment.id() + "/replies"));
        return GovernanceFrame.page(
                "reply-form",
                new Replying(seen(id, round, wording, page, reader, token), Optional.of(preview), isTaken));
    }
}
