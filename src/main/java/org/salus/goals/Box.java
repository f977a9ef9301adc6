package org.salus.goals;

import java.util.Optional;
import org.salus.framework.PartialDate;
import org.salus.framework.ResultLevel;
import org.salus.ledger.ItemId;

/** What stands in a results chain as a box: read from left to right, support, result, objective, goal. */
public sealed interface Box permits Goal, Objective, Result, Support {
    /** The alternative it belongs to. */
    ItemId chain();

    /** What is called or said of it in a line. */
    String title();

    /** On which level it stands; support stands where aid data have an activity. */
    ResultLevel level();

    /** When it is to be reached or ends, where that is said. */
    Optional<PartialDate> due();
}
