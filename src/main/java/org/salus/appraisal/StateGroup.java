package org.salus.appraisal;

import java.util.Set;

/**
 * States that a regional instrument is open to.
 *
 * @param code in the library and in addresses
 * @param members ISO 3166-1 alpha-3 codes
 */
public record StateGroup(String code, String name, Set<String> members) {
    public StateGroup {
        members = Set.copyOf(members);
    }

    /** With its name in another language. */
    StateGroup named(String translated) {
        return new StateGroup(code, translated, members);
    }
}
