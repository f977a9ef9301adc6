package org.salus.planning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;

/**
 * How much can go on at the same time in an institution or a reform area: people who can carry it, courses an academy can hold. Every step of that institution or area takes 1 of it while it goes on, unless the step
 * says otherwise.
 *
 * @param institution on the sector map
 * @param area of reform
 * @param capacity how many at the same time, a whole number; empty while nobody has said, and then it limits nothing
 * @param source who says so
 */
public record AbsorptionLimit(
        String title,
        Optional<ItemId> institution,
        Optional<ReformArea> area,
        Optional<BigDecimal> capacity,
        String source,
        String note) {
    private static final int MOST = 1_000;

    public static final Kind<AbsorptionLimit> KIND = Kind.of("absorption-limit", AbsorptionLimit.class)
            .needing(limit -> limit.institution().map(Set::of).orElse(Set.of()))
            .ruledBy((edited, view) -> edited.value().refusals());

    /** The same with another capacity. */
    AbsorptionLimit of(BigDecimal newCapacity) {
        return new AbsorptionLimit(title, institution, area, Optional.of(newCapacity), source, note);
    }

    private List<Sentence> refusals() {
        List<Sentence> refusals =
                new ArrayList<>(PlanTexts.refusals(title, source, note).toList());
        PlanTexts.notWhole(PlanTexts.field("capacity"), capacity, 0, MOST).forEach(refusals::add);
        return refusals;
    }
}
