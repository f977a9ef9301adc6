package org.salus.sector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salus.evidence.Severity;
import org.salus.framework.DateSpan;
import org.salus.framework.PartialDate;
import org.salus.framework.Recorded;
import org.salus.ledger.ItemId;

/** Turns rows of a file into ties. Several rows of one tie are what is said about it at different times. */
final class TieRows {
    private final ImportDesk desk;
    private final Optional<GraphRows> graph;

    /**
     * Rows on a desk.
     *
     * @param graph if they are edges
     */
    TieRows(ImportDesk desk, Optional<GraphRows> graph) {
        this.desk = desk;
        this.graph = graph;
    }

    void take(FileRow told) {
        Optional<ItemId> first = desk.actor(told, "from");
        Optional<ItemId> second = desk.actor(told, "to");
        Optional<TieType> reverse = desk.tieTypes.find(told.cell("tie")).isPresent()
                ? Optional.empty()
                : desk.reverseTies.find(told.cell("tie"));
        Optional<TieType> type = reverse.isPresent() ? reverse : desk.word(told, "tie", desk.tieTypes, Severity.ERROR);
        if (told.cell("tie").isEmpty()) {
            desk.problem(Severity.ERROR, told, "tie", "no-tie");
        }
        if (first.isEmpty() || second.isEmpty() || type.isEmpty()) {
            leftOut(told);
            return;
        }
        ItemId from = reverse.isPresent() ? second.get() : first.get();
        ItemId to = reverse.isPresent() ? first.get() : second.get();
        if (from.equals(to) && type.get().group() != TieType.Group.OVERSIGHT) {
            desk.problem(Severity.ERROR, told, "to", "same-end");
            leftOut(told);
            return;
        }
        boolean known = desk.isKnown(from, type.get(), to);
        Draft<Tie> draft = desk.tie(from, type.get(), to);
        Tie before = draft.value();
        FileRow row = graph.map(rows -> rows.fitted(told, before)).orElse(told);
        Optional<Mandate> instrument = desk.mandate(row);
        Tie after = new Tie(
                from,
                type.get(),
                to,
                said(row, draft, Basis.LAW, instrument),
                said(row, draft, Basis.PRACTICE, Optional.empty()),
                SourceRows.or(row.cell("note"), before.note()));
        draft.say(after, row.place());
        if (!known && desk.closesCircle(draft)) {
            desk.forget(from, type.get(), to);
            desk.problem(Severity.ERROR, row, "to", "circle", row.cell("to"));
            return;
        }
        desk.cite(draft, row, "law_sources", Optional.of(Tie.fact(Basis.LAW)));
        desk.cite(draft, row, "practice_sources", Optional.of(Tie.fact(Basis.PRACTICE)));
        desk.cite(draft, row, "sources", Optional.empty());
    }

    /** Nothing of the row is taken; what else is wrong in it is told all the same, so that one reading tells all. */
    private void leftOut(FileRow row) {
        desk.mandate(row);
        desk.word(row, "by_law", desk.recorded, Severity.WARNING);
        desk.span(row, "law_from", "law_until");
        desk.word(row, "in_practice", desk.recorded, Severity.WARNING);
        desk.span(row, "practice_from", "practice_until");
    }

    /** What is said on a basis once the row has been read. */
    private List<Statement> said(FileRow row, Draft<Tie> draft, Basis basis, Optional<Mandate> instrument) {
        String column = basis == Basis.LAW ? "by_law" : "in_practice";
        String begin = basis == Basis.LAW ? "law_from" : "practice_from";
        String end = basis == Basis.LAW ? "law_until" : "practice_until";
        List<Statement> before = draft.value().on(basis);
        Optional<Recorded> told = desk.word(row, column, desk.recorded, Severity.WARNING);
        DateSpan when = desk.span(row, begin, end);
        boolean hasMore = instrument.isPresent() || !when.equals(DateSpan.OPEN);
        if (told.isEmpty() && !hasMore) {
            return before;
        }
        int at = indexOf(draft, basis, when);
        Optional<Statement> old = at >= 0 ? Optional.of(before.get(at)) : Optional.empty();
        Statement now = new Statement(
                // Who gives a date or a law without more says that it is so.
                told.or(() -> old.map(Statement::recorded)).orElse(Recorded.RECORDED),
                span(when, old),
                instrument.or(() -> old.flatMap(Statement::instrument)));
        List<Statement> after = new ArrayList<>(before);
        if (at >= 0) {
            after.set(at, now);
        } else {
            after.add(now);
        }
        draft.touch(new Touched(basis, at >= 0 ? at : after.size() - 1));
        return after;
    }

    private record Touched(Basis basis, int statement) {}

    private static int indexOf(Draft<Tie> draft, Basis basis, DateSpan when) {
        List<Statement> statements = draft.value().on(basis);
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i).when().from().equals(when.from())) {
                return i;
            }
        }
        return statements.size() == 1 && !draft.isTouched(new Touched(basis, 0)) ? 0 : -1;
    }

    private static DateSpan span(DateSpan told, Optional<Statement> old) {
        Optional<PartialDate> from =
                told.from().or(() -> old.flatMap(statement -> statement.when().from()));
        Optional<PartialDate> until =
                told.until().or(() -> old.flatMap(statement -> statement.when().until()));
        boolean fits = from.isEmpty() || until.isEmpty() || !until.get().isSurelyBefore(from.get());
        return new DateSpan(from, fits ? until : Optional.empty());
    }
}
