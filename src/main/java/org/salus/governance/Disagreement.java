package org.salus.governance;

import java.util.List;
import org.salus.framework.Sentence;

/** Where assessors answered the same question about the same institution otherwise. It is kept and shown, and nobody is outvoted. */
public record Disagreement(Answers answers, Kind kind) {
    /** In what they disagree. */
    public enum Kind {
        /** Two levels or more lie between them. */
        FAR_APART,
        /** One level lies between them. */
        ONE_STEP,
        /** Some chose a level where others had not enough information. */
        KNOWN_TO_SOME,
        /** Some say that the question does not apply, others answered it. */
        APPLIES_TO_SOME;

        /** What to call it. */
        public Sentence label() {
            return Sentence.of("governance.disagreement." + org.salus.framework.Term.codeOf(this));
        }
    }

    /** All of a round, in its order; one question may disagree in several ways. */
    public static List<Disagreement> of(Assessment assessment) {
        return assessment.all().stream().flatMap(one -> of(one).stream()).toList();
    }

    static List<Disagreement> of(Answers answers) {
        List<Disagreement> found = new java.util.ArrayList<>();
        if (answers.apart() > 0) {
            found.add(new Disagreement(answers, answers.apart() > 1 ? Kind.FAR_APART : Kind.ONE_STEP));
        }
        int unknown = answers.count(Response.NOT_ENOUGH_INFORMATION);
        int notApplicable = answers.count(Response.NOT_APPLICABLE);
        if (unknown > 0 && !answers.levels().isEmpty()) {
            found.add(new Disagreement(answers, Kind.KNOWN_TO_SOME));
        }
        if (notApplicable > 0 && (unknown > 0 || !answers.levels().isEmpty())) {
            found.add(new Disagreement(answers, Kind.APPLIES_TO_SOME));
        }
        return List.copyOf(found);
    }
}
