package org.salus.appraisal.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.salus.appraisal.AppraisalAnswer;
import org.salus.appraisal.AppraisalAnswers;
import org.salus.appraisal.AppraisalReading;
import org.salus.appraisal.AppraisalTexts;
import org.salus.appraisal.Check;
import org.salus.appraisal.Checks;
import org.salus.appraisal.TypedCheck;
import org.salus.evidence.Evidence;
import org.salus.framework.Wording;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.SignedIn;
import org.salus.portfolio.Supports;
import org.salus.workspace.Faces;
import org.salus.workspace.api.Answers;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The appraisal for other programs: the same answers as on pages and in a terminal, for whoever asks. */
@RestController
@RequestMapping("/api/v1/workspaces/{id}/appraisal")
final class AppraisalApi {
    private final Workspaces workspaces;
    private final Faces faces;
    private final Evidence evidence;
    private final AppraisalReading reading;

    AppraisalApi(Workspaces workspaces, Faces faces, Evidence evidence, Supports supports) {
        this.workspaces = workspaces;
        this.faces = faces;
        this.evidence = evidence;
        this.reading = new AppraisalReading(workspaces, supports);
    }

    private AppraisalAnswer asked(String id, boolean ofReview, SignedIn reader, Wording wording) {
        return reading.of(
                workspaces.get(id).view(reader.id()),
                evidence.snapshot(),
                ofReview,
                LocalDate.now(Clock.systemUTC()),
                wording.locale());
    }

    private AppraisalAnswers answers(AppraisalAnswer answer, Wording wording) {
        return new AppraisalAnswers(answer, new AppraisalTexts(answer, faces, wording, AppraisalTexts.NO_LINKS));
    }

    /** Every check of the considerations with its answer. */
    @GetMapping
    ResponseEntity<byte[]> considerations(@PathVariable String id, SignedIn reader, Wording wording) {
        return Answers.of(answers(asked(id, false, reader, wording), wording).told());
    }

    /** Every check by which a donor reviews itself, with its answer. */
    @GetMapping("/review")
    ResponseEntity<byte[]> review(@PathVariable String id, SignedIn reader, Wording wording) {
        return Answers.of(answers(asked(id, true, reader, wording), wording).told());
    }

    /** One check. */
    @GetMapping("/checks/{check}")
    ResponseEntity<byte[]> check(
            @PathVariable String id, @PathVariable("check") String which, SignedIn reader, Wording wording) {
        boolean ofReview = Checks.shipped().get(which).isReview();
        return Answers.of(answers(asked(id, ofReview, reader, wording).only(which), wording)
                .told());
    }

    /** The appraisals that were kept, with what has changed since each. */
    @GetMapping("/kept")
    ResponseEntity<byte[]> history(@PathVariable String id, SignedIn reader, Wording wording) {
        return Answers.of(answers(asked(id, false, reader, wording), wording).history());
    }

    /** The donor's reviews of itself that were kept, in private layers, too, with what has changed since each. */
    @GetMapping("/review/kept")
    ResponseEntity<byte[]> reviews(@PathVariable String id, SignedIn reader, Wording wording) {
        return Answers.of(answers(asked(id, true, reader, wording), wording).history());
    }

    /**
     * Keeps the donor's review of itself as it is now, in a private layer.
     *
     * @param body the words of {@link TypedCheck#KEPT_REVIEW}
     */
    @PostMapping("/review/kept")
    ResponseEntity<byte[]> keepReview(
            @PathVariable String id, @RequestBody JsonNode body, SignedIn reader, Wording wording) {
        return told(new TypedCheck(typed(body))
                .knowing(TypedCheck.KEPT_REVIEW)
                .keepReview(asked(id, true, reader, wording), workspaces, workspaces.get(id), reader.id(), wording));
    }

    /**
     * Answers a check that asks people.
     *
     * @param body the words of {@link TypedCheck#ANSWER}
     */
    @PostMapping("/checks/{check}/answers")
    ResponseEntity<byte[]> answer(
            @PathVariable String id,
            @PathVariable("check") String which,
            @RequestBody JsonNode body,
            SignedIn reader,
            Wording wording) {
        Workspace workspace = workspaces.get(id);
        workspace.view(reader.id());
        Check check = Checks.shipped().get(which);
        return told(new TypedCheck(typed(body))
                .knowing(TypedCheck.ANSWER)
                .answer(check, workspaces, workspace, reader.id(), wording));
    }

    /**
     * Writes beside a computed answer.
     *
     * @param body the words of {@link TypedCheck#REPLY}
     */
    @PostMapping("/checks/{computed}/replies")
    ResponseEntity<byte[]> reply(
            @PathVariable String id,
            @PathVariable("computed") String which,
            @RequestBody JsonNode body,
            SignedIn reader,
            Wording wording) {
        Workspace workspace = workspaces.get(id);
        workspace.view(reader.id());
        Check check = Checks.shipped().get(which);
        return told(new TypedCheck(typed(body))
                .knowing(TypedCheck.REPLY)
                .reply(check, workspaces, workspace, reader.id(), wording));
    }

    /**
     * Keeps the appraisal as it is now.
     *
     * @param body the words of {@link TypedCheck#KEPT}
     */
    @PostMapping("/kept")
    ResponseEntity<byte[]> keep(@PathVariable String id, @RequestBody JsonNode body, SignedIn reader, Wording wording) {
        return told(new TypedCheck(typed(body))
                .knowing(TypedCheck.KEPT)
                .keep(
                        reading.forFile(
                                workspaces.get(id).view(reader.id()),
                                evidence.snapshot(),
                                false,
                                LocalDate.now(Clock.systemUTC()),
                                wording.locale()),
                        workspaces,
                        reader.id()));
    }

    private static ResponseEntity<byte[]> told(TypedCheck.Written written) {
        return Answers.told(written.outcome(), entry -> {
            Map<String, Object> out = new LinkedHashMap<>();
            out.put("entry", entry);
            out.put("workspace", written.workspace());
            out.put("item", written.item().id());
            return out;
        });
    }

    private static Map<String, String> typed(JsonNode body) {
        Map<String, String> typed = new LinkedHashMap<>();
        body.properties().forEach(one -> typed.put(one.getKey(), one.getValue().asString("")));
        return typed;
    }
}
