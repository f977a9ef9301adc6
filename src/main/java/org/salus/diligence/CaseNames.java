package org.salus.diligence;

import java.util.List;
import java.util.Optional;
import org.salus.framework.Wording;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;
import org.salus.workspace.Faces;

/** What units and support are called to one reader: as in the workspace they stand in, where that can be seen, else as written in the case. */
public final class CaseNames {
    private final List<View> views;
    private final Faces faces;
    private final Wording wording;

    /** @param views where they may stand */
    public CaseNames(List<View> views, Faces faces, Wording wording) {
        this.views = List.copyOf(views);
        this.faces = faces;
        this.wording = wording;
    }

    /** The unit or office of a case. */
    public String unit(CaseEntry entry) {
        return name(entry.file().unit(), entry.file().recipientName());
    }

    /** The support of a case. */
    public String support(CaseEntry entry) {
        return name(entry.file().given(), entry.file().supportName());
    }

    private String name(Optional<ItemId> id, String written) {
        return id.flatMap(known -> views.stream()
                        .filter(view -> view.find(known).isPresent())
                        .findFirst()
                        .map(view -> faces.title(known, view, wording)))
                .filter(title -> !title.isBlank())
                .orElse(written.isEmpty() ? wording.say("diligence.unnamed") : written);
    }
}
