package org.salus.workspace.api;

import java.util.Optional;
import org.salus.ledger.Workspaces;
import org.salus.people.People;
import org.salus.people.SignedIn;
import org.salus.workspace.AuditTrail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was done in a workspace, for programs of its owners. */
@RestController
final class AuditApi {
    private final Workspaces workspaces;
    private final People people;

    AuditApi(Workspaces workspaces, People people) {
        this.workspaces = workspaces;
        this.people = people;
    }

    /**
     * The newest deeds, or those before one.
     *
     * @param before its number
     */
    @GetMapping("/api/v1/workspaces/{id}/audit")
    ResponseEntity<byte[]> list(@PathVariable String id, @RequestParam Optional<String> before, SignedIn reader) {
        return Answers.of(AuditTrail.tell(
                AuditTrail.of(people.audit(), workspaces.get(id).view(reader.id()), AuditTrail.before(before))));
    }
}
