package org.salus.appraisal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.salus.framework.Sentence;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Whether activities may be counted as aid: the rules of {@code aid-rules.yaml}, read from the top. What is unknown never speaks for an activity: a rule that may hold and
 * would say something else than the one that holds makes the answer grey. So whatever is left out of the facts of an activity that is not eligible, it does not become so,
 * unless what is left out is one side of a contradiction, which was grey.
 */
public final class AidRules {
    private static final List<String> ABOUT = List.of("partner", "partner_detail", "trainees", "activity", "topic");
    private static final AidRules SHIPPED = new AidRules(yaml("aid-rules.yaml"), AidWords.shipped());

    private final String edition;
    private final AidWords words;
    private final Map<String, AidFact> facts = new LinkedHashMap<>();
    /** The names of texts that say anything to rules; a case may hold any number of others. */
    private final Set<String> lookedAt = new HashSet<>(ABOUT);

    private final List<AidRule> rules = new ArrayList<>();
    private final List<Suggestion> purposeCodes;
    private final List<Suggestion> markers;
    private final List<Suggestion> limits;
    private final List<PublishedCase> published = PublishedCase.shipped();

    /** Something worth saying where its conditions hold. */
    private record Suggestion(String value, Map<String, Known> when) {}

    private AidRules(JsonNode file, AidWords words) {
        this.words = words;
        edition = file.required("edition").asString();
        file.required("facts")
                .properties()
                .forEach(one -> facts.put(one.getKey(), AidFact.read(one.getKey(), one.getValue())));
        facts.values()
                .forEach(fact ->
                        fact.readings().forEach(reading -> reading.looksAt().forEach(lookedAt::add)));
        file.required("rules").forEach(one -> rules.add(AidRule.read(one)));
        purposeCodes = suggestions(file.required("purpose-codes"));
        markers = suggestions(file.required("markers"));
        limits = suggestions(file.required("limits"));
    }

    /** The rules that come with the program. */
    public static AidRules shipped() {
        return SHIPPED;
    }

