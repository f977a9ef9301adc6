package org.salus.ledger;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.node.ObjectNode;

/** What items say as JSON, in the same form as it is kept: for pages that edit one component, and for programs that read and write items. */
public final class ItemJson {
    private static final Pattern CLASS = Pattern.compile("\\b(org|java|tools)\\.[a-z]+\\.");

    /** Characters of a wrong value that are said back: enough to find it by. */
    private static final int LONGEST_QUOTE = 100;

    private ItemJson() {}

    /** The value of an item, component by component. */
    public static ObjectNode value(Item<?> item) {
        return Contents.JSON.valueToTree(item.value());
    }

    /** The value of an item as a door tells it: without components that are told to nobody. */
    public static ObjectNode told(Item<?> item) {
        ObjectNode value = value(item);
        untold(item.kind().type()).forEach(value::remove);
        return value;
    }

    private static List<String> untold(Class<? extends Record> type) {
        return Stream.of(type.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(Untold.class))
                .map(RecordComponent::getName)
                .toList();
    }

    /** What was said of an item whose sender was not told all of it: the rest stays as it is. */
    private static JsonNode whole(JsonNode said, Optional<? extends Item<?>> before) {
        if (!said.isObject() || before.isEmpty()) {
            return said;
        }
        ObjectNode whole = ((ObjectNode) said).deepCopy();
        ObjectNode known = value(before.get());
        untold(before.get().kind().type()).stream()
                .filter(name -> !whole.has(name))
                .forEach(name -> whole.set(name, known.get(name)));
        return whole;
    }

    /** Any part of an item as JSON: a sensitivity, its citations. */
    public static JsonNode tree(Object part) {
        return Contents.JSON.valueToTree(part);
    }

    /**
     * A part of an item from JSON.
     *
     * @throws Failure if it is not of that form
     */
    public static <T> T read(JsonNode json, Class<T> type) {
        try {
            return Contents.JSON.treeToValue(json, type);
        } catch (JacksonException | IllegalArgumentException wrong) {
            throw Failure.wrongUse(told(wrong, json, type));
        }
    }

    /** The item saying what this JSON says; empty if its kind does not allow that. */
    public static <T extends Record> Optional<Item<T>> saying(Item<T> item, JsonNode value) {
        try {
            return Optional.of(
                    item.saying(Contents.JSON.treeToValue(value, item.kind().type())));
        } catch (JacksonException | IllegalArgumentException | NullPointerException wrong) {
            return Optional.empty();
        }
    }

    /**
     * A value of a kind from JSON.
     *
     * @throws Failure if the kind does not allow it
     */
    public static <T extends Record> T value(Kind<T> kind, JsonNode value) {
        return read(value, kind.type());
    }

    /**
     * An item from JSON with {@code value} and, where they differ from what is there or usual, {@code id}, {@code sensitivity}, {@code citations} and
     * {@code basis}. Without id it is a new one.
     *
     * @throws Failure if it is not of that form
     */
    public static <T extends Record> Item<T> item(Kind<T> kind, JsonNode json, View view) {
        if (!json.has("value")) {
            throw Failure.wrongUse(Sentence.of("ledger.failure.json.missing", "value"));
        }
        ItemId id = json.has("id") ? read(json.get("id"), ItemId.class) : ItemId.fresh();
        Optional<Item<T>> before = view.find(kind, id);
        return new Item<>(
                id,
                kind,
                json.has("sensitivity")
                        ? read(json.get("sensitivity"), Sensitivity.class)
                        : before.map(Item::sensitivity).orElse(Sensitivity.forMembers()),
                json.has("citations")
                        ? List.of(read(json.get("citations"), Citation[].class))
                        : before.map(Item::citations).orElse(List.of()),
                value(kind, whole(json.get("value"), before)),
                json.has("basis") ? Set.of(read(json.get("basis"), Digest[].class)) : Set.of());
    }

    /** Where in the JSON it is wrong, and how; what the reader of JSON says about it speaks of this program's classes. */
    private static Sentence told(Exception wrong, JsonNode json, Class<?> type) {
        if (!(wrong instanceof JacksonException said) || said.getPath().isEmpty()) {
            return Sentence.of("ledger.failure.json", shortened(wrong, type));
        }
        // Rows are counted from 0, as in the paths by which fields are saved.
        String where = said.getPath().stream()
                .map(step -> step.getPropertyName() == null ? String.valueOf(step.getIndex()) : step.getPropertyName())
                .collect(Collectors.joining("."));
        JsonNode there = json;
        for (JacksonException.Reference step : said.getPath()) {
            there = step.getPropertyName() == null ? there.path(step.getIndex()) : there.path(step.getPropertyName());
        }
        if (said instanceof UnrecognizedPropertyException) {
            return Sentence.of("ledger.failure.json.unknown", where);
        }
        if (there.isMissingNode() || there.isNull()) {
            return Sentence.of("ledger.failure.json.missing", where);
        }
        // Of a text that is empty, the quotes of JSON are all that can be seen.
        String value = there.isString() && !there.asString().isBlank() ? there.asString() : there.toString();
        String quoted = value.codePointCount(0, value.length()) > LONGEST_QUOTE
                ? value.substring(0, value.offsetByCodePoints(0, LONGEST_QUOTE)) + "…"
                : value;
        return said instanceof InvalidFormatException choice
                        && choice.getTargetType().isEnum()
                ? Sentence.of("ledger.failure.json.choice", where, quoted, codes(choice.getTargetType()))
                : Sentence.of("ledger.failure.json.wrong", where, quoted);
    }

    private static String codes(Class<?> choices) {
        return Stream.of(choices.getEnumConstants())
                .map(choice -> Term.codeOf((Enum<?>) choice))
                .collect(Collectors.joining(", "));
    }

    private static String shortened(Exception wrong, Class<?> type) {
        String message = wrong instanceof JacksonException json ? json.getOriginalMessage() : wrong.getMessage();
        return String.valueOf(message)
                .lines()
                .findFirst()
                .filter(said -> !CLASS.matcher(said).find())
                .orElseGet(() -> type.getSimpleName().replace("[]", "").toLowerCase(Locale.ROOT));
    }
}
