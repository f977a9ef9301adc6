package org.salus.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;

/**
 * A claim with all that one reader sees of it, and how it stands by that.
 *
 * @param about what the goal, objective or result is called
 * @param evidence about the claim itself
 */
public record ClaimEntry(
        Item<ContributionClaim> item,
        String about,
        List<Item<ClaimEvidence>> evidence,
        List<Rival> rivals,
        ClaimReading reading) {
    public ClaimEntry {
        evidence = List.copyOf(evidence);
        rivals = List.copyOf(rivals);
    }

    static ClaimEntry of(
            Item<ContributionClaim> item, String about, List<Item<ClaimEvidence>> evidence, List<Rival> rivals) {
        return new ClaimEntry(
                item,
                about,
                evidence,
                rivals,
                ClaimReading.of(
                        evidence.stream().map(Item::value).toList(),
                        rivals.stream().map(Rival::state).toList()));
    }

    /** What is claimed. */
    public ContributionClaim claim() {
        return item.value();
    }

    /** Everything it and other explanations are tested by. */
    Stream<Item<ClaimEvidence>> all() {
        return Stream.concat(evidence.stream(), rivals.stream().flatMap(rival -> rival.evidence().stream()));
    }

    /** How it stands, in a sentence. */
    public Sentence says() {
        return Sentence.of("impact.claim.says." + reading.strength().code(), claim().title());
    }

    /** What an office judges, beside what the evidence tells; empty where nobody has judged. */
    public List<Sentence> judgement() {
        Optional<ClaimStrength> judged = claim().judged();
        if (judged.isEmpty()) {
            return List.of();
        }
        List<Sentence> says = new ArrayList<>();
        says.add(Sentence.of(
                claim().judgedOn().isPresent() ? "impact.claim.judged.on" : "impact.claim.judged",
                claim().judgedBy(),
                judged.get().label(),
                claim().judgedBecause(),
                claim().judgedOn().map(Object::toString).orElse("")));
        if (judged.get().isSurerThan(reading.strength())) {
            says.add(Sentence.of("impact.claim.judged.surer"));
        } else if (reading.strength().isSurerThan(judged.get())) {
            says.add(Sentence.of("impact.claim.judged.less-sure"));
        }
        return says;
    }
}
