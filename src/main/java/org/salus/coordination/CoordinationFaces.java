package org.salus.coordination;

import java.util.List;
import org.salus.framework.Sentence;
import org.salus.workspace.Contribution;

/** What this room adds to every workspace: a place. What people say there are answers, a kind of the workspace's own. */
public final class CoordinationFaces {
    /** Behind goals: what is missing is looked for when it is said what is wanted. */
    private static final int PLACE = 45;

    private CoordinationFaces() {}

    /** What this room adds. */
    public static Contribution contribution() {
        return new Contribution(
                List.of(),
                List.of(),
                List.of(new Contribution.Place(PLACE, Sentence.of("coordination.place"), "coordination")));
    }
}
