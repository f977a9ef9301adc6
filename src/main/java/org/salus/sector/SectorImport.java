package org.salus.sector;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Act;
import org.salus.ledger.Edit;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;

/**
 * Brings a file with a sector map into a workspace: first as a preview with all problems, then, if somebody agrees, as one entry.
 *
 * <p>What stands in the file takes the place of what the map says about the same actor, tie or source, field by field; an empty cell changes nothing, and
 * nothing is ever removed. An actor is the same by its id, else by a name that only one has; a tie by its two ends and its kind; a source by its id, else by
 * its title. So a file that is read twice changes nothing the second time. A graph speaks of one day; what the map says of others stays.
 */
public final class SectorImport {
    private SectorImport() {}

    /**
     * What a file would change.
     *
     * @param file its name, as people know it
     * @param view what the reader sees of the workspace
     * @param language in which names of choices may be written besides their codes
     * @throws org.salus.framework.Failure if it is no such file, or is broken
     */
    public static ImportPreview preview(InputStream bytes, String file, View view, Locale language) {
        return preview(SectorFile.read(bytes, file), file, view, language);
    }

    static ImportPreview preview(SectorFile read, String file, View view, Locale language) {
        boolean isOneTable = read.rows().stream().map(FileRow::table).distinct().count() == 1;
        boolean isGraph = read.graph().isPresent();
        // A graph names nothing but actors by ids, as a table alone does.
        ImportDesk desk = new ImportDesk(view, Wording.in(language), read.problems(), isOneTable || isGraph, isGraph);
        Optional<GraphRows> graph = read.graph().map(head -> new GraphRows(head, desk, SectorMap.of(view)));
        for (SectorTable table : SectorTable.values()) {
            List<FileRow> rows =
                    read.rows().stream().filter(row -> row.table() == table).toList();
            switch (table) {
                case SOURCES -> new SourceRows(desk).take(rows);
                case ACTORS -> new ActorRows(desk, graph).take(rows);
                case TIES -> rows.forEach(new TieRows(desk, graph)::take);
            }
        }
        List<ImportPreview.Change> changes = new ArrayList<>();
        List<Edit> edits = new ArrayList<>();
        desk.sources.forEach(draft -> desk.add(draft, "source", draft.value().title(), changes, edits));
        desk.actors.forEach(draft -> desk.add(
                draft, "actor", draft.value().names().stream().findFirst().orElse(""), changes, edits));
        desk.ties.forEach(draft -> desk.add(draft, "tie", desk.label(draft.value()), changes, edits));
        return new ImportPreview(
                file,
                changes,
                desk.problems.stream()
                        .sorted(Comparator.comparing(
                                        (FileProblem problem) -> problem.place().part())
                                .thenComparingLong(problem -> problem.place().row()))
                        .toList(),
                read.rows().size(),
                desk.leftOut.size(),
                edits);
    }

    /** Writes what a preview says, as one entry. Nothing is written if the file changes nothing. */
    public static Outcome accept(Workspace workspace, AccountId author, ImportPreview preview) {
        return workspace.append(author, preview.edits(), Reason.of(Act.IMPORT, preview.file()));
    }
}
