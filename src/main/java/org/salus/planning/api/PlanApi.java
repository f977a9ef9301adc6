package org.salus.planning.api;

import org.salus.ledger.Workspaces;
import org.salus.people.SignedIn;
import org.salus.planning.PlanAnswers;
import org.salus.workspace.api.Answers;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The plan of a workspace for other programs: the same answer as on pages and in a terminal, for whoever asks. */
@RestController
final class PlanApi {
    private final Workspaces workspaces;

    PlanApi(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    /** The steps, and whether they can be paid for under each fiscal outlook. */
    @GetMapping("/api/v1/workspaces/{id}/plan")
    ResponseEntity<byte[]> plan(@PathVariable String id, SignedIn reader) {
        return Answers.of(new PlanAnswers(workspaces.get(id).view(reader.id())).plan());
    }
}
