package org.salus.sector;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.salus.framework.DateSpan;
import org.salus.framework.Recorded;
import org.salus.ledger.Citation;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;

/**
 * A tie as it is on the day of a map. The same tie recorded twice, as merged copies may have it, is one.
 *
 * @param sides what is said by law and in practice
 * @param isSaid whether anybody said on what basis it is; if not, it holds and the basis is to be asked
 * @param items those that say so, each in its version
 */
public record PresentTie(
        ItemId from, TieType type, ItemId to, Map<Basis, Side> sides, boolean isSaid, List<Item<Tie>> items) {
    public PresentTie {
        sides = java.util.Collections.unmodifiableMap(new EnumMap<>(sides));
        items = List.copyOf(items);
    }

    /**
     * One side of a tie.
     *
     * @param holds whether what is said surely holds on that day, or perhaps
     * @param isContradicted whether it is recorded both that it is so and that it is not
     * @param citations that speak for it
     */
    public record Side(Recorded recorded, DateSpan.Holds holds, boolean isContradicted, List<Citation> citations) {
        static final Side NOTHING = new Side(Recorded.NOT_RECORDED, DateSpan.Holds.NO, false, List.of());

        public Side {
            citations = List.copyOf(citations);
        }

        /** Whether it is recorded as absent, with a source, and nothing speaks against that. Only this makes a finding of absence. */
        public boolean isAbsent() {
            return recorded == Recorded.RECORDED_AS_ABSENT && !isContradicted && !citations.isEmpty();
        }
    }

    /** What is said on that basis. */
    public Side side(Basis basis) {
        return sides.getOrDefault(basis, Side.NOTHING);
    }

    public boolean isRecorded(Basis basis) {
        return side(basis).recorded() == Recorded.RECORDED;
    }

    public boolean isAbsent(Basis basis) {
        return side(basis).isAbsent();
    }

    /** Whether it is recorded on whatever basis. */
    public boolean isRecorded() {
        return !isSaid || isRecorded(Basis.LAW) || isRecorded(Basis.PRACTICE);
    }

    /** Whether it is recorded as absent on some basis and on none as present. */
    public boolean isAbsent() {
        return !isRecorded() && (isAbsent(Basis.LAW) || isAbsent(Basis.PRACTICE));
    }

    /** The ids of the items that say so. */
    public List<ItemId> ids() {
        return items.stream().map(Item::id).toList();
    }
}
