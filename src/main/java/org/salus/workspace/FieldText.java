package org.salus.workspace;

import java.util.List;
import java.util.Optional;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.ItemJson;
import tools.jackson.databind.node.ObjectNode;

/** One field of an item as text, wherever in the item it stands: what tables and files show of it, and what is typed into them. */
public final class FieldText {
    private final FieldPath path;

    private FieldText(FieldPath path) {
        this.path = path;
    }

    /**
     * The field at that path.
     *
     * @throws IllegalArgumentException if these fields have none there
     */
    public static FieldText of(List<Field> fields, String path) {
        return new FieldText(FieldPath.find(fields, path).orElseThrow(() -> new IllegalArgumentException(path)));
    }

    /** What the field is, and how it is entered. */
    public Field field() {
        return path.field();
    }

    /** What it says, as people type it. */
    public String of(Item<?> item) {
        return of(ItemJson.value(item));
    }

    /** What it says in a record, as people type it. */
    public String of(ObjectNode value) {
        return path.field().written(path.in(value));
    }

    /** Writes what was typed into a record; if it cannot be understood nothing is written, and the reason is answered. */
    public Optional<Sentence> put(ObjectNode value, String typed) {
        return switch (path.field().read(typed)) {
            case Field.Typed.NotUnderstood not -> Optional.of(not.why());
            case Field.Typed.Understood understood -> {
                path.put(value, understood.json());
                yield Optional.empty();
            }
        };
    }
}
