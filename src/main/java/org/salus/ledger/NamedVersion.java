package org.salus.ledger;

import java.util.SortedSet;

/**
 * A state of the workspace that people want to come back to: "as agreed with the ministry, 3 May".
 *
 * @param heads the newest entries of that state
 */
public record NamedVersion(String name, SortedSet<Digest> heads) {
    public static final Kind<NamedVersion> KIND =
            Kind.of("named-version", NamedVersion.class).writtenBy(Role.EDITOR);
}
