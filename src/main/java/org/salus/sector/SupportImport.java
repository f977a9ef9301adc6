package org.salus.sector;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Item;
import org.salus.ledger.Outcome;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.workspace.PrivateLayers;

/**
 * Brings a partner's own table to where it is to be kept: into a workspace, meant for some of its members, or into a private layer beside it. The same through
 * every door.
 *
 * @param file the table; only the columns that were chosen are kept of it
 * @param sheet which of its sheets
 * @param mapping which column means what
 * @param keptFor for whom
 */
public record SupportImport(MatrixFile file, MatrixFile.Sheet sheet, ColumnMapping mapping, KeptFor keptFor) {
    /** Where it would go, as its author sees it. */
    private record Goal(Workspaces workspaces, Workspace shared, AccountId author) {
        View map() {
            return shared.view(author);
        }

        Optional<Workspace> layer() {
            return PrivateLayers.find(shared.id(), author, workspaces);
        }
    }

    private MatrixImport.Into into(Goal goal) {
        return keptFor == KeptFor.LAYER
                ? MatrixImport.Into.layer(goal.map(), goal.layer().map(layer -> layer.view(goal.author())))
                : MatrixImport.Into.here(goal.map());
    }

    /**
     * What it would bring.
     *
     * @throws Failure if the mapping lacks something
     */
    public MatrixPreview preview(Workspaces workspaces, Workspace shared, AccountId author, Locale language) {
        mapping.refusals().stream().findFirst().ifPresent(lacking -> {
            throw Failure.wrongUse(lacking);
        });
        Goal goal = new Goal(workspaces, shared, author);
        if (!keptFor.isOpenTo(goal.map().standing())) {
            throw Failure.wrongUse(Sentence.of("sector.support.no-organisation"));
        }
        return MatrixImport.preview(file, sheet, mapping, into(goal), language)
                .meantFor(keptFor.sensitivity(goal.map().standing()));
    }

    /** Writes what a preview says, and remembers the mapping, as one entry. A layer that does not exist yet is made for it. */
    public Outcome accept(
            MatrixPreview preview, Workspaces workspaces, Workspace shared, AccountId author, Wording wording) {
        Goal goal = new Goal(workspaces, shared, author);
        Workspace holding = keptFor == KeptFor.LAYER
                ? goal.layer().orElseGet(() -> PrivateLayers.found(goal.map(), author, workspaces, wording))
                : shared;
        Item<ColumnMapping> remembered = MatrixImport.remembered(holding.view(author), sheet.headings())
                .map(known -> known.saying(mapping))
                .orElseGet(() -> Item.fresh(ColumnMapping.KIND, mapping)
                        .meantFor(keptFor.sensitivity(goal.map().standing())));
        return MatrixImport.accept(holding, author, preview, remembered);
    }

    /** The mapping by which a table with these headings was read before, here or in a layer of one's own; else a guess. */
    public static ColumnMapping proposed(
            Workspaces workspaces, Workspace shared, AccountId author, String name, List<String> headings) {
        Goal goal = new Goal(workspaces, shared, author);
        return MatrixImport.remembered(goal.map(), headings)
                .or(() -> goal.layer().flatMap(layer -> MatrixImport.remembered(layer.view(author), headings)))
                .map(Item::value)
                .orElseGet(() -> ColumnMapping.guess(name, headings));
    }
}
