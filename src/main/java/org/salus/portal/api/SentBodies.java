package org.salus.portal.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds what programs send against the description of the API before any room reads it: a list or an object in the place of a text would be read as nothing, and what was meant be lost in silence. A number or a yes or no
 * in the place of a text is taken as it is written, as rooms do.
 */
@ControllerAdvice
final class SentBodies extends RequestBodyAdviceAdapter {
    private static final String ROOT = "/api/v1";

    /** What is described, by method and path. */
    private final Map<String, JsonNode> described = described();

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return type.equals(JsonNode.class);
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        JsonNode schema = schema();
        if (body instanceof JsonNode sent && schema != null) {
            check(sent, schema, "");
        }
        return body;
    }

    private @Nullable JsonNode schema() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request) {
            Object route = request.getRequest().getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            return described.get(
                    key(request.getRequest().getMethod(), String.valueOf(route).replaceFirst("^" + ROOT, "")));
        }
        return null;
    }

    /** Whatever the parameters of a path are called. */
    private static String key(String method, String path) {
        return method.toLowerCase(Locale.ROOT) + " " + path.replaceAll("\\{[^}]*}", "{}");
    }

    private static Map<String, JsonNode> described() {
        Map<String, JsonNode> all = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(SentBodies.class.getResourceAsStream(OpenApi.DESCRIPTION))) {
            JsonNode paths = JsonMapper.builder().build().readTree(in).path("paths");
            paths.properties()
                    .forEach(path -> path.getValue().properties().forEach(method -> {
                        JsonNode schema = method.getValue()
                                .path("requestBody")
                                .path("content")
                                .path("application/json")
                                .path("schema");
                        if (schema.isObject()) {
                            all.put(key(method.getKey(), path.getKey()), schema);
                        }
                    }));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return Map.copyOf(all);
    }

    private static void check(JsonNode sent, JsonNode schema, String where) {
        List<String> wanted = wanted(schema.path("type"));
        String form = form(sent);
        if (!wanted.isEmpty() && !form.isEmpty() && !wanted.contains(form)) {
            Sentence right = Sentence.of("portal.sent." + wanted.getFirst());
            Sentence wrong = Sentence.of("portal.sent." + form);
            throw where.isEmpty()
                    ? Failure.wrongUse(Sentence.of(
                            "portal.sent.body",
                            right,
                            wrong,
                            String.join(", ", schema.path("properties").propertyNames())))
                    : Failure.wrongUse(Sentence.of("portal.sent.field", where, right, wrong))
                            .at(where);
        }
        if (sent.isObject()) {
            sent.properties()
                    .forEach(field -> check(
                            field.getValue(),
                            schema.path("properties").path(field.getKey()),
                            where.isEmpty() ? field.getKey() : where + "." + field.getKey()));
        } else if (sent.isArray()) {
            for (int i = 0; i < sent.size(); i++) {
                check(sent.get(i), schema.path("items"), where + "." + i);
            }
        }
    }

    /** What may stand there; whatever is no list and no object counts as text. */
    private static List<String> wanted(JsonNode type) {
        return (type.isArray() ? type.valueStream() : Stream.of(type))
                .map(one -> one.asString(""))
                .filter(one -> !one.isEmpty())
                .map(one -> List.of("array", "object").contains(one) ? one : "text")
                .toList();
    }

    /** Of what form something is; nothing where it says nothing, as what is left out. */
    private static String form(JsonNode sent) {
        if (sent.isNull() || sent.isMissingNode()) {
            return "";
        }
        return sent.isArray() ? "array" : sent.isObject() ? "object" : "text";
    }
}
