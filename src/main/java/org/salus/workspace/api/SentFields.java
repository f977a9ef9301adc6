package org.salus.workspace.api;

import java.util.Arrays;
import java.util.List;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import tools.jackson.databind.JsonNode;

/** The fields of what a program sent. One that means nothing is refused: a mistyped name would be lost in silence, and what it was to narrow down be done to all. */
public final class SentFields {
    private final JsonNode body;

    private SentFields(JsonNode body) {
        this.body = body;
    }

    /**
     * What was sent, if it is an object of nothing but these fields.
     *
     * @param names of all fields that mean something here
     * @throws Failure (wrong use) that names the field and those there are
     */
    public static SentFields of(JsonNode body, String... names) {
        return of(body, Arrays.asList(names));
    }

    /** The same by a list of names. */
    public static SentFields of(JsonNode body, List<String> names) {
        String known = String.join(", ", names);
        if (!body.isObject()) {
            throw Failure.wrongUse(Sentence.of("workspace.sent.no-object", known));
        }
        body.propertyNames().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Failure.wrongUse(Sentence.of("workspace.sent.unknown", name, known))
                            .at(name);
                });
        return new SentFields(body);
    }

    /**
     * A field as text; empty where nothing is said. A number is taken as it is written.
     *
     * @throws Failure (wrong use) if it is a list or an object
     */
    public String text(String name) {
        JsonNode said = body.path(name);
        if (said.isContainer()) {
            throw Failure.wrongUse(Sentence.of("workspace.sent.no-text", name)).at(name);
        }
        return said.asString("");
    }

    /**
     * A field that has to be said.
     *
     * @throws Failure (wrong use) if it is not
     */
    public String must(String name) {
        String said = text(name);
        if (said.isBlank()) {
            throw Failure.wrongUse(Sentence.of("workspace.sent.missing", name)).at(name);
        }
        return said;
    }

    /**
     * A yes or no; no where nothing is said.
     *
     * @throws Failure (wrong use) if it is neither
     */
    public boolean flag(String name) {
        String said = text(name);
        if (!List.of("", "true", "false").contains(said)) {
            throw Failure.wrongUse(Sentence.of("workspace.sent.no-flag", name, said))
                    .at(name);
        }
        return said.equals("true");
    }

    /** A field of any form; missing where nothing is said. */
    public JsonNode node(String name) {
        return body.path(name);
    }
}
