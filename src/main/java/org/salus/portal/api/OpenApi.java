package org.salus.portal.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The description of the API in OpenAPI 3.1; a test holds it against the controllers. */
@RestController
final class OpenApi {
    /** Where the description lies; the page about the API reads it, too. */
    static final String DESCRIPTION = "openapi.json";

    @GetMapping("/api/v1/openapi.json")
    ResponseEntity<byte[]> description() throws IOException {
        try (InputStream bytes = Objects.requireNonNull(OpenApi.class.getResourceAsStream(DESCRIPTION))) {
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(bytes.readAllBytes());
        }
    }
}
