package org.salus.diligence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import tools.jackson.databind.JsonNode;

/**
 * A regime of due diligence, as data with an edition: when it applies, what it wants to be looked into, its form. The same facts of a case serve all of them.
 *
 * @param shortName a few letters
 * @param document the text it stands in, with its date
 * @param source where that can be read
 * @param further other addresses
 * @param read what the form was written from
 * @param all questions that have to be answered with yes for it to apply
 * @param any questions of which one has to be answered with yes, where there are any
 * @param none questions that must not be answered with yes
 * @param topics codes of what has to have been looked into before the level can be low
 * @param cautions what the regime says that a form cannot do
 * @param longestMonths how long a decision can hold at most
 * @param sections its form
 */
public record Regime(
        String code,
        String edition,
        String shortName,
        String title,
        String issuer,
        String document,
        String source,
        List<String> further,
        String read,
        List<String> all,
        List<String> any,
        List<String> none,
        List<String> topics,
        List<String> cautions,
        Optional<Integer> longestMonths,
        List<FormSection> sections) {
    public Regime {
        further = List.copyOf(further);
        all = List.copyOf(all);
        any = List.copyOf(any);
        none = List.copyOf(none);
        topics = List.copyOf(topics);
        cautions = List.copyOf(cautions);
        sections = List.copyOf(sections);
    }

    /** Reads one from its file. */
    static Regime of(JsonNode file) {
        JsonNode scope = file.required("scope");
        List<FormSection> form = new ArrayList<>();
        file.required("form")
                .forEach(section -> form.add(new FormSection(
                        text(section, "title"),
                        texts(section, "shows").stream()
                                .map(code -> FormPart.find(code).orElseThrow(() -> broken("shows", code)))
                                .toList())));
        return new Regime(
                text(file, "code"),
                text(file, "edition"),
                text(file, "short"),
                text(file, "title"),
                text(file, "issuer"),
                text(file, "document"),
                text(file, "source"),
                texts(file, "further"),
                text(file, "read"),
                texts(scope, "all"),
                texts(scope, "any"),
                texts(scope, "none"),
                texts(file, "topics"),
                texts(file, "cautions"),
                file.has("longest-months")
                        ? Optional.of(file.required("longest-months").asInt())
                        : Optional.empty(),
                form);
    }

    /** With the words of another language: its sections have other titles and show the same. */
    Regime in(JsonNode said) {
        List<String> titles = texts(said, "form");
        List<String> words = texts(said, "cautions");
        if (titles.size() != sections.size() || words.size() != cautions.size()) {
            throw new IllegalStateException("In one language only: " + code);
        }
        return new Regime(
                code,
                edition,
                shortName,
                title,
                issuer,
                document,
                source,
                further,
                text(said, "read"),
                all,
                any,
                none,
                topics,
                words,
                longestMonths,
                IntStream.range(0, titles.size())
                        .mapToObj(at ->
                                new FormSection(titles.get(at), sections.get(at).shows()))
                        .toList());
    }

    static Failure broken(String name, String value) {
        return Failure.wrongUse(Sentence.of("diligence.failure.data", name, value));
    }

    private static String text(JsonNode from, String name) {
        return from.required(name).asString();
    }

    private static List<String> texts(JsonNode from, String name) {
        List<String> texts = new ArrayList<>();
        from.path(name).forEach(one -> texts.add(one.asString()));
        return texts;
    }

    /** Its form and edition, as steps and documents name them. */
    public String called() {
        return code + " " + edition;
    }

    /** The questions its scope depends on. */
    public List<String> questions() {
        return Stream.of(all, any, none).flatMap(List::stream).distinct().toList();
    }

    /** Whether it applies, and which answers say so. */
    public ScopeReading reading(Collection<ScopeAnswer> answers) {
        Map<String, ScopeReply> replies = new HashMap<>();
        answers.forEach(answer -> replies.put(answer.question(), answer.reply()));
        List<String> against = Stream.concat(
                        all.stream().filter(question -> is(replies, question, ScopeReply.NO)),
                        none.stream().filter(question -> is(replies, question, ScopeReply.YES)))
                .toList();
        boolean noneOfAny = !any.isEmpty() && any.stream().allMatch(question -> is(replies, question, ScopeReply.NO));
        if (!against.isEmpty() || noneOfAny) {
            return new ScopeReading(this, ScopeVerdict.DOES_NOT_APPLY, against.isEmpty() ? any : against);
        }
        List<String> open = Stream.concat(
                        all.stream().filter(question -> !is(replies, question, ScopeReply.YES)),
                        Stream.concat(
                                none.stream().filter(question -> !is(replies, question, ScopeReply.NO)),
                                any.stream().anyMatch(question -> is(replies, question, ScopeReply.YES))
                                        ? Stream.empty()
                                        : any.stream().filter(question -> !is(replies, question, ScopeReply.NO))))
                .toList();
        return open.isEmpty()
                ? new ScopeReading(this, ScopeVerdict.APPLIES, questions())
                : new ScopeReading(this, ScopeVerdict.NOT_KNOWN, open);
    }

    private static boolean is(Map<String, ScopeReply> replies, String question, ScopeReply reply) {
        return replies.get(question) == reply;
    }

    /** What it wants to be looked into and nobody did, of these topics that facts are about. */
    public List<String> unasked(Set<String> known) {
        return topics.stream().filter(topic -> !known.contains(topic)).toList();
    }
}
