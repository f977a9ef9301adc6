package org.salus.goals;

import org.salus.framework.Characteristic;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.ledger.ItemId;

/**
 * Something recorded before the plan that may be a reason for an objective: a weakness that an assessment found, or a finding about oversight.
 *
 * @param name lasting name; an objective that takes it up keeps it
 * @param source what told it
 * @param institution the institution concerned
 * @param characteristic on which something would have to change
 * @param says what was found, in words
 * @param path where it can be read, below the address of the workspace
 */
public record Ground(
        String name, Source source, ItemId institution, Characteristic characteristic, Sentence says, String path) {
    /** What told it. */
    public enum Source {
        ASSESSMENT,
        OVERSIGHT;

        /** What to call it. */
        public Sentence label() {
            return Sentence.of("goals.ground." + Term.codeOf(this));
        }
    }
}
