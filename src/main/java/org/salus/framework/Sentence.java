package org.salus.framework;

import java.util.List;

/**
 * Something the program says, before it is put into a language: the key of a pattern and what to fill in.
 *
 * @param key room, dot, name: {@code evidence.issue.no-currency} is {@code issue.no-currency} in {@code org/salus/evidence/wording.properties}
 * @param arguments numbers, dates, texts or other sentences for the pattern's places, in order
 */
public record Sentence(String key, List<Object> arguments) {
    public Sentence {
        if (key.indexOf('.') < 1) {
            throw new IllegalArgumentException("A sentence's key starts with its room: " + key);
        }
        arguments = List.copyOf(arguments);
    }

    public static Sentence of(String key, Object... arguments) {
        return new Sentence(key, List.of(arguments));
    }
}
