package org.salus.appraisal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salus.diligence.TypedCase;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.View;
import org.salus.ledger.WorkspaceId;
import org.salus.ledger.Workspaces;
import org.salus.workspace.Faces;
import org.salus.workspace.PrivateLayers;

/**
 * Decisions and politics of a workspace as one reader sees them, by whatever door.
 *
 * @param shared where actors and objectives stand: the workspace, or the one it is a layer of, if this reader may open that
 */
public record PoliticsReading(Optional<View> shared, PoliticsBook book, PoliticsNames names) {
    /**
     * What the reader of a view sees on a day.
     *
     * @param view of the workspace, or of a private layer
     */
    public static PoliticsReading of(View view, Workspaces workspaces, Faces faces, Wording wording, LocalDate day) {
        AccountId reader = view.standing().account();
        List<View> layers = PrivateLayers.of(view.workspace(), reader, workspaces);
        Optional<WorkspaceId> above = view.charter().layerOf();
        Optional<View> shared =
                above.isEmpty() ? Optional.of(view) : above.flatMap(id -> TypedCase.opened(workspaces, id, reader));
        List<View> named = new ArrayList<>(List.of(view));
        shared.ifPresent(named::add);
        named.addAll(layers);
        return new PoliticsReading(
                shared,
                PoliticsBook.of(view, shared, layers, day, wording.locale()),
                new PoliticsNames(named, faces, wording));
    }

    /** What one view shows, without private layers. */
    public static PoliticsReading ofOne(View view, Faces faces, Wording wording, LocalDate day) {
        return new PoliticsReading(
                Optional.of(view),
                PoliticsBook.of(view, Optional.of(view), List.of(), day, wording.locale()),
                new PoliticsNames(List.of(view), faces, wording));
    }

    /** The same of what can go from hand to hand. */
    public PoliticsReading forHandingOn() {
        return new PoliticsReading(shared, book.forHandingOn(), names);
    }
}
