package org.salus.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.Sentence;
import tools.jackson.databind.JsonNode;

/**
 * Holds texts against the one rule for all kinds of items: no character that cannot be shown, but tabs and line breaks. Files cannot hold such a
 * character, so what is written out would not come back as it was.
 */
public final class PlainText {
    private final Set<String> known = new HashSet<>();

    PlainText() {}

    /** A text from a file as it can stand in an item: what cannot be shown becomes a blank. */
    public static String shown(String text) {
        return unshowable(text).isEmpty()
                ? text
                : text.chars()
                        .map(c -> isUnshowable(c) ? ' ' : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                        .strip();
    }

    /** The same of the cells of a row; one in which nothing can be shown is left out. */
    public static <K> Map<K, String> shown(Map<K, String> cells) {
        Map<K, String> shown = new HashMap<>();
        cells.forEach((column, text) -> {
            String clean = shown(text);
            if (!clean.isEmpty()) {
                shown.put(column, clean);
            }
        });
        return Map.copyOf(shown);
    }

    /** Lets pass the texts that stand here: they came before the rule, and whoever edits what stands beside them did not write them. */
    void letPass(JsonNode before) {
        if (before.isString()) {
            known.add(before.stringValue());
        }
        before.forEach(this::letPass);
    }

    /** What is wrong with the first text that breaks the rule, named by where it stands. */
    Optional<Sentence> refusal(JsonNode said) {
        return refusal("", said);
    }

    private Optional<Sentence> refusal(String path, JsonNode said) {
        if (said.isString()) {
            return known.contains(said.stringValue())
                    ? Optional.empty()
                    : unshowable(said.stringValue()).map(code -> Sentence.of("ledger.refusal.unshowable", path, code));
        }
        String before = path.isEmpty() ? "" : path + ".";
        if (said.isArray()) {
            for (int place = 0; place < said.size(); place++) {
                Optional<Sentence> found = refusal(before + place, said.get(place));
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        return said.properties().stream()
                .flatMap(part -> refusal(before + part.getKey(), part.getValue()).stream())
                .findFirst();
    }

    /** The code of the first character that cannot be shown. */
    static Optional<String> unshowable(String text) {
        return text.chars()
                .filter(PlainText::isUnshowable)
                .mapToObj("U+%04X"::formatted)
                .findFirst();
    }

    private static boolean isUnshowable(int c) {
        return (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r') || c == 0xfffe || c == 0xffff;
    }
}