    static JsonNode yaml(String resource) {
        try (InputStream bytes = Objects.requireNonNull(AidRules.class.getResourceAsStream(resource), resource)) {
            return new YAMLMapper().readTree(bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<Suggestion> suggestions(JsonNode file) {
        List<Suggestion> suggestions = new ArrayList<>();
        file.forEach(one -> suggestions.add(
                new Suggestion(one.required("value").asString(), AidRule.conditions(one.required("when")))));
        return List.copyOf(suggestions);
    }

    public String edition() {
        return edition;
    }

    /** The published cases that answers are compared with. */
    public List<PublishedCase> published() {
        return published;
    }

    List<AidRule> rules() {
        return Collections.unmodifiableList(rules);
    }

    Map<String, AidFact> facts() {
        return Collections.unmodifiableMap(facts);
    }

    /** The conditions under which codes, markers and limits are told. */
    Stream<Map<String, Known>> conditionsOfSuggestions() {
        return Stream.of(purposeCodes, markers, limits).flatMap(List::stream).map(Suggestion::when);
    }

    AidWords words() {
        return words;
    }

    /** Whether this activity may be counted as aid. */
    public AidAnswer answer(AidCase activity) {
        Reading reading = new Reading(activity);
        List<AidRule> mayHold = new ArrayList<>();
        Optional<AidRule> decided = Optional.empty();
        for (AidRule rule : rules) {
            Known holds = rule.holds(reading::of);
            if (holds == Known.YES) {
                decided = Optional.of(rule);
                break;
            }
            if (holds == Known.UNKNOWN) {
                mayHold.add(rule);
            }
        }
        Set<AidVerdict> possible = EnumSet.noneOf(AidVerdict.class);
        mayHold.forEach(rule -> possible.add(rule.verdict()));
        possible.add(decided.map(AidRule::verdict).orElse(AidVerdict.GREY));
        return possible.size() == 1 ? settled(activity, reading, decided) : open(activity, reading, mayHold, possible);
    }

    private AidAnswer settled(AidCase activity, Reading reading, Optional<AidRule> decided) {
        AidVerdict verdict = decided.map(AidRule::verdict).orElse(AidVerdict.GREY);
        Set<String> some = new LinkedHashSet<>();
        if (verdict == AidVerdict.ELIGIBLE || verdict == AidVerdict.PARTLY) {
            decided.flatMap(AidRule::limit).ifPresent(some::add);
            reading.holding(limits).forEach(some::add);
        }
        List<Sentence> questions = verdict == AidVerdict.GREY
                ? List.of(Sentence.of(
                        "appraisal.oda.person." + decided.map(AidRule::id).orElse("none")))
                : List.of();
        return answer(
                activity,
                reading,
                verdict,
                decided,
                decided.map(AidRule::says).orElse(Sentence.of("appraisal.oda.no-rule")),
                some.stream()
                        .map(limit -> Sentence.of("appraisal.oda.limit." + limit))
                        .toList(),
                List.of(),
                questions);
    }

    private AidAnswer open(AidCase activity, Reading reading, List<AidRule> mayHold, Set<AidVerdict> possible) {
        Set<String> asks = new LinkedHashSet<>();
        for (AidRule rule : mayHold) {
            for (String fact : rule.when().keySet()) {
                if (reading.of(fact) == Known.UNKNOWN) {
                    asks.add(fact(fact).asks());
                }
            }
        }
        AidRule nearest = mayHold.stream()
                .min(Comparator.comparingLong(rule -> rule.when().keySet().stream()
                        .filter(fact -> reading.of(fact) == Known.UNKNOWN)
                        .count()))
                .orElseThrow();
        return answer(
                activity,
                reading,
                AidVerdict.GREY,
                Optional.of(nearest),
                Sentence.of("appraisal.oda.open", nearest.says()),
                List.of(),
                List.copyOf(possible),
                asks.stream()
                        .map(ask -> Sentence.of("appraisal.oda.ask." + ask))
                        .toList());
    }

    private AidAnswer answer(
            AidCase activity,
            Reading reading,
            AidVerdict verdict,
            Optional<AidRule> rule,
            Sentence reason,
            List<Sentence> some,
            List<AidVerdict> couldBe,
            List<Sentence> questions) {
        boolean counts = verdict != AidVerdict.NOT_ELIGIBLE;
        return new AidAnswer(
                activity.id(),
                verdict,
                rule.map(AidRule::id),
                edition,
                counts ? reading.holding(purposeCodes).findFirst() : Optional.empty(),
                verdict == AidVerdict.PARTLY ? rule.flatMap(AidRule::coefficient) : Optional.empty(),
                reason,
                rule.map(AidRule::from),
                rule.map(one -> Sentence.of("appraisal.oda.basis." + one.basis())),
                some,
                counts ? reading.holding(markers).distinct().toList() : List.of(),
                couldBe,
                questions,
                reading.notUnderstood(),
                PublishedCase.nearest(published, reading.about()));
    }

    private AidFact fact(String name) {
        return Objects.requireNonNull(facts.get(name), name);
    }

    /** The facts of one activity, each read once. */
    private final class Reading {
        private final Map<String, AidText> texts = new TreeMap<>();
        private final Map<String, Known> known = new HashMap<>();

        Reading(AidCase activity) {
            activity.facts().forEach((name, text) -> {
                if (lookedAt.contains(name)) {
                    texts.put(name, AidText.read(text, words));
                }
            });
        }

        Known of(String name) {
            Known before = known.get(name);
            if (before == null) {
                before = fact(name).of(texts);
                known.put(name, before);
            }
            return before;
        }

        Stream<String> holding(List<Suggestion> suggestions) {
            return suggestions.stream()
                    .filter(one -> AidRule.holds(one.when(), this::of) == Known.YES)
                    .map(Suggestion::value);
        }

        /** Parts without a meaning of the texts that rules read in any case. */
        List<String> notUnderstood() {
            Set<String> read = new HashSet<>();
            facts.values()
                    .forEach(fact -> fact.readings().forEach(one -> {
                        if (!one.isForNames()) {
                            read.addAll(one.needed());
                        }
                    }));
            return texts.entrySet().stream()
                    .filter(text ->
                            read.contains(text.getKey()) && !text.getValue().isSilent())
                    .flatMap(text -> text.getValue().parts().stream()
                            .filter(part -> !part.isUnderstood())
                            .map(part -> text.getKey() + ": " + part.words()))
                    .toList();
        }

        /** What it is about, to compare it with published cases. */
        Set<String> about() {
            Set<String> about = new HashSet<>();
            for (String name : ABOUT) {
                AidText text = texts.get(name);
                if (text != null) {
                    text.parts().stream()
                            .flatMap(part -> part.meanings().stream())
                            .filter(meaning -> meaning.startsWith("who.")
                                    || meaning.startsWith("what.")
                                    || meaning.startsWith("subject."))
                            .filter(meaning ->
                                    !Set.of("who.mixed", "who.somebody").contains(meaning))
                            .forEach(about::add);
                }
            }
            return about;
        }
    }
}
