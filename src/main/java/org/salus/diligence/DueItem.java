package org.salus.diligence;

import java.time.LocalDate;
import java.util.Optional;
import org.salus.ledger.ItemId;

/**
 * Something that is due.
 *
 * @param item the case, or the measure or fact of it
 * @param on when; empty for what is due at once
 * @param isPast whether that day is over
 * @param office whose it is, as far as the case tells
 * @param about what it is about: a measure, a fact; may be empty
 */
public record DueItem(
        CaseEntry entry,
        ItemId item,
        DueKind kind,
        Optional<LocalDate> on,
        boolean isPast,
        String office,
        String about) {}
