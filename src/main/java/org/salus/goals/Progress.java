package org.salus.goals;

import java.util.Optional;
import org.salus.ledger.AccountId;

/**
 * How far a measurement has come, and by whose word.
 *
 * @param submittedBy who submitted what it says now
 * @param decidedBy who approved or returned it
 * @param remark why it was returned or opened again
 */
public record Progress(
        MeasurementState state, Optional<AccountId> submittedBy, Optional<AccountId> decidedBy, String remark) {
    /** Somebody has begun to write it down. */
    public static final Progress DRAFT = new Progress(MeasurementState.DRAFT, Optional.empty(), Optional.empty(), "");

    /** The next step of whoever takes it. */
    Progress to(MeasurementState next, AccountId by, String said) {
        return switch (next) {
            case DRAFT -> new Progress(next, Optional.empty(), Optional.empty(), said);
            case SUBMITTED -> new Progress(next, Optional.of(by), Optional.empty(), said);
            case APPROVED, RETURNED -> new Progress(next, submittedBy, Optional.of(by), said);
        };
    }
}
