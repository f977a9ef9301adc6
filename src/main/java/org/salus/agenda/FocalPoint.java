package org.salus.agenda;

import java.time.LocalDate;
import java.util.Optional;
import org.salus.ledger.Kind;

/**
 * Whom to turn to: an office.
 *
 * @param matter what one turns to it for
 * @param reached how the office is reached: a switchboard, a common mailbox; may be empty
 * @param named who answers there, optional and for a time
 */
public record FocalPoint(String office, String matter, String reached, Optional<FocalName> named, String note) {
    public static final Kind<FocalPoint> KIND = Kind.of("focal-point", FocalPoint.class)
            .leavingBehind(point -> point.named().isPresent() || !point.note().isBlank())
            .ruledBy((edited, view) -> AgendaRules.ofFocalPoint(edited));

    /** The name, as long as it may be shown. */
    Optional<String> name(LocalDate day) {
        return named.filter(one -> !day.isAfter(one.until().latest())).map(FocalName::name);
    }

    /** The same with another name, or with none. */
    FocalPoint with(Optional<FocalName> other) {
        return new FocalPoint(office, matter, reached, other, note);
    }
}
