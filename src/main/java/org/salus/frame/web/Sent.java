package org.salus.frame.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.salus.framework.Sentence;

/**
 * A form that could not be taken, so that nothing that was typed is lost.
 *
 * @param to where the form was sent
 * @param typed what was typed and chosen, by the names of the fields, in their order
 * @param field the one the reason is about; empty where it is about the form
 * @param why the reason, and what to do
 */
record Sent(String to, Map<String, List<String>> typed, String field, List<Sentence> why) {
    static final String ATTRIBUTE = "sent";

    /** Never shown again. */
    private static final Set<String> SECRET = Set.of("_csrf", "password", "old", "passphrase", "key");

    /** What pages send along that nobody typed: ids, versions, addresses. */
    private static final Pattern NOT_TYPED = Pattern.compile(
            "\\s*|/.*|true|false|yes|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}( [0-9a-f]{64})*");

    Sent {
        typed = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(typed));
        why = List.copyOf(why);
    }

    /** Whether that was chosen. */
    boolean has(String name, String value) {
        return typed.getOrDefault(name, List.of()).contains(value);
    }

    /** What somebody wrote, for a page without the form it was written into. */
    List<String> words() {
        return typed.entrySet().stream()
                .filter(field -> !SECRET.contains(field.getKey()))
                .flatMap(field -> field.getValue().stream())
                .filter(text -> !NOT_TYPED.matcher(text).matches())
                .toList();
    }
}
