package org.salus.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.framework.Recorded;
import org.salus.ledger.Item;

/**
 * An instrument in a country: what the depositary tells, and what members recorded, apart from one another.
 *
 * @param statements by step; a step without one is not recorded
 */
public record InstrumentLine(
        Instrument instrument,
        String country,
        TreatyStanding standing,
        Map<InstrumentStep, Item<InstrumentStatement>> statements) {
    public InstrumentLine {
        statements = Map.copyOf(statements);
    }

    /** Whether anything is known of it in this country: a depositary's table is loaded, or somebody recorded a step. */
    public boolean isKnown() {
        return standing.table().isPresent() || !statements.isEmpty();
    }

    /** What was recorded of a step. */
    public Optional<Item<InstrumentStatement>> statement(InstrumentStep step) {
        return Optional.ofNullable(statements.get(step));
    }

    /** Whether a step is recorded, recorded as absent, or not recorded. */
    public Recorded answer(InstrumentStep step) {
        return statement(step).map(item -> item.value().answer()).orElse(Recorded.NOT_RECORDED);
    }

    /** Whether it lacks something where a step is absent: not if the state is known not to be bound, and nobody has to report on principles. */
    private boolean lacks(InstrumentStep step) {
        return switch (standing.status()) {
            case PARTY, LEAVING, NO_TABLE -> true;
            case NO_TREATY -> step != InstrumentStep.REPORTED;
            case SIGNED, NOT_PARTY, WITHDRAWN -> false;
        };
    }

    /** Whether a step is asked about. Of a treaty of which no table is loaded nobody is: it may not bind. */
    public boolean asks(InstrumentStep step) {
        return lacks(step) && standing.status() != TreatyStatus.NO_TABLE;
    }

    /** The steps nobody has said anything about yet: a list to ask, never a gap. */
    public List<InstrumentStep> toAsk() {
        List<InstrumentStep> open = new ArrayList<>();
        for (InstrumentStep step : InstrumentStep.values()) {
            if (asks(step) && answer(step) == Recorded.NOT_RECORDED) {
                open.add(step);
            }
        }
        return List.copyOf(open);
    }

    /**
     * What was recorded as absent though the instrument asks for it, and a signature that the state has not confirmed. Of an old table nothing is concluded: it asks to be
     * checked.
     */
    public List<InstrumentGap> gaps() {
        List<InstrumentGap> found = new ArrayList<>();
        if (standing.status() == TreatyStatus.SIGNED && !standing.isOld()) {
            found.add(new InstrumentGap(this, Optional.empty()));
        }
        for (InstrumentStep step : InstrumentStep.values()) {
            if (lacks(step) && answer(step).makesFindingOfAbsence()) {
                found.add(new InstrumentGap(this, Optional.of(step)));
            }
        }
        return List.copyOf(found);
    }
}
