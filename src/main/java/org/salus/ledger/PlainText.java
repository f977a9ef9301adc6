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
 * character, so what is written out would not come back as it was. Nor one that turns round the order of what follows it: a name would read as another one.
 * Nor a text in which nothing at all is to be seen, which would stand in the place of a name or a reason and say nothing.
 */
public final class PlainText {
    private static final String BLANK_LETTERS =
            "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0";

    private final Set<String> known = new HashSet<>();

    PlainText() {}

    /** A text from a file as it can stand in an item: what cannot be shown becomes a blank. */
    public static String shown(String text) {
        if (unshowable(text).isEmpty()) {
            return text;
        }
        return isNothing(text)
                ? ""
                : text.chars()
                        .map(c -> isUnshowable(c) ? ' ' : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                        .strip();
    }

    /** Words as somebody typed them, without what only turns others round; nothing where there is nothing to be seen. Other characters that cannot be shown stay, to be refused. */
    static String said(String text) {
        if (unshowable(text).isEmpty()) {
            return text;
        }
        String straight = text.replaceAll("[\u202d\u202e]", "");
        return isNothing(straight) && straight.chars().noneMatch(PlainText::isUnshowable) ? "" : straight;
    }

    /**
     * What somebody typed into a field, without the blanks around it; nothing where there are only blanks or marks that are not seen, such as come along when
     * somebody pastes: it may be left empty. Other characters that cannot be shown stay, to be refused.
     */
    public static String typed(String text) {
        return isNothing(text) && text.chars().noneMatch(PlainText::isUnshowable) ? "" : text.strip();
    }

    /** The same as {@link #shown(String)} of the cells of a row; one in which nothing can be shown is left out. */
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

    /** The code of the first character that cannot be shown, or of the first that is not seen where none is. Blanks alone are no text, which the rules of kinds know. */
    static Optional<String> unshowable(String text) {
        return text.chars()
                .filter(PlainText::isUnshowable)
                .mapToObj("U+%04X"::formatted)
                .findFirst()
                .or(() -> isNothing(text)
                        ? text.codePoints()
                                .filter(c -> !Character.isWhitespace(c))
                                .mapToObj("U+%04X"::formatted)
                                .findFirst()
                        : Optional.empty());
    }

    /** Whether nothing of it is to be seen. */
    static boolean isNothing(String text) {
        return text.codePoints().allMatch(PlainText::isInvisible);
    }

    private static boolean isUnshowable(int c) {
        return (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r')
                || c == 0x202d
                || c == 0x202e
                || c == 0xfffe
                || c == 0xffff;
    }

    /** Blanks of all kinds, marks of direction and joining, and the letters that are drawn as a blank. */
    private static boolean isInvisible(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || BLANK_LETTERS.indexOf(c) >= 0
                || (c >= 0xfe00 && c <= 0xfe0f)
                || (c >= 0xe0100 && c <= 0xe01ef);
    }
}
