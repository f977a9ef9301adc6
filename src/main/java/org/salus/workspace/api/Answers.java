package org.salus.workspace.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.salus.frame.AnswerJson;
import org.salus.framework.Wording;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Answers of this part of the API, in the one form that all JSON of the program has. */
final class Answers {
    private static final JsonMapper JSON = AnswerJson.in(Wording.english());

    private Answers() {}

    static ResponseEntity<byte[]> of(Object answer) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(JSON.writeValueAsBytes(answer));
    }

    /** A problem document (RFC 9457) with what a program needs to go on. */
    static ResponseEntity<byte[]> problem(int status, String kind, Map<String, Object> more) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("type", "/api#" + kind);
        out.put("title", Wording.english().say("workspace.problem." + kind));
        out.put("status", status);
        out.putAll(more);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .cacheControl(CacheControl.noStore())
                .body(JSON.writeValueAsBytes(out));
    }
}
