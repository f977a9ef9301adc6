package org.salus.goals.api;

import java.time.Clock;
import java.time.LocalDate;
import org.salus.framework.Wording;
import org.salus.goals.Owed;
import org.salus.ledger.Workspaces;
import org.salus.people.SignedIn;
import org.salus.workspace.api.Answers;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Who owes which measurement until when, over the whole workspace. */
@RestController
final class OwedApi {
    private final Workspaces workspaces;

    OwedApi(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    @GetMapping("/api/v1/workspaces/{id}/owed")
    ResponseEntity<byte[]> owed(@PathVariable String id, SignedIn reader, Wording wording) {
        LocalDate today = LocalDate.now(Clock.systemUTC());
        return Answers.of(Owed.tell(Owed.of(workspaces.get(id).view(reader.id()), today, wording), today));
    }
}
