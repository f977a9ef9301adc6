package org.salus.evidence;

import org.jspecify.annotations.Nullable;

/**
 * An organisation's part in an activity.
 *
 * @param role IATI 2 code: 1 funding, 2 accountable, 3 extending, 4 implementing; null if not stated
 * @param channelCode OECD-CRS channel code
 */
public record Participation(
        @Nullable String role, Party party, @Nullable String channelCode) {
    public boolean isFunding() {
        return "1".equals(role);
    }
}
