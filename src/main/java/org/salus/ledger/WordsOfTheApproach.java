package org.salus.ledger;

import java.math.BigDecimal;
import org.salus.framework.ActorClass;
import org.salus.framework.PartialDate;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Values that stand in payloads as one text: a date as exactly as it is known, the class of an actor, and decimals with all their digits, which readers of JSON
 * numbers may round.
 */
final class WordsOfTheApproach extends SimpleModule {
    private static final long serialVersionUID = 1L;

    WordsOfTheApproach() {
        super("words-of-the-approach");
        addSerializer(PartialDate.class, new Dates());
        addDeserializer(PartialDate.class, new ReadDates());
        addDeserializer(ActorClass.class, new ReadActorClasses());
        addSerializer(BigDecimal.class, new Decimals());
        addDeserializer(BigDecimal.class, new ReadDecimals());
    }

    private static final class Dates extends ValueSerializer<PartialDate> {
        @Override
        public void serialize(PartialDate date, JsonGenerator json, SerializationContext context) {
            json.writeString(date.toString());
        }
    }

    private static final class ReadDates extends ValueDeserializer<PartialDate> {
        @Override
        public PartialDate deserialize(JsonParser json, DeserializationContext context) {
            String text = String.valueOf(json.getString());
            return PartialDate.find(text).orElseGet(() ->
                    (PartialDate) context.handleWeirdStringValue(PartialDate.class, text, "not a date"));
        }
    }

    private static final class ReadActorClasses extends ValueDeserializer<ActorClass> {
        @Override
        public ActorClass deserialize(JsonParser json, DeserializationContext context) {
            String code = String.valueOf(json.getString());
            return ActorClass.find(code).orElseGet(() ->
                    (ActorClass) context.handleWeirdStringValue(ActorClass.class, code, "not a known code"));
        }
    }

    private static final class Decimals extends ValueSerializer<BigDecimal> {
        @Override
        public void serialize(BigDecimal number, JsonGenerator json, SerializationContext context) {
            json.writeString(number.toPlainString());
        }
    }

    private static final class ReadDecimals extends ValueDeserializer<BigDecimal> {
        private static final int MOST_DIGITS = 200;

        @Override
        public BigDecimal deserialize(JsonParser json, DeserializationContext context) {
            String text = String.valueOf(json.getString());
            return text.length() <= MOST_DIGITS && text.matches("-?\\d+(\\.\\d+)?")
                    ? new BigDecimal(text)
                    : (BigDecimal) context.handleWeirdStringValue(BigDecimal.class, text, "not a decimal");
        }
    }
}
