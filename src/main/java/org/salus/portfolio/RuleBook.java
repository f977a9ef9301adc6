package org.salus.portfolio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.salus.framework.ReformArea;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The rules for texts, read from one file per language. All languages are looked for in every text, since many texts mix them. */
final class RuleBook {
    private final Phrases<Meaning> phrases;
    private final Set<String> groups;
    private final String edition;

    private RuleBook(Phrases<Meaning> phrases, Set<String> groups, String edition) {
        this.phrases = phrases;
        this.groups = groups;
        this.edition = edition;
    }

    static RuleBook shipped() {
        return read(List.of("en", "fr", "es", "pt", "de", "sv", "da", "nl", "it"));
    }

    static RuleBook read(List<String> languages) {
        Phrases<Meaning> phrases = new Phrases<>();
        Set<String> groups = new HashSet<>();
        Set<String> asked = new HashSet<>();
        List<String> editions = new ArrayList<>();
        for (String language : languages) {
            JsonNode rules = yaml("sorting-" + language + ".yaml");
            editions.add(language + " " + rules.required("edition").asString());
            for (Map.Entry<String, JsonNode> group : rules.path("groups").properties()) {
                groups.add(group.getKey());
                for (JsonNode phrase : group.getValue()) {
                    phrases.at(phrase.asString(), Meaning::new).groups().add(group.getKey());
                }
            }
            for (Map.Entry<String, JsonNode> area : rules.path("areas").properties()) {
                claims(phrases, area.getKey(), area.getValue(), null);
            }
            for (Map.Entry<String, JsonNode> group : rules.path("near").properties()) {
                asked.add(group.getKey());
                for (Map.Entry<String, JsonNode> area : group.getValue().properties()) {
                    claims(phrases, area.getKey(), area.getValue(), group.getKey());
                }
            }
            for (JsonNode phrase : rules.path("silent")) {
                phrases.at(phrase.asString(), Meaning::new);
            }
            for (JsonNode phrase : rules.path("says-little")) {
                phrases.at(phrase.asString(), Meaning::new).sayLittle();
            }
        }
        if (!groups.containsAll(asked)) {
            throw new IllegalArgumentException("Rules ask for groups that do not exist: " + asked);
        }
        return new RuleBook(phrases, groups, editions.stream().collect(Collectors.joining(", ")));
    }

    private static void claims(
            Phrases<Meaning> phrases, String area, JsonNode strengths, @org.jspecify.annotations.Nullable String near) {
        for (Map.Entry<String, JsonNode> strength : strengths.properties()) {
            for (JsonNode phrase : strength.getValue()) {
                phrases.at(phrase.asString(), Meaning::new)
                        .claims()
                        .add(new Meaning.Claim(ReformArea.of(area), Strength.of(strength.getKey()), near));
            }
        }
    }

    static JsonNode yaml(String resource) {
        try (InputStream in = Objects.requireNonNull(RuleBook.class.getResourceAsStream(resource), resource)) {
            return new YAMLMapper().readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Phrases<Meaning> phrases() {
        return phrases;
    }

    Set<String> groups() {
        return groups;
    }

    String edition() {
        return edition;
    }
}
