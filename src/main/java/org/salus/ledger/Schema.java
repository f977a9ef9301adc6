package org.salus.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables of a room, as steps that are never changed once they are released.
 *
 * @param room whose tables; letters only
 * @param steps SQL that SQLite and PostgreSQL both understand, commands ended by a semicolon at the end of a line; {@code ${bytes}} stands for the type
 *     of byte strings
 */
public record Schema(String room, List<String> steps) {
    public Schema {
        if (!room.matches("[a-z]+")) {
            throw new IllegalArgumentException(room);
        }
        steps = List.copyOf(steps);
    }

    /** The steps that lie beside a room's class as {@code schema-1.sql}, {@code schema-2.sql} and so on. */
    public static Schema of(String room, Class<?> beside) {
        List<String> steps = new ArrayList<>();
        try {
            for (int number = 1; ; number++) {
                try (InputStream step = beside.getResourceAsStream("schema-" + number + ".sql")) {
                    if (step == null) {
                        return new Schema(room, steps);
                    }
                    steps.add(new String(step.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
