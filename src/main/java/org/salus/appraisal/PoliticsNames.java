package org.salus.appraisal;

import java.util.List;
import org.salus.framework.Wording;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;
import org.salus.workspace.Faces;

/** What actors, objectives and support are called to one reader: as where they stand, if that can be seen, else as written in the note. */
public final class PoliticsNames {
    private final List<View> views;
    private final Faces faces;
    private final Wording wording;

    /** @param views where they may stand */
    PoliticsNames(List<View> views, Faces faces, Wording wording) {
        this.views = List.copyOf(views);
        this.faces = faces;
        this.wording = wording;
    }

    /** What a note is about. */
    public String of(Mention mention) {
        return mention.item()
                .map(this::of)
                .filter(name -> !name.isEmpty())
                .orElse(mention.name().isBlank() ? wording.say("appraisal.politics.unnamed") : mention.name());
    }

    /** An item; empty if it cannot be seen. */
    public String of(ItemId id) {
        return views.stream()
                .filter(view -> view.find(id).isPresent())
                .findFirst()
                .map(view -> faces.title(id, view, wording))
                .orElse("");
    }
}
