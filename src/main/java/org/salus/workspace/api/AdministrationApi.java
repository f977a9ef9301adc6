package org.salus.workspace.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.people.Account;
import org.salus.people.Administrator;
import org.salus.workspace.Administration;
import org.salus.workspace.AuditTrail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * What administrators do, for their programs: accounts, organisations, invitations to the server, what was done. Others are refused before anything is
 * looked up, so that they do not learn what there is.
 */
@RestController
@RequestMapping("/api/v1/administration")
final class AdministrationApi {
    private final Administration administration;

    AdministrationApi(Administration administration) {
        this.administration = administration;
    }

    @GetMapping("/accounts")
    ResponseEntity<byte[]> accounts(Administrator who) {
        return Answers.of(Map.of("accounts", administration.tell(administration.accounts(who))));
    }

    @GetMapping("/accounts/{id}")
    ResponseEntity<byte[]> account(Administrator who, @PathVariable String id) {
        return one(administration.account(who, id));
    }

    @PostMapping("/accounts/{id}/organisation")
    ResponseEntity<byte[]> place(Administrator who, @PathVariable String id, @RequestBody JsonNode body) {
        return one(administration.place(
                who, id, SentFields.of(body, "organisation").text("organisation")));
    }

    @PostMapping("/accounts/{id}/close")
    ResponseEntity<byte[]> close(Administrator who, @PathVariable String id) {
        return one(administration.close(who, id));
    }

    @PostMapping("/accounts/{id}/reopen")
    ResponseEntity<byte[]> reopen(Administrator who, @PathVariable String id) {
        return one(administration.reopen(who, id));
    }

    /** Makes an administrator, or ends it; only for somebody who is here in person. */
    @PostMapping("/accounts/{id}/administrator")
    ResponseEntity<byte[]> administer(Administrator who, @PathVariable String id, @RequestBody JsonNode body) {
        SentFields sent = SentFields.of(body, "administrator");
        sent.must("administrator");
        return one(administration.administer(who, id, sent.flag("administrator")));
    }

    @PostMapping("/accounts/{id}/sessions/end")
    ResponseEntity<byte[]> endSessions(Administrator who, @PathVariable String id) {
        return one(administration.endSessions(who, id));
    }

    /** Offers a new password; the link is told this once. */
    @PostMapping("/accounts/{id}/reset")
    ResponseEntity<byte[]> reset(Administrator who, @PathVariable String id) {
        return Answers.of(Map.of("link", administration.reset(who, id)));
    }

    @GetMapping("/organisations")
    ResponseEntity<byte[]> organisations(Administrator who) {
        return Answers.of(Map.of(
                "organisations",
                administration.organisations(who).stream()
                        .map(Administration::tell)
                        .toList()));
    }

    @PostMapping("/organisations")
    ResponseEntity<byte[]> addOrganisation(Administrator who, @RequestBody JsonNode body) {
        return Answers.of(Administration.tell(
                administration.addOrganisation(who, SentFields.of(body, "name").must("name"))));
    }

    @PostMapping("/organisations/{id}/name")
    ResponseEntity<byte[]> renameOrganisation(Administrator who, @PathVariable String id, @RequestBody JsonNode body) {
        return Answers.of(Administration.tell(administration.renameOrganisation(
                who, id, SentFields.of(body, "name").must("name"))));
    }

    @GetMapping("/invitations")
    ResponseEntity<byte[]> invitations(Administrator who) {
        return Answers.of(Map.of(
                "invitations",
                administration.invitations(who).stream()
                        .map(Administration::tell)
                        .toList()));
    }

    /** Invites; the link is told this once. */
    @PostMapping("/invitations")
    ResponseEntity<byte[]> invite(Administrator who, @RequestBody JsonNode body) {
        Administration.Made made =
                administration.invite(who, SentFields.of(body, "organisation").text("organisation"));
        Map<String, Object> out = new LinkedHashMap<>(Administration.tell(made.invitation()));
        out.put("link", made.link());
        return Answers.of(out);
    }

    @DeleteMapping("/invitations/{id}")
    ResponseEntity<byte[]> withdraw(Administrator who, @PathVariable String id) {
        administration.withdraw(who, id);
        return Answers.of(Map.of("withdrawn", id));
    }

    /**
     * What was done on the server, or what was done before one deed.
     *
     * @param before its number
     */
    @GetMapping("/audit")
    ResponseEntity<byte[]> audit(Administrator who, @RequestParam Optional<String> before) {
        return Answers.of(AuditTrail.tell(administration.deeds(who, AuditTrail.before(before))));
    }

    private ResponseEntity<byte[]> one(Account account) {
        return Answers.of(administration.tell(List.of(account)).getFirst());
    }
}
