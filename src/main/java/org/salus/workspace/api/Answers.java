package org.salus.workspace.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.salus.frame.AnswerJson;
import org.salus.framework.Wording;
import org.salus.ledger.Digest;
import org.salus.ledger.ItemJson;
import org.salus.ledger.Outcome;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Answers of this part of the API, in the one form that all JSON of the program has. */
public final class Answers {
    private static final JsonMapper JSON = AnswerJson.in(Wording.english());

    private Answers() {}

    /** An answer that nobody on the way keeps. */
    public static ResponseEntity<byte[]> of(Object answer) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(AnswerJson.straight(JSON.writeValueAsBytes(answer)));
    }

    /** A problem document (RFC 9457) with what a program needs to go on. */
    public static ResponseEntity<byte[]> problem(int status, String kind, Map<String, Object> more) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("type", "/api#" + kind);
        out.put("title", Wording.english().say("workspace.problem." + kind));
        out.put("status", status);
        out.putAll(more);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .cacheControl(CacheControl.noStore())
                .body(AnswerJson.straight(JSON.writeValueAsBytes(out)));
    }

    /** Why something was not accepted: by a rule about what it says, or because whoever asks may not do it. */
    static ResponseEntity<byte[]> refused(Outcome.Refused refused) {
        return problem(
                refused.isForRole() ? 403 : 422,
                refused.isForRole() ? "refused" : "refused-by-rule",
                Map.of(
                        "reasons",
                        refused.reasons().stream().map(Wording.english()::say).toList()));
    }

    /** What became of an edit: what is answered where it was accepted, else why it was not. */
    public static ResponseEntity<byte[]> told(Outcome outcome, Function<Digest, Object> accepted) {
        return switch (outcome) {
            case Outcome.Accepted kept -> of(accepted.apply(kept.entry()));
            case Outcome.Refused refused -> refused(refused);
            case Outcome.Conflicting conflicting ->
                problem(
                        409,
                        "conflict",
                        Map.of(
                                "clashes",
                                conflicting.clashes().stream()
                                        .map(clash -> {
                                            Map<String, Object> one = new LinkedHashMap<>();
                                            one.put("item", clash.item());
                                            if (!clash.theirs().isEmpty()) {
                                                // Nothing is said back about what the sender may not see.
                                                clash.yours()
                                                        .ifPresent(yours -> one.put("yours", ItemJson.told(yours)));
                                            }
                                            one.put("theirs", WorkspaceApi.versions(clash.theirs()));
                                            return one;
                                        })
                                        .toList()));
        };
    }
}
