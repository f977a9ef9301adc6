package org.salus.coordination.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.salus.coordination.AnsweredFindings;
import org.salus.coordination.CoordinationQuestion;
import org.salus.coordination.Coordinations;
import org.salus.evidence.Evidence;
import org.salus.frame.web.Address;
import org.salus.framework.Wording;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.SignedIn;
import org.salus.portfolio.Supports;
import org.salus.workspace.Answer;
import org.salus.workspace.PrivateLayers;
import org.salus.workspace.api.Answers;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The findings about the country of a workspace for other programs, with what its members answered; and their answers. */
@RestController
@RequestMapping("/api/v1/workspaces/{id}/coordination")
final class AnswerApi {
    private final Workspaces workspaces;
    private final Evidence evidence;
    private final Coordinations coordinations;

    AnswerApi(Workspaces workspaces, Evidence evidence, Supports supports) {
        this.workspaces = workspaces;
        this.evidence = evidence;
        this.coordinations = new Coordinations(supports);
    }

    private AnsweredFindings answered(View view, Address here, Wording wording) {
        return AnsweredFindings.withCases(
                coordinations,
                evidence.snapshot(),
                view,
                CoordinationQuestion.of(here, view.charter()),
                LocalDate.now(Clock.systemUTC()),
                wording.locale(),
                PrivateLayers.of(view.workspace(), view.standing().account(), workspaces));
    }

    /** What is found, where what members judged counts, each with what was answered. */
    @GetMapping
    ResponseEntity<byte[]> findings(@PathVariable String id, Address here, SignedIn reader, Wording wording) {
        return Answers.of(
                answered(workspaces.get(id).view(reader.id()), here, wording).told());
    }

    /**
     * Answers a finding.
     *
     * @param body {@code finding}, its name; {@code reply}; {@code because}; and if wanted {@code country}
     */
    @PostMapping("/answers")
    ResponseEntity<byte[]> answer(
            @PathVariable String id, @RequestBody JsonNode body, SignedIn reader, Wording wording) {
        Workspace workspace = workspaces.get(id);
        String country = body.path("country").asString("");
        Item<Answer> answer = answered(
                        workspace.view(reader.id()),
                        Address.of("").with("country", country.isEmpty() ? null : country),
                        wording)
                .answering(
                        body.path("finding").asString(""),
                        body.path("reply").asString(""),
                        body.path("because").asString(""));
        return Answers.told(
                workspace.append(reader.id(), List.of(new Edit.Put(answer)), Reason.EDIT),
                entry -> Map.of("entry", entry, "item", answer.id()));
    }
}
