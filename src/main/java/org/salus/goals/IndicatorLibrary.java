package org.salus.goals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.Characteristic;
import org.salus.framework.Failure;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.ledger.ItemId;
import org.salus.workspace.NoChoice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The indicators that come with the program, in files by theme. A library proposes: what stands in a chain is the chain's own and stays as it is when a newer
 * edition says something else.
 */
public final class IndicatorLibrary {
    private static final List<String> FILES =
            List.of("safety-and-conflict", "justice-and-police", "control-and-money", "people-and-partners");
    private static final Set<String> KEYS = Set.of(
            "key",
            "code",
            "name",
            "custodian",
            "unit",
            "direction",
            "level",
            "areas",
            "characteristics",
            "method",
            "by",
            "limits");
    /** May be left out: only of what nobody keeps it is said who publishes something near to it. */
    private static final String NEAR = "near";

    private static final String CUSTODIAN = "custodian";

    /** Says that nobody publishes or keeps an indicator; a file that says nothing of it has forgotten it. */
    private static final String NO_CUSTODIAN = "none";

    private static final ObjectMapper YAML = YAMLMapper.builder().build();

    private static final IndicatorLibrary SHIPPED = read();

    private static final Map<String, IndicatorLibrary> TRANSLATED = translated();

    private final String edition;
    private final Map<String, LibraryIndicator> indicators;

    /** The same in English, so that whoever looks for a term of the field finds it in any language. */
    private final Map<String, LibraryIndicator> originals;

    private IndicatorLibrary(
            String edition, Map<String, LibraryIndicator> indicators, Map<String, LibraryIndicator> originals) {
        this.edition = edition;
        this.indicators = Collections.unmodifiableMap(indicators);
        this.originals = originals;
    }

    /** The library that comes with the program, in English. */
    public static IndicatorLibrary shipped() {
        return SHIPPED;
    }

    /** The same in a language; in English where it has no texts in that one. */
    public static IndicatorLibrary shipped(Locale language) {
        return TRANSLATED.getOrDefault(language.getLanguage(), SHIPPED);
    }

    private static Map<String, IndicatorLibrary> translated() {
        Map<String, IndicatorLibrary> all = new HashMap<>();
        for (Locale language : Wording.offered()) {
            if (!language.equals(Locale.ENGLISH)) {
                all.put(language.getLanguage(), SHIPPED.in(language));
            }
        }
        return Map.copyOf(all);
    }

    /** With the texts of a language, which stand beside each file by key: what is no text is told once, in the English file. */
    private IndicatorLibrary in(Locale language) {
        Map<String, JsonNode> said = new HashMap<>();
        for (String file : FILES) {
            JsonNode tree = tree("indicators/" + file + "_" + language.getLanguage() + ".yaml");
            if (!tree.path("edition").asString().equals(edition)) {
                throw new IllegalStateException("A translation of another edition: " + file);
            }
            tree.path("indicators").properties().forEach(one -> said.put(one.getKey(), one.getValue()));
        }
        if (!said.keySet().equals(indicators.keySet())) {
            Set<String> wrong = new HashSet<>(said.keySet());
            wrong.addAll(indicators.keySet());
            wrong.removeIf(key -> said.containsKey(key) && indicators.containsKey(key));
            throw new IllegalStateException("In one language only: " + wrong);
        }
        Map<String, LibraryIndicator> all = new LinkedHashMap<>();
        indicators.forEach((key, one) -> all.put(key, in(one, Objects.requireNonNull(said.get(key)))));
        return new IndicatorLibrary(edition, all, indicators);
    }

    private static LibraryIndicator in(LibraryIndicator one, JsonNode said) {
        Set<String> texts = new HashSet<>(said.propertyNames());
        Set<String> needed = new HashSet<>(Set.of("name", "unit", "method", "limits"));
        if (!one.by().isEmpty()) {
            needed.add("by");
        }
        if (!one.near().isEmpty()) {
            needed.add(NEAR);
        }
        texts.remove(CUSTODIAN);
        List<String> by = texts(said.path("by"));
        if (!texts.equals(needed) || by.size() != one.by().size()) {
            throw new IllegalStateException("A translation has the texts " + needed + ": " + said);
        }
        return new LibraryIndicator(
                one.key(),
                one.theme(),
                one.code(),
                said.path("name").asString(),
                said.path(CUSTODIAN).asString(one.custodian()),
                said.path("unit").asString(),
                one.direction(),
                one.level(),
                one.areas(),
                one.characteristics(),
                said.path("method").asString(),
                by,
                said.path(NEAR).asString(""),
                said.path("limits").asString());
    }

