package org.salus.goals;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.salus.ledger.ItemId;

/**
 * What is asked of a picture of a chain, alike on a page, by a program and in a terminal.
 *
 * @param around the box whose chain is drawn; empty for everything
 * @param folds boxes that hide what leads to them
 * @param overlay what boxes say
 * @param hasConditions whether assumptions and risks are drawn as boxes of their own
 */
public record PictureQuestion(Optional<ItemId> around, Set<ItemId> folds, ChainOverlay overlay, boolean hasConditions) {
    /** Asks for everything, where otherwise one goal might be shown. */
    public static final String ALL = "all";

    /** Asks for assumptions and risks as boxes of their own. */
    public static final String SHOWN = "shown";

    /** Everything, with its open holes. */
    public static final PictureQuestion PLAIN =
            new PictureQuestion(Optional.empty(), Set.of(), ChainOverlay.HOLES, false);

    public PictureQuestion {
        folds = Collections.unmodifiableSet(new LinkedHashSet<>(folds));
    }

    /** What of the chain is drawn. */
    public ChainPart part(Chain chain) {
        return ChainPart.of(chain, around, folds);
    }

    /** How many boxes that are, with assumptions and risks where they are drawn. */
    public int boxes(Chain chain) {
        Set<ItemId> shown = part(chain).shown();
        return shown.size()
                + (hasConditions
                        ? ChainConditions.of(chain, shown, List.of()).all().size()
                        : 0);
    }
}
