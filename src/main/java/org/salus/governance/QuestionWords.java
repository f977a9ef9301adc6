package org.salus.governance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.salus.framework.Wording;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Questions in the language of whoever reads them. What is kept, compared and marked in forms are the words of the set that a round uses; a question of the set that comes with the
 * program is only shown in other words, as long as none of its own were changed.
 */
public final class QuestionWords {
    private final Optional<Translation> translation;

    private QuestionWords(Optional<Translation> translation) {
        this.translation = translation;
    }

    /** The words of a language; the questions' own where there are none in that one. */
    public static QuestionWords in(Locale language) {
        return new QuestionWords(Optional.ofNullable(Shipped.BY_LANGUAGE.get(language.getLanguage())));
    }

    /** A question as it is shown. */
    public Question shown(Question question) {
        return translation
                .filter(there -> isShipped(question))
                .map(there -> there.of(question))
                .orElse(question);
    }

    /** A set as it is shown: its title and note, too, where they are those of the set that comes with the program. */
    public QuestionSet shown(QuestionSet set) {
        QuestionSet shipped = QuestionSetFile.shipped();
        return new QuestionSet(
                set.key(),
                set.edition(),
                translation
                        .filter(there -> set.title().equals(shipped.title()))
                        .map(Translation::title)
                        .orElse(set.title()),
                translation
                        .filter(there -> set.note().equals(shipped.note()))
                        .map(Translation::note)
                        .orElse(set.note()),
                set.questions().stream().map(this::shown).toList());
    }

    private static boolean isShipped(Question question) {
        return QuestionSetFile.shipped()
                .find(question.id())
                .filter(question::asksTheSameAs)
                .isPresent();
    }

    /** What a question says in another language. */
    private record Said(String asks, List<String> levels, String sources) {
        private static Said of(JsonNode said) {
            return new Said(
                    said.required("asks").asString(),
                    said.required("levels").valueStream().map(JsonNode::asString).toList(),
                    said.required("sources").asString());
        }
    }

    private record Translation(String title, String note, Map<String, Said> questions) {
        private Question of(Question question) {
            Said said = Objects.requireNonNull(questions.get(question.id()), question.id());
            return new Question(
                    question.id(),
                    question.characteristic(),
                    question.theme(),
                    question.basis(),
                    question.of(),
                    question.isCore(),
                    said.asks(),
                    said.levels(),
                    said.sources());
        }

        private static Translation read(Locale language) {
            String resource = "questions-salus_" + language.getLanguage() + ".yaml";
            QuestionSet shipped = QuestionSetFile.shipped();
            JsonNode file = tree(resource);
            if (!file.required("edition").asString().equals(shipped.edition())) {
                throw new IllegalStateException("A translation of another edition: " + resource);
            }
            Map<String, Said> said = new HashMap<>();
            file.required("questions").properties().forEach(one -> said.put(one.getKey(), Said.of(one.getValue())));
            if (!said.keySet()
                    .equals(shipped.questions().stream().map(Question::id).collect(Collectors.toSet()))) {
                throw new IllegalStateException("Questions in one language only: " + resource);
            }
            return new Translation(
                    file.required("title").asString(), file.required("note").asString(), Map.copyOf(said));
        }

        private static JsonNode tree(String resource) {
            try (InputStream bytes =
                    Objects.requireNonNull(QuestionWords.class.getResourceAsStream(resource), resource)) {
                return new YAMLMapper().readTree(bytes);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    /** Read when somebody first reads in another language. */
    private static final class Shipped {
        private static final Map<String, Translation> BY_LANGUAGE = Wording.offered().stream()
                .filter(language -> !language.equals(Locale.ENGLISH))
                .collect(Collectors.toUnmodifiableMap(Locale::getLanguage, Translation::read));
    }
}
