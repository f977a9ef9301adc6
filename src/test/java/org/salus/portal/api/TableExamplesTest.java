package org.salus.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.salus.portal.CountryTables;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API names every table of a country, as pages and commands do. */
class TableExamplesTest {
    @Test
    void the_examples_of_tables_are_the_tables_there_are_in_their_order() throws IOException {
        JsonNode description;
        try (InputStream file =
                Objects.requireNonNull(CountryTables.class.getResourceAsStream("/org/salus/portal/api/openapi.json"))) {
            description = JsonMapper.shared().readTree(file);
        }
        JsonNode parameters = description
                .path("paths")
                .path("/countries/{country}/tables/{table}")
                .path("get")
                .path("parameters");
        assertThat(parameters
                        .valueStream()
                        .filter(parameter -> parameter.path("name").asString("").equals("table"))
                        .flatMap(parameter ->
                                parameter.path("schema").path("examples").valueStream())
                        .map(example -> example.asString("")))
                .containsExactlyElementsOf(CountryTables.names());
    }
}
