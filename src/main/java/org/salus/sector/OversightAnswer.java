package org.salus.sector;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.salus.ledger.ItemId;

/**
 * What a map says about oversight on a day.
 *
 * @param edition of the rules
 * @param institutions those of which oversight is asked: they may use force, detain or collect intelligence
 * @param coverage each kind of oversight of each of them, by law and in practice
 * @param findings what the record says
 * @param toAsk what nobody has answered yet; this says nothing about those it names
 * @param asked how much of the oversight of these institutions has been asked
 */
public record OversightAnswer(
        String edition,
        LocalDate day,
        List<Present> institutions,
        List<Coverage> coverage,
        List<Finding> findings,
        List<ToAsk> toAsk,
        Asked asked) {
    public OversightAnswer {
        institutions = List.copyOf(institutions);
        coverage = List.copyOf(coverage);
        findings = List.copyOf(findings);
        toAsk = List.copyOf(toAsk);
    }

    /** The finding of that name. */
    public Optional<Finding> finding(String name) {
        return findings.stream().filter(finding -> finding.name().equals(name)).findFirst();
    }

    /** Findings of which an actor is a part. */
    public List<Finding> findings(ItemId actor) {
        return findings.stream()
                .filter(finding -> finding.about().contains(actor))
                .toList();
    }
}
