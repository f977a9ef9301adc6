package org.salus.workspace.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.salus.people.People;
import org.salus.people.SignedIn;
import org.salus.people.Tokens;
import org.salus.workspace.Administration;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** One's own account: where one is signed in, and tokens for programs. A token closes what it finds open, and opens nothing. */
@RestController
@RequestMapping("/api/v1/me")
final class OwnAccountApi {
    private final People people;

    OwnAccountApi(People people) {
        this.people = people;
    }

    /** Changes one's own name, for somebody who is here in person. */
    @PostMapping("/name")
    ResponseEntity<byte[]> rename(@RequestBody JsonNode body, SignedIn who) {
        who.mustBeHere();
        people.accounts().rename(who.id(), SentFields.of(body, "name").must("name"));
        return Answers.of(Map.of("name", people.accounts().get(who.id()).name()));
    }

    @GetMapping("/sessions")
    ResponseEntity<byte[]> sessions(SignedIn who) {
        return Answers.of(Map.of(
                "sessions",
                people.sessions().list(who.id()).stream()
                        .map(session ->
                                Administration.tell(session, session.name().equals(who.session())))
                        .toList()));
    }

    @DeleteMapping("/sessions/{session}")
    ResponseEntity<byte[]> end(@PathVariable String session, SignedIn who) {
        Administration.endSession(people, who, session);
        return Answers.of(Map.of("ended", session));
    }

    @GetMapping("/tokens")
    ResponseEntity<byte[]> tokens(SignedIn who) {
        return Answers.of(Map.of(
                "tokens",
                people.tokens().list(who.id()).stream()
                        .map(Administration::tell)
                        .toList()));
    }

    /** Makes a token, for somebody who is here in person; its text is told this once. */
    @PostMapping("/tokens")
    ResponseEntity<byte[]> issue(@RequestBody JsonNode body, SignedIn who) {
        SentFields sent = SentFields.of(body, "name", "scope", "days");
        Tokens.Issued issued = people.tokens()
                .issue(who, sent.must("name"), Tokens.Scope.of(sent.must("scope")), Tokens.days(sent.must("days")));
        Map<String, Object> out = new LinkedHashMap<>(Administration.tell(issued.token()));
        out.put("token", issued.secret().reveal());
        return Answers.of(out);
    }

    @DeleteMapping("/tokens/{id}")
    ResponseEntity<byte[]> revoke(@PathVariable String id, SignedIn who) {
        people.tokens().revoke(who, id);
        return Answers.of(Map.of("revoked", id));
    }
}
