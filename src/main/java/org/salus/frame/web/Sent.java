package org.salus.frame.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.framework.Sentence;

/**
 * A form that could not be taken, for the page it stands on. A template that shows such a form has the parameter {@code sent}, which is {@link #NOTHING} until
 * something was refused.
 *
 * @param to where the form was sent
 * @param typed what was typed, by the names of the fields
 * @param field the one the reason is about; empty where it is about the form
 * @param why the reason, and what to do; empty where nothing was refused
 */
public record Sent(String to, Map<String, List<String>> typed, String field, List<Sentence> why) {
    /** Nothing was refused. */
    public static final Sent NOTHING = new Sent("", Map.of(), "", List.of());

    static final String ATTRIBUTE = "sent";

    public Sent {
        typed = Map.copyOf(typed);
        why = List.copyOf(why);
    }

    /** What was sent there; nothing where another form of the page was sent. */
    public Sent at(String where) {
        return to.equals(where) ? this : NOTHING;
    }

    /** Whether there is something to show again. */
    public boolean isRefused() {
        return !why.isEmpty();
    }

    /** What was typed into a field; empty where nothing was. */
    public String of(String name) {
        return of(name, "");
    }

    /** What was typed into a field, or what stands there else. */
    public String of(String name, String otherwise) {
        return Optional.ofNullable(typed.get(name))
                .flatMap(values -> values.stream().findFirst())
                .orElse(otherwise);
    }

    /** Whether that was chosen. */
    public boolean has(String name, String value) {
        return typed.getOrDefault(name, List.of()).contains(value);
    }

    /** Whether the reason is about this field; of no field: whether it is about the form. */
    public boolean isWrong(String name) {
        return isRefused() && field.equals(name);
    }
}