    private static IndicatorLibrary read() {
        Map<String, LibraryIndicator> all = new LinkedHashMap<>();
        Set<String> editions = new HashSet<>();
        for (String file : FILES) {
            JsonNode tree = tree("indicators/" + file + ".yaml");
            editions.add(tree.path("edition").asString());
            for (JsonNode one : tree.path("indicators")) {
                LibraryIndicator indicator = indicator(one, tree.path("theme").asString());
                if (all.put(indicator.key(), indicator) != null) {
                    throw new IllegalStateException("Twice in the library: " + indicator.key());
                }
            }
        }
        if (editions.size() != 1) {
            throw new IllegalStateException("The files of the library are of several editions: " + editions);
        }
        return new IndicatorLibrary(editions.iterator().next(), all, all);
    }

    private static JsonNode tree(String file) {
        try (InputStream in = Objects.requireNonNull(IndicatorLibrary.class.getResourceAsStream(file), file)) {
            return YAML.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static LibraryIndicator indicator(JsonNode one, String theme) {
        Set<String> said = new HashSet<>(one.propertyNames());
        said.remove(NEAR);
        if (!KEYS.equals(said)) {
            throw new IllegalStateException("An indicator of the library needs " + KEYS + ": " + one);
        }
        return new LibraryIndicator(
                one.path("key").asString(),
                theme,
                one.path("code").asString(),
                one.path("name").asString(),
                custodian(one),
                one.path("unit").asString(),
                Term.get(Direction.class, one.path("direction").asString()),
                Term.get(IndicatorLevel.class, one.path("level").asString()),
                texts(one.path("areas")).stream()
                        .map(code -> Term.get(ReformArea.class, code))
                        .toList(),
                texts(one.path("characteristics")).stream()
                        .map(code -> Term.get(Characteristic.class, code))
                        .toList(),
                one.path("method").asString(),
                texts(one.path("by")),
                one.path(NEAR).asString(""),
                one.path("limits").asString());
    }

    private static String custodian(JsonNode one) {
        String said = one.path(CUSTODIAN).asString();
        if (said.isBlank()) {
            throw new IllegalStateException("Who keeps it, or " + NO_CUSTODIAN + ": " + one.path("key"));
        }
        return said.equals(NO_CUSTODIAN) ? "" : said;
    }

    private static List<String> texts(JsonNode several) {
        List<String> texts = new ArrayList<>();
        several.forEach(one -> texts.add(one.asString()));
        return texts;
    }

    public String edition() {
        return edition;
    }

    /** All of them, theme by theme. */
    public List<LibraryIndicator> all() {
        return List.copyOf(indicators.values());
    }

    /** The themes, in the order of the files. */
    public List<String> themes() {
        return indicators.values().stream()
                .map(LibraryIndicator::theme)
                .distinct()
                .toList();
    }

    /**
     * The theme of that name.
     *
     * @throws Failure (wrong use) that names those there are
     */
    public String theme(String name) {
        if (!themes().contains(name)) {
            throw NoChoice.of(name, themes());
        }
        return name;
    }

    /**
     * The indicator of that key.
     *
     * @throws Failure (not found) if the library has none
     */
    public LibraryIndicator get(String key) {
        return Optional.ofNullable(indicators.get(key))
                .orElseThrow(() -> Failure.notFound(Sentence.of("goals.library.unknown", key)));
    }

    /** What somebody looks for; empty where it does not matter. */
    public record Sought(
            String words, Optional<String> theme, Optional<ReformArea> area, Optional<IndicatorLevel> level) {
        /** Everything in which these words stand. */
        public static Sought words(String words) {
            return new Sought(words, Optional.empty(), Optional.empty(), Optional.empty());
        }

        boolean matches(LibraryIndicator indicator) {
            return (words.isBlank() || indicator.speaksOf(words))
                    && theme.map(indicator.theme()::equals).orElse(true)
                    && area.map(indicator.areas()::contains).orElse(true)
                    && level.map(indicator.level()::equals).orElse(true);
        }
    }

    /** Those that somebody looks for, in the order of the library. */
    public List<LibraryIndicator> find(Sought sought) {
        return indicators.values().stream()
                .filter(one -> sought.matches(one) || sought.matches(Objects.requireNonNull(originals.get(one.key()))))
                .toList();
    }

    /** It as an indicator of a box, to be changed there: what the library says stands in source and method. */
    public static Indicator in(ItemId chain, ItemId box, LibraryIndicator known) {
        return new Indicator(
                chain,
                box,
                known.name(),
                known.unit(),
                known.direction(),
                Reading.NONE,
                Reading.NONE,
                known.source(),
                known.method());
    }
}
