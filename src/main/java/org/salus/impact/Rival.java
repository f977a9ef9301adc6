package org.salus.impact;

import java.util.List;
import org.salus.ledger.Item;

/** Another explanation with its own evidence, and how it stands by that. */
public record Rival(Item<AlternativeExplanation> item, List<Item<ClaimEvidence>> evidence, RivalState state) {
    public Rival {
        evidence = List.copyOf(evidence);
    }

    static Rival of(Item<AlternativeExplanation> item, List<Item<ClaimEvidence>> evidence) {
        return new Rival(
                item,
                evidence,
                EvidenceTally.of(evidence.stream().map(Item::value).toList()).ofRival());
    }
}
