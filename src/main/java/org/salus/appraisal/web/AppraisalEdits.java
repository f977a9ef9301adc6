package org.salus.appraisal.web;

import org.salus.appraisal.Check;
import org.salus.appraisal.Checks;
import org.salus.appraisal.TypedCheck;
import org.salus.appraisal.web.AppraisalFrame.Seen;
import org.salus.frame.web.StandsOn;
import org.salus.framework.Wording;
import org.salus.people.SignedIn;
import org.salus.workspace.web.Outcomes;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is written on pages of the appraisal: answers of people, what stands beside computed ones, and appraisals that are kept. */
@Controller
final class AppraisalEdits {
    private final AppraisalFrame frame;

    AppraisalEdits(AppraisalFrame frame) {
        this.frame = frame;
    }

    /** Answers a check that asks people. */
    @StandsOn("/workspaces/{id}/appraisal/checks/{check}")
    @PostMapping("/workspaces/{id}/appraisal/checks/{check}/answers")
    ResponseEntity<Void> answer(
            @PathVariable String id,
            @PathVariable("check") String which,
            @RequestParam MultiValueMap<String, String> form,
            Wording wording,
            SignedIn reader) {
        Opened opened = frame.web().open(id, reader, wording);
        Check check = Checks.shipped().get(which);
        TypedCheck.Written written = new TypedCheck(AppraisalFrame.typed(form))
                .answer(check, frame.web().workspaces(), opened.workspace(), reader.id(), wording);
        Outcomes.check(opened, written.outcome());
        return AppraisalFrame.to(opened.path("appraisal/checks/" + check.id()));
    }

    /** Writes beside a computed answer. */
    @StandsOn("/workspaces/{id}/appraisal/checks/{computed}")
    @PostMapping("/workspaces/{id}/appraisal/checks/{computed}/replies")
    ResponseEntity<Void> reply(
            @PathVariable String id,
            @PathVariable("computed") String which,
            @RequestParam MultiValueMap<String, String> form,
            Wording wording,
            SignedIn reader) {
        Opened opened = frame.web().open(id, reader, wording);
        Check check = Checks.shipped().get(which);
        TypedCheck.Written written = new TypedCheck(AppraisalFrame.typed(form))
                .reply(check, frame.web().workspaces(), opened.workspace(), reader.id(), wording);
        Outcomes.check(opened, written.outcome());
        return AppraisalFrame.to(opened.path("appraisal/checks/" + check.id()) + "#replies");
    }

    /** Keeps the appraisal as it is now. */
    @StandsOn("/workspaces/{id}/appraisal")
    @PostMapping("/workspaces/{id}/appraisal/kept")
    ResponseEntity<Void> keep(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            Wording wording,
            SignedIn reader) {
        Seen seen = frame.forFile(id, false, reader, wording);
        TypedCheck.Written written = new TypedCheck(AppraisalFrame.typed(form))
                .keep(seen.answer(), frame.web().workspaces(), reader.id());
        Outcomes.check(seen.opened(), written.outcome());
        return AppraisalFrame.to(seen.opened().path("appraisal/history"));
    }

    /** Keeps the donor's review of itself as it is now. */
    @StandsOn("/workspaces/{id}/appraisal/review")
    @PostMapping("/workspaces/{id}/appraisal/review/kept")
    ResponseEntity<Void> keepReview(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            Wording wording,
            SignedIn reader) {
        Seen seen = frame.see(id, true, reader, wording);
        TypedCheck.Written written = new TypedCheck(AppraisalFrame.typed(form))
                .keepReview(
                        seen.answer(), frame.web().workspaces(), seen.opened().workspace(), reader.id(), wording);
        Outcomes.check(seen.opened(), written.outcome());
        return AppraisalFrame.to(seen.opened().path("appraisal/review/history"));
    }
}
