package org.salus.planning;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.ReformArea;
import org.salus.ledger.ItemId;

/**
 * A box of a results chain as a step of its plan, with all that follows for it from the chain.
 *
 * @param goals the goals it leads to
 * @param institution on the sector map
 * @param institutionName what that is called, or is called where it is not on the map
 * @param areas of reform of the support that leads to it
 * @param types what it is in the order of a reform: said, or else told by its means
 * @param donors who supports it
 * @param needs what somebody said of it; blank where nobody has
 * @param isSaid whether somebody has
 * @param cost in the currency of the plan; empty where it is not known
 * @param priority 1 or more
 */
record PlannedStep(
        ItemId box,
        String title,
        List<String> goals,
        Optional<ItemId> institution,
        String institutionName,
        Set<ReformArea> areas,
        Set<StepType> types,
        List<String> donors,
        StepNeeds needs,
        boolean isSaid,
        Optional<BigDecimal> cost,
        int priority) {
    PlannedStep {
        goals = List.copyOf(goals);
        areas = Set.copyOf(areas);
        types = Set.copyOf(types);
        donors = List.copyOf(donors);
    }

    String id() {
        return box.toString();
    }

    /** So many months; empty where nobody has said. */
    Optional<Integer> months() {
        return needs.months().map(BigDecimal::intValue);
    }
}
