package org.salus.goals;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.evidence.Severity;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
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
import org.salus.workspace.NoChoice;
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

    /**
     * The same with what somebody says about it; what is not said stays as it is proposed.
     *
     * @param chosen which table, by its name or its number from 0; empty for the one that is proposed
     * @param headings the heading that holds a column of ours, by the code of the column; blank for a column that none holds
     * @param meanings the level a word of its stands for, by the code of the level
     * @throws Failure (wrong use) if there is no such table, column, heading or level, or if the table is our own, whose columns are known
     */
    public LogframeBrought marked(
            String chosen, Map<String, String> headings, Map<String, String> meanings, View view) {
        LogframeTable.Sheets sheets = file.orElseThrow();
        int at = chosen.isBlank() ? table : place(sheets, chosen.strip());
        LogframeTable next = sheets.tables().get(at);
        LogframeMapping proposed = at == table ? mapping : LogframeMapping.of(next, sheets.name(), view);
        if (headings.isEmpty() && meanings.isEmpty()) {
            return of(sheets, at, proposed);
        }
        if (LogframeMapping.isOwn(next)) {
            throw Failure.wrongUse(Sentence.of("goals.logframe.failure.own-columns"));
        }
        Map<LogframeColumn, String> said = new EnumMap<>(LogframeColumn.class);
        headings.forEach((code, heading) -> said.put(
                Term.find(LogframeColumn.class, code).orElseThrow(() -> NoChoice.of(code, LogframeColumn.class)),
                heading.isBlank() ? "" : heading(next, heading)));
        Map<LogframeColumn, String> columns = new EnumMap<>(LogframeColumn.class);
        proposed.columns().forEach((column, heading) -> {
            // What somebody says of a heading is not also what was guessed of it.
            if (!said.containsKey(column) && !said.containsValue(heading)) {
                columns.put(column, heading);
            }
        });
        said.forEach((column, heading) -> {
            if (!heading.isEmpty()) {
                columns.put(column, heading);
            }
        });
        Map<String, LogframeLevel> levels = new HashMap<>(proposed.levels());
        meanings.forEach((word, level) -> levels.put(
                LogframeIntake.folded(word),
                Term.find(LogframeLevel.class, level).orElseThrow(() -> NoChoice.of(level, LogframeLevel.class))));
        return of(sheets, at, new LogframeMapping(proposed.name(), columns, levels));
    }

    private static int place(LogframeTable.Sheets sheets, String chosen) {
        for (int i = 0; i < sheets.tables().size(); i++) {
            if (String.valueOf(i).equals(chosen)
                    || sheets.tables().get(i).name().equalsIgnoreCase(chosen)) {
                return i;
            }
        }
        throw Failure.wrongUse(Sentence.of("frame.problem.value", "table", chosen));
    }

    private static String heading(LogframeTable table, String words) {
        return table.column(words)
                .map(column -> table.headings().get(column))
                .orElseThrow(() -> Failure.wrongUse(
                        Sentence.of("goals.logframe.failure.no-heading", words, String.join(", ", table.headings()))));
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
