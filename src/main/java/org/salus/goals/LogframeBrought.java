package org.salus.goals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.evidence.Severity;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Act;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.sector.Place;
import org.salus.workspace.Source;
import org.salus.workspace.SourceType;

/**
 * A logframe somebody brought: the file with its tables, which of them and which of its columns mean what; or what was pasted.
 *
 * @param file empty for what was pasted
 * @param table which of its tables, from 0
 * @param lines the rows, by that mapping
 */
public record LogframeBrought(
        Optional<LogframeTable.Sheets> file, int table, LogframeMapping mapping, List<LogframeLine> lines) {
    private static final LogframeMapping NONE = new LogframeMapping("", Map.of(), Map.of());

    public LogframeBrought {
        lines = List.copyOf(lines);
    }

    /** What was pasted. */
    public static LogframeBrought pasted(List<LogframeLine> lines) {
        return new LogframeBrought(Optional.empty(), 0, NONE, lines);
    }

    /** A file, of which our own table or the longest one is proposed. */
    public static LogframeBrought of(LogframeTable.Sheets file, View view) {
        int best = 0;
        for (int i = 0; i < file.tables().size(); i++) {
            if (weight(file.tables().get(i)) > weight(file.tables().get(best))) {
                best = i;
            }
        }
        return of(file, best, LogframeMapping.of(file.tables().get(best), file.name(), view));
    }

    private static int weight(LogframeTable table) {
        return LogframeMapping.isOwn(table) ? Integer.MAX_VALUE : table.rows().size();
    }

    /** A file, by what was chosen. */
    public static LogframeBrought of(LogframeTable.Sheets file, int table, LogframeMapping mapping) {
        return new LogframeBrought(
                Optional.of(file), table, mapping, mapping.lines(file.tables().get(table)));
    }

    /** Whether somebody has to mark its columns. */
    public boolean isForeign() {
        return file.isPresent() && !LogframeMapping.isOwn(chosen());
    }

    /** The table that was chosen. */
    public LogframeTable chosen() {
        return file.orElseThrow().tables().get(table);
    }

    /** The key of the first row it is put over; empty if its rows have none. */
    public String firstKey() {
        return lines.stream().findFirst().map(LogframeLine::key).orElse("");
    }

    /** What it would change. */
    public LogframePreview preview(View view, Chain chain, Wording wording) {
        Optional<String> other = file.flatMap(sheets -> LogframeMapping.chainOf(chosen()))
                .filter(known -> !known.equals(chain.id().toString()));
        LogframePreview preview = LogframeIntake.preview(
                view,
                chain,
                other.isPresent() ? lines.stream().map(LogframeLine::elsewhere).toList() : lines,
                isForeign() ? source(view) : Optional.empty(),
                wording);
        List<LogframePreview.Problem> problems = new ArrayList<>(preview.problems());
        other.ifPresent(known -> problems.addFirst(
                ofFile(Severity.WARNING, Sentence.of("goals.logframe.problem.other-chain", titleOf(known, view)))));
        if (lines.isEmpty()) {
            problems.add(ofFile(Severity.ERROR, Sentence.of("goals.logframe.problem.no-rows")));
        }
        List<String> formulas = file.map(LogframeTable.Sheets::formulas).orElse(List.of());
        if (!formulas.isEmpty()) {
            problems.add(ofFile(
                    Severity.INFORMATION, Sentence.of("goals.logframe.problem.formulas", String.join(", ", formulas))));
        }
        return new LogframePreview(preview.changes(), problems, preview.rows(), preview.same(), preview.edits());
    }

    /** What an alternative is called; by its id where its reader does not see it. */
    private static String titleOf(String chain, View view) {
        return view.list(ResultsChain.KIND).stream()
                .filter(known -> known.id().toString().equals(chain))
                .map(known -> known.value().title())
                .findFirst()
                .orElse(chain);
    }

    private static LogframePreview.Problem ofFile(Severity severity, Sentence says) {
        return new LogframePreview.Problem(severity, new Place("", 0), Optional.empty(), says);
    }

    /** The file as a source: by its name and digest, so that the same file is the same source. */
    private Optional<Item<Source>> source(View view) {
        LogframeTable.Sheets sheets = file.orElseThrow();
        String reference = "SHA-256 " + sheets.digest();
        Source plain = Source.of(SourceType.DOCUMENT, sheets.name());
        Source source = new Source(
                plain.key(),
                plain.type(),
                plain.title(),
                plain.author(),
                plain.date(),
                reference,
                plain.link(),
                plain.consulted(),
                plain.reliability(),
                plain.credibility(),
                plain.note());
        return Optional.of(view.list(Source.KIND).stream()
                .filter(known -> known.value().reference().equals(reference))
                .findFirst()
                .orElseGet(() -> Item.fresh(Source.KIND, source)));
    }

    /** Writes what a preview says, as one entry, and remembers which columns meant what. */
    public Outcome accept(Workspace workspace, AccountId author, LogframePreview preview) {
        List<Edit> edits = new ArrayList<>(preview.edits());
        if (isForeign()
                && workspace.view(author).list(LogframeMapping.KIND).stream()
                        .noneMatch(known -> known.value().equals(mapping))) {
            edits.add(new Edit.Put(Item.fresh(LogframeMapping.KIND, mapping)));
        }
        return workspace.append(
                author,
                edits,
                file.map(sheets -> Reason.of(Act.IMPORT, sheets.name())).orElse(Reason.EDIT));
    }
}
