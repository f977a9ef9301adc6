package org.salus.appraisal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Activities from a JSON file: an array of cases, or one case, each with {@code id} and {@code facts}. A fact is a short text; true and false are read as yes and no, several
 * texts as one. Whatever else stands in a case, a published verdict among it, is not looked at.
 */
public final class AidCases {
    private static final int MOST_BYTES = 32 << 20;
    private static final int MOST_CASES = 50_000;
    private static final int LONGEST_ID = 500;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(20)
                            .maxStringLength(1_000_000)
                            .build())
                    .build())
            // A fact that is said twice would be read as whatever was said last.
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private AidCases() {}

    /**
     * Reads a file.
     *
     * @param name of the file, for messages
     * @throws Failure if it is no such file
     * @throws IOException if disk or stream fails
     */
    public static List<AidCase> read(InputStream bytes, String name) throws IOException {
        byte[] all = bytes.readNBytes(MOST_BYTES + 1);
        if (all.length > MOST_BYTES) {
            throw Failure.wrongUse(Sentence.of("appraisal.oda.too-large", name, MOST_BYTES >> 20));
        }
        JsonNode whole = tree(all, name);
        List<JsonNode> said = whole.isArray()
                ? StreamSupport.stream(whole.spliterator(), false).toList()
                : List.of(whole);
        if (said.size() > MOST_CASES) {
            throw Failure.wrongUse(Sentence.of("appraisal.oda.too-many", name, MOST_CASES));
        }
        if (said.isEmpty()) {
            throw new Failure(Failure.Kind.NOT_POSSIBLE, Sentence.of("appraisal.oda.no-cases", name), advice(), null);
        }
        List<AidCase> cases = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        for (JsonNode one : said) {
            AidCase next = read(one, name, cases.size() + 1);
            Integer before = numbers.putIfAbsent(next.id(), cases.size() + 1);
            if (before != null) {
                // Answers are told by the id: nobody could say which is whose.
                throw new Failure(
                        Failure.Kind.NOT_POSSIBLE,
                        Sentence.of("appraisal.oda.same-id", name, before, cases.size() + 1, next.id()),
                        advice(),
                        null);
            }
            cases.add(next);
        }
        return List.copyOf(cases);
    }

    private static JsonNode tree(byte[] bytes, String name) {
        try {
            JsonNode whole = JSON.readTree(bytes);
            if (whole.isArray() || whole.isObject()) {
                return whole;
            }
        } catch (JacksonException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
            throw new Failure(
                    Failure.Kind.NOT_POSSIBLE, Sentence.of("appraisal.oda.no-json", name, line), advice(), broken);
        }
        throw new Failure(Failure.Kind.NOT_POSSIBLE, Sentence.of("appraisal.oda.no-cases", name), advice(), null);
    }

    private static Sentence advice() {
        return Sentence.of("appraisal.oda.no-cases.advice");
    }

    private static AidCase read(JsonNode one, String name, int number) {
        JsonNode id = one.path("id");
        boolean hasId = id.isString() || id.isIntegralNumber();
        if (!hasId || id.asString().isBlank() || id.asString().length() > LONGEST_ID) {
            throw new Failure(
                    Failure.Kind.NOT_POSSIBLE, Sentence.of("appraisal.oda.no-id", name, number), advice(), null);
        }
        JsonNode facts = one.path("facts");
        if (!facts.isObject() && !facts.isMissingNode() && !facts.isNull()) {
            throw new Failure(
                    Failure.Kind.NOT_POSSIBLE,
                    Sentence.of("appraisal.oda.no-facts", name, id.asString()),
                    advice(),
                    null);
        }
        Map<String, String> texts = new HashMap<>();
        facts.properties().forEach(fact -> text(fact.getValue()).ifPresent(text -> texts.put(fact.getKey(), text)));
        return new AidCase(id.asString(), texts);
    }

    /** What is neither a text nor a list of texts says nothing that could be understood, and is kept as such. */
    private static Optional<String> text(JsonNode value) {
        if (value.isNull()) {
            return Optional.empty();
        }
        if (value.isBoolean()) {
            return Optional.of(value.booleanValue() ? "yes" : "no");
        }
        if (value.isArray()) {
            String several = StreamSupport.stream(value.spliterator(), false)
                    .flatMap(one -> text(one).stream())
                    .collect(Collectors.joining("; "));
            return Optional.of(several).filter(text -> !text.isBlank());
        }
        return Optional.of(value.isValueNode() ? value.asString() : value.toString())
                .filter(text -> !text.isBlank());
    }
}
