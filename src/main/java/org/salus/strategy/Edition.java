package org.salus.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salus.framework.PartialDate;
import org.salus.ledger.Digest;
import org.salus.ledger.Kind;
import org.salus.ledger.Role;

/**
 * An edition of the strategy: exactly what it says in one state, how far it has come, and who approved it. What it says never changes; another state is another edition.
 *
 * @param readership for whom it was composed, which is the clearance it was composed under
 * @param language IETF tag
 * @param heads the newest steps of the ledger of that state
 * @param snapshot of the data
 * @param digest of the composed text, sixty-four hexadecimal digits
 * @param reviewBy when it is to be looked at again
 * @param steps in the order they were taken; none is ever taken back
 * @param approvals in the order they were written down; none is ever taken back
 */
public record Edition(
        String title,
        Readership readership,
        String language,
        List<Digest> heads,
        String snapshot,
        String digest,
        Optional<PartialDate> reviewBy,
        List<EditionStep> steps,
        List<Approval> approvals,
        String note) {
    public static final Kind<Edition> KIND = Kind.of("strategy-edition", Edition.class)
            .writtenBy(Role.EDITOR)
            .ruledBy(EditionRules::refusals)
            .removedBy(EditionRules::ofRemoved);

    public Edition {
        heads = List.copyOf(heads);
        steps = List.copyOf(steps);
        approvals = List.copyOf(approvals);
    }

    /** A draft of what a strategy says. */
    public static Edition draft(String title, Strategy strategy, Optional<PartialDate> reviewBy, String note) {
        return new Edition(
                title,
                strategy.readership(),
                strategy.wording().locale().toLanguageTag(),
                strategy.heads(),
                strategy.snapshot(),
                strategy.digest(),
                reviewBy,
                List.of(),
                List.of(),
                note);
    }

    /** How far it has come. */
    public EditionState state() {
        return steps.isEmpty() ? EditionState.DRAFT : steps.getLast().to();
    }

    /** Whether an office of that side approved it by that day. */
    boolean isApprovedBy(Side side, PartialDate day) {
        return approvals.stream().anyMatch(approval -> approval.side() == side && !day.isSurelyBefore(approval.date()));
    }

    /** The same after one more step. */
    public Edition after(EditionStep step) {
        List<EditionStep> all = new ArrayList<>(steps);
        all.add(step);
        return new Edition(title, readership, language, heads, snapshot, digest, reviewBy, all, approvals, note);
    }

    /** The same with one more approval. */
    public Edition with(Approval approval) {
        List<Approval> all = new ArrayList<>(approvals);
        all.add(approval);
        return new Edition(title, readership, language, heads, snapshot, digest, reviewBy, steps, all, note);
    }

    /** Whether the two say the same in the same state for the same readers: what of an edition never changes. */
    boolean saysTheSameAs(Edition other) {
        return readership == other.readership
                && language.equals(other.language)
                && heads.equals(other.heads)
                && snapshot.equals(other.snapshot)
                && digest.equals(other.digest);
    }
}
