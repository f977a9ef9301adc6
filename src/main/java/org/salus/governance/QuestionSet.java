package org.salus.governance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.Kind;
import org.salus.ledger.View;
import org.salus.sector.ActorType;

/**
 * A set of questions in one edition, as a workspace uses it. A round refers to it, so answers can be read under their edition whatever is asked later; what
 * a round uses does not change any more: it is copied, and the copy has an edition of its own.
 *
 * @param key what all editions of a set have in common, such as {@code salus}
 * @param note where it comes from, and what was changed
 */
public record QuestionSet(String key, String edition, String title, String note, List<Question> questions) {
    public static final Kind<QuestionSet> KIND = Kind.of("question-set", QuestionSet.class)
            // Its note tells where the questions come from, and is published with them.
            .leavingBehind(set -> false)
            .ruledBy(QuestionSet::refusals)
            .removedBy((item, view) ->
                    isUsed(item, view) ? List.of(Sentence.of("governance.refusal.set-in-use")) : List.of());

    static final int MOST_QUESTIONS = 400;

    /** So many questions at most can be a first look. */
    static final int MOST_CORE = 15;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NOTE = 5_000;

    public QuestionSet {
        questions = List.copyOf(questions);
    }

    /** The question of that id. */
    public Optional<Question> find(String id) {
        return questions.stream().filter(question -> question.id().equals(id)).findFirst();
    }

    /**
     * Whether a round of it would ask nothing of an institution of that type.
     *
     * @param isCore whether the round asks the core; of a set without a core it asks all
     */
    public boolean asksNothing(Optional<ActorType> type, boolean isCore) {
        boolean isShort = isCore && questions.stream().anyMatch(Question::isCore);
        return questions.stream()
                .filter(question -> !isShort || question.isCore())
                .noneMatch(question -> question.isAskedOf(type));
    }

    /** The same set under another edition. */
    public QuestionSet as(String otherKey, String otherEdition, String otherTitle) {
        return new QuestionSet(otherKey, otherEdition, otherTitle, note, questions);
    }

    private static boolean isUsed(Item<QuestionSet> item, View view) {
        return view.list(Round.KIND).stream()
                .anyMatch(round -> round.value().set().equals(item.id()));
    }

    private static List<Sentence> refusals(Item<QuestionSet> edited, View view) {
        List<Sentence> refusals = new ArrayList<>(edited.value().refusals());
        Optional<QuestionSet> before = view.find(KIND, edited.id()).map(Item::value);
        if (before.isPresent() && !before.get().equals(edited.value()) && isUsed(edited, view)) {
            refusals.add(Sentence.of("governance.refusal.set-in-use"));
        }
        boolean isTaken = view.list(KIND).stream()
                .filter(other -> !other.id().equals(edited.id()))
                .map(Item::value)
                .anyMatch(other -> other.key().equals(edited.value().key())
                        && other.edition().equals(edited.value().edition()));
        if (isTaken) {
            refusals.add(Sentence.of(
                    "governance.refusal.edition-taken",
                    edited.value().key(),
                    edited.value().edition()));
        }
        return refusals;
    }

    List<Sentence> refusals() {
        List<Sentence> refusals = new ArrayList<>();
        if (key.isBlank() || !Question.isId(key)) {
            refusals.add(Sentence.of("governance.refusal.set-key", key));
        }
        if (edition.isBlank() || title.isBlank()) {
            refusals.add(Sentence.of("governance.refusal.set-name"));
        }
        if (edition.length() > LONGEST_NAME || title.length() > LONGEST_NAME || note.length() > LONGEST_NOTE) {
            refusals.add(Sentence.of("governance.refusal.set-long"));
        }
        if (questions.isEmpty()) {
            refusals.add(Sentence.of("governance.refusal.set-empty"));
        }
        if (questions.size() > MOST_QUESTIONS) {
            refusals.add(Sentence.of("governance.refusal.set-large", MOST_QUESTIONS));
        }
        if (questions.stream().filter(Question::isCore).count() > MOST_CORE) {
            refusals.add(Sentence.of("governance.refusal.set-core", MOST_CORE));
        }
        Set<String> ids = new HashSet<>();
        for (Question question : questions) {
            refusals.addAll(question.refusals());
            if (!ids.add(question.id())) {
                refusals.add(Sentence.of("governance.refusal.same-question", question.id()));
            }
        }
        return refusals.stream().distinct().toList();
    }
}
