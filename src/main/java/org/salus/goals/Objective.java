package org.salus.goals;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.Characteristic;
import org.salus.framework.PartialDate;
import org.salus.framework.ResultLevel;
import org.salus.framework.Sentence;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;

/**
 * A dated change one can see, in a named institution, on a characteristic of good governance.
 *
 * @param title the change
 * @param institution on the sector map; empty where it is not on the map, and then it may be named
 * @param institutionName what it is called where it is not on the map
 * @param begins when work on it begins
 * @param until when it is to be reached
 * @param owner the office in the partner country that answers for it; never a person
 * @param payerAfterHandover who pays every year once support has ended
 * @param why why this, here and now
 * @param threatened who would feel threatened, or arm, if it works
 * @param comparable a change of its kind whose pace elsewhere has been published
 * @param takenFrom the text it was taken from, where it came from a library; unchanged text is asked about
 * @param ground the name of the finding it takes up, see {@link Ground}
 */
public record Objective(
        ItemId chain,
        String title,
        Optional<ItemId> institution,
        String institutionName,
        Optional<Characteristic> characteristic,
        Optional<PartialDate> begins,
        Optional<PartialDate> until,
        String owner,
        Cost cost,
        String payerAfterHandover,
        String why,
        String threatened,
        Optional<ComparableChange> comparable,
        String takenFrom,
        Optional<String> ground,
        String note)
        implements Box {
    public static final Kind<Objective> KIND = Kind.of("objective", Objective.class)
            .needing(Objective::needs)
            .onceNamedByWords()
            .ruledBy((edited, view) -> edited.value().refusals());

    /** An objective of which only this is said. */
    public static Objective of(ItemId chain, String title) {
        return new Objective(
                chain,
                title,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                Cost.UNKNOWN,
                "",
                "",
                "",
                Optional.empty(),
                "",
                Optional.empty(),
                "");
    }

    /** An objective that takes up a ground: in its institution, on its characteristic. */
    public static Objective takingUp(ItemId chain, String title, Ground found) {
        return of(chain, title).takingUp(found);
    }

    /**
     * An objective that takes up a finding of a room this one does not know.
     *
     * @param institution on the sector map, where the finding is about one
     * @param finding its lasting name
     */
    public static Objective takingUp(
            ItemId chain,
            String title,
            Optional<ItemId> institution,
            Optional<Characteristic> characteristic,
            String finding) {
        return of(chain, title).takingUp(institution, characteristic, finding);
    }

    /** The same objective, as one that takes up a ground: in its institution, on its characteristic. */
    public Objective takingUp(Ground found) {
        return takingUp(Optional.of(found.institution()), Optional.of(found.characteristic()), found.name());
    }

    private Objective takingUp(Optional<ItemId> where, Optional<Characteristic> moved, String finding) {
        return new Objective(
                chain,
                title,
                where,
                "",
                moved,
                begins,
                until,
                owner,
                cost,
                payerAfterHandover,
                why,
                threatened,
                comparable,
                takenFrom,
                Optional.of(finding),
                note);
    }

    /** The same objective in another institution of the map, or in none. */
    public Objective in(Optional<ItemId> other) {
        return new Objective(
                chain,
                title,
                other,
                other.isPresent() ? "" : institutionName,
                characteristic,
                begins,
                until,
                owner,
                cost,
                payerAfterHandover,
                why,
                threatened,
                comparable,
                takenFrom,
                ground,
                note);
    }

    /** Who may not see the institution does not see what is planned for it. */
    private Set<ItemId> needs() {
        Set<ItemId> needs = new HashSet<>(Set.of(chain));
        institution.ifPresent(needs::add);
        return needs;
    }

    private List<Sentence> refusals() {
        List<Sentence> refusals = Texts.refusals(title, "goals.refusal.no-title", why, threatened, note);
        if (begins.isPresent() && until.isPresent() && until.get().isSurelyBefore(begins.get())) {
            refusals.add(Sentence.of("goals.refusal.ends-first"));
        }
        if (cost.isKnown() && !cost.currency().matches("[A-Z]{3}")) {
            refusals.add(Sentence.of("goals.refusal.currency"));
        }
        if (cost.isLessThanNothing()) {
            refusals.add(Sentence.of("goals.refusal.less-than-nothing"));
        }
        return refusals;
    }

    @Override
    public ResultLevel level() {
        return ResultLevel.OBJECTIVE;
    }

    @Override
    public Optional<PartialDate> due() {
        return until;
    }
}
