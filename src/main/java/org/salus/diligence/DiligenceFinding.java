package org.salus.diligence;

import java.time.LocalDate;
import java.util.Optional;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.ledger.ItemId;
import org.salus.ledger.WorkspaceId;

/**
 * That support to a unit stands without a valid decision, for readers of the case.
 *
 * @param workspace where the case is kept
 * @param caseFile the case that says so; one on the same unit where none is about the support
 * @param title of that case
 * @param since from when, as far as the case tells
 */
public record DiligenceFinding(
        FindingKind kind,
        WorkspaceId workspace,
        ItemId caseFile,
        String title,
        Optional<ItemId> unit,
        Optional<ItemId> support,
        Optional<LocalDate> since) {
    /** What is found, in one sentence. */
    public Sentence says() {
        return since.map(day -> Sentence.of("diligence.finding." + Term.codeOf(kind) + ".since", title, day))
                .orElseGet(() -> Sentence.of("diligence.finding." + Term.codeOf(kind) + ".says", title));
    }

    /** Where the case is shown, below the workspace that keeps it. */
    public String path() {
        return "diligence/cases/" + caseFile;
    }
}
