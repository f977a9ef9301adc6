package org.salus.coordination;

import java.util.List;
import java.util.Optional;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.ledger.ItemId;

/**
 * What a workspace wants or has recorded, and no support that is known of; or support that nothing it wants is linked to. Always of one workspace and one reader.
 *
 * @param name lasting name; that of an objective is the one goals give it, so an answer given there stands here as well
 * @param edition of the rules that found it
 * @param area of what is not linked; empty of objectives and institutions
 * @param about what it is about, to be looked at
 * @param needs every item it rests on: who may not see them all may not see an answer to it
 * @param activities identifiers
 */
public record WorkspaceGap(
        WorkspaceGapKind kind,
        String name,
        String edition,
        Sentence says,
        List<Sentence> reasons,
        Optional<ReformArea> area,
        List<ItemId> about,
        List<ItemId> needs,
        List<String> activities) {
    public WorkspaceGap {
        reasons = List.copyOf(reasons);
        about = List.copyOf(about);
        needs = List.copyOf(needs);
        activities = List.copyOf(activities);
    }
}
