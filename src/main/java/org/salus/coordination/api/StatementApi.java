package org.salus.coordination.api;

import java.util.List;
import java.util.Map;
import org.salus.coordination.DonorStatement;
import org.salus.coordination.DonorStatements;
import org.salus.frame.web.Address;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Reason;
import org.salus.ledger.Workspaces;
import org.salus.people.SignedIn;
import org.salus.workspace.api.Answers;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What donors, their partners and others say donors are good at, for other programs. */
@RestController
@RequestMapping("/api/v1/workspaces/{id}/coordination/statements")
final class StatementApi {
    private final Workspaces workspaces;

    StatementApi(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    /** All of them, or those about one donor. */
    @GetMapping
    ResponseEntity<byte[]> statements(@PathVariable String id, Address here, SignedIn reader) {
        here.knowing(List.of("donor"));
        return Answers.of(DonorStatements.of(workspaces.get(id).view(reader.id()), here.choice("donor"))
                .told());
    }

    /**
     * Keeps what somebody says.
     *
     * @param body {@code donor}, {@code area} if it is of one, {@code by}, {@code who}, {@code text}, and if known {@code when} and {@code source}
     */
    @PostMapping
    ResponseEntity<byte[]> say(@PathVariable String id, @RequestBody JsonNode body, SignedIn reader) {
        Item<DonorStatement> said = Item.fresh(
                DonorStatement.KIND, DonorStatement.of(word -> body.path(word).asString("")));
        return Answers.told(
                workspaces.get(id).append(reader.id(), List.of(new Edit.Put(said)), Reason.EDIT),
                entry -> Map.of("entry", entry, "item", said.id()));
    }
}
