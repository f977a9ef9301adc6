package org.salus.impact;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/**
 * A questionnaire: what was asked, in one language.
 *
 * @param title what it is called; its id where it has no title
 * @param id what submissions call it; empty where the form does not say
 * @param version empty where the form does not say
 * @param language in which labels are; empty where the form has but one and does not name it
 * @param languages all that it names
 * @param questions in their order, without groups
 * @param remarks what in it is doubtful
 */
public record SurveyForm(
        String title,
        String id,
        String version,
        String language,
        List<String> languages,
        List<Question> questions,
        List<Sentence> remarks) {
    /** Words that stand in names and labels of questions that ask who or where somebody is. */
    private static final Pattern PERSONAL = Pattern.compile(
            "(?i)(^|[^\\p{L}])(first|last|sur|family|full|user|nick)?_?-?(name|names|nom|prenom|prénom|nombre|apellidos?"
                    + "|phone|telephone|téléphone|telefono|teléfono|mobile|cell|cellphone|whatsapp|msisdn|e-?mail|correo|address|adresse|direccion|dirección"
                    + "|passport|passeport|national_id|id_number|id_card|nid|signature|birth|birthday|birthdate|dob|naissance|nacimiento|gps|latitude|longitude)($|[^\\p{L}])");

    /** Never changes. */
    public SurveyForm {
        languages = List.copyOf(languages);
        questions = List.copyOf(questions);
        remarks = List.copyOf(remarks);
    }

    /**
     * A question.
     *
     * @param path names of the groups it stands in and its own, parted by slashes: what submissions call it
     * @param type what kind of answer it takes
     * @param label how it is asked; its name where the form has no words for it
     * @param choices that can be chosen; empty for other types, and where the form does not list them
     * @param isRepeated whether it stands in a group that is asked several times in one interview
     */
    public record Question(
            String path, SurveyQuestionType type, String label, List<Choice> choices, boolean isRepeated) {
        /** Never changes. */
        public Question {
            choices = List.copyOf(choices);
        }

        /** Its own name. */
        public String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        /** Why its answers are not read unless somebody names it; empty where they are. */
        public Optional<Sentence> notKept() {
            if (isRepeated) {
                return Optional.of(Sentence.of("impact.survey.not-kept.repeated"));
            }
            if (type.keeping() != SurveyQuestionType.Keeping.KEPT) {
                return Optional.of(Sentence.of("impact.survey.not-kept." + type.code()));
            }
            return isPersonal() ? Optional.of(Sentence.of("impact.survey.not-kept.personal")) : Optional.empty();
        }

        /** Whether its answers are never read, whoever names it. */
        boolean isNeverKept() {
            return isRepeated || type.keeping() == SurveyQuestionType.Keeping.NEVER;
        }

        private boolean isPersonal() {
            return PERSONAL.matcher(name().replace('_', ' ')).find()
                    || PERSONAL.matcher(name()).find()
                    || PERSONAL.matcher(label).find();
        }

        /** What an answer means: the name of the choice that was meant by its name or its label; the answer itself where it is no choice. */
        String chosen(String answer) {
            return choices.stream().anyMatch(choice -> choice.name().equals(answer))
                    ? answer
                    : choices.stream()
                            .filter(choice -> choice.label().equalsIgnoreCase(answer))
                            .map(Choice::name)
                            .findFirst()
                            .orElse(answer);
        }

        /** The words for an answer. */
        String said(String answer) {
            return choices.stream()
                    .filter(choice -> choice.name().equals(answer))
                    .map(Choice::label)
                    .findFirst()
                    .orElse(answer);
        }
    }

    /** What can be chosen: its name in submissions, and the words for it. */
    public record Choice(String name, String label) {}

    /** The question of that path, or of that name where only one is called so. */
    Optional<Question> find(String wanted) {
        List<Question> found = questions.stream()
                .filter(question -> question.path().equals(wanted))
                .toList();
        if (found.isEmpty()) {
            found = questions.stream()
                    .filter(question -> question.name().equals(wanted))
                    .toList();
        }
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /**
     * The questions that are read: those that were named, or where none was, all that tell something without telling of whom.
     *
     * @throws Failure (not found, wrong use) for a name that is no question, or one whose answers are never read
     */
    List<Question> reading(List<String> named) {
        if (named.isEmpty()) {
            return questions.stream()
                    .filter(question -> question.notKept().isEmpty())
                    .toList();
        }
        return named.stream().map(this::readable).distinct().toList();
    }

    private Question readable(String named) {
        Question question = find(named)
                .orElseThrow(() -> Failure.notFound(Sentence.of("impact.survey.no-question", title, named))
                        .advising(Sentence.of(
                                "impact.table.no-column.advice",
                                Names.nearest(
                                        named.toLowerCase(Locale.ROOT),
                                        questions.stream().map(Question::path).toList())))
                        .at("question"));
        if (question.isNeverKept()) {
            throw Failure.wrongUse(Sentence.of(
                            "impact.survey.never-kept",
                            question.path(),
                            question.notKept().orElseThrow()))
                    .at("question");
        }
        return question;
    }
}
