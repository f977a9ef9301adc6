package org.salus.appraisal;

import java.util.List;
import java.util.Optional;
import org.salus.framework.Appraisal;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.View;
import org.salus.workspace.Answer;

/**
 * The answer to one check, for one reader.
 *
 * @param isComputed whether the answer is the program's, which has something to go by; else it is that of people
 * @param answer never changed by those who disagree
 * @param reason in a sentence
 * @param looked what was looked at, each of which opens
 * @param missing what would have to be known
 * @param said what people answered, where people are asked; the first counts where it is not computed
 * @param replies what members wrote to a computed answer
 */
public record CheckResult(
        Check check,
        boolean isComputed,
        Appraisal answer,
        Sentence reason,
        List<Looked> looked,
        List<Sentence> missing,
        List<Said> said,
        List<Replied> replies) {
    /**
     * An answer of people.
     *
     * @param where the workspace it stands in
     */
    public record Said(Item<CheckAnswer> item, View where) {
        /** The name of the private layer it stands in, if it does. */
        public Optional<String> layer() {
            return where.charter().layerOf().map(shared -> where.charter().name());
        }
    }

    /** A member's reply to a computed answer. */
    public record Replied(Item<Answer> item, View where) {}

    public CheckResult {
        looked = List.copyOf(looked);
        missing = List.copyOf(missing);
        said = List.copyOf(said);
        replies = List.copyOf(replies);
    }

    /** Whether people answered an edition of it that is not the one shown. */
    public boolean isOfOtherEdition() {
        return said.stream()
                .findFirst()
                .filter(one -> !one.item().value().edition().equals(check.edition()))
                .isPresent();
    }

    /** When it is answered so, as its file says. */
    public String meaning() {
        return check.answers().getOrDefault(answer, "");
    }
}
