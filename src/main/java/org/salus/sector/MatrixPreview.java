package org.salus.sector;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.salus.ledger.Edit;
import org.salus.ledger.Sensitivity;

/**
 * What a partner's table would bring into a workspace, before anything is written.
 *
 * @param lines what each row that is taken becomes
 * @param doings what becomes of each line
 * @param rows in the table
 * @param leftOut rows that are not taken, each with its problem
 * @param unmatched institutions as written that are no actor of the map, with the number of rows
 * @param changed how many items are new or changed
 */
public record MatrixPreview(
        List<KnownSupport> lines,
        List<ImportPreview.Doing> doings,
        List<FileProblem> problems,
        int rows,
        int leftOut,
        Map<String, Integer> unmatched,
        int changed,
        List<Edit> edits) {
    public MatrixPreview {
        lines = List.copyOf(lines);
        doings = List.copyOf(doings);
        problems = List.copyOf(problems);
        unmatched = java.util.Collections.unmodifiableMap(new TreeMap<>(unmatched));
        edits = List.copyOf(edits);
    }

    /** How many lines become so. */
    public int count(ImportPreview.Doing doing) {
        return (int) doings.stream().filter(doing::equals).count();
    }

    /** Whether it is more than a table may bring at once, so that nothing of it can be taken. */
    public boolean isTooMuch() {
        return edits.size() > MatrixImport.MOST_TAKEN;
    }

    /** The same, with what is new meant for these; what is changed stays meant for whom it was. */
    public MatrixPreview meantFor(Sensitivity readers) {
        return new MatrixPreview(
                lines,
                doings,
                problems,
                rows,
                leftOut,
                unmatched,
                changed,
                edits.stream()
                        .map(edit -> edit.item().basis().isEmpty()
                                ? new Edit.Put(edit.item().meantFor(readers))
                                : edit)
                        .toList());
    }

    /** What the exact amounts add up to, by currency; ranges and amounts without a currency are left out, and {@link #withoutAmount} says how many. */
    public Map<String, BigDecimal> totals() {
        Map<String, BigDecimal> totals = new TreeMap<>();
        for (KnownSupport line : lines) {
            if (!line.amount().currency().isEmpty()) {
                line.amount()
                        .exact()
                        .ifPresent(amount -> totals.merge(line.amount().currency(), amount, BigDecimal::add));
            }
        }
        return totals;
    }

    /** How many lines have no exact amount in a known currency. */
    public int withoutAmount() {
        return (int) lines.stream()
                .filter(line -> line.amount().currency().isEmpty()
                        || line.amount().exact().isEmpty())
                .count();
    }
}
