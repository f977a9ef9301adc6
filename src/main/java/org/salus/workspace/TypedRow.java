package org.salus.workspace;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A new row as somebody typed it, field by field. */
final class TypedRow {
    private final Map<String, String> typed;

    private TypedRow(Map<String, String> typed) {
        this.typed = typed;
    }

    /**
     * The row as JSON, or why it cannot be.
     *
     * @param typed by the path of each field within the row; of rows within the row only the first can be typed, under the number 0
     */
    static Field.Typed of(List<Field> fields, Map<String, String> typed) {
        return new TypedRow(typed).read(fields, "");
    }

    private Field.Typed read(List<Field> fields, String prefix) {
        ObjectNode row = Field.blank(fields);
        for (Field field : fields) {
            String path = prefix + field.name();
            Field.Typed read = switch (field.input()) {
                case Field.Input.Group group -> read(group.fields(), path + ".");
                case Field.Input.Rows rows -> read(rows.fields(), path + ".0.");
                default -> field.read(typed.getOrDefault(path, field.written(field.blank())));
            };
            if (!(read instanceof Field.Typed.Understood understood)) {
                return read;
            }
            put(row, field, understood.json());
        }
        return new Field.Typed.Understood(row);
    }

    private void put(ObjectNode row, Field field, JsonNode json) {
        switch (field.input()) {
            case Field.Input.Rows rows -> {
                ArrayNode list = row.arrayNode();
                if (rows.fields().stream().anyMatch(inner -> isTyped(inner, json))) {
                    list.add(json);
                }
                row.set(field.name(), list);
            }
            case Field.Input.Group group when group.isOptional() && field.isBlank(json) -> row.remove(field.name());
            default -> {
                if (json.isNull()) {
                    row.remove(field.name());
                } else {
                    row.set(field.name(), json);
                }
            }
        }
    }

    /** Whether somebody typed something there other than what stands there anyway. */
    private static boolean isTyped(Field field, JsonNode row) {
        JsonNode said = row.path(field.name());
        return !field.isBlank(said) && !said.equals(field.blank());
    }
}
