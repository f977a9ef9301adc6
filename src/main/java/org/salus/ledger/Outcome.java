package org.salus.ledger;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.salus.framework.Sentence;

/** What became of an edit. Nothing is half done: all of it is accepted, or none. */
public sealed interface Outcome {
    /** It is kept, durably. */
    record Accepted(Digest entry) implements Outcome {}

    /** It cannot be accepted, for these reasons; trying again changes nothing. */
    record Refused(List<Sentence> reasons) implements Outcome {
        static Refused because(Sentence reason) {
            return new Refused(List.of(reason));
        }

        /** What the ledger leaves to owners. */
        private static final Set<String> OF_OWNERS = Set.of(
                "ledger.refusal.lowering",
                "ledger.refusal.releasing",
                "ledger.refusal.narrowing",
                "ledger.refusal.others-words");

        /** How the keys of reasons go on after the room where a rule leaves something to a role. */
        private static final Pattern OF_A_ROLE = Pattern.compile("[a-z]+\\.(refusal|rule)\\.role(-[a-z-]+)?");

        /** Whether the author's role does not allow it, so that somebody with another role might say the same. */
        public boolean isForRole() {
            return reasons.stream()
                    .map(Sentence::key)
                    .anyMatch(key ->
                            OF_OWNERS.contains(key) || OF_A_ROLE.matcher(key).matches());
        }
    }

    /** Others changed the same items meanwhile. The author decides again, knowing what they said. */
    record Conflicting(List<Clash> clashes) implements Outcome {}

    /**
     * An item that changed meanwhile.
     *
     * @param yours what the author wanted to say; empty if to remove it
     * @param theirs the versions now in force, with who said so; none where the item is no longer there for this author
     */
    record Clash(ItemId item, Optional<Item<?>> yours, List<Told> theirs) {}
}
