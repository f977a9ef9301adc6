package org.salus.agenda;

import java.time.LocalDate;
import java.util.Optional;
import org.salus.framework.PartialDate;
import org.salus.ledger.Kind;

/**
 * Something that was asked of somebody.
 *
 * @param title what was asked
 * @param askedOf the office that is to answer
 * @param askedBy the office that asks; may be empty
 * @param made when it was asked
 * @param until the last date on which an answer is in time
 * @param answered when it was answered
 * @param answer what the answer was
 * @param document that holds the question or the answer; may be empty
 */
public record Request(
        String title,
        String askedOf,
        String askedBy,
        Optional<PartialDate> made,
        Optional<PartialDate> until,
        RequestState state,
        Optional<PartialDate> answered,
        String answer,
        String document) {
    public static final Kind<Request> KIND =
            Kind.of("request", Request.class).ruledBy((edited, view) -> AgendaRules.ofRequest(edited.value()));

    /** Whether it should have been answered before that day. */
    boolean isOverdue(LocalDate day) {
        return state.isOpen()
                && until.filter(last -> last.latest().isBefore(day)).isPresent();
    }
}
