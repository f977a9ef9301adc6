package org.salus.ledger;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Term;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.deser.KeyDeserializers;
import tools.jackson.databind.module.SimpleModule;

/** Choices stand in payloads as their codes ({@link Term#codeOf}), and are read from them. */
final class CodesOfChoices extends SimpleModule {
    private static final long serialVersionUID = 1L;

    CodesOfChoices() {
        super("codes-of-choices");
        addSerializer(Enum.class, new Codes());
        addKeySerializer(Enum.class, new CodesAsKeys());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addDeserializers(new Choices());
        context.addKeyDeserializers(new ChoicesAsKeys());
    }

    private static Map<String, Object> byCode(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(choice -> Term.codeOf((Enum<?>) choice), Function.identity()));
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

    private static final class Choices extends Deserializers.Base {
        @Override
        public ValueDeserializer<?> findEnumDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            return new Choice(type.getRawClass());
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return type.isEnum();
        }
    }

    private static final class Choice extends ValueDeserializer<Object> {
        private final Class<?> type;
        private final Map<String, Object> byCode;

        Choice(Class<?> type) {
            this.type = type;
            this.byCode = byCode(type);
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) {
            Object choice = byCode.get(json.getString());
            return choice != null
                    ? choice
                    : context.handleWeirdStringValue(type, String.valueOf(json.getString()), "not a known code");
        }
    }

    private static final class ChoicesAsKeys implements KeyDeserializers {
        @Override
        public @Nullable KeyDeserializer findKeyDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            if (!type.isEnumType()) {
                return null;
            }
            Map<String, Object> byCode = byCode(type.getRawClass());
            return new KeyDeserializer() {
                @Override
                public Object deserializeKey(String key, DeserializationContext context) {
                    Object choice = byCode.get(key);
                    return choice != null
                            ? choice
                            : context.handleWeirdKey(type.getRawClass(), key, "not a known code");
                }
            };
        }
    }
}
