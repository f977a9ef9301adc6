package org.salus.diligence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What is asked of every case, and the regimes that come with the program: one file each. */
public final class Regimes {
    /** In the order in which they are offered. */
    private static final List<String> FILES = List.of("un-hrddp", "uk-osja", "eu-hrddp", "us-leahy");

    private static final Regimes SHIPPED = new Regimes(
            yaml("questions.yaml"),
            FILES.stream()
                    .map(file -> Regime.of(yaml("regimes/" + file + ".yaml")))
                    .toList());

    private final String edition;
    private final int leadDays;
    private final int longestMonths;
    private final int longestNameMonths;
    private final List<ScopeQuestion> questions = new ArrayList<>();
    private final List<Topic> topics = new ArrayList<>();
    private final List<Regime> regimes;

    private Regimes(JsonNode asked, List<Regime> regimes) {
        this.regimes = List.copyOf(regimes);
        edition = asked.required("edition").asString();
        leadDays = asked.required("lead-days").asInt();
        longestMonths = asked.required("longest-months").asInt();
        longestNameMonths = asked.required("longest-name-months").asInt();
        asked.required("scope")
                .forEach(one -> questions.add(new ScopeQuestion(
                        one.required("code").asString(), one.required("asks").asString())));
        asked.required("topics")
                .forEach(one -> topics.add(new Topic(
                        one.required("code").asString(),
                        one.required("name").asString(),
                        one.required("asks").asString())));
        // A code that means nothing would silently make a regime apply to nobody.
        for (Regime regime : regimes) {
            regime.questions().stream()
                    .filter(code -> question(code).isEmpty())
                    .findFirst()
                    .ifPresent(code -> {
                        throw Regime.broken(regime.code(), code);
                    });
            regime.topics().stream()
                    .filter(code -> topic(code).isEmpty())
                    .findFirst()
                    .ifPresent(code -> {
                        throw Regime.broken(regime.code(), code);
                    });
        }
    }

    /** Those that come with the program. */
    public static Regimes shipped() {
        return SHIPPED;
    }

    private static JsonNode yaml(String resource) {
        try (InputStream bytes = Objects.requireNonNull(Regimes.class.getResourceAsStream(resource), resource)) {
            return new YAMLMapper().readTree(bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Of the questions and topics. */
    public String edition() {
        return edition;
    }

    /** So long before a review or the end a decision is due. */
    public int leadDays() {
        return leadDays;
    }

    /** So many months after a step the name of whoever took it is shown at most. */
    public int longestNameMonths() {
        return longestNameMonths;
    }

    /** How long a decision under these regimes can hold at most. */
    int longestMonths(Collection<Regime> under) {
        return Stream.concat(
                        Stream.of(longestMonths), under.stream().flatMap(regime -> regime.longestMonths().stream()))
                .mapToInt(Integer::intValue)
                .min()
                .orElse(longestMonths);
    }

    public List<ScopeQuestion> questions() {
        return List.copyOf(questions);
    }

    public Optional<ScopeQuestion> question(String code) {
        return questions.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    public List<Topic> topics() {
        return List.copyOf(topics);
    }

    public Optional<Topic> topic(String code) {
        return topics.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    public List<Regime> list() {
        return regimes;
    }

    public Optional<Regime> find(String code) {
        return regimes.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** Those of these codes, as far as they are known. */
    public List<Regime> of(Collection<String> codes) {
        return regimes.stream().filter(one -> codes.contains(one.code())).toList();
    }
}
