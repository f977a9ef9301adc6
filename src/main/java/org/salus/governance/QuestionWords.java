package org.salus.governance;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.salus.frame.TranslatedTexts;
import tools.jackson.databind.JsonNode;

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
                    said.required("levels")
                            .valueStream()
                            .map(JsonNode::asString)
                            .toList(),
                    said.required("sources").asString());
        }
    }

    private record Translation(String title, String note, Map<String, Said> questions) {
        private static final Set<String> TEXTS = Set.of("asks", "levels", "sources");

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
            QuestionSet shipped = QuestionSetFile.shipped();
            TranslatedTexts texts = TranslatedTexts.read(
                    QuestionWords.class,
                    "questions-salus",
                    language,
                    "questions",
                    shipped.edition(),
                    shipped.questions().stream().map(Question::id).collect(Collectors.toSet()));
            texts.entries().forEach((id, said) -> {
                if (!Set.copyOf(said.propertyNames()).equals(TEXTS)
                        || said.required("levels").size() != Question.LEVELS) {
                    throw new IllegalStateException("A translation has the texts " + TEXTS + ": " + id);
                }
            });
            return new Translation(
                    texts.whole().required("title").asString(),
                    texts.whole().required("note").asString(),
                    texts.entries().entrySet().stream()
                            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, one -> Said.of(one.getValue()))));
        }
    }

    /** Read when somebody first reads in another language. */
    private static final class Shipped {
        private static final Map<String, Translation> BY_LANGUAGE = TranslatedTexts.byLanguage(Translation::read);
    }
}
