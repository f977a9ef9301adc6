package org.salus.appraisal;

import java.util.List;
import org.salus.framework.Sentence;
import org.salus.ledger.ItemId;
import org.salus.ledger.WorkspaceId;

/**
 * Something that is told about decisions and politics, for readers of what it is made of.
 *
 * @param items it is about, at least one
 * @param says what is told, in one sentence
 */
public record PoliticsFinding(PoliticsFindingKind kind, List<About> items, Sentence says) {
    /**
     * An item that it is about.
     *
     * @param workspace that keeps it
     */
    public record About(WorkspaceId workspace, ItemId item, String title) {
        /** Where it is shown. */
        public String href() {
            return "/workspaces/" + workspace + "/items/" + item;
        }
    }

    public PoliticsFinding {
        items = List.copyOf(items);
    }

    /** Where something can be done about it: where a stance of the actor is noted, else at the first item. */
    public String leadsTo() {
        About first = items.getFirst();
        return kind == PoliticsFindingKind.ACTOR_WITHOUT_STANCE
                ? "/workspaces/" + first.workspace() + "/politics/stakeholders?of=" + first.item() + "#add-stances"
                : first.href();
    }
}
