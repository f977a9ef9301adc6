package org.salus.governance;

import java.util.ArrayList;
import java.util.List;
import org.salus.framework.Sentence;
import org.salus.ledger.Confidence;
import org.salus.ledger.Item;
import org.salus.workspace.Reply;

/**
 * What to ask on the next mission, with why. It says something about our record and nothing about the institution.
 *
 * @param why at least one reason
 */
public record OpenQuestion(Answers answers, List<Why> why) {
    public OpenQuestion {
        why = List.copyOf(why);
    }

    /** Why a question is open. */
    public enum Why {
        /** No assessor has answered. */
        NOT_ANSWERED,
        /** Some assessors have answered and others have not. */
        NOT_ANSWERED_BY_ALL,
        /** Nobody who answered had enough information. */
        NOT_KNOWN,
        /** Some had not enough information, where others chose a level. */
        KNOWN_TO_SOME,
        /** A reviewer asks again. */
        ASKED_AGAIN,
        /** The institution's side disagrees, in full or in part. */
        DISPUTED,
        /** Two levels or more lie between assessors. */
        FAR_APART,
        /** A level was chosen, and no answer names a source. */
        WITHOUT_SOURCE,
        /** All who chose a level are little sure. */
        LITTLE_SURE;

        /** What to call it. */
        public Sentence label() {
            return Sentence.of("governance.open." + org.salus.framework.Term.codeOf(this));
        }
    }

    /** All of a round, in its order. */
    public static List<OpenQuestion> of(Assessment assessment) {
        List<OpenQuestion> found = new ArrayList<>();
        for (Answers answers : assessment.all()) {
            List<Why> why = why(answers, assessment);
            if (!why.isEmpty()) {
                found.add(new OpenQuestion(answers, why));
            }
        }
        return List.copyOf(found);
    }

    private static List<Why> why(Answers answers, Assessment assessment) {
        List<Why> why = new ArrayList<>();
        List<Item<Rating>> withLevel = answers.given().stream()
                .flatMap(given -> given.rating().stream())
                .filter(item -> item.value()
                        .response()
                        .filter(response -> response.level().isPresent())
                        .isPresent())
                .toList();
        if (answers.open() > 0) {
            why.add(answers.open() == answers.given().size() ? Why.NOT_ANSWERED : Why.NOT_ANSWERED_BY_ALL);
        }
        if (answers.count(Response.NOT_ENOUGH_INFORMATION) > 0) {
            why.add(withLevel.isEmpty() ? Why.NOT_KNOWN : Why.KNOWN_TO_SOME);
        }
        if (answers.given().stream()
                .flatMap(given -> given.rating().stream())
                .flatMap(item -> assessment.reviews(item.id()).stream())
                .anyMatch(review -> review.value().verdict() == Verdict.ASK_AGAIN)) {
            why.add(Why.ASKED_AGAIN);
        }
        if (assessment.replies(answers.institution().id()).stream()
                .map(Item::value)
                .anyMatch(reply -> reply.question().equals(answers.question().id()) && reply.reply() != Reply.AGREE)) {
            why.add(Why.DISPUTED);
        }
        if (answers.apart() > 1) {
            why.add(Why.FAR_APART);
        }
        if (!withLevel.isEmpty()) {
            if (withLevel.stream().allMatch(item -> item.citations().isEmpty())) {
                why.add(Why.WITHOUT_SOURCE);
            }
            if (withLevel.stream().allMatch(item -> item.value().confidence() == Confidence.LOW)) {
                why.add(Why.LITTLE_SURE);
            }
        }
        return why;
    }
}
