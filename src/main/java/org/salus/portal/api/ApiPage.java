package org.salus.portal.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.Layouts;
import org.salus.framework.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API for people. */
@Controller
final class ApiPage {
    private static final byte[] DESCRIPTION = read();

    /** The country of the demo. */
    private static final String EXAMPLE = "BDI";

    /** Parameters that an example fills in. */
    private static final Set<String> IN_EXAMPLES = Set.of("country", "table");

    private final Layouts layouts;

    ApiPage(Layouts layouts) {
        this.layouts = layouts;
    }

    /** The page for people. */
    record Description(Layout layout, String about, List<Question> questions) {}

    /**
     * One question of the API.
     *
     * @param method empty for reading, which needs no word
     */
    record Question(String method, String path, String summary, String example, List<Parameter> parameters) {
        String names() {
            return String.join(", ", parameters.stream().map(Parameter::name).toList());
        }
    }

    /** A parameter of a question. */
    record Parameter(String name, String text, boolean required) {}

    @GetMapping("/api")
    ModelAndView page(Wording wording, Address here) {
        JsonNode description = JsonMapper.builder().build().readTree(DESCRIPTION);
        List<Question> questions = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                questions.add(question(method.getKey(), path.getKey(), method.getValue()));
            }
        }
        return new ModelAndView(
                "portal/api/description",
                Map.of(
                        "page",
                        new Description(
                                layouts.of(wording, here, wording.say("portal.api.title")),
                                description.path("info").path("description").asString(),
                                questions)));
    }

    private static Question question(String method, String path, JsonNode described) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode parameter : described.path("parameters")) {
            parameters.add(new Parameter(
                    parameter.path("name").asString(),
                    parameter.path("description").asString(),
                    parameter.path("required").asBoolean(false)));
        }
        described
                .path("requestBody")
                .path("content")
                .valueStream()
                .flatMap(body -> body.path("schema").path("properties").properties().stream())
                .forEach(property -> parameters.add(new Parameter(
                        property.getKey(),
                        property.getValue().path("description").asString(""),
                        false)));
        boolean reads = method.equals("get");
        boolean needsMore = !reads
                || parameters.stream()
                        .anyMatch(parameter -> parameter.required() && !IN_EXAMPLES.contains(parameter.name()));
        return new Question(
                reads ? "" : method.toUpperCase(Locale.ROOT),
                "/api/v1" + path,
                described.path("description").asString(described.path("summary").asString()),
                needsMore
                        ? ""
                        : ("/api/v1" + path).replace("{country}", EXAMPLE).replace("{table}", "donors"),
                parameters);
    }

    private static byte[] read() {
        try (InputStream in = Objects.requireNonNull(ApiPage.class.getResourceAsStream(OpenApi.DESCRIPTION))) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
