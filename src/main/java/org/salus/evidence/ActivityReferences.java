package org.salus.evidence;

import java.util.List;
import org.salus.evidence.ActivityRecord.OtherIdentifier;
import org.salus.evidence.ActivityRecord.Related;

/**
 * The other activities and identifiers that an activity states for itself as a whole.
 *
 * @param related identifiers of other activities, each with the code of IATI's list of related activities
 * @param otherIdentifiers what the activity is called elsewhere
 */
public record ActivityReferences(List<Related> related, List<OtherIdentifier> otherIdentifiers) {
    /** None are stated. */
    public static final ActivityReferences NONE = new ActivityReferences(List.of(), List.of());

    public ActivityReferences {
        related = List.copyOf(related);
        otherIdentifiers = List.copyOf(otherIdentifiers);
    }
}
