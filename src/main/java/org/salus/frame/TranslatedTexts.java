package org.salus.frame;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.salus.framework.Wording;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The texts of a file that comes with the program, in another language. They stand in a file beside it, by the ids of its entries; what is no text is told once, in the English file.
 *
 * @param whole the file, for texts beside those of entries
 * @param entries the texts of each entry, by its id
 */
public record TranslatedTexts(JsonNode whole, Map<String, JsonNode> entries) {
    public TranslatedTexts {
        entries = Map.copyOf(entries);
    }

    /**
     * Reads {@code <name>_<language>.yaml} beside a class.
     *
     * @param list under which name the entries stand
     * @param edition of the English file
     * @param ids of its entries
     * @throws IllegalStateException if the file is of another edition, or has other entries
     */
    public static TranslatedTexts read(
            Class<?> beside, String name, Locale language, String list, String edition, Set<String> ids) {
        String resource = name + "_" + language.getLanguage() + ".yaml";
        JsonNode file;
        try (InputStream bytes = Objects.requireNonNull(beside.getResourceAsStream(resource), resource)) {
            file = new YAMLMapper().readTree(bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        if (!file.required("edition").asString().equals(edition)) {
            throw new IllegalStateException("A translation of another edition: " + resource);
        }
        Map<String, JsonNode> entries = new HashMap<>();
        file.required(list).properties().forEach(one -> entries.put(one.getKey(), one.getValue()));
        Set<String> once = new HashSet<>(entries.keySet());
        once.addAll(ids);
        once.removeIf(id -> entries.containsKey(id) && ids.contains(id));
        if (!once.isEmpty()) {
            throw new IllegalStateException("In one language only, beside " + resource + ": " + once);
        }
        return new TranslatedTexts(file, entries);
    }

    /** What is made of the texts of each language that the program speaks beside English, by the language's code. */
    public static <T> Map<String, T> byLanguage(Function<Locale, T> made) {
        return Wording.offered().stream()
                .filter(language -> !language.equals(Locale.ENGLISH))
                .collect(Collectors.toUnmodifiableMap(Locale::getLanguage, made));
    }

    /** The texts of an entry that is there. */
    public JsonNode of(String id) {
        return Objects.requireNonNull(entries.get(id), id);
    }
}
