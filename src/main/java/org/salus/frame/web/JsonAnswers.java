package org.salus.frame.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Answers of the API: trees as JSON in the order they were built. */
public final class JsonAnswers {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final MediaType TYPE = new MediaType("application", "json", StandardCharsets.UTF_8);

    private JsonAnswers() {}

    /** The tree as an answer. */
    public static ResponseEntity<byte[]> of(Map<String, Object> tree) {
        return ResponseEntity.ok().contentType(TYPE).body(JSON.writeValueAsBytes(tree));
    }
}
