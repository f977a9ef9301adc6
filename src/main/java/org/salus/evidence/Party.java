package org.salus.evidence;

import org.jspecify.annotations.Nullable;

/**
 * An organisation as named in one place of an activity.
 *
 * @param ref organisation identifier
 * @param type code of IATI's OrganisationType list
 * @param name as written, in the first language given
 * @param activityId the organisation's own identifier of the activity
 */
public record Party(
        @Nullable String ref,
        @Nullable String type,
        @Nullable String name,
        @Nullable String activityId) {
    /** The name, else the identifier, else nothing. */
    public @Nullable String label() {
        return name != null ? name : ref;
    }

    /** Whether nothing at all is said of the organisation. */
    boolean isBlank() {
        return ref == null && type == null && name == null && activityId == null;
    }
}
