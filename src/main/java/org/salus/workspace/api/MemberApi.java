package org.salus.workspace.api;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.Digest;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.SignedIn;
import org.salus.workspace.Memberships;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Members of a workspace. */
@RestController
@RequestMapping("/api/v1/workspaces/{id}/members")
final class MemberApi {
    private final Workspaces workspaces;

    MemberApi(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    @GetMapping
    ResponseEntity<byte[]> list(@PathVariable String id, SignedIn reader) {
        return Answers.of(Map.of("members", Memberships.tell(workspaces.get(id), reader.id())));
    }

    /**
     * Gives a member another role, or ends the membership; an owner's.
     *
     * @param body {@code role}, {@code none} to end it; the {@code basis} it was read from; {@code confirmed} if the membership follows the account into
     *     another organisation
     */
    @PostMapping("/{member}")
    ResponseEntity<byte[]> change(
            @PathVariable String id, @PathVariable String member, @RequestBody JsonNode body, SignedIn reader) {
        SentFields sent = SentFields.of(body, "role", "basis", "confirmed");
        if (!sent.node("basis").isArray()) {
            throw Failure.wrongUse(Sentence.of("workspace.sent.no-list", "basis"))
                    .at("basis");
        }
        Set<Digest> basis = sent.node("basis")
                .valueStream()
                .map(version -> WorkspaceApi.digest(version.asString("")))
                .collect(Collectors.toSet());
        Workspace workspace = workspaces.get(id);
        return Answers.told(
                Memberships.change(
                        workspace,
                        reader.id(),
                        WorkspaceApi.itemId(member),
                        new Memberships.Change(sent.must("role"), sent.flag("confirmed"), Optional.of(basis))),
                entry -> Map.of("entry", entry));
    }
}
