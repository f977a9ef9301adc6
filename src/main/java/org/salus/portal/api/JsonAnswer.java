package org.salus.portal.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.salus.evidence.Snapshot;
import org.salus.frame.AnswerJson;
import org.salus.framework.Wording;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Writes answers in the one form that all JSON of the program has. */
final class JsonAnswer {
    private static final JsonMapper ENGLISH = AnswerJson.in(Wording.english());

    private JsonAnswer() {}

    /** An answer that begins with the snapshot it was computed from. */
    static Map<String, Object> from(Snapshot snapshot) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("snapshot", snapshot.id());
        return answer;
    }

    static ResponseEntity<byte[]> of(Object answer) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .body(ENGLISH.writeValueAsBytes(answer));
    }
}
