package org.salus.diligence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.frame.TranslatedTexts;
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
    private final List<ScopeQuestion> questions;
    private final List<Topic> topics;
    private final List<Regime> regimes;

    private Regimes(JsonNode asked, List<Regime> regimes) {
        this(
                asked.required("edition").asString(),
                asked.required("lead-days").asInt(),
                asked.required("longest-months").asInt(),
                asked.required("longest-name-months").asInt(),
                asked.required("scope")
                        .valueStream()
                        .map(one -> new ScopeQuestion(
                                one.required("code").asString(),
                                one.required("asks").asString()))
                        .toList(),
                asked.required("topics")
                        .valueStream()
                        .map(one -> new Topic(
                                one.required("code").asString(),
                                one.required("name").asString(),
                                one.required("asks").asString()))
                        .toList(),
                regimes);
    }

    private Regimes(
            String edition,
            int leadDays,
            int longestMonths,
            int longestNameMonths,
            List<ScopeQuestion> questions,
            List<Topic> topics,
            List<Regime> regimes) {
        this.edition = edition;
        this.leadDays = leadDays;
        this.longestMonths = longestMonths;
        this.longestNameMonths = longestNameMonths;
        this.questions = List.copyOf(questions);
        this.topics = List.copyOf(topics);
        this.regimes = List.copyOf(regimes);
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

    /** Read when somebody first reads in another language. */
    private static final class Translated {
        private static final Map<String, Regimes> BY_LANGUAGE = TranslatedTexts.byLanguage(SHIPPED::in);
    }

    private Regimes in(Locale language) {
        TranslatedTexts asked = TranslatedTexts.read(
                Regimes.class,
                "questions",
                language,
                "asked",
                edition,
                Stream.concat(
                                questions.stream().map(ScopeQuestion::code),
                                topics.stream().map(Topic::code))
                        .collect(Collectors.toSet()));
        TranslatedTexts forms = TranslatedTexts.read(
                Regimes.class,
                "regimes",
                language,
                "regimes",
                edition,
                regimes.stream().map(Regime::code).collect(Collectors.toSet()));
        return new Regimes(
                edition,
                leadDays,
                longestMonths,
                longestNameMonths,
                questions.stream()
                        .map(question -> new ScopeQuestion(
                                question.code(),
                                asked.of(question.code()).required("asks").asString()))
                        .toList(),
                topics.stream()
                        .map(topic -> new Topic(
                                topic.code(),
                                asked.of(topic.code()).required("name").asString(),
                                asked.of(topic.code()).required("asks").asString()))
                        .toList(),
                regimes.stream()
                        .map(regime -> regime.in(forms.of(regime.code())))
                        .toList());
    }

    /** Those that come with the program. */
    public static Regimes shipped() {
        return SHIPPED;
    }

    /** The same in a language; in English where there are no words in that one. Names of laws and policies stay as they are. */
    public static Regimes shipped(Locale language) {
        return Translated.BY_LANGUAGE.getOrDefault(language.getLanguage(), SHIPPED);
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
        return questions;
    }

    public Optional<ScopeQuestion> question(String code) {
        return questions.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    public List<Topic> topics() {
        return topics;
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
