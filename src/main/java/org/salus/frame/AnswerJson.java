package org.salus.frame;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.salus.framework.Figure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * How answers look as JSON, the same from the command line and from the API: records with their components in the order they are written, names with
 * underscores; amounts and other decimals as unrounded decimal strings; dates as ISO 8601, as exactly as they are known; words of the approach as their codes, other choices in
 * lower case with hyphens; a {@link Sentence} as text; a {@link Figure} as {@code {"state":"known","value":…}},
 * {@code {"state":"partial","value":…,"reason":"…"}} or {@code {"state":"unknown","reason":"…"}}. What is absent is left out; maps are in the order of
 * their keys, so that the same answer is the same bytes.
 */
public final class AnswerJson {
    private AnswerJson() {}

    /** A mapper that says sentences in this language. It is costly to make and safe to share: keep it. */
    public static JsonMapper in(Wording wording) {
        SimpleModule answers = new SimpleModule("answers");
        answers.addSerializer(Figure.class, new Figures());
        answers.addSerializer(Sentence.class, new Sentences(wording));
        answers.addSerializer(BigDecimal.class, new Decimals());
        answers.addSerializer(PartialDate.class, new Dates());
        answers.addSerializer(Enum.class, new Codes());
        answers.addKeySerializer(Enum.class, new CodesAsKeys());
        return JsonMapper.builder()
                .addModule(answers)
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .changeDefaultPropertyInclusion(any -> any.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
    }

    /**
     * The same JSON with U+202D and U+202E written as escapes: they say the same to programs, and turn nothing round where somebody looks at the answer as a text.
     *
     * @param json in UTF-8, where these can stand in texts only
     */
    public static byte[] straight(byte[] json) {
        ByteArrayOutputStream out = null;
        int begin = 0;
        for (int i = 0; i + 2 < json.length; i++) {
            if (json[i] == (byte) 0xe2
                    && json[i + 1] == (byte) 0x80
                    && (json[i + 2] == (byte) 0xad || json[i + 2] == (byte) 0xae)) {
                if (out == null) {
                    out = new ByteArrayOutputStream(json.length + 100);
                }
                out.write(json, begin, i - begin);
                out.writeBytes((json[i + 2] == (byte) 0xad ? "\\u202d" : "\\u202e").getBytes(StandardCharsets.US_ASCII));
                begin = i + 3;
            }
        }
        if (out == null) {
            return json;
        }
        out.write(json, begin, json.length - begin);
        return out.toByteArray();
    }

    @SuppressWarnings("rawtypes")
    private static final class Figures extends ValueSerializer<Figure> {
        @Override
        public void serialize(Figure figure, JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            switch (figure) {
                case Figure.Known<?> known -> {
                    json.writeStringProperty("state", "known");
                    context.defaultSerializeProperty("value", known.value(), json);
                }
                case Figure.Partial<?> partial -> {
                    json.writeStringProperty("state", "partial");
                    context.defaultSerializeProperty("value", partial.value(), json);
                    context.defaultSerializeProperty("reason", partial.reason(), json);
                }
                case Figure.Unknown<?> unknown -> {
                    json.writeStringProperty("state", "unknown");
                    context.defaultSerializeProperty("reason", unknown.reason(), json);
                }
            }
            json.writeEndObject();
        }
    }

    private static final class Sentences extends ValueSerializer<Sentence> {
        private final Wording wording;

        Sentences(Wording wording) {
            this.wording = wording;
        }

        @Override
        public void serialize(Sentence sentence, JsonGenerator json, SerializationContext context) {
            json.writeString(wording.say(sentence));
        }
    }

    private static final class Decimals extends ValueSerializer<BigDecimal> {
        @Override
        public void serialize(BigDecimal number, JsonGenerator json, SerializationContext context) {
            json.writeString(number.toPlainString());
        }
    }

    private static final class Dates extends ValueSerializer<PartialDate> {
        @Override
        public void serialize(PartialDate date, JsonGenerator json, SerializationContext context) {
            json.writeString(date.toString());
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class Codes extends ValueSerializer<Enum> {
        @Override
        public void serialize(Enum choice, JsonGenerator json, SerializationContext context) {
            json.writeString(Term.codeOf(choice));
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class CodesAsKeys extends ValueSerializer<Enum> {
        @Override
        public void serialize(Enum choice, JsonGenerator json, SerializationContext context) {
            json.writeName(Term.codeOf(choice));
        }
    }
}
