package org.salus.ledger;

import java.util.List;
import java.util.SortedSet;
import org.salus.framework.Sentence;

/**
 * A state of the workspace that people want to come back to: "as agreed with the ministry, 3 May".
 *
 * @param heads the newest entries of that state
 */
public record NamedVersion(String name, SortedSet<Digest> heads) {
    private static final int LONGEST = 200;

    public static final Kind<NamedVersion> KIND = Kind.of("named-version", NamedVersion.class)
            .writtenBy(Role.EDITOR)
            .ruledBy((edited, view) -> edited.value().refusals());

    private List<Sentence> refusals() {
        return name.length() > LONGEST ? List.of(Sentence.of("ledger.refusal.long-version", LONGEST)) : List.of();
    }
}
