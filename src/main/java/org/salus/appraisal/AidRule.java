package org.salus.appraisal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.salus.framework.Sentence;
import tools.jackson.databind.JsonNode;

/**
 * A rule: where all its conditions hold, this is the verdict.
 *
 * @param when what each named fact has to be
 * @param source short name of the text it follows
 * @param paragraph of the source, if known
 * @param basis how much of the source was seen
 * @param limit what alone may be reported
 * @param coefficient percent that counts, where it is fixed
 */
record AidRule(
        String id,
        AidVerdict verdict,
        Map<String, Known> when,
        String source,
        Optional<String> paragraph,
        String basis,
        Optional<String> limit,
        Optional<String> coefficient) {
    AidRule {
        when = Collections.unmodifiableMap(new LinkedHashMap<>(when));
    }

    static AidRule read(JsonNode file) {
        return new AidRule(
                file.required("id").asString(),
                AidVerdict.of(file.required("verdict").asString()),
                conditions(file.required("when")),
                file.required("source").asString(),
                Optional.ofNullable(file.get("par")).map(JsonNode::asString),
                file.required("basis").asString(),
                Optional.ofNullable(file.get("limit")).map(JsonNode::asString),
                Optional.ofNullable(file.get("coefficient")).map(JsonNode::asString));
    }

    static Map<String, Known> conditions(JsonNode file) {
        Map<String, Known> when = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> one : file.properties()) {
            when.put(one.getKey(), Known.of(one.getValue().asString()));
        }
        return when;
    }

    /** Whether all of this holds: no as soon as one condition is known to fail. */
    static Known holds(Map<String, Known> when, Function<String, Known> facts) {
        Known all = Known.YES;
        for (Map.Entry<String, Known> one : when.entrySet()) {
            Known known = facts.apply(one.getKey());
            if (known == Known.UNKNOWN) {
                all = Known.UNKNOWN;
            } else if (known != one.getValue()) {
                return Known.NO;
            }
        }
        return all;
    }

    Known holds(Function<String, Known> facts) {
        return holds(when, facts);
    }

    /** The text it follows, with its paragraph where that is known. */
    Sentence from() {
        Sentence text = Sentence.of("appraisal.oda.text." + source);
        return paragraph
                .map(number -> Sentence.of("appraisal.oda.paragraph", text, number))
                .orElse(text);
    }

    /** What it says, in words. */
    Sentence says() {
        return Sentence.of("appraisal.oda.rule." + id);
    }
}
