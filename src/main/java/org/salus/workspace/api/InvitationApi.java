package org.salus.workspace.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.salus.ledger.AccountId;
import org.salus.ledger.View;
import org.salus.ledger.Workspaces;
import org.salus.people.Invitation;
import org.salus.people.SignedIn;
import org.salus.workspace.Inviting;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Invitations into a workspace; an owner's. */
@RestController
@RequestMapping("/api/v1/workspaces/{id}/invitations")
final class InvitationApi {
    private final Workspaces workspaces;
    private final Inviting inviting;

    InvitationApi(Workspaces workspaces, Inviting inviting) {
        this.workspaces = workspaces;
        this.inviting = inviting;
    }

    @GetMapping
    ResponseEntity<byte[]> list(@PathVariable String id, SignedIn reader) {
        return Answers.of(Map.of(
                "invitations",
                inviting.list(reader, view(id, reader)).stream()
                        .map(InvitationApi::about)
                        .toList()));
    }

    /** Invites; the link is told this once. */
    @PostMapping
    ResponseEntity<byte[]> invite(@PathVariable String id, @RequestBody JsonNode body, SignedIn reader) {
        Inviting.Made made = inviting.invite(
                reader,
                view(id, reader),
                body.path("role").asString(""),
                body.path("organisation").asString(""));
        Map<String, Object> out = about(made.invitation());
        out.put("link", made.link());
        return Answers.of(out);
    }

    @DeleteMapping("/{invitation}")
    ResponseEntity<byte[]> withdraw(@PathVariable String id, @PathVariable String invitation, SignedIn reader) {
        inviting.withdraw(reader, view(id, reader), invitation);
        return Answers.of(Map.of("withdrawn", invitation));
    }

    private View view(String id, SignedIn reader) {
        return workspaces.get(id).view(reader.id());
    }

    private static Map<String, Object> about(Invitation invitation) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", invitation.id());
        invitation.into().ifPresent(into -> out.put("role", into.role().code()));
        invitation.organisation().ifPresent(organisation -> out.put("organisation", organisation.toString()));
        invitation.maker().map(AccountId::toString).ifPresent(maker -> out.put("by", maker));
        out.put("for_known_accounts", invitation.forKnown());
        out.put("made", invitation.made());
        out.put("ends", invitation.ends());
        return out;
    }
}
