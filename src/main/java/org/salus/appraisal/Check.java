package org.salus.appraisal;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.framework.Appraisal;
import tools.jackson.databind.JsonNode;

/**
 * One question to our own planning, as a file says it: what it asks, why, and when it is answered how. It never judges the partner.
 *
 * @param id {@code C2.3}: the consideration or recommendation, and the place in it
 * @param name lasting name, which is also the name of its file
 * @param edition of what it asks and how it is answered
 * @param why what the field has found, in our own words
 * @param sources where that can be read
 * @param computed the name of the computation that answers it from what is recorded; empty where only people are asked
 * @param isAsked whether people are asked; where it is computed, too, theirs is the answer as long as nothing is recorded that it could be computed from
 * @param isForReadersOnly whether what is computed is told to readers of what it looks at only, and kept nowhere
 * @param answers in words, when it is answered how; an answer it cannot give is absent
 * @param fix what one would do
 * @param page where that is done, below the address of the workspace; empty for none
 */
public record Check(
        String id,
        String name,
        String edition,
        String asks,
        String why,
        List<Source> sources,
        Optional<String> computed,
        boolean isAsked,
        boolean isForReadersOnly,
        Map<Appraisal, String> answers,
        String fix,
        String page) {
    /**
     * A work of the field.
     *
     * @param author a person, body or publisher
     * @param year in which it appeared
     */
    public record Source(String author, String title, int year) {}

    public Check {
        sources = List.copyOf(sources);
        answers = Collections.unmodifiableMap(new EnumMap<>(answers));
    }

    /** The code of the consideration or recommendation it belongs to: {@code C2}. */
    public String group() {
        return id.substring(0, id.indexOf('.'));
    }

    /** Whether the program answers it, where it has something to go by. */
    public boolean isComputed() {
        return computed.isPresent();
    }

    /** Whether nothing of it is told to anybody but readers of what it looks at: not even an answer of people. */
    public boolean isUntold() {
        return isForReadersOnly && !isAsked;
    }

    /** Whether it reviews a donor, to whom its answers belong. */
    public boolean isReview() {
        return id.startsWith("R");
    }

    /** Under which name people answer what is computed, see {@link org.salus.workspace.Answer}. */
    public String finding() {
        return "appraisal:" + id;
    }

    /** With the texts of another language, which has an answer in words wherever this one has. */
    Check in(JsonNode said) {
        Map<Appraisal, String> translated = answers(said);
        if (!translated.keySet().equals(answers.keySet())) {
            throw new IllegalStateException("Answers in one language only: " + id);
        }
        return new Check(
                id,
                name,
                edition,
                said.required("asks").asString(),
                said.required("why").asString(),
                sources,
                computed,
                isAsked,
                isForReadersOnly,
                translated,
                said.required("fix").asString(),
                page);
    }

    private static Map<Appraisal, String> answers(JsonNode file) {
        Map<Appraisal, String> answers = new EnumMap<>(Appraisal.class);
        file.required("answers")
                .properties()
                .forEach(one ->
                        answers.put(Appraisal.of(one.getKey()), one.getValue().asString()));
        return answers;
    }

    static Check of(String name, JsonNode file) {
        return new Check(
                file.required("id").asString(),
                name,
                file.required("edition").asString(),
                file.required("asks").asString(),
                file.required("why").asString(),
                file.required("sources")
                        .valueStream()
                        .map(source -> new Source(
                                source.required("author").asString(),
                                source.required("title").asString(),
                                source.required("year").asInt()))
                        .toList(),
                Optional.of(file.path("computed").asString("")).filter(computation -> !computation.isEmpty()),
                file.path("asked").asBoolean(false),
                file.path("readers-only").asBoolean(false),
                answers(file),
                file.required("fix").asString(),
                file.required("page").asString());
    }
}
