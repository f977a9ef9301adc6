package org.salus.appraisal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.frame.TranslatedTexts;
import org.salus.framework.Consideration;
import org.salus.framework.Failure;
import org.salus.framework.Recommendation;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The checks that come with the program, one file each: those of the considerations, and those by which a donor reviews itself. */
public final class Checks {
    private final String edition;
    private final List<Check> all;

    private Checks(String edition, List<Check> all) {
        this.edition = edition;
        this.all = List.copyOf(all);
    }

    /** Read when they are asked for first: no other command waits for them. */
    private static final class Shipped {
        private static final Checks CHECKS = read();
    }

    private static final class Translated {
        private static final Map<String, Checks> CHECKS = TranslatedTexts.byLanguage(Shipped.CHECKS::in);
    }

    /** Those that come with the program. */
    public static Checks shipped() {
        return Shipped.CHECKS;
    }

    /** The same in a language; in English where there are no texts in that one. */
    public static Checks shipped(Locale language) {
        return Translated.CHECKS.getOrDefault(language.getLanguage(), Shipped.CHECKS);
    }

    /** With the texts of a language, which stand in one file by the ids of checks: what is no text is told once, in English. */
    private Checks in(Locale language) {
        TranslatedTexts texts = TranslatedTexts.read(
                Checks.class,
                "checks",
                language,
                "checks",
                edition,
                all.stream().map(Check::id).collect(Collectors.toSet()));
        return new Checks(
                edition,
                all.stream().map(check -> check.in(texts.of(check.id()))).toList());
    }

    private static Checks read() {
        YAMLMapper yaml = new YAMLMapper();
        JsonNode index = yaml(yaml, "index");
        List<Check> checks = new ArrayList<>();
        groups().forEach(group -> index.required(group.code())
                .forEach(name ->
                        checks.add(Check.of(name.asString(), yaml(yaml, group.code() + "/" + name.asString())))));
        return new Checks(index.required("edition").asString(), checks);
    }

    private static JsonNode yaml(YAMLMapper yaml, String file) {
        String resource = "checks/" + file + ".yaml";
        try (InputStream bytes = Objects.requireNonNull(Checks.class.getResourceAsStream(resource), resource)) {
            return yaml.readTree(bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What checks are grouped by: the seven considerations, then the seven recommendations. */
    public static List<Term> groups() {
        return Stream.<Term>concat(Stream.of(Consideration.values()), Stream.of(Recommendation.values()))
                .toList();
    }

    /** The consideration or recommendation of a code such as {@code C2}. */
    public static Term group(String code) {
        return groups().stream()
                .filter(group -> group.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code));
    }

    /** Of the whole set. */
    public String edition() {
        return edition;
    }

    /** All, in their order. */
    public List<Check> list() {
        return all;
    }

    /** Those of the considerations, or those by which a donor reviews itself. */
    public List<Check> list(boolean ofReview) {
        return all.stream().filter(check -> check.isReview() == ofReview).toList();
    }

    /** The check of that id. */
    public Optional<Check> find(String id) {
        return all.stream().filter(check -> check.id().equalsIgnoreCase(id)).findFirst();
    }

    /**
     * The check of that id.
     *
     * @throws Failure (not found) if there is none
     */
    public Check get(String id) {
        return find(id).orElseThrow(() -> Failure.notFound(Sentence.of("appraisal.failure.no-check", id))
                .advising(Sentence.of("appraisal.failure.no-check.advice")));
    }
}
